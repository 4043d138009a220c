import { SaxesParser } from 'saxes';

/** A stretch of text in a part of a Word file: what stands in one `w:t`. Places are offsets in the part, in UTF-16 units. */
export interface TextPiece {
  /** Offset of the piece in the paragraph's text. */
  readonly at: number;
  readonly text: string;
  /** Where in the part each character of `text` begins; one place more tells where the last ends. */
  readonly places: readonly number[];
  readonly run: TextRun;
  /** Where `xml:space="preserve"` can be put into its tag; null where it stands there. */
  readonly spaceAt: number | null;
  /** Its run cannot be cut in two within it: it bears a reading aid (拼音指南), or is written in a way of its own. */
  readonly solid: boolean;
}

/** A run of a paragraph. */
export interface TextRun {
  readonly start: number;
  end: number;
  /** Its properties (`w:rPr`) as they are written; empty where it has none. */
  looks: string;
}

/** A paragraph as it stands in a part. */
export interface WordParagraph {
  /** What is shown of it, as far as it stands in `w:t`; deleted text is not among it. */
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** Where its content begins, behind its properties, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** Where its tag ends, if that is an empty one (`<w:p/>`). */
  readonly emptyTagEnd?: number;
  /** In a text box, the place among those of the main part of the paragraph that it hangs on: Word takes no comments in boxes. */
  readonly anchor?: number;
}

/** What a main part holds that comments are tied to. */
export interface MainPart {
  /** In the order of the part, as `import` counts them: those in tables and text boxes too, but not what older programs show instead. */
  readonly paragraphs: readonly WordParagraph[];
  /** Everything that ties a comment to the text, by the comment's id; with the run that holds a reference. */
  readonly ties: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Ids of comments, changes, bookmarks and the like that are taken. */
  readonly ids: ReadonlySet<number>;
  readonly names: WordNames;
}

/** How a part writes names of Word's namespace. */
export interface WordNames {
  /** The prefix of its elements, with the colon; empty where the namespace is the usual one there. */
  readonly prefix: string;
  /** The prefix of its attributes: these have no namespace but by one. Empty where the root names none. */
  readonly own: string;
  /** Word's namespace as this part has it. */
  readonly namespace: string;
}

/** Word's namespace, as usual and in “strict” files. */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/**
 * Reads a main part for the places of its text. Of what is written in two ways only the first is read, as the import does: paragraphs have
 * the same numbers in both.
 * @param xml the part, decoded
 * @throws Error for what is not well-formed
 */
export function mainPartOf(xml: string): MainPart {
  const reader = new PlaceReader(xml);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, prefix, ns, attributes, isSelfClosing }) => {
    if (uri === COMPATIBILITY) reader.openWay(local);
    if (!WORD.has(uri)) return;
    if (local === 'document') reader.names = namesOf(prefix, uri, ns);
    const id = Object.values(attributes).find((one) => WORD.has(one.uri) && one.local === 'id')?.value;
    reader.open(local, xml.lastIndexOf('<', parser.position - 1), parser.position, id, isSelfClosing);
  });
  parser.on('closetag', ({ uri, local, isSelfClosing }) => {
    if (uri === COMPATIBILITY) reader.closeWay(local);
    if (!WORD.has(uri)) return;
    const end = parser.position;
    reader.close(local, isSelfClosing ? end : xml.lastIndexOf('<', end - 1), end);
  });
  parser.write(xml).close();
  return reader.result;
}

/** @param prefix of the root  @param prefixes the namespaces that the root names, by prefix */
export function namesOf(prefix: string, namespace: string, prefixes: Readonly<Record<string, string>>): WordNames {
  const own = prefix || Object.keys(prefixes).find((one) => one !== '' && prefixes[one] === namespace);
  return { namespace, prefix: prefix && `${prefix}:`, own: own ? `${own}:` : '' };
}

/** Of what is written in two ways: for newer programs, and behind it for those that do not know the first. */
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

interface OpenParagraph {
  text: string;
  pieces: TextPiece[];
  start: number;
  emptyTagEnd?: number;
  anchor?: number;
  run: TextRun | null;
}

class PlaceReader {
  private readonly paragraphs: (WordParagraph | null)[] = [];
  private readonly ties: { id: string; start: number; end: number }[] = [];
  private readonly ids = new Set<number>();
  names: WordNames = { namespace: '', prefix: 'w:', own: 'w:' };
  /** Paragraphs may hold text boxes, and these paragraphs: the innermost last; those of a second way have the number -1. */
  private readonly within: { paragraph: OpenParagraph; number: number }[] = [];
  private deleted = 0;
  /** Properties that hold earlier ones: of a run the outermost are its looks. */
  private looksDepth = 0;
  private looksFrom = -1;
  private ruby = 0;
  private boxes = 0;
  private textFrom = -1;
  private reference: string | null = null;
  /** For each thing written in two ways whether the first was there; the innermost last. */
  private readonly ways: boolean[] = [];
  /** How many second ways the reader is in. */
  private second = 0;

  constructor(private readonly xml: string) {}

