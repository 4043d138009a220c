import { decodePage } from './decode.js';
import { ImportFailure } from './failure.js';

/** A page out of a file that holds several. */
export interface PagePart {
  readonly text: string;
  /** The address it was saved from, if that is written. */
  readonly address: string | null;
}

/**
 * The page in a web archive of one file (.mhtml, MIME): its first part of HTML.
 * @returns the page, and the pages in its frames by the addresses that frames name them by
 * @throws ImportFailure `noText` where there is no part of HTML
 */
export function pageOfMhtml(bytes: Uint8Array): PagePart & { frames: Map<string, PagePart> } {
  const [page, ...others] = htmlParts(latin1(bytes), 0);
  if (!page) throw new ImportFailure('noText');
  const frames = new Map<string, PagePart>();
  for (const part of others) {
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '');
    const address = part.headers.get('content-location');
    const read = readPart(part);
    if (id !== undefined) frames.set(`cid:${id}`, read);
    if (address !== undefined && !frames.has(address)) frames.set(address, read);
  }
  return { ...readPart(page), frames };
}

function readPart({ headers, body }: Part): PagePart {
  const charset = /charset\s{0,9}=\s{0,9}"?([^\s";]{2,30})/i.exec(headers.get('content-type') ?? '')?.[1];
  const content = transferred(body, headers.get('content-transfer-encoding') ?? '');
  return { text: decodePage(content, charset).text, address: headers.get('content-location') ?? null };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Pages with frames hold some parts of HTML; those beyond so many are told of as missing. */
const MAX_PARTS = 50;

function htmlParts(text: string, depth: number): Part[] {
  const part = partOf(text);
  const type = part.headers.get('content-type') ?? 'text/html';
  const boundary = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (!/^\s*multipart/i.test(type)) return /^\s*(?:text\/html|application\/xhtml)/i.test(type) ? [part] : [];
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (!boundary || depth > 3) return [];
  const found: Part[] = [];
  for (const inner of part.body.split(mark).slice(1)) {
    if (!inner.startsWith('--')) found.push(...htmlParts(inner.replace(/^[^\n]*\n/, ''), depth + 1));
    if (found.length >= MAX_PARTS) break;
  }
  return found;
}

function partOf(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap ? text.slice(0, gap.index) : '';
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
    });
  return { headers: new Map(headers), body: gap ? text.slice(gap.index + gap[0].length) : text };
}

function transferred(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) {
    const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
    // A file that was cut off may end in the middle of a byte.
    return bytesOf(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters));
  }
  if (/quoted-printable/i.test(encoding)) {
    const joined = body.replace(/=[ \t]*\r?\n/g, '');
    return bytesOf(
      joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }
  return bytesOf(body);
}

/** windows-1252, which `latin1` means to TextDecoder, would move some bytes. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
