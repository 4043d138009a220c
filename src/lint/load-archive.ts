import type { Rule } from '../../rules/rule.js';
import { type Facts, factsOf } from '../archive/facts.js';
import { ArchiveIndex } from '../archive/index.js';
import type { Target } from '../archive/targets.js';
import { searchFor } from '../archive/wanted.js';
import { contentOf, factsThrough } from './cached.js';
import { factKinds } from './check-text.js';
import { documentAt } from './document-at.js';
import type { LintHost } from './host.js';
import type { LintOptions } from './options.js';

/** Keys under which a paper may be named by number or title, so that it has to be looked for. */
const PAPERS = ['policy', 'interpretations'];

/** Files that links may lead to as documents; Word files and pages where the host can make text of them. */
const DOCUMENT = /\.(?:md|markdown|docx|docm|x?html?|shtml|mht(?:ml)?)$/i;

/**
 * Builds the index over the linted files, reading of the rest of the archive only what their links need.
 * @param linted facts of the files of this run, sorted by path
 */
export async function archiveOf(
  linted: readonly Facts[],
  host: LintHost,
  options: Pick<LintOptions, 'configFor' | 'settingsFor' | 'parts' | 'cache'> & {
    /** Those named in `parts` at least. */
    readonly rules?: readonly Rule[];
    /** Told of how many linted files the links have been followed, before each; waited for. */
    readonly onFile?: (done: number) => void | Promise<void>;
  },
): Promise<ArchiveIndex> {
  const settingsFor = ({ path }: Facts) => options.settingsFor(path);
  const known = new Set(linted.map(({ path }) => path));
  const present = new Set<string>();
  const outside = new Set<string>();
  const loaded = new Map<string, Facts>();
  const asked = new Set<string>();
  const factsAt = async (path: string) =>
    factsThrough(path, await contentOf(path, host, options), options, async () => {
      const document = await documentAt(path, host, options);
      // What a file that is only linked to provides is nobody's question.
      return document && factsOf(document, {}, path, factKinds(options.configFor(path), options));
    });
  const load = async (path: string) => {
    if (known.has(path) || asked.has(path)) return;
    asked.add(path);
    const facts = DOCUMENT.test(path) ? await factsAt(path) : null;
    if (facts) loaded.set(path, facts);
  };
  // By the archive they are looked for in. All are looked for at once: an archive is read once, however many there are.
  const wanted = new Map<string, Map<string, Target>>();
  const first = new ArchiveIndex(linted, [], { present, outside }, settingsFor);
  for (const [done, facts] of linted.entries()) {
    const told = options.onFile?.(done);
    if (told) await told;
    for (const link of facts.links) {
      const target = first.targetOf(facts, link);
      if (target.type === 'path') {
        // To wait costs, and most links lead to files of the run.
        const [likeliest = ''] = target.candidates;
        const found = known.has(likeliest) ? likeliest : await firstPresent(target, known, host);
        if (found === null || known.has(found)) continue;
        const { root } = settingsFor(facts);
        if (root !== null && (await host.leadsOut?.(found, root))) outside.add(found);
        else {
          present.add(found);
          await load(found);
        }
      } else if (first.resolve(facts, link).status === 'missing' && PAPERS.includes(link.key ?? '')) {
        const { root } = settingsFor(facts);
        if (root === null) continue;
        const inRoot = wanted.get(root) ?? new Map<string, Target>();
        wanted.set(root, inRoot.set(`${target.type} ${link.to}`, target));
      }
    }
  }
  for (const [root, targets] of wanted) {
    const search = { ...searchFor(targets.values()), onFile: () => options.onFile?.(linted.length) };
    for (const path of await host.filesWith(root, search, known)) await load(path);
  }
  return first.withLoaded([...loaded.values()]);
}

async function firstPresent(
  target: Target & { type: 'path' },
  known: ReadonlySet<string>,
  host: LintHost,
): Promise<string | null> {
  for (const path of target.candidates) if (known.has(path) || (await host.exists(path))) return path;
  return null;
}
