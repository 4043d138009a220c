import { plainly } from './traditional.js';

/** A name of a paper in 《》, with the place of the name itself. */
export interface PaperName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything in 《》 that may be a paper's name, in order; of names within names the inner ones. */
export function namesInMarks(text: string): PaperName[] {
  const names: PaperName[] = [];
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const start = open + 1;
    const limit = Math.min(text.length, start + MAX_NAME);
    let end = start;
    while (end < limit && !endsName(text.charCodeAt(end))) end++;
    if (end > start && text.charCodeAt(end) === CLOSING) names.push({ name: text.slice(start, end), start, end });
  }
  return names;
}

/** The names of papers that a text writes in 《》. One character alone names none. */
export function papersIn(text: string): string[] {
  return namesInMarks(text).flatMap(({ name }) => (name.length > 1 ? [name] : []));
}

const MAX_NAME = 120;
const CLOSING = '》'.charCodeAt(0);

/** 《, 》 or a line feed. */
function endsName(code: number): boolean {
  return code === CLOSING || code === CLOSING - 1 || code === 10;
}

/** The name of the policy in the title of its interpretation; the inner name of 关于发布《…》的公告. Null where none is named. */
export function policyName(title: string): string | null {
  const quoted = /《(.{2,160})》/.exec(title)?.[1];
  return quoted ? (printedPaper(quoted) ?? quoted) : null;
}

/** The paper that a notice brings: 甲办法 of 关于印发《甲办法》的通知. Null where it brings none. */
function printedPaper(name: string): string | null {
  return PRINTED.exec(name)?.[1] ?? null;
}

/** What a notice does with the paper that it brings, and how it ends. */
const BRINGS = '(?:印发|发布|公布|颁布|转发)';
const NOTICE = '的(?:通知|公告|决定|令|通告)$';
const PRINTED = new RegExp(`${BRINGS}[《〈<](.{2,120})[》〉>]${NOTICE}`);

/** True where a name says only what kind of paper it is (《办法》, 《实施细则》): unless defined otherwise, it means the one explained. */
export function isGenericName(name: string): boolean {
  return GENERIC.test(name);
}

const GENERIC =
  /^(?:管理|暂行|实施|监管|试行|征管|复议|程序|裁量|若干)?(?:办法|规定|公告|通知|意见|方案|决定|条例|指南|细则|指引|规则|措施|标准|目录|规划|计划|制度|基准|政策|若干措施|实施细则)(?:（[一二三四五]）)?$/;

/** The short names that a text gives to papers, with the full ones: 《全称》（…以下简称《简称》）. */
export function shortNamesIn(text: string): { readonly name: string; readonly short: string }[] {
  return [...text.matchAll(DEFINED)].map(([, name = '', quoted, plain]) => ({ name, short: quoted ?? plain ?? '' }));
}

const DEFINED =
  /《([^《》\n]{2,120})》(?:[（(][^（）()\n]{0,80}?|[，,])(?:以下|下文|下称|以下统)?简?称为?[“"‘「]{0,2}(?:《([^《》\n]{1,40})》|([^《》“”"「」（）()，。\n]{1,24}))/g;

/** True where a text ends as titles of papers do: with what kind of paper it is, perhaps with 试行 in brackets behind it. */
export function endsAsTitle(text: string): boolean {
  return TITLE_END.test(text) && !(/(?:规范|[表图])$/.test(text) && isOpenMatter(text));
}

/** 关于进一步规范: what a paper is about, before the 的 behind it. */
function isOpenMatter(title: string): boolean {
  const at = title.lastIndexOf('关于');
  return at >= 0 && !/[的》]/.test(title.slice(at));
}

