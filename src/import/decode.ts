/**
 * A saved page as text: by its byte order mark; as UTF-8 where the bytes are UTF-8, since text of another encoding hardly ever is, and
 * browsers save as UTF-8 pages that still declare GBK; then as the page or the mail's header declares; else as the encoding
 * that yields the commoner characters.
 * @param declared the encoding named outside the page, as in a header of MHTML
 */
export function decodePage(bytes: Uint8Array, declared?: string): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes);
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const named = [declared, declaredIn(bytes)].flatMap((label) => known(label) ?? []);
  for (const encoding of named) {
    const text = strictly(encoding, bytes);
    if (text !== null) return { text, encoding };
  }
  if (named[0] && named[0] !== 'utf-8') return as(named[0], bytes);
  // A page cut off within a character, or with a few broken ones, is still UTF-8.
  const [first, ...others] = ['utf-8', 'gb18030', 'big5'].map((encoding) => as(encoding, bytes));
  return others.reduce(
    (best, other) => (commonness(other.text) > commonness(best.text) ? other : best),
    first ?? as('utf-8', bytes),
  );
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
    return new TextDecoder(label).encoding;
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
