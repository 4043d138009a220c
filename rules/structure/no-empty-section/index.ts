import type { Document, Section, SectionStyle } from '../../../src/document/document.js';
import { defineRule } from '../../rule.js';
import { isOfCode, isTitleLine } from '../../title-lines.js';
import { isBlankBetween } from './blank.js';

export const noEmptySection = defineRule({
  id: 'structure/no-empty-section',
  kinds: 'any',
  demand: {
    'zh-CN': '每个标题下面都有内容',
    en: 'Every heading has something under it',
  },
  severity: 'error',
  messages: {
    emptySection: {
      what: { 'zh-CN': '标题“{title}”下面没有内容', en: 'There is nothing under the heading "{title}"' },
      todo: { 'zh-CN': '请补写内容，或者删去这个标题', en: 'Write its text, or remove the heading' },
    },
    emptyDocument: {
      what: { 'zh-CN': '文件只有标题，没有正文', en: 'The file has a title and no text' },
      todo: {
        'zh-CN': '请补写正文；如果正文在附件里，请把文字放进来',
        en: 'Write the text; where it is in an attachment, put its words here',
      },
    },
  },
  check({ document, report }) {
    const { sections, titleRange, text } = document;
    if (isBlankBetween(text, Math.max(titleRange.end, document.frontMatter.range.end), text.length)) {
      report({ messageId: 'emptyDocument', at: titleRange });
      return;
    }
    const empty = new Set(sections.filter((_, index) => isEmpty(document, index)));
    if (empty.size === 0) return;
    const rows = rowsOf(sections, empty);
    for (const section of empty) {
      if (isListItem(section, rows)) continue;
      report({
        messageId: 'emptySection',
        at: section.titleRange,
        evidence: section.title,
        data: { title: section.title },
      });
    }
  },
});

function isEmpty({ sections, text }: Document, index: number): boolean {
  const [section, next] = [sections[index] as Section, sections[index + 1]];
  if (section.children.length > 0) return false;
  const isBare =
    section.body.length > 0
      ? section.body.every(({ text }) => text.length <= 2 && /^(?:答|A)[：:]?$/.test(text))
      : isBlankBetween(text, section.titleRange.end, next?.titleRange.start ?? text.length);
  return isBare && !isStatement(section) && !(next && (isText(section, next) || isTitleLine(sections, index)));
}

/** Lines that look like headings and say all they have to say: closing provisions, signatures, slogans, captions. */
const STATEMENTS: Readonly<Partial<Record<SectionStyle, RegExp>>> = {
  numbered: /(?:起(?:施行|执行|实施|生效)|负责解释|(?:同时|即行|予以)废止|停止执行|有效期.{1,8}年)$/,
  bold: /[。！；…]$|[：:].|^[（(].{0,200}[)）]$|^[图表]\s?\d|^\d{4}年\d{1,2}月\d{1,2}日$|(?:人民政府|办公室|委员会|局|厅)$|^特此|^[㐀-鿿]{3,8}[ 　][㐀-鿿]{3,10}$/,
  question: /答[：:]|(?:是不是|对不对|好不好|行不行|难道|不是吗|(?:明白|记住|学会|清楚|知道)了吗).{0,10}$/,
};

function isStatement({ style, title, numbering }: Section): boolean {
  return (style === 'numbered' || !numbering) && (STATEMENTS[style]?.test(title) ?? false);
}

/** What follows is no heading beside this one but its text: a paragraph that begins with a bold term, or with the article it is about. */
function isText({ numbering, title, style }: Section, next: Section): boolean {
  if (!numbering && !next.numbering) return next.style === 'run-in' || (next.style === style && CONTAINER.test(title));
  if (!next.numbering || isOfCode(numbering)) return false;
  return isOfCode(next.numbering) || (next.style === 'run-in' && !numbering);
}

/** Headings that gather others, which a paper in bold type alone does not set apart from them. */
const CONTAINER = /^(?:主要|重点|核心)(?:内容|条款|举措|任务|措施)(?:解读|说明)?$/;

/** Sections of one parent, numbered in one style: how many there are, and how many have a text. */
type Rows = ReadonlyMap<Section | undefined, ReadonlyMap<string, { readonly total: number; readonly filled: number }>>;

function rowsOf(sections: readonly Section[], empty: ReadonlySet<Section>): Rows {
  const rows = new Map<Section | undefined, Map<string, { total: number; filled: number }>>();
  for (const section of sections) {
    if (!section.numbering) continue;
    const byStyle = rows.get(section.parent) ?? new Map<string, { total: number; filled: number }>();
    const row = byStyle.get(section.numbering.style) ?? { total: 0, filled: 0 };
    row.total++;
    if (!empty.has(section)) row.filled++;
    rows.set(section.parent, byStyle.set(section.numbering.style, row));
  }
  return rows;
}

/** Short numbered lines in a row (1.身份证 2.户口本) are a list; a heading stands beside headings that have a text. */
function isListItem({ style, numbering, parent }: Section, rows: Rows): boolean {
  const row = style === 'numbered' && numbering ? rows.get(parent)?.get(numbering.style) : undefined;
  if (!row) return false;
  const topLevel = numbering?.style === 'han' || numbering?.style === 'chapter';
  return topLevel ? row.filled === 0 : row.filled * 2 < row.total;
}
