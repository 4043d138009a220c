import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const FILE = 'jiedu-lint-suppressions.json';
const LINT = ['-f', 'json', '--rule', 'structure/no-placeholder: error', '--rule', 'structure/no-empty-section: warn'];

const cli = new CommandLine();

beforeEach(() => {
  cli.write('jiedu-lint.config.yaml', 'extends: []\n');
  cli.write('旧/a.md', '# 甲\n\n一、背景\n\n待补充\n\n二、目标\n\nXX市\n\n三、空\n');
});

const lint = (...words: string[]) => cli.run([...LINT, ...words, '旧']);
const rulesFound = () => cli.found().map((found) => found.split(' ')[0]);
const suppressed = () =>
  (JSON.parse(cli.out) as { suppressedMessages: unknown[] }[]).flatMap(({ suppressedMessages }) => suppressedMessages);

describe('the suppressions file', () => {
  it('takes in what there is; only what is new is reported from then on', async () => {
    expect(await lint()).toBe(1);
    const before = rulesFound().length;
    expect(before).toBeGreaterThan(1);
    expect(await lint('--suppress-all')).toBe(0);
    expect(Object.keys(JSON.parse(cli.read(FILE)))).toEqual(['旧/a.md']);
    expect(await lint()).toBe(0);
    expect(suppressed()).toHaveLength(before);
    cli.write('旧/a.md', `# 甲\n\n新的一段。\n\n${cli.read('旧/a.md').slice(5)}\n\n四、联系\n\n待补充\n`);
    expect(await lint()).toBe(1);
    expect(rulesFound()).toEqual(['structure/no-placeholder']);
  });

  it('takes in some rules', async () => {
    expect(await lint('--suppress-rule', 'structure/no-placeholder')).toBe(0);
    expect(new Set(rulesFound())).toEqual(new Set(['structure/no-empty-section']));
  });

  it('takes in errors only with --quiet', async () => {
    expect(await lint('--suppress-all', '--quiet')).toBe(0);
    expect(Object.keys(JSON.parse(cli.read(FILE))['旧/a.md'])).toEqual(['structure/no-placeholder']);
  });

  it('fails a run that finds less than it suppresses, until it is pruned or the run passes on it', async () => {
    await lint('--suppress-all');
    cli.write('旧/a.md', cli.read('旧/a.md').replace('待补充', '为了便民。'));
    expect(await lint()).toBe(2);
    expect(cli.err).toContain('--prune-suppressions');
    expect(cli.err).toContain('旧/a.md');
    expect(await lint('--pass-on-unpruned-suppressions')).toBe(0);
    expect(await lint('--prune-suppressions')).toBe(0);
    expect(await lint()).toBe(0);
    rmSync(join(cli.folder, '旧/a.md'));
    cli.write('旧/b.md', '# 乙\n');
    await lint('--prune-suppressions');
    expect(cli.read(FILE)).toBe('{}\n');
  });

  describe('fails a run that should have found a file which is gone', () => {
    const run = (...patterns: string[]) => cli.run([...LINT, ...patterns]);
    beforeEach(async () => {
      cli.write('旧/深/b.md', '# 乙\n\n待补充\n');
      cli.write('新/c.md', '# 丙\n\n待补充\n');
      expect(await run('--suppress-all', '.')).toBe(0);
    });

    it.each([
      ['.', '旧/深/b.md'],
      ['旧', '旧/深/b.md'],
      ['**/*.md', '旧/深/b.md'],
      ['旧/**', '旧/a.md'],
      ['新', '旧/a.md', 0],
      ['新/c.md', '旧/a.md', 0],
      ['旧/*.md', '旧/深/b.md', 0],
    ])('%s without %s', async (pattern, gone, code = 2) => {
      rmSync(join(cli.folder, gone));
      expect(await run(pattern)).toBe(code);
      expect(cli.err.includes(gone)).toBe(code === 2);
      await run('--prune-suppressions', '.');
      expect(await run('.')).toBe(0);
    });

    it('or a folder, or a file that was renamed', async () => {
      rmSync(join(cli.folder, '旧/深'), { recursive: true });
      expect(await run('.')).toBe(2);
      renameSync(join(cli.folder, '新/c.md'), join(cli.folder, '新/d.md'));
      expect(await run('新')).toBe(2);
      expect(rulesFound()).toContain('structure/no-placeholder');
      expect(cli.err).toContain('新/c.md');
    });

    it('but not one that the config takes out', async () => {
      rmSync(join(cli.folder, '旧/深/b.md'));
      cli.write('jiedu-lint.config.yaml', 'extends: []\nignores: [旧/深]\n');
      expect(await run('.')).toBe(0);
    });
  });

  it('may stand elsewhere', async () => {
    expect(await lint('--suppressions-location', 'ci/old.json')).toBe(2);
    expect(cli.err).toContain('--suppress-all');
    expect(await lint('--suppressions-location', 'ci/old.json', '--suppress-all')).toBe(0);
    expect(await lint('--suppressions-location', 'ci/old.json')).toBe(0);
    expect(existsSync(join(cli.folder, FILE))).toBe(false);
  });

  it('is not made by pruning', async () => {
    await lint('--prune-suppressions');
    expect(existsSync(join(cli.folder, FILE))).toBe(false);
  });

  it('is refused where it is damaged, before anything is done', async () => {
    cli.write(FILE, '<<<<<<< HEAD\n{}\n');
    const before = cli.read('旧/a.md');
    expect(await lint('--fix', '--suppress-all')).toBe(2);
    expect(cli.err).toContain(FILE);
    expect(cli.err).not.toContain('    at ');
    expect(cli.out).toBe('');
    expect([cli.read(FILE), cli.read('旧/a.md')]).toEqual(['<<<<<<< HEAD\n{}\n', before]);
  });

  it('is left alone where it is read-only', async () => {
    cli.write(FILE, '{}\n');
    chmodSync(join(cli.folder, FILE), 0o444);
    expect(await lint('--suppress-all')).toBe(2);
    expect(cli.err).toContain('EACCES');
    expect(cli.read(FILE)).toBe('{}\n');
  });

  it.each([
    [['--suppress-all', '--suppress-rule', 'structure/no-placeholder'], '--suppress-rule'],
    [['--suppress-all', '--prune-suppressions'], '--prune-suppressions'],
    [['--suppress-rule', 'structure/no-placehodler'], 'structure/no-placeholder'],
  ])('%j is a mistake', async (words, said) => {
    expect(await lint(...words)).toBe(2);
    expect(cli.err).toContain(said);
    expect(existsSync(join(cli.folder, FILE))).toBe(false);
  });
});

describe('directives that suppress nothing', () => {
  beforeEach(() => cli.write('旧/a.md', '<!-- jiedu-lint-disable structure/no-placeholder -->\n\n# 甲\n'));

  it.each([
    [[], 0, 1],
    [['--report-unused-disable-directives'], 1, 2],
    [['--report-unused-disable-directives-severity', 'error'], 1, 2],
    [['--report-unused-disable-directives-severity', 'off'], 0, undefined],
  ])('%j', async (words, code, severity) => {
    expect(await lint(...words)).toBe(code);
    const [{ messages }] = JSON.parse(cli.out) as [{ messages: { messageId: string; severity: number }[] }];
    expect(messages.find(({ messageId }) => messageId === 'unusedDisable')?.severity).toBe(severity);
  });

  it('cannot be asked for twice', async () => {
    const words = ['--report-unused-disable-directives', '--report-unused-disable-directives-severity', 'warn'];
    expect(await lint(...words)).toBe(2);
  });
});
