import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CommandLine } from './command-line.js';

const cli = new CommandLine();
beforeEach(() => {
  cli.works = { 'npm view jiedu-lint@0.0.0 bin --json': '{ "jiedu-lint": "bin/jiedu-lint.js" }' };
});
const files = () =>
  readdirSync(cli.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(cli.folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

describe('init', () => {
  it('writes a config alone where nothing is said', async () => {
    expect(await cli.run(['init'])).toBe(0);
    expect(files()).toEqual(['jiedu-lint.config.yaml']);
    expect(parse(cli.read('jiedu-lint.config.yaml'))).toEqual({ extends: 'recommended' });
    expect(cli.out).toContain('jiedu-lint.config.yaml');
  });

  it('tells editors of the schema where the package is installed in the folder', async () => {
    const schema = 'node_modules/jiedu-lint/schemas/config.schema.json';
    cli.write(schema, '{}');
    expect(await cli.run(['init', '-y'])).toBe(0);
    expect(cli.read('jiedu-lint.config.yaml').split('\n')[0]).toBe(`# yaml-language-server: $schema=./${schema}`);
  });

  it.each(['解读', '1', 'true', 'a b', '- x'])('writes folders so that they are read back: %s', async (folder) => {
    mkdirSync(join(cli.folder, folder));
    cli.write(`${folder}/a.md`, '# 题\n');
    expect(await cli.run(['init', '-y', '--preset', 'all', '--', folder])).toBe(0);
    expect(parse(cli.read('jiedu-lint.config.yaml'))).toEqual({ extends: 'all', paths: [folder] });
    await cli.run(['-f', 'json']);
    expect(JSON.parse(cli.out)).toHaveLength(1);
  });

  it('asks what the options do not say', async () => {
    mkdirSync(join(cli.folder, 'docs'));
    mkdirSync(join(cli.folder, '政策'));
    expect(await cli.run(['init'], ['all', 'docs、政策', 'GitHub', 'y'])).toBe(0);
    expect(parse(cli.read('jiedu-lint.config.yaml'))).toEqual({ extends: 'all', paths: ['docs', '政策'] });
    expect(files()).toEqual([
      '.github/workflows/jiedu-lint.yml',
      '.pre-commit-config.yaml',
      'jiedu-lint.config.yaml',
      'package.json',
    ]);
  });

  it('takes Enter for the defaults, and does not ask under --yes', async () => {
    expect(await cli.run(['init'], ['', '', '', ''])).toBe(0);
    expect(files()).toEqual(['jiedu-lint.config.yaml']);
    expect(await cli.run(['init', '--yes', '--ci', 'gitee'], ['all'])).toBe(0);
    expect(cli.err).not.toContain('预设');
  });

  it.each([
    ['github', '.github/workflows/jiedu-lint.yml', '--format github'],
    ['gitlab', '.gitlab-ci.yml', 'gl-code-quality-report.json'],
    ['gitee', '.workflow/jiedu-lint.yml', 'build@nodejs'],
  ])('writes a workflow for %s', async (ci, path, text) => {
    expect(await cli.run(['init', '-y', '--ci', ci])).toBe(0);
    const workflow = JSON.stringify(parse(cli.read(path)));
    expect(workflow).toContain(text);
    // What the lock file pins, and nothing by its name.
    expect(workflow).toMatch(/"npm ci".*"npx --no-install jiedu-lint --format /);
    expect(workflow).not.toMatch(/--yes|jiedu-lint@|npm i /);
    expect(files()).toEqual([path, 'jiedu-lint.config.yaml', 'package.json'].sort());
  });

  it('overwrites nothing and says what is there', async () => {
    cli.write('jiedu-lint.config.json', '{}');
    cli.write('.gitlab-ci.yml', 'mine');
    cli.write('package.json', '{"devDependencies":{"jiedu-lint":"1"}}');
    expect(await cli.run(['init', '-y', '--ci', 'gitlab'])).toBe(2);
    expect(cli.err).toContain('jiedu-lint.config.json 已经存在');
    expect(cli.err).toContain('.gitlab-ci.yml 已经存在');
    expect(files()).toEqual(['.gitlab-ci.yml', 'jiedu-lint.config.json', 'package.json']);
    expect(cli.read('.gitlab-ci.yml')).toBe('mine');
    expect(cli.read('package.json')).toBe('{"devDependencies":{"jiedu-lint":"1"}}');
    expect(cli.ran).toEqual([]);
  });

  it.each([
    [['--preset', 'recomended'], 'recommended'],
    [['--ci', 'gitlib'], 'gitlab'],
    [['nowhere'], 'nowhere'],
  ])('names a mistake and writes nothing: %j', async (words, named) => {
    expect(await cli.run(['init', '-y', ...words])).toBe(2);
    expect(cli.err).toContain(named);
    expect(files()).toEqual([]);
  });
});

describe('the package that CI and hooks run', () => {
  const ADDRESS = 'https://git.example/jiedu-lint.git';
  const init = (...words: string[]) => cli.run(['init', '-y', '--ci', 'github', ...words]);
  const needed = () => JSON.parse(cli.read('package.json')).devDependencies;

  it('is that of the registry, if it has it', async () => {
    expect(await init()).toBe(0);
    expect(JSON.parse(cli.read('package.json'))).toEqual({ private: true, devDependencies: { 'jiedu-lint': '0.0.0' } });
    expect(cli.out).toContain('npm install');
  });

  it.each([
    {},
    { 'npm view jiedu-lint@0.0.0 bin --json': '' },
    { 'npm view jiedu-lint@0.0.0 bin --json': '{"other":"x"}' },
  ])('is not that of the registry where this has none, or another: %j', async (works) => {
    cli.works = works;
    expect(await init()).toBe(2);
    expect(cli.err).toContain('--from');
    expect(files()).toEqual([]);
  });

  it.each([
    [ADDRESS, ADDRESS, `git+${ADDRESS}`],
    [`git+${ADDRESS}#v1`, ADDRESS, `git+${ADDRESS}#v1`],
    ['git@git.example:a/b.git', 'ssh://git@git.example/a/b.git', 'git+ssh://git@git.example/a/b.git'],
    ['ssh://git@git.example/a/b', 'ssh://git@git.example/a/b', 'git+ssh://git@git.example/a/b'],
    ['git+file:///srv/b', 'file:///srv/b', 'git+file:///srv/b'],
  ])('may come from git: %s', async (source, asked, spec) => {
    expect(await init('--from', source)).toBe(2);
    expect(cli.err).toContain('得不到');
    cli.works = { [`git ls-remote ${asked} HEAD`]: 'abc HEAD' };
    expect(await init('--from', source)).toBe(0);
    expect(needed()).toEqual({ 'jiedu-lint': spec });
  });

  it('may be a tarball of the repository, or one with an address', async () => {
    expect(await init('--from', 'vendor/jiedu-lint.tgz')).toBe(2);
    expect(await init('--from', '../jiedu-lint.tgz')).toBe(2);
    expect(cli.err).toContain('之外');
    cli.write('vendor/jiedu-lint.tgz', '');
    expect(await init('--from', './vendor/jiedu-lint.tgz')).toBe(0);
    expect(needed()).toEqual({ 'jiedu-lint': 'file:vendor/jiedu-lint.tgz' });
    cli.write('package.json', '{}');
    const address = 'https://a.example/x.tgz';
    cli.works = { [`npm pack ${address} --dry-run --json --ignore-scripts`]: '[{"name": "jiedu-lint"}]' };
    await init('--from', address);
    expect(needed()).toEqual({ 'jiedu-lint': address });
  });

  it.each([
    'jiedu-lint',
    'http://a.example/x.tgz',
    'ext::sh -c x',
    '-x.tgz',
    'https://a.example/x',
    'x.git',
    '$(x).tgz',
    'a;b.tgz',
  ])('comes from no such place as %s, which no program is asked of', async (source) => {
    expect(await init(`--from=${source}`)).toBe(2);
    expect(cli.err).toContain('不是可以安装的来源');
    expect([files(), cli.ran]).toEqual([[], []]);
  });

  it('is asked for again after a wrong answer, but not for ever', async () => {
    cli.works = { [`git ls-remote ${ADDRESS} HEAD`]: '' };
    expect(await cli.run(['init', '--pre-commit'], ['', '', '', '', 'x', ADDRESS])).toBe(0);
    expect(cli.err).toContain('得不到');
    expect(cli.err).toContain('不是可以安装的来源');
    expect(needed()).toEqual({ 'jiedu-lint': `git+${ADDRESS}` });
    cli.write('package.json', '{}');
    expect(await cli.run(['init', '--pre-commit'], [])).toBe(2);
  });

  it('is put among what is needed, and the rest stays', async () => {
    cli.write('package.json', '{\n\t"name": "a",\n\t"devDependencies": {\n\t\t"z": "1",\n\t\t"a": "1"\n\t}\n}\n');
    expect(await init()).toBe(0);
    expect(cli.read('package.json')).toBe(
      '{\n\t"name": "a",\n\t"devDependencies": {\n\t\t"a": "1",\n\t\t"jiedu-lint": "0.0.0",\n\t\t"z": "1"\n\t}\n}\n',
    );
  });

  it('is left as it is where it is named already', async () => {
    const text = '{"dependencies":{"jiedu-lint":"9"}}';
    cli.write('package.json', text);
    expect(await init('--from', 'x')).toBe(0);
    expect([cli.read('package.json'), cli.ran]).toEqual([text, []]);
  });

  it.each(['{', 'null'])('is put into no broken manifest: %s', async (text) => {
    cli.write('package.json', text);
    expect(await init()).toBe(2);
    expect(files()).toEqual(['package.json']);
    expect(cli.read('package.json')).toBe(text);
  });
});

describe('what pre-commit is told', () => {
  it('is to hand all files to one process, which the lock file pins', async () => {
    mkdirSync(join(cli.folder, '解读 材料'));
    expect(await cli.run(['init', '-y', '--pre-commit', '解读 材料'])).toBe(0);
    const [hook] = parse(cli.read('.pre-commit-config.yaml')).repos[0].hooks;
    expect(hook).toMatchObject({
      language: 'system',
      entry: 'npx --no-install jiedu-lint --hook',
      types: ['markdown'],
      require_serial: true,
    });
    // Which of the files are checked the config says.
    cli.write('解读 材料/a.md', '# 停车收费办法解读\n\n待补充。\n');
    cli.write('b.md', '# 停车收费办法解读\n\n待补充。\n');
    expect(await cli.run(['-f', 'json', '--hook', 'b.md'])).toBe(0);
    expect(await cli.run(['-f', 'json', '--hook', 'b.md', '解读 材料/a.md'])).toBe(1);
    expect(JSON.parse(cli.out)).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('may run what our own repository holds', () => {
    expect(statSync(join(import.meta.dirname, '../../bin/jiedu-lint.js')).mode & 0o111).toBe(0o111);
  });

  it('stands in the hooks of our own repository as well', () => {
    const own = parse(readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8'));
    expect(own).toEqual([
      expect.objectContaining({
        id: 'jiedu-lint',
        entry: 'jiedu-lint --hook',
        types: ['markdown'],
        require_serial: true,
      }),
    ]);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints the script for %s', async (shell) => {
    expect(await cli.run(['completion', shell])).toBe(0);
    for (const word of ['no-plugins', 'element/scope', 'inspect']) expect(cli.out).toContain(word);
  });

  it('knows no other shell', async () => {
    expect(await cli.run(['completion', 'bahs'])).toBe(2);
    expect(cli.err).toContain('bash');
    expect(existsSync(join(cli.folder, 'completions'))).toBe(false);
  });
});
