import { dirname, isAbsolute, relative } from 'node:path';
import { gitRootOf, slashed } from './ignore.js';

/** How a path is shown: relative to the working folder where it lies in it, else in full. */
export function displayPath(cwd: string): (path: string) => string {
  return (path) => {
    const short = relative(cwd, path);
    return short === '' || short.startsWith('..') || isAbsolute(short) ? slashed(path) : slashed(short);
  };
}

/** Paths below the git repository that a file is in, else below the working folder, else in full; with `/`. */
export function sourcePath(cwd: string): (filePath: string) => string {
  const roots = new Map<string, string>();
  return (filePath) => {
    const folder = dirname(filePath);
    const root = roots.get(folder) ?? gitRootOf(folder) ?? cwd;
    roots.set(folder, root);
    return displayPath(root)(filePath);
  };
}
