import type { ImportNote, NoteId } from './words.js';

const MAX_EXAMPLES = 5;
const MAX_LENGTH = 60;

/** Counts what is left out while a source is read. */
export class Tally {
  private readonly counts = new Map<NoteId, { count: number; examples: Set<string> }>();

  add(id: NoteId, example = '', count = 1): void {
    const entry = this.counts.get(id) ?? { count: 0, examples: new Set<string>() };
    this.counts.set(id, entry);
    entry.count += count;
    if (entry.examples.size >= MAX_EXAMPLES) return;
    const line = example
      .slice(0, 4 * MAX_LENGTH)
      .replace(/\s+/g, ' ')
      .trim();
    if (line !== '') entry.examples.add(line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line);
  }

  /** What was counted within something that is part of this source. */
  include(notes: readonly ImportNote[]): void {
    for (const { id, count, examples } of notes) {
      this.add(id, examples[0], count);
      for (const example of examples.slice(1)) this.add(id, example, 0);
    }
  }

  /** What was counted, in the order in which kinds were met. */
  notes(): ImportNote[] {
    return [...this.counts].map(([id, { count, examples }]) => ({ id, count, examples: [...examples] }));
  }
}
