import { resolve } from 'node:path';
import { textDigest } from '../../rules/process/approved-text/digest.js';
import { approvalOf, stampApproval } from '../../rules/process/approved-text/stamp-approval.js';
import type { Document } from '../document/document.js';
import { systemCode } from '../engine/problems.js';
import { displayPath } from '../files/display.js';
import { leavesRepository, slashed } from '../files/ignore.js';
import { readBytes, type Source, sourceOf } from '../files/read.js';
import { encodeAs, replaceDocument } from '../files/write.js';
import { readDate } from '../language/dates.js';
import { filled } from '../language/filled.js';
import type { Locale, Localized } from '../language/locale.js';
import { admitted, parse } from '../lint/check-text.js';
import { messagesOf } from '../lint/messages.js';
import { type ReadProblem, readFailure } from '../lint/read-problems.js';
import { readDay, today } from './day.js';
import { type ConfigFlags, engineFor } from './engine-for.js';
import { type Io, UserError } from './io.js';

export interface ApproveFlags extends ConfigFlags {
  /** YYYY-MM-DD; today where it is not given. */
  readonly date?: string;
  readonly yes?: boolean;
}

/**
 * `jiedu-lint approve FILE`: stamps a briefing with the digest of its text and the date of its approval, after showing
 * what it will write and asking.
 * @returns 0 where the stamp stands (written now, or there already); 2 where nothing was written
 * @throws UserError where the file cannot be stamped; it is then as it was
 */
export async function approve(file: string, flags: ApproveFlags, io: Io): Promise<number> {
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
    io.out(`${say('stamped', locale, { file: shown, date: String(before.approved) })}\n`);
    return 0;
  }
  const stamped = stampApproval(document, { approved: date ?? today(), digest });
  if (stamped === null) throw new UserError(say('byHand', locale, { file: shown, date: date ?? today(), digest }));
  io.out(preview(shown, document, stamped, locale));
  if (!flags.yes && !(await agreed(locale, io))) return 2;
  try {
    replaceDocument(path, encodeAs(stamped, source) as Uint8Array, bytes, io.cwd);
  } catch (error) {
    const code = systemCode(error);
    const word = code === 'ECHANGED' ? 'changed' : code === 'ELOOP' ? 'link' : 'notWritten';
    throw new UserError(say(word, locale, { file: shown, code }));
  }
  io.out(`${say('written', locale, { file: shown })}\n`);
  return 0;
}

function read(path: string, locale: Locale, io: Io): { source: Source; bytes: Uint8Array } {
  const bytes = leavesRepository(path) ? ({ id: 'leadsOut', path, data: {} } as const) : readBytes(path);
  const source = 'id' in bytes ? bytes : sourceOf(path, bytes);
  if ('id' in bytes || 'id' in source) throw unread(source as ReadProblem, displayPath(io.cwd)(path), locale);
  return { source, bytes };
}

function unread(problem: ReadProblem, shown: string, locale: Locale): UserError {
  const [message] = messagesOf([readFailure(problem)], [0], locale);
  return new UserError(`${shown}  ${message?.message ?? ''}`);
}

/** Only a briefing is approved, and only front matter that can be read is added to. */
function refuse({ kind, frontMatter }: Document, { encoding }: Source, file: string, locale: Locale): void {
  if (frontMatter.status === 'broken') throw new UserError(say('broken', locale, { file }));
  if (kind !== 'briefing') throw new UserError(say('notBriefing', locale, { file, kind: kind ?? '?' }));
  if (encoding === 'gb18030') throw new UserError(say('gb18030', locale, { file }));
}

/** The lines that go (-) and come (+). */
function preview(file: string, document: Document, stamped: string, locale: Locale): string {
  const [before, after] = [document.text.split(/\r\n|\n|\r/), stamped.split(/\r\n|\n|\r/)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const gone = before.slice(start, before.length - end).filter((line) => !after.includes(line));
  const lines = [
    ...gone.map((line) => `  - ${line}`),
    ...after.slice(start, after.length - end).map((line) => `  ${before.includes(line) ? ' ' : '+'} ${line}`),
  ];
  return `${say('willWrite', locale, { file, count: document.wordCount.total })}\n${lines.join('\n')}\n`;
}

async function agreed(locale: Locale, io: Io): Promise<boolean> {
  if (!io.ask) throw new UserError(say('needsYes', locale));
  const answer = (await io.ask(`${say('question', locale)} `)).trim();
  if (/^(?:y|yes|是|写入|确认)$/i.test(answer)) return true;
  io.err(`${say('declined', locale)}\n`);
  return false;
}

const WORDS = {
  willWrite: {
    'zh-CN': '{file}：正文 {count} 字，将写入批准记录',
    en: '{file}: {count} 字 of text; this approval will be written',
  },
  question: { 'zh-CN': '这份文本确实已获批准，写入吗？[y/N]', en: 'Was this very text approved? Write it? [y/N]' },
  written: {
    'zh-CN': '已写入 {file}。此后正文有改动，规则 process/approved-text 会提示重新报批',
    en: 'Written to {file}. From now on process/approved-text tells of any change to the text',
  },
  stamped: {
    'zh-CN': '{file} 的正文与 {date} 批准的文本一致，不用再写',
    en: '{file} is the text approved on {date}; nothing needs to be written',
  },
  declined: { 'zh-CN': '没有写入', en: 'Nothing was written' },
  needsYes: {
    'zh-CN': '没有写入：这里没有终端可以询问，确认无误请加 --yes',
    en: 'Nothing was written: there is no terminal to ask on. Add --yes to write it',
  },
  notBriefing: {
    'zh-CN':
      '{file} 不是吹风会发布稿（类型：{kind}），只有发布稿要盖批准记录。如果它是发布稿，请在文首写 kind: briefing',
    en: '{file} is no briefing (its kind: {kind}), and only briefings are stamped. If it is one, write `kind: briefing` in front matter',
  },
  broken: {
    'zh-CN': '{file} 的文首元数据读不了，没有写入。请先运行 jiedu-lint {file}，照提示改好',
    en: 'The front matter of {file} cannot be read; nothing was written. Run jiedu-lint {file} and mend it first',
  },
  byHand: {
    'zh-CN':
      '{file} 的文首元数据写法特殊，没有写入。请自己在 approval（审批）下写 approved: {date} 和 digest: {digest}',
    en: 'The front matter of {file} cannot be added to safely; nothing was written. Write `approved: {date}` and `digest: {digest}` under `approval` yourself',
  },
  gb18030: {
    'zh-CN': '{file} 是 GB18030 编码，没有写入。请先另存为 UTF-8',
    en: '{file} is encoded in GB18030; nothing was written. Save it as UTF-8 first',
  },
  changed: {
    'zh-CN': '{file} 在询问时被改过，没有写入。请核对后重新运行',
    en: '{file} was changed in the meantime; nothing was written. Look at it and run again',
  },
  link: {
    'zh-CN': '{file} 是符号链接，或者在符号链接指的文件夹里，没有写入。请写出它指的那份文件',
    en: '{file} is a symbolic link, or lies in a folder that is one; nothing was written. Name the file it leads to',
  },
  notWritten: {
    'zh-CN': '写不了 {file}（{code}），文件没有变',
    en: '{file} cannot be written ({code}); it is as it was',
  },
} satisfies Record<string, Localized>;

function say(word: keyof typeof WORDS, locale: Locale, data: Readonly<Record<string, string | number>> = {}): string {
  return filled(WORDS[word][locale], data);
}
