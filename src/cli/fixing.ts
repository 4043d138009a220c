import { FileHost } from '../files/host.js';
import { readSource } from '../files/read.js';
import { encodeAs, replaceFile } from '../files/write.js';
import type { LintOptions } from '../lint/run.js';
import { displayPath } from './display.js';
import { type Io, UserError } from './io.js';
import type { Session } from './session.js';
import { choice } from './values.js';
import { say } from './words.js';

export interface FixFlags {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType?: readonly string[];
  readonly quiet?: boolean;
  readonly stdin?: boolean;
}

/**
 * What the flags ask of fixes.
 * @throws UserError where they contradict each other
 */
export function fixesAsked(flags: FixFlags, session: Session, io: Io): Pick<LintOptions, 'fixes' | 'onNotFixed'> {
  if (flags.fix && flags.fixDryRun) throw new UserError(say('fixTwice', session.locale));
  if (flags.fixType && !flags.fix && !flags.fixDryRun) throw new UserError(say('fixTypeAlone', session.locale));
  if (flags.fix && flags.stdin) throw new UserError(say('fixStdin', session.locale));
  const types = flags.fixType && typesAsked(flags.fixType, session);
  return {
    // What --quiet does not show is not changed behind the user's back either.
    fixes: ({ severity, ruleId }) =>
      (!flags.quiet || severity === 'error') && (!types || types.has(ruleId === null ? DIRECTIVE : categoryOf(ruleId))),
    onNotFixed: (path, code) =>
      io.err(`${say('fixEncoding', session.locale, { file: displayPath(io.cwd)(path), code })}\n`),
  };
}

/** What --fix-type calls directives that do nothing, as ESLint does. */
const DIRECTIVE = 'directive';

/** The categories that --fix-type names; only those with rules that can be fixed may be. */
function typesAsked(words: readonly string[], { rules, locale }: Session): ReadonlySet<string> {
  const fixable = new Set(rules.filter((rule) => rule.fixable).map(({ id }) => categoryOf(id)));
  const read = choice('--fix-type', [...fixable, DIRECTIVE].sort(), locale);
  return new Set(words.flatMap((word) => word.split(',').map((type) => read(type.trim()))));
}

function categoryOf(ruleId: string): string {
  return ruleId.split('/')[0] ?? '';
}

/** The files of this machine, with fixes written into them. What could not be written is said on standard error. */
export class FixingHost extends FileHost {
  failed = false;

  constructor(
    private readonly session: Session,
    private readonly io: Io,
  ) {
    super();
  }

  /** Leaves a file alone that changed since it was read. */
  async save(path: string, before: string, after: string): Promise<boolean> {
    const problem = await this.tryToSave(path, before, after);
    if (problem === null) return true;
    this.failed = true;
    const file = displayPath(this.io.cwd)(path);
    this.io.err(`${say(problem.word, this.session.locale, { file, code: problem.code ?? '' })}\n`);
    return false;
  }

  private async tryToSave(path: string, before: string, after: string): Promise<Problem | null> {
    const source = await readSource(path);
    if ('id' in source || source.text !== before) return { word: 'fixChanged' };
    const bytes = encodeAs(after, source);
    if (bytes === null) return { word: 'fixNotWritten', code: source.encoding };
    try {
      replaceFile(path, bytes);
      return null;
    } catch (error) {
      return { word: 'fixNotWritten', code: (error as NodeJS.ErrnoException).code ?? String(error) };
    }
  }
}

interface Problem {
  readonly word: 'fixChanged' | 'fixNotWritten';
  readonly code?: string;
}
