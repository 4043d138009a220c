import { resolve } from 'node:path';
import type { FilesFound } from '../engine/find.js';
import { type FindProblem, UNREAD } from '../files/find.js';
import { isDocument } from '../files/formats.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import type { Finding } from '../lint/finding.js';
import { messagesOf, resultOf } from '../lint/messages.js';
import { ignoredWarning, readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import type { Io } from './io.js';
import { say } from './words.js';

export interface LeftOutFlags {
  readonly errorOnUnmatchedPattern: boolean;
  /** False where nothing is to be said of ignored files that were named. */
  readonly warnIgnored: boolean;
}

/** What is to be told of a file that is not linted. */
export interface Told {
  readonly path: string;
  readonly finding: Finding;
}

/**
 * What is to be told of files that were named and are not linted. What belongs to no file is said on standard error.
 * @returns besides, whether something asked for is not there, which has been said
 */
export function unlinted(
  { problems, ignored, isAllIgnored, asked }: FilesFound,
  { errorOnUnmatchedPattern, warnIgnored }: LeftOutFlags,
  locale: Locale,
  io: Io,
): { readonly told: readonly Told[]; readonly failed: boolean } {
  const unmatched = errorOnUnmatchedPattern ? problems : problems.filter(({ id }) => !UNMATCHED.has(id));
  const told = [
    ...unmatched.flatMap((problem) => toldOf(problem, io)),
    ...ignored.map((path) => ({ path, finding: ignoredWarning() })),
  ].filter(({ finding }) => warnIgnored || finding.fatal);
  const failures = unmatched.filter((problem) => toldOf(problem, io).length === 0);
  if (isAllIgnored && errorOnUnmatchedPattern) failures.push({ id: 'allIgnored', pattern: asked.join(' ') });
  for (const problem of failures) io.err(`${sayProblem(problem, locale)}\n`);
  return { told, failed: failures.length > 0 };
}

/** Patterns that lead to no file to lint. */
const UNMATCHED: ReadonlySet<FindProblem['id']> = new Set(['notFound', 'noMatch', 'allIgnored']);

/** What was told, as results. */
export function resultsTold(told: readonly Told[], locale: Locale): FileResult[] {
  return told.map(({ path, finding }) => resultOf(path, messagesOf([finding], [0], locale)));
}

/** What was asked for and cannot be read, as results. */
export function unreadResults(problems: readonly FindProblem[], locale: Locale): FileResult[] {
  const told = problems.flatMap(({ id, path = '' }): Told[] => {
    if (id === 'unreadableFolder')
      return [{ path: slashed(path), finding: readFailure({ id: 'unreadable', data: { code: 'EACCES' } }) }];
    return UNREAD.has(id) ? [{ path: slashed(path), finding: readFailure({ id, data: {} }) }] : [];
  });
  return resultsTold(told, locale);
}

/** A file named in full that is missing or ignored is said on the file itself, so that every format shows it. */
function toldOf({ id, pattern, path: linked = '' }: FindProblem, io: Io): Told[] {
  const unread = (path: string) => [{ path: slashed(path), finding: readFailure({ id, data: {} }) }];
  if (UNREAD.has(id)) return unread(linked);
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

/** Names of files that are listed in a note. */
const NAMED = 8;

/** What the folders hold that was not checked, as one line; none where there is nothing to tell. */
export function uncheckedNote(
  { unchecked: { unread, others, aside } }: FilesFound,
  locale: Locale,
  shown: (path: string) => string,
): string[] {
  const listed = (word: 'unreadHere' | 'asideHere', paths: readonly string[]) => {
    if (paths.length === 0) return [];
    const files = paths.slice(0, NAMED).map(shown);
    const more = paths.length > NAMED ? say('andMore', locale) : '';
    return [say(word, locale, { count: paths.length, files, more })];
  };
  const parts = [
    ...listed('unreadHere', unread),
    ...listed(
      'asideHere',
      // Who saved a file anew needs not be told of the old one.
      aside.map(({ path }) => path).filter(isDocument),
    ),
    ...(others > 0 ? [say('othersHere', locale, { count: others })] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(locale === 'en' ? '; ' : '；')];
}
