import { describe, expect, it } from 'vitest';
import { checkPresetNames, parseRuleOptions } from '../../src/config/command-line.js';
import { known } from './known.js';

describe('--rule', () => {
  it('reads a severity, options, and several rules at once; the last wins', () => {
    const { rules, problems } = parseRuleOptions(
      ['element/scope: error', 'length/max-length: [1, {max: 20}], meta/schema: 0', 'element/scope: off'],
      known,
    );
    expect(problems).toEqual([]);
    expect([...rules]).toEqual([
      ['element/scope', { severity: 'off' }],
      ['length/max-length', { severity: 'warn', options: { max: 20 } }],
      ['meta/schema', { severity: 'off' }],
    ]);
  });

  it.each([
    ['element/socpe: error', 1, 'There is no rule "element/socpe"; did you mean "element/scope"?'],
    ['element/scope: eror', 16, '"rules.element/scope" cannot be eror; did you mean "error"?'],
    ['length/max-length: [1, {mx: 20}]', 25, 'There is no key "mx"; did you mean "max"?'],
    ['element/scope', 1, '"element/scope" has no severity; write it as --rule "element/scope: error"'],
    ['', 1, 'No rule is named; write it as --rule "length/max-length: error"'],
    ['element/scope：error', 14, '"element/scope" is followed by a full-width colon; write ": " instead'],
  ])('says what is wrong with %j', (value, column, message) => {
    const { rules, problems } = parseRuleOptions([value], known);
    expect(rules.size).toBe(0);
    expect(problems).toEqual([{ file: '--rule', line: 1, column, message: expect.objectContaining({ en: message }) }]);
  });
});

describe('--preset', () => {
  it('says which names are unknown', () => {
    expect(checkPresetNames(['city', 'ctiy'], known).map(({ file, message }) => [file, message.en])).toEqual([
      ['--preset', 'There is no preset "ctiy"; did you mean "city"?'],
    ]);
  });
});
