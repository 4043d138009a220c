import { HIGHEST } from '../document/limits.js';
import { KIND_NAMES } from '../document/vocabulary.js';
import { DATA_RULES_SCHEMA } from './data-rules-schema.js';
import type { JsonSchema } from './stricter.js';

export const SEVERITIES = ['off', 'warn', 'error', 0, 1, 2] as const;

export const SEVERITY: JsonSchema = { enum: SEVERITIES };
const texts: JsonSchema = { type: ['array', 'null'], items: { type: 'string' } };
const textOrTexts: JsonSchema = { type: ['string', 'array'], items: { type: 'string' } };
const urlOrUrls: JsonSchema = {
  type: ['string', 'array', 'null'],
  pattern: '^https?://',
  items: { type: 'string', pattern: '^https?://' },
};

/** A severity, or a list of severity and options. `if` rather than `anyOf`: errors then speak of the form that was meant. */
export const RULE_SETTING: JsonSchema = {
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'array', minItems: 1, maxItems: 2, items: [SEVERITY, { type: 'object' }] },
  else: SEVERITY,
};

const ruleSettings: JsonSchema = { type: ['object', 'null'], additionalProperties: RULE_SETTING };

/** The form of a config file. Rule ids, preset names and options are checked against what is known, in `parse.ts`. */
export const CONFIG_SCHEMA: JsonSchema = {
  $id: 'config',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    extends: { ...textOrTexts, type: ['string', 'array', 'null'] },
    rules: ruleSettings,
    overrides: {
      type: ['array', 'null'],
      items: {
        type: 'object',
        required: ['files'],
        properties: { files: textOrTexts, excludedFiles: textOrTexts, kind: { enum: KIND_NAMES }, rules: ruleSettings },
        additionalProperties: false,
      },
    },
    dataRules: DATA_RULES_SCHEMA,
    plugins: {
      ...textOrTexts,
      type: ['string', 'array', 'null'],
      minLength: 1,
      items: { type: 'string', minLength: 1 },
    },
    ignores: texts,
    archive: {
      type: ['object', 'null'],
      properties: {
        root: { type: ['string', 'null'] },
        baseUrl: urlOrUrls,
        departments: { type: ['object', 'null'], additionalProperties: textOrTexts },
      },
      additionalProperties: false,
    },
    locale: { enum: ['zh-CN', 'en'] },
    limits: {
      type: ['object', 'null'],
      properties: Object.fromEntries(
        Object.entries(HIGHEST).map(([name, maximum]) => [name, { type: 'integer', minimum: 1, maximum }]),
      ),
      additionalProperties: false,
    },
    paths: texts,
  },
  additionalProperties: false,
};
