import type { Document, Section, SectionStyle } from '../../../src/document/document.js';
import { signatureLines } from '../../../src/document/signature.js';
import { defineRule } from '../../rule.js';
import { isOfCode, titleLines } from '../../title-lines.js';
import { isBlankBetween } from './blank.js';
import { isInRow, markerBefore, nameOf, namesOf, rowsOf } from './lists.js';
import { holdsSeries } from './series.js';

export const noEmptySection = defineRule({
  id: 'structure/no-empty-section',
  kinds: 'any',
  demand: { 'zh-CN': '每个标题下面都有内容', en: 'Every heading has something under it' },
  severity: 'error',
  messages: {
    emptySection: {
      what: { 'zh-CN': '标题“{title}”下面没有内容', en: 'There is nothing under the heading "{title}"' },
      todo: { 'zh-CN': '请补写内容，或者删去这个标题', en: 'Write its text, or remove the heading' },
    },
    fillerSection: {
      what: {
        'zh-CN': '标题“{title}”下面只有“{said}”，没有内容',
        en: 'Under the heading "{title}" stands nothing but "{said}"',
      },
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
    const isTitle = titleLines(document);
    const empty = new Set(sections.filter((_, index) => isEmpty(document, index) && !isTitle(index)));
    if (empty.size === 0) return;
    const rows = rowsOf(document, empty);
    const names = namesOf(sections, empty);
    for (const section of empty) {
      if (isInRow(section, rows) || names.has(nameOf(section))) continue;
      const { title, titleRange: at, body } = section;
      const said = body.map((line) => line.text).find((line) => WORD.test(line) && SAYS_NOTHING.test(line));
      if (said === undefined) report({ messageId: 'emptySection', at, evidence: title, data: { title } });
      else report({ messageId: 'fillerSection', at, evidence: title, data: { title, said } });
    }
  },
});

function isEmpty(document: Document, index: number): boolean {
  const { sections, text } = document;
  const [section, next] = [sections[index] as Section, sections[index + 1]];
  if (section.children.length > 0) return false;
  const end = next ? next.titleRange.start - markerBefore(next, text).length : text.length;
  const last = section.body.at(-1);
  // A recording or code is shown too, and is no line of the body.
  const isBare = last
    ? (section.body.every(({ text: line }) => SAYS_NOTHING.test(line)) && isBlankBetween(text, last.range.end, end)) ||
      (!next && !SIGNED_FOR.test(section.title) && isOfWhole(document, section.body))
    : isBlankBetween(text, section.titleRange.end, end);
  if (!isBare || isStatement(section)) return false;
  return !next || !(isText(section, next) || isDivided(section, next) || holdsSeries(sections, index));
}

/** Headings under which it is the text that somebody signs. */
const SIGNED_FOR = /落款|单位|机关|部门|机构|署名/;

/** Whether all that stands under the last heading belongs to the whole: who signs it, and when, and footnotes. */
function isOfWhole(document: Document, body: Section['body']): boolean {
  const ofWhole = [...signatureLines(document), ...document.units.filter(({ footnote }) => footnote)];
  return body.every(({ range }) =>
    ofWhole.some((unit) => unit.range.start <= range.start && range.end <= unit.range.end),
  );
}

/** 答：, A2： or a speaker's name with nothing behind it, a dash or dots, 同上, signs that take no room. */
const SAYS_NOTHING =
  /^(?:(?:(?:答|A\d{0,2})[：:]?|[㐀-鿿]{2,6}[：:])?[ 　]?[（(]?(?:N\/A|同[上前]|如[上前]|[详见]{1,2}[上前]文|[/／—–…·.*\u200b\u2060\ufeff-]{1,3})?[）)]?[。.]?|[：:]|[（(]此页无正文[）)]|\[[ x]\])$/;
const WORD = /[同如见N]/;

/** Lines that look like headings and say all they have to say: closing provisions, signatures, slogans, captions. */
const STATEMENTS: Readonly<Partial<Record<SectionStyle, RegExp>>> = {
  numbered:
    /(?:起(?:施行|执行|实施|生效)|负责解释|(?:同时|即行|予以)废止|停止执行|有效期.{1,8}年|[，、；,;]|以及|或者?)$/,
  bold: /^——|[。！；…]$|[：:].|^[（(].{0,200}[)）]$|^[图表]\s?\d|^\d{4}年\d{1,2}月\d{1,2}日$|(?:人民政府|办公室|委员会|局|厅)$|^特此|^[㐀-鿿]{3,8}[ 　][㐀-鿿]{3,10}$/,
  question: /答[：:]|(?:是不是|对不对|好不好|行不行|难道|不是吗|(?:明白|记住|学会|清楚|知道)了吗).{0,10}$/,
};

function isStatement({ style, title, numbering }: Section): boolean {
  return (style === 'numbered' || !numbering) && (STATEMENTS[style]?.test(title) ?? false);
}

/** 第一编 holds 第一章, and 第一章 第一节, with nothing between them. */
function isDivided({ numbering }: Section, next: Section): boolean {
  const [outer, inner] = [numbering, next.numbering].map((one) =>
    one?.style === 'chapter' ? '编章节'.indexOf(one.label.trim().at(-1) ?? '') : -1,
  ) as [number, number];
  return outer >= 0 && inner > outer;
}

/** What follows is no heading beside this one but its text: a paragraph that begins with a bold term, or with the article it is about. */
function isText({ numbering, title, style }: Section, next: Section): boolean {
  if (!numbering && !next.numbering) return next.style === 'run-in' || (next.style === style && CONTAINER.test(title));
  if (!next.numbering || isOfCode(numbering)) return false;
  return isOfCode(next.numbering) || (next.style === 'run-in' && !numbering);
}

/** Headings that gather others, which a paper in bold type alone does not set apart from them. */
const CONTAINER = /^(?:主要|重点|核心)(?:内容|条款|举措|任务|措施)(?:解读|说明)?$/;
