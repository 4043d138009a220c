import { resolve } from 'node:path';
import { type FoundFiles, findFiles } from '../files/find.js';
import type { OnTouch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import type { Configuration } from './configuration.js';
import type { EngineOptions } from './options.js';

/** What patterns lead to. All paths have `/`. */
export interface FilesFound extends Pick<FoundFiles, 'problems' | 'unchecked' | 'disobeyed'> {
  /** The files to lint: absolute, with `/`, sorted. */
  readonly paths: readonly string[];
  /** Files named in full that a config takes out: absolute, with `/`. */
  readonly ignored: readonly string[];
  /** How many others configs take out. */
  readonly taken: number;
  /** All files that configs take out: absolute, with `/`. */
  readonly excluded: readonly string[];
  /** Those of `paths` that are only linted if they are papers: nobody named them. */
  readonly searched: ReadonlySet<string>;
  /** Whether a file of this path (absolute) would be among those to lint, if it were there and not named in full. */
  readonly covers: (path: string) => boolean;
  /** True where there are files, and none to lint: configs, or reports in their place, take out every one, none of them named in full. */
  readonly isAllIgnored: boolean;
  /** The patterns, or what stands for them where there are none. */
  readonly asked: readonly string[];
  /** Absolute, where one folder was asked for and nothing else. */
  readonly folder?: string;
}

/** What a search takes into account, and whom it tells. */
export interface Search {
  /** Absolute paths of files that the run will write: a report that an earlier run left is no document. */
  readonly written?: readonly string[] | undefined;
  /** True where the patterns are what a commit hook names: files that nobody chose. */
  readonly hook?: boolean | undefined;
  /** Told of the folders that files are looked for in, and of the configs. */
  readonly onTouch?: OnTouch | undefined;
}

type FindOptions = Pick<EngineOptions, 'ignore' | 'ignorePatterns'>;

/** The files that patterns mean (the config's paths, or the working folder, where there are none), their configs read. */
export async function filesToLint(
  patterns: readonly string[],
  { ignore = true, ignorePatterns = [] }: FindOptions,
  { written = [], hook = false, onTouch }: Search,
  configuration: Configuration,
  cwd: string,
): Promise<FilesFound> {
  const asked = patterns.length > 0 ? patterns : await configuration.defaultPatterns();
  const { files, folders, problems, covers, unchecked, disobeyed } = await findFiles(asked, {
    cwd,
    ignore,
    ignorePatterns,
  });
  await configuration.prepare(files.length > 0 ? files : [resolve(cwd, 'x')]);
  if (onTouch) for (const path of [...folders, ...configuration.filesRead]) onTouch(path);
  const named = new Set(asked.map((pattern) => resolve(cwd, pattern)));
  const isExcluded = (path: string) => ignore && configuration.takesOut(path);
  const excluded = new Set(files.filter(isExcluded));
  const paths = files.filter((path) => !excluded.has(path) && !written.includes(path));
  const ignored = [...excluded].filter((path) => named.has(path));
  const [folder] = named;
  const isFolder = named.size === 1 && folder !== undefined && folders.includes(folder);
  return {
    paths: paths.map(slashed),
    problems,
    ignored: ignored.map(slashed),
    taken: excluded.size - ignored.length,
    excluded: [...excluded].map(slashed),
    searched: new Set(paths.filter((path) => hook || !named.has(path)).map(slashed)),
    covers: (path) => covers(path) && !isExcluded(path),
    isAllIgnored: files.length > 0 && paths.length === 0 && ignored.length === 0,
    asked,
    unchecked: {
      unread: unchecked.unread.filter((path) => !isExcluded(path)).map(slashed),
      others: unchecked.others,
      aside: unchecked.aside.map(({ path, by }) => ({ path: slashed(path), by: slashed(by) })),
      tracked: unchecked.tracked.filter((path) => !isExcluded(path)).map(slashed),
    },
    disobeyed,
    ...(isFolder && { folder }),
  };
}

/** Whether ignore files, patterns or the config take a file out; its config is read. @param path absolute */
export async function isIgnored(
  path: string,
  { ignore = true, ignorePatterns = [] }: FindOptions,
  configuration: Configuration,
  cwd: string,
): Promise<boolean> {
  await configuration.prepare([path]);
  if (!ignore) return false;
  if (configuration.takesOut(path)) return true;
  const { problems } = await findFiles([path], { cwd, ignorePatterns });
  return problems.some(({ id }) => id === 'ignored');
}
