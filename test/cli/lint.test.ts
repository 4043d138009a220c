import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutPrivileges } from '../files/folder.js';
import { archiveWith, CLEAN, ERROR, RULES, run, said, WARNING } from './command.js';

const archive = (more: Record<string, string | Uint8Array> = {}) =>
  archiveWith({
    'jiedu-lint.config.yaml': RULES,
    'clean.md': CLEAN,
    'error.md': ERROR,
    'warning.md': WARNING,
    'notes/x.text': ERROR,
    ...more,
  });

describe('exit codes', () => {
  it.each([
    ['clean.md', 0],
    ['warning.md', 0],
    ['error.md', 1],
    ['.', 1],
    ['error.md --exit-zero', 0],
    ['none.md --exit-zero', 2],
    ['none.md', 2],
    ['none.md error.md', 2],
    ['warning.md --max-warnings 0', 1],
    ['warning.md --max-warnings 1', 0],
    ['warning.md --max-warnings 0 --quiet', 1],
    ['warning.md --max-warnings 0 --exit-zero', 0],
    ['error.md --quiet', 1],
    ['warning.md --quiet', 0],
    ['no*.md', 2],
    ['notes', 2],
    ['none.md clean.md --no-error-on-unmatched-pattern', 0],
    ['no*.md notes none.md --no-error-on-unmatched-pattern', 0],
    ['error.md none.md --no-error-on-unmatched-pattern', 1],
    ['lint clean.md', 0],
    ['lint error.md', 1],
  ])('%s: %i', async (line, code) => {
    const ran = await run(archive(), line.split(' '));
    expect(ran.code).toBe(code);
    expect(ran.err).not.toMatch(/^ {4}at /m);
  });
});

