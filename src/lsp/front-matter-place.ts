import type { Kind } from '../document/document.js';
import { englishKey, kindOf } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';

/** Where in the front matter something is being typed. */
export type Place =
  | {
      readonly type: 'key';
      /** Canonical key of the map it stands in. */
      readonly parent: string | undefined;
      /** Keys already in that map, as written. */
      readonly present: readonly string[];
      /** What is typed, from here to the end of the word, in units of the line. */
      readonly start: number;
      readonly end: number;
      /** A colon follows already. */
      readonly hasColon: boolean;
    }
  | {
      readonly type: 'value';
      readonly key: string;
      readonly parent: string | undefined;
      readonly start: number;
      readonly end: number;
      /** It is an item of a list. */
      readonly inList: boolean;
    };

/** One line of YAML taken apart: `  - key: value`. */
interface Line {
  /** Column of the first character, or of the dash. */
  readonly indent: number;
  readonly dash: boolean;
  /** Column behind the dashes. */
  readonly column: number;
  readonly key: string | undefined;
  readonly hasValue: boolean;
}

/**
 * Finds out what is typed at a place of a block that may be half written, from its lines alone.
 * @param lines of the whole text
 * @returns null outside the front matter, and where nothing can be said
 */
export function placeIn(lines: readonly string[], line: number, character: number): Place | null {
  if (!isInBlock(lines, line)) return null;
  const written = lines[line] ?? '';
  const before = written.slice(0, character);
  if (/(?:^|\s)#/.test(before)) return null;
  const { indent, dash, column } = lineOf(written.slice(0, character));
  const rest = before.slice(column);
  const parent = parentOf(lines, line, dash ? indent : column, dash);
  const flow = inFlow(rest);
  const colon = /^([^:"'[\]{},]+):(?:\s|$)/.exec(rest);
  const end = (from: RegExp) => character + (from.exec(written.slice(character))?.[0].trimEnd().length ?? 0);
  if (flow?.open === '{') {
    const outer = colon ? englishKey(colon[1] as string, parent) : parent;
    const own = /^\s*((?:[^\s:][^:]*)?)$/.exec(flow.typed);
    const inner = /^\s*([^\s:][^:]*):\s*((?:\S.*)?)$/.exec(flow.typed);
    if (own) {
      const present = [...flow.whole.matchAll(/[{,]\s*([^\s:,{}][^:,{}]*):/g)].map((match) =>
        (match[1] as string).trim(),
      );
      const tail = end(/^[^:,}\s]*/);
      return {
        ...{ type: 'key', parent: outer, present, start: character - (own[1] as string).length, end: tail },
        hasColon: /^\s*:/.test(written.slice(tail)),
      };
    }
    const key = inner && outer !== undefined ? englishKey(inner[1] as string, outer) : undefined;
    if (!inner || key === undefined) return null;
    const start = character - (inner[2] as string).length;
    return { type: 'value', key, parent: outer, start, end: end(/^[^,}\]#]*/), inList: false };
  }
  if (colon) {
    const key = englishKey(colon[1] as string, parent);
    if (key === undefined) return null;
    const typed = flow?.open === '[' ? flow.typed.replace(/^\s+/, '') : rest.slice(colon[0].length).replace(/^\s+/, '');
    const stop = flow ? /^[^,\]#]*/ : /^(?:(?!\s#).)*/;
    return { type: 'value', key, parent, start: character - typed.length, end: end(stop), inList: flow?.open === '[' };
  }
  if (/[:"'[\]{},]/.test(rest)) return null;
  const row = parent?.split('.');
  const holder = row?.at(-1);
  if (dash && holder !== undefined && !HOLDS_MAPS.has(holder))
    return {
      ...{ type: 'value', key: holder, parent: undefined, inList: true },
      start: character - rest.length,
      end: end(/^(?:(?!\s#).)*/),
    };
  const tail = end(/^[^:：\s]*/);
  return {
    ...{ type: 'key', parent, start: character - rest.length, end: tail },
    present: siblingsOf(lines, line, column, parent === undefined),
    hasColon: /^\s*:/.test(written.slice(tail)),
  };
}

/** The kind that a block names which may not be readable as YAML just now. */
export function kindIn(lines: readonly string[]): Kind | undefined {
  for (const line of lines.slice(1, MOST_LINES)) {
    if (line.startsWith('---')) break;
    const [, key = '', value = ''] = /^([^\s:#-][^:]*):\s+((?:\S.*)?)$/.exec(line) ?? [];
    if (englishKey(key) === 'kind')
      return kindOf(
        value
          .replace(/\s#.*/, '')
          .replace(/^["']|["']$/g, '')
          .trim(),
      );
  }
  return undefined;
}

/**
 * The language of the keys written so far; the reader's where neither has more.
 * @param leaveOut a line that is being written
 */
export function namingIn(lines: readonly string[], locale: Locale, leaveOut = -1): Locale {
  let [chinese, english] = [0, 0];
  for (const [i, line] of lines.slice(0, MOST_LINES).entries()) {
    if (i > 0 && line.startsWith('---')) break;
    const key = /^\s*(?:-\s+)?([^\s:#-][^:]*):(?:\s|$)/.exec(line)?.[1];
    if (key === undefined || i === leaveOut) continue;
    if (/\p{Script=Han}/u.test(key)) chinese++;
    else english++;
  }
  if (chinese === english) return locale;
  return chinese > english ? 'zh-CN' : 'en';
}

/** More than a front matter has. */
const MOST_LINES = 400;

/** Keys whose list items are maps. */
const HOLDS_MAPS: ReadonlySet<string> = new Set(['sign-offs']);

/** The lines between the two rules; of a block not closed yet those up to a blank line or a heading. */
function isInBlock(lines: readonly string[], line: number): boolean {
  if (line < 1 || !/^---\s*(?:ya?ml\s*)?$/i.test(lines[0] ?? '')) return false;
  const close = lines.findIndex((written, i) => i > 0 && written.startsWith('---'));
  if (close >= 0) return line < close;
  const end = lines.findIndex((written, i) => i > 0 && (written.trim() === '' || written.startsWith('#')));
  return end < 0 || line <= end;
}

function lineOf(written: string): Line {
  const [, space = '', dashes = '', rest = ''] = /^(\s*)((?:-(?:\s+|$))*)(.*)/.exec(written) ?? [];
  const colon = /^([^:"'[\]{},#]+):(?:\s+((?:\S.*)?))?$/.exec(rest);
  return {
    indent: space.length,
    dash: dashes !== '',
    column: space.length + dashes.length,
    key: colon?.[1]?.trim(),
    hasValue: (colon?.[2] ?? '').replace(/#.*/, '').trim() !== '',
  };
}

/** The canonical key of the map or list that a line at a column stands in. */
function parentOf(lines: readonly string[], from: number, column: number, dash: boolean): string | undefined {
  let at = column;
  let inItem = dash;
  for (let i = from - 1; i > 0; i--) {
    const written = lines[i] ?? '';
    if (/^\s*(?:#|$)/.test(written)) continue;
    const line = lineOf(written);
    if (line.dash) {
      if (!inItem && line.column <= at && line.indent < at) {
        at = line.indent;
        inItem = true;
      }
      continue;
    }
    if (line.key === undefined || !(line.indent < at || (inItem && line.indent === at))) continue;
    return line.hasValue || line.indent > 0 ? undefined : englishKey(line.key);
  }
  return undefined;
}

/** Keys written at the same depth of the same map. */
function siblingsOf(lines: readonly string[], from: number, column: number, isTop: boolean): string[] {
  const keys: string[] = [];
  for (const step of [-1, 1]) {
    for (let i = step < 0 ? from : from + 1; i > 0 && i < lines.length; i += step) {
      const written = lines[i] ?? '';
      if (written.startsWith('---')) break;
      const line = lineOf(written);
      if (step > 0 && line.dash && !isTop) break;
      if (line.column === column && line.key !== undefined && i !== from) keys.push(line.key);
      if (!isTop && (line.column < column || (step < 0 && line.dash))) break;
    }
  }
  return keys;
}

/** The innermost bracket that is open at the end of a text, and what stands behind it or behind the last comma in it. */
function inFlow(rest: string): { open: '[' | '{'; typed: string; whole: string } | null {
  const open: { mark: '[' | '{'; at: number; from: number }[] = [];
  for (let i = 0; i < rest.length; i++) {
    const char = rest[i];
    const last = open.at(-1);
    if (char === '[' || char === '{') open.push({ mark: char, at: i, from: i + 1 });
    else if (char === ']' || char === '}') open.pop();
    else if (char === ',' && last) last.from = i + 1;
  }
  const last = open.at(-1);
  return last ? { open: last.mark, typed: rest.slice(last.from), whole: rest.slice(last.at) } : null;
}
