import type { Kind } from '../src/document/document.js';
import { MODEL_CITY_OFFICE, MODEL_CITY_OFFICE_CLAUSES } from './clauses/model-city-office.js';
import { QINGDAO_2023_53, QINGDAO_2023_53_CLAUSES } from './clauses/qingdao-2023-53.js';
import { XIANYANG_2021, XIANYANG_2021_CLAUSES } from './clauses/xianyang-2021.js';
import { YANTAI_2023_17, YANTAI_2023_17_CLAUSES } from './clauses/yantai-2023-17.js';
import { ZHENGWUBAN_2024, ZHENGWUBAN_2024_CLAUSES } from './clauses/zhengwuban-2024.js';
import type { Locale, Localized } from './rule.js';
import type { RuleId } from './rule-ids.js';

/** A document that demands something of interpretations. */
export interface Source {
  readonly id: string;
  /** The issuing office's full title of it. */
  readonly name: string;
  /** 文号, where it has one. */
  readonly number?: string;
  /** Date it bears, YYYY-MM-DD, where one is known. */
  readonly date?: string;
  /** What a citation calls it: its number, else a short title. */
  readonly cite: Localized;
}

/** One demand of a source, in our words, with the rules that check it. */
export interface Clause {
  readonly id: string;
  readonly source: string;
  /** Where in the source it stands. */
  readonly article: Localized;
  readonly demand: Localized;
  /** Kinds of document it falls on; empty where it falls on an office's work. */
  readonly kinds: readonly Kind[] | 'any';
  readonly rules: readonly ClauseRule[];
  /** Why a person has to look: the demand, or the part that no rule covers, cannot be decided from files. */
  readonly human?: Localized;
}

export interface ClauseRule {
  readonly id: RuleId;
  /** What the clause asks of the rule beyond its defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly when?: Condition;
}

/** The documents a clause is limited to: by the front matter key `public-interest`, `revises`, `consultation`, or 规章. */
export type Condition = 'public-interest' | 'revises' | 'consultation' | 'regulation';

export const SOURCES: readonly Source[] = [
  QINGDAO_2023_53,
  MODEL_CITY_OFFICE,
  XIANYANG_2021,
  YANTAI_2023_17,
  ZHENGWUBAN_2024,
];

export const CLAUSES: readonly Clause[] = [
  ...QINGDAO_2023_53_CLAUSES,
  ...MODEL_CITY_OFFICE_CLAUSES,
  ...XIANYANG_2021_CLAUSES,
  ...YANTAI_2023_17_CLAUSES,
  ...ZHENGWUBAN_2024_CLAUSES,
];

/**
 * The clauses that ask for a rule, in the order of `CLAUSES`; none for a rule no source asks for.
 * @param kind only those that fall on this kind of document
 */
export function clausesFor(ruleId: string, kind?: Kind): readonly Clause[] {
  const clauses = BY_RULE.get(ruleId) ?? [];
  return kind ? clauses.filter(({ kinds }) => kinds === 'any' || kinds.includes(kind)) : clauses;
}

/** The clause with this id, or undefined. */
export function clauseOf(id: string): Clause | undefined {
  return BY_ID.get(id);
}

/** How a finding cites a clause: 青政办字〔2023〕53号三（二）1. */
export function citation(clause: Clause, locale: Locale): string {
  const source = SOURCES.find(({ id }) => id === clause.source);
  const name = source?.cite[locale] ?? clause.source;
  return locale === 'en' ? `${name}, ${clause.article.en}` : name + clause.article['zh-CN'];
}

const BY_ID = new Map(CLAUSES.map((clause) => [clause.id, clause]));

const BY_RULE = new Map<string, Clause[]>();
for (const clause of CLAUSES) {
  for (const { id } of clause.rules) {
    const clauses = BY_RULE.get(id);
    if (clauses) clauses.push(clause);
    else BY_RULE.set(id, [clause]);
  }
}
