import { countFirst } from './range.js';

/** What a text comes from that is no Markdown: a Word file, a saved page; `txt` is the file's own text, in which nobody writes front matter. */
export interface Origin {
  readonly format: 'docx' | 'html' | 'mhtml' | 'txt';
  /** Lines of headers and footers, which are not in the text. */
  readonly margins: readonly string[];
  /** Of a page: links around its text that lead to the policy explained, or to what explains it; `key` is the key that would name them. */
  readonly links?: readonly LinkAround[];
  /** Of a Word file, in order: the line and column of the text at which a paragraph begins, from 1, and the paragraph's number. */
  readonly paragraphs: readonly ParagraphStart[];
  /** What the file holds and the text does not. */
  readonly notRead?: readonly NotRead[];
}

/** Something that was left out of a text: of which kind, how often, and the beginnings of some. */
export interface NotRead {
  readonly id: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface LinkAround {
  readonly key: 'policy' | 'interpretations';
  /** Absolute, or relative where a file lies beside the page; `site:/a.html` for an address on a site that nobody knows. */
  readonly to: string;
  readonly text: string;
}

/** The origin of a text file without front matter; null of any other. */
export function plainOrigin(path: string, hasFrontMatter: boolean): Origin | null {
  return !hasFrontMatter && /\.txt$/i.test(path) ? { format: 'txt', margins: [], paragraphs: [] } : null;
}

/** Whether a text was made of its file on the way: people see neither its lines nor its columns. */
export function isConverted(format: Origin['format'] | null | undefined): boolean {
  return format != null && format !== 'txt';
}

export type ParagraphStart = readonly [line: number, column: number, paragraph: number];

/** The number of the paragraph that stands at a place of the text; undefined in what no paragraph of the file says. */
export function paragraphAt(paragraphs: readonly ParagraphStart[], line: number, column: number): number | undefined {
  const count = countFirst(paragraphs, (start) => start[0] < line || (start[0] === line && start[1] <= column));
  const before = paragraphs[count - 1];
  if (before?.[0] === line) return before[2];
  // Marks of Markdown may stand before the first of a line.
  const first = paragraphs[count];
  return first?.[0] === line ? first[2] : undefined;
}
