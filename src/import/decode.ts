/**
 * A saved page as text: by its byte order mark, or the zeros that UTF-16 has between letters; as UTF-8 where the bytes are UTF-8, since text of
 * another encoding hardly ever is, and browsers save as UTF-8 pages that still declare GBK; else in the encoding, declared or not, that
 * yields the commoner characters, where a declared one goes first that is not much worse than another.
 * @param declared the encoding named outside the page, as in a header of MHTML
 */
export function decodePage(bytes: Uint8Array, declared?: string): { text: string; encoding: string } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return as('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return as('utf-16be', bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return as('utf-8', bytes);
  const wide = wideIn(bytes);
  if (wide !== null) return as(wide, bytes);
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const named = [declared, declaredIn(bytes)].flatMap((label) => known(label) ?? []);
  // A page cut off within a character, or with a few broken ones, is still UTF-8.
  const tried = [...new Set([...named, 'utf-8', 'gb18030', 'big5'])].map((encoding) => as(encoding, bytes));
  const rated = tried.map((page, i) => ({ page, worth: commonness(page.text) * (i < named.length ? NAMED : 1) }));
  return rated.reduce((best, other) => (other.worth > best.worth ? other : best)).page;
}

/** How much more what is declared counts than what is guessed. */
const NAMED = 2;

/** UTF-16 without a mark: every second byte of its tags is zero. */
function wideIn(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(2048, bytes.length & ~1);
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] !== 0 && bytes[i + 1] === 0) little++;
    if (bytes[i] === 0 && bytes[i + 1] !== 0) big++;
  }
  const most = Math.max(little, big);
  if (most < 8 || most < length / 16 || Math.min(little, big) > most / 20) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** Bytes whose encoding is given by a label of the web platform, leniently. */
function as(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  return (
    /<meta[^>]{0,400}?charset\s{0,9}=[\s"']{0,19}([a-z0-9_-]{2,20})/i.exec(head)?.[1] ??
    /encoding=["']([a-z0-9_-]{2,20})["']/i.exec(head)?.[1]
  );
}

/** The encoding a label means; GB2312 and GBK are read as what contains them. Undefined for a label nobody knows. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  if (/^(?:gb_?2312.*|gbk|x-gbk|gb18030)$/i.test(label)) return 'gb18030';
  try {
    const { encoding } = new TextDecoder(label);
    // Every byte means something in these, so that they fit any page; and UTF-16 would have been seen.
    return /^(?:windows-125|iso-8859-|utf-16|macintosh|x-user-defined)/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Share of the commonest characters, Simplified and Traditional, less that of broken ones. */
function commonness(text: string): number {
  const common = text.match(/[的一是不了在有和为人為、，。國国政府]/g)?.length ?? 0;
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return (common - 4 * broken) / (text.length + 1);
}
