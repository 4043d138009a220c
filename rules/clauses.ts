import type { Kind } from '../src/document/document.js';
import type { Clause, Source } from './clauses/clause.js';
import { MODEL_CITY_OFFICE, MODEL_CITY_OFFICE_CLAUSES } from './clauses/model-city-office.js';
import { QINGDAO_2023_53, QINGDAO_2023_53_CLAUSES } from './clauses/qingdao-2023-53.js';
import { XIANYANG_2021, XIANYANG_2021_CLAUSES } from './clauses/xianyang-2021.js';
import { YANTAI_2023_17, YANTAI_2023_17_CLAUSES } from './clauses/yantai-2023-17.js';
import { ZHENGWUBAN_2024, ZHENGWUBAN_2024_CLAUSES } from './clauses/zhengwuban-2024.js';
import type { Locale, Localized } from './rule.js';
import type { RuleId } from './rule-ids.js';

export { type Clause, type ClauseRule, CONDITIONS, type Condition, type Source } from './clauses/clause.js';

/**
 * What is known of whether a source is still in force; null where nothing is. It names days and compares them with none, so that
 * the words stay true.
 */
export function forceOf({
  until,
  replacedBy,
  inForceOn,
}: Pick<Source, 'until' | 'replacedBy' | 'inForceOn'>): Localized | null {
  if (replacedBy !== undefined) return { 'zh-CN': `已由${replacedBy}代替`, en: `replaced by ${replacedBy}` };
  if (until !== undefined) return { 'zh-CN': `有效期至${until}`, en: `in force until ${until}` };
  return inForceOn === undefined ? null : { 'zh-CN': `${inForceOn}核对时有效`, en: `found in force on ${inForceOn}` };
}

export const SOURCES: readonly Source[] = [
  QINGDAO_2023_53,
  MODEL_CITY_OFFICE,
  XIANYANG_2021,
  YANTAI_2023_17,
  ZHENGWUBAN_2024,
];

export const CLAUSES: readonly Clause<RuleId>[] = [
  ...QINGDAO_2023_53_CLAUSES,
  ...MODEL_CITY_OFFICE_CLAUSES,
  ...XIANYANG_2021_CLAUSES,
  ...YANTAI_2023_17_CLAUSES,
  ...ZHENGWUBAN_2024_CLAUSES,
];

/** A clause in words: how it is cited and what it demands. */
export interface CitedClause {
  readonly id: string;
  readonly citation: string;
  readonly demand: string;
}

/** Clauses with the documents they stand in: those that ship, and those of a user's own presets. */
export class ClauseTable {
  private readonly byId: ReadonlyMap<string, Clause>;
  private readonly sourceById: ReadonlyMap<string, Source>;
  private readonly places: ReadonlyMap<string, number>;
  private readonly byRule = new Map<string, Clause[]>();

  constructor(
    readonly sources: readonly Source[],
    readonly clauses: readonly Clause[],
  ) {
    this.byId = new Map(clauses.map((clause) => [clause.id, clause]));
    this.places = new Map(clauses.map(({ id }, i) => [id, i]));
    this.sourceById = new Map(sources.map((source) => [source.id, source]));
    for (const clause of clauses)
      for (const id of new Set(clause.rules.map((rule) => rule.id)))
        this.byRule.set(id, [...(this.byRule.get(id) ?? []), clause]);
  }

  /** The table with more sources and clauses, which come first: a city's own rules are cited before others'. */
  with(sources: readonly Source[], clauses: readonly Clause[]): ClauseTable {
    return clauses.length + sources.length === 0
      ? this
      : new ClauseTable([...sources, ...this.sources], [...clauses, ...this.clauses]);
  }

  get(id: string): Clause | undefined {
    return this.byId.get(id);
  }

  source(id: string): Source | undefined {
    return this.sourceById.get(id);
  }

  /** Ids in the order of the table, each once; unknown ones last. */
  inOrder(ids: Iterable<string>): string[] {
    const placeOf = (id: string) => this.places.get(id) ?? this.clauses.length;
    return [...new Set(ids)].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Whether a clause speaks of a kind of document; where the kind is not known every clause may. */
  fallsOn(id: string, kind: Kind | null): boolean {
    const kinds = this.byId.get(id)?.kinds ?? 'any';
    return kinds === 'any' || kind === null || kinds.includes(kind);
  }

  /**
   * The clauses that ask for a rule, in the order of the table; none for a rule no source asks for.
   * @param kind only those that fall on this kind of document
   */
  forRule(ruleId: string, kind?: Kind): readonly Clause[] {
    const asking = this.byRule.get(ruleId) ?? [];
    return kind ? asking.filter(({ id }) => this.fallsOn(id, kind)) : asking;
  }

  /** How a finding cites a clause: 青政办字〔2023〕53号三（二）1; that its source has or had an end is said behind it. */
  citation(clause: Clause, locale: Locale): string {
    const source = this.source(clause.source);
    const name = source?.cite[locale] ?? clause.source;
    const ends = source && (source.replacedBy !== undefined || source.until !== undefined) && forceOf(source)?.[locale];
    if (locale === 'en') return `${name}, ${clause.article.en}${ends ? ` (${ends})` : ''}`;
    return `${name}${clause.article['zh-CN']}${ends ? `（${ends}）` : ''}`;
  }

  /** Clauses by their ids, those that the table has. */
  cited(ids: readonly string[], locale: Locale): CitedClause[] {
    return ids.flatMap((id) => {
      const clause = this.byId.get(id);
      return clause ? [{ id, citation: this.citation(clause, locale), demand: clause.demand[locale] }] : [];
    });
  }
}

/** The clauses of the sources that ship. */
export const CLAUSE_TABLE = new ClauseTable(SOURCES, CLAUSES);
