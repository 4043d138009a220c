import MarkdownIt from 'markdown-it';
import reference from 'markdown-it/lib/rules_block/reference.mjs';
import StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import autolink from 'markdown-it/lib/rules_inline/autolink.mjs';
import backticks from 'markdown-it/lib/rules_inline/backticks.mjs';
import htmlInline from 'markdown-it/lib/rules_inline/html_inline.mjs';
import image from 'markdown-it/lib/rules_inline/image.mjs';
import link from 'markdown-it/lib/rules_inline/link.mjs';
import StateInline, { type Scanned } from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { lineIndexAt, lineStartsOf } from './range.js';

/**
 * The tokens of a body, `map` counting the lines of the whole text. Two things differ from markdown-it's own: constructs within a line have
 * a span in `meta`, and an `inline` token whose content is nothing but text has no children.
 * @param text the document's text
 * @param from offset at which the body begins
 * @param lineStarts of the whole text
 * @param nesting levels of quotes and lists that are read
 */
export function tokensOf(text: string, from: number, lineStarts: readonly number[], nesting: number): Token[] {
  const src = normalized(text);
  const isSame = src === text;
  const env: Env = {
    from: isSame ? from : normalized(text.slice(0, from)).length,
    line: lineIndexAt(lineStarts, from),
    lineStarts: isSame ? lineStarts : lineStartsOf(src),
  };
  return parser(nesting).parse(src, env);
}

/** What the parser is told beside the text. It holds the link definitions, too. */
interface Env {
  /** Where the body begins: offset and line. */
  readonly from: number;
  readonly line: number;
  readonly lineStarts: readonly number[];
}

/** As markdown-it would have it: one kind of line end, no NUL. */
function normalized(text: string): string {
  return text.includes('\r') || text.includes('\0') ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') : text;
}

/** Begins behind the front matter, so that the text need not be cut, and takes the lines as they are known. */
class BodyState extends StateBlock {
  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    super('', md, env, tokens);
    const { from, line, lineStarts } = env;
    // A last line of nothing but blanks is none to markdown-it.
    const lines = lineStarts.length - (/^[ \t]*$/.test(src.slice(lineStarts.at(-1))) ? 1 : 0);
    this.src = src;
    this.line = line;
    this.lineMax = lines;
    this.bMarks = lineStarts.slice(0, lines);
    if (line < lines) this.bMarks[line] = from;
    this.eMarks = [];
    this.tShift = [];
    this.sCount = [];
    this.bsCount = [];
    for (let index = 0; index < lines; index++) this.addLine(lineStarts, index);
    // One more, as the rules look at the line behind theirs.
    this.bMarks.push(src.length);
    this.eMarks.push(src.length);
    this.tShift.push(0);
    this.sCount.push(0);
    this.bsCount.push(0);
  }

  private addLine(lineStarts: readonly number[], index: number): void {
    const start = this.bMarks[index] ?? 0;
    const next = lineStarts[index + 1];
    const end = next === undefined ? this.src.length : next - 1;
    let columns = 0;
    let at = start;
    for (; at < end; at++) {
      const code = this.src.charCodeAt(at);
      if (code === 0x20) columns++;
      // A full-width blank is as wide as two.
      else if (code === 0x3000) columns += 2;
      else if (code === 0x09) columns += 4 - (columns % 4);
      else break;
    }
    this.eMarks.push(end);
    this.tShift.push(at - start);
    this.sCount.push(columns);
    this.bsCount.push(0);
  }
}

/**
 * CommonMark does not close **范围：**本办法, because a mark stands inside and a letter outside. Chinese writes no blanks there,
 * and people who type it mean bold: beside Chinese characters a run of `*` opens and closes wherever no blank forbids it.
 */
class ChineseState extends StateInline {
  override scanDelims(start: number, canSplitWord: boolean): Scanned {
    if (!canSplitWord) return super.scanDelims(start, canSplitWord);
    let end = start + 1;
    while (end < this.posMax && this.src[end] === this.src[start]) end++;
    const before = this.src[start - 1] ?? ' ';
    const after = this.src[end] ?? ' ';
    if (!(isChinese(before) || isChinese(after))) return super.scanDelims(start, canSplitWord);
    return { can_open: !/\s/.test(after), can_close: !/\s/.test(before), length: end - start };
  }
}

