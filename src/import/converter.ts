import { besideOf } from '../files/beside.js';
import { asRead, type Converted, type NotConverted } from './converted.js';

/** Makes of a file's bytes what linting reads. */
export type Convert = (bytes: Uint8Array, path: string) => Promise<Converted | NotConverted>;

type Import = (bytes: Uint8Array, name: string, beside: readonly string[]) => Promise<Parameters<typeof asRead>[0]>;

/** @param importOne makes Markdown of a file in another thread; absent: this one does, and loads then what it takes */
export function converterFor(importOne: Import = importHere): Convert {
  return async (bytes, path) => {
    const beside = /(?:html?|mht)$/i.test(path) ? besideOf(bytes, path) : [];
    return asRead(await importOne(bytes, path, beside));
  };
}

async function importHere(bytes: Uint8Array, name: string, beside: readonly string[]) {
  const { importDocument } = await import('./import.js');
  return importDocument(bytes, name, beside);
}
