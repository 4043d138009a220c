import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { say } from './words.js';

/** `jiedu-lint completion SHELL`: prints the script, the same that stands in completions. */
export async function completion(shell: string, { locale = 'zh-CN' }: Flags, io: Context): Promise<number> {
  const file = join(io.root, 'completions', `jiedu-lint.${shell}`);
  if (!existsSync(file)) throw new UserError(say('noCompletion', locale, { name: shell }));
  io.out(readFileSync(file, 'utf8'));
  return 0;
}
