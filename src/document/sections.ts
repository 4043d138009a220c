import { simplify } from '../language/traditional.js';
import type { Numbering, Section, SectionStyle, Unit } from './document.js';
import type { MappedText } from './mapped-text.js';
import { depthOf, isFree, numberingOf } from './numbering.js';
import { splitUnit } from './pieces.js';

/** Longest title of a heading that stands alone, and of one with its text on the same line, in characters. */
const MAX_TITLE = 40;
const MAX_LABEL = 12;

/** A stretch of text with its section; `heading` where it is (or begins with) the section's title. */
export interface Piece {
  readonly text: MappedText;
  readonly unit: number;
  readonly section: Section | undefined;
  readonly heading: boolean;
}

interface Heading {
  readonly title: MappedText;
  readonly style: SectionStyle;
  readonly numbering: Numbering | undefined;
  /** What follows the title on its own line, or the whole line where the line is a statement rather than a title. */
  readonly rest: MappedText | undefined;
  readonly markdownLevel: number | undefined;
  /** The line is all bold: such headings are of one rank, whether they ask or not. */
  readonly boldLine: boolean;
  /** A short label owns its own line only. */
  readonly oneLine: boolean;
}

/** All headings have all properties: objects of one shape are read faster. */
function makeHeading(
  title: MappedText,
  style: SectionStyle,
  { numbering, rest, markdownLevel, boldLine = false, oneLine = false }: HeadingParts,
): Heading {
  return { title, style, numbering, rest, markdownLevel, boldLine, oneLine };
}

type HeadingParts = {
  readonly [key in Exclude<keyof Heading, 'title' | 'style'>]?: Heading[key] | undefined;
};

/** A section that may still grow. */
interface Open {
  readonly heading: Heading;
  readonly section: Growing;
}

type Growing = Section & { children: Section[]; body: MappedText[]; range: { end: number } };

/**
 * Finds the sections of a document: Markdown headings, bold lines, plain numbered paragraphs, headings with their text on the same line,
 * 【labels】, and questions. Nesting follows Markdown levels among Markdown headings and the numbering styles of official papers.
 * @param units the document's lines
 * @param title the lines that show the document's own title
 * @returns sections in reading order (nested ones after their parents) and the text cut up by section
 */
export function findSections(
  units: readonly Unit[],
  title: ReadonlySet<Unit>,
): { sections: Section[]; pieces: Piece[] } {
  const finder = new SectionFinder();
  let isAbove = title.size > 0;
  for (const [index, unit] of units.entries()) {
    if (title.has(unit)) isAbove = false;
    else if (unit.type !== 'code') finder.read(unit, index, isAbove);
  }
  finder.close(0);
  return finder;
}

class SectionFinder {
  readonly sections: Section[] = [];
  readonly pieces: Piece[] = [];
  /** The innermost last. */
  private readonly open: Open[] = [];

  /** @param isAbove whether it stands above the document's title, where nothing is a heading */
  read(unit: Unit, index: number, isAbove: boolean): void {
    if (isAbove) {
      this.add(unit.text, index, false);
      return;
    }
    if (this.open.at(-1)?.heading.oneLine) this.close(this.open.length - 1);
    const pieces = splitUnit(unit);
    if (!pieces) this.piece(unit, unit.text, true, index);
    else for (const { text, first } of pieces) this.piece(unit, text, first, index);
  }

  /** Closes the open sections but for the outermost `kept`. A section ends where the last one within it does. */
  close(kept: number): void {
    while (this.open.length > kept) {
      const inner = this.open.pop()?.section;
      const outer = this.open.at(-1)?.section;
      if (inner && outer) outer.range.end = inner.range.end;
    }
  }

  private piece(unit: Unit, text: MappedText, first: boolean, index: number): void {
    const heading = headingOf(unit, text, first);
    if (!heading) {
      this.add(text, index, false);
      return;
    }
    this.close(parentsOf(this.open, heading));
    const parent = this.open.at(-1)?.section;
    const section = sectionOf(heading, parent, this.open.length + 1);
    parent?.children.push(section);
    this.open.push({ heading, section });
    this.sections.push(section);
    this.add(heading.title, index, true);
    if (heading.rest) this.add(heading.rest, index, false);
  }

  private add(text: MappedText, unit: number, heading: boolean): void {
    const section = this.open.at(-1)?.section;
    this.pieces.push({ text, unit, section, heading });
    if (!section) return;
    if (!heading) section.body.push(text);
    section.range.end = text.range.end;
  }
}

function sectionOf({ title, style, numbering }: Heading, parent: Growing | undefined, level: number): Growing {
  const { range } = title;
  return {
    title: title.text,
    titleRange: range,
    style,
    level,
    numbering,
    range: { start: range.start, end: range.end },
    parent,
    children: [],
    body: [],
  };
}

