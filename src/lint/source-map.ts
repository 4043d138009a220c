import type { Document } from '../document/document.js';
import { isConverted, type ParagraphStart, paragraphAt } from '../document/origin.js';
import { placeOf } from '../document/range.js';
import { withoutPersonalData } from '../language/personal-data.js';
import type { Message } from './result.js';

/** Where the lines of a converted text come from, so that a person finds them in the Word file or the page. Plain data. */
export interface SourceMap {
  readonly paragraphs: readonly ParagraphStart[];
  /** Sections in the order of the text: the line of their titles, and these. */
  readonly headings: ReadonlyArray<readonly [line: number, title: string]>;
  /** What was left out of the text: how often, by kind. */
  readonly notRead: Readonly<Record<string, number>>;
}

/** Of a title of a section. */
const LONGEST = 30;

export function sourceMapOf({ origin, sections, lineStarts }: Document): SourceMap | undefined {
  if (!origin || !isConverted(origin.format)) return undefined;
  return {
    paragraphs: origin.paragraphs,
    notRead: Object.fromEntries((origin.notRead ?? []).map(({ id, count }) => [id, count])),
    headings: sections.map(({ title, titleRange }) => {
      const said = withoutPersonalData(title.replace(/\s+/g, ' '));
      return [placeOf(lineStarts, titleRange).line, said.length > LONGEST ? `${said.slice(0, LONGEST)}……` : said];
    }),
  };
}

/** A message with its place in the Word file or page that the text was made of. */
export function inSource(message: Message, { paragraphs, headings }: SourceMap): Message {
  const { line, column, parts } = message;
  const paragraph = paragraphAt(paragraphs, line, column);
  const section = headings.findLast(([start]) => start <= line)?.[1];
  return {
    ...message,
    ...(paragraph === undefined ? {} : { paragraph }),
    parts: {
      ...parts,
      source: { ...parts.source, ...(paragraph === undefined ? {} : { paragraph }), ...(section && { section }) },
    },
  };
}
