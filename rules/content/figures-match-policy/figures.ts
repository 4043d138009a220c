import { paperNames } from '../../../src/archive/content/paper-names.js';
import type { FactKind } from '../../../src/archive/content.js';
import type { Document, Unit } from '../../../src/document/document.js';
import type { Range } from '../../../src/document/range.js';
import { type Figure, figuresIn } from '../../../src/language/figures.js';
import { contextOf, type FigureContext } from './context.js';
import { policyStatement, type Statement } from './roles.js';

/** A figure that a document states, with the words by which another document's can be told to be the same one. */
export interface FigureFact extends Pick<Figure, 'measure' | 'value'>, Statement {
  readonly range: Range;
  /** As written. */
  readonly text: string;
  /** The clause before and behind it, within a few words. */
  readonly before: string;
  readonly after: string;
}

/** The figures that documents state; null where there are too many to compare: a document that is a table of data. */
export const FIGURES: FactKind<readonly FigureFact[] | null> = {
  name: 'figures',
  draw: figuresOf,
  stretches: (figures) => (figures ?? []).map(({ range, text }) => ({ at: range, words: text })),
};

/** A document with more figures is a table of data, in which one is not told from another by its words. */
const MAX_FIGURES = 1000;
/** Characters kept of the clause before a figure, and behind it. */
export const BEFORE = 30;
export const AFTER = 16;

/**
 * The figures a document states. Of an interpretation those that may be said of the policy: its cases, the values of older rules and
 * rough figures are left out.
 * @returns null where there are too many
 */
function figuresOf(document: Document): FigureFact[] | null {
  const isPolicy = document.kind === 'policy';
  const names = isPolicy
    ? null
    : paperNames(
        document.title,
        document.units.map(({ text }) => text.text),
      );
  const facts: FigureFact[] = [];
  let context: FigureContext | null = null;
  let seen = 0;
  for (const unit of document.units) {
    if (unit.type === 'code') continue;
    const figures = figuresIn(unit.text.text, MAX_FIGURES - seen);
    seen += figures.length;
    if (seen > MAX_FIGURES) return null;
    if (names) context = contextOf(unit.text.text, figures, names, context);
    for (const [i, figure] of figures.entries()) {
      const statement = names ? context?.statements[i] : policyStatement(figure, unit.text.text);
      if (statement && !(names && figure.rough)) facts.push({ ...factOf(unit, figure), ...statement });
    }
  }
  return facts;
}

function factOf({ text: mapped }: Unit, { start, end, measure, value }: Figure): FigureFact {
  const { text } = mapped;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  const stop = after.search(STOP);
  return {
    range: mapped.rangeOf(start, end),
    text: text.slice(start, end),
    measure,
    value,
    before: before.slice(lastStop(before) + 1),
    after: stop < 0 ? after : after.slice(0, stop),
  };
}

const STOP = /[。；！？;]/;

function lastStop(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (STOP.test(text[i] as string)) return i;
  return -1;
}
