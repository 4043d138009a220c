import { type Prose, proseOf } from '../../../src/document/prose.js';
import { defineRule, type Report } from '../../rule.js';
import { type MarkPair, marksIn, pairsOf } from './title-marks.js';

export const bookTitleMarks = defineRule({
  id: 'format/book-title-marks',
  kinds: 'any',
  demand: {
    'zh-CN': '书名号成对，里层用单书名号（《关于印发〈办法〉的通知》），不用 << >>',
    en: 'Title marks come in pairs, the inner ones single (《…〈…〉…》), and are not written << >>',
  },
  severity: 'warn',
  fixable: true,
  messages: {
    unbalanced: {
      what: { 'zh-CN': '书名号“{mark}”没有配对：“{text}”', en: 'The title mark {mark} has no partner: "{text}"' },
      todo: { 'zh-CN': '请补上缺的一半，或删去多的一半', en: 'Add the missing half, or remove this one' },
    },
    nested: {
      what: { 'zh-CN': '书名号里层用错：“{text}”', en: 'Wrong inner title marks: "{text}"' },
      todo: { 'zh-CN': '书名号里面的书名号请用“{marks}”', en: 'Inside a title write {marks}' },
    },
    doubled: {
      what: { 'zh-CN': '书名号重复：“{text}”', en: 'Doubled title marks: "{text}"' },
      todo: { 'zh-CN': '请去掉一层', en: 'Remove one pair' },
    },
    typed: {
      what: { 'zh-CN': '书名号写成了 << >>：“{text}”', en: 'Title marks are written << >>: "{text}"' },
      todo: { 'zh-CN': '请改用“《》”', en: 'Write 《》' },
    },
  },
  check({ document, report }) {
    const prose = proseOf(document);
    for (const paragraph of prose.paragraphs) {
      const { pairs, single } = pairsOf(marksIn(paragraph));
      const [lone] = single;
      if (lone) {
        const { text } = lone.line.text;
        const opens = lone.mark === '《' || lone.mark === '〈';
        const around = opens
          ? text.slice(lone.start, lone.start + SHOWN)
          : text.slice(Math.max(0, lone.end - SHOWN), lone.end);
        const at = lone.line.text.rangeOf(lone.start, lone.end);
        report({ messageId: 'unbalanced', at, evidence: lone.written, data: { mark: lone.written, text: around } });
        continue;
      }
      for (const pair of pairs) {
        const wrong = judge(pair);
        if (wrong) report(reportOf(wrong, prose, document.text));
      }
    }
  },
});

/** Characters of a title that a message shows. */
const SHOWN = 30;

/** A pair with the marks it should have; empty where it should have none. */
interface Wrong {
  readonly messageId: 'nested' | 'doubled' | 'typed';
  readonly pair: MarkPair;
  readonly marks: '《》' | '〈〉' | '';
}

function judge(pair: MarkPair): Wrong | null {
  const { open, close, depth, outer } = pair;
  const written = open.written + close.written;
  if (depth === 0) return written === '<<>>' ? { messageId: 'typed', pair, marks: '《》' } : null;
  const doubled = outer !== null && outer.open.line === open.line && outer.close.line === close.line;
  if (doubled && outer.open.end === open.start && outer.close.start === close.end && outer.open.mark === open.mark)
    return { messageId: 'doubled', pair, marks: '' };
  // Inside 〈〉 alone, and from the third layer on, usage varies.
  if (depth > 1 || outer?.open.mark !== '《' || written === '〈〉') return null;
  return { messageId: 'nested', pair, marks: '〈〉' };
}

function reportOf({ messageId, pair: { open, close }, marks }: Wrong, { writtenAt }: Prose, source: string): Report {
  const [from, to] = [writtenAt(open.line, open.start, open.end), writtenAt(close.line, close.start, close.end)];
  const at = {
    start: open.line.text.rangeOf(open.start, open.end).start,
    end: close.line.text.rangeOf(close.start, close.end).end,
  };
  const visible =
    open.line === close.line ? open.line.text.text.slice(open.start, close.end) : source.slice(at.start, at.end);
  const text = visible.length > SHOWN ? `${visible.slice(0, SHOWN)}…` : visible;
  const fixed = from && to && (marks[0] ?? '') + source.slice(from.end, to.start) + (marks[1] ?? '');
  return {
    messageId,
    at,
    evidence: visible,
    data: { text, marks: '〈〉' },
    ...(from && to && fixed !== null ? { fix: { range: [from.start, to.end], text: fixed } } : {}),
  };
}
