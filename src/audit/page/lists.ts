import type { AuditReport } from '../audit-report.js';
import { changeTables } from '../change-tables.js';
import { shownFileAddress } from '../links.js';
import { clauseTable, lateTable, linkTable, noDepartmentTable, orphanTable, urgentTable } from '../list-tables.js';
import { departmentName, NO_TITLE } from '../names.js';
import { isLinked, type Table } from '../table.js';
import { cell, headRow, shownCell } from './grid.js';
import { type Markup, markup } from './markup.js';
import { count } from './numbers.js';
import { shown } from './shown.js';

/** Rows that stand in the page itself, for print and for browsers without the script; the script adds the others. What cannot wait is handed out. */
const FIRST_ROWS = 20;
const FIRST_URGENT_ROWS = 100;

/** What the page says of a table of the spreadsheet that it lists. */
interface Words {
  readonly id: string;
  readonly explanation: string;
  /** The columns it shows, by their titles. Where the last one is `PATH`, the cells below open the files. */
  readonly heads: readonly string[];
  /** What the page calls it, and says where there are no rows, if not what the spreadsheet does. */
  readonly title?: string;
  readonly none?: string;
  /** True for what stands before everything else. */
  readonly isFirst?: true;
}

/** A list of the page. */
export interface List extends Words {
  readonly table: Table;
}

/** The head of a column of files. */
const PATH = '文件';
const DEMANDED = '配置是否要求';

/** By the names of the tables. */
const WORDS: Readonly<Record<string, Words>> = {
  须立即整改: {
    id: 'urgent',
    explanation:
      '公开了个人信息、留有密级或内部标记、日期和金额等与政策不一致、引用的条款不存在、没有链接到政策文件的问题。先改这些。',
    heads: ['标题', '哪一类', '部门', '行', '问题', '怎么改', PATH],
    isFirst: true,
  },
  台账核对: {
    id: 'ledger',
    explanation:
      '整改台账里每一行的核对结果：写已整改而问题还在的在前，改好的在后。台账里没有的新问题，只列有台账的部门的。',
    heads: ['核对结果', '部门', '问题', '责任单位', '整改期限', '整改情况', PATH],
  },
  '与上次相比：要注意的': {
    id: 'differences',
    explanation: '两次核查的程序、要求或者文件不同，问题的增减不全是改稿的结果。',
    heads: ['情况'],
  },
  '与上次相比：要求': {
    id: 'changes-by-demand',
    explanation: '每项要求新出现、不再出现、仍在的问题数，变化多的在前。',
    none: '两次核查都没有问题。',
    heads: ['要求', '新出现', '不再出现', '仍在'],
  },
  '与上次相比：部门': {
    id: 'changes-by-department',
    explanation: '每个部门新出现、不再出现、仍在的问题数，变化多的在前。',
    none: '两次核查都没有问题。',
    heads: ['部门', '新出现', '不再出现', '仍在'],
  },
  改了名称或者位置的文件: {
    id: 'moved',
    explanation: '标题和类型相同、只有一份的，当作同一份文件比较。',
    heads: ['上次的位置', PATH],
  },
  新出现的问题: {
    id: 'came',
    explanation: '上次核查时没有的问题。',
    none: '没有新出现的问题。',
    heads: ['标题', '部门', '级别', '问题', PATH],
  },
  不再出现的问题: {
    id: 'went',
    explanation:
      '上次核查时有、这次没有的问题，改好的和查不到了的：这次没有那份文件、没有检查或者没有要求的，不能认定已改好。',
    none: '上次的问题都还在。',
    heads: ['标题', '部门', '级别', '问题', '结果', PATH],
  },
  无解读的政策: {
    id: 'orphans',
    title: '没有解读的政策',
    explanation:
      '应当解读而没有列出解读材料、文库里也没有解读它的政策文件。配置没有要求的只列在这里，不计入错误和警告。',
    heads: ['标题', '文号', '部门', '印发日期', DEMANDED, PATH],
  },
  逾期: {
    id: 'late',
    explanation: '晚于期限发布、报送、报备的文件。到核查日期还没有办的，超期工作日算到核查日期。',
    heads: ['标题', '部门', '期限', '办理日期', '超期工作日', '情形', DEMANDED, PATH],
  },
  断链: {
    id: 'broken-links',
    explanation: '指向的文件、图片或段落找不到的链接。配置没有要求的只列在这里，不计入错误和警告。',
    heads: ['标题', '部门', '行', '地址', '情形', DEMANDED, PATH],
  },
  没有写明部门的文件: {
    id: 'no-department',
    explanation: '归不到部门的文件和原因。补上起草部门、发文机关或者解读单位后，就会归到部门。',
    heads: ['标题', '类型', '为什么没有部门', PATH],
  },
  要由人来看的条款: {
    id: 'unchecked',
    explanation: '所依据的文件里，程序不能检查或者只能检查一部分的条款；合规率不包括没有检查的部分。',
    heads: ['出处', '要求', '为何要由人来看', '程序检查', PATH],
  },
};

