import type { AskedOf, ComparedRule, Comparison } from '../config/compare-presets.js';
import { KINDS, kindName } from '../document/vocabulary.js';
import { ELEMENT_IDS, ELEMENT_NAMES } from '../elements/catalogue.js';
import type { Locale, Localized } from '../language/locale.js';
import { shownValue } from './clause-table.js';
import { table } from './rule-page.js';

/** What two presets ask, compared, with the names they go by. */
export interface NamedComparison extends Comparison {
  readonly names: readonly [first: string, second: string];
}

/** The comparison as data: what `clauses --compare A B --format json` prints. */
export function comparisonAsData({ names: [first, second], rules, human }: NamedComparison, locale: Locale): object {
  const left = (clauses: NamedComparison['human']['first']) =>
    clauses.map(({ id, demand, human: why }) => ({ id, demand: demand[locale], human: why?.[locale] ?? null }));
  return {
    first,
    second,
    rules: rules.map(({ rule, ...rest }) => ({ rule, element: elementOf(rule, locale), ...rest })),
    human: { first: left(human.first), second: left(human.second) },
  };
}

/** The comparison as text for people: what only one asks, what both ask differently, what both ask alike. */
export function comparisonAsText(comparison: NamedComparison, locale: Locale): string {
  const parts = headed(comparison, locale).map(([title, rows]) =>
    [title, ...rows.flatMap((row) => rowLines(row, comparison.names, locale))].join('\n'),
  );
  const left = leftLines(comparison, locale).map((line) => `  ${line}`);
  return `${[...parts, ...(left.length > 0 ? [[LEFT[locale], ...left].join('\n')] : [])].join('\n\n')}\n`;
}

/** The comparison as one Markdown table, and the clauses left to people below it. */
export function comparisonAsMarkdown(comparison: NamedComparison, locale: Locale): string {
  const { names, rules } = comparison;
  const head = [RULE[locale], ...names];
  const lines = rules.map(({ rule, first, second }) => [
    titled(rule, locale),
    ...[first, second].map((asked) => asked.map((one) => said(one, locale)).join('<br>') || '–'),
  ]);
  const left = leftLines(comparison, locale).map((line) => `- ${line}`);
  return `${table(head, lines)}\n${left.length > 0 ? `\n${LEFT[locale]}\n\n${left.join('\n')}\n` : ''}`;
}

const RULE: Localized = { 'zh-CN': '规则', en: 'Rule' };
const LEFT: Localized = { 'zh-CN': '留给人看的', en: 'Left to people' };

function headed({ names: [first, second], rules }: NamedComparison, locale: Locale): [string, ComparedRule[]][] {
  const zh = locale === 'zh-CN';
  const titles: Readonly<Record<ComparedRule['status'], string>> = {
    first: zh ? `只有 ${first} 要求` : `Asked by ${first} only`,
    second: zh ? `只有 ${second} 要求` : `Asked by ${second} only`,
    differs: zh ? '两套都要求，要求不同' : 'Asked by both, differently',
    same: zh ? '两套要求相同' : 'Asked by both alike',
  };
  return (['first', 'second', 'differs', 'same'] as const).flatMap((status): [string, ComparedRule[]][] => {
    const some = rules.filter((row) => row.status === status);
    return some.length > 0 ? [[titles[status], some]] : [];
  });
}

function rowLines({ rule, status, first, second }: ComparedRule, names: readonly string[], locale: Locale): string[] {
  const title = `  ${titled(rule, locale)}`;
  const sides = [first, second].map((asked) =>
    asked.map((one) => said(one, locale)).join(locale === 'en' ? '; ' : '；'),
  );
  if (status === 'differs') return [title, ...sides.map((side, i) => `    ${names[i]}: ${side}`)];
  return [`${title}  ${status === 'same' ? [...new Set(sides)].join(' = ') : sides.filter(Boolean).join('')}`];
}

function leftLines({ names, human }: NamedComparison, locale: Locale): string[] {
  return [human.first, human.second].flatMap((clauses, i) =>
    clauses.map(({ id, demand }) => `${names[i]} ${id}  ${demand[locale]}`),
  );
}

function said({ kinds, severity, options, clauses }: AskedOf, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const named = KINDS.filter(({ kind }) => kinds.includes(kind));
  const all = named.length === KINDS.length;
  const parts = [
    all ? (zh ? '各类材料' : 'every kind') : named.map(({ kind }) => kindName(kind, locale)).join(zh ? '、' : ', '),
    ...Object.entries(options).map(([name, value]) => `${name}: ${shownValue(value, locale)}`),
    ...(severity === 'warn' ? [zh ? '警告' : 'warning'] : []),
  ];
  const cited = clauses.length > 0 ? `${clauses.join(zh ? '、' : ', ')} ` : '';
  return `${cited}${zh ? '（' : '('}${parts.join(zh ? '，' : '; ')}${zh ? '）' : ')'}`;
}

/** A rule's name, and the element it asks for, if it asks for one. */
function titled(rule: string, locale: Locale): string {
  const element = elementOf(rule, locale);
  return element === null ? rule : `${element} ${rule}`;
}

function elementOf(rule: string, locale: Locale): string | null {
  const id = ELEMENT_IDS.find((one) => rule === `element/${one}`);
  return id ? ELEMENT_NAMES[id][locale] : null;
}