  get result(): MainPart {
    return {
      paragraphs: this.paragraphs.filter((one) => one !== null),
      ties: this.ties,
      ids: this.ids,
      names: this.names,
    };
  }

  openWay(name: string): void {
    if (name === 'AlternateContent') this.ways.push(false);
    else if (name === 'Choice' && this.ways.length > 0) this.ways[this.ways.length - 1] = true;
    else if (name === 'Fallback' && (this.ways.at(-1) || this.second > 0)) this.second++;
  }

  closeWay(name: string): void {
    if (name === 'AlternateContent') this.ways.pop();
    else if (name === 'Fallback' && this.second > 0) this.second--;
  }

  open(name: string, start: number, end: number, id: string | undefined, isEmpty: boolean): void {
    if (id !== undefined) this.ids.add(Number(id));
    const here = this.within.at(-1)?.paragraph;
    switch (name) {
      case 'p': {
        const outermost = this.within[0]?.number;
        if (this.second === 0) this.paragraphs.push(null);
        this.within.push({
          number: this.second === 0 ? this.paragraphs.length - 1 : -1,
          paragraph: {
            ...{ text: '', pieces: [], start: end, run: null },
            ...(isEmpty && { emptyTagEnd: end }),
            ...(this.boxes > 0 && outermost !== undefined && { anchor: outermost }),
          },
        });
        break;
      }
      case 'txbxContent':
        this.boxes++;
        break;
      case 'ruby':
        this.ruby++;
        break;
      case 'r':
        if (this.ruby > 0) break;
        if (here && !isEmpty) here.run = { start, end, looks: '' };
        this.reference = null;
        break;
      case 'rPr':
        if (this.looksDepth++ === 0) this.looksFrom = here?.run && this.ruby === 0 ? start : -1;
        break;
      case 'rt':
      case 'del':
      case 'moveFrom':
        this.deleted++;
        break;
      case 't':
        this.textFrom = isEmpty ? -1 : end;
        break;
      case 'commentRangeStart':
      case 'commentRangeEnd':
        if (id !== undefined) this.ties.push({ id, start, end });
        break;
      case 'commentReference':
        this.reference = id ?? null;
    }
  }

  close(name: string, start: number, end: number): void {
    const here = this.within.at(-1)?.paragraph;
    switch (name) {
      case 'p':
        this.closeParagraph(start);
        break;
      case 'pPr':
        if (here?.pieces.length === 0 && here.run === null) here.start = end;
        break;
      case 'txbxContent':
        this.boxes--;
        break;
      case 'ruby':
        this.ruby--;
        break;
      case 'rPr':
        if (--this.looksDepth > 0) break;
        if (here?.run && this.looksFrom >= 0) here.run.looks = this.xml.slice(this.looksFrom, end);
        this.looksFrom = -1;
        break;
      case 'r':
        if (!here?.run || this.ruby > 0) break;
        here.run.end = end;
        if (this.reference !== null) this.ties.push({ id: this.reference, start: here.run.start, end });
        this.reference = null;
        here.run = null;
        break;
      case 'rt':
      case 'del':
      case 'moveFrom':
        this.deleted--;
        break;
      case 't':
        if (here?.run && this.textFrom >= 0 && this.deleted + this.second === 0)
          addPiece(here, here.run, this.xml, this.textFrom, start, this.ruby > 0);
        this.textFrom = -1;
    }
  }

  private closeParagraph(end: number): void {
    const last = this.within.pop();
    if (!last || last.number < 0) return;
    const { run: _, ...paragraph } = last.paragraph;
    this.paragraphs[last.number] = { ...paragraph, end };
  }
}

function addPiece(into: OpenParagraph, run: TextRun, xml: string, start: number, end: number, inRuby: boolean): void {
  // Marked sections and remarks within text: no program writes them, and they are not cut.
  const isPlain = !xml.slice(start, end).includes('<');
  const { text, places } = isPlain ? decoded(xml, start, end) : { text: unmarked(xml.slice(start, end)), places: [] };
  if (text === '') return;
  const keepsSpace = xml.slice(xml.lastIndexOf('<', start - 1), start).includes('xml:space');
  const solid = inRuby || !isPlain;
  into.pieces.push({ at: into.text.length, text, places, run, solid, spaceAt: keepsSpace ? null : start - 1 });
  into.text += text;
}

function unmarked(text: string): string {
  return text.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
}

/** The text between two places, and where each of its characters begins. */
function decoded(xml: string, start: number, end: number): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = start; at < end; ) {
    const close = xml.charAt(at) === '&' ? xml.indexOf(';', at) : -1;
    const character = close < 0 ? xml.charAt(at) : characterOf(xml.slice(at + 1, close));
    for (let i = 0; i < character.length; i++) places.push(at);
    text += character;
    at = close < 0 ? at + 1 : close + 1;
  }
  return { text, places: [...places, end] };
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function characterOf(reference: string): string {
  if (!reference.startsWith('#')) return NAMED[reference] ?? '';
  const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  return String.fromCodePoint(code);
}
