import type Token from 'markdown-it/lib/token.mjs';
import type { Comment, Link, Unit } from './document.js';
import { readHtml } from './html.js';
import { HtmlTables, withoutLayout } from './html-table.js';
import { type ContentMap, type InlineContent, readInline } from './inline.js';
import { isBlank, MappedText } from './mapped-text.js';
import { tokensOf } from './markdown-parser.js';
import type { Range } from './range.js';

/** What Markdown says of a text: its visible lines, its links and its comments, in order. */
export interface MarkdownContent extends Omit<InlineContent, 'lines'> {
  readonly units: readonly Unit[];
}

/**
 * Reads Markdown (CommonMark with tables) into visible lines with source offsets.
 * Two deviations, both because people who write Chinese mean it so: text indented by four spaces is text, or a heading, not code (office paste
 * is full of it), and `**` closes beside Chinese marks.
 * @param text the document's text
 * @param from offset at which the body begins (front matter left out)
 * @param lineStarts of the whole text
 * @param nesting levels of quotes and lists that are read
 */
export function readMarkdown(
  text: string,
  from: number,
  lineStarts: readonly number[],
  nesting: number,
): MarkdownContent {
  return new BlockReader(text, from, lineStarts).read(tokensOf(text, from, lineStarts, nesting));
}

/** What of a unit does not follow from where the reader stands. */
type Own = Pick<Unit, 'type' | 'text' | 'bold' | 'code' | 'html' | 'marker' | 'table'>;

/** Of a line without bold type or code, as most are. */
const NONE: readonly Range[] = [];
/** A note below the text, which is no part of its sections. */
const FOOTNOTE = /^\[\^[^\s[\]]{1,40}\]:/;

