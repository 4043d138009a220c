import { CONDITIONS } from '../../rules/clauses.js';
import { KIND_NAMES } from '../document/vocabulary.js';
import { PRESET_DATA_RULES_SCHEMA } from './data-rules-schema.js';
import type { JsonSchema } from './stricter.js';

const text: JsonSchema = { type: 'string', pattern: '\\S' };
const date: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** The form of a preset of the user's own. Rule ids, their options and clause ids are checked in `own-preset.ts`. */
export const PRESET_SCHEMA: JsonSchema = {
  $id: 'preset',
  type: 'object',
  required: ['name', 'source', 'clauses'],
  properties: {
    $schema: { type: 'string' },
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{1,60}$' },
    source: {
      type: 'object',
      required: ['name'],
      properties: { name: text, number: text, date, cite: text, until: date, replacedBy: text, inForceOn: date },
      additionalProperties: false,
    },
    extends: { type: ['string', 'array', 'null'], items: { type: 'string' } },
    dataRules: PRESET_DATA_RULES_SCHEMA,
    clauses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'article', 'demand'],
        properties: {
          id: { type: 'string', pattern: '^[A-Za-z0-9〇々㐀-鿿][A-Za-z0-9.〇々㐀-鿿-]{0,40}$' },
          article: text,
          demand: text,
          kinds: { type: ['string', 'array', 'null'], items: { type: 'string', enum: KIND_NAMES } },
          rules: {
            type: ['array', 'null'],
            items: {
              type: 'object',
              required: ['id'],
              properties: {
                id: { type: 'string' },
                severity: { enum: ['warn', 'error'] },
                options: { type: 'object' },
                when: { enum: CONDITIONS },
              },
              additionalProperties: false,
            },
          },
          human: text,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
