/** A character that looks like another and is not it, as text taken from a PDF has them. Offsets in UTF-16 units. */
export interface LookAlike {
  readonly start: number;
  readonly end: number;
  /** The character that everybody reads: one UTF-16 unit. */
  readonly plain: string;
}

/**
 * Kangxi and other radicals (⼀ ⽤ ⻓), compatibility ideographs, and digits and letters of formulas or in frames (𝟏 Ⓐ). Circled
 * and bracketed digits number lists, full-width ones are typed on purpose: they are none.
 */
const LOOK_ALIKE =
  /[\u2e81-\u2ef3\u2f00-\u2fd5\u24b6-\u24e9\uf900-\ufa6d\ufa70-\ufad9]|[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1fbf0}-\u{1fbf9}\u{2f800}-\u{2fa1d}]/u;

const EACH = new RegExp(LOOK_ALIKE, 'gu');

/** The look-alikes of a text, in order; most texts have none. */
export function lookAlikesIn(text: string): LookAlike[] {
  if (!LOOK_ALIKE.test(text)) return [];
  return [...text.matchAll(EACH)].flatMap(({ index, 0: written }) => {
    const plain = plainOf(written);
    return plain === undefined ? [] : [{ start: index, end: index + written.length, plain }];
  });
}

/** A text with every look-alike as the character it looks like. Those of two units become shorter. */
export function withoutLookAlikes(text: string): string {
  return LOOK_ALIKE.test(text) ? text.replace(EACH, (written) => plainOf(written) ?? written) : text;
}

/** The same without those of two units: every character keeps its place. */
export function inPlainUnits(text: string): string {
  return text.replace(EACH, (written) => (written.length === 1 ? (plainOf(written) ?? written) : written));
}

function plainOf(written: string): string | undefined {
  const framed = framedLetter(written.codePointAt(0) ?? 0);
  const plain = framed ?? RADICALS.get(written) ?? written.normalize('NFKC');
  return plain.length === 1 && plain !== written && /[0-9A-Za-z㐀-鿿]/.test(plain) ? plain : undefined;
}

/** Letters in squares and dark circles, which Unicode gives no plain form. */
function framedLetter(code: number): string | undefined {
  for (const first of [0x1f130, 0x1f150])
    if (code >= first && code < first + 26) return String.fromCharCode(65 + code - first);
  return undefined;
}

/** Radicals as parts of characters, which Unicode gives no plain form, each before the character it looks like. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    '⺁厂⺄乙⺅亻⺆冂⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜冃⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺫罒',
    '⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门',
    '⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ].flatMap((pairs) => (pairs.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
);
