import { properDate, readDate, writeDate } from '../language/dates.js';
import { LEDGER_COLUMNS, type LedgerRow, UNREAD_COLUMNS } from './ledger.js';

/** A sheet as rows of what its cells show. */
export type Rows = readonly (readonly string[])[];

/** In how many rows from the top the head of a ledger is looked for: people put a title above it. */
const HEAD_WITHIN = 20;

type Field = keyof typeof LEDGER_COLUMNS;

/**
 * Reads the rows of a ledger back, whichever way its columns and rows were moved.
 * @param department whose ledger it is
 * @param dayOffset what has to be added to a number that stands for a day, so that day 1 is 1 January 1900
 * @returns null where the sheet is no ledger
 */
export function ledgerRows(rows: Rows, department: string, dayOffset: number): LedgerRow[] | null {
  const fields = Object.entries(LEDGER_COLUMNS) as [Field, string][];
  const headAt = rows.slice(0, HEAD_WITHIN).findIndex((row) => {
    const titles = titlesIn(row);
    return titles.includes(LEDGER_COLUMNS.id) && titles.includes(LEDGER_COLUMNS.said);
  });
  if (headAt < 0) return null;
  const titles = titlesIn(rows[headAt] ?? []);
  const places = fields.map(([field, title]) => [field, titles.indexOf(title)] as const);
  return rows.slice(headAt + 1).flatMap((row) => {
    const read = Object.fromEntries(places.map(([field, at]) => [field, (row[at] ?? '').trim()])) as Record<
      Field,
      string
    >;
    // A line that somebody added below, or left empty, lists nothing.
    if (read.what === '' && read.id === '') return [];
    const more = Object.fromEntries(
      titles.flatMap((title, at) => (title === '' || OURS.has(title) ? [] : [[title, (row[at] ?? '').trim()]])),
    );
    return [{ ...read, due: dayOf(read.due, dayOffset), department, more }];
  });
}

/** The titles of the columns that ledgers are handed out with. */
const OURS: ReadonlySet<string> = new Set([...Object.values(LEDGER_COLUMNS), ...UNREAD_COLUMNS]);

/** People break titles into lines. */
function titlesIn(row: readonly string[]): string[] {
  return Array.from(row, (cell) => (cell ?? '').replace(/\s+/g, ''));
}

/** Days of a spreadsheet are numbers from the end of 1899. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A day as `2024-03-01`, where that is what a cell holds; else what it says. */
function dayOf(cell: string, offset: number): string {
  if (/^\d{5}(?:\.\d+)?$/.test(cell))
    return new Date(FIRST_DAY + (Math.floor(Number(cell)) + offset) * 86_400_000).toISOString().slice(0, 10);
  const day = readDate(cell) ?? readDate(properDate(cell) ?? '');
  return day ? writeDate(day) : cell;
}
