import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../src/files/lock.js';
import { createFile, inPieces, isSameFile, obstacleTo, replaceDocument, writeOutput } from '../../src/files/write.js';
import { folderWith } from './folder.js';

const OURS = (head: Buffer) => head.toString().startsWith('ours');
const text = (...path: string[]) => readFileSync(join(...path), 'utf8');
const codeOf = (task: () => void): string | undefined => {
  try {
    task();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

/** An archive, and beside it what is none of its business; links from the one to the other. */
function archive(): { folder: string; elsewhere: string } {
  const elsewhere = folderWith({ 'home.txt': 'mine', 'ours.txt': 'ours: old', 'sub/x': '' });
  const folder = folderWith({ '.git/HEAD': '', 'docs/a.md': 'text', 'old.json': 'ours: old', 'notes.txt': 'notes' });
  symlinkSync(join(elsewhere, 'home.txt'), join(folder, 'to-file'));
  symlinkSync(join(elsewhere, 'ours.txt'), join(folder, 'to-ours'));
  symlinkSync(join(elsewhere, 'none.txt'), join(folder, 'to-nothing'));
  symlinkSync(elsewhere, join(folder, 'to-folder'));
  symlinkSync('docs/a.md', join(folder, 'to-document'));
  symlinkSync('to-file', join(folder, 'to-link'));
  symlinkSync('circle', join(folder, 'circle'));
  return { folder, elsewhere };
}

const WAYS_OUT = ['to-file', 'to-ours', 'to-nothing', 'to-link', 'circle', 'to-document', 'to-folder/home.txt'];

describe('an output', () => {
  it.each([...WAYS_OUT, 'to-folder/new.txt', 'to-folder/sub/new/x.txt'])(
    'is not written where a link leads: %s',
    (name) => {
      const { folder, elsewhere } = archive();
      for (const force of [false, true]) {
        const replacing = { within: folder, isOurs: OURS, force };
        expect(obstacleTo(join(folder, name), replacing)).toBe('link');
        expect(codeOf(() => writeOutput(join(folder, name), ['ours'], replacing))).toBe('ELOOP');
      }
      expect([text(elsewhere, 'home.txt'), text(elsewhere, 'ours.txt')]).toEqual(['mine', 'ours: old']);
      expect(text(folder, 'docs/a.md')).toBe('text');
      expect(readdirSync(elsewhere).sort()).toEqual(['home.txt', 'ours.txt', 'sub']);
    },
  );

  it('is no way out of a folder without repository either', () => {
    const elsewhere = folderWith({ x: '' });
    const folder = folderWith({ x: '' });
    symlinkSync(elsewhere, join(folder, 'out'));
    expect(obstacleTo(join(folder, 'out', 'a.json'), { within: folder, isOurs: OURS })).toBe('link');
  });

  it('goes through links of folders that stay inside, or are not the archive’s', () => {
    const { folder, elsewhere } = archive();
    symlinkSync('docs', join(folder, 'inside'));
    const replacing = { within: folder, isOurs: OURS };
    writeOutput(join(folder, 'inside', 'a.json'), ['ours'], replacing);
    expect(text(folder, 'docs/a.json')).toBe('ours');
    const other = folderWith({ x: '' });
    symlinkSync(elsewhere, join(other, 'mine'));
    writeOutput(join(other, 'mine', 'a.json'), ['ours'], replacing);
    expect(text(elsewhere, 'a.json')).toBe('ours');
  });

  it.each([
    ['notes.txt', 'foreign', null],
    ['docs/a.md', 'document', 'document'],
    ['docs', 'folder', 'folder'],
    ['old.json', null, null],
    ['new.json', null, null],
    ['new/folder/new.json', null, null],
  ])('replaces what is ours, and with force what is none: %s', (name, without, forced) => {
    const { folder } = archive();
    const file = join(folder, name);
    expect(obstacleTo(file, { within: folder, isOurs: OURS })).toBe(without);
    expect(obstacleTo(file, { within: folder, isOurs: OURS, force: true })).toBe(forced);
    const before = existsSync(file) && statSync(file).isFile() ? text(file) : undefined;
    const code = codeOf(() => writeOutput(file, ['ours: ', Buffer.from('new')], { within: folder, isOurs: OURS }));
    expect(code === undefined).toBe(without === null);
    if (without === null) expect(text(file)).toBe('ours: new');
    else if (before !== undefined) expect(text(file)).toBe(before);
  });

  it('leaves the other name of a file as it was', () => {
    const { folder } = archive();
    linkSync(join(folder, 'old.json'), join(folder, 'other.json'));
    writeOutput(join(folder, 'old.json'), ['ours: new'], { within: folder, isOurs: OURS });
    expect(text(folder, 'other.json')).toBe('ours: old');
  });

  it('leaves nothing beside it, whatever fails', () => {
    const { folder } = archive();
    const before = readdirSync(folder).sort();
    const failing = function* () {
      yield 'ours: half';
      throw Object.assign(new Error('x'), { code: 'ENOSPC' });
    };
    const file = join(folder, 'old.json');
    expect(codeOf(() => writeOutput(file, failing(), { within: folder, isOurs: OURS }))).toBe('ENOSPC');
    expect(codeOf(() => createFile(join(folder, 'new.md'), failing(), { within: folder }))).toBe('ENOSPC');
    expect(codeOf(() => replaceDocument(join(folder, 'docs/a.md'), failing(), Buffer.from('text'), folder))).toBe(
      'ENOSPC',
    );
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readdirSync(join(folder, 'docs'))).toEqual(['a.md']);
    expect(text(file)).toBe('ours: old');
  });

  it('takes away what killed runs left, and nothing else', () => {
    const { folder } = archive();
    const leave = (name: string, isOld: boolean) => {
      writeFileSync(join(folder, name), 'half');
      if (isOld) utimesSync(join(folder, name), 1, 1);
    };
    leave('.jiedu-lint-abc123.tmp', true);
    leave('.jiedu-lint-def456.tmp', false);
    leave('.jiedu-lint-notes.md', true);
    leave('jiedu-lint-abc.tmp', true);
    writeOutput(join(folder, 'old.json'), ['ours: new'], { within: folder, isOurs: OURS });
    const left = readdirSync(folder).filter((name) => name.includes('jiedu-lint'));
    expect(left.sort()).toEqual(['.jiedu-lint-def456.tmp', '.jiedu-lint-notes.md', 'jiedu-lint-abc.tmp']);
  });
});

describe('content in pieces', () => {
  it.each<[string, readonly (string | Uint8Array)[]]>([
    ['nothing', []],
    ['empty ones', ['', new Uint8Array()]],
    [
      'many short ones, text and bytes',
      Array.from({ length: 30_000 }, (_, n) => (n % 2 ? `第${n}行\n` : Buffer.from('政策'))),
    ],
    ['a long text of characters of three bytes', ['政'.repeat(50_000)]],
    ['characters of four bytes at every end of a piece', ['a', '😀'.repeat(40_000), 'b', '😀'.repeat(40_000)]],
    ['long bytes', [Buffer.alloc(200_000, 'x'), '尾']],
  ])('is the same bytes: %s', (_, content) => {
    const whole = Buffer.concat(content.map((some) => Buffer.from(some as string)));
    const lengths: number[] = [];
    const copies: Uint8Array[] = [];
    for (const piece of inPieces(content)) {
      lengths.push(piece.length);
      copies.push(Buffer.from(piece));
    }
    expect(Buffer.concat(copies).equals(whole)).toBe(true);
    expect(lengths.length).toBe(Math.max(1, Math.ceil(whole.length / 65_536)));
  });
});

describe('a new file', () => {
  it.each(WAYS_OUT)('is not made where something is, or a link leads: %s', (name) => {
    const { folder, elsewhere } = archive();
    expect(['EEXIST', 'ELOOP']).toContain(codeOf(() => createFile(join(folder, name), ['new'], { within: folder })));
    expect(text(elsewhere, 'home.txt')).toBe('mine');
    expect(existsSync(join(elsewhere, 'none.txt'))).toBe(false);
  });

  it('is made with its folders where that is asked', () => {
    const { folder } = archive();
    const file = join(folder, 'new', 'folder', 'b.md');
    expect(codeOf(() => createFile(file, ['b'], { within: folder }))).toBe('ENOENT');
    createFile(file, ['b'], { within: folder, folders: true, mode: 0o600 });
    expect([text(file), statSync(file).mode & 0o777, lstatSync(file).nlink]).toEqual(['b', 0o600, 1]);
  });
});

describe('a document', () => {
  const BEFORE = Buffer.from('text');

  it('is not replaced where it is not what was read', () => {
    const { folder } = archive();
    const file = join(folder, 'docs/a.md');
    // The last word on it is said when all is written beside it.
    const changing = function* () {
      writeFileSync(file, 'changed meanwhile');
      yield 'new';
    };
    expect(codeOf(() => replaceDocument(file, changing(), BEFORE, folder))).toBe('ECHANGED');
    expect(text(file)).toBe('changed meanwhile');
    expect(readdirSync(join(folder, 'docs'))).toEqual(['a.md']);
  });

  it('keeps its mode', () => {
    const { folder } = archive();
    chmodSync(join(folder, 'docs/a.md'), 0o640);
    replaceDocument(join(folder, 'docs/a.md'), ['new'], BEFORE, folder);
    expect(text(folder, 'docs/a.md')).toBe('new');
    expect(statSync(join(folder, 'docs/a.md')).mode & 0o777).toBe(0o640);
  });

  it.each(['to-document', 'inside/a.md', 'to-inside/a.md', 'deep/inside/a.md', 'hidden.md'])(
    'is not reached by a link that stays inside either: %s',
    (name) => {
      const { folder } = archive();
      mkdirSync(join(folder, 'deep'));
      symlinkSync('docs', join(folder, 'inside'));
      symlinkSync('inside', join(folder, 'to-inside'));
      symlinkSync('../docs', join(folder, 'deep/inside'));
      symlinkSync('.git/HEAD', join(folder, 'hidden.md'));
      expect(codeOf(() => replaceDocument(join(folder, name), ['new'], BEFORE, folder))).toBe('ELOOP');
      expect([text(folder, 'docs/a.md'), text(folder, '.git/HEAD')]).toEqual(['text', '']);
      // Started in the folder, without a repository.
      const plain = folderWith({ 'docs/a.md': 'text' });
      symlinkSync('docs', join(plain, 'inside'));
      expect(codeOf(() => replaceDocument(join(plain, 'inside/a.md'), ['new'], BEFORE, plain))).toBe('ELOOP');
    },
  );

  it('is reached where links lead to the whole archive', () => {
    const { folder } = archive();
    const above = folderWith({ x: '' });
    symlinkSync(folder, join(above, 'archive'));
    for (const within of [folder, join(above, 'archive'), above]) {
      const file = join(above, 'archive', 'docs/a.md');
      const reached = codeOf(() => replaceDocument(file, ['text'], BEFORE, within));
      expect([within, reached]).toEqual([within, within === above ? 'ELOOP' : undefined]);
    }
  });

  it('is not replaced by what turned into a link meanwhile', () => {
    const { folder, elsewhere } = archive();
    const file = join(folder, 'docs/a.md');
    writeFileSync(join(elsewhere, 'same.md'), 'text');
    const changing = function* () {
      rmSync(file);
      symlinkSync(join(elsewhere, 'same.md'), file);
      yield 'new';
    };
    expect(codeOf(() => replaceDocument(file, changing(), BEFORE, folder))).toBe('ECHANGED');
    expect(text(elsewhere, 'same.md')).toBe('text');
  });

  it.each(['to-file', 'to-link', 'to-folder/home.txt', 'to-nothing', 'circle'])('is not reached by %s', (name) => {
    const { folder, elsewhere } = archive();
    expect(codeOf(() => replaceDocument(join(folder, name), ['new'], Buffer.from('mine'), folder))).toBeDefined();
    expect(text(elsewhere, 'home.txt')).toBe('mine');
    expect(existsSync(join(elsewhere, 'none.txt'))).toBe(false);
  });
});

describe('two paths are one file', () => {
  it('by any spelling, links and hard links', () => {
    const { folder } = archive();
    const at = (name: string) => join(folder, name);
    linkSync(at('old.json'), at('hard.json'));
    symlinkSync('docs', at('inside'));
    const same = [
      ['old.json', 'old.json'],
      ['old.json', './docs/../old.json'],
      ['old.json', 'hard.json'],
      ['new.json', 'NEW.json'],
      ['docs/new.json', 'inside/new.json'],
      ['docs/é.json', 'docs/e\u0301.json'],
      ['none/new.json', 'none/./new.json'],
      ['to-document', 'docs/a.md'],
    ];
    for (const [a = '', b = ''] of same) expect(isSameFile(at(a), at(b)), `${a} ${b}`).toBe(true);
    for (const [a, b] of [
      ['old.json', 'notes.txt'],
      ['new.json', 'docs/new.json'],
      ['a.json', 'b.json'],
    ] as const)
      expect(isSameFile(at(a), at(b)), `${a} ${b}`).toBe(false);
  });
});

describe('a lock', () => {
  it('is gone afterwards, also where the task fails', () => {
    const folder = folderWith({ 'a.json': '' });
    expect(withLock(join(folder, 'a.json'), folder, () => readdirSync(folder).length)).toBe(2);
    expect(() =>
      withLock(join(folder, 'a.json'), folder, () => {
        throw new Error('x');
      }),
    ).toThrow('x');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('that a killed run left is broken', () => {
    const folder = folderWith({ 'a.json': '', '.a.json.lock': '' });
    utimesSync(join(folder, '.a.json.lock'), 1, 1);
    expect(withLock(join(folder, 'a.json'), folder, () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('that cannot be had is an error, not a wait without end', () => {
    const folder = folderWith({ 'a.json': '' });
    mkdirSync(join(folder, '.a.json.lock'));
    utimesSync(join(folder, '.a.json.lock'), 1, 1);
    expect(codeOf(() => withLock(join(folder, 'a.json'), folder, () => 'done'))).toBe('EISDIR');
  });
});
