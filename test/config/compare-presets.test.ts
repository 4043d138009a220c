import { describe, expect, it } from 'vitest';
import { comparePresets } from '../../src/config/compare-presets.js';
import { known } from './known.js';

const statuses = (first: string, second: string) =>
  comparePresets(first, second, known).rules.map(({ rule, status }) => `${status} ${rule}`);

describe('two presets compared', () => {
  it('tell what only one asks, what both ask differently, and what both ask alike', () => {
    expect(statuses('city', 'long')).toEqual([
      'second process/forms',
      'differs element/scope',
      'differs length/max-length',
    ]);
    expect(statuses('recommended', 'city')).toEqual(['differs element/scope', 'same length/max-length']);
    expect(statuses('short', 'recommended')).toEqual([
      'first process/forms',
      'second element/scope',
      'differs length/max-length',
    ]);
  });

  it('are alike where they are one', () => {
    for (const { status } of comparePresets('mild', 'mild', known).rules) expect(status).toBe('same');
  });

  it('swap sides with their names', () => {
    const there = comparePresets('short', 'long', known).rules;
    const back = comparePresets('long', 'short', known).rules;
    for (const { rule, first, second } of there)
      expect(back.find((one) => one.rule === rule)).toMatchObject({ first: second, second: first });
  });

  it('show kinds, severity, options and clauses of each', () => {
    const { rules } = comparePresets('short', 'long', known);
    expect(rules.find(({ rule }) => rule === 'length/max-length')).toEqual({
      rule: 'length/max-length',
      status: 'differs',
      first: [{ kinds: ['briefing'], severity: 'warn', options: { max: 2000 }, clauses: ['S-1'] }],
      second: [{ kinds: ['briefing'], severity: 'error', options: { max: 5000 }, clauses: ['L-1'] }],
    });
  });
});
