import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WatchListener {
  /** @param path absolute; null where the system does not say which */
  onChange(path: string | null): void;
  /** Told of a folder that cannot be watched, with the system's code. */
  onFailure(folder: string, code: string): void;
}

/**
 * Watches files and folders by the folders they are in, one by one: under Node 20 on Linux, recursive watching loses sight of a
 * file that an editor has replaced by renaming. A change counts if it is of a path that was covered, or of any document, config or
 * ignore file beside one, or if a folder comes or goes.
 */
export class FolderWatcher {
  private readonly folders = new Map<string, { watcher: FSWatcher; inode: number }>();
  private readonly covered = new Set<string>();
  private readonly failed = new Set<string>();
  private readonly written: ReadonlySet<string>;

  /** @param written absolute paths of files that runs write themselves: their changes do not count */
  constructor(
    private readonly listener: WatchListener,
    written: readonly string[],
  ) {
    this.written = new Set(written.map(realPlace));
  }

  /** Forgets folders that are gone; to be called before a run covers what it reads. */
  prune(): void {
    this.covered.clear();
    for (const [folder, { watcher, inode }] of this.folders) {
      if (inodeOf(folder) === inode) continue;
      watcher.close();
      this.folders.delete(folder);
    }
  }

  /** @param path absolute; a folder, or a file whether it is there or not. Where a link leads is covered too. */
  cover(path: string): void {
    if (this.covered.has(path)) return;
    const place = realPlace(path);
    this.covered.add(path).add(place);
    this.watch(isFolder(place) ? place : nearestFolder(dirname(place)));
    const target = realOr(path, place);
    if (target !== place) this.cover(target);
  }

  close(): void {
    for (const { watcher } of this.folders.values()) watcher.close();
    this.folders.clear();
  }

  private watch(folder: string): void {
    if (this.folders.has(folder) || this.failed.has(folder)) return;
    try {
      const inode = inodeOf(folder) ?? 0;
      const watcher = watch(folder, (event, name) => {
        const path = name === null ? null : join(folder, name);
        if (path === null || this.counts(event, path)) this.listener.onChange(path);
      });
      // A folder that is removed is an error on Windows; the next run finds out.
      watcher.on('error', () => this.listener.onChange(null));
      this.folders.set(folder, { watcher, inode });
    } catch (error) {
      this.failed.add(folder);
      this.listener.onFailure(folder, (error as NodeJS.ErrnoException).code ?? String(error));
    }
  }

  private counts(event: string, path: string): boolean {
    if (this.written.has(path)) return false;
    if (this.covered.has(path) || NAMES.test(basename(path))) return true;
    return event === 'rename' && (this.folders.has(path) || isFolder(path));
  }
}

const NAMES = /\.(?:md|markdown|ya?ml|json)$|^\.(?:gitignore|jiedulintignore)$/i;

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/** Whether there is a folder at a path, behind a link as well. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function nearestFolder(path: string): string {
  let at = path;
  while (!isFolder(at) && at !== dirname(at)) at = dirname(at);
  return at;
}

/** The path with its folder as it really is; the last part may be a link or missing. */
function realPlace(path: string): string {
  return join(realOr(dirname(path), dirname(path)), basename(path));
}

function realOr(path: string, otherwise: string): string {
  try {
    return realpathSync(path);
  } catch {
    return otherwise;
  }
}
