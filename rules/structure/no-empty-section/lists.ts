import type { Document, Section } from '../../../src/document/document.js';

/** Sections of one parent, numbered in one style: how many there are, and how many have a text. */
interface Row {
  readonly style: string;
  total: number;
  filled: number;
}

/** The row that a numbered section stands in, and what it is when only a list has it so. */
interface Place {
  readonly row: Row;
  /** An item of a Markdown list. */
  readonly isItem: boolean;
  /** One of the papers that 附件： lists. */
  readonly isListed: boolean;
}

/** The places of the numbered sections among which there are empty ones. */
export function rowsOf({ sections, text }: Document, empty: ReadonlySet<Section>): ReadonlyMap<Section, Place> {
  const rows = new Map<Section | undefined, Map<string, Row>>();
  const places = new Map<Section, Place>();
  let before: Section | undefined;
  for (const section of sections) {
    const { numbering, parent, titleRange } = section;
    if (numbering) {
      const byStyle = rows.get(parent) ?? new Map<string, Row>();
      const row = byStyle.get(numbering.style) ?? { style: numbering.style, total: 0, filled: 0 };
      row.total++;
      if (!empty.has(section)) row.filled++;
      rows.set(parent, byStyle.set(numbering.style, row));
      const goesOn =
        before?.numbering?.style === numbering.style &&
        before.numbering.value === numbering.value - 1 &&
        places.get(before)?.isListed === true;
      const isListed = goesOn || LISTS_PAPERS.test(text.slice(Math.max(0, titleRange.start - 24), titleRange.start));
      places.set(section, { row, isItem: markerBefore(section, text) !== '', isListed });
    }
    before = section;
  }
  return places;
}

const LISTS_PAPERS = /附[件表录图][ 　]{0,2}[：:][\s　*]{0,16}$/;

/** Short numbered lines in a row (1.身份证 2.户口本) are a list; a heading stands beside headings that have a text. */
export function isInRow(section: Section, places: ReadonlyMap<Section, Place>): boolean {
  const place = places.get(section);
  if (!place) return false;
  const { row, isItem, isListed } = place;
  if (isListed) return true;
  if (section.style === 'bold') return row.filled === 0 && (isItem || row.style.startsWith('digit'));
  if (section.style !== 'numbered') return false;
  if (row.style === 'han' || row.style === 'chapter') return row.filled === 0;
  return isItem ? row.filled * 2 <= row.total : row.filled * 2 < row.total;
}

/** The mark of the Markdown list that a section's title is an item of; empty where it is none. */
export function markerBefore({ titleRange }: Section, text: string): string {
  return (
    /(?:^|(?<=[\r\n >]))(?:\d{1,9}[.)]|[-*+])[ \t]{1,4}(?:\*\*|__)?$/.exec(
      text.slice(Math.max(0, titleRange.start - 20), titleRange.start),
    )?.[0] ?? ''
  );
}

/** What sections that have a text are called: an empty one of the same name is a line of a table of contents. */
export function namesOf(sections: readonly Section[], empty: ReadonlySet<Section>): ReadonlySet<string> {
  return new Set(sections.filter((section) => !empty.has(section)).map(nameOf));
}

/** A title without blanks, and without the dots and the page behind it that a table of contents has. */
export function nameOf({ title, numbering }: Section): string {
  const text = title.replace(/[\s　]/g, '').replace(/[.…·]{2,200}\d{0,3}$|(?<=[㐀-鿿])\d{1,3}$/, '');
  return numbering && !text.startsWith(numbering.label.trim()) ? `${numbering.label.trim()}${text}` : text;
}
