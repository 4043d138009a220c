import { needlesOf } from '../language/needles.js';
import { staysInLine } from '../language/stays-in-line.js';
import { type NotedWords, notedWords } from '../language/word-places.js';
import { CATALOGUE, type ElementId, type Signal } from './catalogue.js';
import type { Announcement } from './headings.js';
import { endsAsQuestion, type Line, type Reading } from './reading.js';

/** A place where a signal fired. Offsets in the reading. */
export interface Hit {
  readonly signal: Signal;
  readonly start: number;
  readonly end: number;
  /** The line in which it begins. */
  readonly line: Line;
}

/** Where lines announce an element: of each the end of the words that do. They supply nothing themselves. */
export type Announcing = ReadonlyMap<Line, number>;

export function announcingWords(announcements: readonly Announcement[]): Announcing | null {
  return announcements.length > 0 ? new Map(announcements.map(({ line, end }) => [line, end])) : null;
}

/** True where a hit stands in words that announce its element. */
export function isAnnounced({ line, start }: Hit, announcing: Announcing | null): boolean {
  return announcing !== null && start < (announcing.get(line) ?? 0);
}

/**
 * All hits of an element's signals in a document. Questions supply nothing, nor do the words that announce the element.
 * @param announcements those of the same element
 */
export function findHits(reading: Reading, element: ElementId, announcements: readonly Announcement[] = []): Hit[] {
  const announcing = announcingWords(announcements);
  return CATALOGUE[element].signals.flatMap((signal) =>
    (searchFor(signal, reading)?.all() ?? []).filter((hit) => !isAnnounced(hit, announcing)),
  );
}

/** True where one of these signals fires. */
export function fires(reading: Reading, signals: readonly Signal[]): boolean {
  return signals.some((signal) => searchFor(signal, reading)?.hit(0));
}

/**
 * The search for a signal in a reading: whoever asks for it goes on with the same one.
 * @returns null where there is nothing to be found for certain
 */
export function searchFor(signal: Signal, reading: Reading): Search | null {
  let search = reading.searches.get(signal);
  if (search === undefined) {
    search = searchIn(reading, signal);
    reading.searches.set(signal, search);
  }
  return search;
}

function searchIn(reading: Reading, signal: Signal): Search | null {
  const expressions = compiled(signal);
  const { table } = reading;
  // The table knows one text at a time.
  if (!expressions.words || !table?.holds(reading.text)) return new Search(signal, expressions, reading, null);
  const places = table.placesOf(expressions.words, MOST_PLACES);
  if (places?.length === 0) return null;
  return new Search(signal, expressions, reading, places && expressions.staysInLine ? places : null);
}

/** Words that stand in more places than this are not worth going from one to the next. */
const MOST_PLACES = 40;

/** Finds the hits of one signal, one after the other and no more than are asked for: often the first says enough. */
export class Search {
  private readonly hits: Hit[] = [];
  /** The line that is being searched, with the line feeds around it, where it begins, and where it ends. */
  private stretch = '';
  private start = 0;
  private end = 0;
  /** How many of `places` are done, and how far the line. */
  private done = 0;
  private from = 0;
  private isOver = false;

  /** @param places offsets of words of which each hit's line holds one; null where the whole text is to be searched */
  constructor(
    private readonly signal: Signal,
    private readonly expressions: CompiledSignal,
    private readonly reading: Reading,
    private readonly places: readonly number[] | null,
  ) {
    if (places) return;
    this.stretch = reading.text;
    this.end = reading.text.length;
  }

  /** The hit of this number, from 0; undefined where there are not as many. */
  hit(number: number): Hit | undefined {
    while (this.hits.length <= number && !this.isOver) this.findNext();
    return this.hits[number];
  }

  all(): readonly Hit[] {
    while (!this.isOver) this.findNext();
    return this.hits;
  }

  /** Goes on to the next hit, or to the end. */
  private findNext(): void {
    const { places } = this;
    while (this.stretch === '' || !this.findInStretch()) {
      // Words in the line that has been searched.
      while (places && this.done < places.length && (places[this.done] as number) < this.end) this.done++;
      const place = places?.[this.done];
      if (place === undefined) {
        this.isOver = true;
        return;
      }
      const { text } = this.reading;
      this.start = Math.max(0, text.lastIndexOf('\n', place));
      this.end = text.indexOf('\n', place);
      this.stretch = text.slice(this.start, this.end + 1);
      this.from = 0;
    }
  }

