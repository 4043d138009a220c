import { Ajv } from 'ajv';
import type { Preset } from '../../rules/preset.js';
import type { Known, KnownRule } from '../../src/config/known.js';
import type { Validate } from '../../src/document/schema-errors.js';

const ajv = new Ajv({ allErrors: true });

function rule(properties: object, defaults: object, clauses: string[]): KnownRule {
  const schema = { type: 'object', properties, additionalProperties: false };
  return { schema, defaults, clauses, validate: ajv.compile(schema) as Validate };
}

function preset(name: string, rules: Preset['rules'], bases?: string[]): [string, Preset] {
  return [name, { name, description: { 'zh-CN': name, en: name }, rules, ...(bases && { extends: bases }) }];
}

/** A few rules and presets for tests of the config room. */
export const known: Known = {
  rules: new Map([
    [
      'length/max-length',
      rule({ max: { type: 'integer', minimum: 1 }, count: { enum: ['all', 'body'] } }, { max: 3000, count: 'all' }, [
        'C-1',
      ]),
    ],
    ['element/scope', rule({ heading: { type: 'boolean' } }, { heading: false }, ['C-2', 'C-3'])],
    ['meta/schema', rule({}, {}, [])],
  ]),
  presets: new Map([
    preset('recommended', {
      'length/max-length': { severity: 'error', clauses: ['C-1'] },
      'element/scope': { severity: 'warn', clauses: ['C-2'] },
    }),
    preset('city', { 'element/scope': { severity: 'error', options: { heading: true }, clauses: ['C-3'] } }, [
      'recommended',
    ]),
    preset('round', { 'meta/schema': { severity: 'warn', clauses: [] } }, ['round']),
  ]),
};
