import type { Document, Section } from '../document/document.js';
import type { Range } from '../document/range.js';
import { CATALOGUE, ELEMENT_IDS, type ElementId } from './catalogue.js';
import { type Announcement, announcementsOf, type TitleLine, titleLines } from './headings.js';
import { type Reading, read } from './reading.js';
import { clauseAround, findHits, type Hit } from './signals.js';
import { Weighing } from './weighing.js';
import { scaleOf } from './weights.js';

export type { ElementId } from './catalogue.js';

/**
 * `section`: announced by a heading, label or question, with substance under it; `prose`: supplied by the text itself;
 * `nominal`: announced, but nothing under it (or 无, 略, 详见公告); `absent`: neither.
 */
export type Status = 'section' | 'prose' | 'nominal' | 'absent';

export interface ElementFinding {
  readonly status: Status;
  /** Where the words stand that decided; null where nothing was found. */
  readonly range: Range | null;
  /** Those words as a reader sees them: the heading for `section` and `nominal`, the clause for `prose`. */
  readonly evidence: string | null;
  /** The section that announces the element. */
  readonly section?: Section;
  /** The signal that decided: `heading`, `question`, `label`, or the id of a signal of the catalogue; `none` for `absent`. */
  readonly reason: string;
}

export type ElementFindings = Readonly<Record<ElementId, ElementFinding>>;

/** What stands against a `nominal` heading must be clearer than what would do without one. */
const MARGIN_AGAINST_NOMINAL = 2;

/** Two sections with more text than this are content even where no signal knows their words. */
const MIN_PART = 10;

/**
 * Decides for each of the 13 elements whether a document provides it, where, and on what evidence. Pure, synchronous,
 * linear in the text. Each element is looked for when it is first asked for: most runs ask for a few.
 */
export function detectElements(document: Document): ElementFindings {
  return new Detection(document) as unknown as ElementFindings;
}

/** Has a getter for each element: on the class, as objects with getters of their own are dear. */
class Detection {
  readonly #found = new Map<ElementId, ElementFinding>();
  #all: Announced | undefined;

  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  static {
    for (const id of ELEMENT_IDS) Object.defineProperty(Detection.prototype, id, { get: Detection.getter(id) });
  }

  private static getter(id: ElementId) {
    return function (this: Detection): ElementFinding {
      let finding = this.#found.get(id);
      if (!finding) {
        this.#all ??= announcedIn(this.#document);
        finding = findingOf(id, this.#all);
        this.#found.set(id, finding);
      }
      return finding;
    };
  }
}

/** What a document's headings announce. */
interface Announced {
  readonly reading: Reading;
  readonly titles: readonly TitleLine[];
  readonly of: Map<ElementId, readonly Announcement[]>;
}

function announcedIn(document: Document): Announced {
  const reading = read(document);
  return { reading, titles: titleLines(reading), of: new Map() };
}

function announcementsIn({ titles, of }: Announced, id: ElementId): readonly Announcement[] {
  let known = of.get(id);
  if (!known) {
    known = announcementsOf(titles, id);
    of.set(id, known);
  }
  return known;
}

/** The sections that announce no element. */
function unclaimedIn(all: Announced): TitleLine[] {
  const claimed = new Set(ELEMENT_IDS.flatMap((id) => announcementsIn(all, id).map(({ line }) => line)));
  return all.titles.filter(({ line, section }) => section && !claimed.has(line));
}

function findingOf(id: ElementId, all: Announced): ElementFinding {
  const { reading } = all;
  const announcements = announcementsIn(all, id);
  const best = bestOf(announcements.filter(({ substance }) => substance));
  if (best) return announcedBy(best, 'section', reading);
  const empty = announcements[0];
  const weighing = new Weighing(reading, scaleOf(id), announcements);
  const hit = weighing.exceeds(empty ? MARGIN_AGAINST_NOMINAL : 0) && weighing.strongest();
  if (hit) {
    const part =
      CATALOGUE[id].unclaimedSections && sectionWithHit(unclaimedIn(all), findHits(reading, id, announcements));
    return part ? announcedBy(part, 'section', reading) : suppliedBy(hit, reading);
  }
  if (empty) return announcedBy(empty, 'nominal', reading);
  const parts = CATALOGUE[id].unclaimedSections
    ? unclaimedIn(all).filter((title) => title.content().length > MIN_PART)
    : [];
  if (parts[0] && parts.length > 1) return announcedBy(parts[0], 'section', reading);
  return { status: 'absent', range: null, evidence: null, reason: 'none' };
}

/** The announcement a reader would name: the highest section, among equals the one that says little else. */
function bestOf(announcements: readonly Announcement[]): Announcement | undefined {
  return announcements.reduce<Announcement | undefined>((best, other) => {
    if (!best) return other;
    const depth = (other.section?.level ?? 9) - (best.section?.level ?? 9);
    const length = other.end - other.line.start - (best.end - best.line.start);
    return depth < 0 || (depth === 0 && length < 0) ? other : best;
  }, undefined);
}

/** The first of these sections in whose own text a signal fired. */
function sectionWithHit(titles: readonly TitleLine[], hits: readonly Hit[]): TitleLine | undefined {
  const withHits = new Set(hits.map(({ line }) => line.sentence.section));
  return titles.find(({ section }) => withHits.has(section));
}

function announcedBy(
  { line, end, by, section }: Pick<TitleLine, 'line' | 'end' | 'by' | 'section'>,
  status: Status,
  reading: Reading,
): ElementFinding {
  const { range, text } = section
    ? { range: section.titleRange, text: section.title }
    : reading.place(line.start, Math.max(end, line.start));
  return { status, range, evidence: text, reason: by, ...(section ? { section } : {}) };
}

function suppliedBy(hit: Hit, reading: Reading): ElementFinding {
  const clause = clauseAround(reading.text, hit.start, hit.end);
  const { range, text } = reading.place(clause.start, clause.end);
  return { status: 'prose', range, evidence: text, reason: hit.signal.id };
}
