import type { JsonSchema } from '../../src/config/stricter.js';
import type { Kind } from '../../src/document/document.js';
import { KEYS, type Key, KINDS, requiredKeys } from '../../src/document/vocabulary.js';

/** What every front matter keeps to, whatever its kind: values of the right type. A site may have keys of its own beside ours. */
export const FRONT_MATTER_SCHEMA: JsonSchema = {
  $id: 'front-matter',
  type: 'object',
  properties: Object.fromEntries(KEYS.map((key) => [key.key, valueSchema(key)])),
};

/**
 * The schema of front matter under its English keys, values as `normalizeValue` leaves them. It refers to
 * `FRONT_MATTER_SCHEMA` by its `$id`, which must be added to ajv first. An empty value counts as a missing key.
 * A key of other kinds fails with ajv's keyword `propertyNames`.
 * Whether a date exists in the calendar is not asked here.
 * @param kind null where the document's kind is not known: then no key is out of place
 */
export function frontMatterSchema(kind: Kind | null): JsonSchema {
  const required = requiredKeys(kind);
  const foreign = KEYS.filter(({ kinds }) => kind && kinds && !kinds.includes(kind));
  return {
    $id: `front-matter-${kind ?? 'unknown'}`,
    allOf: [{ $ref: 'front-matter' }],
    required,
    properties: Object.fromEntries(required.map((key) => [key, FILLED])),
    ...(foreign.length > 0 && { propertyNames: { not: { enum: foreign.map(({ key }) => key) } } }),
  };
}

/**
 * One schema for editors, of front matter as people write it: each key in English or Chinese, and what each kind
 * demands. Made to guide typing; the findings come from `frontMatterSchema`.
 */
export function editorFrontMatterSchema(): JsonSchema {
  const ofAll = requiredKeys(null);
  const ofKind = (kind: Kind) => requiredKeys(kind).filter((key) => !ofAll.includes(key));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of a document checked by jiedu-lint',
    type: 'object',
    properties: writtenProperties(KEYS),
    allOf: [
      ...ofAll.map(requireEither),
      ...KINDS.map(({ kind, chinese }) => ({
        if: eitherKey('kind', { enum: [kind, ...chinese] }),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: {
          ...(ofKind(kind).length > 0 && { allOf: ofKind(kind).map(requireEither) }),
          properties: Object.fromEntries(
            KEYS.filter(({ kinds }) => kinds && !kinds.includes(kind)).flatMap(({ key, chinese: name }) => [
              [key, false],
              [name, false],
            ]),
          ),
        },
      })),
    ],
  };
}

/** Written at all: neither blank nor an empty list. */
const FILLED: JsonSchema = { not: { const: null }, pattern: '\\S', minItems: 1 };

function valueSchema(key: Key, written = false): JsonSchema {
  const one = oneValue(key, written);
  if (key.list)
    return {
      type: [...(key.list === 'only' && !(written && !key.keys) ? [] : [one.type].flat()), 'array', 'null'],
      items: one,
    };
  const orEmpty = { ...one, type: [one.type, 'null'].flat() };
  return one.enum ? { ...orEmpty, enum: [...one.enum, null] } : orEmpty;
}

function oneValue(key: Key, written: boolean): JsonSchema & { type: string | string[]; enum?: readonly unknown[] } {
  switch (key.type) {
    case 'map':
      return { type: 'object', properties: properties(key.keys ?? [], written), additionalProperties: false };
    case 'enum':
      return { type: 'string', enum: [...(key.values ?? []), ...(written && key.key === 'kind' ? KIND_NAMES : [])] };
    case 'boolean':
      return written ? { type: ['boolean', 'string'], enum: [true, false, '是', '否'] } : { type: 'boolean' };
    default:
      return { type: 'string' };
  }
}

const KIND_NAMES = KINDS.flatMap(({ chinese }) => chinese);

function properties(keys: readonly Key[], written: boolean): Record<string, JsonSchema> {
  return written ? writtenProperties(keys) : Object.fromEntries(keys.map((key) => [key.key, valueSchema(key)]));
}

function writtenProperties(keys: readonly Key[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const schema = valueSchema(key, true);
      return [
        [key.key, { title: key.chinese, ...schema }],
        [key.chinese, { title: key.key, ...schema }],
      ];
    }),
  );
}

function requireEither(key: string): JsonSchema {
  return { anyOf: [{ required: [key] }, { required: [chineseOf(key)] }] };
}

function eitherKey(key: string, schema: JsonSchema): JsonSchema {
  const names = [key, chineseOf(key)];
  return { anyOf: names.map((name) => ({ required: [name], properties: { [name]: schema } })) };
}

function chineseOf(key: string): string {
  return KEYS.find((row) => row.key === key)?.chinese ?? key;
}
