import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatters } from '../../src/report/index.js';
import { archiveWith, CLEAN, ERROR, RULES, run, WARNING } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

const DOCUMENTS = { 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR, 'b.md': WARNING, 'c.md': CLEAN };
const FILES = {
  ...DOCUMENTS,
  '.jiedulintignore': 'page.html\n',
  'mine.txt': 'mine\n',
  'package.json': '{"name":"x"}\n',
  'page.html': '<!DOCTYPE html>\n<html><head><title>我的网页</title></head></html>\n',
  'list.csv': '\ufeff文件,备注\r\na.md,留着\r\n',
  'book.xlsx': Buffer.from('PK\x03\x04 somebody’s own figures'),
  'rules.sarif':
    '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint"}}}]}\n',
  'junit.xml': '<?xml version="1.0"?>\n<testsuites name="jest"></testsuites>\n',
};
const OTHERS = ['mine.txt', 'package.json', 'page.html', 'list.csv', 'book.xlsx', 'rules.sarif', 'junit.xml'];
const content = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== '.git')
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

/** Each way to write a report over a file, with the ending that such a file must have. */
const WAYS: readonly (readonly [string, (file: string) => string[], string])[] = [
  ['lint', (file) => ['-f', 'json', '-o', file, 'a.md'], ''],
  ['lint of a text', (file) => ['--stdin', '-f', 'html', '-o', file], ''],
  ['audit --html', (file) => ['audit', '--html', file], '.html'],
  ['audit --xlsx', (file) => ['audit', '--xlsx', file], '.xlsx'],
  ['audit --csv', (file) => ['audit', '--csv', file], '.csv'],
  ['audit --json', (file) => ['audit', '--json', file], '.json'],
];

