import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../src/document/document.js';
import { parseDocument } from '../src/document/parse.js';
import { CATALOGUE, ELEMENT_IDS, type ElementId } from '../src/elements/catalogue.js';
import { announcementsOf, titleLines } from '../src/elements/headings.js';
import { read } from '../src/elements/reading.js';
import { findHits } from '../src/elements/signals.js';
import { strengthOf } from '../src/elements/weighing.js';
import { priorBiasOf, priorOf } from '../src/elements/weights.js';
import { type Example, train } from './training.js';

/** A line of a label file. `null` where the labellers did not agree; such cells are neither trained on nor scored. */
export interface Label {
  readonly file: string;
  readonly revises: boolean | null;
  readonly elements: Readonly<
    Partial<Record<ElementId, { provided: boolean | null; status: string | null; evidence?: readonly string[] }>>
  >;
}

/** A labelled document with what the detector sees in it, weights left out. */
export interface Labelled {
  readonly label: Label;
  readonly document: Document;
  /** Announced by a heading, label or question with substance under it: decided without weights. */
  readonly announced: Readonly<Record<ElementId, boolean>>;
  readonly fired: Readonly<Record<ElementId, readonly string[]>>;
}

export function loadLabelled(labelsPath: string, folder: string): Labelled[] {
  const labels = readFileSync(labelsPath, 'utf8').trim().split('\n');
  return labels.map((line) => {
    const label = JSON.parse(line) as Label;
    const document = parseDocument(readFileSync(join(folder, label.file), 'utf8'), { path: label.file });
    const reading = read(document);
    const titles = titleLines(reading);
    const announcements = forEach((id) => announcementsOf(titles, id));
    return {
      label,
      document,
      announced: forEach((id) => announcements[id].some(({ substance }) => substance)),
      fired: forEach((id) => findHits(reading, id, announcements[id]).map(({ signal }) => signal.id)),
    };
  });
}

export type Weights = Readonly<Record<string, number>>;
export type Model = Readonly<Partial<Record<ElementId, Weights>>>;

/** Weights for all elements that have labels. Elements that no document lacks keep their hand-set weights. */
export function trainModel(labelled: readonly Labelled[]): Model {
  const model: Partial<Record<ElementId, Weights>> = {};
  for (const id of ELEMENT_IDS) {
    const examples: Example[] = [];
    for (const { label, announced, fired } of labelled) {
      const provided = label.elements[id]?.provided;
      if (typeof provided === 'boolean' && !announced[id]) examples.push({ fired: fired[id], yes: provided });
    }
    if (examples.some(({ yes }) => !yes)) model[id] = train(handSet(id), examples, strengthOf, decisive(id));
  }
  return model;
}

/** Signals of weight 3: one hit decides. */
function decisive(id: ElementId): ReadonlySet<string> {
  return new Set(CATALOGUE[id].signals.filter(({ weight }) => weight === 3).map((signal) => signal.id));
}

export function handSet(id: ElementId): Weights {
  return {
    bias: priorBiasOf(id),
    ...Object.fromEntries(CATALOGUE[id].signals.map((signal) => [signal.id, priorOf(id, signal.id)])),
  };
}

export function scoreWith(weights: Weights, fired: readonly string[]): number {
  let score = weights.bias ?? 0;
  for (const id of new Set(fired))
    score += (weights[id] ?? 0) * strengthOf(fired.filter((other) => other === id).length);
  return score;
}

function forEach<T>(make: (id: ElementId) => T): Record<ElementId, T> {
  return Object.fromEntries(ELEMENT_IDS.map((id) => [id, make(id)])) as Record<ElementId, T>;
}
