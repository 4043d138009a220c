/**
 * Writes an archive of invented documents of 6 to 9 KB each: policies, what interprets them, and briefings, with links in both
 * directions, headings as people write them, and some faults. The same seed gives the same bytes, and a larger archive begins
 * with the files of a smaller one.
 * Run: npx tsx bench/corpus.ts FOLDER [documents, 10000 if absent] [plain, marked or mixed] [seed]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus, type Generated } from './corpus-documents.js';
import { pageOf, wordFileOf } from './corpus-formats.js';
import { markedUp, withFindings } from './corpus-markup.js';

/** How the files of each archive are made of the generated drafts, matter by matter. */
export const ARCHIVES = {
  /** The drafts themselves. */
  plain: ({ path, text }) => ({ path, bytes: text }),
  /** Tables, lists, links, HTML and a site's own front matter in each; in a fifth of them ten findings more. */
  marked: ({ path, text }, serial) => ({
    path,
    bytes: withFindings(markedUp(text, serial), serial % 5 === 0 ? 10 : 0),
  }),
  /** Of twenty matters three in Word files and three in saved pages. */
  mixed: async (draft, serial) => {
    if (serial % 20 < 3) return wordFileOf(draft);
    return serial % 20 < 6 ? pageOf(draft) : { path: draft.path, bytes: draft.text };
  },
} satisfies Readonly<Record<string, Making>>;

export type ArchiveName = keyof typeof ARCHIVES;

/** A file as it is written. */
export interface Written {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: string | Uint8Array;
}

type Making = (draft: Generated, serial: number) => Written | Promise<Written>;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '10000', name = 'plain', seed = '1'] = process.argv.slice(2);
  if (!folder || !(name in ARCHIVES))
    throw new Error(`usage: npx tsx bench/corpus.ts FOLDER [documents] [${Object.keys(ARCHIVES).join(', ')}] [seed]`);
  const bytes = await writeCorpus(folder, Number(count), ARCHIVES[name as ArchiveName], Number(seed));
  console.log(`${count} documents, ${(bytes / 2 ** 20).toFixed(1)} MB in ${folder}`);
}

/**
 * Writes documents below a folder, with a config that asks for the preset `recommended`.
 * @returns bytes written
 */
export async function writeCorpus(
  folder: string,
  count: number,
  make: Making = ARCHIVES.plain,
  seed = 1,
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: recommended\n');
  const folders = new Set<string>();
  let bytes = 0;
  for (const draft of corpus(count, seed)) {
    const written = await make(draft, draft.serial);
    const file = join(folder, written.path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, written.bytes);
    bytes += Buffer.byteLength(written.bytes);
  }
  return bytes;
}