describe.each(WAYS)('a report by %s', (_, words, ending) => {
  it.each([...OTHERS, 'jiedu-lint.config.yaml'])('does not go over %s, but with --force', async (name) => {
    const folder = archiveWith(FILES);
    const before = content(folder);
    const { code, err } = await run(folder, words(name));
    expect(code).toBe(2);
    expect(err).toContain(name);
    expect(content(folder)).toEqual(before);
    if (name.endsWith('.yaml')) return;
    const isTaken = name.endsWith(ending);
    expect((await run(folder, [...words(name), '--force'])).code === 2).toBe(!isTaken);
    expect(content(folder)[name] === before[name]).toBe(!isTaken);
  });

  it('never goes over documents, nor through links, with --force either', async () => {
    const elsewhere = folderWith({ 'home.txt': 'mine' });
    const folder = archiveWith({ ...FILES, 'sub/d.md': CLEAN, 'hidden/.gitignore': '*\n', 'hidden/e.md': CLEAN });
    linkSync(join(folder, 'b.md'), join(folder, 'hard.json'));
    symlinkSync('c.md', join(folder, 'soft.json'));
    symlinkSync(join(elsewhere, 'home.txt'), join(folder, 'out.json'));
    symlinkSync(join(elsewhere, 'new.txt'), join(folder, 'nowhere.json'));
    symlinkSync(elsewhere, join(folder, 'away'));
    const before = [
      ...['a.md', 'b.md', 'c.md', 'sub/d.md', 'hidden/e.md'].map((name) => readFileSync(join(folder, name), 'utf8')),
    ];
    for (const name of [
      'c.md',
      'sub/d.md',
      'hidden/e.md',
      'soft.json',
      'out.json',
      'nowhere.json',
      'away/new.json',
      'away/home.txt',
    ])
      for (const force of [[], ['--force']]) {
        const { code, err } = await run(folder, [...words(name), ...force]);
        expect([name, code]).toEqual([name, 2]);
        expect(err).not.toBe('');
      }
    expect(
      ['a.md', 'b.md', 'c.md', 'sub/d.md', 'hidden/e.md'].map((name) => readFileSync(join(folder, name), 'utf8')),
    ).toEqual(before);
    expect(readFileSync(join(elsewhere, 'home.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(elsewhere)).toEqual(['home.txt']);
  });
});

describe('what a run wrote it replaces', () => {
  it.each([...formatters.keys()])('%s, whatever it found, in either language, with colours', async (format) => {
    for (const words of [
      ['.'],
      ['c.md'],
      ['--locale', 'en', '.'],
      ['--locale', 'en', 'c.md'],
      ['--color', '.'],
      ['--frame', '.'],
      ['b.md', 'none.md'],
    ]) {
      const folder = archiveWith(DOCUMENTS);
      const ran = await run(folder, [...words, '-f', format, '-o', 'report.out']);
      expect(ran.err.replace(/^.*none\.md.*\n/, '')).toBe('');
      const again = await run(folder, [...words, '-f', format, '-o', 'report.out']);
      expect([words, again.code, again.err]).toEqual([words, ran.code, ran.err]);
      // Another format in the same place as well.
      expect((await run(folder, ['-f', 'json', '-o', 'report.out', 'c.md'])).err).toBe('');
    }
  });

  it('a spreadsheet that somebody has worked in is theirs', async () => {
    const folder = archiveWith(DOCUMENTS);
    expect((await run(folder, ['audit', '--xlsx', 'a.xlsx'])).code).toBe(0);
    const made = readFileSync(join(folder, 'a.xlsx'));
    writeFileSync(join(folder, 'a.xlsx'), made.subarray(0, made.length - 'jiedu-lint'.length));
    expect((await run(folder, ['audit', '--xlsx', 'a.xlsx'])).code).toBe(2);
  });
});

describe('two outputs are not one file', () => {
  it.each([
    [['-f', 'json', '-o', 'x.json', '-f', 'html', '-o', './x.json']],
    [['-f', 'json', '-o', 'x.json', '-f', 'html', '-o', 'X.JSON']],
    [['-f', 'json', '-o', 'one/x', '-f', 'html', '-o', 'two/x']],
    [['-f', 'json', '-o', 'first.json', '-f', 'html', '-o', 'second.json']],
    [['-f', 'json', '-o', 's.json', '--suppressions-location', './s.json']],
    [['-f', 'json', '-o', 'jiedu-lint-suppressions.json']],
    [['-f', 'json', '-o', 'c', '--cache', '--cache-location', 'c']],
  ])('%j', async (words) => {
    const folder = archiveWith({ ...FILES, 'one/y': '', 's.json': '{}\n', 'first.json': '[]\n' });
    symlinkSync('one', join(folder, 'two'));
    linkSync(join(folder, 'first.json'), join(folder, 'second.json'));
    const { code, err } = await run(folder, [...words, 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('同一个文件');
  });
});

describe('what is made afresh', () => {
  it.each([
    ['new', ['new', 'policy', '-o', 'x/draft.md']],
    ['init', ['init', '-y', '--ci', 'github']],
    ['import', ['import', 'in.html', '-o', 'x']],
  ])('does not go where links lead out: %s', async (_, words) => {
    const elsewhere = folderWith({ y: '' });
    const folder = archiveWith({
      'in.html': '<html><body><h1>关于办法的解读</h1><p>为了规范管理，制定本办法。</p></body></html>',
    });
    symlinkSync(elsewhere, join(folder, 'x'));
    symlinkSync(elsewhere, join(folder, '.github'));
    expect((await run(folder, words)).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual(['y']);
  });

  it.each([
    ['new', ['new', 'policy'], 'policy.md'],
    ['init', ['init', '-y'], 'jiedu-lint.config.yml'],
    ['import', ['import', 'in.html'], 'in.md'],
  ])('does not go where a link leads nowhere: %s', async (_, words, name) => {
    const elsewhere = folderWith({ y: '' });
    const folder = archiveWith({
      'in.html': '<html><body><h1>关于办法的解读</h1><p>为了规范管理，制定本办法。</p></body></html>',
    });
    symlinkSync(join(elsewhere, 'none'), join(folder, name));
    expect((await run(folder, words)).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual(['y']);
  });
});

describe('suppressions and caches', () => {
  it.each(['jiedu-lint-suppressions.json', 'c.json'])('are not written where a link leads: %s', async (name) => {
    const elsewhere = folderWith({ 'home.json': '{}\n' });
    const folder = archiveWith(FILES);
    symlinkSync(join(elsewhere, 'home.json'), join(folder, name));
    const { code, err } = await run(folder, ['--suppress-all', '--suppressions-location', name, 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('ELOOP');
    expect(readFileSync(join(elsewhere, 'home.json'), 'utf8')).toBe('{}\n');
  });

  it.each(['c', 'c/'])('a cache at %s', async (location) => {
    const elsewhere = folderWith({ '.bashrc': 'export PATH\n', y: '' });
    const folder = archiveWith(FILES);
    symlinkSync(location === 'c' ? join(elsewhere, '.bashrc') : elsewhere, join(folder, 'c'));
    const env = { XDG_CACHE_HOME: folderWith({ y: '' }) };
    const { code, err } = await run(folder, ['--cache', '--cache-location', location, 'a.md'], { env });
    expect(code).toBe(1);
    expect(err).not.toBe('');
    expect(readFileSync(join(elsewhere, '.bashrc'), 'utf8')).toBe('export PATH\n');
    expect(readdirSync(elsewhere).sort()).toEqual(['.bashrc', 'y']);
  });
});
