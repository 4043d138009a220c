import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf } from '../../rules/content/no-verbatim-copy/copied.js';
import { FINGERPRINTS, fingerprintsOf } from '../../rules/content/no-verbatim-copy/fingerprints.js';
import { packPlaces, unpack, unpackPlaces } from '../../rules/content/no-verbatim-copy/packed-numbers.js';
import { factsOf } from '../../src/archive/facts.js';
import type { Kind } from '../../src/document/document.js';
import { parseDocument } from '../../src/document/parse.js';
import { detectElements } from '../../src/elements/detect.js';

/** Han text without a repetition of eight characters, of `length` characters from the `from`th on. */
function han(from: number, length: number): string {
  return Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + (((from + i) * 7919) % 20_000))).join('');
}

function facts(kind: Kind, text: string) {
  const document = parseDocument(`---\nkind: ${kind}\n---\n\n${text}`, { path: `${kind}.md` });
  return factsOf(document, detectElements(document), `/${kind}.md`, [FINGERPRINTS]);
}

function shareOf(text: string, policy: string): number | undefined {
  return copyOf(facts('interpretation', text), [facts('policy', policy)])?.share;
}

describe('copyOf', () => {
  const policy = Array.from({ length: 20 }, (_, i) => `${han(i * 40, 40)}。`);

  it('is 1 for sentences of the policy, whichever are left out', () => {
    const kept = fc.subarray(policy, { minLength: 8 });
    fc.assert(fc.property(kept, (sentences) => shareOf(sentences.join('\n\n'), policy.join('')) === 1));
  });

  it('is 0 for other words', () => {
    expect(shareOf(han(10_000, 600), policy.join(''))).toBe(0);
  });

  it('is about a half where half the text is copied', () => {
    const text = policy.slice(0, 10).join('') + han(10_000, 410);
    expect(shareOf(text, policy.join(''))).toBeGreaterThan(0.4);
    expect(shareOf(text, policy.join(''))).toBeLessThan(0.6);
  });

  it('leaves quotations and names of papers out', () => {
    const quoted = policy.map((sentence) => `“${sentence}”`).join('');
    expect(shareOf(han(10_000, 600) + quoted, policy.join(''))).toBe(0);
  });

  it('says nothing of a few words, or without a policy', () => {
    expect(shareOf(policy[0] as string, policy.join(''))).toBeUndefined();
    expect(copyOf(facts('interpretation', policy.join('')), [])).toBeNull();
  });

  it('is sure of a short text that is copied as a whole, and not of one that is in part', () => {
    const sure = (text: string) =>
      copyOf(facts('interpretation', text), [facts('policy', policy.join(''))])?.sureShare ?? 0;
    expect(sure(policy.slice(0, 3).join(''))).toBeGreaterThan(0.7);
    expect(sure(policy.slice(0, 2).join('') + han(10_000, 45))).toBeLessThan(0.7);
  });

  it('takes a passage with a word exchanged here and there for one, and other text for its end', () => {
    const lengths = (text: string) =>
      (copyOf(facts('interpretation', text), [facts('policy', policy.join(''))])?.passages ?? []).map(
        ({ length }) => length,
      );
    const copied = policy.slice(0, 16).join('');
    const exchanged = [...copied].map((one, i) => (i % 150 === 75 ? '要' : one)).join('');
    const [passage = 0, ...others] = lengths(exchanged);
    expect(passage).toBeGreaterThan(450);
    expect(others).toEqual([]);
    expect(lengths(`${copied.slice(0, 300)}${han(10_000, 120)}。${copied.slice(300)}`)).toHaveLength(2);
  });

  it('locates what is copied', () => {
    const own = `${han(10_000, 400)}。\n\n`;
    const text = `${own}${policy.slice(3, 7).join('')}\n\n${han(12_000, 400)}`;
    const found = facts('interpretation', text);
    const [passage, ...others] = copyOf(found, [facts('policy', policy.join(''))])?.passages ?? [];
    const start = '---\nkind: interpretation\n---\n\n'.length + own.length;
    expect(others).toEqual([]);
    expect(Math.abs((passage?.range.start ?? 0) - start)).toBeLessThan(20);
    expect(Math.abs((passage?.length ?? 0) - 164)).toBeLessThan(40);
  });
});

describe('fingerprintsOf', () => {
  it('keeps a few bytes of a text, and none of its words', () => {
    const text = han(0, 4000);
    const { hashes, places } = fingerprintsOf(parseDocument(`---\nkind: policy\n---\n\n${text}`, { path: 'a.md' }));
    expect(places).toBe('');
    expect(hashes.length).toBeGreaterThan(3000);
    expect(hashes.length).toBeLessThan(5000);
    expect(unpack(hashes).every((hash) => hash >= 0 && hash < 2 ** 24)).toBe(true);
  });
});

describe('places', () => {
  it.each([
    ['close together', [0, 1, 63, 125]],
    ['as far apart as one character tells, and one more', [62, 124, 187, 250]],
    ['far apart', [70, 4000, 16_777_215]],
    ['the same, and before the one before', [500, 500, 499, 0, 62]],
    ['none', []],
  ])('come back as they were packed: %s', (_, places) => {
    expect(unpackPlaces(packPlaces(places))).toEqual(places);
  });
});
