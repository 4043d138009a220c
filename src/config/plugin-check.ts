import type { Ajv } from 'ajv';
import type { Preset } from '../../rules/preset.js';
import { defineRule, type Rule } from '../../rules/rule.js';
import { keysIn, sayProblem, schemaProblems, type Validate } from '../document/schema-errors.js';
import { KINDS } from '../document/vocabulary.js';
import type { Localized } from '../language/locale.js';
import { extendKnown, type Known } from './known.js';
import type { Plugin } from './plugin.js';
import { presetProblems, ruleProblem } from './problems.js';

/** A plugin that can be used: each of its rules with the check of its options. */
export interface CheckedPlugin {
  readonly plugin: Plugin;
  readonly rules: readonly (readonly [Rule, Validate])[];
}

/**
 * Checks what a plugin exports: its shape, the names of rules and presets, the schemas of options.
 * @param ajv compiles the schemas
 * @returns the plugin, or everything that is wrong with it
 */
export function checkPlugin(
  exported: unknown,
  named: string,
  known: Known,
  ajv: Ajv,
): CheckedPlugin | { readonly messages: readonly Localized[] } {
  const wrong = ([chinese, english]: Fault): Localized => ({
    'zh-CN': `插件“${named}”：${chinese}`,
    en: `Plugin "${named}": ${english}`,
  });
  const shape = shapeProblem(exported, known);
  if (shape) return { messages: [wrong(shape)] };
  const plugin = exported as Plugin;
  const checked = (plugin.rules ?? []).map((rule) => checkRule(rule, plugin, ajv));
  const faults = checked.flatMap((one) => ('fault' in one ? [wrong(one.fault)] : []));
  const rules = checked.flatMap((one) => ('fault' in one ? [] : [[one.rule, one.validate] as const]));
  if (faults.length > 0) return { messages: faults };
  const twice = rules.find(([{ id }], i) => rules.findIndex(([other]) => other.id === id) < i)?.[0].id;
  if (twice) return { messages: [wrong(FAULTS.twice(twice))] };
  const withRules = extendKnown(known, rules, plugin.presets ?? []);
  const presets = (plugin.presets ?? []).flatMap((preset) => presetFaults(preset, plugin, withRules));
  if (presets.length > 0) return { messages: presets.map((fault) => wrong(fault)) };
  return { plugin, rules };
}

/** What is known with a plugin. */
export function withPlugin(known: Known, { plugin, rules }: CheckedPlugin, path: string): Known {
  const { name, version, presets = [] } = plugin;
  return {
    ...extendKnown(known, rules, presets),
    plugins: [...(known.plugins ?? []), { name, path, ...(version !== undefined && { version }) }],
  };
}

type Fault = readonly [chinese: string, english: string];

/** What may be wrong with a plugin. */
// biome-ignore format: a row a language
const FAULTS = {
  shape: ['默认导出应当是 { name, rules, presets } 这样的对象',
    'its default export must be an object { name, rules, presets }'],
  name: ['name 应当由小写英文字母、数字和连字符组成', 'its name must be small letters, digits and hyphens'],
  taken: (name: string) => [`名称“${name}”已经有了，请换一个`, `the name "${name}" is taken; choose another`],
  version: ['version 应当是文本', 'its version must be text'],
  lists: ['rules 和 presets 应当是列表', 'its rules and presets must be lists'],
  twice: (id: string) => [`规则 ${id} 有两条`, `there are two rules ${id}`],
  ruleId: (id: string, plugin: string) => [`规则的 id“${id}”应当写成 ${plugin}/ 加小写英文字母、数字和连字符`,
    `the id "${id}" of a rule must be ${plugin}/ and small letters, digits and hyphens`],
  rule: (id: string, [chinese, english]: Fault) => [`规则 ${id}：${chinese}`, `rule ${id}: ${english}`],
  ruleSchema: (id: string, { message }: Error) => [`规则 ${id} 的 schema 有误：${message}`,
    `the schema of rule ${id} is wrong: ${message}`],
  ruleDefaults: (id: string, problem?: Localized) => [`规则 ${id} 的 defaults 不合它的 schema：${problem?.['zh-CN']}`,
    `the defaults of rule ${id} break its schema: ${problem?.en}`],
  kinds: (names: readonly unknown[]) => [`kinds 应当是 'any' 或这些的列表：${names.join('、')}`,
    `kinds must be 'any' or a list of ${names.join(', ')}`],
  severity: ["severity 应当是 'off'、'warn' 或 'error'", "severity must be 'off', 'warn' or 'error'"],
  schema: ["schema 应当写明 type: 'object' 和 additionalProperties: false",
    "schema must say type: 'object' and additionalProperties: false"],
  defaults: ['缺少 defaults', 'defaults are missing'],
  messages: ['缺少 messages', 'messages are missing'],
  languages: (key: string) => [`${key} 应当有 zh-CN 和 en 两种文字`, `${key} must have the texts zh-CN and en`],
  check: ['缺少函数 check 或 checkArchive', 'a function check or checkArchive is missing'],
  needs: ["needs 只能是 'tree'", "needs must be 'tree'"],
  draft: ['draft 里的 keys、policyKeys、sections 应当是键名的列表',
    'keys, policyKeys and sections of draft must be lists of keys'],
  presetName: (plugin: string) => [`预设的 name 应当以“${plugin}:”开头`, `the name of a preset must begin with "${plugin}:"`],
  presetFile: (preset: string) => [`预设名“${preset}”看起来像文件`, `the name "${preset}" of a preset looks like a file`],
  presetShape: (preset: string) => [`预设 ${preset} 缺少 description（zh-CN、en）或 demands`,
    `preset ${preset} lacks its description (zh-CN, en) or demands`],
  preset: (preset: string, said: Localized) => [`预设 ${preset}：${said['zh-CN']}`, `preset ${preset}: ${said.en}`],
  demands: (preset: string) => [`预设 ${preset} 的 demands 要写 rule、severity、clauses`,
    `demands of preset ${preset} need rule, severity, clauses`],
} satisfies Record<string, Fault | ((...data: never[]) => Fault)>;

