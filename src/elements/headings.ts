import type { Section } from '../document/document.js';
import { CATALOGUE, type ElementEntry, type ElementId } from './catalogue.js';
import { type Line, normalize, type Reading } from './reading.js';

/** A heading, label or question that announces an element. */
export interface Announcement {
  /** The line in the reading that shows it. */
  readonly line: Line;
  /** Where the announcing words end in the reading. */
  readonly end: number;
  readonly section?: Section;
  readonly by: 'heading' | 'question' | 'label';
  /** False where nothing stands under it, or 无, 略, 详见公告. */
  readonly substance: boolean;
}

/** Longest title, names left out, that is read as a heading; of a longer one only the beginning. */
const MAX_HEADING = 30;
const HEAD_OF_LONG_TITLE = 14;
/** Longest table cell that is read as the label of what stands beside or below it. */
const MAX_CELL_LABEL = 14;
/** A title without text under it that is longer than this says something itself. */
const MAX_BARE_TITLE = 16;

export type TitleLine = {
  readonly line: Line;
  readonly title: string;
  /** The part of it that is read as a heading, names left out. */
  readonly head: string;
  readonly end: number;
  readonly by: Announcement['by'];
  readonly section?: Section;
  /** What stands under it, normalized, until the next title of its kind. */
  readonly content: () => string;
};

/** Everything in a document that can announce an element: section titles, inline questions, 标签：. In reading order. */
export function titleLines(reading: Reading): TitleLine[] {
  const found: TitleLine[] = [];
  reading.lines.forEach((line, index) => {
    const { sentence } = line;
    const text = reading.text.slice(line.start, line.end);
    if (sentence.heading && sentence.section) {
      const { section } = sentence;
      const asks = section.style === 'question';
      found.push({
        line,
        ...titleParts(text),
        end: line.end,
        by: asks ? 'question' : 'heading',
        section,
        content: () => contentOf(section),
      });
      return;
    }
    if (sentence.mark.startsWith('？') || sentence.mark.startsWith('?')) {
      const next = reading.lines[index + 1];
      const content = () => (next ? reading.text.slice(next.start, next.end) : '');
      found.push({ line, ...titleParts(text), end: line.end, by: 'question', content });
      return;
    }
    if (line.cell !== undefined && text.length <= MAX_CELL_LABEL) {
      found.push({ line, ...titleParts(text), end: line.end, by: 'label', content: () => line.cell ?? '' });
      return;
    }
    const label = LABEL.exec(text);
    if (label) {
      const end = line.start + label[0].length;
      const next = reading.lines[index + 1];
      const content = () => reading.text.slice(end, line.end) || (next ? reading.text.slice(next.start, next.end) : '');
      found.push({ line, ...titleParts(label[0]), end, by: 'label', content });
    }
  });
  return found;
}

/** The announcements of one element. */
export function announcementsOf(titles: readonly TitleLine[], element: ElementId): Announcement[] {
  const patterns = compiled(CATALOGUE[element]);
  return titles
    .filter((title) => announces(title, patterns))
    .map(({ line, end, by, section, content, title }) => ({
      line,
      end,
      by,
      ...(section ? { section } : {}),
      substance: hasSubstance(content(), title, by),
    }));
}

function announces({ title, head, by }: TitleLine, { headings, not, questions }: HeadingPatterns): boolean {
  const named =
    by === 'question'
      ? (questions?.test(title) ?? false) || (title.length <= MAX_HEADING && headings.test(title))
      : headings.test(head);
  // Asked last: few titles come so far, and an expression costs most when it is first used.
  return named && !not?.test(title);
}

function titleParts(text: string): { title: string; head: string } {
  const title = bareTitle(text);
  const bare = title.includes('《') ? title.replace(/《[^》]*》/g, '《》') : title;
  return { title, head: bare.length <= MAX_HEADING ? bare : bare.slice(0, HEAD_OF_LONG_TITLE) };
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

/** A short label at the beginning of a sentence: 适用范围： */
const LABEL = /^[^，。；：！？“”\n]{2,14}：/;

/** The beginning of what stands under a section's title, long enough to tell whether it says something. */
function contentOf(section: Section): string {
  let content = '';
  for (const { text } of section.body) if (content.length <= MAX_EMPTY) content += `${text}\n`;
  for (const child of section.children)
    if (content.length <= MAX_EMPTY) content += `${child.title}\n${contentOf(child)}`;
  return content;
}

function hasSubstance(content: string, title: string, by: Announcement['by']): boolean {
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
