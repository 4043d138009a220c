import { squeeze } from './nodes.js';
import type { Tally } from './notes.js';
import {
  attribute,
  isElement,
  LEFT_OUT,
  lettersIn,
  type ParsedElement,
  readableIn,
  saidOf,
  styleOf,
} from './page-elements.js';
import type { PageStyles } from './page-styles.js';

const HIDING = new RegExp(
  `(?<![^;])\\s*(?:${[
    'display\\s*:\\s*none',
    'visibility\\s*:\\s*hidden',
    'opacity\\s*:\\s*0(?:\\.0+)?\\s*(?:;|!|$)',
    'transform\\s*:\\s*scale\\(0\\)',
    'clip\\s*:\\s*rect\\((?:[01](?:px)?[\\s,]+){3}[01](?:px)?\\)',
    'clip-path\\s*:\\s*inset\\((?:50|100)%',
    '(?:left|top|text-indent)\\s*:\\s*-(?:\\d{4,}px|\\d{3,}r?em)',
  ].join('|')})`,
  'i',
);
/** Boxes of no size, where they cut off what does not go in. */
const NO_BOX = /(?<![^;])\s*(?:max-)?(?:height|width)\s*:\s*0(?:px|em|%)?\s*(?:;|!|$)/i;
const CUTS = /(?<![^;])\s*overflow\s*:\s*hidden/i;
/** What somebody wrote for others to read, unlike the names of menus and prompts of forms. */
export const SENTENCE = /[㐀-鿿]{4}[^。；]{0,200}[。；]/;
const HIDDEN_CLASS = /^(?:hidden|hide|sr-only|visually-hidden|d-none|displaynone|none)$/i;

/** @param half half of the characters of the page */
export function isHidden(
  element: ParsedElement,
  { styles: { classes, ids }, half }: { readonly styles: PageStyles; readonly half: number },
): boolean {
  return element.attrs.some(({ name, value }) => {
    if (name === 'id') return ids.has(value) && !isUnfolded(element);
    if (name === 'hidden') return value !== 'until-found';
    if (name === 'aria-hidden') return value === 'true';
    // What is to be seen only when all of it is there (articles of WeChat) is the page's text.
    if (name === 'style')
      return hides(styleOf(element)) && !(/visibility|opacity/i.test(value) && lettersIn(element) > half);
    return (
      name === 'class' &&
      value
        .slice(0, 500)
        .split(/\s+/)
        .some((word) => HIDDEN_CLASS.test(word) || (classes.has(word) && !isUnfolded(element)))
    );
  });
}

function hides(style: string): boolean {
  return HIDING.test(style) || (NO_BOX.test(style) && CUTS.test(style));
}

/** Whether what the page's styles hide is seen all the same: its own style says so, or it is so long that a script unfolds it. */
function isUnfolded(element: ParsedElement): boolean {
  return (
    /(?:display|visibility)\s{0,9}:\s{0,9}(?!none|hidden)[a-z]/i.test(styleOf(element)) || lettersIn(element) > REMARK
  );
}

/** Characters of the longest remark that somebody hides in a page. */
const REMARK = 1000;

export function tellRemark(element: ParsedElement, tally: Tally | undefined): void {
  if (/msocomtxt/i.test(attribute(element, 'class') ?? '')) tally?.add('comments', readableIn(element));
}

/** Hidden sentences are told of; menus and the like are hidden on every page. */
export function tellHidden(element: ParsedElement, tally: Tally | undefined): void {
  const text = readableIn(element);
  if (SENTENCE.test(text.slice(0, 2000))) tally?.add('hidden', text);
}

/** What is written so that nobody sees it has no other reason. */
export function tellText(text: string, tally: Tally | undefined): void {
  if (/[\p{L}\p{N}]/u.test(text)) tally?.add('hidden', text);
}

/** What the text of an element is written in, as far as the page itself says. */
export interface Ink {
  /** As `#rrggbb` without the sign, or by its name; undefined where nothing says. */
  readonly colour: string | undefined;
  /** The colour behind it; `''` for a picture; undefined where nothing says, which is most likely white. */
  readonly ground: string | undefined;
  /** Letters of less than two points, which nobody reads. */
  readonly isTiny: boolean;
  /** It has the colour of what it stands on. */
  readonly isFaint: boolean;
}

