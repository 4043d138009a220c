import { shownFileAddress } from '../../links.js';
import { departmentName, SEVERITY, yearName } from '../../names.js';
import type { ElementMark, FindingRow, PageData, SharedText } from '../data.js';
import { count } from '../numbers.js';
import { make } from './dom.js';
import { verdictName } from './words.js';

const MARKS: Readonly<Record<Exclude<ElementMark, '-'>, readonly [sign: string, label: string]>> = {
  s: ['✓', '有专门的部分'],
  p: ['✓', '文中写到'],
  n: ['△', '有标题，没有内容'],
  a: ['✗', '没有写'],
};

/** What the panel tells of a document: what it is, which elements it has, what is to be put right, what does not count. */
export function documentParts(data: PageData, i: number, rows: readonly FindingRow[]): HTMLElement[] {
  const errorsFirst = [...rows].sort((a, b) => Number(a[1] === 'w') - Number(b[1] === 'w'));
  const [counted, others] = [errorsFirst.filter((row) => row[9] === undefined), errorsFirst.filter((row) => row[9])];
  return [
    facts(data, i),
    ...elementsOf(data, i, new Set(counted.map(([rule]) => data.rules[rule]?.id))),
    ...(counted.length === 0 ? [make('p.none', '没有发现问题。')] : findings(data, '问题', counted)),
    ...(others.length === 0 ? [] : findings(data, '不计入的问题', others)),
  ];
}

function findings(data: PageData, title: string, rows: readonly FindingRow[]): HTMLElement[] {
  return [
    make('h3', `${title}（${count(rows.length)} 个）`),
    make('ol.findings', ...rows.map((row) => make('li', ...finding(data, row)))),
  ];
}

function finding(data: PageData, row: FindingRow): HTMLElement[] {
  const [rule, rank, line, column, what, why, todo, clauseSet, sentence, by = '', reason = ''] = row;
  const textOf = (text: SharedText) => (typeof text === 'number' ? (data.texts[text] ?? '') : text);
  const severity = rank === 'e' ? 'error' : 'warn';
  const head = make(
    'p.what',
    make('span', { class: `severity severity-${severity}` }, SEVERITY[severity]),
    ' ',
    make('strong', textOf(what)),
  );
  const inText = line > 0 ? `第 ${count(line)} 行第 ${count(column)} 列` : '';
  const place = line < 0 ? `第 ${count(-line)} 段` : inText;
  const source = [place, data.rules[rule]?.id ?? ''].filter((text) => text !== '').join(' · ');
  return [
    head,
    ...(sentence === '' ? [] : [make('blockquote', make('bdi', sentence))]),
    pairs([
      ['改法', textOf(todo)],
      ['依据', textOf(why)],
      ['不计入', by],
      ['理由', textOf(reason)],
    ]),
    make('p.source', source),
    ...clauses(data, data.clauseSets[clauseSet] ?? []),
  ];
}

/** What the clauses ask for, to be unfolded: most readers know them. */
function clauses(data: PageData, places: readonly number[]): HTMLElement[] {
  const items = places.flatMap((place) => {
    const { citation, demand } = data.clauses[place] ?? {};
    return citation ? [make('li', demand ? `${citation}：${demand}` : citation)] : [];
  });
  if (items.length === 0) return [];
  return [make('details.clauses', make('summary', `条款（${count(items.length)} 条）`), make('ul', ...items))];
}

function facts({ documents, departments, years, kinds, base }: PageData, i: number): HTMLElement {
  const path = documents.path[i] ?? '';
  const address = documents.address[i] ?? '';
  return pairs([
    ['路径', path, shownFileAddress(path, base)],
    ['发布地址', address, address],
    [
      '结论',
      `${verdictName(documents.verdict[i])}（错误 ${count(documents.errors[i] ?? 0)} 个，警告 ${count(documents.warnings[i] ?? 0)} 个）`,
    ],
    ['文号', documents.number[i] ?? ''],
    ['部门', departmentName(departments[documents.department[i] ?? -1] ?? '')],
    ['类型', kinds[documents.kind[i] ?? -1] ?? ''],
    ['印发日期', documents.issued[i] ?? ''],
    ['发布日期', documents.published[i] ?? ''],
    ['年份', yearName(years[documents.year[i] ?? -1] ?? '')],
    ['字数', count(documents.wordCount[i] ?? 0)],
  ]);
}

/**
 * What the document has of the elements; nothing where none was looked for. Not each is demanded of each document.
 * @param broken rules that the document breaks
 */
function elementsOf(
  { documents, elements, elementSets }: PageData,
  i: number,
  broken: ReadonlySet<string | undefined>,
): HTMLElement[] {
  const marks = [...(elementSets[documents.elementSet[i] ?? -1] ?? '')];
  const items = marks.flatMap((mark, place) => {
    const [sign, label] = MARKS[mark as keyof typeof MARKS] ?? [];
    if (sign === undefined || label === undefined) return [];
    const name = make('span.element-name', elements[place]?.name ?? '');
    const isFault = broken.has(elements[place]?.ruleId);
    const isIdle = mark === 'a' && !isFault;
    return [
      make(
        'li',
        isFault ? { class: 'fault' } : isIdle ? { class: 'idle' } : {},
        make('span', { 'aria-hidden': 'true' }, isIdle ? '–' : sign),
        name,
        make('small', label),
      ),
    ];
  });
  if (items.length === 0) return [];
  const explanation =
    '程序在文中找到的要素。不是每份文件都要写全；要求写而没有写好的用红色和粗体标出，并列在下面的问题里。';
  return [make('h3', '解读要素'), make('p.explanation', explanation), make('ul.elements', ...items)];
}

/** Names and values; a value with an address opens it. */
function pairs(rows: readonly (readonly [name: string, value: string, to?: string | null])[]): HTMLElement {
  const told = rows.filter(([, value]) => value !== '');
  return make(
    'dl.pairs',
    ...told.map(([name, value, to]) => {
      const text = make('bdi', value);
      return make('div', make('dt', name), make('dd', to ? make('a', { href: to }, text) : text));
    }),
  );
}
