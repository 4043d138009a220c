import { paperNames } from '../../../src/archive/content/paper-names.js';
import { drawnFrom, type FactKind } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { Document } from '../../../src/document/document.js';
import { signatureLines } from '../../../src/document/signature.js';
import { type Figure, figuresIn } from '../../../src/language/figures.js';
import { isTraditional, readerOf } from '../../../src/language/traditional.js';
import { contextOf, type FigureContext } from './context.js';
import { type FigureFact, type KeptFigure, type KeptFigures, unpacked } from './fact.js';
import { policyStatement, type Statement } from './roles.js';
import { type Surroundings, surroundingsOf } from './surroundings.js';
import { withUnit } from './tables.js';

/** The figures that documents state; null where there are too many to compare: a document that is a table of data. */
export const FIGURES: FactKind<KeptFigures | null> = {
  name: 'figures',
  draw: figuresOf,
  stretches: (kept) =>
    (kept?.figures ?? []).map(([start, end, , , clause, textAt, afterAt]) => ({
      at: { start, end },
      words: clause.slice(textAt, afterAt),
    })),
};

/** The figures that a file states; none where there are too many. */
export function figuresStated(file: Facts): FigureFact[] {
  const kept = drawnFrom(file, FIGURES);
  return kept ? unpacked(file, kept) : [];
}

/** A document with more figures is a table of data, in which one is not told from another by its words. */
const MAX_FIGURES = 1000;
/** Characters kept of the clause before a figure, behind it, and of the beginning of its sentence. */
export const BEFORE = 30;
export const AFTER = 16;
const SUBJECT = 16;

/**
 * The figures a document states. Of an interpretation those that may be said of the policy: its cases, the values of older rules and
 * rough figures are left out.
 * @returns null where there are too many
 */
function figuresOf(document: Document): KeptFigures | null {
  const isPolicy = document.kind === 'policy';
  const read = readerOf(document.text);
  const names = isPolicy
    ? null
    : paperNames(
        read(document.title),
        document.units.map(({ text }) => read(text.text)),
      );
  // The day on which an interpretation was signed is its own.
  const signature = names && signatureLines(document);
  const kept: KeptFigure[] = [];
  const heads = new Map<string, number>();
  let context: FigureContext | null = null;
  let seen = 0;
  for (const place of surroundingsOf(document)) {
    if (signature?.has(place.unit)) continue;
    const figures = figuresIn(withUnit(place), MAX_FIGURES - seen);
    seen += figures.length;
    if (seen > MAX_FIGURES) return null;
    if (names) context = contextOf(place, figures, names, context);
    for (const [i, figure] of figures.entries()) {
      const statement = names ? context?.statements[i] : policyStatement(figure, place.text);
      if (statement && !(names && figure.rough)) kept.push(keptOf(place, figure, statement, heads));
    }
  }
  return { heads: [...heads.keys()], figures: kept, isTraditional: isTraditional(document.text) };
}

function keptOf(
  { unit, text, row, column, topic, runIn }: Surroundings,
  { start, end: written, measure, value }: Figure,
  { paper, role }: Statement,
  heads: Map<string, number>,
): KeptFigure {
  const end = Math.min(written, text.length);
  const sentence = lastStop(text, start) + 1;
  const from = Math.max(sentence, start - BEFORE);
  const stop = text.slice(end, end + AFTER).search(STOP);
  const clause = unit.text.text.slice(from, end + (stop < 0 ? AFTER : stop));
  // What is asked is what an answer is about: 三级医院报销多少？ 60%.
  const head = runIn || (QUESTION.test(topic) ? topic : '');
  const subject =
    text.slice(sentence, Math.min(from, sentence + SUBJECT)) || (text.slice(from, start).includes(head) ? '' : head);
  const place = (head: string) => {
    if (!heads.has(head)) heads.set(head, heads.size);
    return heads.get(head) as number;
  };
  const range = unit.text.rangeOf(start, end);
  const at = [start - from, end - from] as const;
  return [
    range.start,
    range.end,
    measure,
    value,
    clause,
    ...at,
    subject,
    place(row),
    place(column),
    place(topic),
    paper,
    role,
  ];
}

const QUESTION = /[？?]$/;
const STOP = /[。；！？;]/;
const STOPS = Array.from('。；！？;', (char) => char.charCodeAt(0));

/** Where the last stop before `end` stands; -1 without one. */
function lastStop(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && !STOPS.includes(text.charCodeAt(at))) at--;
  return at;
}
