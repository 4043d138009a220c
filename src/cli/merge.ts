import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { ContentPart } from '../archive/content.js';
import { FileHost } from '../files/host.js';
import type { Checked } from '../lint/check-files.js';
import type { Finding } from '../lint/finding.js';
import { unpack } from '../lint/packed.js';
import { finish, type LintOptions } from '../lint/run.js';
import type { FileYield } from '../lint/yield.js';
import { auditDate, endAudit } from './audit-end.js';
import { type AuditFiles, filesAsked } from './audit-files.js';
import { type EndFlags, endRun, sorted } from './ending.js';
import { resultsTold } from './files-to-lint.js';
import { type Io, UserError } from './io.js';
import { unusedDirectives } from './lint.js';
import { goThrough, type Program } from './passes.js';
import { DEFAULT_FORMAT, type ReportAsked } from './reports.js';
import { Session, type SessionOptions } from './session.js';
import {
  above,
  FORMAT,
  fileDigest,
  filesDigest,
  linesOf,
  type ShardFoot,
  type ShardHead,
  type ShardLine,
  settingsDigest,
} from './shard-file.js';
import { hasSuppressions, type SuppressionFlags } from './suppressions-file.js';
import { say, type Word } from './words.js';

/** The options of `merge` as commander gives them. */
export interface MergeFlags extends SessionOptions, SuppressionFlags, EndFlags, AuditFiles {
  readonly date?: string;
  readonly reportUnusedDisableDirectives?: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: 'off' | 'warn' | 'error';
  readonly progress?: boolean;
}

/** A shard as its file tells it. */
interface Read {
  readonly file: string;
  readonly head: ShardHead;
  readonly lines: readonly ShardLine[];
  readonly foot: ShardFoot;
}

/**
 * `jiedu-lint merge FILES…`: joins the shards of a run, lets the rules between files see all of it, and reports as one run would.
 * Runs where the files are checked out: configs and what links lead to are read there. Where a report of an audit is asked for, it
 * ends as `audit` does.
 * @returns the exit code of `lint`
 * @throws UserError for shards that do not belong together, and for mistakes in options and configs
 */
export async function merge(
  files: readonly string[],
  flags: MergeFlags,
  program: Program & { readonly reports: readonly ReportAsked[] },
  io: Io,
): Promise<number> {
  const session = new Session(io, flags);
  const shards = files.map((file) => read(file, session, io));
  const first = together(shards, session);
  const paths = shards.flatMap(({ lines }) => lines.map(({ path }) => above(io.cwd, path))).sort();
  await session.prepare(paths.length > 0 ? paths : [resolve(io.cwd, 'x')]);
  belongHere(first, paths, flags, session, program.version, io);
  unchanged(shards, session, io);
  const audited = filesAsked(flags, paths, session.locale, io);
  const isAudit = audited.length > 0;
  const second = isAudit ? aboutFindings(flags, program.reports) : undefined;
  if (second !== undefined) {
    const first = `--${audited[0]?.format}`;
    throw new UserError(say('notTogether', session.locale, { first, second }));
  }
  const date = isAudit ? auditDate(flags.date, session, io) : '';
  const suppressions = hasSuppressions(flags, io.cwd)
    ? (await import('./suppressions.js')).Suppressions.open(
        { ...flags, ...(isAudit && { passOnUnprunedSuppressions: true }) },
        session,
        io,
      )
    : null;
  const options: LintOptions = {
    rules,
    locale: isAudit ? 'zh-CN' : session.locale,
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    unusedDirectives: unusedDirectives(flags, session.locale),
    parts: first.head.parts as ContentPart[],
  };
  const checked = joined(shards, options, session, io);
  const { results, archive, partial } = await goThrough(
    paths.length,
    { configLookup: flags.configLookup, concurrency: 'off', ...(flags.progress === false && { progress: false }) },
    program,
    session,
    io,
    (how) => finish(checked, new FileHost(), { ...options, ...how }),
  );
  if (partial) io.err(`${say('interrupted', session.locale, { done: results.length, total: paths.length })}\n`);
  const applied = suppressions?.apply(results, partial) ?? { results, failed: false };
  const told = first.foot.told.map(({ path, finding }) => ({ path: above(io.cwd, path), finding: finding as Finding }));
  const failed = shards.some(({ foot }) => foot.failed);
  if (isAudit) {
    const end = { files: audited, date, version: program.version };
    const { folder } = first.head;
    const asked = folder !== null && { folder: resolve(io.cwd, folder) };
    return endAudit({ results: applied.results, archive, partial, paths, told, failed, ...asked }, end, session, io);
  }
  return endRun(
    {
      results: sorted([...applied.results, ...resultsTold(told, session.locale)]),
      failed: applied.failed || failed,
      partial,
    },
    flags,
    program,
    session,
    io,
  );
}

