import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { FileHost } from '../files/host.js';
import { writeReport } from '../files/write.js';
import { rulesUnder } from '../lint/check.js';
import { checkFiles } from '../lint/check-files.js';
import { partsCompared } from '../lint/run.js';
import { filesToLint } from './files-to-lint.js';
import { type Io, UserError } from './io.js';
import type { LintFlags, Reporting } from './lint.js';
import { goThrough } from './passes.js';
import { DEFAULT_FORMAT } from './reports.js';
import { Session } from './session.js';
import {
  below,
  FORMAT,
  filesDigest,
  filesOf,
  type Shard,
  type ShardHead,
  settingsDigest,
  shardLines,
} from './shard-file.js';
import { say } from './words.js';

/**
 * `jiedu-lint --shard i/n [paths…]`: checks every nth file by the rules on single files, and writes what `merge` needs.
 * @returns 0 the part is written whole, whatever was found in it, which is for `merge` to say; 2 something asked was not done
 * @throws UserError for mistakes in options and configs
 */
export async function shard(
  patterns: readonly string[],
  flags: LintFlags & { readonly shard: Shard },
  program: Reporting,
  io: Io,
): Promise<number> {
  const session = new Session(io, flags);
  const { locale } = session;
  const second = refused(flags, program);
  if (second !== undefined) throw new UserError(say('notTogether', locale, { first: '--shard', second }));
  const output = program.reports[0]?.file;
  const found = await filesToLint(patterns, flags, output === undefined ? [] : [output], session, io);
  const { paths } = found;
  const own = filesOf(paths, flags.shard);
  const options = {
    rules,
    locale,
    configFor: (path: string) => session.configFor(path),
    settingsFor: (path: string) => session.settingsFor(path),
    inlineConfig: flags.inlineConfig,
    onNoSegmenter: () => io.err(`${say('noSegmenter', locale)}\n`),
  };
  // What rules compare hangs on all files of the run, not on those of this shard; `merge` may be asked for an audit.
  const parts = [...partsCompared(paths, options), 'quotes' as const, 'elements' as const];
  const checked = await goThrough(own.length, flags, program, session, io, (how) =>
    checkFiles(own, new FileHost(), { ...options, ...how, parts }),
  );
  if (checked.partial) {
    io.err(`${say('shardInterrupted', locale)}\n`);
    return 2;
  }
  const head: ShardHead = {
    shardFormat: FORMAT,
    version: program.version,
    shard: flags.shard,
    files: { count: paths.length, digest: filesDigest(paths, io.cwd) },
    settings: settingsDigest(paths, flags, session, io.cwd),
    folder: found.folder === undefined ? null : below(io.cwd, found.folder),
    parts,
  };
  const inForce = rulesUnder(own.map(options.configFor), rules);
  const sensitive = new Set(inForce.filter((rule) => rule.sensitive).map(({ id }) => id));
  const lines = shardLines(head, checked, sensitive, found, io.cwd);
  if (output === undefined) for (const line of lines) io.out(line);
  else if (!written(resolve(io.cwd, output), lines, session, io)) return 2;
  return found.failed ? 2 : 0;
}

/** Options that are about what is done with findings: they go to `merge`, which has them all. */
function refused(flags: LintFlags, { reports }: Reporting): string | undefined {
  const given: Record<string, unknown> = {
    '--stdin': flags.stdin,
    '--print-config': flags.printConfig !== undefined,
    '--fix': flags.fix,
    '--fix-dry-run': flags.fixDryRun,
    '--frame': flags.frame,
    '--quiet': flags.quiet,
    '--max-warnings': flags.maxWarnings !== undefined,
    '--suppress-all': flags.suppressAll,
    '--suppress-rule': flags.suppressRule,
    '--prune-suppressions': flags.pruneSuppressions,
    '-f': reports.length > 1 || reports.some(({ format }) => format !== DEFAULT_FORMAT),
  };
  return Object.keys(given).find((name) => given[name]);
}

function written(path: string, lines: Iterable<string>, { locale }: Session, io: Io): boolean {
  try {
    writeReport(path, lines);
    return true;
  } catch (error) {
    io.err(`${say('notWritten', locale, { path, code: (error as NodeJS.ErrnoException).code ?? '' })}\n`);
    return false;
  }
}
