import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';

/** A table in Markdown: the first column is of words, the others of numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Puts what was measured into a page of the docs, between the comments `name:start` and `name:end`. */
export function putInto(page: string, name: string, markdown: string): void {
  const file = resolve(import.meta.dirname, '../docs', page);
  const text = readFileSync(file, 'utf8');
  const [before, behind] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [start, end] = [text.indexOf(before), text.indexOf(behind)];
  if (start < 0 || end < start) throw new Error(`${file} has no place for "${name}"`);
  writeFileSync(file, `${text.slice(0, start + before.length)}\n\n${markdown}\n\n${text.slice(end)}`);
}

export function machine(): string {
  return `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`;
}