  private findInStretch(): boolean {
    const { signal, reading, stretch } = this;
    const { pattern, unless } = this.expressions;
    const { text } = reading;
    pattern.lastIndex = this.from;
    for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
      const from = this.start + match.index;
      if (from >= this.end) return false;
      const end = from + match[0].length;
      const start = afterBreaks(text, from, end);
      if (match[0] === '') pattern.lastIndex++;
      if (signal.atStart && !beginsClause(text, start)) {
        pattern.lastIndex = match.index + 1;
        continue;
      }
      const line = reading.lines[reading.lineAt(start)];
      if (!line || asks(line)) continue;
      if (unless?.test(before(text, line.start, start, end))) continue;
      this.hits.push({ signal, start, end, line });
      this.from = pattern.lastIndex;
      return true;
    }
    return false;
  }
}

function asks({ sentence }: Line): boolean {
  return endsAsQuestion(sentence) || (sentence.heading && sentence.section?.style === 'question');
}

/** What `unless` is tested on: the sentence from its beginning, but no further back than matters, to the end of the clause. */
function before(text: string, lineStart: number, start: number, end: number): string {
  return text.slice(Math.max(lineStart, start - REACH), clauseEnd(text, end, end + REACH));
}

/** How far a sentence may run before and after a hit and still bear on it; keeps detection linear in long sentences. */
const REACH = 200;

/** A pattern may begin with the mark before its clause; the hit does not. */
function afterBreaks(text: string, start: number, end: number): number {
  let from = start;
  while (from < end - 1 && CLAUSE_BREAK.test(text[from] as string)) from++;
  return from;
}

function beginsClause(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before !== undefined && CONNECTIVE.test(before)) return start < 2 || CLAUSE_START.test(text[start - 2] as string);
  return before === undefined || CLAUSE_START.test(before);
}

const CONNECTIVE = /[但并故特而也]/;
const CLAUSE_START = /[，。；：！？、“—》）\n]/;

/**
 * The whole clause around a stretch, at most to the ends of its sentence; with the clause before it where that holds the
 * subject (过境货物，是指…).
 */
export function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = clauseStart(text, start);
  if (text[from - 1] === '，' && NO_SUBJECT.test(text.slice(from, from + 2))) from = clauseStart(text, from - 1);
  return { start: from, end: clauseEnd(text, end) };
}

const NO_SUBJECT = /^(?:是指|是一|即|系指|指|是由|是对)/;

function clauseStart(text: string, start: number): number {
  let from = start;
  while (from > 0 && !CLAUSE_BREAK.test(text[from - 1] as string)) from--;
  return from;
}

const CLAUSE_BREAK = /[，。；：！？\n]/;

function clauseEnd(text: string, end: number, limit = text.length): number {
  let to = end;
  while (to < Math.min(text.length, limit) && !CLAUSE_BREAK.test(text[to] as string)) to++;
  return to;
}

interface CompiledSignal {
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
  /** Words of which every match holds one; null where that is not known. */
  readonly words: NotedWords | null;
  readonly staysInLine: boolean;
}

const cache = new Map<Signal, CompiledSignal>();

function compiled(signal: Signal): CompiledSignal {
  let compiledSignal = cache.get(signal);
  if (!compiledSignal) {
    compiledSignal = new LazilyCompiled(signal);
    cache.set(signal, compiledSignal);
  }
  return compiledSignal;
}

/** What is needed of a signal's expressions; few documents need all. */
class LazilyCompiled implements CompiledSignal {
  readonly pattern: RegExp;
  private exception: RegExp | null | undefined;
  private noted: NotedWords | null | undefined;
  private isLineBound: boolean | undefined;

  constructor(private readonly signal: Signal) {
    this.pattern = new RegExp(signal.pattern, 'g');
  }

  get unless(): RegExp | null {
    this.exception ??= this.signal.unless ? new RegExp(this.signal.unless) : null;
    return this.exception;
  }

  get words(): NotedWords | null {
    if (this.noted === undefined) {
      const words = needlesOf(this.signal.pattern);
      this.noted = words && notedWords(words);
    }
    return this.noted;
  }

  get staysInLine(): boolean {
    this.isLineBound ??= staysInLine(this.signal.pattern);
    return this.isLineBound;
  }
}
