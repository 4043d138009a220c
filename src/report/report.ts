import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';

/** Turns a piece of text into the same text with colour or weight. Without colour each function gives its text back. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'underline', (text: string) => string>>;

/** What a formatter may know about the run besides its results. */
export interface ReportContext {
  readonly locale: Locale;
  readonly paint: Paint;
  /** A file's absolute path as people should read it: relative to the folder they stand in. */
  readonly displayPath: (filePath: string) => string;
}

/**
 * Writes the results of a run as one text, without a final line break. Pure.
 * An empty text means that there is nothing to print.
 */
export type Formatter = (results: readonly FileResult[], context: ReportContext) => string;

/** The results of a run added up: findings, not files. */
export type Totals = Readonly<Record<'problems' | 'errors' | 'warnings' | 'fixableErrors' | 'fixableWarnings', number>>;

export function totalsOf(results: readonly FileResult[]): Totals {
  const sum = (
    key: Exclude<keyof FileResult, 'filePath' | 'messages' | 'suppressedMessages' | 'output' | 'sensitive'>,
  ) => results.reduce((total, result) => total + result[key], 0);
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
