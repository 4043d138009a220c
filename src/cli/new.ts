import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { KIND_NAMES, KINDS, kindName, kindOf } from '../document/vocabulary.js';
import { displayPath } from '../files/display.js';
import { isConverted } from '../files/formats.js';
import { createFile } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { draftOf } from '../lint/draft.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/**
 * `jiedu-lint new KIND`: writes a draft with the front matter and the sections that the presets demand.
 * @throws UserError for a kind there is not, and where the file is there already or cannot be written
 */
export async function newDraft(written: string, flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const kind = kindOf(written);
  if (!kind) throw new UserError(noSuchKind(written, configuration.locale));
  const path = resolve(io.cwd, flags.outputFile ?? `${kind}.md`);
  await configuration.prepare([path]);
  const { locale } = configuration;
  const shown = displayPath(io.cwd)(path);
  if (isConverted(path)) throw new UserError(say('badEnding', locale, { file: shown, ending: '.md' }));
  const draft = draftOf(kind, configuration.configFor(path), rules, locale);
  writeOrRefuse(() => createFile(path, [draft], { within: io.cwd }), shown, locale, { EEXIST: 'draftExists' });
  io.out(`${say('draftWritten', locale, { path: shown })}\n`);
  return 0;
}

function noSuchKind(written: string, locale: Locale): string {
  const names = KINDS.map(({ kind }) => kindName(kind, locale));
  return say('noKind', locale, { name: written, choices: names, near: suggest(written, KIND_NAMES) });
}
