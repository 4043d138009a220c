import { shownFileAddress } from '../../links.js';
import type { ListRow, PageData } from '../data.js';
import { count, isFigure } from '../numbers.js';
import { make } from './dom.js';

/** Rows added at a time. */
const BATCH = 500;

/** Lets each list that the page shows in part be read to its end. */
export function completeLists({ lists, base }: PageData): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-list]')) {
    const rows = lists[table.dataset.list ?? ''] ?? [];
    const body = table.tBodies[0];
    const opens = table.dataset.opens === undefined ? null : base;
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
      body.append(...rows.slice(from, from + BATCH).map((row) => rowOf(row, opens)));
      tell();
      for (const cell of [...body.rows].slice(from).map((row) => row.cells[0]))
        if (cell?.dataset.document) cell.dispatchEvent(new Event('list-row', { bubbles: true }));
    });
    note.replaceChildren(said, ' ', button);
    tell();
  }
}

function rowOf([place, first = '', ...cells]: ListRow, opens: string | null): HTMLElement {
  const head = make('th', place < 0 ? { scope: 'row' } : { scope: 'row', 'data-document': place }, first);
  const path = place < 0 ? null : shownFileAddress(cells[cells.length - 1] ?? '', opens);
  const last = path === null ? [] : [make('td', make('a', { href: path }, cells[cells.length - 1] ?? ''))];
  const others = path === null ? cells : cells.slice(0, -1);
  return make(
    'tr',
    head,
    ...others.map((cell) => make('td', isFigure(cell) ? { class: 'figure' } : {}, cell)),
    ...last,
  );
}
