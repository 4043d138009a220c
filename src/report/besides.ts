import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import type { LeftOut, ReportContext } from './report.js';
import { words } from './words.js';

/** What the sum of a run does not hold, as sentences: findings that do not count or are not listed, files that were not checked. */
export function besides(results: readonly FileResult[], { locale, leftOut }: ReportContext): string[] {
  const say = words[locale];
  const by = { directive: 0, file: 0 };
  let unlisted = 0;
  for (const { messages, suppressedMessages } of results) {
    for (const { suppressions } of suppressedMessages) by[suppressions?.[0]?.kind ?? 'directive']++;
    for (const { ruleId, parts } of messages)
      if (ruleId === null && typeof parts.data.rest === 'number') unlisted += parts.data.rest;
  }
  return [
    ...(unlisted > 0 ? [say.unlisted(unlisted)] : []),
    ...(by.directive + by.file > 0 ? [say.suppressed(by)] : []),
    ...notChecked(leftOut, locale),
  ];
}

/** The files that were found and not checked, as sentences. */
export function notChecked(leftOut: LeftOut | undefined, locale: Locale): string[] {
  const { foreign = 0, taken = 0, notes = [] } = leftOut ?? {};
  const say = words[locale];
  return [...(foreign > 0 ? [say.foreign(foreign)] : []), ...(taken > 0 ? [say.taken(taken)] : []), ...notes];
}
