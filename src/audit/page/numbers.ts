/** A count with its thousands set apart: 20,000. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Whether a cell holds nothing but a count or a date, which must not be broken over two lines. */
export function isFigure(cell: string): boolean {
  return /^[\d,.%-]{1,12}$/.test(cell);
}
