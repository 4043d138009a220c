import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from '../files/display.js';
import { writeOutput } from '../files/write.js';
import type { Flags } from './flags.js';
import { type Context, UserError } from './io.js';
import { refuseOutputs, replacing, writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/** The page's name, in the package and where nobody gives another. */
const NAME = '核查.html';

/**
 * `jiedu-lint page`: writes the page that checks drafts in a browser.
 * @throws UserError where the file is there and no page of ours, or cannot be written, or the page was not built
 */
export async function page(flags: Flags, io: Context): Promise<number> {
  const { locale = 'zh-CN', outputFile = NAME } = flags;
  const path = resolve(io.cwd, outputFile);
  const shown = displayPath(io.cwd)(path);
  const built = join(io.root, 'dist', NAME);
  if (!existsSync(built)) throw new UserError(say('pageNotBuilt', locale, { path: built }));
  const how = replacing(isOurs, flags, io);
  refuseOutputs([{ file: shown, path, option: '--output-file', ending: '.html' }], { documents: [] }, how, locale);
  writeOrRefuse(() => writeOutput(path, readFileSync(built), how), shown, locale);
  io.out(`${say('pageWritten', locale, { path: shown })}\n`);
  return 0;
}

/** Whether a file is a page of an earlier version: its head says so. */
function isOurs(head: Buffer): boolean {
  return head.toString('utf8').includes('<meta name="generator" content="jiedu-lint page ');
}
