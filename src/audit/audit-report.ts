import type { CitedClause } from '../../rules/clauses.js';
import type { Kind } from '../document/document.js';
import type { ElementId } from '../elements/catalogue.js';
import type { Status } from '../elements/detect.js';
import type { FileKind } from '../files/endings.js';
import type { LeftOut } from '../report/report.js';

/**
 * The figures of an audit: what `--json` writes, and what the page and the spreadsheets show. Texts are Chinese, dates are written
 * `2024-03-01` or empty, paths are relative to where the audit was
 * run or, of files that lie elsewhere, to their folder, with `/`. Lists of documents are sorted by path, by code units.
 */
export interface AuditReport {
  readonly tool: { readonly name: 'jiedu-lint'; readonly version: string };
  /** The day of the audit. */
  readonly date: string;
  /** What was audited: the folder as it was given where that was one, else the name of the folder that paths are relative to. */
  readonly root: string;
  /** The presets that the configs in force name. */
  readonly presets: readonly string[];
  /** True where the run was broken off: the figures are of what was done until then. */
  readonly partial: boolean;
  /** What cannot wait, the gravest first. */
  readonly urgent: readonly UrgentFinding[];
  /** What became of the files that were found, by kind; all kinds, those that there are none of too. */
  readonly files: readonly FileCount[];
  readonly totals: Totals;
  readonly coverage: Coverage;
  /** Findings that do not count, by why: a directive in the text, or the file of suppressions. They are in no other figure. */
  readonly notCounted: { readonly directive: number; readonly file: number };
  /** Files that were found and are in no figure: no papers (a README), and those that the config takes out. */
  readonly leftOut: LeftOut;
  /** What the rules in force demand, the most often broken first; those that nobody breaks too. */
  readonly demands: readonly Demand[];
  /** The group with most errors first; where documents name none, the group has no name and stands last. */
  readonly byDepartment: readonly Group[];
  /** The latest year first, documents without one last. */
  readonly byYear: readonly Group[];
  /** `name` is a kind as in front matter, or empty. */
  readonly byKind: readonly Group[];
  /** Policies that are to be interpreted and that nothing explains. */
  readonly orphans: readonly Orphan[];
  readonly brokenLinks: readonly BrokenLink[];
  /** Terms that were not kept, the latest first: those that the rules in force watch, and that of publication in any case. */
  readonly late: readonly Late[];
  /** The documents with the most errors (then warnings), worst first, by path; at most 20, none without findings. */
  readonly worst: readonly string[];
  readonly documents: readonly AuditedDocument[];
  /** What changed since an earlier audit; null where none was named. */
  readonly comparison: Comparison | null;
  /** What became of what the departments' ledgers list; null where none were read. */
  readonly ledger: LedgerCheck | null;
  /** The clauses that demands and findings name, in the order of their sources. */
  readonly clauses: readonly CitedClause[];
  /** Of the papers that the presets in force carry out, the clauses that no rule checks, or not in full, and why a person has to look. */
  readonly unchecked: readonly UncheckedClause[];
}

/** Files of one kind. `found` is the sum of `read`, `converted`, `refused`, `leftOut` and `copies`. */
export interface FileCount {
  readonly kind: FileKind;
  readonly found: number;
  /** Checked as they are. */
  readonly read: number;
  /** Made Markdown, and checked as that. */
  readonly converted: number;
  /** Of those two, the ones that rest on guesses: nobody checked what they say of themselves. */
  readonly guessed: number;
  /** Of those converted, the ones that hold what was not read: hidden text, charts, embedded files. */
  readonly partly: number;
  /** To be checked, and could not be. */
  readonly refused: number;
  /** Not checked: taken out by the config, no papers, or of a kind that is not read. */
  readonly leftOut: number;
  /** Not checked, as the same document lies beside them in another format, which is. */
  readonly copies: number;
}

export type UrgentTopic = 'personalData' | 'secrecy' | 'figures' | 'articles' | 'policyLink';

/** The document that something is told of. */
type Named = Pick<AuditedDocument, 'path' | 'title' | 'department'>;

/** A finding that cannot wait. It is among those of its document too. */
export interface UrgentFinding
  extends Named,
    Pick<AuditFinding, 'id' | 'severity' | 'paragraph' | 'line' | 'column' | 'what' | 'todo'> {
  readonly topic: UrgentTopic;
  readonly ruleId: string;
}

