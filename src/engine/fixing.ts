import type { Rule } from '../../rules/rule.js';
import { type Convert, FileHost } from '../files/host.js';
import { readBytes, sourceOf } from '../files/read.js';
import { encodeAs, replaceDocument } from '../files/write.js';
import { suggest } from '../language/suggest.js';
import type { ReadFile } from '../lint/host.js';
import type { LintOptions } from '../lint/options.js';
import type { EngineOptions } from './options.js';
import { systemCode, type Telling } from './problems.js';

/** What fixing needs of its engine. */
export interface FixWorld extends Telling {
  /** The rules there are. */
  readonly rules: readonly Rule[];
  readonly displayPath: (path: string) => string;
  /** The working folder, absolute. */
  readonly cwd: string;
}

/**
 * Which findings' fixes are applied.
 * @throws EngineError for a category that no rule with fixes is of
 */
export function fixesAsked(
  { fixTypes, quiet }: Pick<EngineOptions, 'fixTypes' | 'quiet'>,
  world: FixWorld,
): Pick<LintOptions, 'fixes' | 'onNotFixed'> {
  const types = fixTypes && typesAsked(fixTypes, world);
  return {
    fixes: ({ severity, ruleId }) =>
      (!quiet || severity === 'error') && (!types || types.has(ruleId === null ? DIRECTIVE : categoryOf(ruleId))),
    onNotFixed: (path, code) => {
      const isText = /^(?:utf|gb)/.test(code);
      const note = isText ? 'fixEncoding' : code === 'docx' ? 'fixWord' : 'fixPage';
      world.note(note, { file: world.displayPath(path), code });
    },
  };
}

/** What directives that do nothing are called among the categories, as in ESLint. */
const DIRECTIVE = 'directive';

/** Only categories with rules that can be fixed may be named. */
function typesAsked(types: readonly string[], { rules, error }: FixWorld): ReadonlySet<string> {
  const fixable = new Set(rules.filter((rule) => rule.fixable).map(({ id }) => categoryOf(id)));
  const choices = [...fixable, DIRECTIVE].sort();
  const wrong = types.find((type) => !choices.includes(type));
  if (wrong !== undefined)
    throw error('badChoice', { option: '--fix-type', value: wrong, choices, near: suggest(wrong, choices) });
  return new Set(types);
}

function categoryOf(ruleId: string): string {
  return ruleId.split('/')[0] ?? '';
}

/** The files of this machine, with fixes written into them. What could not be written is told. */
export class FixingHost extends FileHost<ReadFile> {
  failed = false;

  constructor(
    private readonly world: FixWorld,
    convert: Convert<ReadFile> | undefined,
  ) {
    super(undefined, convert);
  }

  /** Leaves a file alone that changed since it was read. */
  async save(path: string, before: string, after: string): Promise<boolean> {
    const problem = tryToSave(path, before, after, this.world.cwd);
    if (problem === null) return true;
    this.failed = true;
    this.world.note(problem.note, { file: this.world.displayPath(path), code: problem.code });
    return false;
  }
}

interface Problem {
  readonly note: 'fixChanged' | 'fixLink' | 'fixNotWritten';
  readonly code?: string;
}

function tryToSave(path: string, before: string, after: string, cwd: string): Problem | null {
  const read = readBytes(path);
  const source = 'id' in read ? read : sourceOf(path, read);
  if ('id' in read || 'id' in source || source.text !== before) return { note: 'fixChanged' };
  const bytes = encodeAs(after, source);
  if (bytes === null) return { note: 'fixNotWritten', code: source.encoding };
  try {
    replaceDocument(path, bytes, read, cwd);
    return null;
  } catch (error) {
    const code = systemCode(error);
    const note = code === 'ECHANGED' ? 'fixChanged' : code === 'ELOOP' ? 'fixLink' : 'fixNotWritten';
    return { note, code };
  }
}
