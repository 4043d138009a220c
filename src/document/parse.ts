import { inPlainUnits, lookAlikesIn, withoutLookAlikes } from '../language/look-alikes.js';
import { isBrokenTitle, linesThatRead } from '../language/papers.js';
import { frontMatterComments } from './comments.js';
import type { Document, Unit } from './document.js';
import type { FrontMatter } from './front-matter.js';
import { guessedKeys } from './guessed.js';
import { type ConfiguredKind, findKind, kindByTitle } from './kind.js';
import { LIMITS, type Limits } from './limits.js';
import { bareLinks, frontMatterLinks, headingAnchors } from './links.js';
import { readMarkdown } from './markdown.js';
import { policyNamed } from './named-policy.js';
import { numberingOf } from './numbering.js';
import { type Origin, plainOrigin } from './origin.js';
import { linksAsWritten, plainUnits } from './plain-units.js';
import { lineStartsOf, type Range } from './range.js';
import { readFrontMatter } from './read-front-matter.js';
import { findSections } from './sections.js';
import { findSentences } from './sentences.js';
import { treeOf } from './tree.js';
import { countWords } from './word-count.js';

export interface ParseOptions {
  /** The path messages and links use, with `/`. */
  readonly path: string;
  /** The kind the config gives this file; front matter goes before it. */
  readonly kind?: ConfiguredKind;
  /** What of the front matter and of nested Markdown is read; `LIMITS` where absent. */
  readonly limits?: Pick<Limits, 'frontMatterSize' | 'frontMatterDepth' | 'nesting'>;
  /** What `lineStartsOf` makes of the text, where that is known. */
  readonly lineStarts?: readonly number[];
  /** What the text was made of, where it is not the file's own. */
  readonly origin?: Origin | undefined;
}

/**
 * Reads a text into the document that rules see. Pure: the same text and options give the same document. Nothing is thrown;
 * what is wrong with the front matter stands in `frontMatter.problems`. Of texts with an excess (`excessOf`) it may take long.
 * @param text the decoded file without its BOM
 */
export function parseDocument(text: string, options: ParseOptions): Document {
  const { limits = LIMITS, lineStarts = lineStartsOf(text) } = options;
  // What a PDF left of 一 and 用 is read as what it looks like; of the same length, so that all offsets hold.
  const lookAlikes = lookAlikesIn(text);
  const read = lookAlikes.length === 0 ? text : inPlainUnits(text);
  const { frontMatter, bodyStart } = readFrontMatter(read, limits);
  const { units: asRead, links, ids, comments } = readMarkdown(read, bodyStart, lineStarts, limits.nesting);
  const units = lookAlikes.length === 0 ? asRead : plainUnits(asRead);
  const title = findTitle(frontMatter, units);
  const origin = options.origin ?? plainOrigin(options.path, frontMatter.range.end > 0);
  const stem = origin?.format === 'txt' ? options.path.replace(/^.*[/\\]|\.txt$/gi, '') : '';
  const { kind, kindReason } = findKind(frontMatter, options.kind, title.text, units, stem);
  const { sections, pieces } = findSections(units, title.shown);
  const allComments = [...frontMatterComments(read, frontMatter), ...comments];
  const guessed = guessedKeys(read, frontMatter.entries, allComments);
  const explains = (kind === 'interpretation' || kind === 'briefing') && frontMatter.data.policy === undefined;
  const parts = {
    path: options.path,
    lineStarts,
    // What of a converted file is front matter stands nowhere in it: there is nothing in it to point at.
    frontMatter: options.origin ? { ...frontMatter, entries: [] } : frontMatter,
    guessed,
    origin,
    kind,
    kindReason,
    title: title.text,
    titleRange: title.range,
    units,
    sections,
    sentences: findSentences(pieces),
    links: [
      ...frontMatterLinks(frontMatter, guessed),
      ...(explains ? policyNamed(title, units) : []),
      ...(origin?.links ?? []).map((link) => ({ ...link, type: 'link' as const, range: title.range })),
      ...linksAsWritten([...links, ...bareLinks(units, links)], read, text),
    ],
    comments: allComments,
    anchors: new Set([...headingAnchors(units), ...ids]),
    wordCount: countWords(visibleTexts(units)),
    lookAlikes,
  };
  return Object.freeze(Object.assign(new Source(text, bodyStart), parts));
}

/**
 * What a document's tree is made from, when it is asked for. A class, since an object with a getter of its own is dear, and what the getter
 * holds stays in memory for long.
 */
class Source {
  constructor(
    readonly text: string,
    private readonly bodyStart: number,
  ) {}

  get tree(): unknown {
    return treeOf(this.text, this.bodyStart);
  }
}

