import { basename, isAbsolute, relative, sep } from 'node:path';
import { ClauseTable } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import type { ArchiveIndex } from '../archive/index.js';
import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import type { Configuration } from '../engine/configuration.js';
import { displayPath } from '../files/display.js';
import type { Unchecked } from '../files/find.js';
import { slashed } from '../files/ignore.js';
import type { DepartmentAliases } from '../language/departments.js';
import { compare } from '../language/order.js';
import type { FileResult } from '../lint/result.js';
import type { LeftOut } from '../report/report.js';
import { ArchiveFigures } from './archive-figures.js';
import type { AuditedDocument, AuditReport } from './audit-report.js';
import { citedClauses, uncheckedClauses } from './clauses.js';
import { comparisonOf } from './compare.js';
import { Demands } from './demands.js';
import { departmentsOf } from './department.js';
import { documentOf, Texts } from './documents.js';
import type { Earlier } from './earlier.js';
import { FileCounts } from './file-counts.js';
import { checkLedgers, type Ledgers } from './ledger.js';
import { MaskedPaths, masked } from './masked.js';
import { byDepartment, byKind, byYear, totalsOf } from './totals.js';
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

/** Where and when a run was. */
export interface RunContext {
  /** The files that were to be audited, absolute, with `/`. */
  readonly paths: readonly string[];
  /** Absolute, where one folder was asked for and nothing else. */
  readonly folder?: string;
  /** What the folders hold that is not checked. */
  readonly unchecked: Pick<Unchecked, 'unread' | 'aside' | 'tracked'>;
  /** Files that configs take out, and those that are no papers. */
  readonly excluded: readonly string[];
  readonly foreign: readonly string[];
  /** Where people stand, absolute. */
  readonly cwd: string;
  /** The day of the audit, as `2024-03-01`. */
  readonly date: string;
  /** Version of the program. */
  readonly version: string;
  /** What the audit is compared with. */
  readonly earlier?: Earlier | undefined;
  readonly ledgers?: Ledgers | undefined;
}

/** Most documents named as the worst. */
const WORST = 20;

/**
 * Adds up what a run found into the figures of an audit. The same results give the same report.
 * @param configuration that the files were linted under
 */
export function reportOfRun(audited: Audited, context: RunContext, configuration: Configuration): AuditReport {
  const { results, archive, partial, leftOut = { foreign: 0, taken: 0 } } = audited;
  const { folder: asked, unchecked, excluded, foreign, version, date, earlier, ledgers } = context;
  const { presets, clauses, table } = inForce(configuration);
  const configFor = (path: string) => configuration.configFor(path);
  const folder = baseOf(context);
  const root = masked(archiveName(asked ?? folder, context.cwd));
  const paths = new MaskedPaths(displayPath(folder));
  const texts = new Texts();
  const factsOf = new Map(archive.linted.map((facts) => [facts.path, facts]));
  const departments = departmentsOf(archive, aliasesOf(context.paths, configuration));
  const demands = new Demands(rules, partial);
  const figures = new ArchiveFigures(texts, date, configFor);
  const documents: AuditedDocument[] = [];
  const files = new FileCounts();
  // Pictures and tables are not among them: reports that an earlier audit left would be too.
  for (const path of [...unchecked.unread, ...unchecked.tracked, ...excluded, ...foreign]) files.add(path, 'leftOut');
  for (const { path } of unchecked.aside) files.add(path, 'copies');
  const byPath = new Map<string, AuditedDocument>();
  for (const result of results) {
    const facts = factsOf.get(result.filePath) ?? null;
    const { name, why } = departments.get(result.filePath) ?? { name: '', why: 'unreadable' };
    const path = texts.own(paths.show(result.filePath));
    const department = texts.own(masked(name));
    const document = documentOf(result, { facts, path, department, noDepartment: why, texts });
    documents.push(document);
    files.add(path, facts ? 'checked' : 'refused', (facts?.guessed.length ?? 0) > 0, result.notRead !== undefined);
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
    comparison: earlier ? comparisonOf(found, earlier) : null,
    ledger: ledgers ? checkLedgers(found, ledgers) : null,
    clauses: citedClauses(all, sorted, table),
    unchecked: uncheckedClauses(clauses, table),
  };
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

/** What an archive is called: as people write its folder, or where that is no way down from where they stand, by its last name. */
function archiveName(folder: string, cwd: string): string {
  const short = relative(cwd, folder);
  const isBelow = short !== '' && !isAbsolute(short) && short.split(sep)[0] !== '..';
  return isBelow ? slashed(short) : basename(folder) || folder;
}

/** The folder that paths are shown relative to: where people stand, if all files lie below it, else the one asked for, or that all lie below. */
export function baseOf({ paths, folder, cwd }: Pick<RunContext, 'paths' | 'folder' | 'cwd'>): string {
  const here = `${slashed(cwd).replace(/\/$/, '')}/`;
  if (paths.every((path) => path.startsWith(here))) return cwd;
  if (folder !== undefined) return folder;
  const [first = '', ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = others.reduce<readonly string[]>(
    (above, path) => {
      const split = above.findIndex((part, index) => part !== path[index]);
      return split < 0 ? above : above.slice(0, split);
    },
    first as readonly string[],
  );
  return shared.join(sep) || sep;
}

/** The presets that the configs name, and all clauses of the papers that these carry out. */
function inForce({ standings }: Configuration) {
  const presets = new Set<string>();
  const asking = new Set(
    standings.flatMap(({ layers, known }) => {
      const names = presetNames(layers);
      for (const name of names) presets.add(basename(name));
      return clausesInForce(presetsInForce(names, known), known).map(({ source }) => source);
    }),
  );
  const tables = standings.map(({ known }) => known.clauses);
  const all = new Map(tables.flatMap((table) => table.clauses.map((clause) => [clause.id, clause] as const)));
  const sources = new Map(tables.flatMap((table) => table.sources.map((source) => [source.id, source] as const)));
  return {
    presets: [...presets],
    clauses: [...all.values()].filter(({ source }) => asking.has(source)),
    table: new ClauseTable([...sources.values()], [...all.values()]),
  };
}

function aliasesOf(paths: readonly string[], configuration: Configuration): DepartmentAliases {
  const all = new Set(paths.map((path) => configuration.settingsFor(path).departments));
  return Object.assign({}, ...all);
}