function isChinese(char: string): boolean {
  return (char >= '\u2e80' && char <= '\u9fff') || (char >= '\uff00' && char <= '\uffef') || /[“”‘’—…]/.test(char);
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

let shared: MarkdownIt | undefined;
let sharedNesting = -1;

function parser(nesting: number): MarkdownIt {
  shared ??= makeParser();
  // A list takes two of its levels. What is in a line nests, too.
  if (nesting !== sharedNesting) shared.set({ maxNesting: 2 * nesting + 20 } as Parameters<MarkdownIt['set']>[0]);
  sharedNesting = nesting;
  return shared;
}

function makeParser(): MarkdownIt {
  const made = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // `text_join` would melt entities and escapes into the text around them, and with it the places of what follows.
  made.disable(['code', 'linkify', 'text_join', 'normalize', 'replacements', 'smartquotes']);
  // Addresses are checked as written; none is ever followed, so none needs to be refused.
  made.validateLink = () => true;
  made.block.State = BodyState;
  made.core.ruler.at('inline', parseLines);
  made.inline.State = ChineseState;
  const rules: Record<string, InlineRule> = { autolink, backticks, html_inline: htmlInline, image, link };
  for (const [name, rule] of Object.entries(rules)) made.inline.ruler.at(name, spanned(rule));
  // Text indented by four blanks is no code, and a heading in it is one.
  made.block.ruler.before('table', 'indented', (state, line) => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    if (state.src[start] === '#') state.sCount[line] = Math.min(state.sCount[line] ?? 0, state.blkIndent);
    return false;
  });
  // A footnote is text. Left to the rule for link definitions it would be an address and be seen no more.
  made.block.ruler.at('reference', (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    return !state.src.startsWith('[^', start) && reference(state, startLine, endLine, silent);
  });
  made.inline.ruler.before('link', 'footnote', spanned(footnote));
  made.inline.ruler.before('link', 'span', span);
  made.inline.ruler.push('attributes', spanned(attributes));
  return made;
}

/** What every rule for the inside of a line begins at. */
const INLINE_SIGN = /[\n\\`~*_[<&{]/;

/** Most lines hold text alone and need no parser. */
function parseLines({ tokens, md, env }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== 'inline') continue;
    token.children = [];
    if (INLINE_SIGN.test(token.content)) md.inline.parse(token.content, md, env, token.children);
  }
}

/** The mark of a footnote, `[^1]`, or `[^1]:` before the note itself: shown as a raised number, no part of the text. */
function footnote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const mark = /^\[\^[^\s[\]]{1,40}\](?::[ \t]{0,4})?/.exec(state.src.slice(state.pos, state.pos + 50))?.[0];
  if (!mark) return false;
  if (!silent) state.push('footnote', '', 0);
  const isNote = state.pos === 0 || state.src[state.pos - 1] === '\n';
  state.pos += isNote ? mark.length : mark.indexOf(']') + 1;
  return true;
}

/** `{#fees .wide}`, `{: #fees}`, `{style="…"}`: what generators and pandoc write behind a heading, a link, or text in brackets. */
const ATTRIBUTES = /^\{:?[ \t]{0,4}(?:[#.][^\s{}]|[a-z-]{1,20}=)[^{}\n]{0,200}\}/;

/** `[text]{.underline}`, `[]{#_Toc1 .anchor}`: the text alone is seen. */
function span(state: StateInline, silent: boolean): boolean {
  const { pos, src, posMax } = state;
  const inner = /^\[([^[\]\n]{0,400})\](?=\{)/.exec(src.slice(pos, pos + 402))?.[1];
  if (silent || inner === undefined) return false;
  const close = pos + 1 + inner.length;
  const written = ATTRIBUTES.exec(src.slice(close + 1, close + 230))?.[0];
  if (!written) return false;
  state.push('attributes', '', 0).meta = { start: pos, end: pos + 1 };
  state.pos = pos + 1;
  state.posMax = close;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.pos = close + 1 + written.length;
  const token = state.push('attributes', '', 0);
  token.content = written;
  token.meta = { start: close, end: state.pos };
  return true;
}

/** Attributes at the end of a line, or behind a link. */
function attributes(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  const written = src[pos] === '{' ? ATTRIBUTES.exec(src.slice(pos, pos + 230))?.[0] : undefined;
  if (!written || !(src[pos - 1] === ')' || /^[ \t]*(?:\n|$)/.test(src.slice(pos + written.length)))) return false;
  if (!silent) state.push('attributes', '', 0).content = written;
  state.pos = pos + written.length;
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
