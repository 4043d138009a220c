import type { Document, Section, Unit } from '../../../src/document/document.js';

/** A line or cell with what stands around it and tells what its figures are about. */
export interface Surroundings {
  readonly unit: Unit;
  /** Of a cell, the label of its row and the head of its column; empty for other lines. */
  readonly row: string;
  readonly column: string;
  /** The title of the section it stands in, and the short line that leads up to it. */
  readonly topic: string;
  /** What heads the paragraph on its own line: 三、购房补贴。A类人才…; empty where nothing does. */
  readonly runIn: string;
  /** True in a section of cases. */
  readonly inCase: boolean;
}

/** Characters kept of a label, a head and a topic. */
const KEPT = 40;
/** Characters of a line that may be the lead-in to those below it, at most. */
const SHORT = 16;

/** The lines and cells of a document that may state figures, in order. */
export function* surroundingsOf({ units, sentences }: Document): Generator<Surroundings> {
  const sections = new Map<number, Section | undefined>();
  const runIn = new Map<number, string>();
  for (const { unit, section, heading } of sentences) {
    if (sections.has(unit)) continue;
    sections.set(unit, heading ? section?.parent : section);
    if (heading && section?.style === 'run-in' && LABELLED.test(units[unit]?.text.text ?? ''))
      runIn.set(unit, titleOf(section));
  }
  let heads: string[] = [];
  let labels: string | null = null;
  let [first, place] = ['', ''];
  let leadIn = '';
  for (const [i, unit] of units.entries()) {
    if (unit.type === 'code') continue;
    const { text } = unit.text;
    const section = sections.get(i);
    const topic = [...new Set([titleOf(section), leadIn].filter((part) => part !== ''))].join('，');
    const inCase = isOfCases(section);
    if (!unit.table) {
      yield { unit, row: '', column: '', topic, runIn: runIn.get(i) ?? '', inCase };
      if (unit.type === 'heading') leadIn = '';
      else if (text.length <= SHORT && !/[。；]$/.test(text) && !/\d/.test(text)) leadIn = text;
      else if (text.length > SHORT) leadIn = '';
      continue;
    }
    const { index, row, column } = unit.table;
    if (row === 0) {
      if (column === 0) heads = [];
      heads[column] = text;
    }
    if (column === 0) first = text;
    // A cell that goes down rows is written in the first of them.
    if (place !== `${index} ${row}`) labels = column === 0 ? null : first.slice(0, KEPT);
    place = `${index} ${row}`;
    yield {
      unit,
      runIn: '',
      row: row === 0 ? '' : (labels ?? ''),
      column: row === 0 ? '' : (heads[column] ?? '').slice(0, KEPT),
      topic,
      inCase,
    };
    // A row may have as many cells as a text has words.
    if (column === 0 || !/\d/.test(text)) labels = (labels === null ? text : `${labels}，${text}`).slice(0, KEPT);
  }
}

/** A short label on the line that it heads; longer ones are clauses of their own. */
const LABELLED = /^[^，。；：]{2,16}[。：]/;

function titleOf(section: Section | undefined): string {
  return (section?.title ?? '').slice(0, KEPT);
}

/** Sections of worked examples: 举例说明, 算一算, 政策示例. */
function isOfCases(section: Section | undefined): boolean {
  if (!section) return false;
  return (
    /案例|举例|示例|实例|例子|情景|场景|算.{0,6}账|算一算|怎么算|模拟/.test(section.title) || isOfCases(section.parent)
  );
}
