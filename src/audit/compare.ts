import { addTo } from '../archive/lists.js';
import { compare } from '../language/order.js';
import type {
  AuditedDocument,
  AuditFinding,
  AuditReport,
  Change,
  ChangedFinding,
  Comparison,
  Gone,
} from './audit-report.js';
import type { Earlier, EarlierDocument } from './earlier.js';
import { type Comparable, type Standing, standingOf } from './follow-up.js';
import { movedDocuments } from './moved.js';

/** Compares an audit with an earlier one. */
export function comparisonOf(now: Comparable, earlier: Earlier): Comparison {
  const standing = standingOf(now);
  const demandOf = new Map(now.demands.map(({ ruleId, demand }) => [ruleId, demand]));
  const moved = movedDocuments(now.documents, earlier.documents);
  const [byRule, byDepartment] = [new Changes(), new Changes()];
  const findings: ChangedFinding[] = [];
  const before = new Set<string>();
  let mended = 0;
  for (const document of earlier.documents) {
    const to = moved.get(document.path);
    const {
      path,
      title,
      department: named,
      readable,
      findings: some,
    } = { ...document, path: to?.path ?? document.path };
    // A department that was named meanwhile is the one that counts.
    const department = standing.documentAt(path)?.department || named;
    const fateOf = to ? fateIn(to, standing) : (one: EarlierFinding) => fateAt(path, one, standing);
    for (const one of readable ? some : []) {
      const { ruleId, severity, what } = one;
      const { id, gone } = fateOf(one);
      before.add(id);
      byRule.add(ruleId ?? '', gone === null ? 'stayed' : 'went');
      byDepartment.add(department, gone === null ? 'stayed' : 'went');
      if (gone === null) continue;
      if (gone === 'mended') mended++;
      findings.push({ change: 'went', gone, id, path, title, department, ruleId, severity, what });
    }
  }
  const known = new Set(earlier.rules);
  const [paths, earlierPaths] = [now.documents, earlier.documents].map((some) => new Set(some.map(({ path }) => path)));
  const movedTo = new Set([...moved.values()].map(({ path }) => path));
  let newlyDemanded = 0;
  for (const [id, { document, finding }] of standing.found) {
    if (before.has(id)) continue;
    const { path, title, department } = document;
    const { ruleId, severity, what } = finding;
    byRule.add(ruleId ?? '', 'came');
    byDepartment.add(department, 'came');
    if (ruleId !== null && !known.has(ruleId) && (earlierPaths?.has(path) || movedTo.has(path))) newlyDemanded++;
    findings.push({ change: 'came', gone: null, id, path, title, department, ruleId, severity, what });
  }
  const { came, went, stayed } = byRule.sum;
  const { date, version, partial, presets } = earlier;
  const inForce = [...demandOf.keys()];
  return {
    ...{ date, version, partial, presets, came, went, stayed, mended, newlyDemanded },
    newDemands: inForce.filter((ruleId) => !known.has(ruleId)).sort(),
    lostDemands: earlier.rules.filter((ruleId) => !demandOf.has(ruleId)).sort(),
    newDocuments: [...(paths ?? [])].filter((path) => !earlierPaths?.has(path) && !movedTo.has(path)).sort(),
    lostDocuments: [...(earlierPaths ?? [])].filter((path) => !paths?.has(path) && !moved.has(path)).sort(),
    movedDocuments: [...moved].map(([from, { path }]) => ({ from, to: path })),
    byDemand: byRule.all.map((change) => ({ ...change, demand: demandOf.get(change.name) ?? '' })),
    byDepartment: byDepartment.all,
    findings: findings.sort((a, b) => compare(a.change, b.change) || compare(a.path, b.path) || compare(a.id, b.id)),
  };
}

type EarlierFinding = EarlierDocument['findings'][number];

/** What became of an earlier finding: `gone` is null where it is still there. The id is the one it has now, if it has one. */
interface Fate {
  readonly id: string;
  readonly gone: Gone | null;
}

function fateAt(path: string, { id, ruleId }: EarlierFinding, standing: Standing): Fate {
  return { id, gone: standing.found.has(id) ? null : standing.gone({ id, path, ruleId }) };
}

/** In a document that was moved findings have other ids: they are known by their rule and words. */
function fateIn(
  { path, findings, notCounted }: AuditedDocument,
  standing: Standing,
): (finding: EarlierFinding) => Fate {
  const keyOf = ({ ruleId, what, sentence }: Pick<AuditFinding, 'ruleId' | 'what' | 'sentence'>) =>
    JSON.stringify([ruleId, what, sentence]);
  const left = new Map<string, AuditFinding[]>();
  for (const finding of [...findings, ...notCounted]) addTo(left, keyOf(finding), finding);
  return (finding) => {
    const now = left.get(keyOf(finding))?.shift();
    return fateAt(path, now ? { ...finding, id: now.id } : finding, standing);
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

/** What keeps two audits from being compared one to one, as sentences; none where nothing does. */
export function differences({ comparison, tool, presets }: AuditReport): string[] {
  if (!comparison) return [];
  const { version, partial, newlyDemanded, newDemands, lostDemands, newDocuments, lostDocuments, movedDocuments } =
    comparison;
  const notDemanded = comparison.findings.filter(({ gone }) => gone === 'notDemanded').length;
  const listed = (some: readonly string[]) =>
    `${some.slice(0, NAMED).join('、')}${some.length > NAMED ? ` 等 ${some.length} 项` : ''}`;
  const files = [
    ...(newDocuments.length > 0 ? [`多了 ${newDocuments.length} 份文件，其中的问题都算新出现`] : []),
    ...(lostDocuments.length > 0 ? [`少了 ${lostDocuments.length} 份文件`] : []),
    ...(movedDocuments.length > 0 ? [`${movedDocuments.length} 份文件改了名称或者位置，按同一份比较`] : []),
  ];
  return [
    ...(version === tool.version
      ? []
      : [`上次用的是 ${tool.name} ${version}，这次是 ${tool.version}：问题的增减可能来自程序`]),
    ...(partial ? ['上次核查被中断：那时没有检查的文件，问题都算新出现'] : []),
    ...(presets.join() === comparison.presets.join()
      ? []
      : [`预设不同：上次是${comparison.presets.join('、') || '没有预设'}，这次是${presets.join('、') || '没有预设'}`]),
    ...(newlyDemanded > 0 ? [`新出现的问题里，${newlyDemanded} 个是上次没有要求的：${listed(newDemands)}`] : []),
    ...(notDemanded > 0 ? [`查不到了的问题里，${notDemanded} 个是这次没有要求的：${listed(lostDemands)}`] : []),
    ...(files.length > 0 ? [files.join('；')] : []),
  ];
}

/** Demands that are named. */
const NAMED = 5;
