import type { Clause, ClauseTable } from '../../rules/clauses.js';
import { noBrokenLink } from '../../rules/link/no-broken-link.js';
import { noOrphanPolicy } from '../../rules/link/no-orphan-policy.js';
import { publishTogether } from '../../rules/process/publish-together.js';
import type { Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { DepartmentAliases } from '../language/departments.js';
import type { FileResult, Message } from '../lint/result.js';
import { variantsOf } from '../lint/rule-variants.js';
import type { LeftOut } from '../report/report.js';
import type { AuditedDocument, AuditReport, BrokenLink, Coverage, Late, Orphan } from './audit-report.js';
import { citedClauses, uncheckedClauses } from './clauses.js';
import { comparisonOf } from './compare.js';
import { Demands } from './demands.js';
import { departmentsOf } from './department.js';
import { documentOf, Texts } from './documents.js';
import type { Earlier } from './earlier.js';
import { FileCounts } from './file-counts.js';
import { lateIn, latestFirst } from './late.js';
import { checkLedgers, type Ledgers } from './ledger.js';
import { MaskedPaths, masked } from './masked.js';
import { runWhereOff } from './off-rules.js';
import { byDepartment, byKind, byYear, compare, totalsOf } from './totals.js';
import { urgentOf } from './urgent.js';

/** What a run found. */
export interface Audited {
  /** Taken one by one, and not kept. Of a run that was asked for quotes. */
  readonly results: Iterable<FileResult>;
  readonly archive: ArchiveIndex;
  /** True where the run was broken off; archive rules were not asked then. */
  readonly partial: boolean;
  readonly leftOut?: LeftOut;
}

export interface AuditContext {
  readonly version: string;
  /** The day of the audit, as `2024-03-01`. */
  readonly date: string;
  /** The name of what was audited. */
  readonly root: string;
  /**
   * What was found and not looked at, absolute: taken out by the config, no papers, or of kinds that are not read. Pictures and tables are not among them:
   * reports that an earlier audit left would be too.
   */
  readonly unseen: readonly string[];
  /** Files in whose place another of the same name was checked, absolute. */
  readonly copies: readonly string[];
  readonly displayPath: (filePath: string) => string;
  readonly configFor: (filePath: string) => ResolvedConfig;
  /** The rules that ship. */
  readonly rules: readonly Rule[];
  /** The presets that the configs name, and all clauses of the papers that these carry out. */
  readonly presets: readonly string[];
  readonly clauses: readonly Clause[];
  readonly table: ClauseTable;
  /** Names of departments that the archives put together. */
  readonly departments: DepartmentAliases;
  /** What the audit is compared with. */
  readonly earlier?: Earlier | undefined;
  readonly ledgers?: Ledgers | undefined;
}

/** Most documents named as the worst. */
const WORST = 20;

/** Adds up what a run found into the figures of an audit. Pure: the same results give the same report. */
export function auditReport(audited: Audited, context: AuditContext): AuditReport {
  const { results, archive, partial, leftOut = { foreign: 0, taken: 0 } } = audited;
  const { configFor, displayPath, version, date, presets, clauses, table } = context;
  const root = masked(context.root);
  const paths = new MaskedPaths(displayPath);
  const texts = new Texts();
  const factsOf = new Map(archive.linted.map((facts) => [facts.path, facts]));
  const departments = departmentsOf(archive, context.departments);
  const demands = new Demands(context.rules, partial);
  const figures = new ArchiveFigures(texts, date, configFor);
  const documents: AuditedDocument[] = [];
  const files = new FileCounts();
  for (const path of context.unseen) files.add(path, 'leftOut');
  for (const path of context.copies) files.add(path, 'copies');
  const byPath = new Map<string, AuditedDocument>();
  for (const result of results) {
    const facts = factsOf.get(result.filePath) ?? null;
    const { name, why } = departments.get(result.filePath) ?? { name: '', why: 'unreadable' };
    const path = texts.own(paths.show(result.filePath));
    const department = texts.own(masked(name));
    const document = documentOf(result, { facts, path, department, noDepartment: why, texts });
    documents.push(document);
    files.add(path, facts ? 'checked' : 'refused', (facts?.guessed.length ?? 0) > 0);
    if (!facts) continue;
    byPath.set(result.filePath, document);
    demands.add(result, facts, configFor(result.filePath));
    figures.addLate(result.messages, document, true);
    if (!partial) figures.add(result, facts, document);
  }
  if (!partial) figures.addWhereOff(archive, (facts) => byPath.get(facts.path));
  const sorted = documents.sort((a, b) => compare(a.path, b.path));
  const all = demands.all;
  const found = { date, documents: sorted, demands: all, partial };
  return {
    tool: { name: 'jiedu-lint', version },
    ...{ date, root, presets, partial },
    urgent: urgentOf(sorted),
    files: files.all,
    totals: totalsOf(sorted),
    coverage: figures.coverage,
    notCounted: { directive: uncounted(sorted, 'directive'), file: uncounted(sorted, 'file') },
    leftOut,
    demands: all,
    ...{ byDepartment: byDepartment(sorted), byYear: byYear(sorted), byKind: byKind(sorted) },
    ...{ orphans: figures.orphans, brokenLinks: figures.brokenLinks, late: figures.late },
    worst: worstOf(sorted),
    documents: sorted,
    comparison: context.earlier ? comparisonOf(found, context.earlier) : null,
    ledger: context.ledgers ? checkLedgers(found, context.ledgers) : null,
    clauses: citedClauses(all, sorted, table),
    unchecked: uncheckedClauses(clauses, table),
  };
}

/** Policies without interpretation, links that lead nowhere, and terms that were not kept. */
class ArchiveFigures {
  private readonly orphanList: Orphan[] = [];
  private readonly linkList: BrokenLink[] = [];
  private readonly lateList: Late[] = [];
  private due = 0;
  private excused = 0;

  constructor(
    private readonly texts: Texts,
    private readonly date: string,
    private readonly configFor: (filePath: string) => ResolvedConfig,
  ) {}

  /** What the rules in force say of a document. */
  add(
    { filePath, messages, suppressedMessages, notApplicable = [] }: FileResult,
    facts: Facts,
    document: AuditedDocument,
  ): void {
    const ofRule = (some: readonly Message[], rule: { readonly id: string }) =>
      some.filter(({ ruleId, fatal }) => ruleId === rule.id && !fatal);
    for (const message of ofRule(messages, noBrokenLink)) this.addLink(message, document, true);
    const isOn = variantsOf(noOrphanPolicy as unknown as Rule, this.configFor(filePath), facts.kind).length > 0;
    if (!isOn || notApplicable.includes(noOrphanPolicy.id)) return;
    this.due++;
    const [found] = ofRule(messages, noOrphanPolicy);
    if (found) this.addOrphan(found, document, true);
    else if (ofRule(suppressedMessages, noOrphanPolicy).length > 0) this.excused++;
  }

  /** The same for the documents for which the rules are off. */
  addWhereOff(archive: ArchiveIndex, shownFor: (facts: Facts) => AuditedDocument | undefined): void {
    for (const { facts, messages } of runWhereOff(noOrphanPolicy, archive, this.configFor)) {
      const document = shownFor(facts);
      const [found] = messages;
      this.due++;
      if (document && found) this.addOrphan(found, document, false);
    }
    for (const { facts, messages } of runWhereOff(noBrokenLink, archive, this.configFor)) {
      const document = shownFor(facts);
      if (document) for (const found of messages) this.addLink(found, document, false);
    }
    for (const { facts, messages } of runWhereOff(publishTogether, archive, this.configFor)) {
      const document = shownFor(facts);
      if (document) this.addLate(messages, document, false);
    }
  }

  addLate(messages: readonly Message[], document: AuditedDocument, demanded: boolean): void {
    for (const one of lateIn(messages, document, this.date, demanded))
      this.lateList.push({ ...one, what: this.texts.own(masked(one.what)) });
  }

  get late(): Late[] {
    return latestFirst(this.lateList);
  }

  get coverage(): Coverage {
    const { due, excused } = this;
    const orphans = this.orphanList.length;
    return { due, interpreted: due - orphans - excused, orphans, excused };
  }

  get orphans(): Orphan[] {
    return [...this.orphanList].sort((a, b) => compare(a.path, b.path));
  }

  get brokenLinks(): BrokenLink[] {
    return [...this.linkList].sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
  }

  private addOrphan({ parts }: Message, document: AuditedDocument, demanded: boolean): void {
    const { path, title, number, department, issued } = document;
    this.orphanList.push({
      path,
      title,
      number,
      department,
      issued,
      what: this.texts.own(masked(parts.what)),
      demanded,
    });
  }

  private addLink({ parts, line, column }: Message, document: AuditedDocument, demanded: boolean): void {
    const { path, title, department } = document;
    const { to, anchor } = parts.data;
    const address = typeof to === 'string' ? to : typeof anchor === 'string' ? `#${anchor}` : '';
    const [shown, what] = [this.texts.own(masked(address)), this.texts.own(masked(parts.what))];
    this.linkList.push({ path, title, department, line, column, to: shown, what, demanded });
  }
}

function uncounted(documents: readonly AuditedDocument[], by: 'directive' | 'file'): number {
  return documents.reduce((sum, { notCounted }) => sum + notCounted.filter((one) => one.by === by).length, 0);
}

function worstOf(documents: readonly AuditedDocument[]): string[] {
  return documents
    .filter(({ errors, warnings }) => errors + warnings > 0)
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || compare(a.path, b.path))
    .slice(0, WORST)
    .map(({ path }) => path);
}
