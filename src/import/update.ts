import { dataKey } from '../document/vocabulary.js';

/**
 * The text of a file that was imported before, made anew: its front matter keeps what people wrote into it. A key that still bears the mark
 * of a guess, or stands empty, takes what is guessed now.
 * @param before the file as it is
 * @param fresh the file as importing would write it today
 */
export function updatedText(before: string, fresh: string): string {
  const old = blockOf(before.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const now = blockOf(fresh);
  if (!old || !now) return fresh;
  const guesses = new Map(entriesOf(now.lines).map((entry) => [entry.key, entry]));
  const kept = entriesOf(old.lines).flatMap(({ key, lines }) => {
    const guess = guesses.get(key);
    guesses.delete(key);
    if (key === null || !isOpen(lines)) return lines;
    // What is no longer guessed was only ever a guess.
    return guess?.lines ?? (isGuess(lines) ? [] : lines);
  });
  const added = [...guesses.values()].flatMap(({ lines }) => lines);
  return ['---', ...kept, ...added, '---', now.rest].join('\n');
}

interface Entry {
  /** Canonical key; null for lines that belong to none. */
  readonly key: string | null;
  readonly lines: string[];
}

function blockOf(text: string): { lines: string[]; rest: string } | null {
  const end = /\n---[ \t]*(?:\n|$)/.exec(text.slice(3));
  if (!/^---[ \t]*\n/.test(text) || !end) return null;
  const inside = text.slice(text.indexOf('\n') + 1, 3 + end.index + 1).replace(/\n$/, '');
  return { lines: inside === '' ? [] : inside.split('\n'), rest: text.slice(3 + end.index + end[0].length) };
}

/** Keys with the lines that follow them indented, or as items of a list. */
function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const written = /^["']?([^\s#"':：][^:："']{0,60}?)["']?[ \t]*:(?:[ \t]|$)/.exec(line)?.[1];
    if (written !== undefined) entries.push({ key: dataKey(written), lines: [line] });
    else if (/^(?:[ \t]|-[ \t])/.test(line) && entries.length > 0) entries.at(-1)?.lines.push(line);
    else entries.push({ key: null, lines: [line] });
  }
  return entries;
}

const GUESSED = /#[ \t]*(?:推测[：:]|guessed from )/;

function isGuess(lines: readonly string[]): boolean {
  return lines.length === 1 && GUESSED.test(lines[0] ?? '');
}

/** A guess that nobody checked, or a key without a value. */
function isOpen(lines: readonly string[]): boolean {
  const [line = ''] = lines;
  const value = line.slice(line.indexOf(':') + 1).trimStart();
  return isGuess(lines) || (lines.length === 1 && (value === '' || value.startsWith('#')));
}
