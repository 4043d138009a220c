import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportModule } from '../config/plugins.js';

/** Loads modules as Node finds them from the file that names them. */
export function moduleImporter(importUrl: (url: string) => Promise<unknown>): ImportModule {
  return async (name, from, fresh = false) => {
    const path = pathOf(name, from);
    const { href } = pathToFileURL(path);
    return { path, module: await importUrl(fresh ? `${href}?${changeOf(path)}` : href) };
  };
}

/** Node keeps modules by their address: another state of a file needs another one. CommonJS is kept by its path as well. */
function changeOf(path: string): number {
  const { mtimeMs } = statSync(path);
  const loaded = createRequire(path).cache;
  if (loadedAt.get(path) !== mtimeMs) delete loaded[path];
  loadedAt.set(path, mtimeMs);
  return mtimeMs;
}

const loadedAt = new Map<string, number>();

function pathOf(name: string, from: string): string {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    // A package for import only: require does not see its entry.
    const { code } = error as NodeJS.ErrnoException;
    const entry = code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? importedEntry(name, from) : undefined;
    if (entry !== undefined) return entry;
    throw error;
  }
}

function importedEntry(name: string, from: string): string | undefined {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    if (existsSync(join(home, 'package.json'))) {
      const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { exports?: unknown };
      const entry = conditional((exports as Record<string, unknown> | undefined)?.['.'] ?? exports);
      return entry === undefined ? undefined : join(home, entry);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** The target of the conditions that import() meets. */
function conditional(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, below] of Object.entries(target)) {
    const found = ['node', 'import', 'module-sync', 'default'].includes(condition) ? conditional(below) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
