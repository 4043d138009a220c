import type { AuditReport } from '../audit-report.js';
import type { ListRow } from './data.js';
import { count, isFigure } from './figures.js';
import { type Markup, markup } from './markup.js';
import { departmentName } from './names.js';
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

/** What the report lists besides documents, in the order of the page. */
export const LISTS: readonly List[] = [
  {
    id: 'orphans',
    title: '没有解读的政策',
    explanation:
      '应当解读而没有任何解读材料与之对应的政策文件。请起草部门补做解读，或在解读材料中补上所解读的文件。配置没有要求的只列出，不计入错误和警告。',
    none: '每份应当解读的政策都有解读。',
    heads: ['政策文件', '文号', '部门', '印发日期', '计入问题', '路径'],
    rows: ({ orphans }, documentAt) =>
      orphans.map(({ path, title, number, department, issued, demanded }) =>
        row(
          documentAt.get(path),
          ...[title || '（无标题）', number, departmentName(department), issued, demanded ? '是' : '否', path],
        ),
      ),
  },
  {
    id: 'late',
    title: '逾期的文件',
    explanation: '发布、报送等晚于规定期限的文件。逾期天数是期限届满后的工作日数；到审查之日还没有办的，算到审查之日。',
    none: '没有逾期的文件。',
    heads: ['文件', '部门', '应于', '实际', '逾期（工作日）', '情况', '路径'],
    rows: ({ late }, documentAt) =>
      late.map(({ path, title, department, due, done, daysLate, what }) =>
        row(
          documentAt.get(path),
          ...[title || '（无标题）', departmentName(department), due, done || '尚未办理', count(daysLate)],
          ...[what, path],
        ),
      ),
  },
  {
    id: 'broken-links',
    title: '失效的链接',
    explanation: '文档中指向不存在的文件、段落的链接。配置没有要求的只列出，不计入错误和警告。',
    none: '没有失效的链接。',
    heads: ['所在文档', '部门', '行', '链接地址', '问题', '计入问题', '路径'],
    rows: ({ brokenLinks }, documentAt) =>
      brokenLinks.map(({ path, title, department, line, to, what, demanded }) =>
        row(
          documentAt.get(path),
          ...[title || '（无标题）', departmentName(department), count(line), to, what, demanded ? '是' : '否', path],
        ),
      ),
  },
  {
    id: 'unchecked',
    title: '须人工核对的条款',
    explanation: '这些条款的要求不能从文件本身判断，或者只能判断一部分，须由人核对；合规率不包括没有检查的部分。',
    none: '没有须人工核对的条款。',
    heads: ['条款', '要求', '为什么要人工核对', '检查程度', '出处'],
    rows: ({ unchecked }) =>
      unchecked.map(({ citation, demand, why, partly, source }) =>
        row(undefined, citation, demand, why, partly ? '检查了一部分' : '没有检查', source),
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
