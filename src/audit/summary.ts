import { notChecked } from '../report/besides.js';
import type { AuditReport, Totals } from './audit-report.js';
import { percent } from './wording.js';

/** Demands and departments named in the summary. */
const NAMED = 5;

/** The figures an auditor asks for first, as lines of text. */
export function auditSummary(report: AuditReport): string[] {
  const {
    root,
    date,
    partial,
    totals,
    coverage,
    notCounted,
    leftOut,
    demands,
    byDepartment,
    late,
    brokenLinks,
    unchecked,
  } = report;
  const uncounted = notCounted.directive + notCounted.file;
  const broken = demands.filter((demand) => demand.broken > 0);
  const erring = byDepartment.filter(({ errors }) => errors > 0);
  return [
    `政策解读核查：${root}（${date}）`,
    ...(partial ? ['只检查了一部分就被中断，下面的数字只反映已经检查的文件'] : []),
    `文件 ${totals.documents} 份：合规 ${inAll(totals)}，有错误 ${totals.withErrors} 份${totals.unreadable > 0 ? `，读不了 ${totals.unreadable} 份` : ''}`,
    ...notChecked(leftOut, 'zh-CN'),
    `问题：错误 ${totals.errors} 个，警告 ${totals.warnings} 个${uncounted > 0 ? `；另有 ${uncounted} 个不计入（指令 ${notCounted.directive}，压制文件 ${notCounted.file}）` : ''}`,
    `应当解读的政策文件 ${coverage.due} 份：已有解读 ${coverage.interpreted} 份，没有解读 ${coverage.orphans} 份${coverage.excused > 0 ? `，不计入 ${coverage.excused} 份` : ''}`,
    `逾期 ${late.length} 件，断链 ${brokenLinks.length} 处，另有 ${unchecked.length} 条条款要由人来看`,
    ...(broken.length > 0 ? ['违反最多的要求：'] : []),
    ...broken
      .slice(0, NAMED)
      .map(
        (one) =>
          `  ${one.broken}/${one.applies} 份（${percent(one.broken, one.applies)}）  ${one.demand}（${one.ruleId}）`,
      ),
    ...(erring.length > 0 ? ['错误最多的部门：'] : []),
    ...erring
      .slice(0, NAMED)
      .map(
        (group) =>
          `  ${group.name || '没有写明部门'}：${group.documents} 份，合规 ${inAll(group)}，错误 ${group.errors} 个`,
      ),
  ];
}

function inAll({ compliant, documents }: Totals): string {
  return `${compliant} 份（${percent(compliant, documents)}）`;
}
