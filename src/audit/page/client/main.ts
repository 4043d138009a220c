import type { PageData } from '../data.js';
import { EVERYTHING, makeFinder, type Query } from '../query.js';
import { asButton, make, makeButton, readData } from './dom.js';
import { completeLists } from './lists.js';
import { makePanel } from './panel.js';
import { printWith } from './print.js';
import { makeTable } from './table.js';
import { makeToolbar } from './toolbar.js';

start(readData<PageData>('data'));

function start(data: PageData): void {
  const find = makeFinder(data);
  let query = EVERYTHING;
  let found: readonly number[] = [];
  const update = (change: Partial<Query>) => {
    query = { ...query, ...change };
    found = find(query);
    table.show(found, query);
    toolbar.tell(found.length, query);
  };
  const table = makeTable(data, {
    onSort: (sort, descending) => update({ sort, descending }),
    onOpen: (place) => panel.open(found, place),
    onClear: () => toolbar.clear(),
  });
  const panel = makePanel(data, (place) => table.focusRow(place));
  const toolbar = makeToolbar(data, (change) => update(change));
  document.getElementById('table')?.append(explanation(), toolbar.element, table.element);
  update({});
  completeLists();
  linkFigures((filter, value) => toolbar.choose(filter, value));
  for (const element of document.querySelectorAll<HTMLElement>('main [data-document]')) linkDocument(element);
  document.addEventListener('list-row', ({ target }) => linkDocument(target as HTMLElement));
  printWith(data, () => found, toolbar.printsList, panel.printed);
  document.querySelector('header')?.append(makeButton('打印报告', () => print(), { class: 'print-button' }));
  // What the first search and the first sorting by title need is made while the reader looks at the figures.
  setTimeout(() => {
    find({ ...EVERYTHING, text: '解读' });
    find({ ...EVERYTHING, sort: 'title', descending: false });
  }, 500);

  function linkDocument(element: HTMLElement): void {
    const place = Number(element.dataset.document);
    asButton(element, '看这份文件的问题', () => panel.open([place], 0));
  }
}

/** Each department, year, kind and demand of the tables of figures leads to its documents. */
function linkFigures(choose: (filter: string, value: number) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-filter]')) {
    const { filter = '', value } = element.dataset;
    if (Number(value) < 0) continue;
    asButton(element, '在文件清单中只看这一项', () => {
      choose(filter, Number(value));
      document.getElementById('documents')?.scrollIntoView();
      document.getElementById('documents')?.focus({ preventScroll: true });
    });
  }
}

function explanation(): HTMLElement {
  return make('p.explanation', '点击表头排序，选择条件筛选，点击标题看这份文件的问题和改法。');
}
