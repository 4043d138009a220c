import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { KINDS, kindOf } from '../document/vocabulary.js';
import { systemCode } from '../engine/problems.js';
import { displayPath } from '../files/display.js';
import { createFile } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { draftOf } from '../lint/draft.js';
import { type ConfigFlags, engineFor } from './engine-for.js';
import { type Io, UserError } from './io.js';
import { say } from './words.js';

export interface NewFlags extends ConfigFlags {
  readonly outputFile?: string;
}

/**
 * `jiedu-lint new KIND`: writes a draft with the front matter and the sections that the presets demand.
 * @throws UserError for a kind there is not, and where the file is there already or cannot be written
 */
export async function newDraft(written: string, flags: NewFlags, io: Io): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const kind = kindOf(written);
  if (!kind) throw new UserError(noSuchKind(written, configuration.locale));
  const path = resolve(io.cwd, flags.outputFile ?? `${kind}.md`);
  await configuration.prepare([path]);
  const { locale } = configuration;
  const shown = displayPath(io.cwd)(path);
  try {
    createFile(path, [draftOf(kind, configuration.configFor(path), rules, locale)], { within: io.cwd });
  } catch (error) {
    const code = systemCode(error);
    throw new UserError(say(code === 'EEXIST' ? 'draftExists' : 'draftNotWritten', locale, { path: shown, code }));
  }
  io.out(`${say('draftWritten', locale, { path: shown })}\n`);
  return 0;
}

function noSuchKind(written: string, locale: Locale): string {
  const names = KINDS.map(({ kind, chinese }) => (locale === 'en' ? kind : chinese[0]));
  const known = KINDS.flatMap(({ kind, chinese }) => [kind, ...chinese]);
  return say('noKind', locale, { name: written, choices: names, near: suggest(written, known) });
}
