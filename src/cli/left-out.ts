import { sep } from 'node:path';
import type { FilesFound } from '../engine/find.js';
import type { FindProblem } from '../files/find.js';
import { isDocument } from '../files/formats.js';
import { withSlashes } from '../files/glob.js';
import type { Locale } from '../language/locale.js';
import { say } from './words.js';

/** Says what was asked for and is not there. */
export function sayProblem({ id, pattern, path }: FindProblem, locale: Locale): string {
  if (id === 'unreadableFolder') return say('unreadableFolder', locale, { pattern: path ?? pattern });
  if (id === 'allIgnored') return say('allIgnored', locale, { pattern });
  const meant = sep === '/' ? withSlashes(pattern) : undefined;
  if (meant !== undefined) return say('backslashes', locale, { pattern, meant });
  return say(id === 'notFound' ? 'noSuchPath' : 'noMatch', locale, { pattern });
}

/** Names of files that are listed in a note. */
const NAMED = 8;

/**
 * What the folders hold that was not checked, as one line; none where there is nothing to tell.
 * @param partly files of which something was not read
 */
export function uncheckedNote(
  { unchecked: { unread, others, aside, tracked } }: FilesFound,
  locale: Locale,
  shown: (path: string) => string,
  partly: readonly string[] = [],
): string[] {
  const listed = (word: 'unreadHere' | 'asideHere' | 'trackedHere' | 'partlyHere', paths: readonly string[]) => {
    if (paths.length === 0) return [];
    const files = paths.slice(0, NAMED).map(shown);
    const more = paths.length > NAMED ? say('andMore', locale) : '';
    return [say(word, locale, { count: paths.length, files, more })];
  };
  // Who saved a file anew needs not be told of the old one.
  const besides = aside.map(({ path }) => path).filter(isDocument);
  const parts = [
    ...listed('unreadHere', unread),
    ...listed('trackedHere', tracked),
    ...listed('asideHere', besides),
    ...listed('partlyHere', partly),
    ...(others > 0 ? [say('othersHere', locale, { count: others })] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(locale === 'en' ? '; ' : '；')];
}
