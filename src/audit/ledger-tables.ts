import type { AuditedDocument, AuditFinding, AuditReport } from './audit-report.js';
import { resultOf } from './change-tables.js';
import { LEDGER_COLUMNS, ledgerNumber, STATES } from './ledger.js';
import { type Base, fileAddress, placeOf } from './links.js';
import { departmentName, NO_TITLE } from './names.js';
import type { LedgerEntry } from './since.js';
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
  /** What was read of it in the ledger before, and what became of it. */
  readonly entry: LedgerEntry | undefined;
}

/**
 * A ledger for each department that has something to put right: what cannot wait first, then errors, then warnings. What ledgers said
 * before is kept, what was mended since stands at the end.
 * @param base where the files lie as seen from the ledgers
 */
export function departmentLedgers(report: AuditReport, base: Base): DepartmentLedger[] {
  const entries = new Map(report.ledger?.entries.map((entry) => [entry.id, entry]));
  const urgent = new Set(report.urgent.map(({ id }) => id));
  const rowsOf = new Map<string, Row[]>();
  const add = (department: string, row: Row) => {
    const rows = rowsOf.get(department);
    if (rows) rows.push(row);
    else rowsOf.set(department, [row]);
  };
  const rank = ({ id, severity }: AuditFinding) => (urgent.has(id) ? 0 : severity === 'error' ? 1 : 2);
  for (const place of [0, 1, 2])
    for (const document of report.documents)
      for (const finding of document.findings)
        if (rank(finding) === place) add(document.department, rowFor(document, finding, entries, base));
  const placesOf = new Map(report.documents.map((document) => [document.path, document]));
  for (const entry of entries.values()) {
    if (entry.result !== 'mended' && entry.result !== 'unknown') continue;
    const document = placesOf.get(entry.path);
    add(entry.department, {
      ...{ title: entry.title || NO_TITLE, place: document ? placeOf(document) : entry.path, to: null },
      ...{ what: entry.what, why: entry.why, todo: entry.todo, number: ledgerNumber(entry), entry },
    });
  }
  const names = new Names();
  return [...rowsOf].map(([department, rows]) => ({
    file: names.of(departmentName(department)),
    table: tableOf('整改台账', columns(report.ledger !== null), () => rows.map((row, i) => ({ row, place: i + 1 })), {
      head: departmentName(department),
    }),
  }));
}

function rowFor(
  document: AuditedDocument,
  finding: AuditFinding,
  entries: ReadonlyMap<string, LedgerEntry>,
  base: Base,
): Row {
  const { id, what, paragraph, line, sentence, why, todo } = finding;
  const { title, path, address } = document;
  // Who opens the Word file sees no lines.
  const inText = line > 1 && /\.(?:md|markdown|txt)$/i.test(path) ? `第 ${line} 行：` : '';
  const where = paragraph === null ? inText : `第 ${paragraph} 段：`;
  return {
    title: title || NO_TITLE,
    place: placeOf(document),
    to: address || (base === undefined ? null : fileAddress(path, base)),
    what: `${where}${what}${sentence === '' ? '' : `\n原文：${sentence}`}`,
    ...{ why, todo, number: ledgerNumber(finding), entry: entries.get(id) },
  };
}

interface Placed {
  readonly row: Row;
  /** From 1. */
  readonly place: number;
}

function columns(isChecked: boolean): Column<Placed>[] {
  const { path, what, why, todo, responsible, due, said, id } = LEDGER_COLUMNS;
  return [
    { title: '序号', width: 6, value: ({ place }) => place },
    { title: '文件', width: 26, value: ({ row }) => row.title },
    { title: path, width: 24, value: ({ row }) => ({ text: row.place, to: row.to }) },
    { title: what, width: 40, value: ({ row }) => row.what },
    { title: why, width: 20, value: ({ row }) => row.why },
    { title: todo, width: 30, value: ({ row }) => row.todo },
    { title: responsible, width: 12, value: ({ row }) => row.entry?.responsible ?? '' },
    { title: due, width: 11.5, type: 'date', value: ({ row }) => row.entry?.due ?? '' },
    { title: said, width: 10, choices: STATES, value: ({ row }) => row.entry?.said ?? '' },
    ...(isChecked
      ? [{ title: '核对结果', width: 14, value: ({ row }: Placed) => (row.entry ? resultOf(row.entry) : '新出现') }]
      : []),
    { title: id, width: 19, value: ({ row }) => row.number },
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
