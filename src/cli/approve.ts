import { resolve } from 'node:path';
import { approvalOf, textDigest } from '../../rules/process/approved-text/digest.js';
import type { Document } from '../document/document.js';
import { displayPath } from '../files/display.js';
import { leavesRepository, slashed } from '../files/ignore.js';
import { readBytes, type Source, sourceOf } from '../files/read.js';
import { encodeAs, replaceableMode, replaceDocument } from '../files/write.js';
import { readDate, today } from '../language/dates.js';
import type { Locale } from '../language/locale.js';
import { admitted, parse } from '../lint/check-text.js';
import { type ReadProblem, sayReadProblem } from '../lint/read-problems.js';
import { stampApproval } from '../lint/stamp-approval.js';
import { linesChanged } from '../report/lines-changed.js';
import { readDay } from './day.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/**
 * `jiedu-lint approve FILE`: stamps a briefing with the digest of its text and the date of its approval, after showing
 * what it will write and asking.
 * @returns 0 where the stamp stands (written now, or there already); 2 where nothing was written
 * @throws UserError where the file cannot be stamped; it is then as it was
 */
export async function approve(file: string, flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const path = resolve(io.cwd, file);
  await configuration.prepare([path]);
  const { locale } = configuration;
  const { source, bytes } = read(path, locale, io);
  const config = configuration.configFor(path);
  const shown = displayPath(io.cwd)(path);
  const allowed = admitted(source, config);
  const document = 'id' in allowed ? allowed : parse(slashed(path), source.text, config);
  if ('id' in document) throw unread(document, shown, locale);
  refuse(document, source, shown, locale);
  const date = flags.date === undefined ? undefined : readDay(flags.date, locale);
  const digest = textDigest(document);
  const before = approvalOf(document);
  if (before.digest === digest && readDate(String(before.approved)) && (date ?? before.approved) === before.approved) {
    io.out(`${say('approveStamped', locale, { file: shown, date: String(before.approved) })}\n`);
    return 0;
  }
  const stamped = stampApproval(document, { approved: date ?? today(), digest });
  if (stamped === null)
    throw new UserError(say('approveByHand', locale, { file: shown, date: date ?? today(), digest }));
  const told = { ECHANGED: 'fixChanged', ELOOP: 'fixLink' } as const;
  writeOrRefuse(() => replaceableMode(path, io.cwd), shown, locale, told);
  const count = document.wordCount.total;
  io.out(`${say('approveWillWrite', locale, { file: shown, count })}\n${linesChanged(document.text, stamped)}\n`);
  if (!flags.yes && !(await agreed(locale, io))) return 2;
  const content = encodeAs(stamped, source) as Uint8Array;
  writeOrRefuse(() => replaceDocument(path, content, bytes, io.cwd), shown, locale, told);
  io.out(`${say('approveWritten', locale, { file: shown })}\n`);
  return 0;
}

function read(path: string, locale: Locale, io: Io): { source: Source; bytes: Uint8Array } {
  const bytes = leavesRepository(path) ? ({ id: 'leadsOut', path, data: {} } as const) : readBytes(path);
  const source = 'id' in bytes ? bytes : sourceOf(path, bytes);
  if ('id' in bytes || 'id' in source) throw unread(source as ReadProblem, displayPath(io.cwd)(path), locale);
  return { source, bytes };
}

function unread(problem: ReadProblem, shown: string, locale: Locale): UserError {
  return new UserError(`${shown}  ${sayReadProblem(problem, locale)}`);
}

/** Only a briefing is approved, and only front matter that can be read is added to. */
function refuse({ kind, frontMatter }: Document, { encoding }: Source, file: string, locale: Locale): void {
  if (frontMatter.status === 'broken') throw new UserError(say('approveBroken', locale, { file }));
  if (kind !== 'briefing') throw new UserError(say('approveNotBriefing', locale, { file, kind: kind ?? '?' }));
  if (encoding === 'gb18030') throw new UserError(say('fixEncoding', locale, { file, code: 'GB18030' }));
}

async function agreed(locale: Locale, io: Io): Promise<boolean> {
  if (!io.ask) throw new UserError(say('approveNeedsYes', locale));
  const answer = (await io.ask(`${say('approveQuestion', locale)} `)).trim();
  if (/^(?:y|yes|是|写入|确认)$/i.test(answer)) return true;
  io.err(`${say('approveDeclined', locale)}\n`);
  return false;
}
