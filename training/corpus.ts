import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Document } from '../src/document/document.js';
import { parseDocument } from '../src/document/parse.js';
import { ELEMENT_IDS } from '../src/elements/catalogue.js';
import { type Line, read } from '../src/elements/reading.js';

/** The letters that labels are written in, in the order of `ELEMENT_IDS`: capital for substance, lower case for an announcement. */
export const CODES = 'BOMSTPKGDCLIE';

/** A labelled document as training sees it. */
export interface Labelled {
  readonly set: string;
  readonly file: string;
  readonly document: Document;
  readonly lines: readonly Line[];
  /** By line, a bit for each element that it supplies, and for each that it announces. */
  readonly supplies: readonly number[];
  readonly announces: readonly number[];
  /** By element: whether the document provides it; null where two ways of labelling differ. */
  readonly provided: readonly (boolean | null)[];
  readonly announced: readonly boolean[];
  readonly revises: boolean | null;
}

/** A document of a set: its text and the labels of its units, offsets in UTF-16 units into the whole file. */
interface Entry {
  readonly file: string;
  readonly text: string;
  readonly revises: boolean | null;
  readonly units: readonly (readonly [start: number, end: number, codes: string])[];
}

/** A second, blind judgement that stands against a label of a set that is not ours to change. */
interface Correction {
  readonly set: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly add: string;
  readonly remove: string;
}

/** Small documents made to hold hard cases: they are learned from, but tell nothing of how often an element is missing. */
export function isContrast({ set }: Pick<Labelled, 'set'>): boolean {
  return set.startsWith('contrast');
}

/**
 * Loads the sets of `training/sets`, and of a folder with `SET/*.md` and `sentences/SET.jsonl` where one is named.
 * @param more such a folder; sets that both have are taken from the project
 */
export function loadCorpus(more?: string): Labelled[] {
  const here = join(import.meta.dirname, 'sets');
  const own = readdirSync(here)
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const names = new Set(own.map((name) => basename(name, '.jsonl')));
  const sets = own.map((name) => ({
    set: basename(name, '.jsonl'),
    entries: linesOf<Entry>(join(here, name)),
    whole: new Map<string, WholeLabel>(),
  }));
  for (const set of more ? setsIn(more).filter((name) => !names.has(name)) : []) {
    const entries = linesOf<Entry>(join(more as string, 'sentences', `${set}.jsonl`)).map((entry) => ({
      ...entry,
      text: readFileSync(join(more as string, set, entry.file), 'utf8'),
    }));
    sets.push({ set, entries, whole: wholeLabels(more as string, set) });
  }
  const corrections = linesOf<Correction>(join(import.meta.dirname, 'corrections.jsonl'));
  const correctionsOf = (set: string, file: string) =>
    corrections.filter((correction) => correction.set === set && correction.file === file);
  return sets.flatMap(({ set, entries, whole }) =>
    entries.map((entry) => labelled(set, entry, correctionsOf(set, entry.file), whole.get(entry.file))),
  );
}

function setsIn(folder: string): string[] {
  return readdirSync(join(folder, 'sentences'))
    .map((name) => basename(name, '.jsonl'))
    .sort();
}

/** Labels of whole documents, where a set has them: `labels.jsonl` beside the sets. */
interface WholeLabel {
  readonly file: string;
  readonly revises: boolean | null;
  readonly elements: Readonly<Record<string, { readonly provided: boolean | null }>>;
}

function wholeLabels(folder: string, set: string): Map<string, WholeLabel> {
  const path = join(folder, 'labels.jsonl');
  if (set !== 'dev' || !existsSync(path)) return new Map();
  return new Map(linesOf<WholeLabel>(path).map((label) => [label.file, label]));
}

function linesOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

function labelled(set: string, entry: Entry, corrections: readonly Correction[], whole?: WholeLabel): Labelled {
  const { file, text, units } = entry;
  const document = parseDocument(text, { path: file });
  const { lines } = read(document);
  const supplies: number[] = [];
  const announces: number[] = [];
  let unit = 0;
  let before = -1;
  for (const [i, line] of lines.entries()) {
    const { start, end } = spanOf(line);
    while ((units[unit]?.[1] ?? Number.POSITIVE_INFINITY) <= start) unit++;
    const first = unit;
    let codes = '';
    for (let at = unit; (units[at]?.[0] ?? Number.POSITIVE_INFINITY) < end; at++) codes += units[at]?.[2];
    for (const change of corrections)
      if (change.start < end && change.end > start)
        codes = [...codes].filter((code) => !change.remove.includes(code)).join('') + change.add;
    const next = lines[i + 1];
    const isTitleOfSame =
      (line.kind === 'heading' || line.kind === 'question') &&
      next !== undefined &&
      spanOf(next).start < (units[first]?.[1] ?? 0);
    // A unit that we read as a title and its text has one label for both.
    supplies.push(isTitleOfSame ? 0 : bitsOf(codes, CODES));
    announces.push(first === before && !isTitleOfSame ? 0 : bitsOf(codes, CODES.toLowerCase()));
    before = first;
  }
  const all = units.map(([, , codes]) => codes).join('');
  return {
    ...{ set, file, document, lines, supplies, announces },
    provided: [...CODES].map((code, i) => agreed(all.includes(code), whole, i)),
    announced: [...CODES.toLowerCase()].map((code) => all.includes(code)),
    revises: whole?.revises ?? entry.revises,
  };
}

/** Null where the label of the whole document differs from what its sentences say. */
function agreed(provided: boolean, whole: WholeLabel | undefined, element: number): boolean | null {
  const other = whole?.elements[ELEMENT_IDS[element] as string]?.provided;
  return other === undefined || other === provided ? provided : null;
}

function spanOf({ sentences }: Line): { start: number; end: number } {
  return { start: sentences[0]?.range.start ?? 0, end: sentences.at(-1)?.range.end ?? 0 };
}

function bitsOf(codes: string, alphabet: string): number {
  return [...alphabet].reduce((bits, code, i) => (codes.includes(code) ? bits | (1 << i) : bits), 0);
}
