import type {
  AuditedDocument,
  AuditFinding,
  AuditReport,
  BrokenLink,
  Demand,
  Group,
  Late,
  Orphan,
  UncheckedClause,
  UncountedFinding,
} from './audit-report.js';
import { figuresOf } from './figures.js';
import { SEVERITY, VERDICTS } from './names.js';
import { type CellValue, type Column, type Table, tableOf } from './table.js';
import { kindName } from './wording.js';

/** A finding with the document it is on; null for a document without one. */
interface FindingRow<Finding = AuditFinding | null> {
  readonly document: AuditedDocument;
  readonly finding: Finding;
}

/** The tables of the spreadsheet, the figures of the whole archive first. */
export function auditTables(report: AuditReport): Table[] {
  return [
    summaryTable(report),
    tableOf('要求', demandColumns(report), () => report.demands),
    tableOf(
      '部门',
      groupColumns('部门', 28, ({ name }) => name || '没有写明'),
      () => report.byDepartment,
    ),
    tableOf(
      '年份',
      groupColumns('年份', 10, ({ name }) => (name === '' ? '没有写明' : Number(name))),
      () => report.byYear,
    ),
    tableOf(
      '类型',
      groupColumns('类型', 16, ({ name }) => kindName(name)),
      () => report.byKind,
    ),
    tableOf('文件', DOCUMENT_COLUMNS, () => report.documents),
    tableOf('问题', FINDING_COLUMNS, () => findingsOf(report.documents)),
    tableOf('无解读的政策', ORPHAN_COLUMNS, () => report.orphans),
    tableOf('断链', LINK_COLUMNS, () => report.brokenLinks),
    tableOf('逾期', LATE_COLUMNS, () => report.late),
    tableOf('不计入的问题', UNCOUNTED_COLUMNS, () => uncountedOf(report.documents)),
    tableOf('要由人来看的条款', CLAUSE_COLUMNS, () => report.unchecked, true),
  ];
}

/**
 * The one table of the CSV file, which an auditor sends back: a row for each finding, with what identifies its document; a document
 * without findings has a row too.
 */
export function findingsTable({ documents }: AuditReport): Table {
  return tableOf('问题', [...DOCUMENT_HEAD, ...ofFinding(FINDING_TAIL)], () => rowsOf(documents));
}

function* rowsOf(documents: readonly AuditedDocument[]): Generator<FindingRow> {
  for (const document of documents) {
    if (document.findings.length === 0) yield { document, finding: null };
    for (const finding of document.findings) yield { document, finding };
  }
}

function* findingsOf(documents: readonly AuditedDocument[]): Generator<FindingRow<AuditFinding>> {
  for (const document of documents) for (const finding of document.findings) yield { document, finding };
}

function* uncountedOf(documents: readonly AuditedDocument[]): Generator<FindingRow<UncountedFinding>> {
  for (const document of documents) for (const finding of document.notCounted) yield { document, finding };
}

function summaryTable(report: AuditReport): Table {
  const { root, date, presets, partial, tool } = report;
  const about: [string, string][] = [
    ['文库', root],
    ['核查日期', date],
    ['预设', presets.join('、')],
    ['程序', `${tool.name} ${tool.version}`],
    ...(partial ? [['注意', '核查被中断，数字只反映已经检查的文件'] as [string, string]] : []),
  ];
  const columns = [
    { title: '项目', width: 24 },
    { title: '数字', width: 24 },
    { title: '说明', width: 70 },
  ];
  function* rows(): Generator<CellValue[]> {
    for (const [name, value] of about) yield [name, value, ''];
    for (const { name, value, isShare, meaning } of figuresOf(report))
      yield [name, isShare ? { share: value } : value, meaning];
  }
  return { name: '概览', columns, rows, isRead: true };
}

