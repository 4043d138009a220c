import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { CATALOGUE, ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { announcementsOf, titleLines } from '../../src/elements/headings.js';
import { type Reading, read } from '../../src/elements/reading.js';
import { findHits, type Hit } from '../../src/elements/signals.js';
import { makeScale, type Scale, strengthOf, Weighing } from '../../src/elements/weighing.js';
import { scaleOf } from '../../src/elements/weights.js';
import { linesOf, piecesOf, textOf, WAYS } from './catalogue-text.js';

it('stops before all is searched, and says what all would say', () => {
  let exceeding = 0;
  for (const id of ELEMENT_IDS) {
    const words = piecesOf(CATALOGUE[id].signals.map(({ pattern }) => pattern));
    const lines = fc.oneof(
      fc.constantFrom(...linesOf(WAYS.filter((ways) => ways.id === id))),
      fc.constantFrom(...linesOf(WAYS)),
    );
    const texts = fc
      .tuple(fc.array(lines, { maxLength: 12 }), textOf([...words, '？'], 12))
      .map((parts) => parts.flat().join('\n\n'));
    const own = scaleOf(id);
    const ids = CATALOGUE[id].signals;
    // Weights that take away, too, and sums that come out at the limit.
    const mixed = makeScale(
      ids,
      -1.4,
      (signal) => [2.8, -0.7, 0.7, 1.4, 0][ids.findIndex((it) => it.id === signal) % 5] ?? 0,
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(own, mixed), fc.constantFrom(0, 1.4, 2), (text, scale, limit) => {
        const reading = (): Reading => read(parseDocument(text, { path: 'a.md' }));
        const all = reading();
        const announcements = announcementsOf(titleLines(all), id);
        const hits = findHits(all, id, announcements);
        const fresh = reading();
        const weighing = new Weighing(fresh, scale, announcementsOf(titleLines(fresh), id));
        const exceeds = weighing.exceeds(limit);
        exceeding += exceeds ? 1 : 0;
        expect(exceeds).toBe(sumOf(scale, hits) > limit);
        expect(placeOf(weighing.strongest())).toEqual(placeOf(strongestOf(scale, hits)));
        expect(placeOf(weighing.strongest(1))).toEqual(placeOf(strongestOf(scale, hits, 1)));
      }),
      { numRuns: 100 },
    );
  }
  expect(exceeding).toBeGreaterThan(300);
});

function sumOf({ bias, listed }: Scale, hits: readonly Hit[]): number {
  let sum = bias;
  for (const { signal, weight } of listed)
    sum += weight * strengthOf(hits.filter((hit) => hit.signal === signal).length);
  return sum;
}

function strongestOf({ listed }: Scale, hits: readonly Hit[], least = Number.NEGATIVE_INFINITY): Hit | undefined {
  const weightOf = (hit: Hit) => listed.find(({ signal }) => signal === hit.signal)?.weight ?? 0;
  return hits
    .filter((hit) => weightOf(hit) >= least)
    .reduce<Hit | undefined>((best, hit) => (best && weightOf(best) >= weightOf(hit) ? best : hit), undefined);
}

function placeOf(hit: Hit | undefined) {
  return hit && { signal: hit.signal.id, start: hit.start, end: hit.end };
}
