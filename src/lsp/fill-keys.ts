import { rules } from '../../rules/index.js';
import type { Document } from '../document/document.js';
import { KEYS, type Key, requiredKeys } from '../document/vocabulary.js';
import { keyLines, keysOfRule } from '../lint/draft.js';
import type { Edit } from '../lint/fix.js';
import type { Message } from '../lint/result.js';
import type { Checked } from './checker.js';
import { eolOf, lineAt } from './edits.js';
import { namingIn } from './front-matter-place.js';

/** The keys whose lack a finding may be about, and that the front matter does not have. */
export function keysMissing({ ruleId, messageId, parts }: Message, document: Document): Key[] {
  const { frontMatter, kind } = document;
  if (ruleId === null || frontMatter.status === 'broken') return [];
  const about = typeof parts.data.key === 'string' ? [parts.data.key] : [];
  const wanted =
    ruleId === 'meta/schema'
      ? messageId === 'missingKey'
        ? requiredKeys(kind)
        : []
      : kind
        ? [...about, ...rules.filter(({ id }) => id === ruleId).flatMap((rule) => keysOfRule(rule, kind))]
        : [];
  return absentOf(wanted, document);
}

/** Those of some keys that a document of its kind may have and does not. */
export function absentOf(wanted: readonly string[], { frontMatter, kind }: Document): Key[] {
  const written = new Set(frontMatter.entries.map(({ key }) => key));
  return KEYS.filter(
    ({ key, kinds }) => wanted.includes(key) && !written.has(key) && (!kinds || !kind || kinds.includes(kind)),
  );
}

/** Adds keys at the end of the front matter, each with a place for its value; makes one where there is none. */
export function fillKeys(
  keys: readonly Key[],
  document: Document,
  { config, rules, locale }: Pick<Checked, 'config' | 'rules' | 'locale'>,
): Edit[] {
  const { frontMatter, text, kind } = document;
  const eol = eolOf(text);
  const context = {
    kind,
    ...{ config, rules, locale },
    naming: namingIn(text.slice(0, frontMatter.range.end).split(/\r\n|\r|\n/), locale),
  };
  const lines = keys.flatMap((key) => keyLines(key, context));
  if (frontMatter.status === 'none') return [{ start: 0, end: 0, text: ['---', ...lines, '---', '', ''].join(eol) }];
  const closing = lineAt(document, Math.max(0, frontMatter.range.end - 1));
  return [{ start: closing.start, end: closing.start, text: lines.map((line) => line + eol).join('') }];
}