function demandColumns({ clauses }: AuditReport): Column<Demand>[] {
  const citations = new Map(clauses.map(({ id, citation }) => [id, citation]));
  return [
    { title: '要求', width: 60, value: ({ demand }) => demand },
    { title: '级别', width: 8, value: ({ severity }) => SEVERITY[severity] },
    { title: '适用文件', width: 10, value: ({ applies }) => applies },
    { title: '违反文件', width: 10, value: ({ broken }) => broken },
    { title: '违反率', width: 10, value: ({ applies, broken }) => share(broken, applies) },
    { title: '问题数', width: 10, value: ({ findings }) => findings },
    { title: '不计入', width: 10, value: ({ notCounted }) => notCounted },
    {
      title: '常见情形',
      width: 60,
      value: ({ faults }) => faults.map(({ documents, example }) => `${documents} 份：${example}`).join('\n'),
    },
    { title: '依据', width: 50, value: (one) => one.clauses.map((id) => citations.get(id) ?? id).join('；') },
    { title: '规则', width: 28, value: ({ ruleId }) => ruleId },
  ];
}

function groupColumns(title: string, width: number, name: (group: Group) => CellValue): Column<Group>[] {
  return [
    { title, width, value: name },
    { title: '文件数', width: 10, value: ({ documents }) => documents },
    { title: '合规文件', width: 10, value: ({ compliant }) => compliant },
    { title: '合规率', width: 10, value: ({ compliant, documents }) => share(compliant, documents) },
    { title: '没有任何问题', width: 14, value: ({ clean }) => clean },
    { title: '有错误的文件', width: 14, value: ({ withErrors }) => withErrors },
    { title: '读不了的文件', width: 14, value: ({ unreadable }) => unreadable },
    { title: '错误', width: 10, value: ({ errors }) => errors },
    { title: '警告', width: 10, value: ({ warnings }) => warnings },
  ];
}

const DOCUMENT_COLUMNS: readonly Column<AuditedDocument>[] = [
  { title: '文件', width: 40, value: ({ path }) => path },
  { title: '标题', width: 50, value: ({ title }) => title },
  { title: '类型', width: 14, value: ({ kind, readable }) => (readable ? kindName(kind) : '') },
  { title: '文号', width: 24, value: ({ number }) => number },
  { title: '部门', width: 28, value: ({ department }) => department },
  { title: '年份', width: 8, value: ({ year }) => (year === '' ? null : Number(year)) },
  { title: '印发日期', width: 12, type: 'date', value: ({ issued }) => issued },
  { title: '发布日期', width: 12, type: 'date', value: ({ published }) => published },
  { title: '字数', width: 8, value: ({ wordCount, readable }) => (readable ? wordCount : null) },
  { title: '结论', width: 10, value: verdict },
  { title: '错误', width: 8, value: ({ errors }) => errors },
  { title: '警告', width: 8, value: ({ warnings }) => warnings },
  { title: '不计入', width: 8, value: ({ notCounted }) => notCounted.length },
];

/** What identifies a finding's document: path, title, kind, number, department, year, dates, verdict. */
const DOCUMENT_HEAD: readonly Column<{ readonly document: AuditedDocument }>[] = DOCUMENT_COLUMNS.slice(0, 10)
  .filter(({ title }) => title !== '字数')
  .map(({ value, ...column }) => ({ ...column, value: ({ document }) => value(document) }));

const FINDING_TAIL: readonly Column<AuditFinding>[] = [
  { title: '级别', width: 8, value: ({ severity }) => SEVERITY[severity] },
  { title: '问题', width: 60, value: ({ what }) => what },
  { title: '依据', width: 40, value: ({ why }) => why },
  { title: '怎么改', width: 60, value: ({ todo }) => todo },
  { title: '行', width: 8, value: ({ line }) => line },
  { title: '列', width: 8, value: ({ column }) => column },
  { title: '原文', width: 60, value: ({ sentence }) => sentence },
  { title: '规则', width: 28, value: ({ ruleId }) => ruleId ?? '' },
];

