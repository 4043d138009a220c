import type { Comment } from './document.js';
import type { FrontMatterEntry } from './front-matter.js';

/** How `import` marks a value that it guessed; whoever checks it deletes the mark. */
const GUESSED = /^[ \t]*(?:推测[：:]|guessed from )/;

/** Keys whose values bear the mark of a guess. */
export function guessedKeys(
  text: string,
  entries: readonly FrontMatterEntry[],
  comments: readonly Comment[],
): readonly string[] {
  const marks = comments.filter((comment) => comment.type === 'yaml' && GUESSED.test(comment.text));
  if (marks.length === 0) return [];
  return entries.flatMap(({ key, keyRange, node }) => {
    const isMarked = marks.some(
      ({ range }) => node.range.end <= range.start && !/[\r\n]/.test(text.slice(keyRange.start, range.start)),
    );
    return isMarked ? [key] : [];
  });
}
