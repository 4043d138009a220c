import type { FrontMatterNode } from '../../src/document/front-matter.js';
import { type ProseLine, proseOf, scalarLine, touches } from '../../src/document/prose.js';
import { docNumberKey, LEADING } from '../../src/language/doc-number.js';
import { defineRule } from '../rule.js';

export const docNumberBrackets = defineRule({
  id: 'format/doc-number-brackets',
  kinds: 'any',
  demand: {
    'zh-CN': '发文字号的年份用六角括号〔〕，序号不加“第”、不补零',
    en: 'The year of a document number stands in 〔〕; its serial has neither 第 nor leading zeros',
  },
  severity: 'warn',
  fixable: true,
  messages: {
    improper: {
      what: { 'zh-CN': '发文字号“{written}”写法不规范', en: 'The document number "{written}" is not written properly' },
      todo: { 'zh-CN': '请写成“{proper}”', en: 'Write "{proper}"' },
    },
  },
  check({ document, report }) {
    const head = document.text.slice(0, document.frontMatter.range.end);
    if (![head, ...document.units.map(({ text }) => text.text)].some((text) => text.search(NUMBER) >= 0)) return;
    const { paragraphs, writtenAt } = proseOf(document);
    const numbers = document.frontMatter.entries
      .filter(({ key }) => NUMBER_KEYS.includes(key))
      .flatMap(({ node }) => scalarsOf(node))
      .flatMap((node) => scalarLine(document, node) ?? [])
      .filter(({ text }) => docNumberKey(text.text) !== null);
    for (const line of [...numbers, ...paragraphs.flat()]) {
      for (const { start, end, written, prefix, proper } of improperIn(line)) {
        const at = writtenAt(line, start, end);
        report({
          messageId: 'improper',
          at: line.text.rangeOf(start, end),
          evidence: written,
          data: { written: prefix + written, proper: prefix + proper },
          ...(at ? { fix: { range: [at.start, at.end], text: proper } } : {}),
        });
      }
    }
  },
});

/** Keys that may hold another paper's number; a path or a title is left alone, and a paper's own number is meta/doc-number's. */
const NUMBER_KEYS: readonly string[] = ['policy', 'revises'];

/** A year in any pair of brackets that people type for 〔〕, and a serial; not where both are written as they should be. */
const NUMBER =
  /(?![ 　]?〔[ 　]?\d{4}[ 　]?〕[ 　]?[1-9])[ 　]?([〔［[【（(﹝〈<])[ 　]?((?:19|20)\d{2})[ 　]?[〕］\]】）)﹞〉>][ 　]?(第?)0{0,3}([1-9]\d{0,4})[ 　]?([号號])(?![楼樓院线線门門机機车車仓倉栋棟])/g;

/** What joins a number to the words before it. */
const JOINING = /^.{0,12}[和与與及由按的以见見](?=[㐀-鿿]{2})/;

/** Cases, decisions and certificates are counted in ways of their own. */
const OTHER_SERIES = /[书证案]$/;

/** Orders and public notices may be counted 〔2023〕第10号. */
const COUNTED_WITH_DI = /(?:公告|通告|令)$/;

/** The numbers of a line that are written otherwise than they should be, from their brackets on, and what stands before these. */
function improperIn(line: ProseLine) {
  const { text } = line.text;
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [written, , year = '', di = '', serial = '', hao] = match;
    const start = match.index;
    const prefix = /[㐀-鿿]{2,14}$/
      .exec(text.slice(Math.max(0, start - 14), start))?.[0]
      .replace(LEADING, '')
      .replace(JOINING, '');
    if (
      prefix === undefined ||
      OTHER_SERIES.test(prefix) ||
      touches(line.literal, start) ||
      touches(line.titles, start)
    )
      return [];
    const proper = `〔${year}〕${COUNTED_WITH_DI.test(prefix) ? di : ''}${serial}${hao}`;
    return proper === written ? [] : [{ start, end: start + written.length, prefix, written, proper }];
  });
}

function scalarsOf(node: FrontMatterNode): FrontMatterNode[] {
  return node.type === 'list' ? node.items.flatMap(scalarsOf) : [node];
}
