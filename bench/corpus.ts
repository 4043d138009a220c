/**
 * Writes an archive of invented documents of 6 to 9 KB each: policies, what interprets them, and briefings, with links in both
 * directions, headings as people write them, and some faults. The same seed gives the same bytes, and a larger archive begins
 * with the files of a smaller one.
 * Run: npx tsx bench/corpus.ts FOLDER [documents, 10000 if absent] [seed]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from './corpus-documents.js';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '10000', seed = '1'] = process.argv.slice(2);
  if (!folder) throw new Error('usage: npx tsx bench/corpus.ts FOLDER [documents] [seed]');
  const bytes = writeCorpus(folder, Number(count), Number(seed));
  console.log(`${count} documents, ${(bytes / 2 ** 20).toFixed(1)} MB in ${folder}`);
}

/**
 * Writes documents below a folder, with a config that asks for the preset `recommended`.
 * @returns bytes written
 */
export function writeCorpus(folder: string, count: number, seed = 1): number {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: recommended\n');
  const folders = new Set<string>();
  let bytes = 0;
  for (const { path, text } of corpus(count, seed)) {
    const file = join(folder, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
