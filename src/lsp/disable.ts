import type { Document, Unit } from '../document/document.js';
import { lineIndexAt, type Range } from '../document/range.js';
import { readFrontMatter } from '../document/read-front-matter.js';
import type { Locale } from '../language/locale.js';
import { applyEdits, type Edit } from '../lint/fix.js';
import { eolOf, lineAt } from './edits.js';

/** What stands where the reason goes. */
const REASON = { 'zh-CN': '请写明理由', en: 'say why' };

/** Suppresses a rule's findings at the line in which a finding begins. @returns null where nothing there can be written above it */
export function disableLine(rule: string, at: Range, document: Document, locale: Locale): Edit[] | null {
  const { frontMatter, text } = document;
  if (frontMatter.status !== 'none' && at.start < frontMatter.range.end) {
    return frontMatter.status === 'ok' ? inFrontMatter(rule, at, document, locale) : null;
  }
  const eol = eolOf(text);
  const line = lineAt(document, at.start);
  const block = blockAround(document, at.start);
  if (block) {
    const [from, to] = [lineAt(document, block.start), lineAt(document, block.end)];
    return [
      insertion(from.start, `${html('disable', rule, locale)}${eol}${eol}`),
      insertion(to.end, `${eol}${eol}${html('enable', rule)}`),
    ];
  }
  const comment = html('disable-next-line', rule, locale);
  const above = line.start > 0 ? lineAt(document, line.start - 1) : null;
  const written = above ? text.slice(above.start, above.end) : '';
  // A line of its own would part the paragraph or the list.
  if (above && isRunning(written) && above.start >= frontMatter.range.end)
    return [insertion(above.start + written.trimEnd().length, ` ${comment}`)];
  return at.start === 0 && at.end === 0 ? null : [insertion(line.start, `${comment}${eol}`)];
}

/** Suppresses a rule's findings in the whole file. */
export function disableFile(rule: string, { text, frontMatter }: Document, locale: Locale): Edit[] {
  const eol = eolOf(text);
  const comment = html('disable-file', rule, locale);
  // A block with blank lines above it is none, and must not move further down.
  if (frontMatter.problems.length > 0) {
    const end = text.trimEnd().length;
    return [{ start: end, end: text.length, text: `${eol}${eol}${comment}${eol}` }];
  }
  const { bodyStart } = readFrontMatter(text);
  const apart = bodyStart > 0 && !/[\r\n]$/.test(text.slice(0, bodyStart)) ? eol : '';
  const behind = /^[ \t]*(?:\r\n|\r|\n)/.test(text.slice(bodyStart)) ? eol : eol + eol;
  return [insertion(bodyStart, `${apart}${comment}${behind}`)];
}

/** Above the line, where the block can still be read then and says the same; else for the whole block. */
function inFrontMatter(rule: string, at: Range, document: Document, locale: Locale): Edit[] {
  const { text, lineStarts, frontMatter } = document;
  const eol = eolOf(text);
  const comment = (verb: string) => `# jiedu-lint-${verb} ${rule} -- ${REASON[locale]}${eol}`;
  const line = lineIndexAt(lineStarts, at.start);
  const first = lineStarts[1] ?? text.length;
  if (line > 0) {
    const { start, end } = lineAt(document, at.start);
    const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
    const edit = insertion(start, indent + comment('disable-next-line'));
    const after = readFrontMatter(applyEdits(text, [edit])).frontMatter;
    if (after.status === 'ok' && JSON.stringify(after.data) === JSON.stringify(frontMatter.data)) return [edit];
  }
  return [insertion(first, comment('disable'))];
}

/** The table or block of code that holds an offset: no comment can stand in the middle of it. */
function blockAround(document: Document, offset: number): Range | null {
  const { units, text } = document;
  const at = units.findIndex(({ range, type }) => isBlock(type) && range.start <= offset && offset <= range.end);
  const unit = units[at];
  if (!unit) return null;
  if (unit.table) {
    if (unit.table.row === 0) return null;
    const cells = units.filter(({ table }) => table?.index === unit.table?.index);
    return { start: cells[0]?.range.start ?? offset, end: cells.at(-1)?.range.end ?? offset };
  }
  let [first, last] = [at, at];
  while (units[first - 1]?.type === 'code') first--;
  while (units[last + 1]?.type === 'code') last++;
  const [start, end] = [units[first]?.range.start ?? offset, units[last]?.range.end ?? offset];
  const fence = lineAt(document, Math.max(0, lineAt(document, start).start - 1));
  const below = lineAt(document, Math.min(text.length, lineAt(document, end).end + eolOf(text).length));
  const isFence = (line: Range) => /^\s*(?:`{3}|~{3})/.test(text.slice(line.start, line.end));
  return { start: isFence(fence) ? fence.start : start, end: isFence(below) ? below.end : end };
}

function isBlock(type: Unit['type']): boolean {
  return type === 'cell' || type === 'code';
}

/** Whether a line is of text that goes on below it. */
function isRunning(line: string): boolean {
  return line.trim() !== '' && !/^\s{0,3}(?:#{1,6}\s|[-=*_]{3,}\s*$|`{3}|~{3}|<|\|)/.test(line);
}

function html(verb: string, rule: string, locale?: Locale): string {
  return `<!-- jiedu-lint-${verb} ${rule}${locale ? ` -- ${REASON[locale]}` : ''} -->`;
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
