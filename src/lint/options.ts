import type { Rule } from '../../rules/rule.js';
import type { PutAside } from '../archive/content.js';
import type { ArchiveSettings } from '../archive/targets.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Locale } from '../language/locale.js';
import type { Segmenter } from '../language/segmenter.js';
import type { CheckedFile } from './checked-file.js';
import type { Finding, ResolvedSeverity } from './finding.js';

/** What a run of `lint` goes by. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly locale: Locale;
  configFor(path: string): ResolvedConfig;
  settingsFor(path: string): ArchiveSettings;
  /**
   * What of files is kept for others to look at: ids of the rules whose facts are drawn, `quotes` for reports that quote what findings
   * are about, `elements` for the statuses of all elements and not only of those that rules judge. What `partsCompared` says of the
   * files of the run where absent. Plain data: it goes to threads and into keys of the cache.
   */
  readonly parts?: readonly string[];
  /** True of one file that nothing is kept of: what rules compare is drawn only where there is a policy to compare it with. */
  readonly isAlone?: boolean;
  /** Which findings' fixes to apply; absent where nothing is to be fixed. Only files in UTF-8 are. */
  readonly fixes?: (finding: Pick<Finding, 'ruleId' | 'severity'>) => boolean;
  /** Told of a file with fixes that is not in UTF-8, or no text at all: rewriting it is for its owner to decide. */
  readonly onNotFixed?: (path: string, encodingOrFormat: string) => void;
  /** Whether a file that turns out to be no paper is left out: not linted and not fixed. None is where absent. */
  readonly leavesOut?: (path: string) => boolean;
  /** False where directives in the texts are not to count. */
  readonly inlineConfig?: boolean;
  /** How directives that suppress nothing are reported; `warn` where absent. */
  readonly unusedDirectives?: 'off' | ResolvedSeverity;
  /** Where what texts yield is kept from run to run; absent where everything is to be made afresh. */
  readonly cache?: ResultStore;
  /** Puts what is compared in the second pass out of memory until then; absent where it stays. */
  readonly putAside?: PutAside;
  /** True where nobody looks at the archive once there are results: then it has no files. */
  readonly resultsOnly?: boolean;
  /** Whether findings bring the source lines they are about. */
  readonly frames?: boolean;
  /** For rules that cut text into words: loads a segmenter when it is first called; absent where there is none. */
  readonly segmenter?: () => Segmenter;
  /** Threads that check files beside this one. */
  readonly threads?: OtherThreads;
  /** Told how many files are done, after each. */
  readonly onFile?: (done: number) => void;
  /** Told how far the second pass is: files whose links have been followed, then rules that have seen the whole archive. */
  readonly onArchive?: (step: 'links' | 'rules', done: number, total: number) => void;
  /** Asked between files whether to end with what is done; the answer stays. */
  readonly stopped?: () => boolean | Promise<boolean>;
  /** Measures what is done; see `Stopwatch`. */
  readonly stopwatch?: Stopwatch;
}

/**
 * Keeps from run to run what texts yielded. The store adds what it alone knows of the making: version and text of the
 * program, of plugins and of rules made of data.
 */
export interface ResultStore {
  /**
   * @param from everything else the value is made from
   * @returns what is kept for a file; undefined where there is nothing, or where it was made from something else
   */
  get(kind: ResultKind, path: string, from: MadeFrom): unknown;
  /** @param value plain data */
  set(kind: ResultKind, path: string, from: MadeFrom, value: unknown): void;
}

/** What a value is made from: the settings, and what the file holds. Many files share the first. */
export type MadeFrom = readonly [settings: string, content: string];

/** All that a linted file yields, the facts of one that links lead to, or what a file's comparison with its policies found. */
export type ResultKind = 'file' | 'facts' | 'comparison';

/** Threads that check files beside this one. */
export interface OtherThreads {
  /** From how many files on their start pays. */
  readonly least: number;
  /**
   * Checks files as `lintText` does, in no particular order; told by `options` of progress and of the end.
   * @param done how many files of the run are done already, for `onFile`
   * @returns what the files yielded; left out are those that were not reached, and those this thread is to check
   */
  check(paths: readonly string[], done: number, options: LintOptions): Promise<ReadonlyMap<string, CheckedFile>>;
}

/**
 * Measures one pass over a file. Its steps are `parse` (reading the text as a document, elements included) and the ids of rules.
 * @returns a function that runs a step
 */
export type Stopwatch = (path: string) => <T>(step: string, work: () => T) => T;