export const PLAIN_INK: Ink = { colour: undefined, ground: undefined, isTiny: false, isFaint: false };

/** The ink of an element, by what is said of it and that of the element around it. */
export function inkOf(element: ParsedElement, said: ReadonlyMap<string, string>, around: Ink, styles: PageStyles): Ink {
  const isTiny = tinyBy(said.get('font-size')) ?? around.isTiny;
  const colour = colourSaid(element, said) ?? around.colour;
  const ground = groundSaid(element, said) ?? around.ground;
  if (colour === around.colour && ground === around.ground)
    return isTiny === around.isTiny ? around : { ...around, isTiny };
  const isFaint =
    colour !== undefined &&
    (ground === undefined
      ? isPale(colour) && standsAmongDark(element, styles)
      : colour === ground || (isPale(colour) && isPale(ground)));
  return { colour, ground, isTiny, isFaint };
}

/** What nobody sees on white, as in Word files: no part of the colour is below F0. */
const PALE =
  /^(?:(?:f[0-9a-f]){3}|white|snow|ivory|azure|mintcream|aliceblue|whitesmoke|(?:ghost|floral)white|transparent)$/;

function isPale(colour: string): boolean {
  return PALE.test(colour);
}

function colourSaid(element: ParsedElement, said: ReadonlyMap<string, string>): string | undefined {
  return colourOf(said.get('color') ?? (element.tagName === 'font' ? attribute(element, 'color') : undefined));
}

function groundSaid(element: ParsedElement, said: ReadonlyMap<string, string>): string | undefined {
  const written = said.get('background-color') ?? said.get('background') ?? attribute(element, 'bgcolor');
  if (attribute(element, 'background') !== undefined || /url\(|gradient/.test(said.get('background') ?? '')) return '';
  return /^(?:none|transparent)/.test(written ?? '') ? undefined : colourOf(written);
}

/** A colour in one form; undefined for what is taken over from around. */
function colourOf(written: string | undefined): string | undefined {
  const value = written?.trim().toLowerCase() ?? '';
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])/.exec(value)?.[1];
  if (hex) return hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(value)?.slice(1);
  if (parts) return parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return /^(?:inherit|initial|unset|currentcolor|auto|none|)$/.test(value) ? undefined : value.split(' ')[0];
}

/** Whether a size is too small to be read; undefined where it hangs on that of the text around. */
function tinyBy(size: string | undefined): boolean | undefined {
  const [, value, unit] = /^(\d{0,4}(?:\.\d{1,4})?)([a-z%]*)$/.exec(size ?? '') ?? [];
  if (value === undefined || value === '') return size === undefined || size === 'inherit' ? undefined : false;
  if (Number(value) === 0) return true;
  return /^(?:px|pt)$/.test(unit ?? '') ? Number(value) < 2 : undefined;
}

/**
 * Whether dark text stands in the same box, so that the box is light. A page seldom brings all its styles along: a box with a class of
 * which nothing is known may be dark, unless much is written in it.
 */
function standsAmongDark(element: ParsedElement, styles: PageStyles): boolean {
  for (let box: ParsedElement = element; ; ) {
    const names = `${attribute(box, 'class') ?? ''} ${attribute(box, 'id') ?? ''}`.trim();
    const isKnown = names === '' || names.split(/\s+/).every((name) => styles.looks.has(name));
    const dark = darkIn(box, styles);
    if (dark > 0 && (isKnown || dark >= MUCH)) return true;
    const { parentNode } = box;
    if (!isKnown || !parentNode || !('tagName' in parentNode)) return false;
    box = parentNode;
  }
}

/** So many characters are no label on a coloured bar. */
const MUCH = 100;

/** How many characters of an element are not written in a pale colour of their own; found once. */
function darkIn(element: ParsedElement, styles: PageStyles): number {
  const known = DARK.get(element);
  if (known !== undefined) return known;
  const colour = colourSaid(element, saidOf(element, styles));
  const dark =
    colour !== undefined && isPale(colour)
      ? 0
      : element.childNodes.reduce((sum, node) => {
          if ('value' in node) return sum + squeeze(node.value).length;
          return isElement(node) && !LEFT_OUT.has(node.tagName) ? sum + darkIn(node, styles) : sum;
        }, 0);
  DARK.set(element, dark);
  return dark;
}

const DARK = new WeakMap<ParsedElement, number>();
