import type { AuditReport, Change, ChangedFinding, LedgerEntry } from './audit-report.js';
import { differences } from './compare.js';
import { GONE } from './follow-up.js';
import { RESULTS } from './ledger.js';
import { type Base, fileColumn } from './links.js';
import { departmentName, SEVERITY } from './names.js';
import { type CellValue, type Column, type Table, tableOf } from './table.js';

/** What changed since the last audit, and what became of the ledgers; nothing where neither was asked for. */
export function changeTables(report: AuditReport, base?: Base): Table[] {
  const { comparison, ledger } = report;
  const tables: Table[] = [];
  if (ledger)
    tables.push(tableOf('台账核对', entryColumns(base), () => ledger.entries, { none: '台账里没有可以核对的行。' }));
  if (!comparison) return tables;
  const { date, byDemand, byDepartment, findings, movedDocuments } = comparison;
  const told = differences(report);
  const toNote: Column<string>[] = [{ title: '情况', width: 120, value: (sentence) => sentence }];
  const movedColumns: Column<{ readonly from: string; readonly path: string }>[] = [
    { title: '上次的位置', width: 60, value: ({ from }) => from },
    fileColumn(base),
  ];
  const moved = movedDocuments.map(({ from, to }) => ({ from, path: to }));
  const of = (change: ChangedFinding['change']) => () => findings.filter((finding) => finding.change === change);
  return [
    ...tables,
    ...(told.length > 0 ? [tableOf('与上次相比：要注意的', toNote, () => told)] : []),
    tableOf(
      '与上次相比：要求',
      changeColumns('要求', 60, ({ name, demand = '' }) => demand || name || '（程序）'),
      () => byDemand,
    ),
    tableOf(
      '与上次相比：部门',
      changeColumns('部门', 40, ({ name }) => departmentName(name)),
      () => byDepartment,
    ),
    ...(moved.length > 0 ? [tableOf('改了名称或者位置的文件', movedColumns, () => moved)] : []),
    tableOf('新出现的问题', cameColumns(base), of('came'), { none: `与 ${date} 相比没有新出现的问题。` }),
    tableOf('不再出现的问题', wentColumns(base), of('went'), { none: `${date} 的问题都还在。` }),
  ];
}

type NamedChange = Change & { readonly demand?: string };

function changeColumns(title: string, width: number, name: (change: NamedChange) => CellValue): Column<NamedChange>[] {
  return [
    { title, width, value: name },
    { title: '新出现', width: 12, value: ({ came }) => came },
    { title: '不再出现', width: 12, value: ({ went }) => went },
    { title: '仍在', width: 12, value: ({ stayed }) => stayed },
  ];
}

function cameColumns(base: Base): Column<ChangedFinding>[] {
  return [
    fileColumn(base),
    { title: '标题', width: 34, value: ({ title }) => title },
    { title: '部门', width: 18, value: ({ department }) => department },
    { title: '级别', width: 7, value: ({ severity }) => SEVERITY[severity] },
    { title: '问题', width: 54, value: ({ what }) => what },
    { title: '规则', width: 22, value: ({ ruleId }) => ruleId ?? '' },
  ];
}

function wentColumns(base: Base): Column<ChangedFinding>[] {
  const [file, ...others] = cameColumns(base);
  const told: Column<ChangedFinding> = { title: '结果', width: 20, value: ({ gone }) => gone && GONE[gone] };
  // A file that is not there any more opens nothing.
  const path: Column<ChangedFinding> = {
    ...{ title: '文件', width: 30 },
    value: (one) => (one.gone === 'fileGone' ? one.path : (file?.value(one) ?? null)),
  };
  return [path, ...others, told];
}

function entryColumns(base: Base): Column<LedgerEntry>[] {
  return [
    { title: '核对结果', width: 20, value: resultOf },
    fileColumn(base),
    { title: '部门', width: 16, value: ({ department }) => department },
    { title: '问题', width: 40, value: ({ what }) => what },
    { title: '改法', width: 30, value: ({ todo }) => todo },
    { title: '责任单位', width: 14, value: ({ responsible }) => responsible },
    { title: '整改期限', width: 11.5, type: 'date', value: ({ due }) => due },
    { title: '整改情况', width: 10, value: ({ said }) => said },
  ];
}

/** A ledger's result as people read it, with what is known besides. */
export function resultOf({ result, gone, overdue }: Pick<LedgerEntry, 'result' | 'gone' | 'overdue'>): string {
  const why = result === 'unknown' && gone !== null ? `：${GONE[gone]}` : '';
  return `${RESULTS[result]}${why}${overdue ? '（已过期限）' : ''}`;
}
