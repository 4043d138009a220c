import type { AuditReport } from '../audit-report.js';
import { shownFileAddress } from '../links.js';
import { departmentName, NO_DEPARTMENT, NO_TITLE } from '../names.js';
import { URGENT_TOPICS } from '../urgent.js';
import { kindName } from '../wording.js';
import { CHANGE_LISTS } from './change-lists.js';
import type { ListRow } from './data.js';
import { type List, PATH, row } from './list.js';
import { type Markup, markup } from './markup.js';
import { count, isFigure } from './numbers.js';

/** Rows that stand in the page itself, for print and for browsers without the script; the script adds the others. What cannot wait is handed out. */
const FIRST_ROWS = 20;
const FIRST_URGENT_ROWS = 100;

export type { List };

const DEMANDED = '配置是否要求';

/** What the report lists besides documents, in the order of the page. */
const LISTS: readonly List[] = [
  {
    id: 'urgent',
    title: '须立即整改',
    explanation:
      '公开了个人信息、留有密级或内部标记、日期和金额等与政策不一致、引用的条款不存在、没有链接到政策文件的问题。先改这些。',
    none: '没有须立即整改的问题。',
    heads: ['标题', '哪一类', '部门', '行', '问题', '改法', PATH],
    isFirst: true,
    rows: ({ urgent }, documentAt) =>
      urgent.map(({ path, title, topic, department, line, what, todo }) =>
        row(
          documentAt.get(path),
          ...[title || NO_TITLE, URGENT_TOPICS[topic], departmentName(department), count(line), what, todo, path],
        ),
      ),
  },
  ...CHANGE_LISTS,
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
    id: 'no-department',
    title: '没有写明部门的文件',
    explanation: '归不到部门的文件和原因。补上起草部门、发文机关或者解读单位后，就会归到部门。',
    none: '每份文件都有负责的部门。',
    heads: ['标题', '类型', '为什么没有部门', PATH],
    rows: ({ documents }, documentAt) =>
      documents.flatMap(({ path, title, kind, readable, noDepartment }) =>
        noDepartment === null
          ? []
          : [
              row(
                documentAt.get(path),
                ...[title || NO_TITLE, readable ? kindName(kind) : '', NO_DEPARTMENT[noDepartment], path],
              ),
            ],
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

/** The lists of a report, in the order of the page. */
export function listsFor(report: AuditReport): List[] {
  return LISTS.filter((list) => list.isAsked?.(report) ?? true);
}

/**
 * The section of one list, its first rows in a table.
 * @param base where the files lie as seen from the page
 */
export function listSection(list: List, rows: readonly ListRow[], base: string | null): Markup {
  const { id, title, explanation, none, heads, isFirst } = list;
  const most = isFirst ? FIRST_URGENT_ROWS : FIRST_ROWS;
  const opens = heads.at(-1) === PATH ? base : null;
  const left = rows.length - most;
  const more = left > 0 ? markup`<p class="more">以上是前 ${most} 条，另有 <span>${count(left)}</span> 条。</p>` : '';
  const table = markup`<div class="sheet" role="region" aria-labelledby="${id}-title" tabindex="0">
<table data-list="${id}"${opens === null ? '' : markup` data-opens=""`} aria-labelledby="${id}-title"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, most).map((cells) => listRow(cells, opens))}</tbody></table></div>${more}`;
  return markup`<section id="${id}" class="list"><h2 id="${id}-title">${title} <span class="tally">${count(rows.length)}</span></h2>
<p class="explanation">${explanation}</p>
${rows.length === 0 ? markup`<p class="none">${none}</p>` : table}</section>
`;
}

function listRow([document, first = '', ...cells]: ListRow, opens: string | null): Markup {
  const path = document < 0 ? null : shownFileAddress(cells.at(-1) ?? '', opens);
  const head =
    document < 0
      ? markup`<th scope="row">${first}</th>`
      : markup`<th scope="row" data-document="${document}">${first}</th>`;
  const last = path === null ? '' : markup`<td><a href="${path}">${cells.at(-1) ?? ''}</a></td>`;
  return markup`<tr>${head}${cells.slice(0, path === null ? cells.length : -1).map(listCell)}${last}</tr>
`;
}

function listCell(cell: string): Markup {
  return isFigure(cell) ? markup`<td class="figure">${cell}</td>` : markup`<td>${cell}</td>`;
}
