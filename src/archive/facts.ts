import type { Document, Kind, Link } from '../document/document.js';
import { placesOf } from '../document/front-matter.js';
import { numberAtHead } from '../document/head-number.js';
import { type KeyLanguage, keyLanguageOf } from '../document/key-names.js';
import type { Origin } from '../document/origin.js';
import type { Range } from '../document/range.js';
import { ELEMENT_IDS, type ElementId } from '../elements/catalogue.js';
import { PROVIDED, SURE } from '../elements/decision.js';
import type { ElementFindings, Status } from '../elements/detect.js';
import { detectRevision, type Revision } from '../elements/revision.js';
import { docNumberKey, docNumbersIn } from '../language/doc-number.js';
import { papersIn } from '../language/papers.js';
import { type Content, drawContent, drawnOf, type FactKind, type PutAside } from './content.js';

/** A link as archive rules see it. */
export interface LinkFact {
  readonly to: string;
  readonly type: Link['type'];
  readonly range: Range;
  readonly key?: string;
  /** A guess of `import` that nobody has checked: good to compare with, but the file does not lead there. */
  readonly guessed?: true;
  /** What the link says of itself: its text, or the text before a bare address. */
  readonly says: string;
  /** The short words that lead up to it on its line or above it: 相关解读：. */
  readonly label?: string;
}

/**
 * What a file contributes to the archive: small plain data, a pure function of its bytes and the resolved config.
 * Archive rules see facts only, never documents.
 */
export interface Facts {
  /** Absolute path with `/`. */
  readonly path: string;
  readonly kind: Kind | null;
  readonly title: string;
  readonly titleRange: Range;
  readonly lineStarts: readonly number[];
  /** False where the front matter could not be read: what it says is then unknown, not absent. */
  readonly frontMatterRead: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values of front matter stand, by path (`approval.submitted`). */
  readonly places: Readonly<Record<string, Range>>;
  /** Keys whose values were guessed, and that nobody has checked. */
  readonly guessed: readonly string[];
  /** What the text was made of; null where it is the file's own. */
  readonly origin: Origin['format'] | null;
  /** How the file writes its keys, for messages about them. */
  readonly keyLanguage: KeyLanguage;
  /** A policy's document number as its front matter has it, else its head; empty where neither does. */
  readonly number: string;
  /** Key under which it is compared; null where it has none that can be read. */
  readonly numberKey: string | null;
  readonly links: readonly LinkFact[];
  readonly anchors: readonly string[];
  /** Of what interprets a policy, those that were asked for; nothing of other kinds, which owe none. */
  readonly elements: Readonly<Partial<Record<ElementId, Status>>>;
  /** Of these, the ones that may be missing or may not: the tool is not sure. */
  readonly doubtful: readonly ElementId[];
  /** Whether the file speaks of a revision: of itself (a policy) or of the policy it explains. */
  readonly revision: Revision;
  readonly wordCount: number;
  /** Titles in 《》 and document numbers the text names, each once; the title's own first. */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** What of the content rules compare from file to file; the kinds that were asked for. */
  readonly content: Content;
}

/** Most names and numbers kept of one file: enough to know which paper it speaks of. */
const MAX_NAMES = 60;

/**
 * Draws the facts from a document.
 * @param kinds what some rule of the run compares
 * @param asked the elements whose status is wanted; `quotes` where sentences are to be kept for reports that quote them; `later` where
 *   what is compared is drawn only if there is something to compare it with
 */
export function factsOf(
  document: Document,
  elements: Partial<ElementFindings>,
  path: string,
  kinds: readonly FactKind[] = [],
  {
    asked = ELEMENT_IDS,
    quotes = false,
    later = false,
  }: { readonly asked?: readonly ElementId[]; readonly quotes?: boolean; readonly later?: boolean } = {},
): Facts {
  const { frontMatter } = document;
  const atHead = document.kind === 'policy' && frontMatter.data.number === undefined ? numberAtHead(document) : null;
  const number = String(frontMatter.data.number ?? atHead?.number.proper ?? '');
  return {
    path,
    kind: document.kind,
    title: document.title,
    titleRange: document.titleRange,
    lineStarts: document.lineStarts,
    frontMatterRead: frontMatter.problems.length === 0,
    data: frontMatter.data,
    places: placesOf(frontMatter.entries),
    guessed: document.guessed,
    origin: document.origin?.format ?? null,
    keyLanguage: keyLanguageOf(frontMatter),
    number,
    numberKey: docNumberKey(number),
    links: document.links.map((link) => linkFact(document, link)),
    anchors: [...document.anchors],
    ...elementFacts(document, elements, asked),
    revision: detectRevision(document),
    wordCount: document.wordCount.total,
    names: firsts(document, '《', papersIn),
    numbers: firsts(document, '号號', docNumbersIn),
    content: later
      ? { draw: () => drawnOf(drawContent(document, kinds, false)) }
      : drawContent(document, kinds, quotes),
  };
}

