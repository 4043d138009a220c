import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/index.js';
import { run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

const SECRET = 'BASE64SECRET';
const PRESET = `name: ${SECRET.toLowerCase()}\nsource: { name: ${SECRET} }\nclauses:\n  - { id: A-1, article: 一, demand: ${SECRET}, human: ${SECRET} }\n`;
const CONFIG = 'jiedu-lint.config.yaml';

/** A repository, and beside it what is none of its business. */
function world(config: string, where = 'proj/docs'): string {
  const folder = folderWith({
    'proj/.git/HEAD': '',
    'proj/docs/a.md': '# 说明\n\n为了规范。\n',
    'proj/secrets/.env': `TOKEN: ${SECRET}\n`,
    'proj/secrets/env.yaml': `TOKEN: ${SECRET}\n`,
    'proj/secrets/source.yaml': `source: ${SECRET}\n`,
    'proj/secrets/list.json': `["${SECRET}", {"name":"${SECRET}"}]`,
    'outside/config.json': `{"auths":{"x":{"auth":"${SECRET}"}},"name":"${SECRET}"}`,
    'outside/preset.yaml': PRESET,
    'outside/policy.md': `---\nkind: policy\ntitle: ${SECRET}办法\n---\n\n第一条 ${SECRET}每人999元。\n`,
    'outside/jiedu-lint.config.yaml': `"${SECRET}": 1\n`,
  });
  symlinkSync(join(folder, 'outside'), join(folder, 'proj/away'));
  symlinkSync(join(folder, 'outside/preset.yaml'), join(folder, 'proj/docs/linked.yaml'));
  writeFileSync(join(folder, where, CONFIG), config);
  return folder;
}

/** All that commands say of a folder; none of them takes it. */
async function saidOf(cwd: string, ...words: string[]): Promise<string> {
  const said: string[] = [];
  for (const command of [[], ['audit'], ['inspect'], ['--print-config']]) {
    const { code, out, err } = await run(cwd, [...command, ...(command.length > 0 ? ['docs/a.md'] : words)]);
    expect([command, code]).toEqual([command, 2]);
    said.push(out, err);
  }
  await expect(lintFiles('docs', { cwd })).rejects.toThrow();
  return said.join('\n');
}

describe('a config that came with an archive names nothing outside its repository', () => {
  it.each([
    ['extends: [../../outside/config.json]'],
    ['extends: [../../outside/preset.yaml]'],
    ['extends: ../away/preset.yaml'],
    ['extends: [./linked.yaml]'],
    ['extends: [/etc/passwd]'],
    ['extends: ./own.yaml'],
    ['extends: all\narchive: { root: / }'],
    ['extends: all\narchive: { root: ../.. }'],
    ['extends: all\narchive: { root: ../away }'],
    ['extends: all\npaths: [../../outside]'],
    ['extends: all\npaths: ["../../*/*.md"]'],
    ['extends: all\npaths: [../away]'],
  ])('%s', async (config) => {
    const folder = world(`${config}\n`);
    writeFileSync(
      join(folder, 'proj/docs/own.yaml'),
      PRESET.replaceAll(SECRET, 'x').replace('name: base64secret', 'name: own\nextends: ../../outside/preset.yaml'),
    );
    const said = await saidOf(join(folder, 'proj'), 'docs');
    expect(said).toContain('之外');
    expect(said).not.toMatch(/BASE64SECRET|base64secret|root:/);
  });

  it('without a repository nothing outside its folder', async () => {
    const folder = folderWith({
      'proj/docs/a.md': '# 说明\n',
      'proj/preset.yaml': PRESET,
      [`proj/docs/${CONFIG}`]: 'extends: ../preset.yaml\n',
    });
    const said = await saidOf(join(folder, 'proj'), 'docs');
    expect(said).toContain('之外');
    expect(said).not.toMatch(/BASE64SECRET|base64secret/);
  });

  it('what is no preset is not quoted, inside either', async () => {
    for (const name of ['.env', 'env.yaml', 'source.yaml', 'list.json']) {
      const said = await saidOf(join(world(`extends: [../secrets/${name}]\n`), 'proj'), 'docs');
      expect(said).toContain('这不是预设');
      expect(said).toContain(`secrets/${name}`);
      expect(said).not.toContain(SECRET);
    }
  });

  it('it may itself be no link out of it', async () => {
    const folder = world('extends: all\n', 'proj');
    for (const to of ['../../outside/jiedu-lint.config.yaml', '../away/jiedu-lint.config.yaml', '/etc/passwd']) {
      const docs = join(folder, 'proj', `docs${to.length}`);
      mkdirSync(docs);
      writeFileSync(join(docs, 'a.md'), '# 说明\n');
      symlinkSync(to, join(docs, CONFIG));
      const { code, out, err } = await run(join(folder, 'proj'), [docs]);
      expect(code).toBe(2);
      expect(err).toContain('之外');
      expect(out + err).not.toMatch(/BASE64SECRET|root:/);
    }
  });

  it('what stands inside it may name', async () => {
    const folder = world('extends: ../rules/own.yaml\narchive: { root: .. }\npaths: [.]\n');
    mkdirSync(join(folder, 'proj/rules'));
    writeFileSync(join(folder, 'proj/rules/own.yaml'), PRESET);
    expect((await run(join(folder, 'proj'), ['docs'])).code).not.toBe(2);
  });
});

it('a config above the repository does not count, and that is told where there is none inside', async () => {
  const folder = folderWith({
    [CONFIG]: 'extends: []\nrules: { structure/no-placeholder: off }\n',
    'proj/.git/HEAD': '',
    'proj/docs/a.md': '# 关于物业管理的说明\n\n待补充。\n',
  });
  const above = join(folder, CONFIG);
  for (const cwd of [folder, join(folder, 'proj'), join(folder, 'proj/docs')]) {
    const words = [cwd === folder ? 'proj' : '.', '--rule', 'structure/no-placeholder: error'];
    const { code, err } = await run(cwd, words);
    expect(code).toBe(1);
    expect(err.split(above)).toHaveLength(3);
    expect((await run(cwd, [...words, '-c', above])).err).toBe('');
    expect((await run(cwd, [...words, '--no-config-lookup'])).err).toBe('');
  }
  writeFileSync(join(folder, 'proj', CONFIG), 'extends: []\nrules: { length/max-length: error }\n');
  expect((await run(folder, ['proj'])).err).not.toContain(above);
});

describe('a config that a person names may name what there is', () => {
  it.each([
    ['extends: [../../outside/preset.yaml]'],
    ['extends: []\nrules: { length/max-length: error }\narchive: { root: ../.. }'],
    ['extends: []\nrules: { length/max-length: error }\npaths: [., ../../outside/policy.md]'],
  ])('%s', async (config) => {
    const folder = world(`${config}\n`);
    expect((await run(join(folder, 'proj'), ['-c', `docs/${CONFIG}`, 'docs'])).code).not.toBe(2);
  });

  it('and what it names is what is checked', async () => {
    const folder = world('extends: []\nrules: { length/max-length: error }\npaths: [../../outside/policy.md]\n');
    const { json } = await run(join(folder, 'proj'), ['-c', `docs/${CONFIG}`, '-f', 'json']);
    expect(json().map(({ filePath }) => filePath)).toEqual([join(folder, 'outside/policy.md')]);
  });

  it('and so may the command line', async () => {
    const folder = world('extends: []\nrules: { length/max-length: error }\n');
    expect((await run(join(folder, 'proj'), ['--preset', '../outside/preset.yaml', 'docs'])).code).not.toBe(2);
  });
});

describe('ignore files', () => {
  it('that are links out of the repository do not count', async () => {
    for (const name of ['.gitignore', '.jiedulintignore']) {
      const folder = world('extends: []\nrules: { length/max-length: error }\n');
      writeFileSync(join(folder, 'outside/list'), '*\n');
      symlinkSync('../../outside/list', join(folder, 'proj/docs', name));
      const ran = await run(join(folder, 'proj'), ['-f', 'json', 'docs']);
      expect(ran.json()).toHaveLength(1);
    }
  });

  it('that are links inside count', async () => {
    const folder = world('extends: []\nrules: { length/max-length: error }\n');
    writeFileSync(join(folder, 'proj/list'), '*\n');
    symlinkSync('../list', join(folder, 'proj/docs/.jiedulintignore'));
    expect((await run(join(folder, 'proj'), ['docs'])).err).toContain('忽略');
    expect(readdirSync(join(folder, 'proj/docs'))).toContain('a.md');
  });
});
