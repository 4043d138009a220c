import type { Tally } from './notes.js';
import { attribute, lettersIn, type ParsedElement, readableIn, styleOf } from './page-elements.js';
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
