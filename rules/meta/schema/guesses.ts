import type { Document } from '../../../src/document/document.js';
import type { Report } from '../../rule.js';

/** Tells of keys that were guessed: until somebody has looked at a value it neither fills its key nor is wrong. */
export function guessesIn({ frontMatter, guessed }: Document): Report[] {
  const entries = frontMatter.entries.filter(({ key }) => guessed.includes(key));
  const [first] = entries;
  if (!first) return [];
  const keys = entries.map(({ writtenKey }) => writtenKey).join('、');
  return [{ messageId: 'guessed', at: first.keyRange, data: { keys } }];
}