/** What is kept, as a whole or of one concern. */
export interface ConcernTotals {
  /** Documents without an error; they may have warnings. */
  readonly compliant: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Counts of documents and of findings. `documents` is the sum of `compliant`, `withErrors` and `unreadable`. */
export interface Totals extends ConcernTotals {
  readonly documents: number;
  /** Those of the compliant documents that have no warning either. */
  readonly clean: number;
  readonly withErrors: number;
  /** Documents that could not be read. Their findings are not counted. */
  readonly unreadable: number;
  /** The same findings apart: those about the text, and those about what files say of themselves. */
  readonly text: ConcernTotals;
  readonly metadata: ConcernTotals;
}

/** Policies that are to be interpreted: `due` is the sum of the others. */
export interface Coverage {
  readonly due: number;
  readonly interpreted: number;
  readonly orphans: number;
  /** Policies without interpretation that a directive or the file of suppressions lets pass. */
  readonly excused: number;
}

/** One rule in force as an archive meets it. */
export interface Demand {
  readonly ruleId: string;
  /** What it asks for. */
  readonly demand: string;
  readonly category: string;
  /** The severity it is set to; where configs differ, the highest. */
  readonly severity: 'error' | 'warn';
  /** Documents that the rule judged: of its kinds, with the rule on, owing what it demands, and with what is needed to tell. */
  readonly applies: number;
  /** Those of them with a finding that counts. */
  readonly broken: number;
  /** Findings that count, and those that do not. */
  readonly findings: number;
  readonly notCounted: number;
  /** Its findings by kind of fault, the most frequent first. */
  readonly faults: readonly Fault[];
  readonly clauses: readonly string[];
}

/** One of the faults that a rule tells apart: late, without a date, … */
export interface Fault {
  readonly messageId: string;
  /** Documents that have it. */
  readonly documents: number;
  /** What the first such finding says. */
  readonly example: string;
}

/** The documents of one department, year or kind. `name` is empty where documents do not say. */
export interface Group extends Totals {
  readonly name: string;
}

export interface AuditedDocument {
  readonly path: string;
  /** The address it is published at, where front matter gives one (http or https); else empty. */
  readonly address: string;
  readonly title: string;
  readonly kind: Kind | null;
  /** Document number, of policies. */
  readonly number: string;
  /** The department that answers for it; each document has one. */
  readonly department: string;
  /** Why no department is named; null where one is. */
  readonly noDepartment: NoDepartment | null;
  /** Year of publication, else of issue, else in which it was held. */
  readonly year: string;
  readonly issued: string;
  readonly published: string;
  readonly wordCount: number;
  readonly compliant: boolean;
  readonly readable: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** Empty for documents that could not be read. */
  readonly elements: Readonly<Partial<Record<ElementId, Status>>>;
  /** In the order of the text. */
  readonly findings: readonly AuditFinding[];
  /** Findings that do not count. */
  readonly notCounted: readonly UncountedFinding[];
}

/**
 * Why a document belongs to no department: it could not be read, its front matter could not, its kind is not known; a policy that
 * names none; an explanation that names none itself, of a policy that names none either, or that the archive does not hold.
 */
export type NoDepartment = 'unreadable' | 'frontMatter' | 'kind' | 'policy' | 'policyUnnamed' | 'policyUnknown';

export interface AuditFinding {
  /** The same from audit to audit, as long as the file keeps its path and the words found stay. */
  readonly id: string;
  readonly concern: 'text' | 'metadata';
  /** Null where no rule says it: a file that cannot be read. */
  readonly ruleId: string | null;
  readonly messageId: string;
  readonly severity: 'error' | 'warn';
  readonly what: string;
  /** The clauses it is asked by, as people cite them; empty where none asks. */
  readonly why: string;
  readonly todo: string;
  /** Of a Word file, the number of the paragraph; lines are those of the text made of it. */
  readonly paragraph: number | null;
  readonly line: number;
  readonly column: number;
  readonly clauses: readonly string[];
  /** The sentence concerned; empty where it is about the document as a whole. Personal data is masked. */
  readonly sentence: string;
}

export interface UncountedFinding extends AuditFinding {
  readonly by: 'directive' | 'file';
  /** The reason that the directive gives. */
  readonly reason: string;
}

/** What an audit looks for whether or not a rule asks. */
interface Looked extends Named, Pick<AuditFinding, 'what'> {
  /** Whether the configuration demands it, so that it is among the findings too. */
  readonly demanded: boolean;
}

export interface Orphan extends Looked, Pick<AuditedDocument, 'number' | 'issued'> {}

export interface BrokenLink extends Looked, Pick<AuditFinding, 'paragraph' | 'line' | 'column'> {
  /** The address as written; `#place` where the page is there and the place in it is not. */
  readonly to: string;
}

export interface Late extends Looked, Pick<AuditFinding, 'severity'> {
  readonly ruleId: string;
  /** Last day on time, and the day it was done; empty where it was not done until the day of the audit. */
  readonly due: string;
  readonly done: string;
  /** Working days after `due`, until `done` or the day of the audit. */
  readonly daysLate: number;
}

export interface UncheckedClause extends CitedClause {
  /** Title of the paper it stands in. */
  readonly source: string;
  readonly why: string;
  /** True where rules check a part of it. */
  readonly partly: boolean;
}

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

export interface ChangedFinding extends Named, Pick<AuditFinding, 'id' | 'ruleId' | 'severity' | 'what'> {
  readonly change: 'came' | 'went';
  /** Of those that went: what became of them. */
  readonly gone: Gone | null;
}

/**
 * What a ledger's row comes to. `stillFound`: said to be mended, and found all the same. `open`: found, and not said to be mended.
 * `waived`: found, and said to need no mending. `mended`: not found any more. `unknown`: not found, but nobody looked. `new`: found in
 * a department's documents, and not in its ledger.
 */
export type LedgerResult = 'stillFound' | 'new' | 'open' | 'waived' | 'unknown' | 'mended';

export interface LedgerEntry extends Named, Pick<AuditFinding, 'id' | 'ruleId' | 'what' | 'why' | 'todo'> {
  readonly result: LedgerResult;
  /** Of what is not found: what became of it. */
  readonly gone: Gone | null;
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
