import { percent } from './wording.js';

/** A text that opens something: `to` is an address; null where there is none to open. */
export interface Linked {
  readonly text: string;
  readonly to: string | null;
}

/** What a cell may hold; null leaves it empty. A share is a number from 0 to 1. */
export type CellValue = string | number | { readonly share: number } | Linked | null;

export function isLinked(value: CellValue): value is Linked {
  return typeof value === 'object' && value !== null && 'to' in value;
}

/** What a cell says, as text. */
export function cellText(value: CellValue): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return isLinked(value) ? value.text : percent(value.share, 1);
}

export interface Column<Row> {
  readonly title: string;
  /** In characters of half width. */
  readonly width: number;
  /** The only values that may be filled in. */
  readonly choices?: readonly string[];
  /** A `date` is written `2024-03-01` or empty. */
  readonly type?: 'date';
  readonly value: (row: Row) => CellValue;
}

/** A table of figures, whoever writes it down. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  /** What stands in place of rows where there are none. */
  readonly none?: string;
  /** What a page of print bears at its head, beside the table's name. */
  readonly head?: string;
  /** The values of each row, in the order of the columns. Made as they are taken. */
  readonly rows: () => Iterable<CellValue[]>;
}

/** A table over things of one type. */
export function tableOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: () => Iterable<Row>,
  about: Pick<Table, 'none' | 'head'> = {},
): Table {
  return {
    name,
    columns,
    ...about,
    *rows() {
      for (const row of rows()) yield columns.map(({ value }) => value(row));
    },
  };
}
