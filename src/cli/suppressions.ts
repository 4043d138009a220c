import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../files/ignore.js';
import { readRegular } from '../files/regular.js';
import { writeWhole } from '../files/write.js';
import { suggest } from '../language/suggest.js';
import { applyBaseline, type Baseline, formatBaseline, parseBaseline, pruned, withFindings } from '../lint/baseline.js';
import type { FileResult } from '../lint/result.js';
import { type Io, UserError } from './io.js';
import type { Session } from './session.js';
import { SUPPRESSIONS_FILE, type SuppressionFlags } from './suppressions-file.js';
import { say } from './words.js';

/** The file of suppressions of one run: read before linting, applied to the results, rewritten where that is asked. */
export class Suppressions {
  private constructor(
    private readonly file: string,
    private readonly baseline: Baseline,
    private readonly flags: SuppressionFlags,
    private readonly session: Session,
    private readonly io: Io,
  ) {}

  /**
   * @throws UserError where options contradict each other, name a rule that does not exist or a file that cannot be used
   */
  static open(flags: SuppressionFlags, session: Session, io: Io): Suppressions {
    const { locale } = session;
    const writes = [
      flags.suppressAll ? '--suppress-all' : [],
      flags.suppressRule ? '--suppress-rule' : [],
      flags.pruneSuppressions ? '--prune-suppressions' : [],
    ].flat();
    const [first, second] = writes;
    if (first && second) throw new UserError(say('notTogether', locale, { first, second }));
    if (first && flags.stdin) throw new UserError(say('notTogether', locale, { first, second: '--stdin' }));
    const ids = session.rules.map(({ id }) => id);
    for (const name of flags.suppressRule ?? []) {
      if (ids.includes(name)) continue;
      const near = suggest(name, ids);
      const hint = near ? `${locale === 'en' ? '. ' : '。'}${say('didYouMean', locale, { name: near })}` : '';
      throw new UserError(say('noRule', locale, { name }) + hint);
    }
    const file = resolve(io.cwd, flags.suppressionsLocation ?? SUPPRESSIONS_FILE);
    return new Suppressions(file, read(file, flags, session), flags, session, io);
  }

  /**
   * @param partial true where not all was found that there is: then nothing is rewritten, and nothing held against the file
   * @returns the results without what is suppressed, and whether the file suppresses more than there is, which has been said
   * @throws UserError where the file cannot be written
   */
  apply(results: readonly FileResult[], partial = false): { results: readonly FileResult[]; failed: boolean } {
    const { flags, baseline } = this;
    const next = partial ? baseline : this.changed(results);
    if (next !== baseline && (next.size > 0 || existsSync(this.file))) this.write(next);
    const applied = applyBaseline(results, next, this.pathOf);
    const failed = applied.outdated.length > 0 && !partial && !flags.passOnUnprunedSuppressions && !flags.stdin;
    if (failed) {
      const { locale } = this.session;
      const shown = applied.outdated.slice(0, 5).join(locale === 'en' ? ', ' : '、');
      this.io.err(`${say('suppressionsLeft', locale, { count: applied.outdated.length, files: shown })}\n`);
    }
    return { results: applied.results, failed };
  }

  private changed(results: readonly FileResult[]): Baseline {
    const { baseline, flags, pathOf } = this;
    if (flags.pruneSuppressions)
      return pruned(baseline, results, pathOf, (path) => existsSync(resolve(this.io.cwd, path)));
    if (!flags.suppressAll && !flags.suppressRule) return baseline;
    // What --quiet does not show is not put down behind the user's back either.
    return withFindings(
      baseline,
      results,
      pathOf,
      ({ ruleId, severity }) =>
        (flags.suppressAll || flags.suppressRule?.includes(ruleId ?? '') === true) && (!flags.quiet || severity === 2),
    );
  }

  private readonly pathOf = (filePath: string): string => {
    const path = relative(this.io.cwd, filePath);
    return slashed(isAbsolute(path) ? filePath : path);
  };

  private write(baseline: Baseline): void {
    try {
      writeWhole(this.file, Buffer.from(formatBaseline(baseline)));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new UserError(say('suppressionsNotWritten', this.session.locale, { file: this.file, code }));
    }
  }
}

function read(file: string, flags: SuppressionFlags, { locale }: Session): Baseline {
  if (!existsSync(file)) {
    if (flags.suppressionsLocation === undefined || flags.suppressAll || flags.suppressRule) return new Map();
    throw new UserError(say('noSuppressions', locale, { file }));
  }
  let text: string;
  try {
    text = readRegular(file)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError(say('suppressionsUnreadable', locale, { file, code }));
  }
  const baseline = parseBaseline(text);
  if (baseline) return baseline;
  throw new UserError(say('suppressionsBroken', locale, { file }));
}
