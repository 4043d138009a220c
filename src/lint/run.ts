import { ArchiveIndex, NO_ARCHIVE } from '../archive/index.js';
import { checkArchive, rulesUnder } from './check.js';
import { type Checked, checkFiles } from './check-files.js';
import { withoutUselessDirectives } from './clean-directives.js';
import { Comparisons } from './compared.js';
import { MAX_PASSES } from './fix.js';
import type { LintHost } from './host.js';
import { archiveOf } from './load-archive.js';
import type { LintOptions } from './options.js';
import type { FileResult } from './result.js';
import { toResults } from './to-results.js';

/** What a run found. */
export interface Outcome {
  /** One a file that was not left out, in the order of the paths. */
  readonly results: FileResult[];
  /** Paths of files that were left out, as they are no papers. */
  readonly foreign: readonly string[];
  /** The facts of the files (`linted`, sorted by path), and of those that their links lead to. */
  readonly archive: ArchiveIndex;
  /**
   * True where the run was ended before it was done: `results` are of the files checked until then, by the rules on single
   * files only. Of a part of an archive the others would find missing what was not looked at.
   */
  readonly partial: boolean;
}

/**
 * Lints files: document rules over each, then archive rules over the facts of all.
 * @param paths absolute, with `/`
 * @returns a result for each file. A file that cannot be read has a fatal finding; the rest go on.
 */
export async function lintArchive(paths: readonly string[], host: LintHost, options: LintOptions): Promise<Outcome> {
  const parts = options.parts ?? partsCompared(paths, options);
  const isKept = options.parts ?? options.cache ?? options.fixes;
  const isAlone = paths.length === 1 && !isKept && !parts.includes('elements');
  const all = { ...options, parts, isAlone };
  let checked = await checkFiles(paths, host, all);
  for (let pass = 1; ; pass++) {
    const outcome = await finish(checked, host, all, !options.fixes);
    if (!options.fixes || outcome.partial || pass > MAX_PASSES) return outcome;
    const cleaned = await withoutUselessDirectives(checked, outcome.results, host, all);
    if (!cleaned) return outcome;
    checked = cleaned;
  }
}

/**
 * The rules that are on for any of the files and compare facts. These are drawn from every file of the run and from those its links
 * lead to: a rule that is on for interpretations compares them with policies.
 */
export function partsCompared(
  paths: readonly string[],
  { rules, configFor }: Pick<LintOptions, 'rules' | 'configFor'>,
): string[] {
  const own = new Set(rules);
  return [
    ...new Set(
      rulesUnder(paths.map(configFor), rules).flatMap((rule) => [
        ...(rule.compares ? [rule.id] : []),
        // What a plugin's rule looks at is not known.
        ...(!own.has(rule) && rule.checkArchive ? ['elements'] : []),
      ]),
    ),
  ];
}

/**
 * The second pass: archive rules over the facts of all files, wherever these were checked.
 * @param options with the `parts` that the facts were drawn with
 * @param isLast true where what was drawn is not compared again: it is let go
 */
export async function finish(checked: Checked, host: LintHost, options: LintOptions, isLast = false): Promise<Outcome> {
  const { foreign = [] } = checked;
  const facts = checked.files.flatMap((file) => file.facts ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
  try {
    if (checked.partial) throw new Stopped();
    const onFile = (done: number) => stepOn(options, 'links', done, facts.length);
    const archive = await archiveOf(facts, host, { ...options, onFile });
    const comparisons = new Comparisons(archive, options);
    await comparisons.draw(host, () => onFile(facts.length));
    const found = await checkArchive(
      archive,
      ({ path }) => options.configFor(path),
      options.rules,
      (done, total) => stepOn(options, 'rules', done, total),
      comparisons.known,
    );
    comparisons.remember(found);
    if (isLast) for (const { content } of facts) content.drawn = undefined;
    const results = toResults(checked, found, options);
    return { results, foreign, archive: options.resultsOnly ? NO_ARCHIVE : archive, partial: false };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const archive = new ArchiveIndex(facts, [], { present: new Set(), outside: new Set() }, ({ path }) =>
      options.settingsFor(path),
    );
    return {
      results: toResults({ ...checked, partial: true }, { findings: new Map(), notApplicable: new Map() }, options),
      foreign,
      archive: options.resultsOnly ? NO_ARCHIVE : archive,
      partial: true,
    };
  }
}

/** Ends the second pass in the middle. */
class Stopped extends Error {}

/** Waited for only where it has to be: there is a step for each file. */
function stepOn(options: LintOptions, step: 'links' | 'rules', done: number, total: number): void | Promise<void> {
  options.onArchive?.(step, done, total);
  const stopped = options.stopped?.();
  if (stopped instanceof Promise) return stopped.then(end);
  end(stopped);
}

function end(isStopped = false): void {
  if (isStopped) throw new Stopped();
}
