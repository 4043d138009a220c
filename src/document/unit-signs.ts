import { signsIn } from '../language/signs.js';
import type { Document } from './document.js';

/** The signs (a mask of `SIGNS`) that each of a document's units shows: made once, as rules and facts ask in turn, document by document. */
export function unitSigns({ units }: Pick<Document, 'units'>): readonly number[] {
  if (last?.units !== units) last = { units, signs: units.map(({ text }) => signsIn(text.text)) };
  return last.signs;
}

let last: { readonly units: Document['units']; readonly signs: readonly number[] } | undefined;