/** How many of the open sections may hold the new one. */
function parentsOf(open: readonly Open[], heading: Heading): number {
  const end = open.findIndex(({ heading: above }) => !mayHold(above, heading));
  return end < 0 ? open.length : end;
}

function mayHold(above: Heading, below: Heading): boolean {
  if (above.oneLine) return false;
  if (above.markdownLevel && below.markdownLevel && !(above.numbering && below.numbering))
    return above.markdownLevel < below.markdownLevel;
  if (above.numbering && below.numbering) {
    const [outer, inner] = [above.numbering.style, below.numbering.style];
    return isFree(outer) || isFree(inner) ? outer !== inner : depthOf(outer) < depthOf(inner);
  }
  if (below.markdownLevel) return above.markdownLevel !== undefined && above.markdownLevel < below.markdownLevel;
  if (above.markdownLevel) return true;
  if (above.boldLine && below.boldLine) return Boolean(above.numbering) !== Boolean(below.numbering);
  return above.style !== below.style || Boolean(above.numbering) !== Boolean(below.numbering);
}

/** @param first whether the text begins the unit's line */
function headingOf(unit: Unit, text: MappedText, first: boolean): Heading | null {
  if (unit.type === 'cell' || unit.footnote) return null;
  if (unit.type === 'heading') return markdownHeading(unit, text);
  const numbering = numberingOf(text.text) ?? (first && unit.marker ? numberingOf(unit.marker) : null) ?? undefined;
  const label = numbering && text.text.startsWith(numbering.label) ? numbering.label.length : 0;
  const bold = first ? boldLead(unit, label) : 0;
  const isAllBold = bold >= text.text.length;
  if (bold > 0 && ((isAllBold && ASKED.test(text.text)) || !isSpoken(text.text)))
    return boldHeading(text, bold, numbering);
  if (numbering) return numberedHeading(text, label, numbering);
  return bracketHeading(text) ?? questionHeading(text) ?? (first ? labelHeading(text) : null);
}

function markdownHeading(unit: Unit, text: MappedText): Heading | null {
  const numbering = numberingOf(text.text) ?? undefined;
  const markdownLevel = unit.level ?? 1;
  const stop = text.text.search(/[。；]/);
  if (stop >= 0 && text.text.length > MAX_TITLE && stop < MAX_TITLE + 10) {
    const rest = text.slice(stop + 1).trim();
    return makeHeading(text.slice(0, stop), 'run-in', { numbering, rest, markdownLevel });
  }
  const style = isQuestion(text.text) ? 'question' : (unit.headingStyle ?? 'atx');
  return makeHeading(text, style, { numbering, markdownLevel });
}

/** Length of the bold type a line begins with (its numbering may stand before it), 0 where it begins otherwise. */
function boldLead(unit: Unit, label: number): number {
  const first = unit.bold[0];
  if (!first || first.start > label || first.end - first.start > MAX_TITLE + 20) return 0;
  let end = first.end;
  for (const next of unit.bold.slice(1)) if (next.start === end) end = next.end;
  return end;
}

function boldHeading(text: MappedText, bold: number, numbering: Numbering | undefined): Heading | null {
  const title = text.slice(0, bold).trim();
  if (bold >= text.text.trimEnd().length) {
    if (/[。；]$/.test(title.text) && title.text.length > MAX_TITLE) return null;
    return makeHeading(title, isQuestion(title.text) ? 'question' : 'bold', { numbering, boldLine: true });
  }
  const separated =
    /[。：:？?！]$/.test(title.text) ||
    /^\s{0,4}[：:。—]/.test(text.text.slice(bold, bold + 6)) ||
    numbering !== undefined;
  if (!separated || title.text.length > MAX_TITLE) return null;
  const rest = text.slice(bold + (/^\s{0,4}[：:。]/.exec(text.text.slice(bold, bold + 5))?.[0].length ?? 0)).trim();
  return makeHeading(title, isQuestion(title.text) ? 'question' : 'run-in', { numbering, rest: filled(rest) });
}

function numberedHeading(text: MappedText, label: number, numbering: Numbering): Heading {
  const words = text.text.slice(label);
  const stop = words.search(/[。：:？?！；]/);
  const end = label + stop;
  const rest = stop < 0 ? undefined : text.slice(end + 1).trim();
  if (stop < 0 && words.length <= MAX_TITLE) return makeHeading(text, 'numbered', { numbering });
  if (stop < 0 || stop > MAX_TITLE || (!rest?.text && /[。；！]/.test(words[stop] ?? ''))) {
    const cut = stop >= 0 && stop <= MAX_TITLE ? end : label + firstClause(words);
    return makeHeading(text.slice(0, cut), 'run-in', { numbering, rest: text });
  }
  if (isQuestion(words.slice(0, stop + 1))) {
    return makeHeading(text.slice(0, end + 1), 'question', { numbering, rest: filled(rest) });
  }
  return makeHeading(text.slice(0, end), rest?.text ? 'run-in' : 'numbered', { numbering, rest: filled(rest) });
}

