import { compare } from '../language/order.js';
import type { AuditFinding, AuditReport, LedgerCheck, LedgerEntry, LedgerResult } from './audit-report.js';
import { standingOf } from './follow-up.js';
import { masked } from './masked.js';

/** What people may fill in under 整改情况. */
export const STATES = ['未整改', '整改中', '已整改', '不需整改'] as const;

/** The titles of the columns that are read back. */
export const LEDGER_COLUMNS = {
  title: '文件',
  path: '发布地址或源文件',
  what: '问题',
  why: '依据条款',
  todo: '改法',
  responsible: '责任单位',
  due: '整改期限',
  said: '整改情况',
  id: '编号',
} as const;

/** The titles of the others. */
export const UNREAD_COLUMNS = ['序号', '核对结果'] as const;

/** A row of a ledger as it came back: what was found, and what people filled in. */
export interface LedgerRow extends Readonly<Record<keyof typeof LEDGER_COLUMNS, string>> {
  /** The department whose ledger it stands in, by the file's name. */
  readonly department: string;
  /** What columns hold that people added, by their titles. */
  readonly more: Readonly<Record<string, string>>;
}

/** What people read of it. */
export const RESULTS: Readonly<Record<LedgerResult, string>> = {
  stillFound: '写已整改，但问题还在',
  new: '台账里没有',
  open: '还没有改好',
  waived: '写不需整改，问题还在',
  unknown: '没有查到，不能认定已改好',
  mended: '已改好',
};

/** Ledgers as they were read. */
export interface Ledgers {
  /** The departments they belong to, by their files' names. */
  readonly departments: readonly string[];
  readonly rows: readonly LedgerRow[];
}

/** The number that a row bears: the finding's id, and the rule behind it, if one is. */
export function ledgerNumber({ id, ruleId }: Pick<AuditFinding, 'id' | 'ruleId'>): string {
  return ruleId === null ? id : `${id} ${ruleId}`;
}

/** Takes a number apart again; null for what is none. */
function readNumber(written: string): { readonly id: string; readonly ruleId: string | null } | null {
  const [, id, ruleId = null] = /^([0-9a-f]{16})(?:\s+(\S{1,100}))?$/.exec(written.trim()) ?? [];
  return id === undefined ? null : { id, ruleId };
}

/** The rows of ledgers, each finding's once. */
export interface SortedRows {
  /** By the ids of findings. */
  readonly numbered: ReadonlyMap<string, LedgerRow & { readonly ruleId: string | null }>;
  /** Rows whose number was changed or is gone, and those that people added. */
  readonly others: readonly LedgerRow[];
  /** Rows that two ledgers fill in differently. */
  readonly conflicting: number;
}

/** Puts the rows in order. Where a finding stands in several ledgers, what is filled in counts before what is left open, and the later file before the earlier. */
export function sortRows(rows: readonly LedgerRow[]): SortedRows {
  const numbered = new Map<string, LedgerRow & { ruleId: string | null }>();
  const others = new Map<string, LedgerRow>();
  let conflicting = 0;
  for (const row of rows) {
    const number = readNumber(row.id);
    if (!number) {
      // A row of people's own that was carried over stands in both files.
      others.set(JSON.stringify({ ...row, department: '' }), row);
      continue;
    }
    const earlier = numbered.get(number.id);
    const written = Object.entries(row.more).filter(([, value]) => value !== '');
    const more = { ...(earlier?.more ?? row.more), ...Object.fromEntries(written) };
    if (
      earlier &&
      FILLED_IN.some((field) => earlier[field] !== '' && row[field] !== '' && earlier[field] !== row[field])
    )
      conflicting++;
    const kept = Object.fromEntries(FILLED_IN.map((field) => [field, row[field] || (earlier?.[field] ?? '')]));
    numbered.set(number.id, { ...row, more, ...kept, ...number });
  }
  return { numbered, others: [...others.values()], conflicting };
}

/** What departments fill in. */
const FILLED_IN = ['responsible', 'due', 'said'] as const;

/** Checks what ledgers say against what was found. Personal data in what people wrote is masked. */
export function checkLedgers(
  report: Pick<AuditReport, 'date' | 'documents' | 'demands' | 'partial'>,
  { departments, rows }: Ledgers,
): LedgerCheck {
  const standing = standingOf(report);
  const { numbered: known, others, conflicting } = sortRows(rows);
  const entries: LedgerEntry[] = [];
  const listed = new Set(departments);
  for (const row of known.values()) {
    const { id, ruleId, path, responsible, due, said } = row;
    const now = standing.found.get(id);
    const document = now?.document ?? standing.documentAt(path);
    const at = document?.path ?? path;
    if (document) listed.add(document.department);
    const gone = now ? null : standing.gone({ id, path: at, ruleId });
    const { what, why, todo } = now?.finding ?? row;
    entries.push({
      result: now ? stateOf(said) : gone === 'mended' ? 'mended' : 'unknown',
      ...{ gone, id, ruleId, path: masked(at), title: document?.title ?? '' },
      ...{ department: document?.department ?? masked(row.department), what: masked(what), why, todo: masked(todo) },
      ...{ responsible: masked(responsible), due: masked(due), said: masked(said) },
      overdue: now !== undefined && said !== '不需整改' && /^\d{4}-\d{2}-\d{2}$/.test(due) && due < report.date,
    });
  }
  for (const [id, { document, finding }] of standing.found) {
    const { path, title, department } = document;
    if (known.has(id) || !listed.has(department)) continue;
    const { ruleId, what, why, todo } = finding;
    entries.push({
      ...{ result: 'new', gone: null, id, ruleId, path, title, department, what, why, todo },
      ...{ responsible: '', due: '', said: '', overdue: false },
    });
  }
  const order = Object.keys(RESULTS);
  const place = ({ result }: LedgerEntry) => order.indexOf(result);
  const counts = { stillFound: 0, new: 0, open: 0, waived: 0, unknown: 0, mended: 0 };
  for (const { result } of entries) counts[result]++;
  return {
    ledgers: departments.length,
    unknownRows: others.length,
    conflictingRows: conflicting,
    counts,
    entries: entries.sort((a, b) => place(a) - place(b) || compare(a.path, b.path) || compare(a.id, b.id)),
  };
}

function stateOf(said: string): LedgerResult {
  const plain = said.replace(/\s/g, '');
  if (plain === '不需整改') return 'waived';
  return /^已(?:经)?(?:整改|改正|改好|完成)/.test(plain) ? 'stillFound' : 'open';
}
