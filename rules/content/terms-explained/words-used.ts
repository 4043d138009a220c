import type { FactKind } from '../../../src/archive/content.js';
import type { Document, Unit } from '../../../src/document/document.js';
import { contains, type Range } from '../../../src/document/range.js';
import { explanationsIn } from './explanations.js';

/** The words of an explanation, as far as a policy's definitions are looked for in them. */
export interface Wording {
  /** Stretches of text that are written more than once, a line each: every file has a hundred. */
  readonly repeated: string;
  /** Where the first of each begins in the source, and how long it is there. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** What the text explains, as `explanationsIn` gives it. */
  readonly explanations: string;
}

/** Terms that policies define. */
export const DEFINITIONS: FactKind<readonly string[]> = {
  name: 'definitions',
  draw: (document) => (document.kind === 'policy' ? definitionsOf(document) : undefined),
};

/** How explanations use words. */
export const WORDING: FactKind<Wording> = {
  name: 'wording',
  draw: (document) => (document.kind === 'policy' ? undefined : wordingOf(document)),
  stretches: ({ repeated, starts, lengths }) => {
    const words = repeated.split('\n');
    return starts.map((start, line) => ({
      at: { start, end: start + (lengths[line] as number) },
      words: words[line] as string,
    }));
  },
};

/** The first place of what is written more than once and holds a term; null where nothing does. */
export function useOf(term: string, { repeated, starts, lengths }: Wording): Range | null {
  const found = repeated.indexOf(term);
  if (found < 0) return null;
  const line = repeated.slice(0, found).split('\n').length - 1;
  const first = starts[line] as number;
  const start = first + found - (repeated.lastIndexOf('\n', found) + 1);
  return { start, end: Math.min(start + term.length, first + (lengths[line] as number)) };
}

/** Longest term that a definition introduces; longer ones are descriptions. */
const TERM = '([㐀-鿿A-Za-z]{3,14}?)';
const DEFINED = new RegExp(
  `(?:(?:本[㐀-鿿]{1,6}|前款|上款|本条)(?:第[一二三四五六七八九十百]{1,5}条)?所称的?|^|[。；：]|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.．、])[“‘]?${TERM}[”’]?[，,]?是指`,
  'g',
);

/** The terms that a policy defines (本办法所称…，是指…), each once. */
function definitionsOf(document: Document): string[] {
  const found = document.units.flatMap(({ text }) =>
    text.text.includes('是指') ? [...text.text.matchAll(DEFINED)].map(([, term = '']) => term) : [],
  );
  return [...new Set(found.filter((term) => !/的|[或和与及]|^(?:其|该|本|上述|前款)/.test(term)))];
}

/** A sample of what an explanation says; enough to tell whether it uses a term again and again, and explains it. */
function wordingOf(document: Document): Wording {
  const lines = document.units.filter(({ type, range }) => type !== 'code' && !contains(document.titleRange, range));
  const text = lines.map((line) => line.text.text).join('\n');
  const repeated = repeatedIn(lines);
  const places = [...repeated.values()];
  return {
    repeated: [...repeated.keys()].join('\n'),
    starts: places.map(({ start }) => start),
    lengths: places.map(({ start, end }) => end - start),
    explanations: explanationsIn(text.slice(0, MOST)),
  };
}

/** Characters of a text that are read, and stretches kept of it. */
const MOST = 60_000;
const MOST_STRETCHES = 300;
/** Characters whose repetition is counted: the shortest term looked for. */
const GRAM = 3;

/** Stretches of which every three characters in a row stand in the text twice or more, with their first place. Titles are no use of a word. */
function repeatedIn(lines: readonly Unit[]): ReadonlyMap<string, Range> {
  const counts = new Map<string, number>();
  const runs: { unit: Unit; text: string; start: number }[] = [];
  let read = 0;
  for (const unit of lines) {
    const body = unit.text.text.replace(/《[^《》]{0,200}》/g, (title) => '\0'.repeat(title.length));
    for (const { index, 0: text } of body.matchAll(/[㐀-鿿A-Za-z]{3,}/g)) {
      runs.push({ unit, text, start: index });
      for (let i = 0; i + GRAM <= text.length; i++) {
        const gram = text.slice(i, i + GRAM);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
    read += body.length;
    if (read > MOST) break;
  }
  const found = new Map<string, Range>();
  for (const { unit, text, start } of runs) {
    let from = -1;
    for (let i = 0; i + GRAM <= text.length + 1; i++) {
      const isRepeated = i + GRAM <= text.length && (counts.get(text.slice(i, i + GRAM)) ?? 0) > 1;
      if (isRepeated && from < 0) from = i;
      if (isRepeated || from < 0) continue;
      const end = i + GRAM - 1;
      const stretch = text.slice(from, end);
      if (!found.has(stretch) && found.size < MOST_STRETCHES)
        found.set(stretch, unit.text.rangeOf(start + from, start + end));
      from = -1;
    }
  }
  return found;
}
