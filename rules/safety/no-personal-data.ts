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
    mistyped: {
      severity: 'warn',
      what: {
        'zh-CN': '像是写错了一位的身份证号：{masked}，仍然指向一个人',
        en: 'An identity number with a slip in it, which still points to a person: {masked}',
      },
      todo: {
        'zh-CN': '请删去，或隐去中间几位；是填写示例的，换成明显不是真人的号码（如 000000…）',
        en: 'Remove it or hide most of it; in an example use a number that is plainly nobody’s, such as 000000…',
      },
    },
    named: {
      severity: 'warn',
      what: {
        'zh-CN': '公开邮箱像是用个人姓名开设的：{masked}',
        en: 'A public mailbox bears the name of a person: {masked}',
      },
      todo: {
        'zh-CN': '请核实；是个人邮箱的，换成单位的公开邮箱',
        en: 'Check whose it is, and give a mailbox of the office instead',
      },
    },
  },
  check({ document, report }) {
    const seen = new Set<number>();
    for (const { datum, at } of found(document)) {
      if (seen.has(at.start)) continue;
      seen.add(at.start);
      report({ messageId: datum.doubt ?? 'personal', at, data: { kind: KINDS[datum.kind], masked: datum.masked } });
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

interface FoundData {
  readonly datum: PersonalDatum;
  readonly at: Range;
}

/** In front matter, visible text, addresses behind links, and comments, which a web page carries along. */
function* found(document: Document): Generator<FoundData> {
  for (const { writtenKey, node } of document.frontMatter.entries) yield* inValue(document, writtenKey, node);
  yield* inText(document);
  for (const { to, range: at } of document.links)
    if (/^(?:mailto|tel|sms):/i.test(to))
      for (const datum of personalDataIn(to.replace(/^[a-z]{3,6}:/i, ''))) yield { datum, at };
  for (const { start, end } of comments(document.text))
    for (const datum of personalDataIn(document.text.slice(start, end)))
      yield { datum, at: { start: start + datum.start, end: start + datum.end } };
}

/** A key tells what its value is: `身份证号: …`. Long numbers are read as written, not as rounded. */
function* inValue(document: Document, key: string, node: FrontMatterNode): Generator<FoundData> {
  if (node.type === 'list') for (const item of node.items) yield* inValue(document, key, item);
  else if (node.type === 'map')
    for (const entry of node.entries) yield* inValue(document, entry.writtenKey, entry.node);
  else {
    const { range, value } = node;
    const line = scalarLine(document, node)?.text;
    const written = typeof value === 'string' ? value : document.text.slice(range.start, range.end);
    for (const datum of personalDataIn(written, key))
      yield { datum, at: line?.rangeOf(datum.start, datum.end) ?? range };
  }
}

/** The head of the column and the cell to the left tell what a number in a table is. */
function* inText({ units }: Document): Generator<FoundData> {
  const heads = new Map<string, string>();
  let left: Unit | undefined;
  for (const unit of units) {
    const { text, table } = unit;
    if (table?.row === 0) heads.set(`${table.index} ${table.column}`, text.text);
    const isBeside = table && left?.table?.index === table.index && left.table.row === table.row;
    const label = table && [isBeside ? left?.text.text : '', heads.get(`${table.index} ${table.column}`)].join(' ');
    for (const datum of personalDataIn(text.text, label)) yield { datum, at: text.rangeOf(datum.start, datum.end) };
    left = unit;
  }
}

function* comments(text: string): Generator<Range> {
  for (let open = text.indexOf('<!--'); open >= 0; ) {
    const close = text.indexOf('-->', open + 4);
    const end = close < 0 ? text.length : close;
    yield { start: open + 4, end };
    open = text.indexOf('<!--', Math.max(end, open + 4));
  }
}
