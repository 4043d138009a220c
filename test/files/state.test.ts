import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileHost } from '../../src/files/host.js';
import { folderWith } from './folder.js';

const host = new FileHost();
/** Milliseconds since 1970; long after all that is written here. */
const LATER = Date.now() + 3_600_000;

it.each<[string, (file: string) => void]>([
  ['other words', (file) => writeFileSync(file, '甲乙丙')],
  ['as many other bytes', (file) => writeFileSync(file, '乙')],
  [
    'as many other bytes, its time set back',
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, '乙');
      utimesSync(file, atime, mtime);
    },
  ],
  [
    'another file in its place',
    (file) => {
      writeFileSync(`${file}.new`, '乙');
      renameSync(`${file}.new`, file);
    },
  ],
  ['the same bytes', (file) => writeFileSync(file, '甲')],
])('is another after a file was written: %s', async (_, write) => {
  const file = join(folderWith({ '甲.md': '甲' }), '甲.md');
  const before = await host.state(file, LATER);
  expect(before).toBeDefined();
  expect(await host.state(file, LATER)).toBe(before);
  const { ctimeMs } = statSync(file);
  // Until the file system's clock has moved on.
  do write(file);
  while (statSync(file).ctimeMs === ctimeMs);
  expect(await host.state(file, LATER)).not.toBe(before);
});

it('tells nothing of a file that was written just now', async () => {
  const file = join(folderWith({ '甲.md': '甲' }), '甲.md');
  const { ctimeMs } = statSync(file);
  expect(await host.state(file, ctimeMs + 3000)).toBeUndefined();
  expect(await host.state(file, ctimeMs + 3001)).toBeDefined();
  expect(await host.state(file, ctimeMs - 60_000)).toBeUndefined();
});

it('tells nothing of what is no file', async () => {
  const folder = folderWith({ '夹/甲.md': '甲' });
  expect(await host.state(join(folder, '夹'), LATER)).toBeUndefined();
  expect(await host.state(join(folder, '无.md'), LATER)).toBeUndefined();
});
