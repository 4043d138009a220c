import type { CitedClause } from '../../../rules/clauses.js';

/** What the page's script reads: the documents column by column, so that tens of thousands of them stay small. */
export interface PageData {
  /** Rules that a document breaks or may break; documents name them by their place here. */
  readonly rules: readonly PageRule[];
  readonly departments: readonly string[];
  readonly years: readonly string[];
  /** Names as people read them. */
  readonly kinds: readonly string[];
  /** Which rules documents break, each combination once, ascending. */
  readonly ruleSets: readonly (readonly number[])[];
  /** The elements, in the order of `elementSets`, and the rule that may demand each. */
  readonly elements: readonly { readonly name: string; readonly ruleId: string }[];
  /** Statuses of a document's elements, each combination once: a letter of `ElementMark` an element. */
  readonly elementSets: readonly string[];
  readonly documents: DocumentColumns;
  /** Where the files lie as seen from the page: what stands before their paths. Null where that is not known. */
  readonly base: string | null;
  /** Clauses, and which of them findings name, each combination once. */
  readonly clauses: readonly CitedClause[];
  readonly clauseSets: readonly (readonly number[])[];
  /** Texts that findings share. */
  readonly texts: readonly string[];
  /** How many documents' findings each block holds. */
  readonly blockSize: number;
}

export interface PageRule {
  readonly id: string;
  readonly demand: string;
  readonly severity: 'error' | 'warn';
}

/** Columns of one length; `department`, `year`, `kind`, `ruleSet` and `elementSet` are places in the lists of their names. */
export interface DocumentColumns extends Texts, Numbers {
  readonly verdict: readonly Verdict[];
}

/** `address` is where documents are published: one of the web, or empty. */
type Texts = Readonly<Record<'path' | 'title' | 'address' | 'number' | 'issued' | 'published', readonly string[]>>;
type Numbers = Readonly<Record<Place | 'wordCount' | 'errors' | 'warnings', readonly number[]>>;
type Place = 'department' | 'year' | 'kind' | 'ruleSet' | 'elementSet';

/** 0: complies; 1: has errors; 2: could not be checked. */
export type Verdict = 0 | 1 | 2;

/** s: has a part of its own; p: said in the text; n: named, with nothing under it; a: absent; -: not looked for. */
export type ElementMark = 's' | 'p' | 'n' | 'a' | '-';

/** A text, or its place in `PageData.texts`. */
export type SharedText = string | number;

/** A finding as a block holds it. `line` is a paragraph of a Word file where negative, and nothing that anybody sees where 0. `rule` is a place in `PageData.rules`, or -1 where no rule says it; `clauseSet` one in `PageData.clauseSets`. */
export type FindingRow = readonly [
  rule: number,
  severity: 'e' | 'w',
  line: number,
  column: number,
  what: SharedText,
  why: SharedText,
  todo: SharedText,
  clauseSet: number,
  sentence: string,
  /** Why it does not count: what takes it out, and the reason given there. Absent where it counts. */
  ...notCounted: readonly [by: string, reason: SharedText] | [],
];

/** The findings of `blockSize` documents in a row. */
export type FindingBlock = readonly (readonly FindingRow[])[];
