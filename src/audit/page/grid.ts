import { type CellValue, cellText } from '../table.js';
import { type Markup, markup } from './markup.js';
import { count, isFigure } from './numbers.js';

/** What the page shows of a cell of the spreadsheet. */
export function shownCell(value: CellValue): string {
  return typeof value === 'number' ? count(value) : cellText(value);
}

/** A cell of a table; what holds nothing but a count or a date is set as one. */
export function cell(content: string | Markup): Markup {
  const isCount = typeof content === 'string' && isFigure(content);
  return isCount ? markup`<td class="figure">${content}</td>` : markup`<td>${content}</td>`;
}

export function headRow(heads: readonly string[]): Markup {
  return markup`<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>`;
}

/** A table that readers unfold. @param label what it is called where it is not seen */
export function unfolded(
  summary: string,
  {
    label,
    caption = label,
    heads,
    rows,
  }: {
    readonly label: string;
    readonly caption?: string;
    readonly heads: readonly string[];
    readonly rows: readonly Markup[];
  },
): Markup {
  return markup`<details><summary>${summary}</summary><div class="sheet" role="region" aria-label="${label}" tabindex="0">
<table><caption>${caption}</caption>${headRow(heads)}
<tbody>${rows}</tbody></table></div></details>`;
}