/** The title: front matter's, else the first heading of level 1, else a short first line. `shown` are the lines that show it; none where none does. */
function findTitle(
  frontMatter: FrontMatter,
  units: readonly Unit[],
): { text: string; range: Range; shown: ReadonlySet<Unit> } {
  const entry = frontMatter.entries.find(({ key }) => key === 'title');
  const stated =
    entry?.node.type === 'scalar' && entry.node.value !== null ? withoutLookAlikes(String(entry.node.value)) : '';
  const lines = titleLines(units, stated);
  const [first, last] = [lines[0], lines.at(-1)];
  const range = first && last ? { start: first.range.start, end: last.range.end } : undefined;
  const shown = new Set(lines);
  if (stated && entry) return { text: stated, range: range ?? entry.node.range, shown };
  return { text: lines.map((unit) => unit.text.text).join(''), range: range ?? { start: 0, end: 0 }, shown };
}

/** Most lines that a title is broken over, and lines in which it begins. */
const MOST_LINES = 5;
const BEGINS_WITHIN = 3;

/** The lines that show the title: one, or as many as it is broken over. */
function titleLines(units: readonly Unit[], stated: string): readonly Unit[] {
  const texts = units.slice(0, MOST_LINES).map(({ text }) => text.text);
  const shown = stated ? linesThatRead(texts, stated) : null;
  if (shown) return units.slice(shown.start, shown.end);
  const below = printedHead(units);
  const at =
    below + units.slice(below, below + BEGINS_WITHIN).findIndex((one) => one.type === 'heading' || !isMark(one));
  const [first, second] = at < below ? [] : units.slice(at);
  const isTitle = (unit: Unit) =>
    unit.type === 'heading' ? isTitleHeading(unit, units.slice(below)) : !stated && isTitleLine(unit);
  if (!first || !isTitle(first)) return [];
  // Whoever issues a paper may fill a line of its own: 云溪市民政局 云溪市财政局 above 关于……的通知.
  if (second && ISSUERS.test(first.text.text) && /^关于.{4,100}$/.test(second.text.text)) return [first, second];
  const head = units.slice(at, at + MOST_LINES);
  const alike = head.findIndex(({ type, level }) => type !== first.type || level !== first.level);
  let count = alike < 0 ? head.length : alike;
  while (count > 1 && !isBrokenTitle(head.slice(0, count).map(({ text }) => text.text))) count--;
  return head.slice(0, count);
}

const ISSUERS = /^[㐀-鿿、 　]{3,60}(?:政府|局|厅|委|委员会|办公[室厅]|部|院|中心|银行|海关)$/;

/**
 * How many lines stand above the title: what a site says of a paper (索引号：…), or the head of a paper as it was printed, the offices in
 * red with 文件 and its number.
 */
function printedHead(units: readonly Unit[]): number {
  const info = units.slice(0, MOST_INFO).findIndex(({ text }) => !INFO.test(text.text));
  if (info > 0) return info;
  const end = units.slice(0, MOST_LINES).findIndex(({ text }) => NUMBERED.test(text.text));
  const isOffice = ({ text: { text } }: Unit) => /^[㐀-鿿、 　]{0,60}文件$/.test(text) || ISSUERS.test(text);
  return units.slice(0, end + 1).every((unit, i) => i === end || isOffice(unit)) ? end + 1 : 0;
}

/** Most lines of what a site says of a paper, and how they begin. */
const MOST_INFO = 12;
const INFO =
  /^[^：:]{0,6}(?:索引号|索 引 号|分类|主题词|机构|单位|机关|部门|来源|时间|日期|文号|字号|方式|次数|有效性)[：:]/;

const NUMBERED =
  /^(?:[㐀-鿿、 　]{2,60}文件[ 　]{0,20})?[㐀-鿿]{2,14}[〔［[]\d{4}[〕］\]]第?\d{1,5}号(?:[ 　]{1,20}签发人.{0,20})?$/;

/** Longest first line that is taken for a title where no heading is one. */
const MAX_TITLE_LINE = 60;

/** A remark that stands above a title: 【内部资料】, 附件1. */
function isMark({ type, text: { text } }: Unit): boolean {
  return (
    type === 'text' &&
    /^(?:【[^【】]{1,20}】|附件[\d一二三四五六七八九十]{0,2}|(?:绝密|机密|秘密|内部).{0,12})$/.test(text)
  );
}

/** A short line that can name the whole: no sentence, no numbered heading, no date; parted by commas only where its words say what it is. */
function isTitleLine({ type, listDepth, text: { text } }: Unit): boolean {
  if (type !== 'text' || listDepth > 0 || text.length > MAX_TITLE_LINE || numberingOf(text)) return false;
  if (/[。；]|[：:]$|^[（(【]|^[\d\s年月日./-]+$/.test(text) || INFO.test(text)) return false;
  return !/[：:，,？?]/.test(text) || kindByTitle(text) !== null;
}

/** Whether the first heading names the whole: it alone is of level 1, or it alone of these has no number, or no text of its own. */
function isTitleHeading(first: Unit, units: readonly Unit[]): boolean {
  const top = units.filter((unit) => unit.type === 'heading' && unit.level === 1);
  if (top[0] !== first) return false;
  if (top.length === 1) return true;
  const numbered = (unit: Unit) => numberingOf(unit.text.text) !== null;
  return !numbered(first) && (units[1]?.type === 'heading' || top.slice(1).every(numbered));
}

function* visibleTexts(units: readonly Unit[]): Generator<string> {
  for (const unit of units) yield unit.text.text;
}
