import type { Document, Section, Unit } from '../../../src/document/document.js';
import { readerOf } from '../../../src/language/traditional.js';
import { tablesOfTwoHeads, UNIT_OF_TABLE } from './tables.js';

/** A line or cell with what stands around it and tells what its figures are about. */
export interface Surroundings {
  readonly unit: Unit;
  /** What it says, in Simplified characters, as all of the below. */
  readonly text: string;
  /** Of a cell, the label of its row and the head of its column; empty for other lines. */
  readonly row: string;
  readonly column: string;
  /** The title of the section it stands in, and the short line that leads up to it. */
  readonly topic: string;
  /** What heads the paragraph on its own line: 三、购房补贴。A类人才…; empty where nothing does. */
  readonly runIn: string;
  readonly section: Section | undefined;
}

/** Characters kept of a label, a head and a topic. */
const KEPT = 40;
/** Characters of a line that may be the lead-in to those below it, at most. */
const SHORT = 16;

/** The lines and cells of a document that may state figures, in order. */
export function* surroundingsOf({ units, sentences, text: source }: Document): Generator<Surroundings> {
  const read = readerOf(source);
  const titleOf = (section: Section | undefined) => read((section?.title ?? '').slice(0, KEPT));
  const sections: (Section | undefined)[] = [];
  const runIn = new Map<number, string>();
  for (const { unit, section, heading } of sentences) {
    if (unit in sections) continue;
    sections[unit] = heading ? section?.parent : section;
    if (heading && section?.style === 'run-in' && LABELLED.test(units[unit]?.text.text ?? ''))
      runIn.set(unit, titleOf(section));
  }
  const twoHeaded = tablesOfTwoHeads(units);
  let heads: string[] = [];
  let upper: string[] = [];
  let labels: string | null = null;
  let [first, place] = ['', ''];
  let leadIn = '';
  for (const [i, unit] of units.entries()) {
    if (unit.type === 'code') continue;
    const text = read(unit.text.text);
    const section = sections[i];
    const title = titleOf(section);
    const topic = leadIn === '' || leadIn === title ? title : title === '' ? leadIn : `${title}，${leadIn}`;
    if (!unit.table) {
      yield { unit, text, row: '', column: '', topic, runIn: runIn.get(i) ?? '', section };
      if (unit.type === 'heading') leadIn = '';
      else if (text.length <= SHORT && !/[。；]$/.test(text) && !/\d/.test(text)) leadIn = text;
      else if (text.length > SHORT) leadIn = UNIT_OF_TABLE.test(text) ? text.slice(-SHORT) : '';
      continue;
    }
    const { index, row, column } = unit.table;
    const isHead = row === 0 || (row === 1 && twoHeaded.has(index));
    if (row === 0 && column === 0) [heads, upper] = [[], []];
    if (row === 0) heads[column] = upper[column] = text;
    // Of two rows of heads the upper one's cells span columns.
    else if (isHead) heads[column] = `${upper.slice(0, column + 1).findLast(Boolean)}，${text}`;
    if (column === 0) first = text;
    // A cell that goes down rows is written in the first of them.
    if (place !== `${index} ${row}`) labels = column === 0 ? null : first.slice(0, KEPT);
    place = `${index} ${row}`;
    yield {
      unit,
      text,
      runIn: '',
      row: isHead ? '' : (labels ?? ''),
      column: isHead ? '' : (heads[column] ?? '').slice(0, KEPT),
      topic,
      section,
    };
    // A row may have as many cells as a text has words.
    if (column === 0 || !/\d/.test(text)) labels = (labels === null ? text : `${labels}，${text}`).slice(0, KEPT);
  }
}

/** A short label on the line that it heads; longer ones are clauses of their own. */
const LABELLED = /^[^，。；：]{2,16}[。：]/;

/** Sections of worked examples: 举例说明, 算一算, 政策示例. */
export function isOfCases(section: Section | undefined): boolean {
  if (!section) return false;
  return (
    /案例|[举舉]例|示例|[实實]例|例子|情景|[场場]景|算.{0,6}[账賬]|算一算|怎[么麼]算|模[拟擬]/.test(section.title) ||
    isOfCases(section.parent)
  );
}
