import { NO_TITLE } from '../../names.js';
import type { FindingBlock, FindingRow, PageData } from '../data.js';
import { count } from '../numbers.js';
import { documentParts } from './document-parts.js';
import { make, makeButton, readData } from './dom.js';

export interface Panel {
  /** Shows one of the documents; the reader can go on to the others. */
  open(documents: readonly number[], place: number): void;
  /** What is shown, to be printed; undefined where the panel is closed. */
  printed(): HTMLElement | undefined;
}

/**
 * The panel of one document: what it is, which elements it has, what is to be put right.
 * @param onClose told of the place of the document shown last, where there was more than one to go through
 */
export function makePanel(data: PageData, onClose: (place: number) => void): Panel {
  const heading = make('h2', { id: 'panel-title', tabindex: -1 });
  const place = make('p.place', { 'aria-live': 'polite' });
  const content = make('div.content');
  const previous = makeButton('上一份', () => step(-1));
  const next = makeButton('下一份', () => step(1));
  const leave = [makeButton('打印', () => print()), makeButton('关闭', () => dialog.close())];
  const bar = make('div.bar', previous, next, place, ...leave);
  const dialog = make('dialog.panel', { 'aria-labelledby': 'panel-title' }, bar, heading, content);
  document.body.append(dialog);
  const blocks = new Map<number, FindingBlock>();
  let documents: readonly number[] = [];
  let at = 0;

  dialog.addEventListener('close', () => {
    if (documents.length > 1) onClose(at);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey }) => {
    if (altKey || ctrlKey || metaKey) return;
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  });
  return { open, printed };

  function open(list: readonly number[], start: number): void {
    documents = list;
    at = start;
    dialog.showModal();
    show();
  }

  function printed(): HTMLElement | undefined {
    return dialog.open ? make('article.printed-panel', heading.cloneNode(true), content.cloneNode(true)) : undefined;
  }

  function step(by: number): void {
    if (documents[at + by] === undefined) return;
    at += by;
    show();
  }

  function show(): void {
    const i = documents[at] as number;
    heading.replaceChildren(make('bdi', data.documents.title[i] || NO_TITLE));
    content.replaceChildren(...documentParts(data, i, findingsOf(i)));
    previous.disabled = at === 0;
    next.disabled = at === documents.length - 1;
    const several = documents.length > 1;
    for (const one of [previous, next, place]) one.hidden = !several;
    place.textContent = `第 ${count(at + 1)} 份，共 ${count(documents.length)} 份`;
    dialog.scrollTop = 0;
    heading.focus({ preventScroll: true });
  }

  function findingsOf(i: number): readonly FindingRow[] {
    const number = Math.floor(i / data.blockSize);
    const block = blocks.get(number) ?? readData<FindingBlock>(`findings-${number}`);
    blocks.set(number, block);
    return block[i % data.blockSize] ?? [];
  }
}
