import type Token from 'markdown-it/lib/token.mjs';
import { htmlComment } from './comments.js';
import type { Comment, Link } from './document.js';
import { type Anchor, anchorAt, MappedText } from './mapped-text.js';
import { percentDecoded } from './percent.js';
import type { Range } from './range.js';

/** One visible line of a block with what stands in it. */
export interface InlineLine {
  readonly text: MappedText;
  readonly bold: readonly Range[];
  readonly code: readonly Range[];
}

/** What stands in one inline token: its visible lines, its links, its comments, and the values of `id` and `name` in its tags. */
export interface InlineContent {
  readonly lines: readonly InlineLine[];
  readonly links: readonly Link[];
  readonly ids: readonly string[];
  readonly comments: readonly Comment[];
}

/** Where the characters of an inline token's content stand in the source: ascending pairs [offset in content, offset in source]. */
export type ContentMap = ReadonlyArray<readonly [number, number]>;

/** Set by the wrapped parser rules (`markdown.ts`): where in the content the token's construct begins and ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the children of one inline token, placed in the source.
 * @param content the inline token's content
 * @param children its child tokens, links and code carrying a `Span` in `meta`; none where all of the content is text
 * @param map from content offsets to source offsets
 */
export function readInline(content: string, children: readonly Token[], map: ContentMap): InlineContent {
  const reader = new InlineReader(content, map);
  if (children.length === 0) reader.literal(content);
  for (const token of children) reader.read(token);
  return reader.finish();
}

class InlineReader {
  private cursor = 0;
  /** Where in the content the tokens' spans count from: in an image's text from its beginning. */
  private base = 0;
  private text = '';
  private anchors: Anchor[] = [];
  private bold: Range[] = [];
  private codes: Range[] = [];
  private boldFrom = -1;
  private openLinks: { token: Token; span: Span | null; text: string }[] = [];
  private readonly lines: InlineLine[] = [];
  private readonly links: Link[] = [];
  private readonly ids: string[] = [];
  private readonly comments: Comment[] = [];

  constructor(
    private readonly content: string,
    private readonly map: ContentMap,
  ) {}

