import { paperNames } from '../../../src/archive/content/paper-names.js';
import { drawnFrom, type FactKind } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { Document } from '../../../src/document/document.js';
import { signatureLines } from '../../../src/document/signature.js';
import { type Figure, figuresIn } from '../../../src/language/figures.js';
import { contextOf, type FigureContext } from './context.js';
import { type FigureFact, type PackedFigures, packed, unpacked } from './fact.js';
import { policyStatement } from './roles.js';
import { type Surroundings, surroundingsOf } from './surroundings.js';

/** The figures that documents state; null where there are too many to compare: a document that is a table of data. */
export const FIGURES: FactKind<PackedFigures | null> = {
  name: 'figures',
  draw(document) {
    const figures = figuresOf(document);
    return figures && packed(figures);
  },
  stretches: (figures) => (figures ? unpacked(figures) : []).map(({ range, text }) => ({ at: range, words: text })),
};

/** The figures that a file states; none where there are too many. */
export function figuresStated(facts: Facts): FigureFact[] {
  const figures = drawnFrom(facts, FIGURES);
  return figures ? unpacked(figures) : [];
}

/** A document with more figures is a table of data, in which one is not told from another by its words. */
const MAX_FIGURES = 1000;
/** Characters kept of the clause before a figure, behind it, and of the beginning of its sentence. */
export const BEFORE = 30;
export const AFTER = 16;
const SUBJECT = 16;

/**
 * The figures a document states. Of an interpretation those that may be said of the policy: its cases, the values of older rules and
 * rough figures are left out.
 * @returns null where there are too many
 */
function figuresOf(document: Document): FigureFact[] | null {
  const isPolicy = document.kind === 'policy';
  const names = isPolicy
    ? null
    : paperNames(
        document.title,
        document.units.map(({ text }) => text.text),
      );
  // The day on which an interpretation was signed is its own.
  const signature = names && signatureLines(document);
  const facts: FigureFact[] = [];
  let context: FigureContext | null = null;
  let seen = 0;
  for (const place of surroundingsOf(document)) {
    const { text } = place.unit.text;
    if (signature?.has(place.unit)) continue;
    const figures = figuresIn(withUnit(text, place), MAX_FIGURES - seen);
    seen += figures.length;
    if (seen > MAX_FIGURES) return null;
    if (names) context = contextOf(place, figures, names, context);
    for (const [i, figure] of figures.entries()) {
      const statement = names ? context?.statements[i] : policyStatement(figure, text);
      if (statement && !(names && figure.rough)) facts.push({ ...factOf(place, figure), ...statement });
    }
  }
  return facts;
}

/** A cell that holds nothing but a number, with the unit of its column, its row or all of its table: 补贴标准（元/月）, 单位：万元. */
function withUnit(cell: string, { row, column, topic, unit: { table } }: Surroundings): string {
  if (!table || !/^[^\d一-鿿]{0,3}[不低高超少多于过最至]{0,4}\d[\d,，. ]{0,15}$/.test(cell)) return cell;
  const ofTable = UNIT_OF_TABLE.test(topic) && !UNITLESS.test(column) ? UNIT_OF_TABLE.exec(topic)?.[1] : '';
  return cell + (unitOf(column) ?? unitOf(row) ?? ofTable ?? '');
}

function unitOf(label: string): string | undefined {
  const unit =
    /[（(](?:单位[：:]?)?([^（）()/\s]{1,8})(?:\/[^（）()]{1,8})?[）)]\s*$|([%‰])$|\/([元%‰人户个天日月年亩吨件])$/.exec(
      label,
    );
  return unit?.[1] ?? unit?.[2] ?? unit?.[3];
}

const UNIT_OF_TABLE = /(?:^|[，（(])单位[：: ]{1,2}([^（）()，/\s]{1,8})[）)]?$/;
/** Columns whose numbers are of another kind than the table's. */
const UNITLESS = /序号|编号|代码|年[度份]?$|[人户个台件]数|数量|比例|[率%]$/;

function factOf(
  { unit, row, column, topic, runIn }: Surroundings,
  { start, end: written, measure, value }: Figure,
): FigureFact {
  const { text } = unit.text;
  const end = Math.min(written, text.length);
  const sentence = text.slice(lastStop(text, start) + 1, start);
  const before = sentence.slice(-BEFORE);
  const after = text.slice(end, end + AFTER);
  const stop = after.search(STOP);
  return {
    range: unit.text.rangeOf(start, end),
    text: text.slice(start, end),
    measure,
    value,
    before,
    after: stop < 0 ? after : after.slice(0, stop),
    subject: sentence.slice(0, -BEFORE).slice(0, SUBJECT) || (before.includes(runIn) ? '' : runIn),
    row,
    column,
    topic,
  };
}

const STOPS = '。；！？;';
const STOP = new RegExp(`[${STOPS}]`);

/** Where the last stop before `end` stands; -1 without one. */
function lastStop(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && !STOPS.includes(text[at] as string)) at--;
  return at;
}
