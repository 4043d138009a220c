import type { Origin, ParagraphStart } from '../document/origin.js';
import type { Localized } from '../language/locale.js';
import { importedText } from './front-matter-text.js';
import type { Imported, NotImported } from './import.js';
import { type FailureId, failureParts, LOST } from './words.js';

/** A Word file or a page as it is checked: front matter of what was guessed, the text, and where it comes from. */
export interface Converted {
  readonly text: string;
  readonly encoding: 'utf-8';
  /** Of the text, in bytes: the file may be large for its pictures. */
  readonly bytes: number;
  readonly origin: Origin;
}

/** Why a file cannot be checked. */
export interface NotConverted {
  readonly id: 'notConverted';
  readonly data: { readonly why: Localized; readonly todo: Localized };
}

/** What linting reads of a conversion. Pure. */
export function asRead(
  imported: Imported | NotImported | { readonly failure: FailureId | 'tooSlow'; readonly data: NotImported['data'] },
): Converted | NotConverted {
  if ('failure' in imported) return { id: 'notConverted', data: failureParts(imported.failure, imported.data) };
  const { format, margins, links, body, guesses, notes } = imported;
  const notRead = notes.filter(({ id }) => LOST.has(id));
  const text = importedText(imported, guesses, 'zh-CN');
  const above = text.slice(0, text.length - body.length).split('\n').length - 1;
  const bytes = new TextEncoder().encode(text).length;
  return {
    text,
    encoding: 'utf-8',
    bytes,
    origin: { format, margins, links, paragraphs: startsOf(imported, above), notRead },
  };
}

/** Paragraphs with the places where they begin: those of a row of a table one behind the other. */
function startsOf(
  { body, places, paragraphs }: Pick<Imported, 'body' | 'places' | 'paragraphs'>,
  above: number,
): ParagraphStart[] {
  const lines = body.split('\n');
  let current = 0;
  let from = 0;
  return places.flatMap(({ line, paragraph }): ParagraphStart[] => {
    if (line !== current) from = 0;
    current = line;
    const begin = (paragraphs.get(paragraph) ?? '').trim().slice(0, BEGIN);
    if (begin === '') return [];
    const found = (lines[line - 1] ?? '').indexOf(begin, from);
    const at = found < 0 ? from : found;
    from = found < 0 ? from : found + begin.length;
    return [[line + above, at + 1, paragraph]];
  });
}

/** So much of a paragraph's text tells it from the others of its row; further on there may be marks of Markdown. */
const BEGIN = 4;
