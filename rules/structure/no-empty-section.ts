import { isBlankBetween } from '../../src/document/blank.js';
import type { Document, Section, SectionStyle } from '../../src/document/document.js';
import { defineRule, NO_OPTIONS } from '../rule.js';

export const noEmptySection = defineRule({
  id: 'structure/no-empty-section',
  kinds: 'any',
  demand: {
    'zh-CN': '每个标题下面都有内容',
    en: 'Every heading has something under it',
  },
  severity: 'error',
  schema: NO_OPTIONS,
  defaults: {},
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
    const empty = new Set(sections.filter((section, index) => isEmpty(document, section, sections[index + 1])));
    for (const section of empty) {
      if (isListItem(section, sections, empty)) continue;
      report({
        messageId: 'emptySection',
        at: section.titleRange,
        evidence: section.title,
        data: { title: section.title },
      });
    }
  },
});

function isEmpty(document: Document, section: Section, next: Section | undefined): boolean {
  if (section.children.length > 0 || isStatement(section)) return false;
  if (section.body.length > 0) return section.body.every(({ text }) => /^(?:答|A)[：:]?$/.test(text));
  return isBlankBetween(document.text, section.titleRange.end, next?.titleRange.start ?? document.text.length);
}

/** Lines that look like headings and say all they have to say: closing provisions, signatures, contacts, captions. */
const STATEMENTS: Readonly<Partial<Record<SectionStyle, RegExp>>> = {
  numbered: /(?:起(?:施行|执行|实施|生效)|负责解释|(?:同时|即行|予以)废止|停止执行|有效期.{1,8}年)$/,
  bold: /[。！；…]$|[：:].|^[（(].{0,200}[)）]$|^[图表]\s?\d|^\d{4}年\d{1,2}月\d{1,2}日$|(?:人民政府|办公室|委员会|局|厅)$|^特此/,
};

function isStatement({ style, title, numbering }: Section): boolean {
  return (style === 'numbered' || !numbering) && (STATEMENTS[style]?.test(title) ?? false);
}

/** Short numbered lines in a row (1.身份证 2.户口本) are a list; a heading stands beside headings that have a text. */
function isListItem(section: Section, sections: readonly Section[], empty: ReadonlySet<Section>): boolean {
  if (section.style !== 'numbered' || !section.numbering) return false;
  const siblings = sections.filter(
    (other) => other.parent === section.parent && other.numbering?.style === section.numbering?.style,
  );
  const filled = siblings.filter((other) => !empty.has(other)).length;
  const topLevel = section.numbering.style === 'han' || section.numbering.style === 'chapter';
  return topLevel ? filled === 0 : filled * 2 < siblings.length;
}