function filled(rest: MappedText | undefined): MappedText | undefined {
  return rest?.text ? rest : undefined;
}

function firstClause(words: string): number {
  const stop = words.slice(0, MAX_TITLE).search(/[，,、]/);
  return stop > 3 ? stop : Math.min(words.length, MAX_TITLE);
}

function bracketHeading(text: MappedText): Heading | null {
  const match = text.text.startsWith('【') ? /^【([^【】]{2,20})】[：:]?/.exec(text.text) : null;
  if (!match) return null;
  const rest = text.slice(match[0].length).trim();
  return makeHeading(text.slice(0, match[0].length), 'bracket', { rest: filled(rest) });
}

function questionHeading(text: MappedText): Heading | null {
  const { length } = text.text;
  const asked = ASKED.test(text.text);
  const last = text.text[length - 1];
  if (!asked && last !== '？' && last !== '?') return null;
  const stop = text.text.search(/[？?]/);
  if (asked) {
    if (stop < 0 && ANSWERED.test(text.text)) return null;
    const end = stop < 0 ? length : stop + 1;
    const rest = text.slice(end).trim();
    return makeHeading(text.slice(0, end), 'question', { rest: filled(rest) });
  }
  const alone = stop === length - 1 && stop <= 2 * MAX_TITLE && !/[。；]/.test(text.text);
  return alone ? makeHeading(text, 'question', {}) : null;
}

const ASKED = /^(?:[问問]|Q|提[问問]|[网網]友|[记記]者)[　 ]{0,2}\d{0,2}[　 ]{0,2}[：:.、]/i;
/** A reporter may say something that asks for nothing. */
const ANSWERED =
  /^[^：:.、]{2}(?!.{0,80}(?:[请請]|介[绍紹]|[谈談][谈談]|想[问問了知]|如何|哪|什[么麼]|怎))[　 \d]{0,6}[：:]/;

/** What goes before a colon and is no heading: what a page says of itself, also on a line with its date. */
const NO_LABEL =
  /^(?:答|附件?|注|制作单位|(?:发布|更新)(?:日期|时间)|作者|浏览|来源|联系|(?:日期|时间)[^。]{0,60}(?:浏览|来源|作者))/;

/** 适用范围：… — a short name, a colon, and its text on the same line. */
function labelHeading(text: MappedText): Heading | null {
  const match = /^[㐀-鿿]{2,12}[：:]/.exec(text.text);
  if (!match || match[0].length > MAX_LABEL + 1 || NO_LABEL.test(text.text) || isSpoken(text.text)) return null;
  const rest = text.slice(match[0].length).trim();
  if (!rest.text) return null;
  return makeHeading(text.slice(0, match[0].length - 1), 'run-in', { rest, oneLine: true });
}

function isQuestion(title: string): boolean {
  return /[？?]\s*$/.test(title) || /^(?:[问問]|Q)\d{0,2}[：:]/.test(title);
}

/** Whether a line begins with who says it, or with what a script calls for: 王婶：, 旁白：, 市医保局局长陈建国：. */
function isSpoken(line: string): boolean {
  const colon = line.slice(0, MAX_LABEL + 2).search(/[：:]/);
  return colon > 0 && SPEAKER.test(simplify(line.slice(0, colon).trim()));
}

const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤]';
const SPEAKER = new RegExp(
  `^(?:[问答QA][　 ]?\\d{0,2}|旁白|画外音|配音|字幕|(?:画面|镜头)[一二三四五六七八九十\\d]{0,2}|音效|[男女]声|(?:主持人|主播|嘉宾|专家|小编|网友|观众|听众|村民|市民)[甲乙丙丁A-D\\d]?|[^，。]{0,8}(?:记者|发言人|工作人员)|(?:大妈|大娘|大哥|大姐|爷爷|奶奶)|[㐀-鿿]{1,6}[婶嫂叔姨爷]|[小老阿]${SURNAME}|[^，。]{0,6}${SURNAME}[㐀-鿿]{0,2}(?:大妈|大娘|大伯|大哥|大姐|奶奶|女士|先生|师傅|老师|老板|经理|同学|同志|某)|[^，。]{0,8}(?:[局厅处科股所站县市镇乡村区校院队]长|主任|书记)(?:${SURNAME}[㐀-鿿]{1,2})?)$`,
);
