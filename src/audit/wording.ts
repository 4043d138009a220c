import type { Kind } from '../document/document.js';
import { KINDS } from '../document/vocabulary.js';

/** A share as people write it: 66.7%; a dash where there is nothing to share. Neither none nor all is said of what is not quite so. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  if (part === 0) return '0%';
  if (part === whole) return '100%';
  const tenths = Math.min(999, Math.max(1, Math.round((part / whole) * 1000)));
  return `${(tenths / 10).toFixed(1)}%`;
}

/** What a kind of document is called. */
export function kindName(kind: Kind | string | null): string {
  return KINDS.find((row) => row.kind === kind)?.chinese[0] ?? '类型不明';
}
