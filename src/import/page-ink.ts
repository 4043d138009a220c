import { squeeze } from './nodes.js';
import { attribute, isElement, LEFT_OUT, type ParsedElement, saidOf } from './page-elements.js';
import type { PageStyles } from './page-styles.js';

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