/** What only findings and links to headings ask for, a third of what is held of a file. */
type Places = Pick<Facts, 'lineStarts' | 'places' | 'titleRange' | 'anchors'>;

/** Puts aside where things stand in a file. */
export function withPlacesAside({ lineStarts, places, titleRange, anchors, ...facts }: Facts, put: PutAside): Facts {
  return Object.assign(new PlacesAside(put(JSON.stringify({ lineStarts, places, titleRange, anchors }))), facts);
}

class PlacesAside implements Places {
  constructor(private readonly bring: () => string) {}

  get lineStarts() {
    return this.brought().lineStarts;
  }

  get places() {
    return this.brought().places;
  }

  get titleRange() {
    return this.brought().titleRange;
  }

  get anchors() {
    return this.brought().anchors;
  }

  private brought(): Places {
    return JSON.parse(this.bring());
  }
}

function elementFacts(
  { kind }: Document,
  elements: Partial<ElementFindings>,
  asked: readonly ElementId[],
): Pick<Facts, 'elements' | 'doubtful'> {
  const statuses: Partial<Record<ElementId, Status>> = {};
  const doubtful: ElementId[] = [];
  if (kind !== 'interpretation' && kind !== 'briefing') return { elements: statuses, doubtful };
  for (const id of asked) {
    const finding = elements[id];
    if (!finding) continue;
    statuses[id] = finding.status;
    if (finding.confidence >= SURE && finding.confidence < PROVIDED) doubtful.push(id);
  }
  return { elements: statuses, doubtful };
}

function linkFact(document: Document, link: Link): LinkFact {
  const said = link.text === link.to ? '' : link.text;
  const says = said || (link.type === 'html' ? textBehind : textBefore)(document.text, link.range);
  return {
    to: link.to,
    type: link.type,
    range: link.range,
    says,
    ...labelOf(document.text, link.range),
    ...(link.key ? { key: link.key } : {}),
    ...(link.guessed ? { guessed: true } : {}),
  };
}

/** The clause that leads up to a bare address; its label may stand on the line above. */
function textBefore(text: string, range: Range): string {
  const before = text.slice(Math.max(0, range.start - 60), range.start).trimEnd();
  return before.split(/[\r\n。；，]/).pop() ?? '';
}

function labelOf(text: string, { start }: Range): Pick<LinkFact, 'label'> {
  const label = LABEL.exec(text.slice(Math.max(0, start - 160), start))?.[1];
  return label === undefined ? {} : { label };
}

/** Words before a colon, in the cell to the left, or alone on the line above. */
const LABEL =
  /(?:^|[\n|。；>*#-]) ?([㐀-鿿]{2,16})(?:[：:][*]{0,2}[\s-]{0,4}| ?\| ?|[*：:]{0,3}\s{0,2}\n\s{0,4}[-*]? ?)(?:\[[^[\]\n]{0,100}\]\(|<[^<>]{1,40})?$/;

/** The text of `<a href="…">text</a>`, whose address stands at `range`. */
function textBehind(text: string, range: Range): string {
  return /^[^<>]{0,200}>([^<]{0,200})/.exec(text.slice(range.end, range.end + 400))?.[1] ?? '';
}

/** What is found in the title and in the lines that hold a mark it cannot be without; each once. */
function firsts({ title, units }: Document, marks: string, find: (text: string) => readonly string[]): string[] {
  const found = new Set(find(title));
  for (const { text } of units) {
    if (found.size >= MAX_NAMES) break;
    if ([...marks].some((mark) => text.text.includes(mark))) for (const one of find(text.text)) found.add(one);
  }
  return [...found].slice(0, MAX_NAMES);
}
