import type { Document, Section } from '../document/document.js';
import { numberLabel } from '../document/number-label.js';
import { ELEMENT_IDS, type ElementId } from '../elements/catalogue.js';
import type { ElementFindings } from '../elements/detect.js';
import { hanNumeral } from '../language/numerals.js';
import type { DraftSection } from '../lint/draft.js';
import type { Edit } from '../lint/fix.js';
import { eolOf, lineAt } from './edits.js';
import { topSections } from './outline.js';

/**
 * Puts a section that is missing where it belongs: behind the sections that come before it in the order of the catalogue, its heading
 * written and numbered as the document's own are; the numbers behind it move up.
 */
export function insertSection(document: Document, elements: ElementFindings, section: DraftSection): Edit[] {
  const eol = eolOf(document.text);
  const siblings = siblingsIn(document);
  const index = placeFor(section.id, siblings, elements);
  const before = siblings[index - 1];
  const after = siblings[index];
  const model = before ?? after;
  const block = model
    ? headedLike(model, document, section, numberFor(before, after), eol)
    : `## ${numberLabel('han', 1)}${section.title}${eol}${eol}${section.hint}`;
  if (!after) return [appended(block, document.text, eol)];
  const start = lineAt(document, after.titleRange.start).start;
  const apart = blankBefore(document.text, start) ? '' : eol;
  return [
    { start, end: start, text: `${apart}${block}${eol}${eol}` },
    ...renumbered(siblings.slice(index), before, document),
  ];
}

/** The sections of the highest level that there are several of. */
function siblingsIn(document: Document): readonly Section[] {
  let siblings: readonly Section[] = topSections(document.sections).filter((section) => isHeading(section, document));
  while (siblings.length === 1) {
    const below = siblings[0]?.children.filter((section) => isHeading(section, document)) ?? [];
    if (below.length < 2) break;
    siblings = below;
  }
  return siblings;
}

/** Whether a section has a heading to be written like: neither an item of a list, nor words that lead a sentence. */
function isHeading({ style, numbering, titleRange }: Section, document: Document): boolean {
  const line = lineAt(document, titleRange.start);
  if (/^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/.test(document.text.slice(line.start, titleRange.start))) return false;
  return style !== 'run-in' || numbering !== undefined;
}

/** The index among its siblings at which the section goes in. */
function placeFor(id: string, siblings: readonly Section[], elements: ElementFindings): number {
  const at = ELEMENT_IDS.indexOf(id as ElementId);
  if (at < 0) return siblings.length;
  const indexOf = (other: ElementId) => {
    const { section } = elements[other];
    return section ? siblings.findIndex((sibling) => holds(sibling, section)) : -1;
  };
  const behind = Math.max(-1, ...ELEMENT_IDS.slice(0, at).map(indexOf));
  if (behind >= 0) return behind + 1;
  const next = ELEMENT_IDS.slice(at + 1)
    .map(indexOf)
    .filter((index) => index >= 0);
  return next.length > 0 ? Math.min(...next) : siblings.length;
}

function holds(section: Section, inner: Section): boolean {
  for (let at: Section | undefined = inner; at; at = at.parent) if (at === section) return true;
  return false;
}

function numberFor(before: Section | undefined, after: Section | undefined): number {
  if (before?.numbering) return before.numbering.value + 1;
  return after?.numbering?.value ?? 1;
}

/** A heading with the marks and the numbering of another one, and the hint below it. */
function headedLike(
  model: Section,
  document: Document,
  { title, hint }: DraftSection,
  value: number,
  eol: string,
): string {
  const { text } = document;
  const line = lineAt(document, model.titleRange.start);
  const before = text.slice(line.start, model.titleRange.start);
  const behind = model.titleRange.end <= line.end ? text.slice(model.titleRange.end, line.end) : '';
  const label = model.numbering ? labelled(model.numbering.label, model.numbering, value) : '';
  const apart = eol + eol;
  switch (model.style) {
    case 'run-in':
      return `${before}${label}${title}。${hint}`;
    case 'bracket':
      return `${before}${label}【${title}】${apart}${hint}`;
    case 'question': {
      const asks = /^\s*(?:问|Q)\s*[：:]/.test(text.slice(line.start, line.end).replace(/[*_#]/g, ''));
      return asks && !label
        ? `${before}问：${title}是什么？${markBehind(behind)}${apart}答：${hint}`
        : `${before}${label}${title}${markBehind(behind)}${apart}${hint}`;
    }
    case 'setext': {
      const underline = lineAt(document, line.end + 2);
      const mark = text.slice(underline.start, underline.end).trim().startsWith('=') ? '=' : '-';
      return `${before}${label}${title}${eol}${mark.repeat(6)}${apart}${hint}`;
    }
    default:
      return `${before}${label}${title}${markBehind(behind)}${apart}${hint}`;
  }
}

/** What closes the mark-up of a heading: `**`, ` ##`. */
function markBehind(behind: string): string {
  return /^[\s*_#]*$/.test(behind) ? behind.trimEnd() : '';
}

/** A label with another number, else as it is written. */
function labelled(label: string, { style, value }: NonNullable<Section['numbering']>, next: number): string {
  const written = [hanNumeral(value), String(value)].find((numeral) => numeral !== '' && label.includes(numeral));
  if (style === 'circled' || written === undefined || /[()]/.test(label)) return numberLabel(style, next);
  return label.replace(written, written === String(value) ? String(next) : hanNumeral(next));
}

/** Moves the numbers up of the sections that count on. */
function renumbered(sections: readonly Section[], before: Section | undefined, { text }: Document): Edit[] {
  const edits: Edit[] = [];
  let last = before?.numbering?.value ?? (sections[0]?.numbering?.value ?? 1) - 1;
  for (const { numbering, titleRange } of sections) {
    if (!numbering || numbering.value !== last + 1) break;
    last = numbering.value;
    const at = text.indexOf(numbering.label.trimEnd(), titleRange.start);
    if (at < 0 || at > titleRange.end) break;
    const label = numbering.label.trimEnd();
    const next = labelled(label, numbering, numbering.value + 1);
    edits.push({ start: at, end: at + label.length, text: next });
  }
  return edits;
}

function appended(block: string, text: string, eol: string): Edit {
  const end = text.trimEnd().length;
  const apart = end === 0 ? '' : eol + eol;
  return { start: end, end: text.length, text: `${apart}${block}${eol}` };
}

function blankBefore(text: string, start: number): boolean {
  return (
    /(?:^|(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n))[ \t]{0,200}$/.test(text.slice(Math.max(0, start - 200), start)) ||
    start === 0
  );
}
