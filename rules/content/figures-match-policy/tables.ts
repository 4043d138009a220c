import type { Unit } from '../../../src/document/document.js';

/** Tables whose first row leaves columns without a head, and whose second one has words alone. */
export function tablesOfTwoHeads(units: readonly Unit[]): Set<number> {
  const upper = new Map<number, Set<number>>();
  const found = new Set<number>();
  for (const { table } of units) {
    if (!table || table.row > 1 || table.column === 0) continue;
    const { index, row, column } = table;
    if (row === 0) upper.set(index, (upper.get(index) ?? new Set()).add(column));
    else if (!upper.get(index)?.has(column)) found.add(index);
  }
  for (const { table, text } of units) if (table?.row === 1 && /\d/.test(text.text)) found.delete(table.index);
  return found;
}

/** A cell with what stands around it. */
interface Cell {
  readonly unit: Unit;
  readonly text: string;
  readonly row: string;
  readonly column: string;
  readonly topic: string;
}

/** A cell that holds nothing but a number, with the unit of its column, its row or all of its table: 补贴标准（元/月）, 单位：万元. */
export function withUnit({ text: cell, row, column, topic, unit: { table } }: Cell): string {
  if (
    !table ||
    !/^[^\d一-鿿]{0,3}[不低高超少多于过最至]{0,4}\d[\d,，. ]{0,15}(?:[至—–~～-]{1,2}\d[\d,.]{0,9})?$/.test(cell)
  )
    return cell;
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

export const UNIT_OF_TABLE = /(?:^|[，（(])单位[：: ]{1,2}([^（）()，/\s]{1,8})(?:\/[^（）()，\s]{1,12})?[）)]?[：:]?$/;
/** Columns whose numbers are of another kind than the table's. */
const UNITLESS = /序号|编号|代码|年[度份]?$|[人户个台件]数|数量|比例|[率%]$/;
