import { besideOf } from '../files/beside.js';
import type { Convert } from '../files/host.js';
import { asRead, type Converted, type NotConverted } from './converted.js';

type Import = (bytes: Uint8Array, name: string, beside: readonly string[]) => Promise<Parameters<typeof asRead>[0]>;

/** @param importOne makes Markdown of a file in another thread; absent: this one does, and loads then what it takes */
export function converterFor(importOne: Import = importHere): Convert<Converted | NotConverted> {
  return async (bytes, path, isSearched) => {
    const words = isSearched && bytes[0] === 0x50 ? await (await import('./docx-package.js')).wordsOf(bytes) : null;
    if (words !== null)
      return {
        text: words,
        encoding: 'utf-8',
        bytes: words.length,
        origin: { format: 'docx', margins: [], paragraphs: [] },
      };
    const beside = /(?:html?|mht)$/i.test(path) ? besideOf(bytes, path) : [];
    return asRead(await importOne(bytes, path, beside));
  };
}

/** Makes Markdown of a file in this thread; what it takes is loaded with the first. */
export async function importHere(bytes: Uint8Array, name: string, beside?: readonly string[]) {
  const { importDocument } = await import('./import.js');
  return importDocument(bytes, name, beside);
}
