import type { Kind } from '../../src/document/document.js';
import { NAMED_BY_ALL } from '../../src/elements/catalogue.js';
import type { Localized, Severity } from '../rule.js';
import type { RuleId } from '../rule-ids.js';

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
  /** The last day it holds, YYYY-MM-DD, where it bears one or has lapsed. */
  readonly until?: string;
  /** The document that took its place, with its number. */
  readonly replacedBy?: string;
  /** A day, YYYY-MM-DD, on which somebody looked and found it in force. */
  readonly inForceOn?: string;
}

/** One demand of a source, in our words, with the rules that check it. */
export interface Clause<Id extends string = string> {
  readonly id: string;
  readonly source: string;
  /** Where in the source it stands. */
  readonly article: Localized;
  readonly demand: Localized;
  /** Kinds of document it falls on; empty where it falls on an office's work. */
  readonly kinds: readonly Kind[] | 'any';
  readonly rules: readonly ClauseRule<Id>[];
  /** Why a person has to look: the demand, or the part that no rule covers, cannot be decided from files. */
  readonly human?: Localized;
}

export interface ClauseRule<Id extends string = string> {
  readonly id: Id;
  /** What the clause asks of the rule beyond its defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** `error` where absent; `warn` where the clause says 原则上 or encourages. */
  readonly severity?: Exclude<Severity, 'off'>;
  /** Which documents it is limited to, for people to read; the rule itself sees to it. */
  readonly when?: Condition;
}

/** A clause as its source's file writes it: texts Chinese and English, rules by their ids where it asks no more of them. */
interface ClauseRow extends Pick<Clause, 'kinds'> {
  readonly article: Pair;
  readonly demand: Pair;
  readonly rules?: ReadonlyArray<RuleId | ClauseRule<RuleId>>;
  readonly human?: Pair;
}

type Pair = readonly [chinese: string, english: string];

/** The clauses of a source, by their ids. */
export function clausesOf({ id: source }: Source, rows: Readonly<Record<string, ClauseRow>>): Clause<RuleId>[] {
  return Object.entries(rows).map(([id, { article, demand, kinds, rules = [], human }]) => ({
    id,
    source,
    article: both(article),
    demand: both(demand),
    kinds,
    rules: rules.map((rule) => (typeof rule === 'string' ? { id: rule } : rule)),
    ...(human && { human: both(human) }),
  }));
}

function both([chinese, english]: Pair): Localized {
  return { 'zh-CN': chinese, en: english };
}

/** The elements that every source names, as clauses ask for them. */
export const NINE_ELEMENTS = NAMED_BY_ALL.map((id) => `element/${id}` as const);

/** The documents a clause is limited to: by the front matter key `public-interest`, `revises`, `consultation`, or 规章. */
export const CONDITIONS = ['public-interest', 'revises', 'consultation', 'regulation'] as const;
export type Condition = (typeof CONDITIONS)[number];
