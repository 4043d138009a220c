import { resultOf } from '../change-tables.js';
import { differences } from '../compare.js';
import { GONE } from '../follow-up.js';
import { departmentName, NO_TITLE, SEVERITY } from '../names.js';
import type { ChangedFinding } from '../since.js';
import type { ListRow } from './data.js';
import { type List, PATH, row } from './list.js';
import { count } from './numbers.js';

/** The lists of a report that is compared with an earlier one, or that ledgers were read for. */
export const CHANGE_LISTS: readonly List[] = [
  {
    id: 'ledger',
    title: '台账核对',
    explanation:
      '整改台账里每一行的核对结果：写已整改而问题还在的在前，改好的在后。台账里没有的新问题，只列有台账的部门的。',
    none: '台账里没有可以核对的行。',
    heads: ['核对结果', '部门', '问题', '责任单位', '整改期限', '整改情况', PATH],
    isAsked: ({ ledger }) => ledger !== null,
    rows: ({ ledger }, documentAt) =>
      (ledger?.entries ?? []).map((entry) =>
        row(
          documentAt.get(entry.path),
          ...[resultOf(entry), departmentName(entry.department), entry.what],
          ...[entry.responsible, entry.due, entry.said, entry.path],
        ),
      ),
  },
  {
    id: 'differences',
    title: '与上次相比：要注意的',
    explanation: '两次核查的程序、要求或者文件不同，问题的增减不全是改稿的结果。',
    none: '',
    heads: ['情况'],
    isAsked: (report) => differences(report).length > 0,
    rows: (report) => differences(report).map((sentence) => row(undefined, sentence)),
  },
  {
    id: 'changes-by-demand',
    title: '与上次相比：要求',
    explanation: '每项要求新出现、不再出现、仍在的问题数，变化多的在前。',
    none: '两次核查都没有问题。',
    heads: ['要求', '新出现', '不再出现', '仍在'],
    isAsked: ({ comparison }) => comparison !== null,
    rows: ({ comparison }) =>
      (comparison?.byDemand ?? []).map(({ name, demand, came, went, stayed }) =>
        row(undefined, demand || name || '（程序）', ...[came, went, stayed].map(count)),
      ),
  },
  {
    id: 'changes-by-department',
    title: '与上次相比：部门',
    explanation: '每个部门新出现、不再出现、仍在的问题数，变化多的在前。',
    none: '两次核查都没有问题。',
    heads: ['部门', '新出现', '不再出现', '仍在'],
    isAsked: ({ comparison }) => comparison !== null,
    rows: ({ comparison }) =>
      (comparison?.byDepartment ?? []).map(({ name, came, went, stayed }) =>
        row(undefined, departmentName(name), ...[came, went, stayed].map(count)),
      ),
  },
  {
    id: 'moved',
    title: '改了名称或者位置的文件',
    explanation: '标题和类型相同、只有一份的，当作同一份文件比较。',
    none: '',
    heads: ['上次的位置', PATH],
    isAsked: ({ comparison }) => (comparison?.movedDocuments.length ?? 0) > 0,
    rows: ({ comparison }, documentAt) =>
      (comparison?.movedDocuments ?? []).map(({ from, to }) => row(documentAt.get(to), from, to)),
  },
  {
    id: 'came',
    title: '新出现的问题',
    explanation: '上次核查时没有的问题。',
    none: '没有新出现的问题。',
    heads: ['标题', '部门', '级别', '问题', PATH],
    isAsked: ({ comparison }) => comparison !== null,
    rows: ({ comparison }, documentAt) =>
      (comparison?.findings ?? [])
        .filter(({ change }) => change === 'came')
        .map((finding) => row(documentAt.get(finding.path), ...cellsOf(finding), finding.path)),
  },
  {
    id: 'went',
    title: '不再出现的问题',
    explanation:
      '上次核查时有、这次没有的问题，改好的和查不到了的：这次没有那份文件、没有检查或者没有要求的，不能认定已改好。',
    none: '上次的问题都还在。',
    heads: ['标题', '部门', '级别', '问题', '结果', PATH],
    isAsked: ({ comparison }) => comparison !== null,
    rows: ({ comparison }, documentAt) =>
      (comparison?.findings ?? []).flatMap((finding): ListRow[] =>
        finding.change === 'went' && finding.gone
          ? [row(documentAt.get(finding.path), ...cellsOf(finding), GONE[finding.gone], finding.path)]
          : [],
      ),
  },
];

function cellsOf({ title, department, severity, what }: ChangedFinding): string[] {
  return [title || NO_TITLE, departmentName(department), SEVERITY[severity], what];
}
