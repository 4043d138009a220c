import type { AuditReport, Demand, Group } from './audit-report.js';
import { figuresOf } from './figures.js';
import { allFiles, COPIES, FILE_KINDS } from './file-counts.js';
import { SEVERITY } from './names.js';
import { type CellValue, type Column, type Table, tableOf } from './table.js';

/** The figures of the whole archive, each explained. */
export function summaryTable(report: AuditReport): Table {
  const { root, date, presets, partial, tool } = report;
  const about: [string, string][] = [
    ['文库', root],
    ['核查日期', date],
    ['预设', presets.join('、')],
    ['程序', `${tool.name} ${tool.version}`],
    ...(partial ? [['注意', '核查被中断，数字只反映已经检查的文件'] as [string, string]] : []),
  ];
  const columns = [
    { title: '项目', width: 28 },
    { title: '数字', width: 24 },
    { title: '说明', width: 80 },
  ];
  function* rows(): Generator<CellValue[]> {
    for (const [name, value] of about) yield [name, value, ''];
    for (const { name, value, isShare, meaning } of figuresOf(report))
      yield [name, isShare ? { share: value } : value, meaning];
  }
  return { name: '概览', columns, rows };
}

/** What became of the files, by kind, and of all. */
export function fileTable({ files }: AuditReport): Table {
  const all = [
    ...files.map(({ kind, ...counts }) => ({ name: FILE_KINDS[kind], ...counts })),
    { name: '合计', ...allFiles(files) },
  ];
  const columns: Column<(typeof all)[number]>[] = [
    { title: '文件种类', width: 44, value: ({ name }) => name },
    { title: '找到', width: 12, value: ({ found }) => found },
    { title: '直接检查', width: 12, value: ({ read }) => read },
    { title: '转换后检查', width: 13, value: ({ converted }) => converted },
    { title: '其中元数据靠推测', width: 18, value: ({ guessed }) => guessed },
    { title: '其中有内容没有读入', width: 20, value: ({ partly }) => partly },
    { title: '读不了', width: 12, value: ({ refused }) => refused },
    { title: '没有检查', width: 12, value: ({ leftOut }) => leftOut },
    { title: COPIES, width: 16, value: ({ copies }) => copies },
  ];
  return tableOf('文件种类', columns, () => all);
}

export function demandTable({ demands, clauses }: AuditReport): Table {
  const citations = new Map(clauses.map(({ id, citation }) => [id, citation]));
  const columns: Column<Demand>[] = [
    { title: '要求', width: 40, value: ({ demand }) => demand },
    { title: '级别', width: 7, value: ({ severity }) => SEVERITY[severity] },
    { title: '适用文件', width: 10, value: ({ applies }) => applies },
    { title: '违反文件', width: 10, value: ({ broken }) => broken },
    { title: '违反率', width: 9, value: ({ applies, broken }) => share(broken, applies) },
    { title: '问题数', width: 8, value: ({ findings }) => findings },
    { title: '不计入', width: 8, value: ({ notCounted }) => notCounted },
    {
      ...{ title: '常见情形', width: 44 },
      value: ({ faults }) => faults.map(({ documents, example }) => `${documents} 份：${example}`).join('\n'),
    },
    { title: '依据', width: 34, value: (one) => one.clauses.map((id) => citations.get(id) ?? id).join('；') },
    { title: '规则', width: 20, value: ({ ruleId }) => ruleId },
  ];
  return tableOf('要求', columns, () => demands);
}

export function groupTable(
  title: string,
  width: number,
  groups: readonly Group[],
  name: (group: Group) => CellValue,
): Table {
  const columns: Column<Group>[] = [
    { title, width, value: name },
    { title: '文件数', width: 9, value: ({ documents }) => documents },
    { title: '合规文件', width: 10, value: ({ compliant }) => compliant },
    { title: '合规率', width: 9, value: ({ compliant, documents }) => share(compliant, documents) },
    { title: '正文合规率', width: 12, value: ({ text, documents }) => share(text.compliant, documents) },
    { title: '元数据合规率', width: 14, value: ({ metadata, documents }) => share(metadata.compliant, documents) },
    { title: '没有任何问题', width: 13, value: ({ clean }) => clean },
    { title: '有错误的文件', width: 13, value: ({ withErrors }) => withErrors },
    { title: '读不了的文件', width: 13, value: ({ unreadable }) => unreadable },
    { title: '错误', width: 8, value: ({ errors }) => errors },
    { title: '警告', width: 8, value: ({ warnings }) => warnings },
  ];
  return tableOf(title, columns, () => groups);
}

function share(part: number, whole: number): CellValue {
  return whole === 0 ? null : { share: part / whole };
}
