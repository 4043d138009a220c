import { addTo } from '../archive/lists.js';
import type { AuditedDocument, AuditFinding, AuditReport } from './audit-report.js';
import { resultOf } from './change-tables.js';
import { LEDGER_COLUMNS, type LedgerRow, type Ledgers, ledgerNumber, RESULTS, STATES, sortRows } from './ledger.js';
import { type Base, fileAddress, placeOf } from './links.js';
import { departmentName, NO_TITLE, placeName } from './names.js';
import { type Column, type Table, tableOf } from './table.js';

/** The ledger of a department, and the name of its file, without ending. */
export interface DepartmentLedger {
  readonly file: string;
  readonly table: Table;
}

interface Row {
  readonly title: string;
  readonly place: string;
  readonly to: string | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly number: string;
  /** What people wrote in the ledger before. */
  readonly written: Written | undefined;
  /** What became of it since. */
  readonly result: string;
}

type Written = Pick<LedgerRow, 'responsible' | 'due' | 'said' | 'more'>;

/**
 * A ledger for each department that has something to put right: what cannot wait first, then errors, then warnings. What people wrote
 * in ledgers before is kept, columns and rows of their own too; what was mended since stands at the end, and their rows behind it.
 * @param base where the files lie as seen from the ledgers
 * @param before what the report's ledgers were made of
 */
export function departmentLedgers(report: AuditReport, base: Base, before: Ledgers | undefined): DepartmentLedger[] {
  const entries = new Map(report.ledger?.entries.map((entry) => [entry.id, entry]));
  const { numbered, others } = sortRows(before?.rows ?? []);
  const urgent = new Set(report.urgent.map(({ id }) => id));
  const rowsOf = new Map<string, Row[]>();
  const add = (department: string, row: Row) => addTo(rowsOf, department, row);
  const rank = ({ id, severity }: AuditFinding) => (urgent.has(id) ? 0 : severity === 'error' ? 1 : 2);
  for (const place of [0, 1, 2])
    for (const document of report.documents)
      for (const finding of document.findings)
        if (rank(finding) === place) {
          const entry = entries.get(finding.id);
          const told = { written: numbered.get(finding.id), result: entry ? resultOf(entry) : RESULTS.new };
          add(document.department, { ...rowFor(document, finding, base), ...told });
        }
  const placesOf = new Map(report.documents.map((document) => [document.path, document]));
  for (const entry of entries.values()) {
    if (entry.result !== 'mended' && entry.result !== 'unknown') continue;
    const document = placesOf.get(entry.path);
    add(entry.department, {
      ...{ title: entry.title || NO_TITLE, place: document ? placeOf(document) : entry.path, to: null },
      ...{ what: entry.what, why: entry.why, todo: entry.todo, number: ledgerNumber(entry) },
      ...{ written: numbered.get(entry.id), result: resultOf(entry) },
    });
  }
  // A file may have been renamed: whose it is tell the findings in it.
  const departmentOf = new Map<string, string>();
  for (const { id, department } of numbered.values()) {
    const entry = entries.get(id);
    if (entry && !departmentOf.has(department)) departmentOf.set(department, entry.department);
  }
  for (const row of others)
    add(departmentOf.get(row.department) ?? row.department, {
      ...{ title: row.title, place: row.path, to: null, what: row.what, why: row.why, todo: row.todo },
      ...{ number: row.id, written: row, result: UNNUMBERED },
    });
  const names = new Names();
  return [...rowsOf].map(([department, rows]) => ({
    file: names.of(departmentName(department)),
    table: tableOf(
      '整改台账',
      columns(report.ledger !== null, addedIn(rows)),
      () => rows.map((row, i) => ({ row, place: i + 1 })),
      { head: departmentName(department) },
    ),
  }));
}

const UNNUMBERED = '没有编号，没有核对';

/** The titles of the columns that people added. */
function addedIn(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ written }) => Object.keys(written?.more ?? {})))].slice(0, MOST_ADDED);
}

/** Columns have names of one letter. */
const MOST_ADDED = 15;

function rowFor(document: AuditedDocument, finding: AuditFinding, base: Base): Omit<Row, 'written' | 'result'> {
  const { what, paragraph, line, sentence, why, todo } = finding;
  const { title, path, address } = document;
  const place = placeName(path, finding);
  // The first line is that of what is missing as a whole.
  const where = place === '' || (paragraph === null && line === 1) ? '' : `${place}：`;
  return {
    title: title || NO_TITLE,
    place: placeOf(document),
    to: address || fileAddress(path, base),
    what: `${where}${what}${sentence === '' ? '' : `\n原文：${sentence}`}`,
    ...{ why, todo, number: ledgerNumber(finding) },
  };
}

interface Placed {
  readonly row: Row;
  /** From 1. */
  readonly place: number;
}

function columns(isChecked: boolean, added: readonly string[]): Column<Placed>[] {
  const { title, path, what, why, todo, responsible, due, said, id } = LEDGER_COLUMNS;
  return [
    { title: '序号', width: 6, value: ({ place }) => place },
    { title, width: 20, value: ({ row }) => row.title },
    { title: path, width: 18, value: ({ row }) => ({ text: row.place, to: row.to }) },
    { title: what, width: 36, value: ({ row }) => row.what },
    { title: why, width: 18, value: ({ row }) => row.why },
    { title: todo, width: 26, value: ({ row }) => row.todo },
    { title: responsible, width: 12, value: ({ row }) => row.written?.responsible ?? '' },
    { title: due, width: 11.5, type: 'date', value: ({ row }) => row.written?.due ?? '' },
    { title: said, width: 10, choices: STATES, value: ({ row }) => row.written?.said ?? '' },
    ...(isChecked ? [{ title: '核对结果', width: 14, value: ({ row }: Placed) => row.result }] : []),
    ...added.map((title) => ({ title, width: 14, value: ({ row }: Placed) => row.written?.more[title] ?? '' })),
    { title: id, width: 18, value: ({ row }) => row.number },
  ];
}

/** Names of files that every system takes, each once. */
class Names {
  private readonly taken = new Set<string>();

  of(department: string): string {
    const plain =
      department
        .trim()
        .slice(0, LONGEST_NAME)
        .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '_')
        .replace(/^[.\s]{1,60}/, '')
        .replace(/[.\s]{1,60}$/, '') || '部门';
    let name = plain;
    for (let i = 2; this.taken.has(name.toLowerCase()); i++) name = `${plain}（${i}）`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

const LONGEST_NAME = 60;
