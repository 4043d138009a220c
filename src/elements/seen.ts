import type { Document } from '../document/document.js';
import { placeOf } from '../document/range.js';
import { withoutPersonalData } from '../language/personal-data.js';
import type { ElementFinding } from './detect.js';

/** Where an element stands, or what comes nearest to it: line and column from 1, and the words. */
export interface SeenElement {
  readonly line: number | null;
  readonly column: number | null;
  /** Personal data masked. */
  readonly evidence: string | null;
}

/** Where a reader finds what was found of an element; nulls where nothing comes near. */
export function seenElement({ text, lineStarts }: Document, { range }: Pick<ElementFinding, 'range'>): SeenElement {
  if (!range) return { line: null, column: null, evidence: null };
  const { line, column } = placeOf(lineStarts, range);
  return { line, column, evidence: withoutPersonalData(text.slice(range.start, range.end)) };
}
