import type { Kind } from '../document/document.js';
import { KINDS } from '../document/vocabulary.js';

/** A share as people write it: 66.7%; a dash where there is nothing to share. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.round((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** What a kind of document is called. */
export function kindName(kind: Kind | string | null): string {
  return KINDS.find((row) => row.kind === kind)?.chinese[0] ?? '类型不明';
}

export const SEVERITY: Readonly<Record<'error' | 'warn', string>> = { error: '错误', warn: '警告' };
