import { rules } from '../../rules/index.js';
import type { Generated } from '../generate.js';
import { auditSchema } from './audit-schema.js';
import { editorConfigSchema, editorPresetSchema } from './editor-schemas.js';
import { editorFrontMatterSchema } from './front-matter-schemas.js';
import { PRESET_NAMES } from './preset-names.js';

/** The schemas that editors complete and check by, and that of the audit's JSON. */
export function editorSchemas(): Generated[] {
  const options = Object.fromEntries(rules.map(({ id, schema }) => [id, schema]));
  const described = rules.map(({ id, schema, demand }) => ({ id, schema, description: demand['zh-CN'] }));
  return [
    file('schemas/config.schema.json', editorConfigSchema(described, PRESET_NAMES)),
    file('schemas/preset.schema.json', editorPresetSchema(options)),
    file('schemas/front-matter.schema.json', editorFrontMatterSchema()),
    file('schemas/audit.schema.json', auditSchema()),
  ];
}

function file(path: string, schema: object): Generated {
  return { path, content: `${JSON.stringify(schema, null, 2)}\n` };
}
