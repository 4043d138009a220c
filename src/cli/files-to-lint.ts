import { resolve } from 'node:path';
import { type FindProblem, findFiles } from '../files/find.js';
import type { OnTouch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import type { Finding } from '../lint/finding.js';
import { messagesOf, resultOf } from '../lint/messages.js';
import { ignoredWarning, readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import { type Io, UserError } from './io.js';
import type { Session } from './session.js';
import { say } from './words.js';

export interface FindFlags {
  readonly ignore: boolean;
  readonly ignorePattern?: readonly string[];
  readonly errorOnUnmatchedPattern: boolean;
  /** False where nothing is to be said of ignored files that were named. */
  readonly warnIgnored: boolean;
}

/** What is to be told of a file that is not linted. */
export interface Told {
  readonly path: string;
  readonly finding: Finding;
}

/** What patterns lead to. */
export interface FilesToLint {
  /** Absolute, with `/`, sorted. */
  readonly paths: readonly string[];
  /** What is to be told of files that were named and are not linted. */
  readonly told: readonly Told[];
  /** True where something asked for is not there, which has been said. */
  readonly failed: boolean;
  /** Absolute, where one folder was asked for and nothing else. */
  readonly folder?: string;
}

/**
 * The files that patterns mean (the config's paths, or the working folder, where there are none), their configs read.
 * @param written files that the run will write
 * @param onTouch told of the folders and configs
 */
export async function filesToLint(
  patterns: readonly string[],
  flags: FindFlags,
  written: readonly string[],
  session: Session,
  io: Io,
  onTouch?: OnTouch,
): Promise<FilesToLint> {
  const asked = patterns.length > 0 ? patterns : await session.defaultPatterns();
  const { files, folders, problems } = await findFiles(asked, {
    cwd: io.cwd,
    ignore: flags.ignore,
    ignorePatterns: flags.ignorePattern ?? [],
  });
  await session.prepare(files.length > 0 ? files : [resolve(io.cwd, 'x')]);
  if (onTouch) for (const path of [...folders, ...session.filesRead]) onTouch(path);
  const named = new Set(asked.map((pattern) => resolve(io.cwd, pattern)));
  const excluded = (path: string) => flags.ignore && session.ignoredBy(path) !== undefined;
  const reports = new Set(written.map((file) => resolve(io.cwd, file)));
  const both = [...named].find((path) => reports.has(path));
  if (both !== undefined) throw new UserError(say('reportOverInput', session.locale, { file: both }));
  // A report that an earlier run left is no document.
  const paths = files.filter((path) => !excluded(path) && !reports.has(path));
  const ignored = files.filter((path) => excluded(path) && named.has(path));
  const unmatched = flags.errorOnUnmatchedPattern ? problems : problems.filter(({ id }) => !UNMATCHED.has(id));
  const told = [
    ...unmatched.flatMap((problem) => toldOf(problem, io)),
    ...ignored.map((path) => ({ path: slashed(path), finding: ignoredWarning() })),
  ].filter(({ finding }) => flags.warnIgnored || finding.fatal);
  const failures = unmatched.filter((problem) => toldOf(problem, io).length === 0);
  if (files.length > 0 && paths.length === 0 && ignored.length === 0 && flags.errorOnUnmatchedPattern) {
    failures.push({ id: 'allIgnored', pattern: asked.join(' ') });
  }
  for (const problem of failures) io.err(`${sayProblem(problem, session.locale)}\n`);
  const [folder] = named;
  const isFolder = named.size === 1 && folder !== undefined && folders.includes(folder);
  return { paths: paths.map(slashed), told, failed: failures.length > 0, ...(isFolder && { folder }) };
}

/** Patterns that lead to no file to lint. */
const UNMATCHED: ReadonlySet<FindProblem['id']> = new Set(['notFound', 'noMatch', 'allIgnored']);

/** What was told, as results. */
export function resultsTold(told: readonly Told[], locale: Locale): FileResult[] {
  return told.map(({ path, finding }) => resultOf(path, messagesOf([finding], [0], locale)));
}

/** A file named in full that is missing or ignored is said on the file itself, so that every format shows it. */
function toldOf({ id, pattern, path: linked = '' }: FindProblem, io: Io): Told[] {
  const unread = (path: string) => [{ path: slashed(path), finding: readFailure({ id, data: {} }) }];
  if (id === 'leadsOut' || id === 'misnamed') return unread(linked);
  const path = resolve(io.cwd, pattern);
  if (id === 'ignored') return [{ path: slashed(path), finding: ignoredWarning() }];
  return id !== 'notFound' || isGlob(pattern) || pattern === '' ? [] : unread(path);
}

function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

function sayProblem({ id, pattern, path }: FindProblem, locale: Locale): string {
  if (id === 'notFound') return say('noSuchPath', locale, { pattern });
  if (id === 'unreadableFolder') return say('unreadableFolder', locale, { pattern: path ?? pattern });
  return say(id === 'allIgnored' ? 'allIgnored' : 'noMatch', locale, { pattern });
}
