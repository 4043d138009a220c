import type { CitedClause } from '../../rules/clauses.js';
import type { Locale, Rule, Severity } from '../../rules/rule.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { kindName } from '../document/vocabulary.js';

/** What a page says of a rule besides what the rule says itself. */
export interface RuleFacts {
  readonly severity: Severity;
  /** Where that severity holds, as `the preset recommended`. */
  readonly where: string;
  /** The clauses that ask for it. */
  readonly clauses: readonly CitedClause[];
  /** Where the rule comes from, if not from this program. */
  readonly origin?: string;
}

/** The parts of a rule's page, in Markdown, up to its messages. */
export function rulePageParts(rule: Rule, facts: RuleFacts, locale: Locale): string[] {
  const zh = locale === 'zh-CN';
  return [
    `${rule.demand[locale]}${zh ? '。' : '.'}`,
    factList(rule, facts, zh),
    zh ? '## 依据' : '## Clauses',
    clauseList(facts, zh),
    zh ? '## 选项' : '## Options',
    optionTable(rule, zh),
    zh ? '## 提示' : '## Messages',
    messageTable(rule, locale),
  ];
}

/** The part of a rule's page that says how to set it. */
export function switchingOff({ id }: Rule, locale: Locale): string[] {
  const zh = locale === 'zh-CN';
  const yaml = `rules:
  ${id}: off

overrides:
  - files: ['archive-2019/**']
    rules:
      ${id}: warn`;
  const lead = zh
    ? '在 `jiedu-lint.config.yaml` 里关闭，或者只对部分文件调整级别：'
    : 'In `jiedu-lint.config.yaml`, for all files or, by an override, at another severity for some:';
  return [zh ? '## 关闭' : '## Switching it off', `${lead}\n\n${fenced(yaml, 'yaml')}`];
}

/** The page of a rule that a plugin or a config brings. @param origin where it comes from, as people read it */
export function addedRulePage(
  rule: Rule,
  { rules, clauses }: Pick<ResolvedConfig, 'rules' | 'clauses'>,
  origin: string,
  locale: Locale,
): string {
  const settings = rules.get(rule.id) ?? [];
  const asking = [...new Set(settings.flatMap((setting) => setting.clauses))];
  const facts = {
    severity: worst(settings),
    where: locale === 'en' ? 'the config in force' : '当前配置',
    clauses: clauses.cited(asking, locale),
    origin,
  };
  return [`# ${rule.id}`, ...rulePageParts(rule, facts, locale), ...switchingOff(rule, locale)].join('\n\n');
}

/** A block of code, its fence longer than any in the text. */
export function fenced(text: string, language: string): string {
  const marks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${marks}${language}\n${text.replace(/\r\n?/g, '\n').trimEnd()}\n${marks}`;
}

/** A Markdown table; bars within cells are escaped. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Severities as people read them. */
export const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Locale, string>>>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warn: { 'zh-CN': '警告', en: 'warning' },
  off: { 'zh-CN': '不启用', en: 'off' },
};

/** The severest of the settings that hold for a file. */
export function worst(settings: readonly { readonly severity: Severity }[]): Severity {
  const severities = settings.map(({ severity }) => severity);
  return (['error', 'warn'] as const).find((level) => severities.includes(level)) ?? 'off';
}

function factList(rule: Rule, { severity, where, origin }: RuleFacts, zh: boolean): string {
  const level = SEVERITIES[severity][zh ? 'zh-CN' : 'en'];
  const every = zh ? '所有文件' : 'all documents';
  const kinds =
    rule.kinds === 'any' ? every : rule.kinds.map((kind) => kindName(kind, zh ? 'zh-CN' : 'en')).join(zh ? '、' : ', ');
  const lines = zh
    ? [`${where}中的级别：${level}`, `检查的文件：${kinds}`]
    : [`Severity in ${where}: ${level}`, `Documents it applies to: ${kinds}`];
  if (rule.fixable) lines.push(zh ? '可以用 `--fix` 自动改正' : 'Fixable with `--fix`');
  if (origin) lines.push(zh ? `来自 ${origin}` : `From ${origin}`);
  return lines.map((line) => `- ${line}`).join('\n');
}

function clauseList({ clauses, origin }: RuleFacts, zh: boolean): string {
  if (clauses.length > 0)
    return clauses.map(({ id, citation, demand }) => `- \`${id}\` ${citation}${zh ? '：' : ': '}${demand}`).join('\n');
  if (origin) return zh ? '没有写明依据的条款。' : 'It names no clause.';
  return zh
    ? '没有条款专门规定，这是任何文件都应当做到的。'
    : 'No clause names it: every document owes it to its readers.';
}

interface OptionProperty {
  readonly type?: string | readonly string[];
  readonly items?: OptionProperty;
  readonly enum?: readonly unknown[];
  /** The English description; `description` is the Chinese one. */
  readonly title?: string;
  readonly description?: string;
}

function optionTable(rule: Rule, zh: boolean): string {
  const properties = Object.entries((rule.schema.properties ?? {}) as Record<string, OptionProperty>);
  if (properties.length === 0) return zh ? '没有选项。' : 'It has none.';
  const rows = properties.map(([name, property]) => [
    `\`${name}\``,
    typeOf(property, zh),
    `\`${JSON.stringify((rule.defaults as Record<string, unknown>)[name])}\``,
    (zh ? property.description : (property.title ?? property.description)) ?? '',
  ]);
  const head = zh ? ['选项', '类型', '默认值', '说明'] : ['option', 'type', 'default', ''];
  return table(head, rows);
}

function typeOf({ type, items, enum: values }: OptionProperty, zh: boolean): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(zh ? '、' : ', ');
  if (type === 'array') return zh ? `列表（${typeOf(items ?? {}, zh)}）` : `list of ${typeOf(items ?? {}, zh)}`;
  const names: Readonly<Record<string, string>> = {
    boolean: '是否',
    integer: '整数',
    number: '数',
    string: '文字',
    object: '键值',
  };
  return [type ?? []]
    .flat()
    .map((name) => (zh ? (names[name] ?? name) : name))
    .join(zh ? '或' : ' or ');
}

function messageTable(rule: Rule, locale: Locale): string {
  const rows = Object.entries(rule.messages).map(([id, { what, todo }]) => [`\`${id}\``, what[locale], todo[locale]]);
  return table(locale === 'en' ? ['id', 'what', 'what to do'] : ['编号', '问题', '怎么办'], rows);
}
