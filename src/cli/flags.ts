import type { Concurrency } from '../engine/options.js';
import type { Locale } from '../language/locale.js';
import type { CiName } from '../setup/files.js';
import { UserError } from './io.js';
import { say } from './words.js';

/** A report of a run: in which format, and into which file; without one it goes to standard output. */
export interface ReportAsked {
  readonly format: string;
  readonly file?: string;
}

/** Options of all commands, as commander gives them. What `--no-…` switches off is there where it is not written, and true. */
export interface Flags {
  readonly format: string;
  /** The reports of a run; none where a command writes none. */
  readonly reports: readonly ReportAsked[];
  readonly configLookup: boolean;
  readonly plugins: boolean;
  readonly ignore: boolean;
  readonly inlineConfig: boolean;
  readonly warnIgnored: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly progress: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly checklist?: boolean;
  readonly ci?: CiName;
  readonly clientProcessId?: number;
  readonly color?: boolean;
  readonly compare?: readonly string[];
  readonly concurrency?: Concurrency;
  readonly config?: string;
  readonly csv?: string;
  readonly date?: string;
  readonly exitZero?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType?: readonly string[];
  readonly force?: boolean;
  readonly frame?: boolean;
  readonly from?: string;
  readonly hook?: boolean;
  readonly html?: string;
  readonly ignorePattern?: readonly string[];
  readonly json?: string;
  readonly ledger?: string;
  readonly locale?: Locale;
  readonly maxWarnings?: number;
  readonly outputDir?: string;
  readonly outputFile?: string;
  readonly passOnUnprunedSuppressions?: boolean;
  readonly preCommit?: boolean;
  readonly preset?: readonly string[];
  readonly printConfig?: string;
  readonly pruneSuppressions?: boolean;
  readonly quiet?: boolean;
  readonly reportUnusedDisableDirectives?: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: 'off' | 'warn' | 'error';
  readonly rule?: readonly string[];
  readonly stats?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly suppressAll?: boolean;
  readonly suppressRule?: readonly string[];
  readonly suppressionsLocation?: string;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly why?: boolean;
  readonly xlsx?: string;
  readonly xlsxByDepartment?: string;
  readonly yes?: boolean;
}

/** @param given what the command line says of options of which there may be one. @throws UserError where it gives two */
export function refuseTogether(given: Readonly<Record<string, unknown>>, locale: Locale): void {
  const [first, second] = Object.keys(given).filter((option) => given[option]);
  if (first && second) throw new UserError(say('notTogether', locale, { first, second }));
}

/** @param needed of which one has to be given with the option. @throws UserError where it would do nothing */
export function refuseAlone(option: string, value: unknown, needed: Record<string, unknown>, locale: Locale): void {
  if (value === undefined || Object.values(needed).some(Boolean)) return;
  throw new UserError(say('needsOption', locale, { option, needed: Object.keys(needed) }));
}
