import { Ajv } from 'ajv';
import { type Clause, ClauseTable } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
import type { Known, KnownRule } from '../../src/config/known.js';
import { STRICTER } from '../../src/config/stricter.js';
import type { Validate } from '../../src/document/schema-errors.js';

const ajv = new Ajv({ allErrors: true });
ajv.addVocabulary([STRICTER]);

function rule(kinds: KnownRule['kinds'], properties: object, defaults: KnownRule['defaults']): KnownRule {
  const schema = { type: 'object', properties, additionalProperties: false };
  return { kinds, schema, defaults, validate: ajv.compile(schema) as Validate };
}

function preset(name: string, demands: Preset['demands'], bases?: string[]): [string, Preset] {
  return [name, { name, description: { 'zh-CN': name, en: name }, demands, ...(bases && { extends: bases }) }];
}

const text = (words: string) => ({ 'zh-CN': words, en: words });

function clause(id: string, kinds: Clause['kinds'], rules: string[]): Clause {
  return { id, source: 'C', article: text('1'), demand: text(id), kinds, rules: rules.map((name) => ({ id: name })) };
}

/** A few rules and presets for tests of the config room. */
export const known: Known = {
  rules: new Map([
    [
      'length/max-length',
      rule(
        ['briefing'],
        { max: { type: 'integer', minimum: 1, [STRICTER]: 'lower' }, count: { enum: ['all', 'body'] } },
        { max: 3000, count: 'all' },
      ),
    ],
    ['element/scope', rule(['interpretation', 'briefing'], { heading: { type: 'boolean' } }, { heading: false })],
    ['meta/schema', rule('any', {}, {})],
    [
      'process/forms',
      rule(
        ['interpretation'],
        {
          anyOf: { type: 'array', items: { type: 'string' }, [STRICTER]: 'apart' },
          channels: { type: 'array', items: { type: 'string' } },
          days: { type: 'integer', [STRICTER]: 'higher' },
        },
        { anyOf: [], channels: [], days: 1 },
      ),
    ],
  ]),
  presets: new Map([
    preset('recommended', [
      { rule: 'length/max-length', severity: 'error', clauses: ['C-1'] },
      { rule: 'element/scope', severity: 'warn', clauses: ['C-2'] },
    ]),
    preset(
      'city',
      [{ rule: 'element/scope', severity: 'error', options: { heading: true }, clauses: ['C-3'] }],
      ['recommended'],
    ),
    preset('round', [{ rule: 'meta/schema', severity: 'warn', clauses: [] }], ['round']),
    preset('short', [
      { rule: 'length/max-length', severity: 'warn', options: { max: 2000 }, clauses: ['S-1'] },
      { rule: 'process/forms', severity: 'error', options: { anyOf: ['图解'], days: 3 }, clauses: ['S-2'] },
      { rule: 'process/forms', severity: 'error', options: { channels: ['网站'] }, clauses: ['S-3'] },
    ]),
    preset('mild', [
      { rule: 'process/forms', severity: 'warn', options: { anyOf: ['图解'] }, clauses: ['M-1'] },
      { rule: 'process/forms', severity: 'error', clauses: ['M-2'] },
      { rule: 'process/forms', severity: 'warn', options: { channels: ['报纸'] }, clauses: ['M-3'] },
      { rule: 'meta/schema', severity: 'warn', clauses: ['M-4'] },
      { rule: 'meta/schema', severity: 'error', clauses: ['M-5'] },
    ]),
    preset('long', [
      { rule: 'length/max-length', severity: 'error', options: { max: 5000 }, clauses: ['L-1'] },
      { rule: 'process/forms', severity: 'error', options: { anyOf: ['视频'], channels: ['报纸'] }, clauses: ['L-2'] },
      { rule: 'element/scope', kinds: ['briefing'], severity: 'error', clauses: ['L-3'] },
    ]),
  ]),
  clauses: new ClauseTable(
    [{ id: 'C', name: 'C', cite: text('C') }],
    [
      clause('C-1', 'any', ['length/max-length']),
      clause('C-2', 'any', ['element/scope']),
      clause('C-3', ['interpretation'], ['element/scope']),
    ],
  ),
};