const TITLE_END =
  /(?:通知|意见|办法|规定|细则|公告|通告|通报|决定|决议|方案|规划|条例|批复|命令|令|措施|计划|目录|名录|标准|准则|规则|规范|规程|纲要|制度|要点|函|报告|预案|清单|指南|手册|提纲|章程|公约|样式|[表图]|解读|解读材料|图解读|读懂|问[与一二三四五六七八九十百]{0,3}答|答问|答记者问|明白卡|说明|发布稿|发布词|发言稿|讲话|实录|安排|解讀|辦法|規定|意見|細則|條例|計劃|規劃)(?:[（(][^（()）]{1,16}[）)])?[”"》]?$/;

/** True where a title cannot end between two lines: a mark is open there, or a word before or behind it does not stand alone. */
export function isBrokenOff(title: string, next: string): boolean {
  if (isOpen(title) || STAGE.test(next) || BEGINS_NOTHING.test(next)) return true;
  return (ENDS_NOTHING.test(title) && !ASKS.test(title)) || (endsAsTitle(title) && isMereLabel(next));
}

const ENDS_NOTHING = /(?:(?<!目)的|[和与及暨、]|关于|印发|转发)$/;
const BEGINS_NOTHING = /^(?:的|[与及暨、]|和(?![谐平睦美解]))/;
/** 政策是怎么来的: such words make 的 the end of a question. */
const ASKS = /[怎哪谁]|什么|如何/;

/** Whether a line says that something is explained, but not what: 政策解读 below a policy's title, 一图读懂 above it. */
export function isMereLabel(line: string): boolean {
  return MERE_LABEL.test(line);
}

const MERE_LABEL =
  /^[（(【—]{0,2}的?[㐀-鿿]{0,4}(?:解读|图解|问[与一二三四五六七八九十百]{0,3}答|读懂|(?:起草|编制|制定)说明)(?:政策|材料|说明|文?稿|提纲|要点|手册|方案)?[）)】]?$/;

/** What stands in brackets below a title and is part of it. */
const STAGE = /^[（(](?:试行|暂行|草案|修订|征求意见稿|\d{4}年?(?:版|修订)|\d{4}[—–-]|节选|[一二三四五上下][）)]$)/;

/** True where a mark in a text is not closed. */
function isOpen(text: string): boolean {
  return ['《》', '〈〉', '“”', '（）'].some(
    ([open = '', close = '']) => text.lastIndexOf(open) > text.lastIndexOf(close),
  );
}

/**
 * True where lines read as one title, broken where it looks well: each break is one within it, or none of the lines before the last one ends
 * as titles do and the whole has their form: 云溪市…办法, 关于…的通知.
 */
export function isBrokenTitle(lines: readonly string[]): boolean {
  const [first = '', ...rest] = lines;
  let [title, isSure, isMarked] = [first, true, true];
  for (const line of rest) {
    const isWithin = isBrokenOff(title, line);
    if (!isWithin && endsAsTitle(title) && !isOpenMatter(title)) return false;
    isSure &&= isWithin;
    isMarked &&= isOpen(title);
    title += line;
  }
  if (isOpen(title) || title.length > MAX_NAME || /[。；？！]/.test(title)) return false;
  return (
    isMarked ||
    (endsAsTitle(title) && (isSure || (first.length >= NAMES_MATTER && OF_PLACE.test(first)) || isAbout(title)))
  );
}

/** Where neighbouring lines together read as a text, blanks left out; null where none do. */
export function linesThatRead(lines: readonly string[], text: string): { start: number; end: number } | null {
  const wanted = text.replace(/\s+/g, '');
  for (let start = 0; start < lines.length; start++) {
    let read = '';
    for (let end = start; end < lines.length && wanted.startsWith(read); ) {
      read += lines[end++]?.replace(/\s+/g, '');
      if (read === wanted) return { start, end };
    }
  }
  return null;
}

/** Characters of a line that names more than a place. */
const NAMES_MATTER = 6;
const OF_PLACE = /^[㐀-鿿]{2,12}?[省市区县旗盟州镇乡]/;

/** 云溪市人民政府关于…的通知. */
function isAbout(title: string): boolean {
  const [office = '', matter = '', more] = title.split('关于');
  return more === undefined && (office === '' || OF_PLACE.test(office)) && /.{2}的.{2,6}$/.test(matter);
}

/** Titles are the same whatever the blanks, quotation marks and book-title marks around and in them. */
export function titleKey(title: string): string {
  return title.replace(/[\s　《》〈〉“”"'‘’]/g, '');
}

/** True where two names are one paper's: one may leave out who issued it, or say that it was printed with a notice. */
export function isSamePaper(a: string, b: string): boolean {
  const [one, other] = [coreOf(a), coreOf(b)];
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.endsWith(other) || other.endsWith(one)));
}

/** The key of the paper that a notice brings, whether in 《》 or not: 云溪市民政局关于印发养老办法的通知 → 养老办法. Null for other titles. */
export function broughtKey(title: string): string | null {
  const name = BROUGHT.exec(titleKey(title))?.[1];
  return name === undefined ? null : coreOf(name);
}

const BROUGHT = new RegExp(`关于${BRINGS}(.{6,100})${NOTICE}`);

/** What a name comes down to, without a notice around it and without 试行 behind it. */
function coreOf(name: string): string {
  const plain = plainly(name);
  return titleKey(printedPaper(plain) ?? plain)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<=办法|规定|细则|条例|方案|意见)的(?:公告|通知|通告)$/, '')
    .replace(/（(?:试行|暂行|修订|修正)）$/, '');
}
