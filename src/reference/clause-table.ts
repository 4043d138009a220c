import {
  type Clause,
  type ClauseRule,
  type ClauseTable,
  type Condition,
  forceOf,
  type Source,
} from '../../rules/clauses.js';
import { kindName } from '../document/vocabulary.js';
import type { Locale, Localized } from '../language/locale.js';
import { table } from './rule-page.js';

/** One row of the traceability table, as `clauses --format json` prints it. */
export interface ClauseRow {
  readonly id: string;
  readonly preset: string;
  readonly document: string;
  readonly number: string | null;
  readonly date: string | null;
  /** The last day it holds, and the document that took its place; null where nothing is known of either. */
  readonly until: string | null;
  readonly replacedBy: string | null;
  /** A day on which it was found in force. */
  readonly inForceOn: string | null;
  readonly article: string;
  readonly demand: string;
  /** `any`, or kinds of document; empty where the demand falls on an office's work. */
  readonly kinds: Clause['kinds'];
  readonly rules: readonly {
    readonly id: string;
    readonly severity: 'warn' | 'error';
    readonly options: Readonly<Record<string, unknown>>;
    readonly when: Condition | null;
    /** False for a rule that is still to come. */
    readonly exists: boolean;
  }[];
  /** Why a person has to look; null where rules see to all of it. */
  readonly human: string | null;
}

/** The rows for clauses, in the words of a locale. */
export function clauseRows(
  clauses: readonly Clause[],
  table: ClauseTable,
  exists: (ruleId: string) => boolean,
  locale: Locale,
): ClauseRow[] {
  return clauses.map((clause) => {
    const source = table.source(clause.source);
    return {
      id: clause.id,
      preset: clause.source,
      document: source?.name ?? clause.source,
      number: source?.number ?? null,
      date: source?.date ?? null,
      until: source?.until ?? null,
      replacedBy: source?.replacedBy ?? null,
      inForceOn: source?.inForceOn ?? null,
      article: clause.article[locale],
      demand: clause.demand[locale],
      kinds: clause.kinds,
      rules: clause.rules.map((rule) => ruleRow(rule, exists)),
      human: clause.human?.[locale] ?? null,
    };
  });
}

/** The rows as text for people, source by source. */
export function clausesAsText(rows: readonly ClauseRow[], locale: Locale): string {
  return bySource(rows, locale)
    .map(([title, some]) => `${title}\n\n${some.map((row) => entry(row, locale)).join('\n\n')}\n`)
    .join('\n\n');
}

/** The rows as Markdown tables, source by source. */
export function clausesAsMarkdown(rows: readonly ClauseRow[], locale: Locale): string {
  return bySource(rows, locale)
    .map(([title, some]) => `## ${title}\n\n${markdownTable(some, locale)}\n`)
    .join('\n');
}

/**
 * The table of some rows in Markdown.
 * @param linkTo gives the address of a rule's page; a rule without one is not linked
 */
export function markdownTable(
  rows: readonly ClauseRow[],
  locale: Locale,
  linkTo: (ruleId: string) => string | undefined = () => undefined,
): string {
  const t = (words: Localized) => words[locale];
  const head = [HEAD.clause, HEAD.article, HEAD.demand, HEAD.kinds, HEAD.checked].map(t);
  const lines = rows.map((row) => {
    const checks = row.rules.map((rule) => {
      const page = linkTo(rule.id);
      return (page === undefined ? rule.id : `[${rule.id}](${page})`) + remarks(rule, locale);
    });
    const human = row.human === null ? [] : [leftToPeople(row, locale)];
    return [row.id, row.article, row.demand, kindNames(row.kinds, locale), [...checks, ...human].join('<br>')];
  });
  return table(head, lines);
}

/** How a source is headed: its title, number and date, and what is known of whether it is in force. */
export function sourceTitle(source: Omit<Source, 'id' | 'cite'>, locale: Locale): string {
  const { name, number, date } = source;
  const details = [number, date, forceOf(source)?.[locale]].filter((detail) => detail !== undefined);
  return details.length > 0 ? `${name}（${details.join('，')}）` : name;
}

