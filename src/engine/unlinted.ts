import { resolve, sep } from 'node:path';
import { type FindProblem, UNREAD } from '../files/find.js';
import { withSlashes } from '../files/glob.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import { compare } from '../language/order.js';
import type { Finding } from '../lint/finding.js';
import { messagesOf, resultOf } from '../lint/messages.js';
import { ignoredWarning, readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import type { FilesFound } from './find.js';

/** What is to be told of a file that is not linted. */
export interface Told {
  readonly path: string;
  readonly finding: Finding;
}

/** What of the files that are not linted is told. */
export interface Telltale {
  readonly errorOnUnmatchedPattern: boolean;
  /** False where nothing is to be said of ignored files that were named. */
  readonly warnIgnored: boolean;
}

/**
 * What is to be told of files that were named and are not linted.
 * @returns of files; and what belongs to no file, where something asked for is not there
 */
export function unlinted(
  { problems, ignored, excluded, isAllIgnored, asked }: FilesFound,
  { errorOnUnmatchedPattern, warnIgnored }: Telltale,
  cwd: string,
): { readonly told: readonly Told[]; readonly failures: readonly FindProblem[] } {
  const unmatched = errorOnUnmatchedPattern ? problems : problems.filter(({ id }) => !UNMATCHED.has(id));
  const told = [...unmatched.flatMap((problem) => toldOf(problem, cwd)), ...ignored.map(toldIgnored)];
  const failures = unmatched.filter((problem) => toldOf(problem, cwd).length === 0);
  if (isAllIgnored && errorOnUnmatchedPattern)
    failures.push({ id: excluded.length > 0 ? 'allIgnored' : 'noMatch', pattern: asked.join(' ') });
  return { told: told.filter(({ finding }) => warnIgnored || finding.fatal), failures };
}

/** Patterns that lead to no file to lint. */
const UNMATCHED: ReadonlySet<FindProblem['id']> = new Set(['notFound', 'noMatch', 'allIgnored']);

/** A file named in full that is missing or ignored is told of by itself, so that every format shows it. */
function toldOf({ id, pattern, path = '' }: FindProblem, cwd: string): Told[] {
  if (UNREAD.has(id)) return [toldUnread(path, id)];
  if (id === 'ignored') return [toldIgnored(resolve(cwd, pattern))];
  const isNamed = pattern !== '' && !/[*?[{]/.test(pattern) && (sep !== '/' || withSlashes(pattern) === undefined);
  return id === 'notFound' && isNamed ? [toldUnread(resolve(cwd, pattern), id)] : [];
}

/** A file that is ignored although it was named. */
export function toldIgnored(path: string): Told {
  return { path: slashed(path), finding: ignoredWarning() };
}

function toldUnread(path: string, id: string, data = {}): Told {
  return { path: slashed(path), finding: readFailure({ id, data }) };
}

/** What was told, as results. */
export function resultsTold(told: readonly Told[], locale: Locale): FileResult[] {
  return told.map(({ path, finding }) => resultOf(path, messagesOf([finding], [0], locale)));
}

/** What was asked for and cannot be read, as results. */
export function unreadResults(problems: readonly FindProblem[], locale: Locale): FileResult[] {
  const told = problems.flatMap(({ id, path = '' }) => {
    if (id === 'unreadableFolder') return [toldUnread(path, 'unreadable', { code: 'EACCES' })];
    return UNREAD.has(id) ? [toldUnread(path, id)] : [];
  });
  return resultsTold(told, locale);
}

/** In the order of their paths. */
export function sorted(results: readonly FileResult[]): FileResult[] {
  return [...results].sort((a, b) => compare(a.filePath, b.filePath));
}
