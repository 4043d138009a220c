import type { AuditReport } from './audit-report.js';
import { type Gone, standingOf } from './follow-up.js';
import { compare } from './totals.js';

/** What people may fill in under 整改情况. */
export const STATES = ['未整改', '整改中', '已整改', '不需整改'] as const;

/** The titles of the columns that are read back. */
export const LEDGER_COLUMNS = {
  path: '文件',
  what: '问题',
  why: '依据条款',
  todo: '改法',
  responsible: '责任单位',
  due: '整改期限',
  said: '整改情况',
  id: '编号',
} as const;

/** A row of a ledger as it came back: what was found, and what people filled in. */
export interface LedgerRow extends Readonly<Record<keyof typeof LEDGER_COLUMNS, string>> {
  /** The department whose ledger it stands in. */
  readonly department: string;
}

/**
 * What a ledger's row comes to. `stillFound`: said to be mended, and found all the same. `open`: found, and not said to be mended.
 * `waived`: found, and said to need no mending. `mended`: not found any more. `unknown`: not found, but nobody looked. `new`: found in
 * a department's documents, and not in its ledger.
 */
export type LedgerResult = 'stillFound' | 'new' | 'open' | 'waived' | 'unknown' | 'mended';

export const RESULTS: Readonly<Record<LedgerResult, string>> = {
  stillFound: '写已整改，但问题还在',
  new: '新出现',
  open: '还没有改好',
  waived: '写不需整改，问题还在',
  unknown: '没有查到，不能认定已改好',
  mended: '已改好',
};

export interface LedgerEntry {
  readonly result: LedgerResult;
  /** Of what is not found: what became of it. */
  readonly gone: Gone | null;
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly department: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly responsible: string;
  /** As filled in; `2024-03-01` where it was a date. */
  readonly due: string;
  readonly said: string;
  /** Found, and its term is past. */
  readonly overdue: boolean;
}

/** What became of what ledgers list. */
export interface LedgerCheck {
  /** Ledgers that were read. */
  readonly ledgers: number;
  /** Rows whose number was changed or is gone, so that nothing can be said of them. */
  readonly unknownRows: number;
  readonly counts: Readonly<Record<LedgerResult, number>>;
  /** What is said and not so comes first, what is mended last. */
  readonly entries: readonly LedgerEntry[];
}

/** Ledgers as they were read. */
export interface Ledgers {
  /** The departments they belong to, by their files' names. */
  readonly departments: readonly string[];
  readonly rows: readonly LedgerRow[];
}

/** Whether a number is one that an audit gave. */
const ID = /^[0-9a-f]{16}$/;

/** Checks what ledgers say against what was found. */
export function checkLedgers(
  report: Pick<AuditReport, 'date' | 'documents' | 'demands' | 'partial'>,
  { departments, rows }: Ledgers,
): LedgerCheck {
  const standing = standingOf(report);
  const known = new Map(rows.filter(({ id }) => ID.test(id)).map((row) => [row.id, row]));
  const entries: LedgerEntry[] = [];
  const listed = new Set(departments);
  for (const row of known.values()) {
    const { id, path, responsible, due, said } = row;
    const now = standing.found.get(id);
    const document = now?.document ?? standing.documentAt(path);
    if (document) listed.add(document.department);
    const gone = now ? null : standing.gone({ id, path, ruleId: null });
    const { what, why, todo } = now?.finding ?? row;
    entries.push({
      result: now ? stateOf(said) : gone === 'mended' ? 'mended' : 'unknown',
      ...{ gone, id, path: document?.path ?? path, title: document?.title ?? '' },
      ...{ department: document?.department ?? row.department, what, why, todo, responsible, due, said },
      overdue: now !== undefined && said !== '不需整改' && /^\d{4}-\d{2}-\d{2}$/.test(due) && due < report.date,
    });
  }
  for (const [id, { document, finding }] of standing.found) {
    const { path, title, department } = document;
    if (known.has(id) || !listed.has(department)) continue;
    const { what, why, todo } = finding;
    entries.push({
      ...{ result: 'new', gone: null, id, path, title, department, what, why, todo },
      ...{ responsible: '', due: '', said: '', overdue: false },
    });
  }
  const order = Object.keys(RESULTS);
  const place = ({ result }: LedgerEntry) => order.indexOf(result);
  const counts = { stillFound: 0, new: 0, open: 0, waived: 0, unknown: 0, mended: 0 };
  for (const { result } of entries) counts[result]++;
  return {
    ledgers: departments.length,
    unknownRows: rows.filter(({ id }) => !ID.test(id)).length,
    counts,
    entries: entries.sort((a, b) => place(a) - place(b) || compare(a.path, b.path) || compare(a.id, b.id)),
  };
}

function stateOf(said: string): LedgerResult {
  const plain = said.replace(/\s/g, '');
  if (plain === '不需整改') return 'waived';
  return /^已(?:经)?(?:整改|改正|改好|完成)/.test(plain) ? 'stillFound' : 'open';
}
