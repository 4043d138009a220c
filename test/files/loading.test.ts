import { expect, it, vi } from 'vitest';
import { findFiles } from '../../src/files/find.js';
import { folderWith } from './folder.js';

vi.mock('picomatch', () => {
  throw new Error('picomatch is loaded');
});
vi.mock('ignore', () => {
  throw new Error('ignore is loaded');
});

it('loads no library for a file or folder that no ignore file is about', async () => {
  const cwd = folderWith({ 'a.md': '', '.git/HEAD': '', '.git/info/exclude': '# nothing\n' });
  expect((await findFiles(['a.md'], { cwd })).files).toHaveLength(1);
  expect((await findFiles(['.'], { cwd })).files).toHaveLength(1);
  expect((await findFiles(['*.md'], { cwd })).files).toHaveLength(1);
  await expect(findFiles(['+(a).md'], { cwd })).rejects.toThrow();
});

it('loads the ignore package where an ignore file is', async () => {
  const cwd = folderWith({ 'a.md': '', '.gitignore': 'out\n' });
  await expect(findFiles(['a.md'], { cwd })).rejects.toThrow();
});
