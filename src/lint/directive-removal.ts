import type { Comment, Document } from '../document/document.js';
import { lineIndexAt, type Range } from '../document/range.js';

/**
 * What to delete so that a comment is gone and nothing else changes: the line where it stands alone on it, with the blank line
 * that would be one too many; else the comment with the blanks before it.
 * @returns null where the text around it would not stay what it is
 */
export function removalOf(comment: Comment, document: Document): Range | null {
  const lines = new Lines(document, comment);
  const { before, after } = lines;
  if (before.trim() === '' && after.trim() === '') {
    const removal = comment.type === 'yaml' ? lines.own : ofBlock(lines);
    const opensFrontMatter = removal.start === 0 && document.text.startsWith('---', removal.end);
    return opensFrontMatter ? null : removal;
  }
  if (comment.type === 'yaml') return { start: comment.range.start - blanksAtEnd(before), end: comment.range.end };
  return ofInline(lines);
}

/** What to delete so that a directive names one rule less. @param index of the rule among `names` */
export function removalOfName(names: readonly Range[], index: number): Range | null {
  const name = names[index];
  const [beside] = index > 0 ? [names[index - 1]] : [names[1]];
  if (!name || !beside) return null;
  // With the comma before it; the first one with the comma behind it.
  return index > 0 ? { start: beside.end, end: name.end } : { start: name.start, end: beside.start };
}

/** Where a comment stands among the lines. */
class Lines {
  readonly first: number;
  readonly last: number;

  constructor(
    private readonly document: Document,
    readonly comment: Comment,
  ) {
    this.first = lineIndexAt(document.lineStarts, comment.range.start);
    this.last = lineIndexAt(document.lineStarts, comment.range.end);
  }

  /** The lines of the comment, with the break that ends them. */
  get own(): Range {
    return { start: this.startOf(this.first), end: this.startOf(this.last + 1) };
  }

  get before(): string {
    return this.document.text.slice(this.startOf(this.first), this.comment.range.start);
  }

  get after(): string {
    return this.document.text.slice(this.comment.range.end, this.startOf(this.last + 1));
  }

  /** Whether nothing is written in a line of the body; null where there is no such line. */
  isBlank(line: number): boolean | null {
    const { frontMatter, lineStarts, text } = this.document;
    const start = this.startOf(line);
    if (line < 0 || line >= lineStarts.length || start >= text.length || start < frontMatter.range.end) return null;
    return text.slice(start, this.startOf(line + 1)).trim() === '';
  }

  startOf(line: number): number {
    return this.document.lineStarts[line] ?? this.document.text.length;
  }
}

/** An empty line has to stay where the comment keeps two lines of text apart, and one of two has to go with it. */
function ofBlock(lines: Lines): Range {
  const { own, first, last, after } = lines;
  const above = lines.isBlank(first - 1);
  const below = lines.isBlank(last + 1);
  if (above === false && below === false) return { start: own.start, end: own.end - lineEnd(after) };
  if (above === true && below !== false) return { start: lines.startOf(first - 1), end: own.end };
  if (above === null && below === true) return { start: own.start, end: lines.startOf(last + 2) };
  return own;
}

/** Marks that open something at the start of a line: quotes, lists, headings, tables, rules under headings. */
const ONLY_MARKS = /^[\s\x21-\x2f\d:;<=>?@[\\\]^_`{|}~]*$/;
const COMMENTS = /^\s*(?:<!--[^<>]*(?<=--)>\s*)+$/;
/** What is or may become a definition of a link. */
const DEFINITION = /^[\s>]*\[/;
const ASCII = /[\x21-\x7e]/;

function ofInline({ before, after, comment }: Lines): Range | null {
  // What shares its line with a comment that opens it is HTML, and would be Markdown without it.
  if (ONLY_MARKS.test(before)) return before.trim() === '' && COMMENTS.test(after) ? comment.range : null;
  if (DEFINITION.test(before)) return null;
  const blanks = blanksAtEnd(before);
  const last = before.at(-1 - blanks) ?? '';
  const next = after.trimStart()[0] ?? '';
  // What is not Chinese on both sides may be a tag or an address; a backslash at the end of a line means a break.
  if (next === '' ? last === '\\' : ASCII.test(last) && ASCII.test(next)) return null;
  // Of the blanks around it those behind stay, so that words stay apart; at the end of a line none do.
  const { start, end } = comment.range;
  if (next === '') return { start: start - blanks, end: end + after.length - lineEnd(after) };
  return { start: /^\s/.test(after) ? start - blanks : start, end };
}

function blanksAtEnd(text: string): number {
  return text.length - text.trimEnd().length;
}

/** Length of the line break that ends a text. */
function lineEnd(text: string): number {
  return text.length - text.replace(/(?<![\r\n])[\r\n]+$/, '').length;
}
