import type { Kind } from '../document/document.js';
import type { ElementId } from '../elements/catalogue.js';
import type { Status } from '../elements/detect.js';

/** The figures of an audit: what `--json` writes, and what the page and the spreadsheets show. Paths are relative to `root`, with `/`. */
export interface AuditReport {
  readonly tool: { readonly name: 'jiedu-lint'; readonly version: string };
  /** The day of the audit, as `2024-03-01`. */
  readonly date: string;
  /** The folder that paths are relative to, as people know it. */
  readonly root: string;
  /** The presets in force. */
  readonly presets: readonly string[];
  /** True where the run was broken off: the figures are of what was done until then. */
  readonly partial: boolean;
  readonly totals: Totals;
  /** What the rules in force demand, the most often broken first; those that nobody breaks too. */
  readonly demands: readonly Demand[];
  readonly byDepartment: readonly Group[];
  readonly byYear: readonly Group[];
  readonly byKind: readonly Group[];
  /** Policies that no interpretation explains. */
  readonly orphans: readonly Orphan[];
  readonly brokenLinks: readonly BrokenLink[];
  /** Documents published or reported after their term. */
  readonly late: readonly Late[];
  /** The documents with the most errors, worst first, by path. */
  readonly worst: readonly string[];
  readonly documents: readonly AuditedDocument[];
  /** Clauses that no rule checks, and why a person has to look. */
  readonly unchecked: readonly UncheckedClause[];
}

/** Counts of documents and of findings. A document complies where it could be checked and has no error. */
export interface Totals {
  readonly documents: number;
  readonly compliant: number;
  readonly withErrors: number;
  /** Documents that could not be checked. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One rule in force as an archive meets it. */
export interface Demand {
  readonly ruleId: string;
  /** What it asks for, in Chinese. */
  readonly demand: string;
  readonly category: string;
  readonly severity: 'error' | 'warn';
  /** Documents it applies to, and those of them that break it. */
  readonly applies: number;
  readonly broken: number;
  readonly clauses: readonly string[];
}

/** The documents of one department, year or kind. `name` is empty where documents do not say. */
export interface Group extends Totals {
  readonly name: string;
}

export interface AuditedDocument {
  readonly path: string;
  readonly title: string;
  readonly kind: Kind | null;
  readonly department: string;
  /** Year of publication, else of issue; empty where unknown. */
  readonly year: string;
  readonly published: string;
  readonly wordCount: number;
  readonly compliant: boolean;
  readonly readable: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly elements: Readonly<Partial<Record<ElementId, Status>>>;
  readonly findings: readonly AuditFinding[];
}

export interface AuditFinding {
  readonly ruleId: string | null;
  readonly severity: 'error' | 'warn';
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly line: number;
  readonly column: number;
  readonly clauses: readonly string[];
  /** The sentence concerned; empty where there is none, or where it must not be shown. */
  readonly sentence: string;
}

export interface Orphan {
  readonly path: string;
  readonly title: string;
  readonly number: string;
  readonly department: string;
  readonly issued: string;
}

export interface BrokenLink {
  readonly path: string;
  readonly line: number;
  readonly to: string;
  readonly what: string;
}

export interface Late {
  readonly path: string;
  readonly title: string;
  readonly department: string;
  readonly ruleId: string;
  /** Last day on time, and the day it was done. */
  readonly due: string;
  readonly done: string;
  /** Working days after `due`. */
  readonly daysLate: number;
}

export interface UncheckedClause {
  readonly id: string;
  readonly source: string;
  readonly demand: string;
  readonly why: string;
}
