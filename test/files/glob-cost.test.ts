import { expect, it } from 'vitest';
import { isCostlyGlob } from '../../src/files/glob-cost.js';

it.each([
  ['length', 'a'.repeat(1000), 'a'.repeat(1001)],
  ['stars in a part', '*a*b*c*', '*a*b*c*d*'],
  ['braces', '{a,b}{c,d}{e,f}', '{a,b}{c,d}{e,f}{g,h}'],
  ['choices', `{${'a,'.repeat(39)}a}`, `{${'a,'.repeat(40)}a}`],
])('measures the cost of a glob by its %s', (_, cheap, costly) => {
  expect(isCostlyGlob(cheap)).toBe(false);
  expect(isCostlyGlob(costly)).toBe(true);
});
