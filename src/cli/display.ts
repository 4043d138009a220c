import { isAbsolute, relative } from 'node:path';
import { slashed } from '../files/ignore.js';

/** How a path is shown: relative to the working folder where it lies in it, else in full. */
export function displayPath(cwd: string): (path: string) => string {
  return (path) => {
    const short = relative(cwd, path);
    return short === '' || short.startsWith('..') || isAbsolute(short) ? slashed(path) : slashed(short);
  };
}
