import type { Locale } from '../language/locale.js';
import type { FileResult, Message } from '../lint/result.js';
import type { RuleInfo } from '../reference/rule-info.js';

/** Turns a piece of text into the same text with colour or weight. Without colour each function gives its text back. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'underline', (text: string) => string>>;

/** What a formatter may know about the run besides its results. */
export interface ReportContext {
  readonly locale: Locale;
  readonly paint: Paint;
  /** Version of the program. */
  readonly version: string;
  /** A file's absolute path as people should read it: relative to the folder they stand in. */
  readonly displayPath: (filePath: string) => string;
  /**
   * A file's absolute path as services that show findings beside the text need it, with `/`: relative to the repository it
   * is in, else to the working folder; absolute where it is in neither.
   */
  readonly sourcePath: (filePath: string) => string;
  /** Undefined for a rule that is not known. */
  readonly ruleInfo: (id: string) => RuleInfo | undefined;
  /** True where the run was ended before it was done, so that there may be more findings than these. */
  readonly partial?: boolean;
  /** How many files were found and not checked. */
  readonly leftOut?: LeftOut;
  /** Whether source lines are to be shown with the findings. */
  readonly frame: boolean;
}

/** Files that were found and not checked, by why. */
export interface LeftOut {
  /** They are no papers: a README, documentation of code. */
  readonly foreign: number;
  /** The config takes them out. */
  readonly taken: number;
  /** What folders hold in formats that are not checked, as sentences. */
  readonly notes?: readonly string[];
}

/**
 * Writes the results of a run as one text, or piece by piece where it may be long; without a final line break. Pure.
 * An empty text means that there is nothing to print.
 */
export type Formatter = (results: readonly FileResult[], context: ReportContext) => string | Generator<string>;

/** The results of a run added up: findings, not files. */
export type Totals = Readonly<Record<'problems' | 'errors' | 'warnings' | 'fixableErrors' | 'fixableWarnings', number>>;

export function totalsOf(results: readonly FileResult[]): Totals {
  const sum = (key: 'errorCount' | 'warningCount' | 'fixableErrorCount' | 'fixableWarningCount') =>
    results.reduce((total, result) => total + result[key], 0);
  const errors = sum('errorCount');
  const warnings = sum('warningCount');
  return {
    problems: errors + warnings,
    errors,
    warnings,
    fixableErrors: sum('fixableErrorCount'),
    fixableWarnings: sum('fixableWarningCount'),
  };
}

/** A finding with the file it is about. */
export interface Placed {
  readonly filePath: string;
  readonly message: Message;
}

/** Every finding of a run, file by file. */
export function findingsOf(results: readonly FileResult[]): Placed[] {
  return results.flatMap(({ filePath, messages }) => messages.map((message) => ({ filePath, message })));
}

/** Errors before warnings, else in the order given: where a reader cuts a list off, it is not the errors that are lost. */
export function errorsFirst(findings: readonly Placed[]): Placed[] {
  return [...findings].sort((a, b) => b.message.severity - a.message.severity);
}

/** What is known of the rules that have findings, by id and in its order. */
export function rulesFound(results: readonly FileResult[], { ruleInfo }: ReportContext): RuleInfo[] {
  const ids = new Set(findingsOf(results).flatMap(({ message }) => message.ruleId ?? []));
  return [...ids].sort().map((id) => ruleInfo(id) ?? { id, demand: id, fixable: false, clauses: [] });
}
