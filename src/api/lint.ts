import { resolve } from 'node:path';
import { rules as shipped } from '../../rules/index.js';
import type { Io } from '../cli/io.js';
import { UserError } from '../cli/io.js';
import { moduleImporter } from '../cli/plugin-modules.js';
import { segmenter } from '../cli/segmenter.js';
import { Session } from '../cli/session.js';
import { findFiles } from '../files/find.js';
import { FileHost } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import { type LintHost, lintFiles as lintPaths } from '../lint/run.js';

/** How a rule is set: a severity, or a severity and options, as in a config. */
export type RuleEntry =
  | 'off'
  | 'warn'
  | 'error'
  | readonly ['off' | 'warn' | 'error', Readonly<Record<string, unknown>>?];

export interface LintOptions {
  /** The folder that paths are relative to, and whose config may name plugins; the process's own where absent. */
  readonly cwd?: string;
  /** A config file, in place of the ones found beside and above the files. */
  readonly config?: string;
  /** False: look for no config files. */
  readonly configLookup?: boolean;
  /** Presets by name or file, in place of the config's `extends`. */
  readonly presets?: readonly string[];
  /** Rules, set over what configs say. */
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** False: load no plugins. */
  readonly plugins?: boolean;
  readonly locale?: Locale;
  /** Apply fixes: `output` of a result holds the text as they left it. No file is written. */
  readonly fix?: boolean;
  /** Told what the command line would say on standard error, such as plugins that were left out. */
  readonly onNote?: (note: string) => void;
}

export interface LintTextOptions extends LintOptions {
  /** The file the text stands for: it decides config, archive and what relative links mean. `document.md` where absent. */
  readonly path?: string;
}

export interface LintFilesOptions extends LintOptions {
  /** False: lint ignored files as well. */
  readonly ignore?: boolean;
  readonly ignorePatterns?: readonly string[];
  /** False: a pattern without files is no error. */
  readonly errorOnUnmatchedPattern?: boolean;
}

/**
 * Lints a text as the file at `path` would be, the files its links lead to included.
 * @param text decoded, without BOM
 * @throws LintError for mistakes in options and configs, with file, line and column
 */
export async function lintText(text: string, options: LintTextOptions = {}): Promise<FileResult> {
  const { session, io } = open(options);
  const path = resolve(io.cwd, options.path ?? 'document.md');
  await session.prepare([path]);
  const files = new FileHost();
  const host: LintHost = {
    read: async (wanted) => (wanted === slashed(path) ? { text, encoding: 'utf-8' } : files.read(wanted)),
    exists: async (wanted) => wanted === slashed(path) || files.exists(wanted),
    filesWith: (root, search, known) => files.filesWith(root, search, known),
  };
  const [result] = await run([path], host, session, options);
  return result as FileResult;
}

/**
 * Lints files, folders and globs, and the links among them.
 * @param patterns relative to `cwd`; none: what the config's `paths` say, else `cwd`
 * @returns one result a file, sorted by path
 * @throws LintError for mistakes in options and configs, and for patterns without files
 */
export async function lintFiles(
  patterns: string | readonly string[],
  options: LintFilesOptions = {},
): Promise<FileResult[]> {
  const { session, io } = open(options);
  const asked = [patterns].flat();
  const { ignore = true, ignorePatterns = [] } = options;
  const { files, problems } = await findFiles(asked.length > 0 ? asked : await session.defaultPatterns(), {
    cwd: io.cwd,
    ignore,
    ignorePatterns: [...ignorePatterns],
  });
  const unmatched = problems.map(({ pattern, path }) => path ?? pattern);
  if (unmatched.length > 0 && options.errorOnUnmatchedPattern !== false)
    throw new UserError(`No file to lint: ${unmatched.join(', ')}`);
  await session.prepare(files);
  const paths = files.filter((path) => !ignore || session.ignoredBy(path) === undefined);
  return run(paths, new FileHost(), session, options);
}

function run(
  paths: readonly string[],
  host: LintHost,
  session: Session,
  { fix, onNote }: LintOptions,
): Promise<FileResult[]> {
  const note = onNote ?? (() => {});
  return lintPaths(paths.map(slashed).sort(), withoutSaving(host), {
    rules: shipped,
    locale: session.locale,
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    segmenter,
    ...(fix && { fixes: () => true, onNotFixed: (path, code) => note(`${path}: ${code}`) }),
  });
}

function withoutSaving(host: LintHost): LintHost {
  return {
    read: (path) => host.read(path),
    exists: (path) => host.exists(path),
    filesWith: (root, search, known) => host.filesWith(root, search, known),
  };
}

function open({ cwd, config, configLookup, presets, rules, plugins, locale, onNote }: LintOptions): {
  session: Session;
  io: Io;
} {
  const io: Io = {
    cwd: resolve(cwd ?? process.cwd()),
    env: {},
    colors: false,
    out: () => {},
    err: (text) => onNote?.(text.trimEnd()),
    stdin: async () => new Uint8Array(),
    importModule: moduleImporter((url) => import(url)),
  };
  const session = new Session(io, {
    configLookup: configLookup !== false,
    ...(config !== undefined && { config }),
    ...(presets && { preset: presets }),
    ...(rules && {
      rule: Object.entries(rules).map(([id, entry]) => `${JSON.stringify(id)}: ${JSON.stringify(entry)}`),
    }),
    ...(plugins !== undefined && { plugins }),
    ...(locale && { locale }),
  });
  return { session, io };
}
