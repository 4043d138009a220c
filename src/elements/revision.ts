import type { Document } from '../document/document.js';
import type { Range } from '../document/range.js';

export interface Revision {
  readonly revises: boolean;
  readonly range: Range | null;
  readonly evidence: string | null;
  readonly denied?: boolean;
}

export function detectRevision(document: Document): Revision {
  const data = document.frontMatter.data.revises;
  return { revises: data !== undefined && data !== null, range: null, evidence: null };
}