/** The first option given that is about what is done with findings: an audit has figures, and its own reports. */
function aboutFindings(flags: MergeFlags, reports: readonly ReportAsked[]): string | undefined {
  const given: Record<string, unknown> = {
    '-f': reports.length > 1 || reports.some(({ format }) => format !== DEFAULT_FORMAT),
    '-o': reports.some(({ file }) => file !== undefined),
    '--quiet': flags.quiet,
    '--max-warnings': flags.maxWarnings !== undefined,
  };
  return Object.keys(given).find((name) => given[name]);
}

/** @throws UserError where a file is no shard, or not a whole one */
function read(name: string, { locale }: Session, io: Io): Read {
  const file = resolve(io.cwd, name);
  const wrong = (word: Word, data: Readonly<Record<string, string>> = {}) =>
    new UserError(say(word, locale, { file: name, ...data }));
  const lines: unknown[] = [];
  try {
    for (const line of linesOf(file)) lines.push(JSON.parse(line));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw wrong('shardUnreadable', { code });
    throw wrong(
      (lines[0] as Partial<ShardHead> | undefined)?.shardFormat === undefined ? 'shardForeign' : 'shardCutOff',
    );
  }
  const head = lines.shift() as Partial<ShardHead> | null | undefined;
  if (typeof head !== 'object' || head?.shardFormat === undefined) throw wrong('shardForeign');
  if (head.shardFormat !== FORMAT) throw wrong('shardVersion', { version: String(head.version) });
  const foot = lines.pop() as Partial<ShardFoot> | undefined;
  if (foot?.end !== lines.length || !lines.every(isLine)) throw wrong('shardCutOff');
  return { file: name, head: head as ShardHead, lines: lines as ShardLine[], foot: foot as ShardFoot };
}

function isLine(value: unknown): boolean {
  const { path, findings, directives, facts } = (value ?? {}) as Partial<Record<keyof ShardLine, unknown>>;
  return typeof path === 'string' && Array.isArray(findings) && Array.isArray(directives) && typeof facts === 'object';
}

/**
 * @returns the first of them
 * @throws UserError where they are not the shards of one run, each once
 */
function together(shards: readonly Read[], { locale }: Session): Read {
  const first = shards[0] as Read;
  const { version, settings, files, shard, parts } = first.head;
  const asFirst = JSON.stringify([version, shard.count, settings, files, parts]);
  for (const { file, head } of shards) {
    if (JSON.stringify([head.version, head.shard.count, head.settings, head.files, head.parts]) === asFirst) continue;
    const differing =
      head.version !== version
        ? 'shardsVersions'
        : head.shard.count !== shard.count
          ? 'shardsCounts'
          : head.settings !== settings
            ? 'shardsSettings'
            : 'shardsFiles';
    throw new UserError(say(differing, locale, { first: first.file, second: file }));
  }
  const byIndex = new Map<number, string>();
  for (const { file, head } of shards) {
    const other = byIndex.get(head.shard.index);
    if (other !== undefined) throw new UserError(say('shardTwice', locale, { first: other, second: file }));
    byIndex.set(head.shard.index, file);
  }
  const missing = Array.from({ length: shard.count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    const indices = missing.map((index) => `${index}/${shard.count}`).join(locale === 'en' ? ', ' : '、');
    throw new UserError(say('shardsMissing', locale, { shards: indices }));
  }
  return first;
}

/** @throws UserError where this is not the folder, version or configuration that the shards were made with */
function belongHere(
  { head }: Read,
  paths: readonly string[],
  flags: MergeFlags,
  session: Session,
  version: string,
  io: Io,
): void {
  const { locale } = session;
  if (head.version !== version)
    throw new UserError(say('shardsOtherVersion', locale, { made: head.version, here: version }));
  const gone = paths.filter((path) => !existsSync(path));
  const [example] = gone;
  if (example !== undefined) throw new UserError(say('shardsElsewhere', locale, { count: gone.length, file: example }));
  if (head.files.count !== paths.length || head.files.digest !== filesDigest(paths, io.cwd))
    throw new UserError(say('shardsIncomplete', locale));
  if (head.settings !== settingsDigest(paths, flags, session, io.cwd))
    throw new UserError(say('shardsOtherSettings', locale));
}

/** @throws UserError where a file is not as it was when its shard was made: links and configs are read here */
function unchanged(shards: readonly Read[], { locale }: Session, io: Io): void {
  const all = shards.flatMap(({ lines }) => lines);
  const changed = all.filter(({ path, digest }) => fileDigest(above(io.cwd, path)) !== digest);
  const [first] = changed;
  if (first) throw new UserError(say('shardsChanged', locale, { count: changed.length, file: first.path }));
}

function joined(shards: readonly Read[], { configFor, rules: all }: LintOptions, session: Session, io: Io): Checked {
  const files = shards.flatMap(({ lines, file }) =>
    lines.map(({ path: written, digest: _, ...packed }): FileYield => {
      const path = above(io.cwd, written);
      const unpacked = unpack(path, packed, configFor(path), all);
      if (unpacked) return unpacked;
      throw new UserError(say('shardCutOff', session.locale, { file }));
    }),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, partial: false, unsegmented: shards.some(({ foot }) => foot.unsegmented) };
}
