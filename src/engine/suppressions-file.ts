import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SuppressionOptions } from './options.js';

/** Where the suppressions of a folder stand. */
export const SUPPRESSIONS_FILE = 'jiedu-lint-suppressions.json';

/** Whether a run has anything to do with suppressions. */
export function hasSuppressions({ location, add, prune }: SuppressionOptions, cwd: string): boolean {
  return location !== undefined || add !== undefined || prune === true || existsSync(join(cwd, SUPPRESSIONS_FILE));
}
