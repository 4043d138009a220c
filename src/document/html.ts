import { unescapeAll } from 'markdown-it/lib/common/utils.mjs';
import { htmlComment } from './comments.js';
import type { Comment, Link, Unit } from './document.js';
import type { HtmlTables } from './html-table.js';
import { htmlId, htmlLink } from './inline.js';
import { type Anchor, MappedText } from './mapped-text.js';
import type { Range } from './range.js';

/**
 * Reads a stretch of HTML (or, without `tables`, of plain text) into its visible lines. Comments, tags, scripts and styles are
 * not visible, entities are resolved.
 * Every step moves forward by `indexOf`, so the cost is linear whatever is left unclosed.
 * @param tables told of every tag, in order; null for plain text
 */
export function readHtml(
  text: string,
  range: Range,
  tables: HtmlTables | null,
): { lines: HtmlLine[]; links: Link[]; ids: string[]; comments: Comment[] } {
  const html = text.slice(range.start, range.end);
  const pieces: Piece[] = [];
  const links: Link[] = [];
  const ids: string[] = [];
  const comments: Comment[] = [];
  let at = 0;
  let textFrom = 0;
  while (tables && at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || html.indexOf('>', open) < 0) break;
    const end = tagEnd(html, open);
    if (end < 0) {
      at = open + 1;
      continue;
    }
    const tag = html.slice(open, end);
    pieces.push({ start: textFrom, end: open, last: BREAKING.test(tag), cell: tables.cell });
    tables.read(tag);
    const link = htmlLink(tag, range.start + open);
    if (link) links.push(link);
    const id = htmlId(tag);
    if (id) ids.push(id);
    const comment = htmlComment(tag, range.start + open);
    if (comment) comments.push(comment);
    at = textFrom = end;
  }
  if (!(tables && html.startsWith('<!--', textFrom)))
    pieces.push({ start: textFrom, end: html.length, last: true, cell: tables?.cell });
  return { lines: linesOf(html, range.start, pieces, tables !== null), links, ids, comments };
}

/** A stretch of text between tags; `last` where its line ends with it. */
interface Piece extends Range {
  readonly last: boolean;
  readonly cell: Unit['table'];
}

interface HtmlLine {
  readonly text: MappedText;
  /** The cell of a table that it stands in. */
  readonly cell: Unit['table'];
}

/** Tags before and after which a page begins a new line or a new cell. */
const BREAKING =
  /^<\/?(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))(?=[\s/>])/i;

/** Where the tag or comment that opens at `open` ends; -1 where none opens there. An unclosed comment runs to the end. */
function tagEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (!/[a-zA-Z/!?]/.test(html[open + 1] ?? '')) return -1;
  const close = after(html, '>', open);
  const hidden = /^<(script|style)[\s>]/i.exec(html.slice(open, open + 9))?.[1];
  return hidden ? after(html, `</${hidden.toLowerCase()}>`, close) : close;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const LINE_END = /(\r\n?|\n)/;
const LINE_END_OR_ENTITY = /(\r\n?|\n|&(?:#x[a-f\d]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});)/i;

function linesOf(html: string, base: number, pieces: readonly Piece[], entities: boolean): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let visible = '';
  let anchors: Anchor[] = [];
  const flush = (end: number, cell: Unit['table']) => {
    const line = new MappedText(visible, anchors, base + end).trim();
    if (line.text) lines.push({ text: line, cell });
    visible = '';
    anchors = [];
  };
  for (const piece of pieces) {
    let at = piece.start;
    for (const [index, part] of html
      .slice(piece.start, piece.end)
      .split(entities ? LINE_END_OR_ENTITY : LINE_END)
      .entries()) {
      if (part.startsWith('\n') || part.startsWith('\r')) flush(at, piece.cell);
      else if (index % 2 === 1) {
        anchors.push([visible.length, base + at, base + at + part.length]);
        visible += unescapeAll(part);
      } else if (part) {
        anchors.push([visible.length, base + at]);
        visible += part;
      }
      at += part.length;
    }
    if (piece.last) flush(piece.end, piece.cell);
  }
  return lines;
}
