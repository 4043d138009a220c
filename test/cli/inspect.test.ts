import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { archiveWith, CLEAN, run } from './command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const POLICY =
  '---\nkind: policy\ntitle: 云溪市物业管理办法\nnumber: 云政发〔2024〕8号\n---\n\n第一条　为了规范，制定本办法。\n';
const INTERPRETATION = [
  '---',
  'title: 《云溪市物业管理办法》解读',
  'policy: ../zc/a.md',
  '---',
  '',
  '一、背景依据',
  '',
  '为了规范物业管理，根据《物业管理条例》，制定本办法。',
  '',
  '（一）适用范围。本办法适用于本市住宅小区。',
  '',
  '详见[原文](../zc/a.md)和[附件](none.pdf)。',
  '',
].join('\r\n');

const archive = () => archiveWith({ 'zc/a.md': POLICY, 'jd/b.md': INTERPRETATION });

describe('inspect', () => {
  it('prints as JSON what was seen', async () => {
    const folder = archive();
    const { code, out, err } = await run(folder, ['inspect', '--format', 'json', 'jd/b.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [seen, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect(seen).toMatchObject({
      filePath: join(folder, 'jd/b.md'),
      kind: 'interpretation',
      kindReason: expect.stringContaining('解读'),
      title: '《云溪市物业管理办法》解读',
      wordCount: 6 + 26 + 21 + 8,
      sections: [
        { title: '一、背景依据', level: 1, style: 'numbered', line: 6 },
        { title: '（一）适用范围', level: 2, style: 'run-in', line: 10 },
      ],
      links: [
        { to: '../zc/a.md', line: 3, column: 9, resolved: join(folder, 'zc/a.md') },
        { to: '../zc/a.md', line: 12, column: 8, resolved: join(folder, 'zc/a.md') },
        { to: 'none.pdf', line: 12, column: 25, resolved: null },
      ],
    });
    expect(Object.keys(seen.elements)).toEqual(ELEMENT_IDS);
    const { scope, benefits } = seen.elements;
    expect(scope).toMatchObject({ status: 'section', line: 10, column: expect.any(Number) });
    expect(INTERPRETATION.split('\r\n')[scope.line - 1]?.slice(scope.column - 1)).toMatch(
      new RegExp(`^${scope.evidence.split(/\r?\n/)[0]}`),
    );
    expect(benefits).toMatchObject({ status: 'absent', line: null, column: null, evidence: null });
  });

  it('adds up: the parts of 字数 are the whole', async () => {
    const { out } = await run(archive(), ['inspect', '-f', 'json', 'jd/b.md']);
    const [{ wordCount, wordCountParts }] = JSON.parse(out);
    expect(wordCountParts.cjk + wordCountParts.marks + wordCountParts.runs).toBe(wordCount);
  });

  it('prints the same for people, in both languages', async () => {
    const folder = archive();
    const chinese = await run(folder, ['inspect', 'jd/b.md']);
    expect(chinese.code).toBe(0);
    for (const part of ['jd/b.md', '《云溪市物业管理办法》解读', '字数', '一、背景依据', '10:1', '→ zc/a.md'])
      expect(chinese.out).toContain(part);
    const english = await run(folder, ['inspect', '--locale', 'en', 'jd/b.md']);
    for (const part of ['kind: interpretation', 'title: ', 'sections: ', 'elements: ', 'links: '])
      expect(english.out).toContain(part);
  });

  it('takes folders, globs, configs and options before its name', async () => {
    const folder = archive();
    const names = async (...args: string[]) =>
      JSON.parse((await run(folder, args)).out).map((seen: { filePath: string }) =>
        seen.filePath.slice(folder.length + 1),
      );
    expect(await names('inspect', '-f', 'json', '.')).toEqual(['jd/b.md', 'zc/a.md']);
    expect(await names('inspect', '-f', 'json', '*/a.md')).toEqual(['zc/a.md']);
    expect(await names('--no-config-lookup', 'inspect', '--format=json', 'jd')).toEqual(['jd/b.md']);
  });

  it('speaks Chinese alone', async () => {
    const { out } = await run(archiveWith({ 'a.md': `${POLICY}\n一、背景\n\n为了规范。\n` }), ['inspect', 'a.md']);
    expect(out.replace('a.md', '')).not.toMatch(/[A-Za-z]/);
    expect(out).toContain('类型：政策文件（文首元数据写明）');
  });

  it('says why the kind is what it is', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': 'overrides:\n  - files: fabu/**\n    kind: briefing\n',
      'fabu/a.md': CLEAN,
      'b.md': '---\nkind: policy\n---\n文。\n',
      'c.md': '一句话。\n',
    });
    const { out } = await run(folder, ['inspect', '-f', 'json', '.']);
    expect(
      JSON.parse(out).map(({ kind, kindReason }: { kind: string; kindReason: string }) => [kind, kindReason]),
    ).toEqual([
      ['policy', '文首元数据写明'],
      [null, expect.any(String)],
      ['briefing', expect.stringContaining('fabu/**')],
    ]);
  });

  it('fails for files that are missing or no text, and shows the rest', async () => {
    const folder = archiveWith({ 'a.md': POLICY, 'b.md': new Uint8Array([0, 1, 2]) });
    const { code, out, err } = await run(folder, ['inspect', '-f', 'json', 'none.md', 'b.md', 'a.md']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toContain('none.md');
    expect(err).toContain('b.md');
  });

  it('shows unsafe characters harmless', async () => {
    const folder = archiveWith({ 'a.md': '# 标题\x1b[31m红\n\n文。\n' });
    expect((await run(folder, ['inspect', 'a.md'])).out).not.toContain('\x1b');
  });
});

describe('inspect of what holds no document', () => {
  it.each([
    ['empty', '“empty”下面没有可检查的文件'],
    ['pictures', '“pictures”下面没有可检查的文件'],
    ['pictures/*', '“pictures/*”下面没有可检查的文件'],
    ['*.markdown', '“*.markdown”下面没有可检查的文件'],
    ['none', '找不到“none”'],
    ['none.md', '找不到“none.md”'],
  ])('says what is the matter: %s', async (pattern, said) => {
    const folder = archiveWith({ 'pictures/a.png': '' });
    mkdirSync(join(folder, 'empty'));
    const { code, err } = await run(folder, ['inspect', pattern]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

describe('explain', () => {
  it('finds the rule of an element by its Chinese name', async () => {
    const [byName, byId] = [await run(root, ['explain', '涉及范围']), await run(root, ['explain', 'element/scope'])];
    expect(byName.out).toBe(byId.out);
    expect(byName.code).toBe(0);
  });

  it.each([
    ['explian', 'explain'],
    ['inspct', 'inspect'],
    ['audt', 'audit'],
  ])('is suggested where a command is misspelt: %s', async (word, command) => {
    const { code, err } = await run(root, [word, 'element/scope']);
    expect(code).toBe(2);
    expect(err).toContain(`jiedu-lint ${command}`);
  });

  it.each(rules.map(({ id }) => id))('prints the page of %s in both languages', async (id) => {
    const chinese = await run(root, ['explain', id]);
    expect(chinese).toMatchObject({ code: 0, err: '' });
    expect(chinese.out).toBe(`${readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8').trimEnd()}\n`);
    expect(chinese.out).toContain(id);
    const english = await run(root, ['explain', '--locale', 'en', id]);
    expect(english.code).toBe(0);
    expect(english.out).not.toBe(chinese.out);
  });

  it.each([
    ['element/scop', 'element/scope'],
    ['scope', 'element/scope'],
    ['no-placeholder', 'structure/no-placeholder'],
  ])('knows what %s might be', async (name, near) => {
    const { code, out, err } = await run(root, ['explain', name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`“${name}”`);
    expect(err).toContain(near);
  });

  it.each([
    ['-c', 'none.yaml'],
    ['-c', 'folder'],
    ['-c', 'broken.yaml'],
    ['-c', 'typing.json'],
    ['--preset', 'recomended'],
    ['--rule', 'element/scop: off'],
  ])('tells of a config that is not there or wrong as lint does: %s %s', async (...words) => {
    const files = { 'folder/x': '', 'broken.yaml': 'rules: [', 'typing.json': '{"rulse": {}}', 'a.md': '# 题\n' };
    const folder = archiveWith(files);
    const linted = await run(folder, ['a.md', ...words]);
    for (const name of ['element/scope', '涉及范围', 'no/such'])
      expect(await run(folder, ['explain', name, ...words])).toEqual({ ...linted, json: expect.anything() });
    expect(linted.code).toBe(2);
  });

  it('speaks the language of the config', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': 'locale: en\n' });
    const english = await run(root, ['explain', 'element/scope', '--locale', 'en']);
    expect((await run(folder, ['explain', 'element/scope'])).out).toBe(english.out);
    expect((await run(folder, ['explain', 'element/scope', '--locale', 'zh-CN'])).out).not.toBe(english.out);
  });

  it('makes no guess at what is like nothing, and reads no other file', async () => {
    for (const name of ['zzzzzz', '../architecture', 'element/../../../package.json'])
      expect(await run(root, ['explain', name])).toMatchObject({ code: 2, out: '' });
  });
});

describe('help', () => {
  it('is there in both languages, for the program and each command', async () => {
    for (const args of [['--help'], ['lint', '--help'], ['inspect', '-h'], ['explain', '--help']]) {
      const chinese = await run(root, args);
      expect(chinese).toMatchObject({ code: 0, err: '' });
      expect(chinese.out).toMatch(/^用法：/);
      const english = await run(root, [...args, '--locale', 'en']);
      expect(english.code).toBe(0);
      expect(english.out).toMatch(/^Usage:/);
      expect(english.out.replace(/jiedu-lint inspect [^ ]+/g, '')).not.toMatch(/[\u4e00-\u9fff]{3,}/);
    }
  });

  it('names every option of the program', async () => {
    const { out } = await run(root, ['--help']);
    for (const option of [
      '-c, --config',
      '--no-config-lookup',
      '--preset',
      '--rule',
      '-f, --format',
      '-o, --output-file',
      '--quiet',
      '--max-warnings',
      '--exit-zero',
      '--stdin',
      '--stdin-filename',
      '--ignore-pattern',
      '--no-ignore',
      '--no-error-on-unmatched-pattern',
      '--print-config',
      '--color',
      '--no-color',
      '--locale',
    ])
      expect(out).toContain(option);
  });

  it('has the version beside it', async () => {
    expect(await run(root, ['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
    expect(await run(root, ['-v'])).toMatchObject({ code: 0, out: '1.2.3\n' });
  });
});
