import type { AuditedDocument, AuditFinding } from './audit-report.js';
import { type Comparable, standingOf } from './follow-up.js';
import type { Change, ChangedFinding, Comparison } from './since.js';
import { compare } from './totals.js';

/** What is read of an earlier audit. */
export interface Earlier {
  readonly date: string;
  readonly documents: readonly EarlierDocument[];
}

type EarlierDocument = Pick<AuditedDocument, 'path' | 'title' | 'department' | 'readable'> & {
  readonly findings: readonly Pick<AuditFinding, 'id' | 'ruleId' | 'severity' | 'what'>[];
};

/** Reads what `--json` wrote. @returns null where a text is nothing of the kind, or from a version that did not tell findings from each other */
export function readEarlier(text: string): Earlier | null {
  try {
    const read = JSON.parse(text.replace(/^\ufeff/, ''));
    const isText = (...values: unknown[]) => values.every((value) => typeof value === 'string');
    const isFinding = ({ id, ruleId, severity, what }: Record<string, unknown>) =>
      isText(id, what) && (ruleId === null || isText(ruleId)) && (severity === 'error' || severity === 'warn');
    const isDocument = ({ path, title, department, readable, findings }: Record<string, unknown>) =>
      isText(path, title, department) &&
      typeof readable === 'boolean' &&
      Array.isArray(findings) &&
      findings.every(isFinding);
    const isAudit = read.tool.name === 'jiedu-lint' && isText(read.date) && read.documents.every(isDocument);
    return isAudit ? read : null;
  } catch {
    return null;
  }
}

/** Compares an audit with an earlier one. */
export function comparisonOf(now: Comparable, earlier: Earlier): Comparison {
  const standing = standingOf(now);
  const demandOf = new Map(now.demands.map(({ ruleId, demand }) => [ruleId, demand]));
  const [byRule, byDepartment] = [new Changes(), new Changes()];
  const findings: ChangedFinding[] = [];
  const before = new Set<string>();
  let mended = 0;
  for (const { path, title, department: named, readable, findings: some } of earlier.documents) {
    const document = standing.documentAt(path);
    // A department that was named meanwhile is the one that counts.
    const department = document?.department || named;
    for (const { id, ruleId, severity, what } of readable ? some : []) {
      before.add(id);
      const stays = standing.found.has(id);
      byRule.add(ruleId ?? '', stays ? 'stayed' : 'went');
      byDepartment.add(department, stays ? 'stayed' : 'went');
      if (stays) continue;
      const gone = standing.gone({ id, path, ruleId });
      if (gone === 'mended') mended++;
      findings.push({ change: 'went', gone, id, path, title, department, ruleId, severity, what });
    }
  }
  for (const [id, { document, finding }] of standing.found) {
    if (before.has(id)) continue;
    const { path, title, department } = document;
    const { ruleId, severity, what } = finding;
    byRule.add(ruleId ?? '', 'came');
    byDepartment.add(department, 'came');
    findings.push({ change: 'came', gone: null, id, path, title, department, ruleId, severity, what });
  }
  const { came, went, stayed } = byRule.sum;
  const [paths, earlierPaths] = [now.documents, earlier.documents].map((some) => new Set(some.map(({ path }) => path)));
  return {
    ...{ date: earlier.date, came, went, stayed, mended },
    newDocuments: [...(paths ?? [])].filter((path) => !earlierPaths?.has(path)).sort(),
    lostDocuments: [...(earlierPaths ?? [])].filter((path) => !paths?.has(path)).sort(),
    byDemand: byRule.all.map((change) => ({ ...change, demand: demandOf.get(change.name) ?? '' })),
    byDepartment: byDepartment.all,
    findings: findings.sort((a, b) => compare(a.change, b.change) || compare(a.path, b.path) || compare(a.id, b.id)),
  };
}

class Changes {
  private readonly counts = new Map<string, { came: number; went: number; stayed: number }>();

  add(name: string, change: 'came' | 'went' | 'stayed'): void {
    const count = this.counts.get(name) ?? { came: 0, went: 0, stayed: 0 };
    this.counts.set(name, count);
    count[change]++;
  }

  get all(): Change[] {
    return [...this.counts]
      .map(([name, count]) => ({ name, ...count }))
      .sort((a, b) => b.came + b.went - a.came - a.went || b.stayed - a.stayed || compare(a.name, b.name));
  }

  get sum(): Omit<Change, 'name'> {
    const sum = { came: 0, went: 0, stayed: 0 };
    for (const count of this.counts.values())
      for (const key of ['came', 'went', 'stayed'] as const) sum[key] += count[key];
    return sum;
  }
}
