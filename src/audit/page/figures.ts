/** A count with its thousands set apart: 20,000. */
export function count(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}

/** A share as people read it: 12.5%. Neither 0% nor 100% is said of what is not quite so; of nothing there is no share. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  if (part === 0) return '0%';
  if (part === whole) return '100%';
  const tenths = Math.min(999, Math.max(1, Math.round((part / whole) * 1000)));
  return `${(tenths / 10).toFixed(1)}%`;
}

/** Whether a cell holds nothing but a count or a date, which must not be broken over two lines. */
export function isFigure(cell: string): boolean {
  return /^[\d,.%-]{1,12}$/.test(cell);
}
