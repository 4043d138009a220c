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
  const wrong = (chinese: string, english: string): Localized => ({
    'zh-CN': `插件“${named}”：${chinese}`,
    en: `Plugin "${named}": ${english}`,
  });
  const shape = shapeProblem(exported, known);
  if (shape) return { messages: [wrong(...shape)] };
  const plugin = exported as Plugin;
  const checked = (plugin.rules ?? []).map((rule) => checkRule(rule, plugin, ajv));
  const faults = checked.flatMap((one) => ('fault' in one ? [wrong(...one.fault)] : []));
  const rules = checked.flatMap((one) => ('fault' in one ? [] : [[one.rule, one.validate] as const]));
  if (faults.length > 0) return { messages: faults };
  const twice = rules.find(([{ id }], i) => rules.findIndex(([other]) => other.id === id) < i)?.[0].id;
  if (twice) return { messages: [wrong(`规则 ${twice} 有两条`, `there are two rules ${twice}`)] };
  const withRules = extendKnown(known, rules, plugin.presets ?? []);
  const presets = (plugin.presets ?? []).flatMap((preset) => presetFaults(preset, plugin, withRules));
  if (presets.length > 0) return { messages: presets.map((fault) => wrong(...fault)) };
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

function shapeProblem(exported: unknown, known: Known): Fault | undefined {
  if (!isMap(exported))
    return [
      '默认导出应当是 { name, rules, presets } 这样的对象',
      'its default export must be an object { name, rules, presets }',
    ];
  const { name, version, rules = [], presets = [] } = exported;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{0,60}$/.test(name))
    return ['name 应当由小写英文字母、数字和连字符组成', 'its name must be small letters, digits and hyphens'];
  const taken = new Set(['local', ...[...known.rules.keys()].map((id) => id.split('/')[0])]);
  if (taken.has(name) || known.plugins?.some((plugin) => plugin.name === name))
    return [`名称“${name}”已经有了，请换一个`, `the name "${name}" is taken; choose another`];
  if (version !== undefined && typeof version !== 'string') return ['version 应当是文本', 'its version must be text'];
  if (!Array.isArray(rules) || !Array.isArray(presets))
    return ['rules 和 presets 应当是列表', 'its rules and presets must be lists'];
  return undefined;
}

function checkRule(
  written: unknown,
  { name }: Plugin,
  ajv: Ajv,
): { readonly fault: Fault } | { readonly rule: Rule; readonly validate: Validate } {
  const id = isMap(written) && typeof written.id === 'string' ? written.id : '';
  if (!isMap(written) || !id.startsWith(`${name}/`) || !/^[a-z0-9-]{1,60}$/.test(id.slice(name.length + 1)))
    return {
      fault: [
        `规则的 id“${id}”应当写成 ${name}/ 加小写英文字母、数字和连字符`,
        `the id "${id}" of a rule must be ${name}/ and small letters, digits and hyphens`,
      ],
    };
  const rule = defineRule(written as unknown as Rule);
  const fault = ruleFault(rule as unknown as Readonly<Record<string, unknown>>);
  if (fault) return { fault: [`规则 ${id}：${fault[0]}`, `rule ${id}: ${fault[1]}`] };
  let validate: Validate;
  try {
    validate = ajv.compile(rule.schema) as Validate;
  } catch (error) {
    const { message } = error as Error;
    return { fault: [`规则 ${id} 的 schema 有误：${message}`, `the schema of rule ${id} is wrong: ${message}`] };
  }
  if (!validate(rule.defaults)) {
    const problem = schemaProblems(validate.errors, keysIn(rule.schema), rule.defaults).map(sayProblem)[0];
    return {
      fault: [
        `规则 ${id} 的 defaults 不合它的 schema：${problem?.['zh-CN']}`,
        `the defaults of rule ${id} break its schema: ${problem?.en}`,
      ],
    };
  }
  return { rule, validate };
}

