import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { type FindProblem, findFiles } from '../files/find.js';
import { FileHost, type OnTouch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import { decode } from '../files/read.js';
import type { Locale } from '../language/locale.js';
import { messagesOf, resultOf } from '../lint/messages.js';
import { ignoredWarning, readFailure } from '../lint/read-problems.js';
import type { FileResult, Message } from '../lint/result.js';
import { type LintHost, type LintOptions, lintFiles } from '../lint/run.js';
import { inertJson } from '../report/inert-json.js';
import { type Concurrency, otherThreads } from './concurrency.js';
import { type Io, UserError } from './io.js';
import { type ReportAsked, writeReports } from './reports.js';
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
  const { results, failed } = await (flags.stdin ? lintStdin(run) : lintPatterns(patterns, run));
  const { locale } = session;
  const shown = flags.quiet ? results.map(withoutWarnings) : results;
  const warnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  const tooMany = flags.maxWarnings !== undefined && warnings > flags.maxWarnings;
  const first = shown[0];
  const clauses = first && session.configFor(first.filePath).clauses;
  const options = { ...reporting, ...flags, locale, rules: session.rules, ...(clauses ? { clauses } : {}) };
  // Where nothing was found to lint there is nothing to report; what is wrong has been said.
  const written = (failed && results.length === 0) || (await writeReports(shown, options, io));
  if (tooMany) io.err(`${say('tooManyWarnings', locale, { count: warnings, max: flags.maxWarnings ?? 0 })}\n`);
  if (failed || !written || results.some((result) => result.fatalErrorCount > 0)) return 2;
  const found = tooMany || results.some((result) => result.errorCount > 0);
  return found && !flags.exitZero ? 1 : 0;
}

interface Linted {
  readonly results: readonly FileResult[];
  /** True where something asked for could not be checked and no finding says so. */
  readonly failed: boolean;
}

async function lintPatterns(patterns: readonly string[], run: Run): Promise<Linted> {
  const { flags, program, session, io } = run;
  const asked = patterns.length > 0 ? patterns : await session.defaultPatterns();
  const { files, folders, problems } = await findFiles(asked, {
    cwd: io.cwd,
    ignore: flags.ignore,
    ignorePatterns: flags.ignorePattern ?? [],
  });
  await session.prepare(files.length > 0 ? files : [resolve(io.cwd, 'x')]);
  if (program.onTouch) for (const path of [...folders, ...session.filesRead]) program.onTouch(path);
  const named = new Set(asked.map((pattern) => resolve(io.cwd, pattern)));
  const excluded = (path: string) => flags.ignore && session.ignoredBy(path) !== undefined;
  const reports = new Set(program.reports.flatMap(({ file }) => (file === undefined ? [] : resolve(io.cwd, file))));
  const both = [...named].find((path) => reports.has(path));
  if (both !== undefined) throw new UserError(say('reportOverInput', session.locale, { file: both }));
  // A report that an earlier run left is no document.
  const paths = files.filter((path) => !excluded(path) && !reports.has(path));
  const fixing = flags.fix ? new (await import('./fixing.js')).FixingHost(session, io) : null;
  const linted = await lintPrepared(paths.map(slashed), fixing ?? new FileHost(program.onTouch), run);
  const ignored = files.filter((path) => excluded(path) && named.has(path));
  const unmatched = flags.errorOnUnmatchedPattern ? problems : problems.filter(({ id }) => !UNMATCHED.has(id));
  const extra = [
    ...unmatched.flatMap((problem) => problemResult(problem, io, session.locale)),
    ...ignored.map((path) => ignoredResult(path, session.locale)),
  ].filter(({ fatalErrorCount }) => flags.warnIgnored || fatalErrorCount > 0);
  const failures = unmatched.filter((problem) => problemResult(problem, io, session.locale).length === 0);
  if (files.length > 0 && paths.length === 0 && ignored.length === 0 && flags.errorOnUnmatchedPattern) {
    failures.push({ id: 'allIgnored', pattern: asked.join(' ') });
  }
  for (const problem of failures) io.err(`${sayProblem(problem, session.locale)}\n`);
  const results = [...linted.results, ...extra].sort((a, b) =>
    a.filePath < b.filePath ? -1 : a.filePath > b.filePath ? 1 : 0,
  );
  return { results, failed: linted.failed || failures.length > 0 || fixing?.failed === true };
}