function ofFinding<Row extends AuditFinding>(
  columns: readonly Column<Row>[],
): Column<{ readonly finding: Row | null }>[] {
  return columns.map(({ value, ...column }) => ({
    ...column,
    value: ({ finding }) => (finding ? value(finding) : null),
  }));
}

/** As in the CSV file, but for what the sheet of documents has. */
const FINDING_COLUMNS: readonly Column<FindingRow<AuditFinding>>[] = [
  ...DOCUMENT_HEAD.filter(({ title }) => ['文件', '标题', '类型', '部门', '年份'].includes(title)),
  ...ofFinding(FINDING_TAIL),
];

const UNCOUNTED_COLUMNS: readonly Column<FindingRow<UncountedFinding>>[] = [
  ...DOCUMENT_HEAD.filter(({ title }) => ['文件', '标题', '部门'].includes(title)),
  ...ofFinding<UncountedFinding>([
    { title: '为何不计入', width: 12, value: ({ by }) => (by === 'directive' ? '指令' : '压制文件') },
    { title: '理由', width: 40, value: ({ reason }) => reason },
    ...FINDING_TAIL,
  ]),
];

const DEMANDED = { title: '配置是否要求', width: 14 };

const ORPHAN_COLUMNS: readonly Column<Orphan>[] = [
  { title: '文件', width: 40, value: ({ path }) => path },
  { title: '标题', width: 60, value: ({ title }) => title },
  { title: '文号', width: 24, value: ({ number }) => number },
  { title: '部门', width: 28, value: ({ department }) => department },
  { title: '印发日期', width: 12, type: 'date', value: ({ issued }) => issued },
  { title: '情形', width: 70, value: ({ what }) => what },
  { ...DEMANDED, value: demanded },
];

const LINK_COLUMNS: readonly Column<BrokenLink>[] = [
  { title: '文件', width: 40, value: ({ path }) => path },
  { title: '标题', width: 50, value: ({ title }) => title },
  { title: '部门', width: 28, value: ({ department }) => department },
  { title: '行', width: 8, value: ({ line }) => line },
  { title: '地址', width: 50, value: ({ to }) => to },
  { title: '情形', width: 60, value: ({ what }) => what },
  { ...DEMANDED, value: demanded },
];

const LATE_COLUMNS: readonly Column<Late>[] = [
  { title: '文件', width: 40, value: ({ path }) => path },
  { title: '标题', width: 50, value: ({ title }) => title },
  { title: '部门', width: 28, value: ({ department }) => department },
  { title: '期限', width: 12, type: 'date', value: ({ due }) => due },
  { title: '办理日期', width: 12, type: 'date', value: ({ done }) => done },
  { title: '超期工作日', width: 12, value: ({ daysLate }) => daysLate },
  { title: '情形', width: 80, value: ({ what }) => what },
  { title: '规则', width: 28, value: ({ ruleId }) => ruleId },
  { ...DEMANDED, value: demanded },
];

const CLAUSE_COLUMNS: readonly Column<UncheckedClause>[] = [
  { title: '出处', width: 40, value: ({ citation }) => citation },
  { title: '要求', width: 60, value: ({ demand }) => demand },
  { title: '程序检查', width: 12, value: ({ partly }) => (partly ? '只查一部分' : '不查') },
  { title: '为何要由人来看', width: 60, value: ({ why }) => why },
  { title: '文件', width: 60, value: ({ source }) => source },
];

function verdict({ readable, compliant }: AuditedDocument): string {
  if (!readable) return VERDICTS.unreadable;
  return compliant ? VERDICTS.complies : VERDICTS.hasErrors;
}

function demanded(row: { readonly demanded: boolean }): string {
  return row.demanded ? '是' : '否';
}

function share(part: number, whole: number): CellValue {
  return whole === 0 ? null : { share: part / whole };
}
