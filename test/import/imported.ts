import { parseDocument } from '../../src/document/parse.js';
import { importedText } from '../../src/import/front-matter-text.js';
import { type Imported, importDocument } from '../../src/import/import.js';

/** Imports bytes or a page's text; fails where that cannot be done. */
export async function imported(source: string | Uint8Array, name = 'a.html'): Promise<Imported> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const result = await importDocument(bytes, name);
  if ('failure' in result) throw new Error(`${name}: ${result.failure}`);
  return result;
}

/** The document that the linter reads of an import. */
export async function read(source: string | Uint8Array, name?: string) {
  const result = await imported(source, name);
  const text = importedText(result, result.guesses, 'zh-CN');
  return { result, text, document: parseDocument(text, { path: 'a.md' }) };
}

/** A page around an article. */
export function page(article: string, { head = '', around = '' } = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${around}${article}</body></html>`;
}

export const PROSE =
  '<p>　　为规范补贴发放，市政府办公室印发了办法，现就有关内容解读如下。</p><p>　　办法适用于本市行政区域内的申请、审核和发放。</p>';