/** Patterns that lead to no file to lint. */
const UNMATCHED: ReadonlySet<FindProblem['id']> = new Set(['notFound', 'noMatch', 'allIgnored']);

async function lintStdin(run: Run): Promise<Linted> {
  const { flags, session, io } = run;
  const path = resolve(io.cwd, flags.stdinFilename ?? 'stdin.md');
  await session.prepare([path]);
  if (flags.ignore && (await isIgnored(path, flags, session, io)))
    return { results: flags.warnIgnored ? [ignoredResult(path, session.locale)] : [], failed: false };
  const decoded = decode(await io.stdin());
  const host = new FileHost();
  const stdinHost = {
    read: async (wanted: string) => (wanted === slashed(path) ? decoded : host.read(wanted)),
    exists: (wanted: string) => host.exists(wanted),
    filesWith: (root: string, words: readonly string[], known: ReadonlySet<string>) =>
      host.filesWith(root, words, known),
  };
  return lintPrepared([slashed(path)], stdinHost, run);
}

/** Lints files whose configs are read. What the options ask beside that is checked before anything is done. */
async function lintPrepared(paths: readonly string[], host: LintHost, run: Run): Promise<Linted> {
  const { flags, program, session, io } = run;
  const suppressions = hasSuppressions(flags, io.cwd)
    ? (await import('./suppressions.js')).Suppressions.open(flags, session, io)
    : null;
  const cache = flags.cache ? (await import('./cache.js')).FileCache.open(flags, program, session, io) : null;
  const threads = flags.stdin ? undefined : otherThreads(flags, program, cache, io);
  const bar = await progressBar(paths.length, flags, session, io);
  const options = {
    ...(await lintOptions(flags, session, io)),
    ...(cache ? { cache } : {}),
    ...(threads ? { threads } : {}),
    ...(bar ? { onFile: bar.step } : {}),
  };
  const results = await lintFiles(paths, host, options).finally(() => bar?.end());
  cache?.save();
  return suppressions?.apply(results) ?? { results, failed: false };
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
    onNoSegmenter: () => io.err(`${say('noSegmenter', session.locale)}\n`),
    ...(flags.fix || flags.fixDryRun || flags.fixType
      ? (await import('./fixing.js')).fixesAsked(flags, session, io)
      : {}),
  };
}

/** Null where nobody watches a terminal, and where it is not wanted. */
async function progressBar(total: number, flags: LintFlags, { locale }: Session, { progress, env }: Io) {
  const unwanted = flags.progress === false || env.NO_PROGRESS || (env.CI && env.CI !== 'false') || env.TERM === 'dumb';
  return progress && !unwanted ? (await import('./progress.js')).progressBar(total, locale, progress) : null;
}

/** As in ESLint: a warning unless asked otherwise, an error where it is asked for without a severity. */
function unusedDirectives(flags: LintFlags, locale: Locale): 'off' | 'warn' | 'error' {
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

function withoutWarnings(result: FileResult): FileResult {
  const isError = ({ severity }: Message) => severity === 2;
  const { filePath, messages, suppressedMessages } = result;
  return { ...result, ...resultOf(filePath, messages.filter(isError), suppressedMessages.filter(isError)) };
}

/** A file named in full that is missing or ignored is said on the file itself, so that every format shows it. */
function problemResult({ id, pattern, path: linked = '' }: FindProblem, io: Io, locale: Locale): FileResult[] {
  if (id === 'leadsOut' || id === 'misnamed') return [unreadResult(linked, id, locale)];
  const path = resolve(io.cwd, pattern);
  if (id === 'ignored') return [ignoredResult(path, locale)];
  if (id !== 'notFound' || isGlob(pattern) || pattern === '') return [];
  return [unreadResult(path, id, locale)];
}

function unreadResult(path: string, id: FindProblem['id'], locale: Locale): FileResult {
  return resultOf(slashed(path), messagesOf([readFailure({ id, data: {} })], [0], locale));
}

function ignoredResult(path: string, locale: Locale): FileResult {
  return resultOf(slashed(path), messagesOf([ignoredWarning()], [0], locale));
}

function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

function sayProblem({ id, pattern, path }: FindProblem, locale: Locale): string {
  if (id === 'notFound') return say('noSuchPath', locale, { pattern });
  if (id === 'unreadableFolder') return say('unreadableFolder', locale, { pattern: path ?? pattern });
  return say(id === 'allIgnored' ? 'allIgnored' : 'noMatch', locale, { pattern });
}
