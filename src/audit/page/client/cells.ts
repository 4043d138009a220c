import { shownFileAddress } from '../../links.js';
import { departmentName, NO_TITLE, yearName } from '../../names.js';
import type { PageData } from '../data.js';
import { count } from '../numbers.js';
import type { SortKey } from '../query.js';
import { make } from './dom.js';
import { verdictName } from './words.js';

/** The columns of the table of documents; those of numbers begin with the greatest. */
export const COLUMNS: ReadonlyArray<{ readonly key: SortKey; readonly label: string; readonly descends?: true }> = [
  { key: 'title', label: '文件' },
  { key: 'department', label: '部门' },
  { key: 'year', label: '年份', descends: true },
  { key: 'kind', label: '类型' },
  { key: 'wordCount', label: '字数', descends: true },
  { key: 'errors', label: '错误', descends: true },
  { key: 'warnings', label: '警告', descends: true },
  { key: 'verdict', label: '结论' },
];

/** The cells of one document, in the order of the columns. */
export function cellsOf({ documents, departments, years, kinds, base }: PageData, i: number): HTMLElement[] {
  const department = departmentName(departments[documents.department[i] ?? -1] ?? '');
  const year = yearName(years[documents.year[i] ?? -1] ?? '');
  const kind = kinds[documents.kind[i] ?? -1] ?? '';
  const verdict = documents.verdict[i] ?? 2;
  const [title, path] = [documents.title[i] || NO_TITLE, documents.path[i] ?? ''];
  const to = shownFileAddress(path, base);
  const shownPath = make('bdi', path);
  return [
    make(
      'th',
      { scope: 'row', class: 'column-title', title: `${title}\n${path}` },
      make('button', { type: 'button', class: 'link' }, make('bdi', title)),
      make('span.path', to === null ? shownPath : make('a', { href: to }, shownPath)),
      make('span.narrow-facts', [department, year, kind].join(' · ')),
    ),
    make('td.column-department', { title: department }, make('span.clamped', department)),
    make('td.column-year', year),
    make('td.column-kind', kind),
    make('td.column-wordCount', count(documents.wordCount[i] ?? 0)),
    make('td.column-errors', count(documents.errors[i] ?? 0)),
    make('td.column-warnings', count(documents.warnings[i] ?? 0)),
    make('td', { class: `column-verdict verdict-${verdict}` }, verdictName(verdict)),
  ];
}
