import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/language/suggest.js';

const names = ['element/scope', 'element/standards', 'length/max-length', 'warn', 'error', 'off'];

describe('suggest', () => {
  it.each([
    ['element/socpe', 'element/scope'],
    ['elements/scope', 'element/scope'],
    ['Element/Scope', 'element/scope'],
    ['max-length', 'length/max-length'],
    ['length/max', 'length/max-length'],
    ['warning', 'warn'],
    ['err', 'error'],
    ['erorr', 'error'],
    ['of', 'off'],
    ['fatal', undefined],
    ['', undefined],
    ['x'.repeat(5000), undefined],
    [`warn${'x'.repeat(76)}`, 'warn'],
    [`warn${'x'.repeat(77)}`, undefined],
  ])('takes %j for %j', (written, meant) => {
    expect(suggest(written, names)).toBe(meant);
  });

  it.each(['JSON', 'Json', 'json', 'jso', 'jsn', 'json5'])(
    'takes %j for the whole name before one that begins with it',
    (written) => {
      for (const known of [
        ['json', 'json-with-metadata'],
        ['json-with-metadata', 'json'],
      ])
        expect(suggest(written, known)).toBe('json');
    },
  );
});
