/**
 * True where a reader would see nothing between two offsets of the source: blanks (as characters or entities), comments,
 * bare markup and tags only. An image or another embedded medium is something.
 * @param start offset in UTF-16 units
 * @param end offset in UTF-16 units, exclusive
 */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  const stretch = text.slice(start, end);
  const first = VISIBLE.exec(stretch)?.[0];
  if (first === undefined || !/[<&[!\d]/.test(first)) return first === undefined;
  for (let at = 0; at < stretch.length; ) {
    const open = stretch.indexOf('<!--', at);
    if (VISIBLE.test(withoutTags(stretch.slice(at, open < 0 ? stretch.length : open)))) return false;
    const close = open < 0 ? -1 : stretch.indexOf('-->', open + 4);
    if (close < 0) return true;
    at = close + 3;
  }
  return true;
}

/** What is more than a blank or bare markup, unless it is part of a tag or an entity. */
const VISIBLE = /[^\s　\u200b\u2060\ufeff\u00ad#*_=\-~>`|:：+。．.]/;

function withoutTags(html: string): string {
  return html.replace(INVISIBLE, ' ');
}

/** Blanks as entities, tags that show nothing themselves, links and items of lists without a text, and where references lead. */
const INVISIBLE =
  /!?\[\s{0,9}\]\(\s{0,9}\)|(?<=^|[\r\n])[ \t]{0,9}(?:\[[^\]\r\n]{1,80}\]:[^\r\n]{0,500}|\d{1,9}[.)][ \t]{0,9}(?=[\r\n]|$)|[-*+] \[[ x]\](?=\s|$))|&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x0*a0);|<(?!(?:img|picture|svg|video|audio|iframe|embed|object)[\s>/])[a-z/][^<>]{0,500}>/gi;