/** What is missing in a rule, or of the wrong shape. */
export function ruleFault(rule: Readonly<Record<string, unknown>>): Fault | undefined {
  const { kinds, demand, severity, schema, defaults, messages, check, checkArchive, needs, draft } = rule;
  const kindNames: readonly unknown[] = KINDS.map(({ kind }) => kind);
  if (kinds !== 'any' && !(Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => kindNames.includes(kind))))
    return [
      `kinds 应当是 'any' 或这些的列表：${kindNames.join('、')}`,
      `kinds must be 'any' or a list of ${kindNames.join(', ')}`,
    ];
  if (!isLocalized(demand)) return BOTH_LANGUAGES('demand');
  if (severity !== 'warn' && severity !== 'error' && severity !== 'off')
    return ["severity 应当是 'off'、'warn' 或 'error'", "severity must be 'off', 'warn' or 'error'"];
  if (!isMap(schema) || schema.type !== 'object' || schema.additionalProperties !== false)
    return [
      "schema 应当写明 type: 'object' 和 additionalProperties: false",
      "schema must say type: 'object' and additionalProperties: false",
    ];
  if (!isMap(defaults)) return ['缺少 defaults', 'defaults are missing'];
  if (!isMap(messages) || Object.keys(messages).length === 0) return ['缺少 messages', 'messages are missing'];
  for (const [id, message] of Object.entries(messages))
    if (!isMap(message) || !isLocalized(message.what) || !isLocalized(message.todo))
      return BOTH_LANGUAGES(`messages.${id}.what, messages.${id}.todo`);
  if (typeof check !== 'function' && typeof checkArchive !== 'function')
    return ['缺少函数 check 或 checkArchive', 'a function check or checkArchive is missing'];
  if (needs !== undefined && needs !== 'tree') return ["needs 只能是 'tree'", "needs must be 'tree'"];
  const { keys = [], policyKeys = [], sections = [] } = isMap(draft) ? draft : {};
  if (draft !== undefined && !(isMap(draft) && [keys, policyKeys, sections].every(isListOfNames)))
    return [
      'draft 里的 keys、policyKeys、sections 应当是键名的列表',
      'keys, policyKeys and sections of draft must be lists of keys',
    ];
  return undefined;
}

const BOTH_LANGUAGES = (key: string): Fault => [
  `${key} 应当有 zh-CN 和 en 两种文字`,
  `${key} must have the texts zh-CN and en`,
];

function presetFaults(preset: unknown, { name }: Plugin, known: Known): Fault[] {
  if (!isMap(preset) || typeof preset.name !== 'string' || !preset.name.startsWith(`${name}:`))
    return [[`预设的 name 应当以“${name}:”开头`, `the name of a preset must begin with "${name}:"`]];
  if (/[\\/]|\.(?:ya?ml|json)$/i.test(preset.name))
    return [[`预设名“${preset.name}”看起来像文件`, `the name "${preset.name}" of a preset looks like a file`]];
  if (!isLocalized(preset.description) || !Array.isArray(preset.demands))
    return [
      [
        `预设 ${preset.name} 缺少 description（zh-CN、en）或 demands`,
        `preset ${preset.name} lacks its description (zh-CN, en) or demands`,
      ],
    ];
  const { demands, extends: bases = [] } = preset as unknown as Preset;
  const said = (message: Localized): Fault => [
    `预设 ${preset.name}：${message['zh-CN']}`,
    `preset ${preset.name}: ${message.en}`,
  ];
  const places = { id: { path: [], part: 'value' as const }, options: ['options'] };
  return [
    ...presetProblems([...bases], [], known).map(({ message }) => said(message)),
    ...demands.flatMap((demand): Fault[] => {
      if (!isMap(demand) || !Array.isArray(demand.clauses) || !['off', 'warn', 'error'].includes(demand.severity))
        return [
          [
            `预设 ${preset.name} 的 demands 要写 rule、severity、clauses`,
            `demands of preset ${preset.name} need rule, severity, clauses`,
          ],
        ];
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
