import { notChecked } from '../report/besides.js';
import type { AuditReport, LedgerResult, Totals } from './audit-report.js';
import { differences } from './compare.js';
import { allFiles } from './file-counts.js';
import { RESULTS } from './ledger.js';
import { placeIn } from './names.js';
import { URGENT_TOPICS } from './urgent.js';
import { percent } from './wording.js';

/** Demands and departments named in the summary. */
const NAMED = 5;
/** Places named of each topic of what cannot wait. */
const NAMED_PLACES = 3;

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
  const unnamed = report.documents.filter(({ noDepartment }) => noDepartment !== null).length;
  const erring = byDepartment.filter(({ errors }) => errors > 0);
  return [
    `政策解读核查：${root}（${date}）`,
    ...(partial ? ['只检查了一部分就被中断，下面的数字只反映已经检查的文件'] : []),
    ...urgentLines(report),
    `文件 ${totals.documents} 份：合规 ${inAll(totals)}，有错误 ${totals.withErrors} 份${totals.unreadable > 0 ? `，读不了 ${totals.unreadable} 份` : ''}`,
    ...notChecked(leftOut, 'zh-CN'),
    ...coverageLines(report),
    `问题：错误 ${totals.errors} 个，警告 ${totals.warnings} 个${uncounted > 0 ? `；另有 ${uncounted} 个不计入（指令 ${notCounted.directive}，压制文件 ${notCounted.file}）` : ''}`,
    `其中元数据的问题 ${totals.metadata.errors + totals.metadata.warnings} 个，正文的问题 ${totals.text.errors + totals.text.warnings} 个`,
    `应当解读的政策文件 ${coverage.due} 份：已有解读 ${coverage.interpreted} 份，没有解读 ${coverage.orphans} 份${coverage.excused > 0 ? `，不计入 ${coverage.excused} 份` : ''}`,
    `逾期 ${late.length} 件，断链 ${brokenLinks.length} 处，另有 ${unchecked.length} 条条款要由人来看`,
    ...(unnamed > 0 ? [`没有写明部门 ${unnamed} 份，原因见报告`] : []),
    ...changeLines(report),
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

/** What cannot wait, by topic. */
function urgentLines({ urgent }: AuditReport): string[] {
  if (urgent.length === 0) return [];
  const topics = [...new Set(urgent.map(({ topic }) => topic))];
  const counted = topics.map((topic) => {
    const some = urgent.filter((one) => one.topic === topic);
    const places = some.slice(0, NAMED_PLACES).map((one) => {
      const place = placeIn(one.path, one);
      return one.path + (typeof place === 'number' ? `:${place}` : place === null ? '' : ` ${place}`);
    });
    const more = some.length > NAMED_PLACES ? ` 等 ${some.length} 处` : '';
    return `  ${URGENT_TOPICS[topic]}（${some.length} 个）：${places.join('、')}${more}`;
  });
  return [`须立即整改 ${urgent.length} 个：`, ...counted];
}

/** Of how many files the rates are, and what they do not speak of. */
function coverageLines({ totals, files }: AuditReport): string[] {
  const { text, metadata, documents } = totals;
  const { converted, guessed, partly, leftOut } = allFiles(files);
  const told = [
    ...(converted > 0 ? [`转换后检查 ${converted} 份`] : []),
    ...(guessed > 0 ? [`元数据靠推测 ${guessed} 份`] : []),
    ...(partly > 0 ? [`有内容没有读入 ${partly} 份（隐藏的文字、图表之类，用 jiedu-lint inspect 看）`] : []),
    ...(leftOut > 0 ? [`没有检查 ${leftOut} 份，不在文件数里`] : []),
  ];
  return [
    `正文合规 ${text.compliant} 份（${percent(text.compliant, documents)}），元数据合规 ${metadata.compliant} 份（${percent(metadata.compliant, documents)}）`,
    ...(told.length > 0 ? [`其中：${told.join('；')}`] : []),
  ];
}

function changeLines(report: AuditReport): string[] {
  const { comparison, ledger } = report;
  const lines: string[] = [];
  if (comparison) {
    const { date, came, went, stayed, mended } = comparison;
    const lost = went > mended ? `，另有 ${went - mended} 个这次没有查到，不能认定已改好` : '';
    lines.push(`与 ${date} 相比：新出现 ${came} 个，改好 ${mended} 个，仍在 ${stayed} 个${lost}`);
    lines.push(...differences(report).map((sentence) => `  ${sentence}`));
  }
  if (ledger) {
    const told = (Object.keys(RESULTS) as LedgerResult[])
      .filter((result) => ledger.counts[result] > 0)
      .map((result) => `${RESULTS[result]} ${ledger.counts[result]} 个`);
    const unknown = ledger.unknownRows > 0 ? `；编号缺失、无法核对 ${ledger.unknownRows} 行` : '';
    const twice = ledger.conflictingRows > 0 ? `；几份台账填写不一致 ${ledger.conflictingRows} 个，按文件名在后的` : '';
    lines.push(`整改台账 ${ledger.ledgers} 份：${told.join('，') || '没有问题'}${unknown}${twice}`);
  }
  return lines;
}

function inAll({ compliant, documents }: Totals): string {
  return `${compliant} 份（${percent(compliant, documents)}）`;
}
