import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { findFiles } from '../files/find.js';
import { FileHost, type OnTouch, type TextSearch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import { decode } from '../files/read.js';
import type { Locale } from '../language/locale.js';
import { ignoredWarning } from '../lint/read-problems.js';
import { type LintHost, type LintOptions, lintArchive, type ReadFile } from '../lint/run.js';
import { inertJson } from '../report/inert-json.js';
import type { Concurrency } from './concurrency.js';
import { endRun, type Linted, sorted } from './ending.js';
import { filesToLint, resultsTold } from './files-to-lint.js';
import { type Io, UserError } from './io.js';
import { goThrough } from './passes.js';
import type { ReportAsked } from './reports.js';
import { segmenter } from './segmenter.js';
import { Session } from './session.js';
import { hasSuppressions } from './suppressions-file.js';
import { say } from './words.js';

/** The options of `lint` as commander gives them. */
export interface LintFlags {
  readonly config?: string;
  readonly configLookup: boolean;
  readonly preset?: string[];
  readonly rule?: string[];
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly ignorePattern?: string[];
  readonly ignore: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  /** False where nothing is to be said of ignored files that were named. */
  readonly warnIgnored: boolean;
  /** False where directives do not count. */
  readonly inlineConfig: boolean;
  readonly printConfig?: string;
  readonly exitZero?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType?: string[];
  readonly watch?: boolean;
  readonly stats?: boolean;
  /** False where no progress is to be shown. */
  readonly progress?: boolean;
  readonly suppressAll?: boolean;
  readonly suppressRule?: string[];
  readonly pruneSuppressions?: boolean;
  readonly passOnUnprunedSuppressions?: boolean;
  readonly suppressionsLocation?: string;
  readonly reportUnusedDisableDirectives?: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: 'off' | 'warn' | 'error';
  readonly concurrency?: Concurrency;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly color?: boolean;
  readonly frame?: boolean;
  readonly locale?: Locale;
}

/** What `lint` writes, beside what its options say. */
export interface Reporting {
  readonly reports: readonly ReportAsked[];
  /** Version of the program. */
  readonly version: string;
  /** The folder that holds its package.json. */
  readonly root: string;
  /** Told of every file and folder the run depends on, before it is looked at. */
  readonly onTouch?: OnTouch;
}

/** What the parts of one run share. */
interface Run {
  readonly flags: LintFlags;
  readonly program: Pick<Reporting, 'root' | 'version' | 'onTouch' | 'reports'>;
  readonly session: Session;
  readonly io: Io;
}

/**
 * `jiedu-lint [paths…]`
 * @returns the exit code: 0 nothing at error level, 1 findings, 2 something asked was not done
 * @throws UserError for mistakes in options and configs
 */
export async function lint(
  patterns: readonly string[],
  flags: LintFlags,
  reporting: Reporting,
  io: Io,
): Promise<number> {
  const session = new Session(io, flags);
  if (flags.printConfig !== undefined) return printConfig(flags.printConfig, session, io);
  if (flags.stdin && patterns.length > 0) throw new UserError(say('stdinAlone', session.locale));
  const run: Run = { flags, program: reporting, session, io };
  return endRun(await (flags.stdin ? lintStdin(run) : lintPatterns(patterns, run)), flags, reporting, session, io);
}

async function lintPatterns(patterns: readonly string[], run: Run): Promise<Linted> {
  const { flags, program, session, io } = run;
  const written = program.reports.flatMap(({ file }) => file ?? []);
  const found = await filesToLint(patterns, flags, written, session, io, program.onTouch);
  const fixing = flags.fix ? new (await import('./fixing.js')).FixingHost(session, io) : null;
  const linted = await lintPrepared(found.paths, fixing ?? new FileHost(program.onTouch), run);
  const failed = linted.failed || found.failed || fixing?.failed === true;
  return { ...linted, results: sorted([...linted.results, ...resultsTold(found.told, session.locale)]), failed };
}

async function lintStdin(run: Run): Promise<Linted> {
  const { flags, session, io } = run;
  const path = resolve(io.cwd, flags.stdinFilename ?? 'stdin.md');
  await session.prepare([path]);
  if (flags.ignore && (await isIgnored(path, flags, session, io)))
    return {
      results: flags.warnIgnored
        ? resultsTold([{ path: slashed(path), finding: ignoredWarning() }], session.locale)
        : [],
      failed: false,
      partial: false,
    };
  const { fileSize } = session.configFor(slashed(path)).limits;
  const bytes = await io.stdin(fileSize);
  const decoded: ReadFile =
    bytes.length > fileSize
      ? { id: 'tooLarge', data: { bytes: bytes.length, maxBytes: fileSize } }
      : { ...decode(bytes), bytes: bytes.length };
  const host = new FileHost();
  const stdinHost = {
    read: async (wanted: string) => (wanted === slashed(path) ? decoded : host.read(wanted)),
    exists: (wanted: string) => host.exists(wanted),
    filesWith: (root: string, search: TextSearch, known: ReadonlySet<string>) => host.filesWith(root, search, known),
    leadsOut: (wanted: string, folder: string) => host.leadsOut(wanted, folder),
  };
  return lintPrepared([slashed(path)], stdinHost, run);
}

/** Lints files whose configs are read. What the options ask beside that is checked before anything is done. */
async function lintPrepared(paths: readonly string[], host: LintHost, run: Run): Promise<Linted> {
  const { flags, program, session, io } = run;
  const suppressions = hasSuppressions(flags, io.cwd)
    ? (await import('./suppressions.js')).Suppressions.open(flags, session, io)
    : null;
  const options = await lintOptions(flags, session, io);
  const timing = flags.stats ? new (await import('./stats.js')).Timing() : null;
  // Other threads would look for the text where the file stands, and have clocks of their own.
  const passes = flags.stdin || timing ? { ...flags, concurrency: 'off' as const } : flags;
  const { results: found, partial } = await goThrough(paths.length, passes, program, session, io, (how) =>
    lintArchive(paths, host, { ...options, ...how, ...(timing && { stopwatch: timing.stopwatch }) }),
  );
  const results = timing ? found.map((result) => timing.withStats(result)) : found;
  if (partial) io.err(`${say('interrupted', session.locale, { done: results.length, total: paths.length })}\n`);
  return { partial, ...(suppressions?.apply(results, partial) ?? { results, failed: false }) };
}

/** Whether the file that standard input stands for would be ignored if it were linted where it stands. */
async function isIgnored(path: string, flags: LintFlags, session: Session, io: Io): Promise<boolean> {
  if (flags.stdinFilename === undefined) return false;
  const { problems } = await findFiles([path], { cwd: io.cwd, ignorePatterns: flags.ignorePattern ?? [] });
  return session.ignoredBy(path) !== undefined || problems.some(({ id }) => id === 'ignored');
}

async function lintOptions(flags: LintFlags, session: Session, io: Io): Promise<LintOptions> {
  return {
    rules,
    locale: session.locale,
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    frames: flags.frame === true,
    inlineConfig: flags.inlineConfig,
    unusedDirectives: unusedDirectives(flags, session.locale),
    segmenter,
    ...(flags.fix || flags.fixDryRun || flags.fixType
      ? (await import('./fixing.js')).fixesAsked(flags, session, io)
      : {}),
  };
}

/** As in ESLint: a warning unless asked otherwise, an error where it is asked for without a severity. */
export function unusedDirectives(
  flags: Pick<LintFlags, 'reportUnusedDisableDirectives' | 'reportUnusedDisableDirectivesSeverity'>,
  locale: Locale,
): 'off' | 'warn' | 'error' {
  const { reportUnusedDisableDirectives: asked, reportUnusedDisableDirectivesSeverity: severity } = flags;
  if (asked && severity !== undefined) {
    const first = '--report-unused-disable-directives';
    throw new UserError(say('notTogether', locale, { first, second: `${first}-severity` }));
  }
  return severity ?? (asked ? 'error' : 'warn');
}

async function printConfig(file: string, session: Session, io: Io): Promise<number> {
  const path = resolve(io.cwd, file);
  await session.prepare([path]);
  const { rules: resolved, kind } = session.configFor(path);
  const data = {
    rules: Object.fromEntries(resolved),
    ...(kind ? { kind } : {}),
    archive: session.settingsFor(path),
    locale: session.locale,
  };
  io.out(`${inertJson(data, 2)}\n`);
  return 0;
}
