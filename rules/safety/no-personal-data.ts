import type { Document, Unit } from '../../src/document/document.js';
import type { FrontMatterNode } from '../../src/document/front-matter.js';
import { scalarLine } from '../../src/document/prose.js';
import type { Range } from '../../src/document/range.js';
import { type PersonalDatum, type PersonalKind, personalDataIn } from '../../src/language/personal-data.js';
import { defineRule, type Localized } from '../rule.js';

export const noPersonalData = defineRule({
  id: 'safety/no-personal-data',
  kinds: 'any',
  demand: {
    'zh-CN': '公开的材料里没有身份证号、手机号、银行卡号、护照号、私人邮箱、家庭住址',
    en: 'No identity, mobile, card or passport number, private mailbox or home address is published',
  },
  severity: 'error',
  sensitive: true,
  messages: {
    personal: {
      what: { 'zh-CN': '有个人信息：{kind} {masked}', en: 'Personal data: {kind} {masked}' },
      todo: {
        'zh-CN': '请删去，或隐去中间几位；联系方式请用单位的座机或公开邮箱',
        en: 'Remove it or hide most of it; give an office line or mailbox instead',
      },
    },
  },
  check({ document, report }) {
    const seen = new Set<number>();
    for (const { datum, at } of found(document)) {
      if (seen.has(at.start)) continue;
      seen.add(at.start);
      report({ messageId: 'personal', at, data: { kind: KINDS[datum.kind], masked: datum.masked } });
    }
  },
});

const KINDS: Readonly<Record<PersonalKind, Localized>> = {
  identity: { 'zh-CN': '身份证号', en: 'identity number' },
  mobile: { 'zh-CN': '手机号码', en: 'mobile number' },
  card: { 'zh-CN': '银行卡号', en: 'bank card number' },
  passport: { 'zh-CN': '护照或通行证号', en: 'passport number' },
  email: { 'zh-CN': '私人邮箱', en: 'private mail address' },
  address: { 'zh-CN': '家庭住址', en: 'home address' },
};

interface Found {
  readonly datum: PersonalDatum;
  readonly at: Range;
}

/** In front matter, visible text, addresses behind links, and comments, which a web page carries along. */
function found(document: Document): Found[] {
  const found: Found[] = [];
  for (const { node } of document.frontMatter.entries) addValue(found, document, node);
  addText(found, document);
  for (const { to, range } of document.links) {
    if (!/^(?:mailto|tel|sms):/i.test(to)) continue;
    for (const datum of personalDataIn(to.replace(/^[a-z]{3,6}:/i, ''))) found.push({ datum, at: range });
  }
  for (const { start, end } of comments(document.text))
    for (const datum of personalDataIn(document.text.slice(start, end)))
      found.push({ datum, at: { start: start + datum.start, end: start + datum.end } });
  return found;
}

function addValue(found: Found[], document: Document, node: FrontMatterNode): void {
  if (node.type === 'list') for (const item of node.items) addValue(found, document, item);
  else if (node.type === 'map') for (const entry of node.entries) addValue(found, document, entry.node);
  else
    for (const datum of personalDataIn(String(node.value ?? ''))) {
      const at = scalarLine(document, node)?.text.rangeOf(datum.start, datum.end) ?? node.range;
      found.push({ datum, at });
    }
}

function addText(found: Found[], { units }: Document): void {
  const heads = columnHeads(units);
  for (const { text, table } of units) {
    const head = table && heads.get(`${table.index} ${table.column}`);
    for (const datum of personalDataIn(text.text, head))
      found.push({ datum, at: text.rangeOf(datum.start, datum.end) });
  }
}

function columnHeads(units: readonly Unit[]): Map<string, string> {
  const heads = units.flatMap(({ table, text }) =>
    table?.row === 0 ? [[`${table.index} ${table.column}`, text.text] as const] : [],
  );
  return new Map(heads);
}

function* comments(text: string): Generator<Range> {
  for (let open = text.indexOf('<!--'); open >= 0; ) {
    const close = text.indexOf('-->', open + 4);
    const end = close < 0 ? text.length : close;
    yield { start: open + 4, end };
    open = text.indexOf('<!--', Math.max(end, open + 4));
  }
}
