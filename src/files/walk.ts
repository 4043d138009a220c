import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { entryOf, type IgnoreTest, LEFT_OUT } from './ignore.js';
import { isWithin } from './links.js';

export interface WalkOptions {
  /** The test for the entries of one folder; undefined ignores nothing. */
  readonly ignoresIn: (folder: string) => Promise<IgnoreTest | undefined>;
  /** Which files to take. */
  readonly accepts: (path: string) => boolean;
  /** Real paths of folders; links that lead out of all of them are not followed. */
  readonly within: readonly string[];
}

export interface Walk {
  /** Absolute paths in no particular order; no file twice, even where links lead to it by several ways. */
  readonly files: readonly string[];
  /** Real paths of the folders walked into. */
  readonly folders: readonly string[];
  readonly unreadableFolders: readonly string[];
  /** Links to folders and to accepted files that were not followed, because they lead out. */
  readonly leadingOut: readonly string[];
  /** What would be accepted and is no file: pipes, sockets, devices, and links to them. */
  readonly noFiles: readonly string[];
  /** Links that would be accepted and lead nowhere, or in a circle. */
  readonly brokenLinks: readonly string[];
  /** Files and folders whose names are no text: nothing can be opened by what is shown of them. */
  readonly misnamed: readonly string[];
  /** Whether something was passed over because it is ignored. */
  readonly hasIgnored: boolean;
}

/**
 * All accepted files below `start`, links followed as far as `within` allows: what strangers put into an archive must not lead
 * to what lies beside it. Real files and folders come before links to them: links are taken up only
 * after everything reachable without them, in order of their paths, and only for what has not been seen by then. That
 * ends every loop, walks no folder twice, and names each file by its own path where it has one below `start`.
 * @param start absolute path of a folder
 */
export async function walk(start: string, options: WalkOptions): Promise<Walk> {
  const files = new Map<string, string>();
  const unreadableFolders: string[] = [];
  const leadingOut: string[] = [];
  const misnamed: string[] = [];
  const noFiles: string[] = [];
  const brokenLinks: string[] = [];
  const seenFolders = new Set<string>();
  let links: string[] = [];
  let hasIgnored = false;

  const visit = async (folder: string, real: string): Promise<void> => {
    if (seenFolders.has(real)) return;
    seenFolders.add(real);
    const entries = entriesOf(folder);
    if (!entries) {
      unreadableFolders.push(folder);
      return;
    }
    const test = await options.ignoresIn(folder);
    const isIgnored: IgnoreTest = (path, isFolder) => {
      const ignored = test?.(path, isFolder) ?? false;
      hasIgnored ||= ignored;
      return ignored;
    };
    for (const entry of entries) {
      if (LEFT_OUT.has(entry.name)) continue;
      const path = entryOf(folder, entry.name);
      if (isMisnamed(path)) {
        if (entry.isDirectory() || options.accepts(path)) misnamed.push(path);
      } else if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isDirectory()) {
        if (!isIgnored(path, true)) await visit(path, entryOf(real, entry.name));
      } else if (options.accepts(path) && !isIgnored(path, false)) {
        if (entry.isFile()) files.set(entryOf(real, entry.name), path);
        else noFiles.push(path);
      }
    }
  };

  const follow = async (path: string): Promise<void> => {
    const target = targetOf(path);
    if (seenFolders.has(target.real) || files.has(target.real)) return;
    const ignores = await options.ignoresIn(dirname(path));
    if (ignores?.(path, target.isFolder)) return;
    if (!target.isFolder && !options.accepts(path)) return;
    if (target.problem === 'broken') {
      // Emacs marks a file that is being edited by a link that names who edits it.
      if (!basename(path).startsWith('.#')) brokenLinks.push(path);
    } else if (target.problem === 'noFile') noFiles.push(path);
    else if (!options.within.some((folder) => isWithin(target.real, folder))) leadingOut.push(path);
    else if (target.isFolder) await visit(path, target.real);
    else files.set(target.real, path);
  };

  await visit(start, realpathSync(start));
  while (links.length > 0) {
    const round = links.sort();
    links = [];
    for (const path of round) await follow(path);
  }
  return {
    files: [...files.values()],
    folders: [...seenFolders],
    ...{ unreadableFolders, leadingOut, noFiles, brokenLinks, misnamed, hasIgnored },
  };
}

/**
 * True of a path that Node made up for one that is not UTF-8 (an archive unpacked from GBK, say): bytes it could not read
 * stand as U+FFFD in it, and nothing is found there.
 */
export function isMisnamed(path: string): boolean {
  return path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Undefined where the folder may not be read; empty where it has gone meanwhile. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined;
  }
}

interface LinkTarget {
  /** Empty where it cannot be found out. */
  readonly real: string;
  readonly isFolder: boolean;
  /** `broken`: it leads nowhere, or in a circle. */
  readonly problem?: 'broken' | 'noFile';
}

function targetOf(path: string): LinkTarget {
  try {
    const found = statSync(path);
    const isFolder = found.isDirectory();
    return { real: realpathSync(path), isFolder, ...(!isFolder && !found.isFile() && { problem: 'noFile' }) };
  } catch {
    return { real: '', isFolder: false, problem: 'broken' };
  }
}