describe('the report', () => {
  it('is stylish, places under the path', async () => {
    const { out, err } = await run(archive(), ['error.md']);
    expect(out).toBe(
      [
        'error.md',
        '  5:1  错误  留有占位文字“待补充”  structure/no-placeholder',
        '      改法  请换成正式内容，没有内容就删去这一处',
        '',
        '✖ 共 1 个问题（1 个错误，0 个警告）',
        '',
      ].join('\n'),
    );
    expect(err).toBe('');
  });

  it('is JSON in ESLint’s shape', async () => {
    const folder = archive();
    const [error, warning] = (await run(folder, ['-f', 'json', 'warning.md', 'error.md'])).json();
    expect(error).toEqual({
      filePath: join(folder, 'error.md'),
      messages: [
        {
          ruleId: 'structure/no-placeholder',
          severity: 2,
          message: expect.stringContaining('待补充'),
          messageId: 'placeholder',
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 4,
          clauses: expect.any(Array),
        },
      ],
      suppressedMessages: [],
      errorCount: 1,
      warningCount: 0,
      fatalErrorCount: 0,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
    });
    expect(warning).toMatchObject({ filePath: join(folder, 'warning.md'), errorCount: 0, warningCount: 1 });
    expect(warning?.messages[0]).toMatchObject({ severity: 1, ruleId: 'link/no-broken-link', clauses: ['XY-3.4a'] });
  });

  it('is compact for editors', async () => {
    const folder = archive();
    const { out } = await run(folder, ['--format=compact', 'error.md']);
    expect(out.split('\n')[0]).toMatch(
      new RegExp(`^${join(folder, 'error.md')}: line 5, col 1, Error - .* \\(structure/no-placeholder\\)$`),
    );
  });

  it('lists files by path, each once, clean ones too', async () => {
    const folder = archive({ 'b/z.md': CLEAN, 'b/a.md': CLEAN });
    const results = (await run(folder, ['-f', 'json', 'b/z.md', '.', 'b', '**/*.md'])).json();
    expect(results.map(({ filePath }) => filePath.slice(folder.length + 1))).toEqual([
      'b/a.md',
      'b/z.md',
      'clean.md',
      'error.md',
      'warning.md',
    ]);
  });

  it('leaves warnings out with --quiet', async () => {
    const folder = archive();
    const { out } = await run(folder, ['--quiet', '.']);
    expect(out).toContain('error.md\n  5:1  ');
    expect(out).not.toContain('warning.md');
    const results = (await run(folder, ['--quiet', '-f', 'json', 'warning.md'])).json();
    expect(results).toMatchObject([{ messages: [], warningCount: 0, errorCount: 0 }]);
  });

  it('says how many warnings are too many', async () => {
    const { err } = await run(archive(), ['--max-warnings', '0', 'warning.md']);
    expect(err).toBe('警告有 1 个，超过 --max-warnings 的 0 个\n');
  });

  it('goes to a file, its folders made on the way; the exit code stays', async () => {
    const folder = archive();
    const { code, out } = await run(folder, ['-f', 'json', '-o', 'reports/today/lint.json', 'error.md'], {
      colors: true,
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(readFileSync(join(folder, 'reports/today/lint.json'), 'utf8'))).toHaveLength(1);
    await run(folder, ['-o', 'report.txt', 'error.md'], { colors: true });
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain('\x1b');
  });

  it('that cannot be written is a failure', async () => {
    const { code, err, out } = await run(archive(), ['-o', 'notes', 'clean.md']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('notes');
    expect(err).toContain('EISDIR');
  });

  it('is there in English', async () => {
    const { out } = await run(archive(), ['--locale', 'en', '.']);
    expect(out).toContain('error.md\n  5:1  error  A placeholder');
    expect(out).toContain('✖ 2 problems (1 error, 1 warning)');
    expect(out.replaceAll('待补充', '')).not.toMatch(/[\u4e00-\u9fff]{2,}/);
  });

  it('takes its language from the config, and the option before it', async () => {
    const folder = archive({ 'jiedu-lint.config.yaml': `${RULES}locale: en\n` });
    expect((await run(folder, ['error.md'])).out).toContain('1 error');
    expect((await run(folder, ['error.md', '--locale', 'zh-CN'])).out).toContain('1 个错误');
  });
});

describe('colours', () => {
  it.each([
    [[], { colors: true }, true],
    [[], { colors: false }, false],
    [['--color'], { colors: false }, true],
    [['--no-color'], { colors: true }, false],
    [[], { colors: true, env: { NO_COLOR: '1' } }, false],
    [[], { colors: true, env: { NO_COLOR: '' } }, true],
    [['--color'], { colors: false, env: { NO_COLOR: '1' } }, true],
    [[], { colors: false, env: { FORCE_COLOR: '1' } }, true],
    [[], { colors: true, env: { FORCE_COLOR: '0' } }, false],
  ] as const)('%j %j: %s', async (options, surroundings, coloured) => {
    const { out } = await run(archive(), [...options, 'error.md'], surroundings);
    expect(out.includes('\x1b[')).toBe(coloured);
  });
});

describe('standard input', () => {
  it('is linted as a file of the working folder', async () => {
    const folder = archive();
    const { code, json } = await run(folder, ['--stdin', '-f', 'json'], { stdin: ERROR });
    expect(code).toBe(1);
    expect(json()[0]?.filePath).toMatch(new RegExp(`^${folder}/[^/]+$`));
    expect(said(json()[0]?.messages)).toEqual(['5:1 structure/no-placeholder placeholder']);
  });

  it('stands for the file that is named: its config, its links', async () => {
    const folder = archive({
      'jd/jiedu-lint.config.yaml': 'extends: []\nrules:\n  link/no-broken-link: error\n',
      'jd/there.md': CLEAN,
    });
    const text = '# 题目\n\n文。[在](there.md)[不在](none.md)待补充\n';
    const { code, json } = await run(folder, ['--stdin', '--stdin-filename', 'jd/a.md', '-f', 'json'], { stdin: text });
    expect(code).toBe(1);
    expect(json()[0]?.filePath).toBe(join(folder, 'jd/a.md'));
    expect(said(json()[0]?.messages)).toEqual(['3:21 link/no-broken-link missingFile']);
  });

  it('is not linted where its file would be ignored', async () => {
    const folder = archive({ '.gitignore': 'drafts/\n', 'drafts/a.md': ERROR });
    const args = ['--stdin', '--stdin-filename', 'drafts/a.md', '-f', 'json'];
    const { code, json } = await run(folder, args, { stdin: ERROR });
    expect(code).toBe(0);
    expect(said(json()[0]?.messages)).toEqual(['1:1 null ignored']);
    expect((await run(folder, [...args, '--no-ignore'], { stdin: ERROR })).code).toBe(1);
  });

  it.each([
    [new Uint8Array([0xff, 0xff, 0xfe]), 'undecodable'],
    [new Uint8Array([0x61, 0x00]), 'binary'],
  ])('may be no text', async (stdin, messageId) => {
    const { code, json } = await run(archive(), ['--stdin', '-f', 'json'], { stdin });
    expect(code).toBe(2);
    expect(said(json()[0]?.messages)).toEqual([`1:1 null ${messageId}`]);
  });

  it('does not go with paths', async () => {
    const { code, err, out } = await run(archive(), ['--stdin', 'error.md'], { stdin: CLEAN });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--stdin');
  });
});

describe('files', () => {
  it('that are missing are findings; the rest is linted', async () => {
    const { code, json } = await run(archive(), ['-f', 'json', 'none.md', 'error.md']);
    expect(code).toBe(2);
    expect(json().map(({ messages }) => said(messages))).toEqual([
      ['5:1 structure/no-placeholder placeholder'],
      ['1:1 null notFound'],
    ]);
  });

  it('that nothing matches are named, and nothing is reported', async () => {
    for (const pattern of ['no*.md', 'notes', '']) {
      const { code, out, err } = await run(archive(), [pattern]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`“${pattern}”`);
    }
    const { out, err } = await run(archive(), ['no*.md', 'clean.md']);
    expect(out).toContain('1 个文件');
    expect(err).toContain('no*.md');
  });

  it('default to what the config names, else to the folder', async () => {
    const folder = archive({ 'jd/a.md': ERROR });
    const names = async (cwd: string) =>
      (await run(cwd, ['-f', 'json'])).json().map(({ filePath }) => filePath.slice(folder.length + 1));
    expect(await names(folder)).toEqual(['clean.md', 'error.md', 'jd/a.md', 'warning.md']);
    writeFileSync(join(folder, 'jiedu-lint.config.yaml'), `${RULES}paths: [jd]\n`);
    expect(await names(folder)).toEqual(['jd/a.md']);
    expect(await names(join(folder, 'jd'))).toEqual(['jd/a.md']);
  });

  it('that are no text, not to be decoded or too large are fatal findings on them', async () => {
    const folder = archive({
      'binary.md': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      'broken.md': Buffer.concat([Buffer.from('政策解读材料'), Buffer.from([0xff, 0xff])]),
      'large.md': 'a'.repeat(8 * 1024 * 1024 + 1),
    });
    const { code, json } = await run(folder, ['-f', 'json', '.']);
    expect(code).toBe(2);
    const found = json().map(({ filePath, messages }) =>
      [filePath.slice(folder.length + 1), ...said(messages)].join(' '),
    );
    expect(found).toEqual([
      'binary.md 1:1 null binary',
      'broken.md 1:1 null undecodable',
      'clean.md',
      'error.md 5:1 structure/no-placeholder placeholder',
      'large.md 1:1 null tooLarge',
      'warning.md 7:6 link/no-broken-link missingFile',
    ]);
  });

  it('in GB18030 are linted, with a warning; those with a BOM without', async () => {
    const gb = new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf, 0xbd, 0xe2, 0xb6, 0xc1, 0x0a]);
    const folder = archive({ 'gb.md': gb, 'bom.md': `\ufeff---\ntitle: 甲\n---\n\n待补充。\n` });
    const results = (await run(folder, ['-f', 'json', 'gb.md', 'bom.md'])).json();
    expect(results.map(({ messages }) => said(messages))).toEqual([
      ['5:1 structure/no-placeholder placeholder'],
      ['1:1 null encoding'],
    ]);
    expect(results[1]).toMatchObject({ warningCount: 1, fatalErrorCount: 0 });
  });

  it('that may not be read are fatal findings on them', async () => {
    const folder = archive({ 'secret.md': CLEAN });
    chmodSync(join(folder, 'secret.md'), 0);
    const { code, json } = await withoutPrivileges(folder, () => run(folder, ['-f', 'json', '.']));
    expect(code).toBe(2);
    expect(json().flatMap(({ messages }) => said(messages))).toContain('1:1 null unreadable');
    expect(json()).toHaveLength(4);
  });

  it('of folders that may not be read are told of, and the rest is linted', async () => {
    const folder = archive({ 'locked/a.md': CLEAN });
    chmodSync(join(folder, 'locked'), 0);
    const { code, err, json } = await withoutPrivileges(folder, () => run(folder, ['-f', 'json', '.']));
    chmodSync(join(folder, 'locked'), 0o755);
    expect(code).toBe(2);
    expect(err).toContain(join(folder, 'locked'));
    expect(json()).toHaveLength(3);
  });

  it('may be folders by the name of a glob, and have blanks', async () => {
    const folder = archive({ '通知[2023]/a b.md': ERROR });
    expect((await run(folder, ['通知[2023]'])).out).toContain('通知[2023]/a b.md\n  5:1  ');
  });
});

