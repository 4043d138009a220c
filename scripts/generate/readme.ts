import { readFileSync } from 'node:fs';
import type { Generated } from '../generate.js';

/**
 * A README with the block between `<!-- NAME:start -->` and `<!-- NAME:end -->` made anew.
 * @throws Error where the file has no place for the block
 */
export function readmeWith(path: string, name: string, block: string): Generated {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} lacks ${start} and ${end}`);
  return { path, content: `${text.slice(0, from + start.length)}\n\n${block}\n\n${text.slice(to)}` };
}
