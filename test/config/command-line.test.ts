import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRuleOptions, readPresetOptions } from '../../src/config/command-line.js';
import { knownNames } from '../../src/engine/known.js';
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
    ['element/scope:error', ['error']],
    ['element/scope:2', ['error']],
    ['element/scope:[warn]', ['warn']],
    ['element/scope:off,meta/schema:1', ['off', 'warn']],
    ['element/scope: warn, meta/schema:error', ['warn', 'error']],
  ])('reads %j without a blank behind the id', (value, severities) => {
    const { rules, problems } = parseRuleOptions([value], known);
    expect(problems).toEqual([]);
    expect([...rules.values()].map(({ severity }) => severity)).toEqual(severities);
  });

  it('leaves colons in the texts of options alone', () => {
    const { rules } = parseRuleOptions(['structure/no-placeholder: [warn, {terms: ["a,b/c:error"]}]'], knownNames());
    expect(rules.get('structure/no-placeholder')?.options).toEqual({ terms: ['a,b/c:error'] });
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
    const { problems } = readPresetOptions(['city', 'ctiy'], '/', known);
    expect(problems.map(({ file, message }) => [file, message.en])).toEqual([
      ['--preset', 'There is no preset "ctiy"; did you mean "city"?'],
    ]);
  });

  it('reads the file of a preset of one’s own, relative to the folder', () => {
    const folder = path.resolve(import.meta.dirname, '../../fixtures');
    const read = readPresetOptions(['city', 'presets/yunxi.preset.yaml'], folder, knownNames());
    expect(read.problems.map(({ message }) => message.en)).toEqual([expect.stringMatching(/no preset "city"/)]);
    expect(read.known.presets.get(read.names[1] ?? '')?.name).toBe('yunxi-2024');
    expect(read.known.clauses.get('YX-3')?.rules).toEqual([{ id: 'length/max-length', options: { max: 2500 } }]);
  });

  it('says which file is not there', () => {
    const { problems } = readPresetOptions(['./none.yaml'], '/no', known);
    expect(problems).toEqual([
      {
        file: '--preset',
        line: 1,
        column: 1,
        message: expect.objectContaining({ en: expect.stringMatching(/none\.yaml: There is no such config file/) }),
      },
    ]);
  });
});
