import type { Section, Unit } from '../document/document.js';
import { CATALOGUE, type ElementEntry, type ElementId } from './catalogue.js';
import { type ElementSet, EVERY_ELEMENT, has, mayBeNamedIn } from './heading-words.js';
import { normalize } from './normalize.js';
import { endsAsQuestion, type Line, type Reading } from './reading.js';

/** A heading, label or question that announces an element. */
export class Announcement {
  private filled: boolean | undefined;

  constructor(private readonly title: TitleLine) {}

  /** The line in the reading that shows it. */
  get line(): Line {
    return this.title.line;
  }

  /** Where the announcing words end in the reading. */
  get end(): number {
    return this.title.end;
  }

  get section(): Section | undefined {
    return this.title.section;
  }

  get by(): TitleLine['by'] {
    return this.title.by;
  }

  /** False where nothing stands under it, or 无, 略, 详见公告. */
  get substance(): boolean {
    this.filled ??= hasSubstance(this.title.content(), this.title.title, this.title.by);
    return this.filled;
  }
}

/** Longest title, names left out, that is read as a heading; of a longer one only the beginning. */
const MAX_HEADING = 30;
const HEAD_OF_LONG_TITLE = 14;
/** Longest table cell that is read as the label of what stands beside or below it. */
const MAX_CELL_LABEL = 14;
/** A title without text under it that is longer than this says something itself. */
const MAX_BARE_TITLE = 16;

/** A line that can announce an element. */
export class TitleLine {
  readonly title: string;
  /** The part of it that is read as a heading, names left out. */
  readonly head: string;
  /** Those it may announce. */
  readonly elements: ElementSet;

  constructor(
    private readonly reading: Reading,
    private readonly index: number,
    readonly by: 'heading' | 'question' | 'label',
    /** Where the words end that can announce one. */
    readonly end: number,
    readonly section: Section | undefined = undefined,
    private readonly isCell = false,
  ) {
    const title = bareTitle(reading.text.slice(this.line.start, end));
    const bare = title.includes('《') ? title.replace(/《[^》]*》/g, '《》') : title;
    this.title = title;
    this.head = bare.length <= MAX_HEADING ? bare : bare.slice(0, HEAD_OF_LONG_TITLE);
    // In the first documents of a run it does not pay to find out what expressions need.
    if (!reading.table) this.elements = EVERY_ELEMENT;
    else this.elements = by === 'question' ? mayBeNamedIn(title, 'questions') : mayBeNamedIn(this.head, 'headings');
  }

  get line(): Line {
    return this.reading.lines[this.index] as Line;
  }

  /** What stands under it, until the next title of its kind. */
  content(): string {
    const { text, lines, document } = this.reading;
    if (this.section) return contentOf(this.section);
    if (this.isCell) return labelledBy(document.units, this.line.sentence.unit);
    const next = lines[this.index + 1];
    return text.slice(this.end, this.line.end) || (next ? text.slice(next.start, next.end) : '');
  }
}

/** Everything in a document that can announce an element: section titles, inline questions, 标签：. In reading order. */
export function titleLines(reading: Reading): readonly TitleLine[] {
  if (last?.reading !== reading) last = { reading, titles: findTitles(reading) };
  return last.titles;
}

/** Elements and revision ask for them in turn. */
let last: { readonly reading: Reading; readonly titles: readonly TitleLine[] } | undefined;

function findTitles(reading: Reading): TitleLine[] {
  const { text, lines, document } = reading;
  const titles: TitleLine[] = [];
  let colon = text.indexOf('：');
  for (let index = 0; index < lines.length; index++) {
    const { start, end, sentence } = lines[index] as Line;
    const { section } = sentence;
    if (sentence.heading && section) {
      titles.push(new TitleLine(reading, index, section.style === 'question' ? 'question' : 'heading', end, section));
    } else if (endsAsQuestion(sentence)) {
      titles.push(new TitleLine(reading, index, 'question', end));
    } else if (end - start <= MAX_CELL_LABEL && mayLabelOthers(document.units[sentence.unit])) {
      titles.push(new TitleLine(reading, index, 'label', end, undefined, true));
    } else {
      while (colon >= 0 && colon < start) colon = text.indexOf('：', start);
      const length = colon - start;
      if (length >= 2 && length <= MAX_LABEL && colon < end && !PARTED.test(text.slice(start, colon)))
        titles.push(new TitleLine(reading, index, 'label', colon + 1));
    }
  }
  return titles;
}

