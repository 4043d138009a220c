import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveWith, ERROR, RULES, run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

/** An archive with one error, and a user's home. */
function world() {
  return { folder: archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR }), home: folderWith({ x: '' }) };
}

const lint = (folder: string, home: string, ...words: string[]) =>
  run(folder, ['--cache', '-f', 'compact', ...words, 'a.md'], { env: { XDG_CACHE_HOME: home } });
const AT = ['--cache-location', 'kept'];

/** The cache with its values changed, and their digest made as one can who has no key. */
function forged(cache: string, change: (value: string) => string): string {
  const [head = '', ...lines] = cache.split('\n').slice(0, -2);
  const body = lines
    .map((line) => {
      const tab = line.indexOf('\t');
      return `${line.slice(0, tab)}\t${change(line.slice(tab + 1))}\n`;
    })
    .join('');
  const [run, , value] = ['', body, body].map((text) => createHash('sha256').update(text).digest('hex'));
  const [none, length] = ['', body].map((text) => String(Buffer.byteLength(text)).padStart(15, '0'));
  return `${head}\n${body}${head} ${run} ${none} ${value} ${length}\n`;
}

describe('a cache that no run of this user wrote for this folder', () => {
  it.each<[string, (world: { folder: string; home: string; kept: string }) => void]>([
    [
      'has no findings',
      ({ kept }) =>
        writeFileSync(
          kept,
          forged(readFileSync(kept, 'utf8'), (value) => JSON.stringify({ ...JSON.parse(value), findings: [] })),
        ),
    ],
    [
      'holds junk',
      ({ kept }) =>
        writeFileSync(
          kept,
          forged(readFileSync(kept, 'utf8'), () => '{}'),
        ),
    ],
    [
      'is of somebody else',
      ({ folder, kept }) => {
        const file = readFileSync(kept);
        writeFileSync(join(folder, 'jiedu-lint.config.yaml'), RULES);
        writeFileSync(
          kept,
          Buffer.from(file.toString('latin1').replace(/ [0-9a-f]{64} /g, ` ${'0'.repeat(64)} `), 'latin1'),
        );
      },
    ],
    ['is cut off', ({ kept }) => writeFileSync(kept, readFileSync(kept).subarray(0, 200))],
    [
      'is of a version before',
      ({ kept }) => writeFileSync(kept, readFileSync(kept, 'latin1').replaceAll('cache 9', 'cache 8'), 'latin1'),
    ],
  ])('is not believed: it %s', async (_, forge) => {
    const { folder, home } = world();
    expect((await lint(folder, home, ...AT)).code).toBe(1);
    forge({ folder, home, kept: join(folder, 'kept') });
    const ran = await lint(folder, home, ...AT);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('no-placeholder');
    expect(ran.err).toContain('kept');
    expect((await lint(folder, home, ...AT)).err).toBe('');
  });

  it('is not believed where it was made in another folder, or by another user', async () => {
    const { folder, home } = world();
    await lint(folder, home, ...AT);
    const other = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR });
    copyFileSync(join(folder, 'kept'), join(other, 'kept'));
    expect((await lint(other, home, ...AT)).err).toContain('kept');
    expect((await lint(folder, folderWith({ x: '' }), ...AT)).err).toContain('kept');
  });

  it('is not read through a link, nor replaced', async () => {
    const { folder, home } = world();
    await lint(folder, home, ...AT);
    renameSync(join(folder, 'kept'), join(folder, 'real'));
    symlinkSync('real', join(folder, 'kept'));
    const before = readFileSync(join(folder, 'real'), 'latin1');
    expect((await lint(folder, home, ...AT)).err).toContain('kept');
    expect(readFileSync(join(folder, 'real'), 'latin1')).toBe(before);
  });
});

describe('the user’s folder', () => {
  it('holds the caches and their key, which nobody else may read; the archive gets nothing', async () => {
    const { folder, home } = world();
    const before = readdirSync(folder);
    expect((await lint(folder, home)).err).toBe('');
    expect((await lint(folder, home)).err).toBe('');
    expect(readdirSync(folder)).toEqual(before);
    const own = join(home, 'jiedu-lint');
    expect(readdirSync(own).sort()).toEqual([expect.stringMatching(/^cache-[0-9a-f]{32}$/), 'key']);
    expect(statSync(join(own, 'key')).mode & 0o777).toBe(0o600);
    expect(statSync(own).mode & 0o777).toBe(0o700);
  });

  it.each<[string, (key: string) => void]>([
    ['others may read', (key) => chmodSync(key, 0o644)],
    ['is cut off', (key) => writeFileSync(key, 'short')],
    ['is a link', (key) => void [renameSync(key, `${key}.old`), symlinkSync(`${key}.old`, key)]],
  ])('gets a new key in place of one that %s', async (_, spoil) => {
    const { folder, home } = world();
    await lint(folder, home);
    const key = join(home, 'jiedu-lint', 'key');
    const before = readFileSync(key);
    spoil(key);
    expect((await lint(folder, home)).code).toBe(1);
    expect(readFileSync(key)).not.toEqual(before);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect((await lint(folder, home)).err).toBe('');
  });

  it('that takes no key costs the cache, and nothing else', async () => {
    const { folder, home } = world();
    mkdirSync(join(home, 'jiedu-lint', 'key'), { recursive: true });
    const ran = await lint(folder, home, ...AT);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('写不了缓存');
    expect(readdirSync(folder)).not.toContain('kept');
  });
});
