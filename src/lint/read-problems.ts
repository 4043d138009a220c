import type { Locale, Localized } from '../language/locale.js';
import { type Finding, newFinding } from './finding.js';
import { messagesOf } from './messages.js';

/** Why a file could not be read, or what its reading had to assume, as the files room tells it. */
export interface ReadProblem {
  readonly id: string;
  readonly data: Finding['data'];
}

type Words = Pick<Finding, 'what' | 'todo'>;

// biome-ignore format: a row a language
const FAILURES: Readonly<Record<string, Words>> = {
  notFound: {
    what: { 'zh-CN': '找不到这个文件', en: 'There is no such file' },
    todo: { 'zh-CN': '请核对路径和文件名', en: 'Check the path and the name' },
  },
  notAFile: {
    what: { 'zh-CN': '这不是普通文件', en: 'This is not a regular file' },
    todo: { 'zh-CN': '请改为文件的路径', en: 'Name a file' },
  },
  unreadable: {
    what: { 'zh-CN': '读不了这个文件（{code}）', en: 'The file cannot be read ({code})' },
    todo: { 'zh-CN': '请检查文件权限，或确认它没有被别的程序占用',
      en: 'Check its permissions and whether another program holds it' },
  },
  brokenLink: {
    what: { 'zh-CN': '这个符号链接指向的文件不存在，或者绕成了圈，没有检查',
      en: 'This symbolic link leads nowhere, or in a circle; nothing was checked' },
    todo: { 'zh-CN': '请改正或删去这个链接；不用检查的，请写进 .jiedulintignore',
      en: 'Mend or delete the link; list what need not be checked in .jiedulintignore' },
  },
  leadsOut: {
    what: { 'zh-CN': '这是指向外面的符号链接，没有检查',
      en: 'This symbolic link leads out of the archive and was not followed' },
    todo: { 'zh-CN': '请把文件放进来，或者在命令行写出它所在的文件夹；不用检查的，请写进 .jiedulintignore',
      en: 'Put the file in, or name the folder it leads to on the command line; list what need not be checked in .jiedulintignore' },
  },
  misnamed: {
    what: { 'zh-CN': '文件名或文件夹名不是 UTF-8，没有检查', en: 'The name is not UTF-8; nothing was checked' },
    todo: { 'zh-CN': '请改名；从压缩包解出来的，请换一个认得中文文件名编码的解压程序',
      en: 'Rename it; if it was unpacked, use a program that knows how names in the archive are encoded' },
  },
  tooLarge: {
    what: { 'zh-CN': '文件有 {bytes} 字节，超过上限 {maxBytes} 字节，没有检查',
      en: 'The file has {bytes} bytes, more than the limit of {maxBytes}; it was not checked' },
    todo: { 'zh-CN': '请确认它是一份文稿，内嵌的图片请另存为图片文件；确实要检查的，请在配置的 limits.fileSize 里调高（最高 67108864）',
      en: 'Make sure it is a document, with images in files of their own; or raise limits.fileSize in the config (67108864 at most)' },
  },
  tooDense: {
    what: { 'zh-CN': '文件太复杂，没有检查：标点、符号和换行超过 {limit} 个',
      en: 'The file is too complex and was not checked: it has more than {limit} marks and line ends' },
    todo: { 'zh-CN': '请确认它是一份文稿；数据表请另存为表格文件',
      en: 'Make sure it is a document; keep tables of data in files of their own' },
  },
  tooNested: {
    what: { 'zh-CN': '文件太复杂，没有检查：第 {line} 行的引用和列表嵌套 {value} 层，超过上限 {limit} 层',
      en: 'The file is too complex and was not checked: in line {line} quotes and lists nest {value} levels deep, more than the limit of {limit}' },
    todo: { 'zh-CN': '请减少嵌套；确实需要的，请在配置的 limits.nesting 里调高',
      en: 'Nest them less, or raise limits.nesting in the config' },
  },
  tooManyLinks: {
    what: { 'zh-CN': '文件里有 {value} 个链接，超过上限 {limit} 个，没有检查',
      en: 'The file has {value} links, more than the limit of {limit}; it was not checked' },
    todo: { 'zh-CN': '请确认它是一份文稿；确实要检查的，请在配置的 limits.links 里调高',
      en: 'Make sure it is a document, or raise limits.links in the config' },
  },
  binary: {
    what: { 'zh-CN': '这不是文本文件', en: 'This is not a text file' },
    todo: { 'zh-CN': '能检查的有：Markdown（.md）、Word（.docx）、保存的网页（.html、.mhtml）和纯文本（.txt）',
      en: 'What can be checked are Markdown (.md), Word files (.docx), saved pages (.html, .mhtml) and plain text (.txt)' },
  },
  notConverted: {
    what: { 'zh-CN': '没有检查：文件{why}', en: 'The file was not checked: it {why}' },
    todo: { 'zh-CN': '{todo}', en: '{todo}' },
  },
  undecodable: {
    what: { 'zh-CN': '第 {line} 行第 {column} 列的字节 {byte} 不是 UTF-8，也不是 GB18030，文件没有检查',
      en: 'Byte {byte} at line {line}, column {column} is neither UTF-8 nor GB18030; the file was not checked' },
    todo: { 'zh-CN': '请用编辑器打开，另存为 UTF-8', en: 'Open it in an editor and save it as UTF-8' },
  },
};

const GB18030: Words = {
  what: { 'zh-CN': '文件是 GB18030（GBK）编码', en: 'The file is encoded in GB18030 (GBK)' },
  todo: {
    'zh-CN': '请另存为 UTF-8，以免在网页和其他系统上显示成乱码',
    en: 'Save it as UTF-8, lest websites and other systems show it garbled',
  },
};

// biome-ignore format: a row a language
const THREAD_DIED: Words = {
  what: { 'zh-CN': '检查这个文件的线程中止了（{reason}），文件没有检查',
    en: 'The thread that checked this file died ({reason}); the file was not checked' },
  todo: { 'zh-CN': '用了插件的，请先加 --no-plugins 再试：多半是插件的规则出错；否则请把这条信息和文件报告给维护者',
    en: 'With plugins, try --no-plugins first, as a rule of theirs may be at fault; otherwise please report this with the file' },
};

const IGNORED: Words = {
  what: {
    'zh-CN': '这个文件被忽略设置或配置（ignores、paths）排除了，没有检查',
    en: 'The file is ignored, or left out by the config (ignores, paths), and was not checked',
  },
  todo: { 'zh-CN': '要检查它，请加 --no-ignore', en: 'Use --no-ignore to check it' },
};

/** Why a file could not be read and what to do, as one sentence after the other. */
export function sayReadProblem(problem: ReadProblem, locale: Locale): string {
  return messagesOf([readFailure(problem)], [0], locale)[0]?.message ?? '';
}

/** A file that could not be read: a fatal finding on it. */
export function readFailure({ id, data }: ReadProblem): Finding {
  return newFinding(id, 'error', FAILURES[id] ?? (FAILURES.unreadable as Words), data, { fatal: true });
}

/** What reading a file had to assume. */
export function encodingWarning(): Finding {
  return newFinding('encoding', 'warn', GB18030);
}

/**
 * A file that brought down the thread that checked it.
 * @param reason how that ended
 */
export function threadFailure(reason: Localized): Finding {
  return newFinding('threadDied', 'error', THREAD_DIED, { reason }, { fatal: true });
}

/** A file named in full that ignore settings take out. */
export function ignoredWarning(): Finding {
  return newFinding('ignored', 'warn', IGNORED);
}
