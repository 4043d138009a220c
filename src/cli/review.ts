import { resolve } from 'node:path';
import { parseDocument } from '../document/parse.js';
import { displayPath } from '../files/display.js';
import { leavesRepository, slashed } from '../files/ignore.js';
import { lookInto } from '../files/links.js';
import { readBytes } from '../files/read.js';
import { writeOutput } from '../files/write.js';
import { conversionFor } from '../import/conversion.js';
import { sayNote } from '../import/words.js';
import { today } from '../language/dates.js';
import type { Locale } from '../language/locale.js';
import type { ReadFile } from '../lint/host.js';
import { type ReadProblem, sayReadProblem } from '../lint/read-problems.js';
import { checkElements, elementsAsked } from '../review/element-check.js';
import { ReviewFailure } from '../review/parts.js';
import { reviewWord } from '../review/review.js';
import { sheetDocx, sheetHtml } from '../review/sheet.js';
import { isReview } from '../review/signature.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { sayProblem } from './left-out.js';
import { type Output, refuseOutputs, replacing, writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/**
 * `jiedu-lint review FILE.docx`: the Word file with a comment for each finding at its words, first one that sums up the elements.
 * @returns 0 where nothing at error level was found, 1 where something was
 * @throws UserError for a file that is no Word file, and where the outputs cannot be written
 */
export async function review(file: string, flags: Flags, io: Context): Promise<number> {
  const path = resolve(io.cwd, file);
  const engine = engineFor(flags, io);
  const { configuration } = engine;
  await configuration.prepare([path]);
  const { locale } = configuration;
  if (!/\.docx$/i.test(path)) throw new UserError(say('reviewOnly', locale, { file }));
  const outputs = outputsOf(path, flags, io);
  refuseOutputs(outputs, { documents: [path] }, replacing(isReview, flags, io), locale);
  const bytes = bytesOf(path, file, locale);
  const read = await converted(bytes, path, io, locale);
  const { results } = await engine.lintText(bytes, path);
  const messages = results[0]?.messages ?? [];
  const document = parseDocument(read.text, { path });
  const { clauses, rules } = configuration.configFor(slashed(path));
  const elements = checkElements(document, elementsAsked(rules, document.kind));
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const reviewed = await reviewWord(bytes, { ...read, messages, elements, fix: flags.fix }, now).catch((error) => {
    throw error instanceof ReviewFailure ? new UserError(say('reviewUnread', locale, { file })) : error;
  });
  const errors = messages.filter(({ severity }) => severity === 2).length;
  const warnings = messages.length - errors;
  const cite = (id: string) => clauses.cited([id], 'zh-CN')[0]?.citation ?? id;
  const sheet = { ...{ file, elements, errors, warnings, cite }, title: document.title, date: today() };
  const [review, page, word] = outputs;
  write(review, reviewed.bytes, flags, locale, io);
  if (page) write(page, Buffer.from(sheetHtml(sheet)), flags, locale, io);
  if (word) write(word, await sheetDocx(sheet), flags, locale, io);
  for (const note of read.origin?.notRead ?? []) io.out(`${sayNote(note, locale)}\n`);
  io.out(`${say('reviewDone', locale, { errors, warnings, fixed: reviewed.fixed })}\n`);
  return errors > 0 ? 1 : 0;
}

function outputsOf(path: string, { outputFile, checklist }: Flags, io: Io): [Output, ...Output[]] {
  const stem = path.replace(/\.docx$/i, '');
  const file = displayPath(io.cwd);
  const output = (path: string, option: string, ending: string) => ({ file: file(path), path, option, ending });
  const review = output(resolve(io.cwd, outputFile ?? `${stem}-批注.docx`), '--output-file', '.docx');
  const sheets = ['.html', '.docx'].map((ending) => output(`${stem}-核查单${ending}`, '--checklist', ending));
  return checklist ? [review, ...sheets] : [review];
}

function bytesOf(path: string, file: string, locale: Locale): Uint8Array {
  if (!lookInto(path)) throw new UserError(sayProblem({ id: 'notFound', pattern: file }, locale));
  if (leavesRepository(path)) throw new UserError(`${file} ${sayReadProblem({ id: 'leadsOut', data: {} }, locale)}`);
  const bytes = readBytes(path);
  if ('id' in bytes) throw new UserError(say('reviewUnread', locale, { file }));
  return bytes;
}

async function converted(
  bytes: Uint8Array,
  path: string,
  io: Io,
  locale: Locale,
): Promise<Exclude<ReadFile, ReadProblem>> {
  const { convert, end } = conversionFor(io.threads);
  const read: ReadFile = await convert(bytes, slashed(path)).finally(end);
  if ('id' in read) throw new UserError(`${displayPath(io.cwd)(path)}  ${sayReadProblem(read, locale)}`);
  return read;
}

function write(output: Output, content: Uint8Array, flags: Flags, locale: Locale, io: Io): void {
  const { file, path } = output;
  writeOrRefuse(() => writeOutput(path, content, replacing(isReview, flags, io)), file, locale);
  io.out(`${say('wroteFile', locale, { path: file })}\n`);
}