/** Columns that the page calls otherwise than the spreadsheet. */
const HEADS: Readonly<Record<string, string>> = { 怎么改: '改法' };

/** What stands in cells of some columns that would be empty. */
const EMPTY: Readonly<Record<string, string>> = { 标题: NO_TITLE, 部门: departmentName(''), 办理日期: '尚未办理' };

/** The lists of a report, in the order of the page. */
export function listsFor(report: AuditReport): List[] {
  const [urgent, ...others] = [urgentTable, orphanTable, lateTable, linkTable, noDepartmentTable, clauseTable];
  return [urgent(report), ...changeTables(report), ...others.map((table) => table(report))].flatMap((table) => {
    const words = WORDS[table.name];
    return words ? [{ ...words, table }] : [];
  });
}

/** What the rows of a list are drawn from. */
interface Drawing {
  /** The place of each document. */
  readonly documentAt: ReadonlyMap<string, number>;
  /** Where the files lie as seen from the page. */
  readonly base: string | null;
}

/** The section of one list: its first rows in a table, the others laid by for the script to show. */
export function listSection(list: List, { documentAt, base }: Drawing): Markup {
  const { id, table, title = table.name, explanation, none = table.none ?? '', heads, isFirst } = list;
  const most = isFirst ? FIRST_URGENT_ROWS : FIRST_ROWS;
  const opens = heads.at(-1) === PATH ? base : null;
  const places = heads.map((head) => table.columns.findIndex((column) => column.title === head));
  const pathAt = table.columns.findIndex((column) => column.title === PATH);
  const rows = Array.from(table.rows(), (row) => {
    const cells = places.map((at, i) => shown(shownCell(row[at] ?? null) || (EMPTY[heads[i] ?? ''] ?? '')));
    const path = row[pathAt] ?? null;
    return listRow(isLinked(path) ? documentAt.get(path.text) : undefined, cells, opens);
  });
  const left = rows.length - most;
  const more =
    left > 0
      ? markup`<p class="more">以上是前 ${most} 条，另有 <span>${count(left)}</span> 条。</p><template>${rows.slice(most)}</template>`
      : '';
  const shownTable = markup`<div class="sheet" role="region" aria-labelledby="${id}-title" tabindex="0">
<table data-list="${id}" aria-labelledby="${id}-title"${opens === null ? '' : markup` data-opens`}>${headRow(heads.map((head) => HEADS[head] ?? head))}
<tbody>${rows.slice(0, most)}</tbody></table></div>${more}`;
  return markup`<section id="${id}" class="list"><h2 id="${id}-title">${title} <span class="tally">${count(rows.length)}</span></h2>
<p class="explanation">${explanation}</p>
${rows.length === 0 ? markup`<p class="none">${none}</p>` : shownTable}</section>
`;
}

/** @param document the place of the document that the row speaks of, if it does */
function listRow(
  document: number | undefined,
  [first = '', ...cells]: readonly string[],
  opens: string | null,
): Markup {
  const last = cells.at(-1) ?? '';
  const path = document === undefined ? null : shownFileAddress(last, opens);
  const place = document === undefined ? '' : markup` data-document="${document}"`;
  const tail = path === null ? '' : markup`<td><a href="${path}">${last}</a></td>`;
  return markup`<tr><th scope="row"${place}>${first}</th>${cells.slice(0, path === null ? cells.length : -1).map(cell)}${tail}</tr>
`;
}
