import type { PageData } from '../data.js';
import { count } from '../numbers.js';
import { COLUMNS, cellsOf } from './cells.js';
import { make } from './dom.js';

/**
 * Printing leaves the table of documents out unless it was asked for; then it is printed whole, as it is filtered and sorted.
 * Where the panel of a document is open, that document alone is printed.
 * @param found the documents shown at the time
 * @param panelPrinted a copy of the open panel: a dialog itself would be cut off after the first sheet
 */
export function printWith(
  data: PageData,
  found: () => readonly number[],
  isWanted: () => boolean,
  panelPrinted: () => HTMLElement | undefined,
): void {
  let printed: HTMLElement | undefined;
  addEventListener('beforeprint', () => {
    printed?.remove();
    const panel = panelPrinted();
    document.body.classList.toggle('printing-panel', panel !== undefined);
    printed = panel ?? (isWanted() ? wholeTable(data, found()) : leftOut());
    (panel ? document.body : document.getElementById('table'))?.append(printed);
  });
  addEventListener('afterprint', () => {
    printed?.remove();
    printed = undefined;
    document.body.classList.remove('printing-panel');
  });
}

function leftOut(): HTMLElement {
  return make('p', { class: 'printed none' }, '打印时未附清单；需要时在页面上勾选“打印时附上这份清单”。');
}

function wholeTable(data: PageData, found: readonly number[]): HTMLElement {
  const heads = COLUMNS.map(({ key, label }) => make('th', { scope: 'col', class: `column-${key}` }, label));
  return make(
    'table',
    { class: 'printed documents' },
    make('caption', `以下 ${count(found.length)} 份文件`),
    make('thead', make('tr', ...heads)),
    make('tbody', ...found.map((document) => make('tr', ...cellsOf(data, document)))),
  );
}
