import type { Facts } from '../../../src/archive/facts.js';
import type { Range } from '../../../src/document/range.js';
import type { Figure } from '../../../src/language/figures.js';
import { simplify } from '../../../src/language/traditional.js';
import type { Role, Statement } from './roles.js';

/** A figure that a file states, with the words by which another file's can be told to be the same one. */
export interface FigureFact extends Pick<Figure, 'measure' | 'value'>, Statement {
  readonly file: Facts;
  readonly range: Range;
  /** As written, and with what stands around it in its sentence. */
  readonly written: string;
  readonly clause: string;
  /** The same in Simplified characters, as all below. */
  readonly text: string;
  /** The clause before and behind it. */
  readonly before: string;
  readonly after: string;
  /** Of a cell, the label of its row and the head of its column. */
  readonly row: string;
  readonly column: string;
  /** The beginning of its sentence, where that is not in `before`. */
  readonly subject: string;
  /** What heads the section, and the line that leads up to this one. */
  readonly topic: string;
}

/** Figures as they are kept, which every file of an archive has by the dozen: without names of fields, and texts that recur once. */
export interface KeptFigures {
  /** Labels, heads of columns and topics. */
  readonly heads: readonly string[];
  readonly figures: readonly KeptFigure[];
  readonly isTraditional: boolean;
}

export type KeptFigure = readonly [
  start: number,
  end: number,
  measure: string,
  value: string,
  /** `before`, `text` and `after` in one, and where the latter two begin in it. */
  clause: string,
  textAt: number,
  afterAt: number,
  subject: string,
  /** Of `heads`. */
  row: number,
  column: number,
  topic: number,
  paper: string | null,
  role: Role | null,
];

/** The figures of a file, from what is kept of them. */
export function unpacked(file: Facts, { heads, figures, isTraditional }: KeptFigures): FigureFact[] {
  const read = isTraditional ? simplify : (text: string) => text;
  const head = (place: number) => heads[place] as string;
  return figures.map(
    ([start, end, measure, value, clause, textAt, afterAt, subject, row, column, topic, paper, role]) => ({
      file,
      range: { start, end },
      written: clause.slice(textAt, afterAt),
      text: read(clause.slice(textAt, afterAt)),
      measure,
      value,
      clause,
      before: read(clause.slice(0, textAt)),
      after: read(clause.slice(afterAt)),
      subject,
      row: head(row),
      column: head(column),
      topic: head(topic),
      paper,
      role,
    }),
  );
}
