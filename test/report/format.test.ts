import { describe, expect, it } from 'vitest';
import { formatted, piecesOf } from '../../src/report/format.js';
import { formatters } from '../../src/report/index.js';
import { context, fileResult, finding } from './results.js';

const MANY = Array.from({ length: 300 }, (_, n) => fileResult(`${n}.md`, [finding(), finding()]));

describe('a report in pieces', () => {
  it.each([...formatters.keys()])('is the whole text, and the same when it is asked for again: %s', async (name) => {
    const pieces = await piecesOf(MANY, name, context);
    const text = [...pieces].join('');
    expect(text).toMatch(/[^\n]\n$/);
    expect([...pieces].join('')).toBe(text);
    expect(await formatted(MANY, name, context)).toBe(text);
  });

  it('comes in several where it is long JSON, which stays valid', async () => {
    for (const name of ['json', 'json-with-metadata']) {
      const pieces = [...(await piecesOf(MANY, name, context))];
      expect(pieces.length).toBeGreaterThan(1);
      expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000);
      expect(() => JSON.parse(pieces.join(''))).not.toThrow();
    }
  });

  it('is empty where there is nothing to tell', async () => {
    expect([...(await piecesOf([fileResult('a.md')], 'compact', context))]).toEqual([]);
    expect([...(await piecesOf([], 'json', context))]).toEqual(['[]\n']);
  });
});
