import type { AuditReport, BrokenLink, Late, Orphan, UncheckedClause, UrgentFinding } from './audit-report.js';
import { type Base, fileColumn } from './links.js';
import { NO_DEPARTMENT, placeIn, SEVERITY } from './names.js';
import { type Column, type Table, tableOf } from './table.js';
import { URGENT_TOPICS } from './urgent.js';
import { kindName } from './wording.js';

export function urgentTable({ urgent }: AuditReport, base?: Base): Table {
  const columns: Column<UrgentFinding>[] = [
    { title: '哪一类', width: 22, value: ({ topic }) => URGENT_TOPICS[topic] },
    fileColumn(base),
    ...TITLE_AND_DEPARTMENT,
    PLACE,
    { title: '问题', width: 46, value: ({ what }) => what },
    { title: '怎么改', width: 34, value: ({ todo }) => todo },
    { title: '级别', width: 7, value: ({ severity }) => SEVERITY[severity] },
  ];
  return tableOf('须立即整改', columns, () => urgent, { none: '没有须立即整改的问题。' });
}

export function orphanTable({ orphans }: AuditReport, base?: Base): Table {
  const columns: Column<Orphan>[] = [
    fileColumn(base),
    { title: '标题', width: 40, value: ({ title }) => title },
    { title: '文号', width: 20, value: ({ number }) => number },
    { title: '部门', width: 18, value: ({ department }) => department },
    { title: '印发日期', width: 11.5, type: 'date', value: ({ issued }) => issued },
    { title: '情形', width: 40, value: ({ what }) => what },
    DEMANDED,
  ];
  return tableOf('无解读的政策', columns, () => orphans, { none: '应当解读的政策文件都有解读。' });
}

export function linkTable({ brokenLinks }: AuditReport, base?: Base): Table {
  const columns: Column<BrokenLink>[] = [
    fileColumn(base),
    ...TITLE_AND_DEPARTMENT,
    PLACE,
    { title: '地址', width: 30, value: ({ to }) => to },
    { title: '情形', width: 40, value: ({ what }) => what },
    DEMANDED,
  ];
  return tableOf('断链', columns, () => brokenLinks, { none: '没有断链。' });
}

export function lateTable({ late }: AuditReport, base?: Base): Table {
  const columns: Column<Late>[] = [
    fileColumn(base),
    ...TITLE_AND_DEPARTMENT,
    { title: '期限', width: 11.5, type: 'date', value: ({ due }) => due },
    { title: '办理日期', width: 11.5, type: 'date', value: ({ done }) => done },
    { title: '超期工作日', width: 9, value: ({ daysLate }) => daysLate },
    { title: '情形', width: 40, value: ({ what }) => what },
    { title: '规则', width: 20, value: ({ ruleId }) => ruleId },
    DEMANDED,
  ];
  return tableOf('逾期', columns, () => late, { none: '没有逾期的文件。' });
}

/** The documents that belong to no department, and why. */
export function noDepartmentTable({ documents }: AuditReport, base?: Base): Table {
  const columns: Column<AuditReport['documents'][number]>[] = [
    fileColumn(base),
    { title: '标题', width: 44, value: ({ title }) => title },
    { title: '类型', width: 12, value: ({ kind, readable }) => (readable ? kindName(kind) : '') },
    { title: '为什么没有部门', width: 60, value: ({ noDepartment }) => noDepartment && NO_DEPARTMENT[noDepartment] },
  ];
  const rows = () => documents.filter(({ noDepartment }) => noDepartment !== null);
  return tableOf('没有写明部门的文件', columns, rows, { none: '每份文件都有负责的部门。' });
}

export function clauseTable({ unchecked }: AuditReport): Table {
  const columns: Column<UncheckedClause>[] = [
    { title: '出处', width: 30, value: ({ citation }) => citation },
    { title: '要求', width: 44, value: ({ demand }) => demand },
    { title: '程序检查', width: 11, value: ({ partly }) => (partly ? '只查一部分' : '不查') },
    { title: '为何要由人来看', width: 44, value: ({ why }) => why },
    { title: '文件', width: 36, value: ({ source }) => source },
  ];
  return tableOf('要由人来看的条款', columns, () => unchecked, { none: '没有要由人来看的条款。' });
}

const TITLE_AND_DEPARTMENT: readonly Column<{ readonly title: string; readonly department: string }>[] = [
  { title: '标题', width: 34, value: ({ title }) => title },
  { title: '部门', width: 18, value: ({ department }) => department },
];

const PLACE: Column<UrgentFinding | BrokenLink> = { title: '行', width: 8, value: (one) => placeIn(one.path, one) };

const DEMANDED: Column<{ readonly demanded: boolean }> = {
  ...{ title: '配置是否要求', width: 9 },
  value: (row) => (row.demanded ? '是' : '否'),
};
