import { proseOf } from '../../../src/document/prose.js';
import { defineRule } from '../../rule.js';
import { halfWidthMarks } from './half-width.js';

export const fullwidthPunctuation = defineRule({
  id: 'format/fullwidth-punctuation',
  kinds: 'any',
  demand: {
    'zh-CN': '中文里的标点用全角（，。：；？！（）“”），不用半角',
    en: 'Punctuation inside Chinese text is full-width',
  },
  severity: 'warn',
  fixable: true,
  messages: {
    halfWidth: {
      what: { 'zh-CN': '中文里用了半角标点：“{text}”', en: 'Half-width punctuation in Chinese text: "{text}"' },
      todo: { 'zh-CN': '请改用全角的“{marks}”', en: 'Write {marks}' },
    },
  },
  check({ document, report }) {
    const { paragraphs, writtenAt } = proseOf(document);
    for (const line of paragraphs.flat()) {
      for (const { start, end, marks } of halfWidthMarks(line)) {
        const { text } = line.text;
        const at = line.text.rangeOf(start, end);
        const [open = '', close] = marks;
        const [from, to] =
          close === undefined
            ? [writtenAt(line, start, end), null]
            : [writtenAt(line, start, start + 1), writtenAt(line, end - 1, end)];
        const fixed = close === undefined ? open : open + document.text.slice(at.start + 1, at.end - 1) + close;
        const fixable = from && (close === undefined || to);
        report({
          messageId: 'halfWidth',
          at,
          evidence: text.slice(start, end),
          // In quotation marks of their own, the marks themselves could not be told.
          data: { text: excerpt(text, start, end), marks: marks === '“”' ? QUOTES : marks },
          ...(fixable ? { fix: { range: [at.start, at.end], text: fixed } } : {}),
        });
      }
    }
  },
});

const QUOTES = { 'zh-CN': '双引号', en: '“”' };

/** Characters shown on either side of a mark, and of what a pair of marks holds. */
const AROUND = 6;

function excerpt(text: string, start: number, end: number): string {
  const marked = text.slice(start, end);
  const shown = marked.length > 2 * AROUND + 2 ? `${marked.slice(0, AROUND)}…${marked.slice(-AROUND)}` : marked;
  return text.slice(Math.max(0, start - AROUND), start) + shown + text.slice(end, end + AROUND);
}
