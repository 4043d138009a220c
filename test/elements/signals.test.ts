import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { CATALOGUE, ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { Reading, read } from '../../src/elements/reading.js';
import { searchFor } from '../../src/elements/signals.js';
import { staysInLine } from '../../src/language/stays-in-line.js';
import { PlaceTable } from '../../src/language/word-places.js';
import { linesOf, piecesOf, SIGNAL_PATTERNS, textOf, WAYS } from './catalogue-text.js';

describe('the search for signals', () => {
  it('goes line by line for most', () => {
    expect(SIGNAL_PATTERNS.filter(staysInLine).length).toBeGreaterThan(SIGNAL_PATTERNS.length * 0.9);
  });

  it('finds in lines that hold their words what it finds in the whole text', () => {
    let found = 0;
    const lines = linesOf(WAYS);
    for (const id of ELEMENT_IDS) {
      const { signals } = CATALOGUE[id];
      const words = piecesOf(signals.map(({ pattern }) => pattern));
      const cut = fc
        .tuple(fc.constantFrom(...lines), fc.nat(40), fc.nat(40))
        .map(([line, from, length]) => line.slice(from, from + length));
      const sentences = fc.oneof(
        fc.constantFrom(...linesOf(WAYS.filter((ways) => ways.id === id))),
        fc.constantFrom(...lines),
        cut,
        textOf(words, 6),
        fc.constantFrom(...words, '；', '？', '\u2028'),
      );
      fc.assert(
        fc.property(fc.array(sentences, { maxLength: 25 }), fc.constantFrom('', '，', '。', '\n\n'), (parts, joint) => {
          const document = parseDocument(parts.join(joint), { path: 'a.md' });
          const { text, open, title, lines } = read(document);
          const table = new PlaceTable();
          table.note(text);
          const whole = new Reading(document, text, open, title, lines, null);
          const parted = new Reading(document, text, open, title, lines, table);
          for (const signal of signals) {
            const all = searchFor(signal, whole)?.all() ?? [];
            found += all.length;
            expect(searchFor(signal, parted)?.all() ?? []).toEqual(all);
          }
        }),
      );
    }
    expect(found).toBeGreaterThan(1000);
  });
});
