import { KINDS } from '../document/vocabulary.js';
import { DATA_RULES_SCHEMA } from './data-rules-schema.js';

type JsonSchema = { readonly [keyword: string]: unknown };

export const SEVERITIES = ['off', 'warn', 'error', 0, 1, 2] as const;

const severity: JsonSchema = { enum: SEVERITIES };
const texts: JsonSchema = { type: ['array', 'null'], items: { type: 'string' } };
const textOrTexts: JsonSchema = { type: ['string', 'array'], items: { type: 'string' } };
const urlOrUrls: JsonSchema = {
  type: ['string', 'array', 'null'],
  pattern: '^https?://',
  items: { type: 'string', pattern: '^https?://' },
};

/** A severity, or a list of severity and options. `if` rather than `anyOf`: errors then speak of the form that was meant. */
const ruleSetting: JsonSchema = {
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'array', minItems: 1, maxItems: 2, items: [severity, { type: 'object' }] },
  else: severity,
};

const ruleSettings: JsonSchema = { type: ['object', 'null'], additionalProperties: ruleSetting };

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
        properties: {
          files: textOrTexts,
          excludedFiles: textOrTexts,
          kind: { enum: KINDS.flatMap(({ kind, chinese }) => [kind, ...chinese]) },
          rules: ruleSettings,
        },
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
    paths: texts,
  },
  additionalProperties: false,
};

/**
 * The schema for editors: `CONFIG_SCHEMA` with the names of rules and presets and each rule's options filled in.
 * @param optionSchemas the JSON Schema of each rule's options, by rule id
 */
export function editorConfigSchema(
  optionSchemas: Readonly<Record<string, JsonSchema>>,
  presets: readonly string[],
): JsonSchema {
  const settings = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(optionSchemas).map(([id, options]) => [
        id,
        { anyOf: [severity, { type: 'array', minItems: 1, maxItems: 2, items: [severity, options] }] },
      ]),
    ),
    additionalProperties: false,
  };
  const { $id: _id, ...schema } = CONFIG_SCHEMA;
  const properties = CONFIG_SCHEMA.properties as Record<string, JsonSchema>;
  const overrides = properties.overrides as { items: { properties: object } };
  const preset = { anyOf: [{ enum: presets }, { type: 'string', pattern: '[\\\\/]|\\.(ya?ml|json)$' }] };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'jiedu-lint config',
    ...schema,
    properties: {
      ...properties,
      extends: { anyOf: [preset, { type: 'array', items: preset }] },
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        ...overrides,
        items: {
          ...overrides.items,
          properties: { ...overrides.items.properties, rules: { $ref: '#/definitions/rules' } },
        },
      },
    },
    definitions: { rules: settings },
  };
}
