import type { AuditedDocument, AuditFinding, AuditReport, UncountedFinding } from './audit-report.js';
import { changeTables } from './change-tables.js';
import { demandTable, fileTable, groupTable, summaryTable } from './figure-tables.js';
import { type Base, fileColumn } from './links.js';
import { clauseTable, lateTable, linkTable, noDepartmentTable, orphanTable, urgentTable } from './list-tables.js';
import { placeIn, SEVERITY, VERDICTS } from './names.js';
import { type CellValue, type Column, type Table, tableOf } from './table.js';
import { kindName } from './wording.js';

/** A finding with the document it is on; null for a document without one. */
interface FindingRow<Finding = AuditFinding | null> {
  readonly document: AuditedDocument;
  readonly finding: Finding;
}

/**
 * The tables of the spreadsheet: what cannot wait, the figures of the whole archive, the lists.
 * @param base where the files lie as seen from the spreadsheet
 */
export function auditTables(report: AuditReport, base?: Base): Table[] {
  const { documents } = report;
  const tables = [
    urgentTable(report, base),
    summaryTable(report),
    ...changeTables(report, base),
    demandTable(report),
    groupTable('部门', 28, report.byDepartment, ({ name }) => name || '没有写明'),
    groupTable('年份', 12, report.byYear, ({ name }) => (name === '' ? '没有写明' : Number(name))),
    groupTable('类型', 16, report.byKind, ({ name }) => kindName(name)),
    fileTable(report),
    tableOf('文件', documentColumns(base), () => documents),
    tableOf('问题', findingColumns(base), () => findingsOf(documents), { none: '没有问题。' }),
    orphanTable(report, base),
    linkTable(report, base),
    lateTable(report, base),
    noDepartmentTable(report, base),
    tableOf('不计入的问题', uncountedColumns(base), () => uncountedOf(documents), { none: '没有不计入的问题。' }),
    clauseTable(report),
  ];
  return tables.map((table) => ({ ...table, head: report.root }));
}

/**
 * The one table of the CSV file, which an auditor sends back: a row for each finding, with what identifies its document; a document
 * without findings has a row too.
 */
export function findingsTable({ documents }: AuditReport): Table {
  const value = (one: AuditFinding, path: string) => (typeof placeIn(path, one) === 'number' ? one.column : null);
  const tail: FindingColumn<AuditFinding>[] = [...FINDING_TAIL, { title: '列', width: 6, value }];
  const columns = [...documentHead(DOCUMENT_HEAD, undefined), ...ofFinding(tail)];
  return tableOf('问题', columns, () => rowsOf(documents));
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

function documentColumns(base: Base): readonly Column<AuditedDocument>[] {
  return [
    { ...fileColumn(base), width: 26 },
    { title: '标题', width: 28, value: ({ title }) => title },
    { title: '发布地址', width: 18, value: ({ address }) => ({ text: address, to: address || null }) },
    { title: '类型', width: 11, value: ({ kind, readable }) => (readable ? kindName(kind) : '') },
    { title: '文号', width: 18, value: ({ number }) => number },
    { title: '部门', width: 16, value: ({ department }) => department },
    { title: '年份', width: 7, value: ({ year }) => (year === '' ? null : Number(year)) },
    { title: '印发日期', width: 11.5, type: 'date', value: ({ issued }) => issued },
    { title: '发布日期', width: 11.5, type: 'date', value: ({ published }) => published },
    { title: '字数', width: 7, value: ({ wordCount, readable }) => (readable ? wordCount : null) },
    { title: '结论', width: 8, value: verdict },
    { title: '错误', width: 7, value: ({ errors }) => errors },
    { title: '警告', width: 7, value: ({ warnings }) => warnings },
    { title: '不计入', width: 8, value: ({ notCounted }) => notCounted.length },
  ];
}

/** What identifies a finding's document in the CSV file. */
const DOCUMENT_HEAD = ['文件', '标题', '类型', '文号', '部门', '年份', '印发日期', '发布日期', '结论', '发布地址'];

/** Columns on the document of a row, by their titles, in that order. */
function documentHead(
  titles: readonly string[],
  base: Base,
): readonly Column<{ readonly document: AuditedDocument }>[] {
  const columns = documentColumns(base);
  return titles.flatMap((title) => {
    const column = columns.find((one) => one.title === title);
    return column ? [{ ...column, value: ({ document }) => column.value(document) }] : [];
  });
}

interface FindingColumn<Row> extends Omit<Column<Row>, 'value'> {
  value(finding: Row, path: string): CellValue;
}

const FINDING_TAIL: readonly FindingColumn<AuditFinding>[] = [
  { title: '级别', width: 7, value: ({ severity }) => SEVERITY[severity] },
  { title: '关于', width: 8, value: ({ concern }) => (concern === 'text' ? '正文' : '元数据') },
  { title: '问题', width: 34, value: ({ what }) => what },
  { title: '依据', width: 20, value: ({ why }) => why },
  { title: '怎么改', width: 28, value: ({ todo }) => todo },
  { title: '行', width: 8, value: (finding, path) => placeIn(path, finding) },
  { title: '原文', width: 28, value: ({ sentence }) => sentence },
  { title: '规则', width: 16, value: ({ ruleId }) => ruleId ?? '' },
];

function ofFinding<Row extends AuditFinding>(
  columns: readonly FindingColumn<Row>[],
): Column<{ readonly document: AuditedDocument; readonly finding: Row | null }>[] {
  return columns.map(({ value, ...column }) => ({
    ...column,
    value: ({ document, finding }) => (finding ? value(finding, document.path) : null),
  }));
}

/** As in the CSV file, but for what the sheet of documents has. */
function findingColumns(base: Base): readonly Column<FindingRow<AuditFinding>>[] {
  return [...documentHead(['文件', '标题', '部门'], base), ...ofFinding(FINDING_TAIL)];
}

function uncountedColumns(base: Base): readonly Column<FindingRow<UncountedFinding>>[] {
  const why: readonly FindingColumn<UncountedFinding>[] = [
    { title: '为何不计入', width: 11, value: ({ by }) => (by === 'directive' ? '指令' : '压制文件') },
    { title: '理由', width: 24, value: ({ reason }) => reason },
  ];
  return [...documentHead(['文件', '标题', '部门'], base), ...ofFinding<UncountedFinding>([...why, ...FINDING_TAIL])];
}

function verdict({ readable, compliant }: AuditedDocument): CellValue {
  if (!readable) return VERDICTS.unreadable;
  return compliant ? VERDICTS.complies : VERDICTS.hasErrors;
}
