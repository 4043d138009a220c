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
});
