import { basename, dirname, join, relative, resolve } from 'node:path';
import { findFiles } from '../files/find.js';
import { isCompanion, isOwnOutput, isPaper } from '../files/formats.js';
import { withSlashes } from '../files/glob.js';
import { walk } from '../files/walk.js';
import { isFolder } from '../files/watch.js';

/** A file to import, and where its Markdown would go: a name is given only to what was imported. */
export interface Job {
  /** Absolute. */
  readonly source: string;
  /** The folder, absolute, and the name without its ending. */
  readonly folder: string;
  readonly stem: string;
}

export interface JobProblem {
  readonly id: 'notFound' | 'nothing' | 'unreadableFolder' | 'misnamed' | 'leadsOut';
  readonly pattern: string;
}

/**
 * The files that patterns name. A folder gives all its Word files and pages, and the files of which somebody
 * might think that they were imported (.doc, .pdf …): each of them is to be spoken of.
 * What this program wrote itself is no source of anything: `own` names what of it lies in folders.
 * @param outputDir where targets go, folders below a named folder kept; absent: beside their sources
 */
export async function jobsFor(
  patterns: readonly string[],
  cwd: string,
  outputDir: string | undefined,
): Promise<{ jobs: Job[]; problems: JobProblem[]; own: string[] }> {
  const own = new Set<string>();
  const problems: JobProblem[] = [];
  /** Sources with their folder below the one that was named. */
  const sources = new Map<string, string>();
  for (const pattern of patterns) {
    const path = resolve(cwd, pattern);
    if (pattern !== '' && isFolder(path)) {
      const { files, unreadableFolders, misnamed, leadingOut } = await walk(path, {
        within: [path],
        // Word leaves `~$…` beside an open file.
        accepts: (path) => isPaper(path) && !basename(path).startsWith('~$'),
        ignoresIn: async () => undefined,
      });
      for (const file of files)
        if (isOwnOutput(file)) own.add(file);
        else if (!sources.has(file) && !isCompanion(file, path)) sources.set(file, relative(path, dirname(file)));
      for (const folder of unreadableFolders) problems.push({ id: 'unreadableFolder', pattern: folder });
      for (const name of misnamed) problems.push({ id: 'misnamed', pattern: name });
      for (const link of leadingOut) problems.push({ id: 'leadsOut', pattern: link });
      if (files.length + unreadableFolders.length + misnamed.length + leadingOut.length === 0)
        problems.push({ id: 'nothing', pattern });
      continue;
    }
    const found = await findFiles([pattern], { cwd, ignore: false });
    for (const file of found.files) if (!sources.has(file)) sources.set(file, '');
    for (const { id, path } of found.problems)
      problems.push(
        id === 'notFound' || id === 'misnamed' || id === 'leadsOut' || id === 'unreadableFolder'
          ? { id, pattern: path ?? pattern }
          : { id: withSlashes(pattern) === undefined ? 'nothing' : 'notFound', pattern },
      );
  }
  const jobs = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, below]) => ({
      source,
      folder: outputDir === undefined ? dirname(source) : join(resolve(cwd, outputDir), below),
      stem: safeName(basename(source)),
    }));
  return { jobs, problems, own: [...own].filter((file) => !sources.has(file)) };
}

/** A source's name as every system takes it, without its ending. */
function safeName(name: string): string {
  const stem = name
    .replace(isPaper(name) ? /\.[a-z]{3,5}$/i : '', '')
    .replace(/[\p{Cc}<>:"|?*\\/]/gu, '_')
    .replace(/(?<![. ])[. ]+$/, '')
    .trim();
  return stem === '' || stem.startsWith('.') || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `_${stem}` : stem;
}

/** Two sources of one name: the second becomes `name-2`. Systems that do not tell cases apart are thought of. */
export function freeName({ folder, stem }: Pick<Job, 'folder' | 'stem'>, taken: Set<string>): string {
  for (let i = 1; ; i++) {
    const path = join(folder, `${stem}${i === 1 ? '' : `-${i}`}.md`);
    const key = path.normalize('NFC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return path;
  }
}