const HEAD = {
  clause: { 'zh-CN': '条款', en: 'Clause' },
  article: { 'zh-CN': '位置', en: 'Where' },
  demand: { 'zh-CN': '要求', en: 'Demand' },
  kinds: { 'zh-CN': '对象', en: 'Falls on' },
  checked: { 'zh-CN': '怎样检查', en: 'How it is checked' },
} satisfies Record<string, Localized>;

const WHEN: Readonly<Record<Condition, Localized>> = {
  'public-interest': { 'zh-CN': '涉及重大公共利益的', en: 'where public interest is touched' },
  revises: { 'zh-CN': '修订旧政策的', en: 'where an older policy is revised' },
  consultation: { 'zh-CN': '征求过意见的', en: 'where opinions were sought' },
  regulation: { 'zh-CN': '规章', en: 'for government rules' },
};

function ruleRow(
  { id, severity = 'error', options = {}, when = undefined }: ClauseRule,
  exists: (ruleId: string) => boolean,
): ClauseRow['rules'][number] {
  return { id, severity, options, when: when ?? null, exists: exists(id) };
}

function bySource(rows: readonly ClauseRow[], locale: Locale): [title: string, rows: readonly ClauseRow[]][] {
  return [...new Set(rows.map(({ preset }) => preset))].map((preset) => {
    const some = rows.filter((row) => row.preset === preset);
    const { document: name, number, date, until, replacedBy, inForceOn } = some[0] as ClauseRow;
    const known = Object.entries({ number, date, until, replacedBy, inForceOn }).filter(([, value]) => value !== null);
    return [`${preset}  ${sourceTitle({ name, ...Object.fromEntries(known) }, locale)}`, some];
  });
}

function entry(row: ClauseRow, locale: Locale): string {
  const label = locale === 'en' ? 'checked by ' : '规则：';
  return [
    `${row.id}  ${row.article}  ${kindNames(row.kinds, locale)}`,
    `  ${row.demand}`,
    ...row.rules.map((rule) => `  ${label}${rule.id}${remarks(rule, locale)}`),
    ...(row.human === null ? [] : [`  ${leftToPeople(row, locale)}`]),
  ].join('\n');
}

/** What sets a rule apart under this clause: options, severity, condition. */
function remarks({ options, severity, when, exists }: ClauseRow['rules'][number], locale: Locale): string {
  const zh = locale === 'zh-CN';
  const said = [
    ...Object.entries(options).map(([name, value]) => `${name}: ${shownValue(value, locale)}`),
    ...(when ? [WHEN[when][locale]] : []),
    ...(severity === 'warn' ? [zh ? '警告' : 'warning'] : []),
    ...(exists ? [] : [zh ? '尚未提供' : 'to come']),
  ];
  if (said.length === 0) return '';
  return zh ? `（${said.join('，')}）` : ` (${said.join('; ')})`;
}

/** The value of an option as people read it. */
export function shownValue(value: unknown, locale: Locale): string {
  if (Array.isArray(value)) return value.join(locale === 'en' ? ', ' : '、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function leftToPeople({ rules, human }: ClauseRow, locale: Locale): string {
  if (locale === 'en') return `${rules.length > 0 ? 'In part not' : 'Not'} machine-checked: ${human}`;
  return `${rules.length > 0 ? '另有一部分不能由程序检查' : '不能由程序检查'}：${human}`;
}

function kindNames(kinds: Clause['kinds'], locale: Locale): string {
  if (kinds === 'any') return locale === 'en' ? 'every kind' : '各类材料';
  if (kinds.length === 0) return locale === 'en' ? 'the office’s work' : '单位的工作';
  return kinds.map((kind) => kindName(kind, locale)).join(locale === 'en' ? ', ' : '、');
}
