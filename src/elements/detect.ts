import type { Document, Section, Sentence } from '../document/document.js';
import type { MappedText } from '../document/mapped-text.js';
import type { Range } from '../document/range.js';
import { ELEMENT_IDS, type ElementId, PLAIN_HEADINGS } from './catalogue.js';
import type { Scores, WeighedWords } from './classifier.js';
import { confidenceOf, mostOf, PROVIDED, signsOf } from './decision.js';
import { classifier, MODEL } from './model.js';
import { type Line, type Reading, read } from './reading.js';

export type { ElementId } from './catalogue.js';

/**
 * `section`: announced by a heading, label or question, and supplied; `prose`: supplied without an announcement;
 * `nominal`: announced, but not supplied (or 无, 略, 详见公告); `absent`: neither.
 */
export type Status = 'section' | 'prose' | 'nominal' | 'absent';

export interface ElementFinding {
  readonly status: Status;
  /** From 0 to 1, that the document provides the element; `SURE` and `PROVIDED` part it. */
  readonly confidence: number;
  /** Where the words stand that decided; null where nothing was found. */
  readonly range: Range | null;
  /** Those words as a reader sees them: the heading for `section` and `nominal`, the clause for `prose`. */
  readonly evidence: string | null;
  /** The section that announces the element. */
  readonly section?: Section;
  /** What decided: the `heading`, `question`, `label` or `table` that announces it, a `clause` that supplies it, or `none`. */
  readonly reason: 'heading' | 'question' | 'label' | 'table' | 'clause' | 'none';
  /** The clause that comes nearest to supplying the element, or supplies it best; null where a document has no text. */
  readonly clause: { readonly range: Range; readonly text: string } | null;
}

export type ElementFindings = Readonly<Record<ElementId, ElementFinding>>;

/**
 * Decides for each of the 13 elements whether a document provides it, where, and on what evidence. Pure, synchronous,
 * linear in the text. The text is classified when the first element is asked for, the evidence sought with each.
 */
export function detectElements(document: Document): ElementFindings {
  return new Detection(document) as unknown as ElementFindings;
}

/** A document's scores by the shipped model, each document's made once. */
export function scoresOf(document: Document): Scores {
  if (last?.document !== document) last = { document, scores: classifier().classify(read(document).lines) };
  return last.scores;
}

let last: { readonly document: Document; readonly scores: Scores } | undefined;

/** The first of an element's signs (`signsOf`): what the line that says most for it counts. */
export function mostSaidFor(id: ElementId, document: Document): number {
  return mostOf(scoresOf(document).substance(ELEMENT_IDS.indexOf(id)));
}

/** Has a getter for each element: on the class, as objects with getters of their own are dear. */
class Detection {
  readonly #found = new Map<ElementId, ElementFinding>();
  readonly #document: Document;
  #scores: Scores | undefined;

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
        this.#scores ??= scoresOf(this.#document);
        finding = findingOf(id, read(this.#document), this.#scores);
        this.#found.set(id, finding);
      }
      return finding;
    };
  }
}

function findingOf(id: ElementId, reading: Reading, scores: Scores): ElementFinding {
  const element = ELEMENT_IDS.indexOf(id);
  const model = MODEL.decisions[id];
  const announced = announcingLines(reading.lines, scores, id);
  const isEmpty = announced.length > 0 && announced.every(({ index }) => announcesNothing(reading.lines, index));
  const said = confidenceOf(model, signsOf(scores, element));
  const confidence = !isEmpty ? said : said * (said < PROVIDED ? EMPTY : ELSEWHERE);
  const [announcing] = announced;
  const [supplied, missing] = announcing ? (['section', 'nominal'] as const) : (['prose', 'absent'] as const);
  const status = confidence >= PROVIDED ? supplied : missing;
  const place = announcing ? placeOf(announcing.line) : null;
  return new Found(status, confidence, place, () => bestClause(reading, scores, element));
}

type Clause = ElementFinding['clause'];

type Place = Required<Pick<ElementFinding, 'range' | 'evidence' | 'reason'>> & Pick<ElementFinding, 'section'>;

/** What was found of an element. Its clause is sought when it is asked for: most findings are never shown. */
class Found implements ElementFinding {
  readonly section?: Section;
  private sought: { readonly clause: Clause } | undefined;

  /** @param announced where it is announced; null where it is not */
  constructor(
    readonly status: Status,
    readonly confidence: number,
    private readonly announced: Place | null,
    private readonly seek: () => Clause,
  ) {
    if (announced?.section) this.section = announced.section;
  }

  get clause(): Clause {
    this.sought ??= { clause: this.seek() };
    return this.sought.clause;
  }

  get range(): Range | null {
    return this.announced ? this.announced.range : (this.supplying?.range ?? null);
  }

  get evidence(): string | null {
    return this.announced ? this.announced.evidence : (this.supplying?.text ?? null);
  }

  get reason(): ElementFinding['reason'] {
    return this.announced?.reason ?? (this.status === 'prose' ? 'clause' : 'none');
  }

  private get supplying(): Clause {
    return this.status === 'prose' ? this.clause : null;
  }
}

