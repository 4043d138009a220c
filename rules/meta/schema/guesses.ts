import type { Document } from '../../../src/document/document.js';
import type { SchemaProblem } from '../../../src/document/schema-errors.js';
import type { Report } from '../../rule.js';

/** Tells of keys that were guessed: until somebody has looked at a value it neither fills its key nor is wrong. */
export function guessesIn({ frontMatter, guessed }: Document): Report[] {
  const entries = frontMatter.entries.filter(({ key }) => guessed.includes(key));
  const [first] = entries;
  if (!first) return [];
  const keys = entries.map(({ writtenKey }) => writtenKey).join('、');
  return [{ messageId: 'guessed', at: first.keyRange, data: { keys } }];
}

/** Whether a problem is about a guessed key. */
export function isGuessed({ path }: SchemaProblem, { guessed }: Document): boolean {
  return guessed.some((key) => key === path[0]);
}
