import { KINDS } from '../../document/vocabulary.js';

/** A kind of document as people call it. */
export function kindName(kind: string | null): string {
  return KINDS.find((one) => one.kind === kind)?.chinese[0] ?? (kind || '种类未识别');
}