  read(token: Token): void {
    const own = token.meta as Span | null;
    const span = own && { start: this.base + own.start, end: this.base + own.end };
    switch (token.type) {
      case 'text':
        if (token.content) this.literal(token.content);
        break;
      case 'text_special':
        this.together(token.content, token.markup.length);
        break;
      case 'softbreak':
      case 'hardbreak':
        this.breakLine();
        break;
      case 'code_inline':
        if (span) this.code(token, span);
        break;
      case 'image':
        if (span) this.image(token, span);
        break;
      case 'link_open':
        if (span) this.cursor = span.start + 1;
        this.openLinks.push({ token, span, text: '' });
        break;
      case 'link_close':
        this.closeLink();
        break;
      case 'attributes':
        this.ids.push(...(/#([^\s{}]+)/.exec(token.content)?.slice(1) ?? []));
        if (span) this.cursor = span.end;
        break;
      case 'footnote':
        if (span) this.cursor = span.end;
        break;
      case 'html_inline':
        if (span) this.html(token, span);
        break;
      case 'strong_open':
        this.cursor += token.markup.length;
        this.boldFrom = this.text.length;
        break;
      case 'strong_close':
        this.closeBold();
        this.cursor += token.markup.length;
        break;
      default:
        this.cursor += token.markup.length;
    }
  }

  finish(): InlineContent {
    this.endLine();
    return { lines: this.lines, links: this.links, ids: this.ids, comments: this.comments };
  }

  private source(offset: number): number {
    const pair = this.map[anchorAt(this.map, offset)];
    return pair ? pair[1] + (offset - pair[0]) : offset;
  }

  literal(text: string): void {
    if (!this.content.startsWith(text, this.cursor)) {
      const found = this.content.indexOf(text, this.cursor);
      if (found >= 0) this.cursor = found;
    }
    this.show(text, this.cursor);
    this.cursor += text.length;
  }

  private show(text: string, at: number): void {
    this.anchors.push([this.text.length, this.source(at)]);
    for (let i = anchorAt(this.map, at) + 1; (this.map[i]?.[0] ?? Number.POSITIVE_INFINITY) < at + text.length; i++) {
      const [offset, source] = this.map[i] as ContentMap[number];
      this.anchors.push([this.text.length + offset - at, source]);
    }
    this.add(text);
  }

  /** An entity or an escaped character: all of its source stands for what it shows. */
  private together(text: string, length: number): void {
    const [start, end] = [this.source(this.cursor), this.source(this.cursor + length - 1) + 1];
    this.anchors.push([this.text.length, start, end]);
    this.add(text);
    this.cursor += length;
  }

  /** Links gather their text as it comes: cutting it out of the line's text would copy the line for every link. */
  private add(text: string): void {
    this.text += text;
    for (const link of this.openLinks) link.text += text;
  }

  private breakLine(): void {
    this.breakAfterTag();
    const newline = this.content.indexOf('\n', this.cursor);
    if (newline >= 0) this.cursor = newline + 1;
    while (/[ \t]/.test(this.content[this.cursor] ?? '')) this.cursor++;
  }

  private endLine(): void {
    const text = new MappedText(this.text, this.anchors, this.source(this.cursor));
    const trimmed = text.trim();
    const lead = this.text.length - this.text.trimStart().length;
    const shown = (range: Range) => ({
      start: Math.max(0, range.start - lead),
      end: Math.min(range.end - lead, trimmed.text.length),
    });
    if (trimmed.text) this.lines.push({ text: trimmed, bold: this.bold.map(shown), code: this.codes.map(shown) });
    this.text = '';
    this.anchors = [];
    this.bold = [];
    this.codes = [];
  }

  private closeBold(): void {
    if (this.boldFrom >= 0 && this.text.length > this.boldFrom)
      this.bold.push({ start: this.boldFrom, end: this.text.length });
    this.boldFrom = -1;
  }

  private code(token: Token, span: Span): void {
    const from = this.content.indexOf(token.content.slice(0, 1), span.start + token.markup.length);
    const start = this.text.length;
    this.show(token.content, from < 0 ? span.start : from);
    this.codes.push({ start, end: this.text.length });
    this.cursor = span.end;
  }

  /** The text of an image is shown as text; what links there are in it lead nowhere. */
  private image(token: Token, span: Span): void {
    const { base } = this;
    const shown = { token, span: null, text: '' };
    const before = this.links.length;
    this.openLinks.push(shown);
    this.cursor = this.base = span.start + 2;
    for (const child of token.children ?? []) this.read(child);
    this.openLinks.splice(this.openLinks.indexOf(shown), 1);
    this.links.length = before;
    const to = decodeAddress(token.attrGet('src') ?? '');
    const range = this.addressRange(span, span.start + 2 + token.content.length);
    this.links.push({ to, type: 'image', text: shown.text, range });
    this.base = base;
    this.cursor = span.end;
  }

  private closeLink(): void {
    const open = this.openLinks.pop();
    if (!open?.span) return;
    const { span } = open;
    const range =
      open.token.info === 'auto'
        ? { start: this.source(span.start + 1), end: this.source(span.end - 1) }
        : this.addressRange(span, this.cursor);
    this.links.push({ to: decodeAddress(open.token.attrGet('href') ?? ''), type: 'link', text: open.text, range });
    this.cursor = span.end;
  }

  private html(token: Token, span: Span): void {
    const link = htmlLink(token.content, this.source(span.start));
    if (link) this.links.push(link);
    const id = htmlId(token.content);
    if (id) this.ids.push(id);
    const comment = htmlComment(token.content, this.source(span.start), this.source(span.end - 1) + 1);
    if (comment) this.comments.push(comment);
    this.cursor = span.end;
    if (/^<br\s{0,9}\/?>/i.test(token.content)) this.breakAfterTag();
  }

  private breakAfterTag(): void {
    const wasBold = this.boldFrom >= 0;
    if (wasBold) this.closeBold();
    this.endLine();
    if (wasBold) this.boldFrom = 0;
  }

  /**
   * `[text](address "title")`: the address alone; for a reference `[text][name]` the whole construct.
   * @param labelEnd where in the content the text ends
   */
  private addressRange(span: Span, labelEnd: number): Range {
    const written = this.content.slice(span.start, span.end);
    const whole = { start: this.source(span.start), end: this.source(span.end - 1) + 1 };
    if (!written.endsWith(')')) return whole;
    const address = addressIn(written, labelEnd - span.start);
    if (!address) return whole;
    return { start: this.source(span.start + address.start), end: this.source(span.start + address.end - 1) + 1 };
  }
}

/** Finds the address in a written inline link or image, from the first `](` behind its text. */
function addressIn(written: string, labelEnd: number): Range | null {
  const open = written.indexOf('](', labelEnd);
  if (open < 0) return null;
  let start = open + 2;
  while (start < written.length - 1 && /\s/.test(written[start] ?? '')) start++;
  if (written[start] === '<') {
    const close = written.indexOf('>', start);
    return close > start + 1 ? { start: start + 1, end: close } : null;
  }
  let end = start;
  while (end < written.length - 1 && !/\s/.test(written[end] ?? '')) end++;
  return end > start ? { start, end } : null;
}

/** The address in a tag `<a href>` or `<img src>`; null for any other tag. */
export function htmlLink(tag: string, at: number): Link | null {
  const match = /^<(a|img)\s(?:[^>]*?\s)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(
    tag.slice(0, 4000),
  );
  if (!match) return null;
  const to = match[2] ?? match[3] ?? match[4] ?? '';
  const start = at + match[0].length - to.length - (match[4] === undefined ? 1 : 0);
  const type = match[1]?.toLowerCase() === 'img' ? 'image' : 'html';
  return { to: decodeAddress(to), type, text: '', range: { start, end: start + to.length } };
}

/** The name under which links reach a tag. */
export function htmlId(tag: string): string | undefined {
  return tag.startsWith('<!') ? undefined : /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/i.exec(tag.slice(0, 2000))?.[1];
}

/** markdown-it percent-encodes addresses; files are found by their names as people write them. */
function decodeAddress(address: string): string {
  return percentDecoded(address, decodeURI);
}
