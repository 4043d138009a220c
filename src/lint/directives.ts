import type { Comment, Document } from '../document/document.js';
import { lineIndexAt, type Range } from '../document/range.js';
import { removalOf, removalOfName } from './directive-removal.js';

/** What directives can say, as it stands behind `jiedu-lint-`. */
export const VERBS = ['disable', 'enable', 'disable-next-line', 'disable-file'] as const;

/** A rule as a directive names it. */
export interface NamedRule {
  readonly id: string;
  readonly range: Range;
  /** What to delete so that the directive does not name it any more; null where it names no other. */
  readonly removal: Range | null;
}

/** A comment that speaks to the linter. Plain data, kept with a file's findings. */
export interface Directive {
  /** One of `VERBS`; another word where it is misspelt. */
  readonly verb: string;
  /** Empty for all rules. */
  readonly rules: readonly NamedRule[];
  /** Why, in the words of whoever wrote it; empty where they don't say. */
  readonly justification: string;
  readonly range: Range;
  /** What to delete so that it is gone; null where that would change the text around it. */
  readonly removal: Range | null;
  /** Findings that begin in it are meant. `disable` in the body reaches to the end of the text unless `enable` ends it. */
  readonly reach: Range;
}

/** The directives of a document, in the order of its text. */
export function directivesOf(document: Document): Directive[] {
  const nextLines = new Map<number, Range>();
  return document.comments.flatMap((comment) => directiveIn(comment, document, nextLines) ?? []);
}

const PREFIX = /^\s{0,9}jiedu-lint-([a-zA-Z]{1,20}(?:-[a-zA-Z]{1,20}){0,5})(?=$|[\s,，:：—]|--)/;
/** Two or more hyphens as in ESLint, or the dash of Chinese. Names of rules hold neither. */
const DASH = /-{2,}|—{1,2}/;
const NAME = /[^\s,，、:：]+/g;

/** @param nextLines the lines found so far that lines with comments have as their next */
function directiveIn(comment: Comment, document: Document, nextLines: Map<number, Range>): Directive | null {
  const prefix = PREFIX.exec(comment.text);
  if (!prefix) return null;
  const { range } = comment;
  const verb = prefix[1] as string;
  const said = comment.text.slice(prefix[0].length);
  const dash = DASH.exec(said);
  const at = range.start + (comment.type === 'html' ? '<!--' : '#').length + prefix[0].length;
  const names = [...said.slice(0, dash?.index).matchAll(NAME)].map(({ 0: id, index }) => ({
    id,
    range: { start: at + index, end: at + index + id.length },
  }));
  const places = names.map((name) => name.range);
  return {
    verb,
    rules: names.map((name, index) => ({ ...name, removal: removalOfName(places, index) })),
    justification: dash
      ? said
          .slice(dash.index + dash[0].length)
          .replace(/\s+/g, ' ')
          .trim()
      : '',
    range,
    removal: removalOf(comment, document),
    reach: reachOf(verb, comment, document, nextLines),
  };
}

function reachOf(verb: string, { type, range }: Comment, document: Document, nextLines: Map<number, Range>): Range {
  // What is about the end of the text begins behind its last character.
  const end = document.text.length + 1;
  switch (verb) {
    case 'disable-file':
      return { start: 0, end };
    case 'disable-next-line': {
      const line = lineIndexAt(document.lineStarts, range.end);
      const next = nextLines.get(line) ?? nextLine(document, line);
      nextLines.set(line, next);
      return next;
    }
    default:
      // Nothing can be written above the first key but the opening line, at which missing keys are reported.
      return type === 'yaml' ? document.frontMatter.range : { start: range.start, end };
  }
}

/** The next line that is not blank: Markdown likes blank lines around comments. */
function nextLine({ text, lineStarts }: Document, after: number): Range {
  let line = after + 1;
  const startOf = (index: number) => lineStarts[index] ?? text.length + 1;
  while (line < lineStarts.length - 1 && text.slice(startOf(line), startOf(line + 1)).trim() === '') line++;
  return { start: startOf(line), end: startOf(line + 1) };
}
