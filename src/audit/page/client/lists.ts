import type { ListRow, PageData } from '../data.js';
import { count, isFigure } from '../numbers.js';
import { make } from './dom.js';

/** Rows added at a time. */
const BATCH = 500;

/** Lets each list that the page shows in part be read to its end. */
export function completeLists({ lists }: PageData): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-list]')) {
    const rows = lists[table.dataset.list ?? ''] ?? [];
    const body = table.tBodies[0];
    const note = table.closest('section')?.querySelector('.more');
    if (!body || !note || rows.length <= body.rows.length) continue;
    const button = make('button', { type: 'button' });
    const said = make('span', { role: 'status' });
    const tell = () => {
      const left = rows.length - body.rows.length;
      said.textContent =
        left > 0 ? `以上是前 ${count(body.rows.length)} 条，另有 ${count(left)} 条。` : `共 ${count(rows.length)} 条。`;
      button.textContent = left > BATCH ? `再显示 ${count(BATCH)} 条` : `显示其余 ${count(left)} 条`;
      button.hidden = left === 0;
    };
    button.addEventListener('click', () => {
      const from = body.rows.length;
      body.append(...rows.slice(from, from + BATCH).map(rowOf));
      tell();
      for (const cell of [...body.rows].slice(from).map((row) => row.cells[0]))
        if (cell?.dataset.document) cell.dispatchEvent(new Event('list-row', { bubbles: true }));
    });
    note.replaceChildren(said, ' ', button);
    tell();
  }
}

function rowOf([place, first = '', ...cells]: ListRow): HTMLElement {
  const head = make('th', place < 0 ? { scope: 'row' } : { scope: 'row', 'data-document': place }, first);
  return make('tr', {}, head, ...cells.map((cell) => make('td', isFigure(cell) ? { class: 'figure' } : {}, cell)));
}