class BlockReader {
  private readonly units: Unit[] = [];
  private readonly htmlTables = new HtmlTables(() => ++this.tables);
  private readonly links: Link[] = [];
  private readonly ids: string[] = [];
  private readonly comments: Comment[] = [];
  private listDepth = 0;
  private marker: string | undefined;
  private footnote: true | undefined;
  private tables = -1;
  private row = -1;
  private column = 0;
  private rowLine = 0;
  private rowCursor = 0;
  private heading: { level: number; style: 'atx' | 'setext' } | undefined;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly lineStarts: readonly number[],
  ) {}

  read(tokens: readonly Token[]): MarkdownContent {
    for (const token of tokens) this.token(token);
    return { units: withoutLayout(this.units), links: this.links, ids: this.ids, comments: this.comments };
  }

  private token(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.heading = { level: Number(token.tag.slice(1)), style: token.markup.startsWith('#') ? 'atx' : 'setext' };
        break;
      case 'heading_close':
        this.heading = undefined;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.listDepth++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.listDepth--;
        break;
      case 'list_item_open':
        this.marker = token.info ? `${token.info}${token.markup}` : undefined;
        break;
      case 'list_item_close':
        this.marker = undefined;
        break;
      case 'table_open':
        this.tables++;
        this.row = -1;
        break;
      case 'tr_open':
        this.row++;
        this.column = 0;
        this.rowLine = token.map?.[0] ?? 0;
        this.rowCursor = this.rowStart();
        break;
      case 'inline':
        this.inline(token);
        break;
      case 'fence':
      case 'code_block':
        this.code(token);
        break;
      case 'html_block':
        this.html(token);
        break;
    }
  }

  private inline(token: Token): void {
    const isCell = token.map === null || token.map === undefined;
    const type = isCell ? 'cell' : this.heading ? 'heading' : 'text';
    const plain = token.children?.length === 0 && !isCell ? this.plainLine(token) : null;
    if (plain) {
      if (plain.text) this.push(type, plain, NONE, NONE);
      return;
    }
    const map = isCell ? this.cellMap(token.content) : this.lineMap(token.content, token.map?.[0] ?? 0);
    const { lines, ...read } = readInline(token.content, token.children ?? [], map);
    this.note(read);
    this.footnote = type === 'text' && FOOTNOTE.test(token.content) ? true : undefined;
    for (const { text, bold, code } of lines) this.push(type, text, bold, code);
    this.footnote = undefined;
    if (isCell) this.column++;
  }

  /** A line of nothing but text; null where it does not stand in the source as it is, up to the line's end. */
  private plainLine(token: Token): MappedText | null {
    const text = token.content.trim();
    const { start, end } = this.line(token.map?.[0] ?? 0);
    let to = end;
    while (to > start && isBlank(this.text.charCodeAt(to - 1))) to--;
    const from = to - text.length;
    return from >= start && this.text.startsWith(text, from) ? new MappedText(text, [[0, from]], to) : null;
  }

  private push(type: 'heading' | 'text' | 'cell', text: MappedText, bold: readonly Range[], code: readonly Range[]) {
    const { marker } = this;
    this.marker = undefined;
    const table = type === 'cell' ? { index: this.tables, row: this.row, column: this.column } : undefined;
    this.add({ type, text, bold, code, html: undefined, marker, table });
  }

  /** One by one: a line may hold more links than a call takes arguments. */
  private note({ links, ids, comments }: Omit<MarkdownContent, 'units'>): void {
    for (const link of links) this.links.push(link);
    for (const id of ids) this.ids.push(id);
    for (const comment of comments) this.comments.push(comment);
  }

  /** A line of content is its source line less markers on the left and blanks on the right; a tab may show as blanks. */
  private lineMap(content: string, firstLine: number): ContentMap {
    const map: [number, number][] = [];
    let at = 0;
    for (const [index, line] of content.split('\n').entries()) {
      const { start, end } = this.line(firstLine + index);
      const source = this.text.slice(start, end);
      const wanted = line.trim();
      const lead = line.length - line.trimStart().length;
      let offset = source.trimEnd().length - wanted.length;
      if (offset < 0 || !source.startsWith(wanted, offset)) offset = Math.max(0, source.indexOf(wanted));
      if (lead > 0) map.push([at, start + Math.max(0, offset - lead)]);
      map.push([at + lead, start + offset]);
      at += line.length + 1;
    }
    return map;
  }

  private rowStart(): number {
    const { start, end } = this.line(this.rowLine);
    const lead = /^[\s>]*\|?/.exec(this.text.slice(start, end));
    return start + (lead?.[0].length ?? 0);
  }

  /** Cells of a row are found from left to right; `\|` in a cell shows as `|`. */
  private cellMap(content: string): ContentMap {
    const { end } = this.line(this.rowLine);
    const rest = this.text.slice(this.rowCursor, end);
    const written = content.replaceAll('|', '\\|');
    const found = Math.max(0, rest.indexOf(written));
    const map: [number, number][] = [[0, this.rowCursor + found]];
    let extra = 0;
    for (let i = content.indexOf('|'); i >= 0; i = content.indexOf('|', i + 1)) {
      extra++;
      map.push([i, this.rowCursor + found + i + extra]);
    }
    const bar = rest.indexOf('|', found + written.length);
    this.rowCursor = bar < 0 ? end : this.rowCursor + bar + 1;
    return map;
  }

  private code(token: Token): void {
    const first = (token.map?.[0] ?? 0) + (token.type === 'fence' ? 1 : 0);
    const count = token.content.split('\n').length - 1;
    if (count > 0) this.pushHtml(this.lines(first, first + count), 'code');
  }

  private html(token: Token): void {
    const [first, end] = token.map ?? [0, 0];
    this.pushHtml(this.lines(first, end), 'text');
  }

  private pushHtml(range: Range, type: 'code' | 'text'): void {
    const { lines, ...read } = readHtml(this.text, range, type === 'text' ? this.htmlTables : null);
    this.note(read);
    const html = type === 'text' ? true : undefined;
    for (const { text, cell } of lines)
      this.add({ type: cell ? 'cell' : type, text, bold: NONE, code: NONE, html, marker: undefined, table: cell });
  }

  /** All units have all properties, written here: objects of one shape are read faster, by all that read them. */
  private add({ type, text, bold, code, html, marker, table }: Own): void {
    this.units.push({
      type,
      text,
      range: text.range,
      bold,
      code,
      html,
      footnote: this.footnote,
      level: this.heading?.level,
      headingStyle: this.heading?.style,
      listDepth: this.listDepth,
      marker,
      table,
    });
  }

  /** Lines of the text, without the last one's end. */
  private lines(first: number, end: number): Range {
    return { start: this.line(first).start, end: this.line(Math.max(first, end - 1)).end };
  }

  /** A line of the text, counted from 0, without its line end. */
  private line(index: number): Range {
    const start = Math.max(this.lineStarts[index] ?? this.text.length, this.from);
    let end = this.lineStarts[index + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
