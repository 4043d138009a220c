import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../files/ignore.js';
import { withLock } from '../files/lock.js';
import { readRegular } from '../files/regular.js';
import { writeOutput } from '../files/write.js';
import { suggest } from '../language/suggest.js';
import { applyBaseline, type Baseline, formatBaseline, parseBaseline, pruned, withFindings } from '../lint/baseline.js';
import type { FileResult } from '../lint/result.js';
import type { EngineOptions, SuppressionOptions } from './options.js';
import { EngineError, systemCode, type Telling } from './problems.js';
import { SUPPRESSIONS_FILE } from './suppressions-file.js';

/** What suppressions need of their engine. */
export interface SuppressionWorld extends Telling {
  /** The working folder, absolute: paths in the file are relative to it. */
  readonly cwd: string;
  /** Ids of the rules there are. */
  readonly ruleIds: readonly string[];
  readonly quiet: EngineOptions['quiet'];
  /** True where only some text is linted: what the file has of others is then no sign that it is gone. */
  readonly isText: boolean;
}

/** The file of suppressions of one run: read before linting, applied to the results, rewritten where that is asked. */
export class Suppressions {
  private constructor(
    private readonly file: string,
    private readonly baseline: Baseline,
    private readonly options: SuppressionOptions,
    private readonly world: SuppressionWorld,
  ) {}

  /** @throws EngineError where options name a rule that does not exist or a file that cannot be used */
  static open(options: SuppressionOptions, world: SuppressionWorld): Suppressions {
    const unknown = rulesIn(options.add).find((name) => !world.ruleIds.includes(name));
    if (unknown !== undefined) throw world.error('noRule', { name: unknown, near: suggest(unknown, world.ruleIds) });
    const file = resolve(world.cwd, options.location ?? SUPPRESSIONS_FILE);
    return new Suppressions(file, read(file, options, world), options, world);
  }

  /**
   * @param covers whether the run would have found a file of this path (absolute); absent: no file is missed
   * @param partial true where not all was found that there is: then nothing is rewritten, and nothing held against the file
   * @returns the results without what is suppressed, and whether the file suppresses more than there is, which has been told
   * @throws EngineError where the file cannot be written
   */
  apply(
    results: readonly FileResult[],
    partial: boolean,
    covers: (path: string) => boolean = () => false,
  ): { results: readonly FileResult[]; failed: boolean } {
    const { options, baseline, world } = this;
    const next = partial || !(options.add || options.prune) ? baseline : this.rewritten(results);
    const applied = applyBaseline(results, next, this.pathOf);
    const outdated = [...applied.outdated, ...this.gone(next, covers)];
    const failed = outdated.length > 0 && !partial && !options.passOnUnpruned && !world.isText;
    if (failed) world.note('suppressionsLeft', { count: outdated.length, files: outdated.slice(0, 5) });
    return { results: applied.results, failed };
  }

  /** Files that the baseline has and the run would have found, were they there: a new file of that name must not inherit it. */
  private gone(baseline: Baseline, covers: (path: string) => boolean): string[] {
    const absolute = (path: string) => resolve(this.world.cwd, path);
    return [...baseline.keys()].filter((path) => covers(absolute(path)) && !existsSync(absolute(path)));
  }

  /** The file with what this run found, written. It is read again: another run may have written it meanwhile. */
  private rewritten(results: readonly FileResult[]): Baseline {
    try {
      return withLock(this.file, this.world.cwd, () => {
        const next = this.changed(read(this.file, this.options, this.world), results);
        if (next.size > 0 || existsSync(this.file)) this.write(next);
        return next;
      });
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw this.world.error('suppressionsNotWritten', { file: this.file, code: systemCode(error) });
    }
  }

  private changed(baseline: Baseline, results: readonly FileResult[]): Baseline {
    const { pathOf, world } = this;
    const { add, prune } = this.options;
    if (prune) return pruned(baseline, results, pathOf, (path) => existsSync(resolve(world.cwd, path)));
    if (!add) return baseline;
    return withFindings(
      baseline,
      results,
      pathOf,
      ({ ruleId, severity }) => (add === 'all' || add.includes(ruleId ?? '')) && (!world.quiet || severity === 2),
    );
  }

  private readonly pathOf = (filePath: string): string => {
    const path = relative(this.world.cwd, filePath);
    return slashed(isAbsolute(path) ? filePath : path);
  };

  private write(baseline: Baseline): void {
    const isOurs = () => parseBaseline(textOf(this.file)) !== null;
    writeOutput(this.file, Buffer.from(formatBaseline(baseline)), { within: this.world.cwd, isOurs });
  }
}

function rulesIn(add: SuppressionOptions['add']): readonly string[] {
  return add === undefined || add === 'all' ? [] : add;
}

function read(file: string, { location, add }: SuppressionOptions, world: SuppressionWorld): Baseline {
  if (!existsSync(file)) {
    if (location === undefined || add) return new Map();
    throw world.error('noSuppressions', { file });
  }
  let text: string;
  try {
    text = textOf(file);
  } catch (error) {
    throw world.error('suppressionsUnreadable', { file, code: systemCode(error) });
  }
  const baseline = parseBaseline(text);
  if (baseline) return baseline;
  throw world.error('suppressionsBroken', { file });
}

function textOf(file: string): string {
  return readRegular(file)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
