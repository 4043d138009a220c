import type { AuditedDocument } from './audit-report.js';
import type { Column } from './table.js';

/**
 * Where the files of a report lie as seen from the report itself: what stands before their paths in an address. Empty, or ends with
 * `/`; undefined where that is not known, as in a report that is not written to a file.
 */
export type Base = string | undefined;

/** The address that opens a file of the archive; null where that is not known. */
export function fileAddress(path: string, base: Base): string | null {
  if (base === undefined) return null;
  const isWhole = /^(?:\/|[A-Za-z]:\/)/.test(path);
  const written = inAddress(path);
  if (isWhole) return `file://${path.startsWith('/') ? '' : '/'}${written.replace('%3A', ':')}`;
  return `${base}${written}`;
}

/** The file of a row, which the cell opens. */
export function fileColumn(base: Base): Column<{ readonly path: string }> {
  return { title: '文件', width: 30, value: ({ path }) => ({ text: path, to: fileAddress(path, base) }) };
}

/** A path as an address has it. Chinese characters stay: office programs do not all know them written otherwise. */
export function inAddress(path: string): string {
  return path.replace(/[ -~\p{Cc}]/gu, (sign) => (sign === '/' ? sign : encodeURIComponent(sign)));
}

/** What a document is known by to people outside: the address it is published at, else its file. */
export function placeOf({ address, path }: Pick<AuditedDocument, 'address' | 'path'>): string {
  return address || path;
}

/** The address of a file as a page shows its path; null where that is not known, or the path is shown otherwise than it is: signs written out, personal data masked. */
export function shownFileAddress(path: string, base: string | null): string | null {
  return base === null || path === '' || /[\\*]/.test(path) ? null : fileAddress(path, base);
}
