import { KINDS } from '../../document/vocabulary.js';

/** A kind of document as people call it. */
export function kindName(kind: string | null): string {
  return KINDS.find((one) => one.kind === kind)?.chinese[0] ?? (kind || '种类未识别');
}

/** Longest label a bar carries, in characters; the table under the chart has it whole. */
const LONGEST = 30;

export function shortened(label: string): string {
  const characters = [...label];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : label;
}
