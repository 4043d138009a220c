import { basename, isAbsolute, relative, sep } from 'node:path';
import { ClauseTable } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import type { Configuration } from '../engine/configuration.js';
import { displayPath } from '../files/display.js';
import type { Unchecked } from '../files/find.js';
import { slashed } from '../files/ignore.js';
import type { DepartmentAliases } from '../language/departments.js';
import type { AuditReport } from './audit-report.js';
import type { Earlier } from './earlier.js';
import type { Ledgers } from './ledger.js';
import { type Audited, auditReport } from './report-of.js';

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

/** The figures of a run. @param configuration that the files were linted under */
export function reportOfRun(audited: Audited, context: RunContext, configuration: Configuration): AuditReport {
  const { paths, folder: asked, unchecked, excluded, foreign, cwd, date, version, earlier, ledgers } = context;
  const folder = folderOf(paths, cwd, asked);
  return auditReport(audited, {
    ...{ version, date, rules, earlier, ledgers, configFor: (path) => configuration.configFor(path) },
    root: archiveName(asked ?? folder, cwd),
    copies: unchecked.aside.map(({ path }) => path),
    unseen: [...unchecked.unread, ...unchecked.tracked, ...excluded, ...foreign],
    displayPath: displayPath(folder),
    departments: aliasesOf(paths, configuration),
    ...inForce(configuration),
  });
}

/** What an archive is called: as people write its folder, or where that is no way down from where they stand, by its last name. */
function archiveName(folder: string, cwd: string): string {
  const short = relative(cwd, folder);
  const isBelow = short !== '' && !isAbsolute(short) && short.split(sep)[0] !== '..';
  return isBelow ? slashed(short) : basename(folder) || folder;
}

/** The folder that the paths of a run's report are relative to, absolute. */
export function baseOf({ paths, folder, cwd }: Pick<RunContext, 'paths' | 'folder' | 'cwd'>): string {
  return folderOf(paths, cwd, folder);
}

/** The folder that paths are shown relative to: where people stand, if all files lie below it, else the one asked for, or that all lie below. */
function folderOf(paths: readonly string[], cwd: string, asked: string | undefined): string {
  const here = `${slashed(cwd).replace(/\/$/, '')}/`;
  if (paths.every((path) => path.startsWith(here))) return cwd;
  if (asked !== undefined) return asked;
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
