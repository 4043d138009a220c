import type { PageData } from '../data.js';
import type { Query, SortKey } from '../query.js';
import { COLUMNS, cellsOf } from './cells.js';
import { make, makeButton } from './dom.js';

/** Rows kept above and below those in sight, so that scrolling shows no gap. */
const MARGIN = 10;

interface Events {
  onSort(sort: SortKey, descending: boolean): void;
  /** @param place of the row among those shown */
  onOpen(place: number): void;
  onClear(): void;
}

export interface DocumentTable {
  readonly element: HTMLElement;
  show(documents: readonly number[], query: Query): void;
  /** Brings a row into sight and puts the focus on it. */
  focusRow(place: number): void;
}

/** A table that holds only the rows in sight, however many documents there are. */
export function makeTable(data: PageData, events: Events): DocumentTable {
  const heads = COLUMNS.map(({ key, label }) => {
    const arrow = make('span.arrow', { 'aria-hidden': 'true' });
    const button = make('button', { type: 'button' }, label, arrow);
    return { key, button, cell: make('th', { scope: 'col', class: `column-${key}` }, button) };
  });
  const [above, below] = [spacer(), spacer()];
  const body = make('tbody', above, below);
  const table = make(
    'table.documents',
    { 'aria-labelledby': 'documents-title' },
    make('thead', make('tr', { 'aria-rowindex': 1 }, ...heads.map(({ cell }) => cell))),
    body,
  );
  const viewport = make('div.viewport', { role: 'region', 'aria-label': '文件清单', tabindex: 0 }, table);
  const clear = makeButton('清除全部条件', () => events.onClear());
  const none = make('div.none-found', { hidden: '' }, make('p', '没有符合条件的文件。'), clear);

  let shown: readonly number[] = [];
  let query: Query | undefined;
  let active = 0;
  let rowHeight = 56;
  const rows = new Map<number, HTMLTableRowElement>();

  for (const { key, button } of heads)
    button.addEventListener('click', () => {
      const isSame = query?.sort === key;
      events.onSort(key, isSame ? !query?.descending : COLUMNS.find((one) => one.key === key)?.descends === true);
    });
  let isWaiting = false;
  viewport.addEventListener('scroll', () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      render();
    });
  });
  body.addEventListener('click', ({ target }) => {
    const place = Number((target as Element).closest<HTMLElement>('tr[data-place]')?.dataset.place ?? -1);
    if (place < 0 || getSelection()?.type === 'Range') return;
    activate(place);
    events.onOpen(place);
  });
  viewport.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || (event.target as Element).closest('thead')) return;
    const page = Math.max(1, Math.floor(viewport.clientHeight / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + (event.target === viewport ? 0 : 1),
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: shown.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined || shown.length === 0) return;
    event.preventDefault();
    focusRow(next);
  });
  new ResizeObserver(() => {
    measure();
    render();
  }).observe(viewport);

  return { element: make('div', viewport, none), show, focusRow };

  function show(documents: readonly number[], next: Query): void {
    [shown, query, active] = [documents, next, 0];
    for (const { key, cell } of heads) {
      if (key === next.sort) cell.setAttribute('aria-sort', next.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
    table.setAttribute('aria-rowcount', String(documents.length + 1));
    viewport.hidden = documents.length === 0;
    none.hidden = documents.length > 0;
    for (const row of rows.values()) row.remove();
    rows.clear();
    viewport.scrollTop = 0;
    render();
    measure();
  }

  /** What a row is high: all are alike, but differ with the window's width and the size of letters. */
  function measure(): void {
    const height = rows.values().next().value?.getBoundingClientRect().height;
    if (!height || Math.abs(height - rowHeight) < 0.1) return;
    rowHeight = height;
    render();
  }

  function render(): void {
    const from = Math.max(0, Math.min(Math.floor(viewport.scrollTop / rowHeight) - MARGIN, shown.length));
    const room = Math.ceil(innerHeight / rowHeight) + 2 * MARGIN;
    const to = Math.min(shown.length, from + room);
    for (const [place, row] of rows) if (place < from || place >= to) drop(place, row);
    for (let place = from; place < to; place++) if (!rows.has(place)) insert(place);
    above.hidden = from === 0;
    above.style.height = `${from * rowHeight}px`;
    below.style.height = `${(shown.length - to) * rowHeight}px`;
  }

  function insert(place: number): void {
    const row = rowOf(place);
    (rows.get(place - 1) ?? above).after(row);
    rows.set(place, row);
  }

  function drop(place: number, row: HTMLElement): void {
    if (row.contains(document.activeElement)) viewport.focus({ preventScroll: true });
    row.remove();
    rows.delete(place);
  }

  function rowOf(place: number): HTMLTableRowElement {
    const cells = cellsOf(data, shown[place] as number);
    const row = make('tr', { 'data-place': place, 'aria-rowindex': place + 2 }, ...cells);
    row.querySelector('button')?.setAttribute('tabindex', place === active ? '0' : '-1');
    return row;
  }

  function activate(place: number): void {
    buttonOf(active)?.setAttribute('tabindex', '-1');
    active = place;
    buttonOf(active)?.setAttribute('tabindex', '0');
  }

  function focusRow(place: number): void {
    const next = Math.max(0, Math.min(shown.length - 1, place));
    const head = table.tHead?.offsetHeight ?? 0;
    const [top, bottom] = [next * rowHeight, (next + 1) * rowHeight];
    if (top < viewport.scrollTop) viewport.scrollTop = top;
    else if (bottom > viewport.scrollTop + viewport.clientHeight - head)
      viewport.scrollTop = bottom - viewport.clientHeight + head;
    render();
    activate(next);
    buttonOf(next)?.focus({ preventScroll: true });
  }

  function buttonOf(place: number): HTMLElement | null {
    return rows.get(place)?.querySelector('button') ?? null;
  }
}

function spacer(): HTMLTableRowElement {
  return make('tr.spacer', { 'aria-hidden': 'true' });
}
