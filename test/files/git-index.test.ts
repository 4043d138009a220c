import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from '../../src/files/git-index.js';
import { folderWith } from './folder.js';
import { GIT_INDEXES } from './git-indexes.js';

const TRACKED = ['build/a.md', 'build/ab.md', '现行/解读.md'];
const tracked = (index: Uint8Array) => trackedFiles(folderWith({ '.git/index': index }));

describe('the files that git tracks', () => {
  it.each([...GIT_INDEXES])('are read from an index of version %i, links left out', (_, index) => {
    expect(tracked(index)).toEqual(TRACKED);
  });

  it.each([...GIT_INDEXES])('are none where an index of version %i ends too soon', (_, index) => {
    for (let length = 0; length < index.length - 1; length += 7)
      expect([length, tracked(index.subarray(0, length))]).toEqual([length, []]);
  });

  it('are none where there is no index that can be read', () => {
    const index = GIT_INDEXES.get(2) ?? Buffer.alloc(0);
    const changed = (at: number, byte: number) => tracked(Buffer.from(index).fill(byte, at, at + 1));
    expect(changed(0, 0)).toEqual([]);
    expect(changed(7, 1)).toEqual([]);
    expect(changed(7, 5)).toEqual([]);
    expect(changed(8, 0xff)).toEqual([]);
    expect(trackedFiles(folderWith({ 'a.md': '' }))).toEqual([]);
    expect(trackedFiles(folderWith({ '.git': 'gitdir: elsewhere' }))).toEqual([]);
    expect(trackedFiles(folderWith({ '.git/index/x': '' }))).toEqual([]);
  });

  it('are not those of another repository', () => {
    const other = folderWith({ index: GIT_INDEXES.get(2) ?? '' });
    const linked = folderWith({ '.git/HEAD': '' });
    symlinkSync(join(other, 'index'), join(linked, '.git', 'index'));
    expect(trackedFiles(linked)).toEqual([]);
  });
});
