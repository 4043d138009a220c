import type { FrontMatterEntry, FrontMatterNode } from './front-matter.js';
import { englishKey, normalizeValue } from './vocabulary.js';

/** `key: value` with nothing in it that YAML could mean otherwise than it looks: no indicator, comment, escape or second colon. */
const LINE =
  /^([A-Za-z㐀-鿿][A-Za-z㐀-鿿-]{0,40}): {1,4}(?:"([^"\\\r]{0,500})"|\[([^[\]{}"'\\\r:#&*!|>%@`?]{1,500})\]|([A-Za-z㐀-鿿《（“./][^\r:#"\\]{0,500}|\d{4}-\d{2}-\d{2}))$/;

/** An item of a list in brackets. */
const ITEM = /^[A-Za-z㐀-鿿《（“./][^,]{0,200}$/;

/** Words that are no text to YAML. */
const NOT_TEXT = /^(?:true|false|null|\.(?:inf|nan))$/i;

/**
 * Reads a block that is nothing but lines of plain texts and short lists of them, which most are, without the YAML library: it takes a tenth of a short run to
 * load. What it reads, it reads as the library does.
 * @param base offset of the block in the document's text
 * @returns null for any other block
 */
export function readPlainBlock(yaml: string, base: number): { entries: FrontMatterEntry[] } | null {
  const entries: FrontMatterEntry[] = [];
  const seen = new Set<string>();
  let at = base;
  for (const written of yaml.split('\n')) {
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    if (line !== '') {
      const entry = entryOf(line, at);
      if (!entry || seen.has(entry.writtenKey)) return null;
      seen.add(entry.writtenKey);
      entries.push(entry);
    }
    at += written.length + 1;
  }
  return { entries };
}

function entryOf(line: string, at: number): FrontMatterEntry | null {
  const match = LINE.exec(line);
  const [, writtenKey = '', quoted, listed, plain = ''] = match ?? [];
  if (!match || NOT_TEXT.test(writtenKey) || NOT_TEXT.test(plain) || /\s$/.test(plain)) return null;
  const key = englishKey(writtenKey) ?? writtenKey;
  const end = at + line.length;
  const entry = { key, writtenKey, keyRange: { start: at, end: at + writtenKey.length } };
  if (listed !== undefined) {
    const items = itemsOf(listed, key, end - listed.length - 1);
    return items && { ...entry, node: { type: 'list', items, range: { start: end - listed.length - 2, end } } };
  }
  const length = quoted === undefined ? plain.length : quoted.length + 2;
  return {
    ...entry,
    node: { type: 'scalar', value: normalizeValue(key, quoted ?? plain), range: { start: end - length, end } },
  };
}

/** The items of a list in brackets, parted by a comma and a blank; null where one of them is no plain text. */
function itemsOf(listed: string, key: string, at: number): FrontMatterNode[] | null {
  const items: FrontMatterNode[] = [];
  let start = at;
  for (const item of listed.split(', ')) {
    if (!ITEM.test(item) || NOT_TEXT.test(item) || /\s$/.test(item)) return null;
    items.push({ type: 'scalar', value: normalizeValue(key, item), range: { start, end: start + item.length } });
    start += item.length + 2;
  }
  return items;
}
