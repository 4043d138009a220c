/** Signs of the fonts that show pictures in the place of letters, by code. Only what has a sign of its own in Unicode. */
const FONTS: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  wingdings: new Map([
    ...row(0x21, '✏✂✁👓🔔📖🕯☎✆✉'),
    ...row(0x46, '☞☝'),
    ...row(0x6c, '●❍■☐▫❑❒⬧⧫◆❖◆'),
    ...row(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
    ...row(0x9f, '•'),
    ...row(0xa1, '○'),
    ...row(0xa4, '◉◎'),
    ...row(0xa7, '▪☐'),
    ...row(0xab, '★✶✴✹'),
    ...row(0xd8, '➢'),
    ...row(0xdf, '←→↑↓↖↗↙↘'),
    ...row(0xe7, '←➔'),
    ...row(0xef, '⇦⇨⇧⇩'),
    ...row(0xfb, '✗✓☒☑'),
  ]),
  'wingdings 2': new Map([
    ...row(0x4f, '✗✓☒☑☒☒'),
    ...row(0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
    ...row(0x96, '•●'),
    ...row(0xa1, '■□☐☐'),
  ]),
  'wingdings 3': new Map([...row(0x66, '←→↑↓'), ...row(0x7d, '▶'), ...row(0x84, '◀')]),
  webdings: new Map([...row(0x3c, '💾'), ...row(0x61, '✓'), ...row(0x63, '☐'), ...row(0x67, '■'), ...row(0x72, '✗')]),
  symbol: new Map([
    ...row(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...row(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    ...row(0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅'),
    ...row(0x5b, '[∴]⊥_'),
    ...row(0x7b, '{|}∼'),
    ...row(0xa2, '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
    ...row(0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇'),
    ...row(0xd5, '∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'),
    ...row(0xe5, '∑'),
    ...row(0xf2, '∫'),
  ]),
};

function row(from: number, signs: string): [number, string][] {
  return [...signs].map((sign, i) => [from + i, sign]);
}

/** Whether a font shows pictures in the place of letters. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && FONTS[font.toLowerCase()] !== undefined;
}

/**
 * A character of a font of pictures.
 * @returns null where Unicode has no such sign
 */
export function symbolOf(font: string, code: number): string | null {
  const signs = FONTS[font.toLowerCase()];
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  if (!signs) return isPrivate ? null : String.fromCodePoint(code);
  return signs.get(isPrivate ? code & 0xff : code) ?? (code > 0xff && !isPrivate ? String.fromCodePoint(code) : null);
}

/** Text in some font, with what is a picture in it written as its sign. */
export function readableText(
  text: string,
  font: string | undefined,
  lost: (font: string, code: number) => void,
): string {
  const pictures = isSymbolFont(font);
  if (!pictures && !/[\uf000-\uf0ff]/.test(text)) return text;
  return text.replace(pictures ? /[!-\xff\uf000-\uf0ff]/g : /[\uf000-\uf0ff]/g, (char) => {
    const code = char.charCodeAt(0);
    // Without a font of its own such a character mostly comes from Wingdings.
    const sign = symbolOf(pictures && font !== undefined ? font : 'wingdings', code);
    if (sign === null) lost(font ?? '', code);
    return sign ?? '';
  });
}
