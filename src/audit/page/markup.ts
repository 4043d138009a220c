import { xmlText } from '../../report/xml.js';

/** HTML that may stand in the page as it is. Only `markup` and `trusted` make it. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = Markup | string | number | readonly Part[];

/** A template of HTML: whatever is put in is escaped, save what is markup already; lists are joined. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.reduce((html, text, i) => html + rendered(parts[i - 1] ?? '') + text));
}

/** HTML of our own making: the script, the style, data that is escaped already. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

function rendered(part: Part): string {
  if (part instanceof Markup) return part.html;
  return typeof part === 'object' ? part.map(rendered).join('') : xmlText(String(part));
}
