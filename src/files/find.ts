import { type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';
import { type Aside, type FileSort, isCompanion, sortOf, withoutCopies } from './formats.js';
import { trackedFiles } from './git-index.js';
import { compileGlob } from './glob.js';
import {
  type Disobeyed,
  gitRootOf,
  IgnoreRules,
  type IgnoreTest,
  leavesRepository,
  nameFrom,
  OWN_IGNORE_FILE,
  slashed,
} from './ignore.js';
import { isWithin, lookAt, realPathOf } from './links.js';
import { isMisnamed, walk } from './walk.js';

export interface FindOptions {
  /** Absolute path of the folder that patterns are relative to. */
  readonly cwd: string;
  /** False leaves every ignore file, pattern and config aside; `node_modules` and `.git` are still not walked into. */
  readonly ignore?: boolean;
  /** Patterns in git's syntax, relative to `cwd`; stronger than those of ignore files. */
  readonly ignorePatterns?: readonly string[];
  /** Absolute path of the folder that symbolic links must not lead out of; default: the repository's root, else `cwd`. */
  readonly within?: string;
}

export interface FindProblem {
  /**
   * notFound: no such file or folder. noMatch: a glob or folder without files to lint. allIgnored: it has some, all ignored.
   * ignored: a file named in full is ignored. unreadableFolder: the folder `path` could not be listed. leadsOut: `path` is a
   * symbolic link out of the repository, or without one out of the working folder; it was not followed. misnamed: the name of `path` is not UTF-8.
   * notAFile: `path` is a pipe, a socket or a device. brokenLink: `path` is a link that leads nowhere, or in a circle.
   */
  readonly id:
    | 'notFound'
    | 'noMatch'
    | 'allIgnored'
    | 'ignored'
    | 'unreadableFolder'
    | 'leadsOut'
    | 'misnamed'
    | 'notAFile'
    | 'brokenLink';
  readonly pattern: string;
  /** Absolute path of the file or folder at fault, where there is one. */
  readonly path?: string;
}

export interface FoundFiles {
  /** Absolute paths, sorted by code unit, each once. */
  readonly files: readonly string[];
  /** Absolute paths of the folders that files were looked for in. */
  readonly folders: readonly string[];
  /** In the order of the patterns. */
  readonly problems: readonly FindProblem[];
  /** Whether a file of this path (absolute) would be found below a folder or by a glob, if it were there; ignore files aside. */
  readonly covers: (path: string) => boolean;
  /** What folders hold that is not checked. */
  readonly unchecked: Unchecked;
  /** What of ignore files was not obeyed. */
  readonly disobeyed: readonly Disobeyed[];
}

/** Files of folders that are not checked. Absolute paths, sorted. */
export interface Unchecked {
  /** Files that may be documents, in a format that cannot be read. */
  readonly unread: readonly string[];
  /** How many pictures, spreadsheets and the like there are. */
  readonly others: number;
  /** Files in whose place one of the same name is checked: the Markdown made of a Word file or page, what was saved anew from an old format. */
  readonly aside: readonly Aside[];
  /** Documents that git tracks although one of its ignore files takes them out: whoever put them there may not know that. */
  readonly tracked: readonly string[];
}

/**
 * The files that patterns name. A pattern is a file (whatever its extension), a folder (all documents below it) or a glob.
 * What exists under a pattern's very name is meant by it: 通知[2023].md is a file before it is a glob. A glob that does not end
 * in an extension (`docs/**`) takes documents only. A file that cannot be examined is returned, for its reader to say why.
 */
export async function findFiles(patterns: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const finder = new Finder(options);
  const walked: Walked[] = [];
  for (const pattern of patterns) walked.push(await finder.find(pattern));
  const all = (part: 'files' | 'folders' | 'unread' | 'others' | 'tracked') =>
    new Set(walked.flatMap((one) => one[part]));
  const files = all('files');
  const besides = (part: 'unread' | 'tracked') => [...all(part)].filter((path) => !files.has(path)).sort();
  const named = new Set(walked.flatMap((one) => (one.folders.length === 0 ? one.files : [])));
  const kept = withoutCopies([...files].sort(), besides('unread'), (path) => named.has(path));
  return {
    files: kept.documents,
    folders: [...all('folders')],
    problems: walked.flatMap(({ problems }) => problems),
    covers: (path) => walked.some(({ covers }) => covers(path)),
    unchecked: { unread: kept.unread, others: all('others').size, aside: kept.aside, tracked: besides('tracked') },
    disobeyed: finder.disobeyed,
  };
}

/** What one pattern leads to. */
interface Walked extends Omit<FoundFiles, 'unchecked' | 'disobeyed'> {
  readonly unread: readonly string[];
  readonly others: readonly string[];
  readonly tracked: readonly string[];
}

const GLOB = /[*?[{]|[!+@]\(/;
/** What bash has beside. Only the command line may: an expression made of it may take long on long names. */
const EXTENDED_GLOB = /[*?!+@]\(|\[\[:/;

class Finder {
  private readonly cwd: string;
  private readonly rules = new Map<string, IgnoreRules>();
  private cwdRoot: string | undefined;

  constructor(private readonly options: FindOptions) {
    this.cwd = resolve(options.cwd);
  }

  async find(pattern: string): Promise<Walked> {
    const path = resolve(this.cwd, pattern);
    const found = pattern === '' ? 'missing' : examine(path);
    if (found === 'missing') {
      if (pattern !== '' && lookAt(path)) return nothing({ id: 'brokenLink', pattern, path });
      if (isMisnamed(path)) return nothing({ id: 'misnamed', pattern, path });
      return GLOB.test(pattern) ? this.findGlob(pattern) : nothing({ id: 'notFound', pattern });
    }
    if (found !== 'unknown' && found.isDirectory()) return this.findBelow(pattern, path, sortOf);
    const ignored = (await this.ignoresIn(dirname(path), dirname(path)))?.(path, false);
    if (ignored) return nothing({ id: 'ignored', pattern, path });
    // Lists of changed files name what strangers committed.
    if (leavesRepository(path)) return nothing({ id: 'leadsOut', pattern, path });
    return { ...NOTHING, files: [path] };
  }

  private async findGlob(pattern: string): Promise<Walked> {
    const { folder, glob } = splitGlob(this.cwd, sep === '/' ? pattern : slashed(pattern));
    const matches = EXTENDED_GLOB.test(glob)
      ? (await import('picomatch')).default(glob, { dot: true, nonegate: true, posix: true })
      : compileGlob(glob);
    const namesExtension = /(?<![^*?/])[^*?/.]*\.[^*?/]+$/.test(glob);
    return this.findBelow(pattern, folder, (file) => {
      if (!matches(nameFrom(folder, file))) return null;
      return namesExtension ? 'document' : sortOf(file);
    });
  }

  /** @param sort what to make of a file */
  private async findBelow(pattern: string, folder: string, sort: (file: string) => FileSort): Promise<Walked> {
    const sorts = new Map<string, FileSort>();
    const accepts = (file: string) => {
      const known = isCompanion(file, folder) ? null : sort(file);
      sorts.set(file, known);
      return known !== null;
    };
    const ignoresIn = (at: string) => this.ignoresIn(at, folder);
    const startIgnored = (await ignoresIn(dirnameWithin(folder, this.rootFor(folder))))?.(folder, true) ?? false;
    const within = [realPathOf(this.options.within ?? this.rootFor(folder)), realPathOf(folder)];
    const found = startIgnored ? undefined : await walk(folder, { accepts, ignoresIn, within });
    const { folders = [] } = found ?? {};
    const of = (wanted: FileSort, paths: readonly string[] = []) => paths.filter((path) => sorts.get(path) === wanted);
    const files = of('document', found?.files);
    const others = of('other', found?.files);
    const unread = of('unread', found?.files);
    const told = (id: FindProblem['id'], paths: readonly string[] = []) =>
      paths.filter((path) => sorts.get(path) !== 'other').map((path) => ({ id, pattern, path }));
    const problems: FindProblem[] = [
      ...told('unreadableFolder', found?.unreadableFolders),
      ...told('misnamed', found?.misnamed),
      ...told('leadsOut', found?.leadingOut),
      ...told('notAFile', found?.noFiles),
      ...told('brokenLink', found?.brokenLinks),
    ];
    if (files.length === 0 && problems.length === 0) {
      // Only now, where there is nothing, is it worth a second walk to say why.
      const all = await walk(folder, { accepts, ignoresIn: async () => undefined, within });
      problems.push({ id: of('document', all.files).length > 0 ? 'allIgnored' : 'noMatch', pattern });
    }
    return {
      files,
      folders,
      problems,
      unread,
      others,
      tracked: found?.hasIgnored ? await this.trackedIn(folder, (path) => sort(path) === 'document') : [],
      covers: (path) => isWithin(path, folder) && sort(path) === 'document',
    };
  }

  get disobeyed(): readonly Disobeyed[] {
    return [...this.rules.values()].flatMap((rules) => rules.disobeyed);
  }

  /** What git tracks below a folder and its ignore files take out, while ours and the command line do not. */
  private async trackedIn(folder: string, accepts: (path: string) => boolean): Promise<string[]> {
    const root = this.rootFor(folder);
    const own = new IgnoreRules(root, this.options.ignorePatterns ?? [], this.cwd, [OWN_IGNORE_FILE]);
    const taken: string[] = [];
    for (const name of trackedFiles(root)) {
      const path = resolve(root, name);
      if (!isWithin(path, folder) || !accepts(path)) continue;
      const isTaken = (await this.ignoresIn(dirname(path), folder))?.(path, false);
      if (isTaken && !(await own.testIn(dirname(path)))(path, false) && examine(path) !== 'missing') taken.push(path);
    }
    return taken;
  }

  /** The ignore test for the entries of `folder`, found from `start`; undefined where nothing is to be ignored. */
  private async ignoresIn(folder: string, start: string): Promise<IgnoreTest | undefined> {
    if (this.options.ignore === false) return undefined;
    const root = this.rootFor(start);
    let rules = this.rules.get(root);
    if (!rules) {
      rules = new IgnoreRules(root, this.options.ignorePatterns ?? [], this.cwd);
      this.rules.set(root, rules);
    }
    return rules.testIn(folder);
  }

  /** Where ignore files begin to count: the repository's root, or without one the working folder, or `start` itself. */
  private rootFor(start: string): string {
    if (!isWithin(start, this.cwd)) return gitRootOf(start) ?? start;
    this.cwdRoot ??= gitRootOf(this.cwd) ?? this.cwd;
    return this.cwdRoot;
  }
}

const NOTHING: Walked = {
  files: [],
  folders: [],
  problems: [],
  unread: [],
  others: [],
  tracked: [],
  covers: () => false,
};

function nothing(problem: FindProblem): Walked {
  return { ...NOTHING, problems: [problem] };
}

/** Problems of files that were asked for and cannot be read. */
export const UNREAD: ReadonlySet<FindProblem['id']> = new Set(['leadsOut', 'misnamed', 'notAFile', 'brokenLink']);

/** 'missing': nothing, or a link that leads nowhere or in a circle. 'unknown': something may be there, but it cannot be examined. */
function examine(path: string): Stats | 'missing' | 'unknown' {
  try {
    return statSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(code ?? '') ? 'missing' : 'unknown';
  }
}

/** The folder to walk and the glob below it. A folder whose name holds glob characters is still a folder. */
function splitGlob(cwd: string, pattern: string): { folder: string; glob: string } {
  let folder = isAbsolute(pattern) ? parse(resolve(pattern)).root : cwd;
  const parts = pattern.split('/').filter((part) => part !== '');
  if (/^[A-Za-z]:$/.test(parts[0] ?? '') && isAbsolute(pattern)) parts.shift();
  while (parts.length > 1) {
    const next = join(folder, parts[0] ?? '');
    const found = examine(next);
    if (typeof found === 'string' || !found.isDirectory()) break;
    folder = next;
    parts.shift();
  }
  return { folder, glob: parts.join('/') };
}

/** The folder that holds `folder`, but never one above `root`. */
function dirnameWithin(folder: string, root: string): string {
  return folder === root ? folder : dirname(folder);
}
