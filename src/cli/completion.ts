import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../language/locale.js';
import { type Io, UserError } from './io.js';
import { say } from './words.js';

/**
 * `jiedu-lint completion SHELL`: prints the script, the same that stands in completions.
 * @param packageRoot the folder that holds `completions`
 */
export function completion(shell: string, locale: Locale, packageRoot: string, io: Io): number {
  const file = join(packageRoot, 'completions', `jiedu-lint.${shell}`);
  if (!existsSync(file)) throw new UserError(say('noCompletion', locale, { name: shell }));
  io.out(readFileSync(file, 'utf8'));
  return 0;
}
