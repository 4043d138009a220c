import type { CitedClause } from '../../../rules/clauses.js';
import type { AuditedDocument, AuditFinding, AuditReport, UncountedFinding } from '../audit-report.js';
import { placeIn } from '../names.js';
import type { FindingBlock, FindingRow, PageData } from './data.js';
import { Places } from './places.js';
import { shown } from './shown.js';

type Texts = Pick<PageData, 'clauses' | 'clauseSets' | 'texts'>;

/**
 * The findings of all documents, so many documents a block, with the texts and clauses they share. Blocks are made as they are
 * asked for, so that those of a large archive never stand in memory together.
 * @param rules the place of each rule in the page's data
 */
export function findingBlocks(
  report: AuditReport,
  rules: ReadonlyMap<string, number>,
  blockSize: number,
): Texts & { blocks(): Iterable<FindingBlock> } {
  const clauses = clausesOf(report);
  const clauseAt = new Map([...clauses.keys()].map((id, i) => [id, i]));
  const clauseSets = new Places();
  const shared = sharedTexts(report);
  const clauseSetOf = (ids: readonly string[]) => clauseSets.of(ids.map((id) => clauseAt.get(id)).join());
  for (const { findings, notCounted } of report.documents)
    for (const finding of [...findings, ...notCounted]) clauseSetOf(finding.clauses);
  const rowsOf = ({ path, findings, notCounted }: AuditedDocument) =>
    [...findings, ...notCounted].map((finding) => findingRow(finding, path, { rules, shared, clauseSetOf }));
  return {
    *blocks() {
      for (let i = 0; i < report.documents.length; i += blockSize)
        yield report.documents.slice(i, i + blockSize).map(rowsOf);
    },
    clauses: [...clauses.values()],
    clauseSets: clauseSets.texts.map((set) => set.split(',').filter(Boolean).map(Number)),
    texts: [...shared.keys()],
  };
}

/** The texts that more than one finding holds, with their places. */
function sharedTexts({ documents }: AuditReport): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const shared = new Map<string, number>();
  for (const { findings, notCounted } of documents)
    for (const finding of [...findings, ...notCounted])
      for (const text of textsOf(finding))
        if (!seen.has(text)) seen.add(text);
        else if (!shared.has(text)) shared.set(text, shared.size);
  return shared;
}

function textsOf(finding: AuditFinding | UncountedFinding): string[] {
  const { what, why, todo } = finding;
  return [what, why, todo, 'by' in finding ? finding.reason : ''].map(shown);
}

interface Context {
  readonly rules: ReadonlyMap<string, number>;
  readonly shared: ReadonlyMap<string, number>;
  clauseSetOf(ids: readonly string[]): number;
}

function findingRow(finding: AuditFinding | UncountedFinding, path: string, context: Context): FindingRow {
  const { rules, shared, clauseSetOf } = context;
  const { ruleId, severity, paragraph, column, clauses, sentence } = finding;
  const line = paragraph === null ? placeIn(path, finding) : -paragraph;
  const [what = '', why = '', todo = '', reason = ''] = textsOf(finding).map((text) => shared.get(text) ?? text);
  const place = ruleId === null ? -1 : (rules.get(ruleId) ?? -1);
  const rank = severity === 'error' ? 'e' : 'w';
  const row = [place, rank, Number(line), column, what, why, todo, clauseSetOf(clauses), shown(sentence)] as const;
  return 'by' in finding ? [...row, UNCOUNTED[finding.by], reason] : row;
}

const UNCOUNTED: Readonly<Record<UncountedFinding['by'], string>> = { directive: '指令', file: '压制文件' };

/** The clauses of the report, and after them what else findings name. */
function clausesOf({ clauses, documents }: AuditReport): ReadonlyMap<string, CitedClause> {
  const known = new Map<string, CitedClause>();
  for (const { id, citation, demand } of clauses)
    known.set(id, { id: shown(id), citation: shown(citation), demand: shown(demand) });
  for (const { findings, notCounted } of documents)
    for (const finding of [...findings, ...notCounted])
      for (const id of finding.clauses)
        if (!known.has(id)) known.set(id, { id: shown(id), citation: shown(id), demand: '' });
  return known;
}