function shapeProblem(exported: unknown, known: Known): Fault | undefined {
  if (!isMap(exported)) return FAULTS.shape;
  const { name, version, rules = [], presets = [] } = exported;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) return FAULTS.name;
  const taken = new Set(['local', ...[...known.rules.keys()].map((id) => id.split('/')[0])]);
  if (taken.has(name) || known.plugins?.some((plugin) => plugin.name === name)) return FAULTS.taken(name);
  if (version !== undefined && typeof version !== 'string') return FAULTS.version;
  if (!Array.isArray(rules) || !Array.isArray(presets)) return FAULTS.lists;
  return undefined;
}

function checkRule(
  written: unknown,
  { name }: Plugin,
  ajv: Ajv,
): { readonly fault: Fault } | { readonly rule: Rule; readonly validate: Validate } {
  const id = isMap(written) && typeof written.id === 'string' ? written.id : '';
  if (!isMap(written) || !id.startsWith(`${name}/`) || !/^[a-z0-9-]{1,60}$/.test(id.slice(name.length + 1)))
    return { fault: FAULTS.ruleId(id, name) };
  const rule = defineRule(written as unknown as Rule);
  const fault = ruleFault(rule as unknown as Readonly<Record<string, unknown>>);
  if (fault) return { fault: FAULTS.rule(id, fault) };
  let validate: Validate;
  try {
    validate = ajv.compile(rule.schema) as Validate;
  } catch (error) {
    return { fault: FAULTS.ruleSchema(id, error as Error) };
  }
  if (!validate(rule.defaults)) {
    const problem = schemaProblems(validate.errors, keysIn(rule.schema), rule.defaults).map(sayProblem)[0];
    return { fault: FAULTS.ruleDefaults(id, problem) };
  }
  return { rule, validate };
}

/** What is missing in a rule, or of the wrong shape. */
export function ruleFault(rule: Readonly<Record<string, unknown>>): Fault | undefined {
  const { kinds, demand, severity, schema, defaults, messages, check, checkArchive, needs, draft } = rule;
  const kindNames: readonly unknown[] = KINDS.map(({ kind }) => kind);
  if (kinds !== 'any' && !(Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => kindNames.includes(kind))))
    return FAULTS.kinds(kindNames);
  if (!isLocalized(demand)) return FAULTS.languages('demand');
  if (severity !== 'warn' && severity !== 'error' && severity !== 'off') return FAULTS.severity;
  if (!isMap(schema) || schema.type !== 'object' || schema.additionalProperties !== false) return FAULTS.schema;
  if (!isMap(defaults)) return FAULTS.defaults;
  if (!isMap(messages) || Object.keys(messages).length === 0) return FAULTS.messages;
  for (const [id, message] of Object.entries(messages))
    if (!isMap(message) || !isLocalized(message.what) || !isLocalized(message.todo))
      return FAULTS.languages(`messages.${id}.what, messages.${id}.todo`);
  if (typeof check !== 'function' && typeof checkArchive !== 'function') return FAULTS.check;
  if (needs !== undefined && needs !== 'tree') return FAULTS.needs;
  const { keys = [], policyKeys = [], sections = [] } = isMap(draft) ? draft : {};
  if (draft !== undefined && !(isMap(draft) && [keys, policyKeys, sections].every(isListOfNames))) return FAULTS.draft;
  return undefined;
}

function presetFaults(preset: unknown, { name }: Plugin, known: Known): Fault[] {
  if (!isMap(preset) || typeof preset.name !== 'string' || !preset.name.startsWith(`${name}:`))
    return [FAULTS.presetName(name)];
  if (/[\\/]|\.(?:ya?ml|json)$/i.test(preset.name)) return [FAULTS.presetFile(preset.name)];
  if (!isLocalized(preset.description) || !Array.isArray(preset.demands)) return [FAULTS.presetShape(preset.name)];
  const { demands, extends: bases = [] } = preset as unknown as Preset;
  const presetName = preset.name;
  const said = (message: Localized): Fault => FAULTS.preset(presetName, message);
  const places = { id: { path: [], part: 'value' as const }, options: ['options'] };
  return [
    ...presetProblems([...bases], [], known).map(({ message }) => said(message)),
    ...demands.flatMap((demand): Fault[] => {
      if (!isMap(demand) || !Array.isArray(demand.clauses) || !['off', 'warn', 'error'].includes(demand.severity))
        return [FAULTS.demands(presetName)];
      const unknown = demand.clauses.find((id) => !known.clauses.get(id));
      return [
        ...ruleProblem(demand.rule, demand.options, places, known).map(({ message }) => said(message)),
        ...(unknown === undefined
          ? []
          : [said({ 'zh-CN': `没有条款“${unknown}”`, en: `there is no clause "${unknown}"` })]),
      ];
    }),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isLocalized(value: unknown): value is Localized {
  return isMap(value) && ['zh-CN', 'en'].every((locale) => typeof value[locale] === 'string' && value[locale] !== '');
}
