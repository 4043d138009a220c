import { resolve } from 'node:path';
import type { ConfigProblem } from '../config/config.js';
import type { Known } from '../config/known.js';
import { parseOwnPreset } from '../config/own-preset.js';
import { checkPreset } from '../config/preset-check.js';
import { presetDraft } from '../config/preset-draft.js';
import { readText } from '../config/read-text.js';
import { knownNames } from '../engine/known.js';
import { displayPath } from '../files/display.js';
import { slashed } from '../files/ignore.js';
import { readSource } from '../files/read.js';
import { createFile } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import type { Flags } from './flags.js';
import { type Io, UserError } from './io.js';
import { writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/**
 * `jiedu-lint preset new NAME`, `jiedu-lint preset check FILE`.
 * @throws UserError where a file cannot be read or written
 */
export async function preset(action: string, operand: string, flags: Flags, io: Io): Promise<number> {
  return action === 'new' ? newPreset(operand, flags, io) : check(operand, flags, io);
}

/** Writes NAME.preset.yaml, to be finished by a person; overwrites nothing. */
async function newPreset(name: string, { from, locale = 'zh-CN' }: Flags, io: Io): Promise<number> {
  const known = knownNames();
  const path = resolve(io.cwd, `${name}.preset.yaml`);
  const shown = displayPath(io.cwd)(path);
  const draft = presetDraft(name, from === undefined ? undefined : await noticeIn(from, locale, io), known);
  const { own, problems } = parseOwnPreset(draft, slashed(path), known);
  if (problems[0]) throw new UserError(problems[0].message[locale]);
  writeOrRefuse(() => createFile(path, [draft], { within: io.cwd }), shown, locale, { EEXIST: 'presetExists' });
  const clauses = own?.clauses ?? [];
  const count = clauses.filter(({ rules }) => rules.length > 0).length;
  io.out(`${say('presetWritten', locale, { path: shown, clauses: clauses.length, count })}\n`);
  return 0;
}

async function noticeIn(file: string, locale: Locale, io: Io): Promise<string> {
  const source = await readSource(resolve(io.cwd, file));
  if ('id' in source) throw new UserError(say('noticeUnread', locale, { file }));
  return source.text;
}

/** Prints what is wrong and missing: 0 where nothing is, 1 where something is, 2 where the file cannot be read. */
function check(file: string, { locale = 'zh-CN' }: Flags, io: Io): number {
  const path = resolve(io.cwd, file);
  const display = displayPath(io.cwd);
  const read = readText(path);
  if ('message' in read) throw new UserError(`${display(path)}: ${read.message[locale]}`);
  const { problems, hints, own, isReadable } = checkPreset(read.text, slashed(path), knownBut(read.text));
  const line = (one: ConfigProblem, mark = '') =>
    `${display(one.file)}:${one.line}:${one.column}  ${mark}${one.message[locale]}\n`;
  for (const problem of problems) io.out(line(problem));
  for (const hint of hints) io.out(line(hint, say('hint', locale)));
  if (!isReadable) return 2;
  const clauses = own?.clauses ?? [];
  const checked = clauses.filter(({ rules }) => rules.length > 0).length;
  const summary = { problems: problems.length, clauses: clauses.length, checked, left: clauses.length - checked };
  io.out(`${say(own ? 'presetChecked' : 'presetBroken', locale, summary)}\n`);
  return problems.length > 0 ? 1 : 0;
}

/** What is known without the preset itself, where it is one that ships. */
function knownBut(text: string): Known {
  const known = knownNames();
  return { ...known, shipped: new Map([...(known.shipped ?? [])].filter(([, other]) => other !== text)) };
}
