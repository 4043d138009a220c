import type { CitedClause, Clause, ClauseTable } from '../../rules/clauses.js';
import type { AuditedDocument, Demand, UncheckedClause } from './audit-report.js';

/** The clauses that demands and findings name, in the order of their sources. */
export function citedClauses(
  demands: readonly Demand[],
  documents: readonly AuditedDocument[],
  table: ClauseTable,
): CitedClause[] {
  const named = new Set(demands.flatMap(({ clauses }) => clauses));
  for (const { findings, notCounted } of documents)
    for (const { clauses } of [...findings, ...notCounted]) for (const id of clauses) named.add(id);
  return table.cited(table.inOrder(named), 'zh-CN');
}

/** Those of some clauses that no rule checks, or not in full. */
export function uncheckedClauses(clauses: readonly Clause[], table: ClauseTable): UncheckedClause[] {
  return clauses.flatMap(({ id, human, source, rules }) => {
    if (!human) return [];
    const name = table.source(source)?.name ?? source;
    const told = { source: name, why: human['zh-CN'], partly: rules.length > 0 };
    return table.cited([id], 'zh-CN').map((cited) => ({ ...cited, ...told }));
  });
}
