/** How the parts of a ZIP archive begin. */
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The comment of archives that are made here. */
export const ZIP_MARK = 'jiedu-lint';

/**
 * Gives all files within a ZIP archive one date, at midnight: programs that make archives write down the moment. The archive gets a comment,
 * by which it is known again.
 * @param date as `2024-03-01`; of a year from 1980 to 2107
 */
export function withZipDate(archive: Uint8Array, date: string): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const dosDate = (Math.min(127, Math.max(0, year - 1980)) << 9) | (month << 5) | day;
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('no ZIP archive');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('no ZIP archive');
    view.setUint32(at + 12, dosDate * 0x10000, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, dosDate * 0x10000, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const comment = new TextEncoder().encode(ZIP_MARK);
  view.setUint16(end + 20, comment.length, true);
  const marked = new Uint8Array(end + 22 + comment.length);
  marked.set(archive.subarray(0, end + 22));
  marked.set(comment, end + 22);
  return marked;
}
