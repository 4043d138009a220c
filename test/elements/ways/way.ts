import type { ElementId } from '../../../src/elements/catalogue.js';

/** Ways in which a document provides an element, and texts that come near without providing it. */
export interface Ways {
  readonly id: ElementId;
  readonly provides: Readonly<Record<'heading' | 'run-in' | 'question' | 'lead' | 'list' | 'table', string>> &
    Readonly<Record<string, string>>;
  readonly nearMisses: readonly string[];
}