/** A label at the beginning of a sentence is short and a single clause: 适用范围： */
const MAX_LABEL = 14;
const PARTED = /[，。；！？“”\n]/;

/** True of the cells of a table's first row and column. */
function mayLabelOthers(unit: Unit | undefined): boolean {
  const table = unit?.table;
  return table !== undefined && (table.column === 0 || table.row === 0);
}

/** What stands beside a cell of the first column, or below one of the first row. */
function labelledBy(units: readonly Unit[], index: number): string {
  const label = units[index]?.table;
  if (!label) return '';
  const { row, column } = label;
  return units
    .slice(index + 1, index + 1 + MAX_TABLE)
    .filter(({ table }) => table?.index === label.index && (column === 0 ? table.row === row : table.column === column))
    .map(({ text }) => text.text)
    .join('\n');
}

/** How many cells after a label are looked at; keeps reading linear in large tables. */
const MAX_TABLE = 60;

/** The announcements of one element. */
export function announcementsOf(titles: readonly TitleLine[], element: ElementId): Announcement[] {
  const patterns = compiled(CATALOGUE[element]);
  return titles
    .filter((title) => has(title.elements, element) && announces(title, patterns))
    .map((title) => new Announcement(title));
}

function announces({ title, head, by }: TitleLine, { headings, not, questions }: HeadingPatterns): boolean {
  const named =
    by === 'question'
      ? (questions?.test(title) ?? false) || (title.length <= MAX_HEADING && headings.test(title))
      : headings.test(head);
  // Asked last: few titles come so far, and an expression costs most when it is first used.
  return named && !not?.test(title);
}

/** Without number, 问：, brackets and closing marks. */
function bareTitle(text: string): string {
  return text
    .replace(
      /^(?:第?[一二三四五六七八九十百\d]{1,4}[章节条、．.]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]是|[①-⑳]|【)+/,
      '',
    )
    .replace(/^(?:\d{1,2}[.、．]?)?(?:问|Q|提问|网友|记者|知识点|解读)[一二三四五六七八九十\d]{0,2}[：:、]/, '')
    .replace(/[】：；。？！]+$/, '');
}

/** The beginning of what stands under a section's title, long enough to tell whether it says something. */
function contentOf(section: Section): string {
  let content = '';
  for (const { text } of section.body) if (content.length <= MAX_EMPTY) content += `${text}\n`;
  for (const child of section.children)
    if (content.length <= MAX_EMPTY) content += `${child.title}\n${contentOf(child)}`;
  return content;
}

function hasSubstance(content: string, title: string, by: TitleLine['by']): boolean {
  if (content.length > MAX_EMPTY) return true;
  const text = normalize(content).replace(/^答：/, '');
  if (text.replace(/[。，；：、…—\-/\n]/g, '') === '') return title.replace(/《[^》]*》/g, '').length > MAX_BARE_TITLE;
  // 不适用。 or 没有。 is an answer to a question.
  return by === 'question' || !EMPTY.test(text);
}

/** Nothing that says nothing is longer than this. */
const MAX_EMPTY = 100;

/** What stands under a heading that has nothing to say. */
const EMPTY =
  /^(?:（?(?:无|暂无|没有|略|从略|待补充|待完善|待定|待填|待更新|空|同上|N\/A|不适用|另行(?:通知|公布|发布|制定)|不涉及|无相关(?:内容|规定|要求)|同(?:原文|公告|文件|附件)|……?|[-—/]+|[xX×]{2,}|TODO|此处(?:略|省略|待补充?))）?|(?:具体|相关|有关)?(?:内容|情况|规定|要求|信息|事项|范围|标准|条件)?(?:请|敬请)?(?:自行)?(?:详见|参见|见|参阅|查阅|查看|参照|参考|以)[^，。；\n]{1,40}(?:公告|附件|原文|通知|全文|文件|办法|意见|官网|网站|链接|正文|规定|条款|第.{1,4}条|》)?(?:为准)?)[。.；]?$/;

interface HeadingPatterns {
  readonly headings: RegExp;
  readonly not: RegExp | null;
  readonly questions: RegExp | null;
}

const cache = new Map<string, HeadingPatterns>();

function compiled({ id, headings, notHeadings, questions }: ElementEntry): HeadingPatterns {
  let patterns = cache.get(id);
  if (!patterns) {
    patterns = {
      headings: new RegExp(headings),
      not: notHeadings ? new RegExp(notHeadings) : null,
      questions: questions ? new RegExp(questions) : null,
    };
    cache.set(id, patterns);
  }
  return patterns;
}
