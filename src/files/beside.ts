import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Most addresses of a page that are looked at: more than an article and its menus have. */
const MOST = 1000;

/** Relative addresses in a page, as written, under which there is a file beside it. @param path of the page, absolute */
export function besideOf(bytes: Uint8Array, path: string): string[] {
  const html = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  const found = new Set<string>();
  let looked = 0;
  for (const [, quoted, bare] of html.matchAll(
    /\shref\s{0,9}=\s{0,9}(?:["']([^"'<>]{1,500})["']|([^\s"'<>]{1,500}))/gi,
  )) {
    const address = (quoted ?? bare ?? '').trim();
    if (/^(?:[a-z][a-z0-9+.-]{0,30}:|[#/\\]|$)/i.test(address) || found.has(address)) continue;
    if (looked++ >= MOST) break;
    if (existsSync(resolve(dirname(path), fileIn(address)))) found.add(address);
  }
  return [...found];
}

function fileIn(address: string): string {
  const file = address.replace(/[#?].*$/, '');
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
