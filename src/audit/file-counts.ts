import { type FileKind, fileKindOf } from '../files/endings.js';
import type { FileCount } from './audit-report.js';

/** What each kind is called. */
export const FILE_KINDS: Readonly<Record<FileKind, string>> = {
  markdown: 'Markdown',
  word: 'Word（.docx、.docm）',
  page: '网页',
  text: '纯文本',
  unsupported: '不能检查的文档（.doc、.wps、.pdf、.ofd 等）',
  other: '其他文件',
};

/** What people read of files that another of the same name is checked for. */
export const COPIES = '查同名的另一份';

/** Kinds that are made Markdown before they are checked. */
const CONVERTED: ReadonlySet<FileKind> = new Set(['word', 'page']);

export type Fate = 'checked' | 'refused' | 'leftOut' | 'copies';

const NONE = { found: 0, read: 0, converted: 0, guessed: 0, partly: 0, refused: 0, leftOut: 0, copies: 0 };

/** Counts what became of the files of an archive. */
export class FileCounts {
  private readonly counts = new Map<FileKind, { [key in Exclude<keyof FileCount, 'kind'>]: number }>(
    (Object.keys(FILE_KINDS) as FileKind[]).map((kind) => [kind, { ...NONE }]),
  );

  /**
   * @param rests true where what the file says of itself is guessed, not written by anybody
   * @param partly true where something of it was not read
   */
  add(path: string, fate: Fate, rests = false, partly = false): void {
    const kind = fileKindOf(path);
    const count = this.counts.get(kind);
    if (!count) return;
    count.found++;
    if (fate !== 'checked') count[fate]++;
    else if (CONVERTED.has(kind)) count.converted++;
    else count.read++;
    if (rests) count.guessed++;
    if (partly) count.partly++;
  }

  /** All kinds, those that the archive has none of too. */
  get all(): FileCount[] {
    return [...this.counts].map(([kind, count]) => ({ kind, ...count }));
  }
}

/** The counts of all kinds together. */
export function allFiles(files: readonly FileCount[]): Omit<FileCount, 'kind'> {
  const sum = { ...NONE };
  for (const count of files) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += count[key];
  return sum;
}
