import type { Document, Unit } from '../../../src/document/document.js';
import type { FrontMatterNode } from '../../../src/document/front-matter.js';
import { scalarLine } from '../../../src/document/prose.js';
import type { Range } from '../../../src/document/range.js';
import { type PersonalDatum, personalDataIn } from '../../../src/language/personal-data.js';

/** A datum, and where a reader of the source finds it. */
export interface PlacedDatum {
  readonly datum: PersonalDatum;
  readonly at: Range;
}

/** The personal data of a document: in front matter, visible text, addresses behind links, and comments, which a web page carries along. */
export function* placesOfPersonalData(document: Document): Generator<PlacedDatum> {
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
function* inValue(document: Document, key: string, node: FrontMatterNode): Generator<PlacedDatum> {
  if (node.type === 'list') for (const item of node.items) yield* inValue(document, key, item);
  else if (node.type === 'map')
    for (const entry of node.entries) yield* inValue(document, entry.writtenKey, entry.node);
  else {
    const { range, value } = node;
    const written = typeof value === 'string' ? value : document.text.slice(range.start, range.end);
    for (const datum of personalDataIn(written, key))
      yield { datum, at: scalarLine(document, node)?.text.rangeOf(datum.start, datum.end) ?? range };
  }
}

/**
 * The head of the column and the cell to the left tell what a number in a table is; a short line of words what is on the line below
 * it, as where a table was copied cell by cell.
 */
function* inText({ units }: Document): Generator<PlacedDatum> {
  const heads = new Map<string, string>();
  let left: Unit | undefined;
  for (const unit of units) {
    const { text, table } = unit;
    if (table?.row === 0) heads.set(`${table.index} ${table.column}`, text.text);
    const isBeside = table && left?.table?.index === table.index && left.table.row === table.row;
    const label = table
      ? [isBeside ? left?.text.text : '', heads.get(`${table.index} ${table.column}`)].join(' ')
      : (LABEL.exec(left?.text.text ?? '')?.[0] ?? '');
    for (const datum of personalDataIn(text.text, label)) yield { datum, at: text.rangeOf(datum.start, datum.end) };
    left = unit;
  }
}

/** Words alone on a line. */
const LABEL = /^[^\d。；，]{2,16}$/;

function* comments(text: string): Generator<Range> {
  for (let open = text.indexOf('<!--'); open >= 0; ) {
    const close = text.indexOf('-->', open + 4);
    const end = close < 0 ? text.length : close;
    yield { start: open + 4, end };
    open = text.indexOf('<!--', Math.max(end, open + 4));
  }
}
