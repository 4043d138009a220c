import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CommandLine } from './command-line.js';

let cli: CommandLine;
beforeEach(() => {
  cli = new CommandLine();
});
afterEach(() => cli.remove());

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
    expect(files()).toEqual(['.github/workflows/jiedu-lint.yml', '.pre-commit-config.yaml', 'jiedu-lint.config.yaml']);
  });

  it('takes Enter for the defaults, and does not ask under --yes', async () => {
    expect(await cli.run(['init'], ['', '', '', ''])).toBe(0);
    expect(files()).toEqual(['jiedu-lint.config.yaml']);
    expect(await cli.run(['init', '--yes', '--ci', 'gitee'], ['all'])).toBe(0);
    expect(cli.err).not.toContain('预设');
  });

  it.each([
    ['github', '.github/workflows/jiedu-lint.yml', 'npx --yes jiedu-lint@0.0.0 --format github'],
    ['gitlab', '.gitlab-ci.yml', 'gl-code-quality-report.json'],
    ['gitee', '.workflow/jiedu-lint.yml', 'build@nodejs'],
  ])('writes a workflow for %s', async (ci, path, text) => {
    expect(await cli.run(['init', '-y', '--ci', ci])).toBe(0);
    expect(JSON.stringify(parse(cli.read(path)))).toContain(text);
    expect(files()).toEqual([path, 'jiedu-lint.config.yaml'].sort());
  });

  it('overwrites nothing and says what is there', async () => {
    cli.write('jiedu-lint.config.json', '{}');
    cli.write('.gitlab-ci.yml', 'mine');
    expect(await cli.run(['init', '-y', '--ci', 'gitlab'])).toBe(2);
    expect(cli.err).toContain('jiedu-lint.config.json 已经存在');
    expect(cli.err).toContain('.gitlab-ci.yml 已经存在');
    expect(files()).toEqual(['.gitlab-ci.yml', 'jiedu-lint.config.json']);
    expect(cli.read('.gitlab-ci.yml')).toBe('mine');
    expect(await cli.run(['init', '-y', '--pre-commit'])).toBe(0);
    expect(parse(cli.read('.pre-commit-config.yaml')).repos[0].hooks[0].additional_dependencies).toEqual([
      'jiedu-lint@0.0.0',
    ]);
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

describe('what pre-commit is told', () => {
  const hook = () => parse(cli.read('.pre-commit-config.yaml')).repos[0].hooks[0];

  it('is to hand all files to one process, of the folders of the config only', async () => {
    for (const folder of ['解读 材料', 'a.b', 'c']) mkdirSync(join(cli.folder, folder));
    expect(await cli.run(['init', '-y', '--pre-commit', '解读 材料', './a.b', 'c/'])).toBe(0);
    expect(hook()).toMatchObject({ types: ['markdown'], require_serial: true });
    const files = new RegExp(hook().files, 'u');
    for (const path of ['解读 材料/甲/乙.md', 'a.b/x.md', 'c/x.md']) expect(path).toMatch(files);
    for (const path of ['README.md', 'aab/x.md', 'cc/x.md', 'docs/c/x.md']) expect(path).not.toMatch(files);
  });

  it('is nothing of folders where all is linted', async () => {
    await cli.run(['init', '-y', '--pre-commit']);
    expect(hook()).not.toHaveProperty('files');
  });

  it('stands in the hooks of our own repository as well', () => {
    const own = parse(readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8'));
    expect(own).toEqual([expect.objectContaining({ id: 'jiedu-lint', types: ['markdown'], require_serial: true })]);
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
