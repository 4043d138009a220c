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
  readonly section: Section | undefined;
}

/** Characters kept of a label, a head and a topic. */
const KEPT = 40;
/** Characters of a line that may be the lead-in to those below it, at most. */
const SHORT = 16;

/** The lines and cells of a document that may state figures, in order. */
export function* surroundingsOf({ units, sentences }: Document): Generator<Surroundings> {
  const sections: (Section | undefined)[] = [];
  const runIn = new Map<number, string>();
  for (const { unit, section, heading } of sentences) {
    if (unit in sections) continue;
    sections[unit] = heading ? section?.parent : section;
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
    const section = sections[i];
    const title = titleOf(section);
    const topic = leadIn === '' || leadIn === title ? title : title === '' ? leadIn : `${title}，${leadIn}`;
    if (!unit.table) {
      yield { unit, row: '', column: '', topic, runIn: runIn.get(i) ?? '', section };
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
      section,
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
export function isOfCases(section: Section | undefined): boolean {
  if (!section) return false;
  return (
    /案例|举例|示例|实例|例子|情景|场景|算.{0,6}账|算一算|怎么算|模拟/.test(section.title) || isOfCases(section.parent)
  );
}

/** A cell that holds nothing but a number, with the unit of its column, its row or all of its table: 补贴标准（元/月）, 单位：万元. */
export function withUnit(cell: string, { row, column, topic, unit: { table } }: Surroundings): string {
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
