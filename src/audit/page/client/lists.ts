import { count } from '../numbers.js';
import { make } from './dom.js';

/** Rows added at a time. */
const BATCH = 500;

/** Lets each list that the page shows in part be read to its end: its other rows are laid by in the page. */
export function completeLists(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-list]')) {
    const [body] = table.tBodies;
    const section = table.closest('section');
    const rest = section?.querySelector('template')?.content.children;
    const note = section?.querySelector('.more');
    if (!body || !note || !rest) continue;
    const button = make('button', { type: 'button' });
    const said = make('span', { role: 'status' });
    const tell = () => {
      const [shown, left] = [body.rows.length, rest.length];
      said.textContent = left > 0 ? `以上是前 ${count(shown)} 条，另有 ${count(left)} 条。` : `共 ${count(shown)} 条。`;
      button.textContent = left > BATCH ? `再显示 ${count(BATCH)} 条` : `显示其余 ${count(left)} 条`;
      button.hidden = left === 0;
    };
    button.addEventListener('click', () => {
      const rows = [...rest].slice(0, BATCH);
      body.append(...rows);
      tell();
      for (const head of rows.map((row) => row.querySelector('[data-document]')))
        head?.dispatchEvent(new Event('list-row', { bubbles: true }));
    });
    note.replaceChildren(said, ' ', button);
    tell();
  }
}
