/** What a cell may hold; null leaves it empty. A share is a number from 0 to 1. */
export type CellValue = string | number | { readonly share: number } | null;

export interface Column<Row> {
  readonly title: string;
  /** In characters of half width. */
  readonly width: number;
  /** A `date` is written `2024-03-01` or empty. */
  readonly type?: 'date';
  readonly value: (row: Row) => CellValue;
}

/** A table of figures, whoever writes it down. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  /** True for a short table that people read rather than filter: its lines are broken. */
  readonly isRead?: true;
  /** The values of each row, in the order of the columns. Made as they are taken. */
  readonly rows: () => Iterable<CellValue[]>;
}

/** A table over things of one type. */
export function tableOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: () => Iterable<Row>,
  isRead?: true,
): Table {
  return {
    name,
    columns,
    ...(isRead && { isRead }),
    *rows() {
      for (const row of rows()) yield columns.map(({ value }) => value(row));
    },
  };
}