/** What counts of a confidence where each announcement of the element has nothing or a filler under it. */
const EMPTY = 0.3;
/** The same where other parts seem to say it: whoever looks where it is announced finds nothing. */
const ELSEWHERE = 0.49;

/** A line that announces an element, and where among the lines it stands. */
interface Announcement {
  readonly line: Line;
  readonly index: number;
  readonly score: number;
}

/** The announcements of an element, first the one a reader would name: the highest section, then a question, then a label; of equals the clearest. */
function announcingLines(lines: readonly Line[], scores: Scores, id: ElementId): Announcement[] {
  const { announced } = MODEL.decisions[id];
  const announcement = scores.announcement(ELEMENT_IDS.indexOf(id));
  const found: Announcement[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.announcing === null) continue;
    const score = announcement[index] as number;
    if (score >= announced || PLAIN_HEADINGS[id].includes(plain(line.announcing))) found.push({ line, index, score });
  }
  return found.sort((a, b) => rankOf(a.line) - rankOf(b.line) || b.score - a.score);
}

/** Without the marks around a heading. */
function plain(announcing: string): string {
  return announcing.replace(/[【】。：？]/g, '');
}

/** True where a label or row is a filler, and where all under a heading or question is. */
function announcesNothing(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  const { heading, section } = line.sentences[0] as Sentence;
  if (!heading || !section) return line.filler;
  // Only the lines of the section are looked at: a text may have as many headings as lines.
  for (let at = index + 1; at < lines.length; at++) {
    const { sentences, filler, kind } = lines[at] as Line;
    const [first] = sentences;
    if (!first) continue;
    if (first.range.start >= section.range.end) break;
    if (!first.heading && !filler && kind !== 'head-row') return false;
  }
  return true;
}

/** Deeper than any section. */
const QUESTION = 100;

function rankOf({ kind, sentences }: Line): number {
  const { heading, section } = sentences[0] as Sentence;
  if (heading && section) return section.level;
  return kind === 'question' ? QUESTION : QUESTION + 1;
}

function placeOf({ sentences, kind }: Line): Place {
  const { heading, section, text, mapped } = sentences[0] as Sentence;
  if (heading && section) {
    const reason = section.style === 'question' ? 'question' : 'heading';
    return { range: section.titleRange, evidence: section.title, section, reason };
  }
  const reason = kind === 'row' || kind === 'head-row' ? 'table' : kind === 'question' ? 'question' : 'label';
  const end = kind === 'label' ? text.search(/[：:]/) + 1 : text.length;
  return { range: mapped.rangeOf(0, end), evidence: text.slice(0, end), reason };
}

/** The line that says most for an element; a question says nothing. */
function bestLine({ lines }: Reading, scores: Scores, element: number): Line | undefined {
  const substance = scores.substance(element);
  let best: Line | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    const score = substance[i] as number;
    if (score <= most || line.kind === 'question') continue;
    most = score;
    best = line;
  }
  return best;
}

/** Of that line the clause that says most. */
function bestClause(reading: Reading, scores: Scores, element: number): Clause {
  const line = bestLine(reading, scores, element);
  if (!line) return null;
  const clauses = line.sentences.flatMap(({ mapped }) => clausesIn(mapped));
  const alone = clauses.map(({ text }) => ({ ...line, text: reading.classed(text), announcing: null }));
  const said = alone.map((clause) => classifier().classify([clause]).substance(element)[0] as number);
  const best = clauses[said.indexOf(Math.max(...said))];
  return best ? { range: best.range, text: best.text } : null;
}

/** The words of the line that says most for an element which count most, for it or against, by what they weigh. */
export function wordsBehind(document: Document, id: ElementId): readonly WeighedWords[] {
  const element = ELEMENT_IDS.indexOf(id);
  const line = bestLine(read(document), scoresOf(document), element);
  return line ? classifier().explain(line, element) : [];
}

/** Most clauses of a sentence that are looked at: keeps detection linear in long sentences. */
const MAX_CLAUSES = 24;

/** The clauses of a sentence; one without a subject (是指…) with the clause before it. */
function clausesIn(mapped: MappedText): MappedText[] {
  const { text } = mapped;
  const clauses: MappedText[] = [];
  let start = 0;
  let before = 0;
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    if (clauses.length === MAX_CLAUSES - 1) break;
    if (mark.length > 1) continue;
    before = add(clauses, mapped, start, index, before);
    start = index + 1;
  }
  add(clauses, mapped, start, text.length, before);
  return clauses;
}

/** @returns where the clause that was added begins */
function add(clauses: MappedText[], mapped: MappedText, start: number, end: number, before: number): number {
  const from = NO_SUBJECT.test(mapped.text.slice(start, start + 2)) ? before : start;
  const clause = mapped.trimmed(from, end);
  if (clause.text) clauses.push(clause);
  return from;
}

/** A mark that ends a clause: none within the name of a paper, which is matched whole, or within a number or time (1,690元, 8:30). */
const BREAK =
  /《[^《》]*》|(?<![0-9０-９])[，,：:]|[，,](?![0-9０-９]{3}(?![0-9０-９]))|[：:](?![0-9０-９]{2}(?![0-9０-９]))|[。；;！？]/g;
const NO_SUBJECT = /^(?:是指|是一|即|系指|指|是由|是对)/;
