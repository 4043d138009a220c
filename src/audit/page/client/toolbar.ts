import { departmentName, yearName } from '../../names.js';
import type { PageData } from '../data.js';
import { count } from '../numbers.js';
import { EVERYTHING, type Query } from '../query.js';
import { make } from './dom.js';
import { verdictName } from './words.js';

type Filter = 'department' | 'year' | 'kind' | 'verdict' | 'rule';

interface Option {
  readonly value: number;
  readonly label: string;
}

export interface Toolbar {
  readonly element: HTMLElement;
  /** Says how many documents were found. */
  tell(found: number, query: Query): void;
  /** Takes all conditions away. */
  clear(): void;
  /** Sets one condition, and takes the others away. */
  choose(filter: string, value: number): void;
  /** Whether printing shall include the table of documents. */
  printsList(): boolean;
}

/** The conditions over the table of documents. */
export function makeToolbar(data: PageData, onChange: (change: Partial<Query>) => void): Toolbar {
  const search = make('input', {
    type: 'search',
    id: 'search',
    placeholder: '标题、文号、路径、部门',
    autocomplete: 'off',
  });
  const selects = new Map(
    filtersOf(data).map(({ filter, label, options }) => [filter, selectOf(filter, label, options)] as const),
  );
  const clearButton = make('button', { type: 'button', class: 'clear' }, '清除条件');
  const status = make('p.status', { role: 'status', 'aria-live': 'polite' });
  const printed = make('input', { type: 'checkbox', id: 'print-list' });
  const total = data.documents.path.length;

  // While a word is being composed (pinyin), what stands in the field is not yet what is looked for.
  let isComposing = false;
  const searched = () => {
    if (!isComposing) onChange({ text: search.value });
  };
  search.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  search.addEventListener('compositionend', () => {
    isComposing = false;
    searched();
  });
  search.addEventListener('input', searched);
  for (const [filter, { select }] of selects)
    select.addEventListener('change', () => onChange({ [filter]: select.value === '' ? null : Number(select.value) }));
  clearButton.addEventListener('click', clear);

  const fields = [...selects.values()].map(({ field }) => field);
  const element = make(
    'div.toolbar',
    { role: 'search', 'aria-label': '筛选文件' },
    make('div.fields', field('search', '查找', search), ...fields, clearButton),
    make('div.below', status, make('label.print-choice', printed, '打印时附上这份清单')),
  );
  return { element, tell, clear, choose, printsList: () => printed.checked };

  function tell(found: number, query: Query): void {
    const all = found === total;
    status.textContent = all ? `共 ${count(total)} 份文件` : `找到 ${count(found)} 份，共 ${count(total)} 份文件`;
    clearButton.disabled = query.text === '' && [...selects.keys()].every((filter) => query[filter] === null);
    for (const [filter, { select }] of selects) select.classList.toggle('chosen', query[filter] !== null);
  }

  function clear(): void {
    reset({});
    search.focus();
  }

  function choose(filter: string, value: number): void {
    reset({ [filter]: value });
  }

  function reset(kept: Partial<Query>): void {
    search.value = '';
    for (const [filter, { select }] of selects) select.value = String(kept[filter] ?? '');
    const { sort, descending, ...conditions } = EVERYTHING;
    onChange({ ...conditions, ...kept });
  }
}

function filtersOf(data: PageData): { filter: Filter; label: string; options: Option[] }[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const listed = (names: readonly string[], used: readonly number[], labelOf: (name: string) => string) => {
    const held = new Set(used);
    return names
      .map((name, value) => ({ value, name, label: labelOf(name) }))
      .filter(({ value }) => held.has(value))
      .sort((a, b) => Number(a.name === '') - Number(b.name === '') || collator.compare(a.name, b.name));
  };
  const { departments, years, kinds, documents, ruleSets, rules } = data;
  const broken = new Set(ruleSets.flat());
  return [
    { filter: 'department', label: '部门', options: listed(departments, documents.department, departmentName) },
    { filter: 'year', label: '年份', options: listed(years, documents.year, yearName).reverse() },
    { filter: 'kind', label: '类型', options: listed(kinds, documents.kind, (name) => name) },
    {
      filter: 'verdict',
      label: '结论',
      options: ([1, 0, 2] as const).map((value) => ({ value, label: verdictName(value) })),
    },
    {
      filter: 'rule',
      label: '违反的要求',
      options: rules
        .map(({ id, demand }, value) => ({ value, label: demand ? `${demand}（${id}）` : id }))
        .filter(({ value }) => broken.has(value)),
    },
  ];
}

function selectOf(id: Filter, label: string, options: readonly Option[]) {
  const select = make(
    'select',
    { id: `filter-${id}` },
    make('option', { value: '' }, '全部'),
    ...options.map((option) => make('option', { value: option.value }, option.label)),
  );
  return { select, field: field(`filter-${id}`, label, select) };
}

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return make('div', { class: `field field-${id}` }, make('label', { for: id }, label), control);
}
