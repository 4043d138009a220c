import type { FigureFact } from './fact.js';
import { type Piece, Vocabulary } from './vocabulary.js';

/** The words that stand around a figure by their ids, each once, with the weight that each has. */
export interface Words {
  readonly ids: number[];
  readonly weights: number[];
}

/** Characters within which a word's weight falls to a third. */
const NEAR = 8;
/** What is left of a word's weight behind a comma or another figure: the words there are rather about something else. */
const ACROSS_BEFORE = { mark: 0.9, number: 0.7 };
const ACROSS_BEHIND = { mark: 0.4, number: 0.4 };
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

  /** The words around a figure, the nearer the heavier. */
  by({ before, after, subject, row, column, topic }: FigureFact): Words {
    const words: Words = { ids: [], weights: [] };
    this.addFading(words, this.vocabulary.piecesOf(before).reverse(), ACROSS_BEFORE);
    this.addFading(words, this.vocabulary.piecesOf(after), ACROSS_BEHIND);
    this.addHead(words, subject, SUBJECT);
    this.addHead(words, row, LABEL);
    this.addHead(words, column, LABEL);
    this.addHead(words, topic, TOPIC);
    return words;
  }

  /** Adds pieces in the order in which they lie away from a figure. */
  private addFading(
    words: Words,
    pieces: readonly Piece[],
    across: { readonly mark: number; readonly number: number },
  ): void {
    let share = 1;
    let distance = 0;
    for (const { id, type } of pieces) {
      if (type === 'mark') share *= across.mark;
      else {
        this.add(words, id, share * (FADED[distance] as number));
        if (type === 'number') share *= across.number;
        if (type === 'pair') distance++;
      }
    }
  }

  private addHead(words: Words, text: string, weight: number): void {
    if (text === '') return;
    const pieces = this.heads.get(text) ?? this.vocabulary.piecesOf(text);
    this.heads.set(text, pieces);
    for (const { id, type } of pieces) if (type !== 'mark') this.add(words, id, weight);
  }

  private add({ ids, weights }: Words, id: number, weight: number): void {
    const place = this.places[id] ?? 0;
    if (ids[place] !== id) {
      this.places[id] = ids.length;
      ids.push(id);
      weights.push(weight);
    } else if ((weights[place] as number) < weight) weights[place] = weight;
  }
}

/** By how many words lie between. */
const FADED = Array.from({ length: 64 }, (_, distance) => Math.exp(-distance / NEAR));
