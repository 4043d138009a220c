import type { FigureFact } from './fact.js';
import { type Piece, Vocabulary } from './vocabulary.js';

/** The words around a figure by their ids in a vocabulary, each once, with the weight that each has, the nearer the heavier. */
export interface Around {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** Characters within which a word's weight falls to a third. */
const NEAR = 8;
/** What is left of a word's weight behind a comma or another figure: the words there are rather about something else. */
const ACROSS_BEFORE = { mark: 0.9, figure: 0.7 };
const ACROSS_BEHIND = { mark: 0.4, figure: 0.4 };
/** Weights of the words that begin the sentence, of those that head a cell, and of those that head a section. */
const SUBJECT = 0.4;
const LABEL = 1;
const TOPIC = 0.1;

/** Reads what stands around figures that are compared. */
export class Surrounded {
  private readonly vocabulary = new Vocabulary();
  /** Where in the list that is being made the word of each id stands. */
  private readonly places: number[] = [];
  /** Beginnings of sentences, heads and labels, which several figures share. */
  private readonly heads = new Map<string, readonly Piece[]>();

  /** How many words stand around the figures read so far: ids are below it. */
  get size(): number {
    return this.vocabulary.size;
  }

  by({ before, after, subject, row, column, topic }: FigureFact): Around {
    const ids: number[] = [];
    const weights: number[] = [];
    const add = (id: number, weight: number) => {
      const place = this.places[id];
      if (place === undefined || ids[place] !== id) {
        this.places[id] = ids.length;
        ids.push(id);
        weights.push(weight);
      } else if ((weights[place] as number) < weight) weights[place] = weight;
    };
    fading(this.vocabulary.piecesOf(before).reverse(), ACROSS_BEFORE, add);
    fading(this.vocabulary.piecesOf(after), ACROSS_BEHIND, add);
    for (const [text, weight] of [
      [subject, SUBJECT],
      [row, LABEL],
      [column, LABEL],
      [topic, TOPIC],
    ] as const)
      for (const piece of text === '' ? [] : this.headOf(text)) if (piece !== 'mark') add(piece.id, weight);
    return { ids, weights };
  }

  private headOf(text: string): readonly Piece[] {
    const pieces = this.heads.get(text) ?? this.vocabulary.piecesOf(text);
    this.heads.set(text, pieces);
    return pieces;
  }
}

/** Adds pieces in the order in which they lie away from a figure. */
function fading(
  pieces: readonly Piece[],
  across: { readonly mark: number; readonly figure: number },
  add: (id: number, weight: number) => void,
): void {
  let share = 1;
  let distance = 0;
  for (const piece of pieces) {
    if (piece === 'mark') share *= across.mark;
    else {
      add(piece.id, share * fadedAt(distance));
      if (piece.type === 'number') share *= across.figure;
      if (piece.type === 'pair') distance++;
    }
  }
}

const faded: number[] = [];

function fadedAt(distance: number): number {
  faded[distance] ??= Math.exp(-distance / NEAR);
  return faded[distance];
}
