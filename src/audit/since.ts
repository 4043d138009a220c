/** What became of a finding that is not found any more: mended, or why that is not known. */
export type Gone = 'mended' | 'fileGone' | 'notChecked' | 'notCounted' | 'notDemanded';

/** What changed since an earlier audit. Findings are told from each other by their ids; those on files that could not be read are left aside. */
export interface Comparison {
  /** Of the earlier audit: its day, the program's version, whether it was broken off, the presets that its configs named. */
  readonly date: string;
  readonly version: string;
  readonly partial: boolean;
  readonly presets: readonly string[];
  readonly came: number;
  readonly went: number;
  readonly stayed: number;
  /** Of those that went, the ones that were mended. */
  readonly mended: number;
  /** Of those that came, the ones that documents had before, perhaps: their rules were not in force then. */
  readonly newlyDemanded: number;
  /** Rules that only one of the two audits has in force. */
  readonly newDemands: readonly string[];
  readonly lostDemands: readonly string[];
  /** Paths of documents that only one of the two audits has, and of those that have another one now. */
  readonly newDocuments: readonly string[];
  readonly lostDocuments: readonly string[];
  readonly movedDocuments: readonly { readonly from: string; readonly to: string }[];
  /** By rule and by department, those with most changes first; without what neither audit found. */
  readonly byDemand: readonly DemandChange[];
  readonly byDepartment: readonly Change[];
  /** Those that came and those that went. */
  readonly findings: readonly ChangedFinding[];
}

export interface Change {
  /** Empty for documents that name no department, and for what no rule says. */
  readonly name: string;
  readonly came: number;
  readonly went: number;
  readonly stayed: number;
}

export interface DemandChange extends Change {
  /** What the rule asks for; empty where this audit does not have it in force. */
  readonly demand: string;
}

export interface ChangedFinding {
  readonly change: 'came' | 'went';
  /** Of those that went: what became of them. */
  readonly gone: Gone | null;
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly department: string;
  readonly ruleId: string | null;
  readonly severity: 'error' | 'warn';
  readonly what: string;
}

/**
 * What a ledger's row comes to. `stillFound`: said to be mended, and found all the same. `open`: found, and not said to be mended.
 * `waived`: found, and said to need no mending. `mended`: not found any more. `unknown`: not found, but nobody looked. `new`: found in
 * a department's documents, and not in its ledger.
 */
export type LedgerResult = 'stillFound' | 'new' | 'open' | 'waived' | 'unknown' | 'mended';

export interface LedgerEntry {
  readonly result: LedgerResult;
  /** Of what is not found: what became of it. */
  readonly gone: Gone | null;
  readonly id: string;
  readonly ruleId: string | null;
  readonly path: string;
  readonly title: string;
  readonly department: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly responsible: string;
  /** As filled in; `2024-03-01` where it was a date. */
  readonly due: string;
  readonly said: string;
  /** Found, and its term is past. */
  readonly overdue: boolean;
}

/** What became of what ledgers list. */
export interface LedgerCheck {
  /** Ledgers that were read. */
  readonly ledgers: number;
  /** Rows whose number was changed or is gone, or that people added, so that nothing can be said of them. */
  readonly unknownRows: number;
  /** Findings that two ledgers fill in differently; the later file counts. */
  readonly conflictingRows: number;
  readonly counts: Readonly<Record<LedgerResult, number>>;
  /** What is said and not so comes first, what is mended last. */
  readonly entries: readonly LedgerEntry[];
}
