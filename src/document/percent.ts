/**
 * An address, or a part of one, without its percent-encoding; as it is written where that is broken.
 * @param decode `decodeURI` for a whole address, whose marks (#, ?, /) keep their meaning
 */
export function percentDecoded(text: string, decode: (text: string) => string = decodeURIComponent): string {
  if (!text.includes('%')) return text;
  try {
    return decode(text);
  } catch {
    return text;
  }
}