describe('ignoring', () => {
  const ignoring = () =>
    archiveWith({
      'jiedu-lint.config.yaml': `${RULES}ignores: [old/**]\n`,
      '.gitignore': 'drafts/\n',
      '.jiedulintignore': 'private.md\n',
      'clean.md': CLEAN,
      'old/a.md': ERROR,
      'drafts/a.md': ERROR,
      'private.md': ERROR,
    });

  it('leaves out what ignore files, config and command line take out', async () => {
    const folder = ignoring();
    expect((await run(folder, ['-f', 'json', '.'])).json()).toHaveLength(1);
    expect((await run(folder, ['-f', 'json', '.', '--no-ignore'])).json()).toHaveLength(4);
    const patterned = await run(folder, [
      '-f',
      'json',
      '.',
      '--no-ignore',
      '--ignore-pattern',
      'old',
      '--ignore-pattern',
      'drafts',
    ]);
    expect(patterned.json().length).toBeGreaterThan(0);
  });

  it('takes patterns from the command line', async () => {
    const folder = archive();
    const { code, out } = await run(folder, ['.', '--ignore-pattern', 'error.md', '--ignore-pattern=warn*']);
    expect(code).toBe(0);
    expect(out).toContain('1 个文件');
  });

  it.each(['old/a.md', 'drafts/a.md', 'private.md'])('is a warning for a file named in full: %s', async (name) => {
    const folder = ignoring();
    const { code, json } = await run(folder, ['-f', 'json', name]);
    expect(code).toBe(0);
    expect(json().map(({ messages }) => said(messages))).toEqual([['1:1 null ignored']]);
    expect((await run(folder, [name, '--max-warnings', '0'])).code).toBe(1);
    expect((await run(folder, [name, '--no-ignore'])).code).toBe(1);
  });

  it.each(['old', 'drafts', 'old/*.md'])('is a failure where all of %s is ignored', async (pattern) => {
    const folder = ignoring();
    const { code, out, err } = await run(folder, [pattern]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--no-ignore');
    expect((await run(folder, [pattern, '--no-error-on-unmatched-pattern'])).code).toBe(0);
  });
});

describe('options behind a command’s name', () => {
  it('count as those before it', async () => {
    const folder = archive({ '.gitignore': 'drafts/\n', 'drafts/a.md': ERROR });
    for (const args of [
      ['lint', 'error.md', '-f', 'json'],
      ['-f', 'json', 'lint', 'error.md'],
    ])
      expect((await run(folder, args)).json()).toHaveLength(1);
    expect((await run(folder, ['lint', 'drafts/a.md', '--no-ignore'])).code).toBe(1);
    expect((await run(folder, ['lint', 'none.md', '--no-error-on-unmatched-pattern'])).code).toBe(0);
    expect(
      (
        await run(folder, [
          'lint',
          '--no-config-lookup',
          '--rule',
          'structure/no-placeholder: off',
          '--preset',
          'recommended',
          '-f',
          'json',
          'error.md',
        ])
      )
        .json()[0]
        ?.messages.map(({ ruleId }) => ruleId),
    ).not.toContain('structure/no-placeholder');
    expect((await run(folder, ['--quiet', 'lint', 'warning.md'])).out).not.toContain('none.md');
  });
});

it('writes nothing but the report it was asked for', async () => {
  const folder = archive();
  mkdirSync(join(folder, 'empty'));
  await run(folder, ['.']);
  expect(existsSync(join(folder, '.jiedulintcache'))).toBe(false);
  expect(readFileSync(join(folder, 'error.md'), 'utf8')).toBe(ERROR);
});
