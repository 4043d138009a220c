import type { ElementMark, FindingBlock, FindingRow, PageData, SharedText } from '../data.js';
import { departmentName, yearName } from '../names.js';
import { make, readData } from './dom.js';
import { count, NO_TITLE, VERDICTS } from './words.js';

const MARKS: Readonly<Record<Exclude<ElementMark, '-'>, readonly [sign: string, label: string]>> = {
  s: ['✓', '有专门的部分'],
  p: ['✓', '文中写到'],
  n: ['△', '有标题，没有内容'],
  a: ['✗', '没有写'],
};

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
  const place = make('p', { class: 'place', 'aria-live': 'polite' });
  const content = make('div', { class: 'content' });
  const button = (label: string, act: () => void) => {
    const made = make('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const previous = button('上一份', () => step(-1));
  const next = button('下一份', () => step(1));
  const bar = make(
    'div',
    { class: 'bar' },
    ...[previous, next, place, button('打印', () => print()), button('关闭', () => dialog.close())],
  );
  const dialog = make('dialog', { class: 'panel', 'aria-labelledby': 'panel-title' }, bar, heading, content);
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
    return dialog.open
      ? make('article', { class: 'printed-panel' }, heading.cloneNode(true), content.cloneNode(true))
      : undefined;
  }

  function step(by: number): void {
    if (documents[at + by] === undefined) return;
    at += by;
    show();
  }

  function show(): void {
    const i = documents[at] as number;
    heading.replaceChildren(make('bdi', {}, data.documents.title[i] || NO_TITLE));
    content.replaceChildren(facts(data, i), ...elementsOf(data, i), ...findings(findingsOf(i)));
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

  function findings(rows: readonly FindingRow[]): HTMLElement[] {
    if (rows.length === 0) return [make('p', { class: 'none' }, '没有发现问题。')];
    const errorsFirst = rows.toSorted((a, b) => Number(a[1] === 'w') - Number(b[1] === 'w'));
    return [
      make('h3', {}, `问题（${count(rows.length)} 处）`),
      make('ol', { class: 'findings' }, ...errorsFirst.map((row) => make('li', {}, ...finding(row)))),
    ];
  }

  function finding([rule, rank, line, column, what, why, todo, clauses, sentence]: FindingRow): HTMLElement[] {
    const [severity, label] = rank === 'e' ? ['error', '错误'] : ['warn', '警告'];
    const head = make(
      'p',
      { class: 'what' },
      make('span', { class: `severity severity-${severity}` }, label as string),
      ' ',
      make('strong', {}, textOf(what)),
    );
    const rows: [string, string][] = [
      ['改法', textOf(todo)],
      ['依据', textOf(why)],
    ];
    const place = `第 ${count(line)} 行第 ${count(column)} 列`;
    const source = [place, textOf(clauses), data.rules[rule]?.id ?? ''].filter((text) => text !== '').join(' · ');
    return [
      head,
      ...(sentence === '' ? [] : [make('blockquote', {}, make('bdi', {}, sentence))]),
      pairs(rows),
      make('p', { class: 'source' }, source),
    ];
  }

  function textOf(text: SharedText): string {
    return typeof text === 'number' ? (data.texts[text] ?? '') : text;
  }
}

function facts({ documents, departments, years, kinds }: PageData, i: number): HTMLElement {
  return pairs([
    ['路径', documents.path[i] ?? ''],
    [
      '结论',
      `${VERDICTS[documents.verdict[i] ?? 2]}（错误 ${count(documents.errors[i] ?? 0)} 处，警告 ${count(documents.warnings[i] ?? 0)} 处）`,
    ],
    ['部门', departmentName(departments[documents.department[i] ?? -1] ?? '')],
    ['种类', kinds[documents.kind[i] ?? -1] ?? ''],
    ['发布日期', documents.published[i] || yearName(years[documents.year[i] ?? -1] ?? '')],
    ['字数', count(documents.wordCount[i] ?? 0)],
  ]);
}

/** What the document has of the required elements; nothing where none was looked for. */
function elementsOf({ documents, elements, elementSets }: PageData, i: number): HTMLElement[] {
  const marks = [...(elementSets[documents.elementSet[i] ?? -1] ?? '')];
  const items = marks.flatMap((mark, place) => {
    const [sign, label] = MARKS[mark as keyof typeof MARKS] ?? [];
    if (sign === undefined || label === undefined) return [];
    const name = make('span', { class: 'element-name' }, elements[place] ?? '');
    return [
      make(
        'li',
        { class: `mark-${mark}` },
        make('span', { 'aria-hidden': 'true' }, sign),
        name,
        make('small', {}, label),
      ),
    ];
  });
  if (items.length === 0) return [];
  return [make('h3', {}, '解读要素'), make('ul', { class: 'elements' }, ...items)];
}

function pairs(rows: readonly (readonly [string, string])[]): HTMLElement {
  const told = rows.filter(([, value]) => value !== '');
  return make(
    'dl',
    { class: 'pairs' },
    ...told.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, make('bdi', {}, value)))),
  );
}
