import MarkdownIt from 'markdown-it';
import reference from 'markdown-it/lib/rules_block/reference.mjs';
import autolink from 'markdown-it/lib/rules_inline/autolink.mjs';
import backticks from 'markdown-it/lib/rules_inline/backticks.mjs';
import htmlInline from 'markdown-it/lib/rules_inline/html_inline.mjs';
import image from 'markdown-it/lib/rules_inline/image.mjs';
import link from 'markdown-it/lib/rules_inline/link.mjs';
import StateInline, { type Scanned } from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Comment, Link, Unit } from './document.js';
import { readHtml } from './html.js';
import { type ContentMap, readInline } from './inline.js';
import type { Range } from './range.js';

/** What Markdown says of a text: its visible lines, its links and its comments, in order. */
export interface MarkdownContent {
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
  /** Values of `id` and `name` attributes in HTML. */
  readonly ids: readonly string[];
  readonly comments: readonly Comment[];
}

/**
 * Reads Markdown (CommonMark with tables) into visible lines with source offsets.
 * Two deviations, both because people who write Chinese mean it so: text indented by four spaces is text, not code (office paste
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
  const firstLine = lineAt(lineStarts, from);
  const tokens = parser(nesting).parse(text.slice(from), {});
  return new BlockReader(text, from, lineStarts.slice(firstLine)).read(tokens);
}

/**
 * CommonMark does not close **范围：**本办法, because a mark stands inside and a letter outside. Chinese writes no blanks there,
 * and people who type it mean bold: beside Chinese characters a run of `*` opens and closes wherever no blank forbids it.
 */
class ChineseState extends StateInline {
  override scanDelims(start: number, canSplitWord: boolean): Scanned {
    const found = super.scanDelims(start, canSplitWord);
    const before = this.src[start - 1] ?? ' ';
    const after = this.src[start + found.length] ?? ' ';
    if (!canSplitWord || !(isChinese(before) || isChinese(after))) return found;
    return { ...found, can_open: !/\s/.test(after), can_close: !/\s/.test(before) };
  }
}

function isChinese(char: string): boolean {
  return (char >= '\u2e80' && char <= '\u9fff') || (char >= '\uff00' && char <= '\uffef') || /[“”‘’—…]/.test(char);
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

let shared: MarkdownIt | undefined;

function parser(nesting: number): MarkdownIt {
  shared ??= makeParser();
  // A list takes two of its levels. What is in a line nests, too.
  shared.set({ maxNesting: 2 * nesting + 20 } as Parameters<MarkdownIt['set']>[0]);
  return shared;
}

function makeParser(): MarkdownIt {
  const made = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // `text_join` would melt entities and escapes into the text around them, and with it the places of what follows.
  made.disable(['code', 'linkify', 'text_join']);
  // Addresses are checked as written; none is ever followed, so none needs to be refused.
  made.validateLink = () => true;
  made.inline.State = ChineseState;
  const rules: Record<string, InlineRule> = { autolink, backticks, html_inline: htmlInline, image, link };
  for (const [name, rule] of Object.entries(rules)) made.inline.ruler.at(name, spanned(rule));
  // A footnote is text. Left to the rule for link definitions it would be an address and be seen no more.
  made.block.ruler.at('reference', (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    return !state.src.startsWith('[^', start) && reference(state, startLine, endLine, silent);
  });
  made.inline.ruler.before('link', 'footnote', spanned(footnote));
  return made;
}

/** The mark of a footnote, `[^1]`, or `[^1]:` before the note itself: shown as a raised number, no part of the text. */
function footnote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const mark = /^\[\^[^\s[\]]{1,40}\](?::[ \t]{0,4})?/.exec(state.src.slice(state.pos, state.pos + 50))?.[0];
  if (!mark) return false;
  if (!silent) state.push('footnote', '', 0);
  state.pos += state.pos === 0 ? mark.length : mark.indexOf(']') + 1;
  return true;
}

/** markdown-it keeps no offsets inside a line; this notes where a construct begins and ends on its own tokens. */
function spanned(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    const before = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent) return true;
    const flushed = state.tokens[before]?.type === 'text' ? 1 : 0;
    const own = state.tokens[before + flushed];
    if (own && !own.meta) own.meta = { start, end: state.pos };
    return true;
  };
}

class BlockReader {
  private readonly units: Unit[] = [];
  private readonly links: Link[] = [];
  private readonly ids: string[] = [];
  private readonly comments: Comment[] = [];
  private listDepth = 0;
  private marker: string | undefined;
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
    return { units: this.units, links: this.links, ids: this.ids, comments: this.comments };
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
    const map = isCell ? this.cellMap(token.content) : this.lineMap(token.content, token.map?.[0] ?? 0);
    const { lines, ...read } = readInline(token.content, token.children ?? [], map);
    this.note(read);
    for (const line of lines) {
      this.units.push({
        type: isCell ? 'cell' : this.heading ? 'heading' : 'text',
        text: line.text,
        range: line.text.range,
        bold: line.bold,
        code: line.code,
        listDepth: this.listDepth,
        ...(this.heading ? { level: this.heading.level, headingStyle: this.heading.style } : {}),
        ...(this.marker ? { marker: this.marker } : {}),
        ...(isCell ? { table: { index: this.tables, row: this.row, column: this.column } } : {}),
      });
      this.marker = undefined;
    }
    if (isCell) this.column++;
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
    const [first, last] = token.map ?? [0, 0];
    const range = { start: this.line(first).start, end: this.line(Math.max(first, last - 1)).end };
    const fenced = token.type === 'fence' ? 1 : 0;
    const lines = token.content.split('\n').length - 1;
    const body =
      lines > 0
        ? { start: this.line(first + fenced).start, end: this.line(first + fenced + lines - 1).end }
        : { start: range.end, end: range.end };
    this.pushHtml(range, body, 'code');
  }

  private html(token: Token): void {
    const [first, last] = token.map ?? [0, 0];
    const range = { start: this.line(first).start, end: this.line(Math.max(first, last - 1)).end };
    this.pushHtml(range, range, 'text');
  }

  private pushHtml(range: Range, body: Range, type: 'code' | 'text'): void {
    const { lines, ...read } = readHtml(this.text, type === 'code' ? body : range, type === 'text');
    this.note(read);
    for (const text of lines)
      this.units.push({
        type,
        text,
        range: text.range,
        bold: [],
        code: [],
        listDepth: this.listDepth,
        ...(type === 'text' ? { html: true } : {}),
      });
  }

  /** A line of the body, counted from 0, without its line end. */
  private line(index: number): Range {
    const start = Math.max(this.lineStarts[index] ?? this.text.length, this.from);
    let end = this.lineStarts[index + 1] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return { start, end };
  }
}

/** The line that an offset stands in: a front matter that is not closed may leave the end of a line to the body. */
function lineAt(lineStarts: readonly number[], from: number): number {
  const next = lineStarts.findIndex((start) => start > from);
  return (next < 0 ? lineStarts.length : next) - 1;
}
