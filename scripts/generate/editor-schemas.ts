import { PRESET_SCHEMA } from '../../src/config/preset-schema.js';
import { CONFIG_SCHEMA, RULE_SETTING, SEVERITY } from '../../src/config/schema.js';
import type { JsonSchema } from '../../src/config/stricter.js';

/** What the schema for editors says of a rule. */
export interface DescribedRule {
  readonly id: string;
  /** The JSON Schema of its options. */
  readonly schema: JsonSchema;
  /** What it demands, shown beside its name. */
  readonly description: string;
}

/**
 * The schema for editors: `CONFIG_SCHEMA` with the names of rules and presets and each rule's options filled in, and with words for
 * people. Names in categories of others are let pass: they may be rules of data or of plugins, which only a run knows.
 */
export function editorConfigSchema(rules: readonly DescribedRule[], presets: readonly string[]): JsonSchema {
  const categories = [...new Set(rules.map(({ id }) => id.split('/')[0]))];
  const settings = {
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ id, schema, description }) => [
        id,
        { description, anyOf: [SEVERITY, { type: 'array', minItems: 1, maxItems: 2, items: [SEVERITY, schema] }] },
      ]),
    ),
    patternProperties: { [`^(?!(?:${categories.join('|')})/)[^/]+/`]: RULE_SETTING },
    additionalProperties: false,
  };
  const { $id: _id, ...schema } = CONFIG_SCHEMA;
  const properties = CONFIG_SCHEMA.properties as Record<string, JsonSchema>;
  const overrides = properties.overrides as { items: { properties: object } };
  const preset = { anyOf: [{ enum: presets }, { type: 'string', pattern: '[\\\\/:]|\\.(ya?ml|json)$' }] };
  const forms = {
    ...properties,
    extends: { anyOf: [preset, { type: 'array', items: preset }, { type: 'null' }] },
    rules: { anyOf: [{ $ref: '#/definitions/rules' }, { type: 'null' }] },
    overrides: {
      ...overrides,
      items: {
        ...overrides.items,
        properties: { ...overrides.items.properties, rules: { $ref: '#/definitions/rules' } },
      },
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'jiedu-lint config',
    ...schema,
    properties: Object.fromEntries(
      Object.entries(forms).map(([key, form]) => [key, { ...form, ...(key in ABOUT && { description: ABOUT[key] }) }]),
    ),
    definitions: { rules: settings },
  };
}

/** What the keys of a config are for. Chinese, as the people who write configs are. */
const ABOUT: Readonly<Record<string, string>> = {
  extends: '按哪些预设检查：预设的名称、自己的预设文件，或者插件的预设，可以有多个，从严',
  rules: '各条规则的级别（off、warn、error）和选项，例如 element/scope: [error, { heading: true }]',
  overrides: '只对部分文件或某类材料生效的设置，后面的优先',
  dataRules: '不用编程的规则：不能写的词、应当写的词、应当有的部分',
  plugins: '插件：文件（以 ./ 开头）或者装好的软件包。插件是程序，只写信得过的',
  ignores: '不检查哪些文件，写法同 .gitignore',
  archive: '文库：根文件夹、网站地址、部门的其他名称',
  locale: '报告的语言',
  limits: '文件的上限：大小（字节）、元数据的长度和层数、Markdown 的嵌套层数、链接数、列出的问题数',
  paths: '命令行没有给出文件时检查哪些文件和文件夹',
};

/**
 * The schema for editors: `PRESET_SCHEMA` with the names of rules and each rule's options filled in.
 * @param optionSchemas the JSON Schema of each rule's options, by rule id
 */
export function editorPresetSchema(optionSchemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { $id: _id, ...schema } = structuredClone(PRESET_SCHEMA) as Record<string, unknown>;
  const { clauses } = schema.properties as { clauses: { items: { properties: { rules: { items: object } } } } };
  const { items } = clauses.items.properties.rules as { items: { properties: object } };
  const shipped = { enum: Object.keys(optionSchemas) };
  // Names in other categories may be the preset's own rules of data, or a plugin's.
  const categories = [...new Set(shipped.enum.map((id) => id.split('/')[0]))];
  const others = { type: 'string', pattern: `^(?!(?:${categories.join('|')})/)[^/]+/` };
  items.properties = { ...items.properties, id: { anyOf: [shipped, others] } };
  Object.assign(items, {
    allOf: Object.entries(optionSchemas).map(([id, options]) => ({
      if: { properties: { id: { const: id } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { options } },
    })),
  });
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'jiedu-lint preset', ...schema };
}
