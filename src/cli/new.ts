import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { KINDS, kindOf } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { draftOf } from '../lint/draft.js';
import { displayPath } from './display.js';
import { type Io, UserError } from './io.js';
import { Session, type SessionOptions } from './session.js';
import { say } from './words.js';

export interface NewFlags extends SessionOptions {
  readonly outputFile?: string;
}

/**
 * `jiedu-lint new KIND`: writes a draft with the front matter and the sections that the presets demand.
 * @throws UserError for a kind there is not, and where the file is there already or cannot be written
 */
export async function newDraft(written: string, flags: NewFlags, io: Io): Promise<number> {
  const session = new Session(io, flags);
  const kind = kindOf(written);
  if (!kind) throw new UserError(noSuchKind(written, session.locale));
  const path = resolve(io.cwd, flags.outputFile ?? `${kind}.md`);
  await session.prepare([path]);
  const { locale } = session;
  const shown = displayPath(io.cwd)(path);
  try {
    writeFileSync(path, draftOf(kind, session.configFor(path), rules, locale), { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UserError(say(code === 'EEXIST' ? 'draftExists' : 'draftNotWritten', locale, { path: shown, code }));
  }
  io.out(`${say('draftWritten', locale, { path: shown })}\n`);
  return 0;
}

function noSuchKind(written: string, locale: Locale): string {
  const names = KINDS.map(({ kind, chinese }) => (locale === 'en' ? kind : chinese[0]));
  const near = suggest(
    written,
    KINDS.flatMap(({ kind, chinese }) => [kind, ...chinese]),
  );
  const choices = names.join(locale === 'en' ? ', ' : '、');
  const stop = locale === 'en' ? '. ' : '。';
  return (
    say('noKind', locale, { name: written, choices }) +
    (near ? `${stop}${say('didYouMean', locale, { name: near })}` : '')
  );
}
