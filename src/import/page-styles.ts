/** Names of classes and ids whose elements a page's own styles hide, and what they say of the letters of a class. */
export interface PageStyles {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly looks: ReadonlyMap<string, string>;
}

/** Most of a page's styles that is read, in characters. */
const MAX_STYLES = 300_000;

/**
 * Reads which classes and ids are hidden. What some rule shows (an open tab, a text that unfolds) is for readers to see, and rules for
 * print or small screens say nothing of what they see here.
 * @param styles the text of the page's `style` elements
 */
export function pageStyles(styles: string): PageStyles {
  const looks = new Map<string, string>();
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const [selectors, declarations] of rulesIn(styles.slice(0, MAX_STYLES))) {
    const said = declarations.match(LOOKS)?.join(';');
    const hides = HIDES.test(declarations);
    for (const selector of said ? selectors.split(',') : []) {
      const name = /^\s*[a-z\d]{0,12}\.([\w-]{1,100})\s*$/i.exec(selector)?.[1];
      if (name !== undefined) looks.set(name, `${looks.get(name) ?? ''};${said}`.slice(-MAX_LOOKS));
    }
    if (!hides && !SHOWS.test(declarations)) continue;
    for (const selector of selectors.split(',')) {
      const names = selector.match(/[.#][\w-]{1,100}/g) ?? [];
      const alone = /^\s*[a-z\d]{0,12}([.#][\w-]{1,100})\s*$/i.exec(selector)?.[1];
      if (hides && alone !== undefined) hidden.add(alone);
      if (!hides) for (const name of names) shown.add(name);
    }
  }
  const left = [...hidden].filter((name) => !shown.has(name));
  const of = (sign: string) => new Set(left.filter((name) => name.startsWith(sign)).map((name) => name.slice(1)));
  return { classes: of('.'), ids: of('#'), looks };
}

/** Most that is kept of what is said of one class, in characters: every element of it bears it. */
const MAX_LOOKS = 500;

const LOOKS =
  /(?<![\w-])(?:vertical-align|text-decoration(?:-line)?|font-weight|font-size|color|background(?:-color)?)\s{0,9}:[^;]{1,60}/gi;

const HIDES = /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i;
const SHOWS = /(?:^|[;\s])(?:display|visibility)\s{0,9}:/i;

/** Selectors and declarations of the rules that always hold. */
function rulesIn(styles: string): [selectors: string, declarations: string][] {
  const rules: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let selectors = '';
  const css = withoutRemarks(styles);
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '{') {
      if (depth++ === 0) selectors = css.slice(from, at);
      from = at + 1;
    } else if (sign === '}' && depth > 0) {
      if (--depth === 0 && !selectors.includes('@')) rules.push([selectors, css.slice(from, at)]);
      from = at + 1;
    } else if (sign === ';' && depth === 0) from = at + 1;
  }
  return rules;
}

function withoutRemarks(css: string): string {
  let out = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    out += css.slice(from, at);
    const end = css.indexOf('*/', at + 2);
    if (end < 0) return out;
    from = end + 2;
  }
  return out + css.slice(from);
}
