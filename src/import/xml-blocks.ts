/** An element as written, from its opening to its closing tag. */
export interface XmlBlock {
  readonly start: number;
  readonly end: number;
  /** The opening tag. */
  readonly open: string;
  readonly inside: string;
}

/**
 * The elements of a name that hold something, in order; those within one of the same name are not told apart. Goes through the text once,
 * whatever is left unclosed.
 */
export function xmlBlocks(xml: string, name: string): XmlBlock[] {
  const blocks: XmlBlock[] = [];
  const [opening, closing] = [`<${name}`, `</${name}>`];
  for (let start = xml.indexOf(opening); start >= 0; start = xml.indexOf(opening, start + 1)) {
    const next = xml[start + opening.length] ?? '';
    if (next !== '>' && next !== ' ') continue;
    const body = xml.indexOf('>', start) + 1;
    if (body === 0) break;
    if (xml[body - 2] === '/') continue;
    const close = xml.indexOf(closing, body);
    if (close < 0) break;
    blocks.push({ start, end: close + closing.length, open: xml.slice(start, body), inside: xml.slice(body, close) });
    start = close;
  }
  return blocks;
}

/** A text with blocks put in the place of others; null leaves one as it is. */
export function replaceBlocks(xml: string, name: string, by: (block: XmlBlock) => string | null): string {
  let out = '';
  let from = 0;
  for (const block of xmlBlocks(xml, name)) {
    const text = by(block);
    if (text === null) continue;
    out += xml.slice(from, block.start) + text;
    from = block.end;
  }
  return out + xml.slice(from);
}
