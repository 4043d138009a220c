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
}

/** What a main part holds that comments are tied to. */
export interface MainPart {
  /** In the order of the part, as `import` counts them: those in tables and text boxes too, but not what older programs show instead. */
  readonly paragraphs: readonly WordParagraph[];
  /** Everything that ties a comment to the text, by the comment's id; with the run that holds a reference. */
  readonly ties: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** The prefix of Word's namespace, with its colon. */
  readonly prefix: string;
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
  parser.on('opentag', ({ uri, local, prefix, attributes, isSelfClosing }) => {
    if (uri === COMPATIBILITY) reader.openWay(local);
    if (!WORD.has(uri)) return;
    const id = Object.values(attributes).find((one) => WORD.has(one.uri) && one.local === 'id')?.value;
    reader.open(local, prefix, xml.lastIndexOf('<', parser.position - 1), parser.position, id, isSelfClosing);
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

/** Of what is written in two ways: for newer programs, and behind it for those that do not know the first. */
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

interface OpenParagraph {
  text: string;
  pieces: TextPiece[];
  start: number;
  emptyTagEnd?: number;
  run: TextRun | null;
}

class PlaceReader {
  private readonly paragraphs: (WordParagraph | null)[] = [];
  private readonly ties: { id: string; start: number; end: number }[] = [];
  private prefix = 'w:';
  /** Paragraphs may hold text boxes, and these paragraphs: the innermost last; those of a second way have the number -1. */
  private readonly within: { paragraph: OpenParagraph; number: number }[] = [];
  private deleted = 0;
  private looksFrom = -1;
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
      prefix: this.prefix,
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

  open(name: string, prefix: string, start: number, end: number, id: string | undefined, isEmpty: boolean): void {
    const here = this.within.at(-1)?.paragraph;
    switch (name) {
      case 'document':
        this.prefix = prefix === '' ? '' : `${prefix}:`;
        break;
      case 'p':
        if (this.second === 0) this.paragraphs.push(null);
        this.within.push({
          number: this.second === 0 ? this.paragraphs.length - 1 : -1,
          paragraph: { text: '', pieces: [], start: end, run: null, ...(isEmpty && { emptyTagEnd: end }) },
        });
        break;
      case 'r':
        if (here && !isEmpty) here.run = { start, end, looks: '' };
        this.reference = null;
        break;
      case 'rPr':
        this.looksFrom = here?.run ? start : -1;
        break;
      case 'del':
      case 'moveFrom':
        if (!isEmpty) this.deleted++;
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
      case 'rPr':
        if (here?.run && this.looksFrom >= 0) here.run.looks = this.xml.slice(this.looksFrom, end);
        this.looksFrom = -1;
        break;
      case 'r':
        if (!here?.run) break;
        here.run.end = end;
        if (this.reference !== null) this.ties.push({ id: this.reference, start: here.run.start, end });
        this.reference = null;
        here.run = null;
        break;
      case 'del':
      case 'moveFrom':
        if (this.deleted > 0) this.deleted--;
        break;
      case 't':
        if (here?.run && this.textFrom >= 0 && this.deleted + this.second === 0)
          addPiece(here, here.run, this.xml, this.textFrom, start);
        this.textFrom = -1;
    }
  }

  private closeParagraph(end: number): void {
    const last = this.within.pop();
    if (!last || last.number < 0) return;
    const { text, pieces, start, emptyTagEnd } = last.paragraph;
    this.paragraphs[last.number] = { text, pieces, start, end, ...(emptyTagEnd !== undefined && { emptyTagEnd }) };
  }
}

function addPiece(into: OpenParagraph, run: TextRun, xml: string, start: number, end: number): void {
  const { text, places } = decoded(xml, start, end);
  if (text === '') return;
  const keepsSpace = xml.slice(xml.lastIndexOf('<', start - 1), start).includes('xml:space');
  into.pieces.push({ at: into.text.length, text, places, run, spaceAt: keepsSpace ? null : start - 1 });
  into.text += text;
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
