import { asciiTrim } from 'markdown-it/lib/common/utils.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

declare module 'markdown-it/lib/common/utils.mjs' {
  /** Left out of its types. */
  export function asciiTrim(text: string): string;
}

/**
 * A rule for markdown-it, before all others: a paragraph none of whose lines begins as any other rule's do. Most paragraphs are; they
 * are read without asking these rules for every line. The token of a single line has its offset in `meta`.
 */
export function plainParagraph(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || !isPlain(state, startLine)) return false;
  let line = startLine + 1;
  for (; line < endLine && !state.isEmpty(line); line++) if (!isPlain(state, line)) return false;
  const token = state.push('inline', '', 0);
  token.map = [startLine, line];
  if (line === startLine + 1) {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    token.content = asciiTrim(state.src.slice(start, state.eMarks[startLine]));
    token.meta = start;
  } else token.content = asciiTrim(state.getLines(startLine, line, state.blkIndent, false));
  state.line = line;
  return true;
}

/** Whether a line begins with a letter or a mark that opens no block, underlines none and makes no table. */
function isPlain(state: StateBlock, line: number): boolean {
  const { src } = state;
  let at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  let code = src.charCodeAt(at);
  if (code > 0x7f) return true;
  // 1. and 1) open lists.
  if (isDigit(code)) {
    while (isDigit(code)) code = src.charCodeAt(++at);
    return code !== 0x2e && code !== 0x29;
  }
  // A list's asterisk has a blank behind it, a rule drawn across the page nothing but asterisks and blanks.
  if (code === 0x2a) return src.charCodeAt(at + 1) === 0x2a && src.charCodeAt(at + 2) > 0x2a;
  return !OPENERS.includes(String.fromCharCode(code));
}

/** What blocks, underlines of headings and the second line of a table begin with. */
const OPENERS = '#>-+_=<[~`|:';

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
