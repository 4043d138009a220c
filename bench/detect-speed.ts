/**
 * How long element detection takes once warm: milliseconds a document, best and median of some rounds.
 * Run: npx tsx bench/detect-speed.ts [FOLDER of .md files]; without a folder, the interpretations of the sample archive.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from '../src/document/parse.js';
import { ELEMENT_IDS } from '../src/elements/catalogue.js';
import { detectElements } from '../src/elements/detect.js';
import { detectRevision } from '../src/elements/revision.js';

const ROUNDS = 40;
const folder =
  process.argv[2] ?? fileURLToPath(new URL('../fixtures/archives/sample/interpretations', import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;

const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  // Parsed afresh each round: the reading of a document is kept with it.
  const documents = texts.map((text) => parseDocument(text, { path: 'a.md' }));
  const start = performance.now();
  for (const document of documents) {
    const elements = detectElements(document);
    for (const id of ELEMENT_IDS) if (elements[id].confidence > 1) throw new Error(id);
    detectRevision(document);
  }
  times.push((performance.now() - start) / documents.length);
}
times.sort((a, b) => a - b);
const ms = (value: number | undefined) => (value ?? 0).toFixed(3);
console.log(
  `${texts.length} documents of ${Math.round(characters)} characters: ${ms(times[0])} ms best, ${ms(times[ROUNDS >> 1])} ms median`,
);
