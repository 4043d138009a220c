import type { Clause, ClauseTable } from '../../rules/clauses.js';
import type { AuditedDocument, CitedClause, Demand, UncheckedClause } from './audit-report.js';

/** The clauses that demands and findings name, in the order of their sources. */
export function citedClauses(
  demands: readonly Demand[],
  documents: readonly AuditedDocument[],
  table: ClauseTable,
): CitedClause[] {
  const named = new Set(demands.flatMap(({ clauses }) => clauses));
  for (const { findings, notCounted } of documents)
    for (const { clauses } of [...findings, ...notCounted]) for (const id of clauses) named.add(id);
  return table.inOrder(named).flatMap((id) => {
    const clause = table.get(id);
    return clause ? [cited(clause, table)] : [];
  });
}

/** Those of some clauses that no rule checks, or not in full. */
export function uncheckedClauses(clauses: readonly Clause[], table: ClauseTable): UncheckedClause[] {
  return clauses.flatMap((clause) => {
    const { human, source, rules } = clause;
    if (!human) return [];
    const name = table.source(source)?.name ?? source;
    return [{ ...cited(clause, table), source: name, why: human['zh-CN'], partly: rules.length > 0 }];
  });
}

function cited(clause: Clause, table: ClauseTable): CitedClause {
  return { id: clause.id, citation: table.citation(clause, 'zh-CN'), demand: clause.demand['zh-CN'] };
}
