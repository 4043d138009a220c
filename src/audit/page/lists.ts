import type { AuditReport } from '../audit-report.js';
import { departmentName, NO_TITLE } from '../names.js';
import type { ListRow } from './data.js';
import { type Markup, markup } from './markup.js';
import { count, isFigure } from './numbers.js';
import { shown } from './shown.js';

/** Rows that stand in the page itself, for print and for browsers without the script; the script adds the others. */
export const FIRST_ROWS = 20;

interface List {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly none: string;
  readonly heads: readonly string[];
  rows(report: AuditReport, documentAt: ReadonlyMap<string, number>): ListRow[];
}

const PATH = '文件';
const DEMANDED = '配置是否要求';

/** What the report lists besides documents, in the order of the page. */
export const LISTS: readonly List[] = [
  {
    id: 'orphans',
    title: '没有解读的政策',
    explanation:
      '应当解读而没有列出解读材料、文库里也没有解读它的政策文件。配置没有要求的只列在这里，不计入错误和警告。',
    none: '应当解读的政策文件都有解读。',
    heads: ['标题', '文号', '部门', '印发日期', DEMANDED, PATH],
    rows: ({ orphans }, documentAt) =>
      orphans.map(({ path, title, number, department, issued, demanded }) =>
        row(
          documentAt.get(path),
          ...[title || NO_TITLE, number, departmentName(department), issued, demanded ? '是' : '否', path],
        ),
      ),
  },
  {
    id: 'late',
    title: '逾期',
    explanation: '晚于期限发布、报送、报备的文件。到核查日期还没有办的，超期工作日算到核查日期。',
    none: '没有逾期的文件。',
    heads: ['标题', '部门', '期限', '办理日期', '超期工作日', '情形', DEMANDED, PATH],
    rows: ({ late }, documentAt) =>
      late.map(({ path, title, department, due, done, daysLate, what, demanded }) =>
        row(
          documentAt.get(path),
          ...[title || NO_TITLE, departmentName(department), due, done || '尚未办理', count(daysLate)],
          ...[what, demanded ? '是' : '否', path],
        ),
      ),
  },
  {
    id: 'broken-links',
    title: '断链',
    explanation: '指向的文件、图片或段落找不到的链接。配置没有要求的只列在这里，不计入错误和警告。',
    none: '没有断链。',
    heads: ['标题', '部门', '行', '地址', '情形', DEMANDED, PATH],
    rows: ({ brokenLinks }, documentAt) =>
      brokenLinks.map(({ path, title, department, line, to, what, demanded }) =>
        row(
          documentAt.get(path),
          ...[title || NO_TITLE, departmentName(department), count(line), to, what, demanded ? '是' : '否', path],
        ),
      ),
  },
  {
    id: 'unchecked',
    title: '要由人来看的条款',
    explanation: '所依据的文件里，程序不能检查或者只能检查一部分的条款；合规率不包括没有检查的部分。',
    none: '没有要由人来看的条款。',
    heads: ['出处', '要求', '为何要由人来看', '程序检查', '文件'],
    rows: ({ unchecked }) =>
      unchecked.map(({ citation, demand, why, partly, source }) =>
        row(undefined, citation, demand, why, partly ? '只查一部分' : '不查', source),
      ),
  },
];

function row(document: number | undefined, ...cells: string[]): ListRow {
  return [document ?? -1, ...cells.map(shown)];
}

/** The section of one list, its first rows in a table. */
export function listSection({ id, title, explanation, none, heads }: List, rows: readonly ListRow[]): Markup {
  const left = rows.length - FIRST_ROWS;
  const more =
    left > 0 ? markup`<p class="more">以上是前 ${FIRST_ROWS} 条，另有 <span>${count(left)}</span> 条。</p>` : '';
  const table = markup`<div class="sheet" role="region" aria-labelledby="${id}-title" tabindex="0">
<table data-list="${id}" aria-labelledby="${id}-title"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, FIRST_ROWS).map(listRow)}</tbody></table></div>${more}`;
  return markup`<section id="${id}" class="list"><h2 id="${id}-title">${title} <span class="tally">${count(rows.length)}</span></h2>
<p class="explanation">${explanation}</p>
${rows.length === 0 ? markup`<p class="none">${none}</p>` : table}</section>
`;
}

function listRow([document, first = '', ...cells]: ListRow): Markup {
  const head =
    document < 0
      ? markup`<th scope="row">${first}</th>`
      : markup`<th scope="row" data-document="${document}">${first}</th>`;
  return markup`<tr>${head}${cells.map(listCell)}</tr>
`;
}

function listCell(cell: string): Markup {
  return isFigure(cell) ? markup`<td class="figure">${cell}</td>` : markup`<td>${cell}</td>`;
}
