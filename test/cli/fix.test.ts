import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.js';
import { run } from './command.js';

const WRONG = '# 办法解读\n\n根据国办发[2017]23号,制定《关于印发《办法》的通知》(以下简称《通知》)。\n';
const RIGHT = '# 办法解读\n\n根据国办发〔2017〕23号，制定《关于印发〈办法〉的通知》（以下简称《通知》）。\n';
const FORMAT_RULES = ['doc-number-brackets', 'book-title-marks', 'fullwidth-punctuation'].flatMap((name) => [
  '--rule',
  `format/${name}: warn`,
]);

describe('--fix', () => {
  it('writes the fixed text and reports what is left', async () => {
    const folder = folderWith({ 'a.md': WRONG, 'b.md': RIGHT });
    const { code, out } = await lint(folder, ['--fix', '-f', 'json', 'a.md', 'b.md']);
    expect(code).toBe(0);
    expect(read(folder, 'a.md')).toBe(RIGHT);
    const [fixed, untouched] = JSON.parse(out);
    expect(fixed).toMatchObject({ messages: [], output: RIGHT });
    expect(untouched).not.toHaveProperty('output');
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md']);
  });

  it('keeps mode, byte order mark and line ends', async () => {
    const folder = folderWith({ 'a.md': `\ufeff${WRONG.replaceAll('\n', '\r\n')}` });
    chmodSync(join(folder, 'a.md'), 0o640);
    await lint(folder, ['--fix', 'a.md']);
    expect(read(folder, 'a.md')).toBe(`\ufeff${RIGHT.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
  });

  it.each(['link.md', 'linked/a.md', 'linked', 'chain.md', 'hidden.md'])(
    'writes nothing where a link leads, says so and ends with 2: %s',
    async (name) => {
      const folder = folderWith({ '.git/HEAD': '', '.git/note.md': WRONG, 'docs/a.md': WRONG });
      symlinkSync('docs/a.md', join(folder, 'link.md'));
      symlinkSync('docs', join(folder, 'linked'));
      symlinkSync('link.md', join(folder, 'chain.md'));
      symlinkSync('.git/note.md', join(folder, 'hidden.md'));
      const { code, err } = await lint(folder, ['--fix', name]);
      expect(code).toBe(2);
      expect(err).toContain(name);
      expect(err).toContain('符号链接');
      expect([read(folder, 'docs/a.md'), read(folder, '.git/note.md')]).toEqual([WRONG, WRONG]);
    },
  );

  it('fixes the file itself where a folder holds links to it as well', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'docs/a.md': WRONG });
    symlinkSync('docs/a.md', join(folder, 'link.md'));
    expect((await lint(folder, ['--fix', '.'])).code).toBe(0);
    expect(read(folder, 'docs/a.md')).toBe(RIGHT);
  });

  it('respects read-only files, says so and ends with 2', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    chmodSync(join(folder, 'a.md'), 0o444);
    const { code, err, out } = await lint(folder, ['--fix', '-f', 'json', 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('a.md');
    expect(err).toContain('EACCES');
    expect(read(folder, 'a.md')).toBe(WRONG);
    expect(JSON.parse(out)[0].warningCount).toBeGreaterThan(0);
  });

  it('leaves files in other encodings alone and says so', async () => {
    const text = '# 通知解读\r\n\r\n根据国办发[2017]23号制定。\r\n';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const gb18030 = Buffer.from([
      0x23,
      0x20,
      0xb9,
      0xfa,
      0xb0,
      0xec,
      0xb7,
      0xa2,
      ...Buffer.from('[2017]23'),
      0xba,
      0xc5,
      0x0a,
    ]);
    const folder = folderWith({ 'a.md': utf16, 'b.md': gb18030 });
    const { code, err } = await lint(folder, ['--fix', 'a.md', 'b.md']);
    expect(code).not.toBe(2);
    expect(err).toMatch(/a\.md.*utf-16le/);
    expect(err).toMatch(/b\.md.*gb18030/);
    expect(readFileSync(join(folder, 'a.md'))).toEqual(utf16);
    expect(readFileSync(join(folder, 'b.md'))).toEqual(gb18030);
  });

  it('fixes no warnings where --quiet hides them', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    await lint(folder, ['--fix', '--quiet', '--rule', 'format/doc-number-brackets: error', 'a.md']);
    expect(read(folder, 'a.md')).toBe(WRONG.replace('[2017]', '〔2017〕'));
  });

  it('does not go with standard input or --fix-dry-run', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    expect(await lint(folder, ['--fix', '--stdin'])).toMatchObject({ code: 2, out: '' });
    expect(await lint(folder, ['--fix', '--fix-dry-run', 'a.md'])).toMatchObject({ code: 2, out: '' });
    expect(read(folder, 'a.md')).toBe(WRONG);
  });
});

describe('--fix-dry-run', () => {
  it('reports as --fix does and leaves the file', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    const { out } = await lint(folder, ['--fix-dry-run', '-f', 'json', 'a.md']);
    expect(JSON.parse(out)[0]).toMatchObject({ messages: [], output: RIGHT });
    expect(read(folder, 'a.md')).toBe(WRONG);
  });

  it('gives the fixed text of standard input', async () => {
    const { out } = await lint(folderWith({}), ['--fix-dry-run', '--stdin', '-f', 'json'], WRONG);
    expect(JSON.parse(out)[0].output).toBe(RIGHT);
  });
});

describe('--fix-type', () => {
  it.each([['format'], [' format , format ']])('fixes what rules of the categories %j find', async (types) => {
    const folder = folderWith({ 'a.md': WRONG });
    await lint(folder, ['--fix', '--fix-type', types, 'a.md']);
    expect(read(folder, 'a.md')).toBe(RIGHT);
  });

  it('takes categories with rules that can be fixed only, and says which was likely meant', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    const { code, err } = await lint(folder, ['--fix', '--fix-type', 'fromat', '--locale', 'en', 'a.md']);
    expect(code).toBe(2);
    expect(err).toMatch(/--fix-type.*fromat.*format.*Did you mean format\?/);
    expect(await lint(folder, ['--fix', '--fix-type', 'element', 'a.md'])).toMatchObject({ code: 2, out: '' });
    expect(read(folder, 'a.md')).toBe(WRONG);
  });

  it('goes with --fix and --fix-dry-run only', async () => {
    const folder = folderWith({ 'a.md': WRONG });
    expect(await lint(folder, ['--fix-type', 'format', 'a.md'])).toMatchObject({ code: 2, out: '' });
    const { out } = await lint(folder, ['--fix-dry-run', '--fix-type', 'format', '-f', 'json', 'a.md']);
    expect(JSON.parse(out)[0]).toMatchObject({ output: RIGHT });
  });
});

describe('directives that do nothing', () => {
  const USELESS = WRONG.replace('\n\n', '\n\n<!-- jiedu-lint-disable structure/no-placeholder -- 旧 -->\n\n');

  it('go with --fix, and alone with --fix-type directive', async () => {
    const folder = folderWith({ '解读 一.md': USELESS, 'b.md': USELESS });
    const { code, out } = await lint(folder, ['--fix', '--fix-type', 'directive', '-f', 'json', '解读 一.md']);
    expect(code).toBe(0);
    expect(read(folder, '解读 一.md')).toBe(WRONG);
    expect(JSON.parse(out)[0].output).toBe(WRONG);
    await lint(folder, ['--fix', 'b.md']);
    expect(read(folder, 'b.md')).toBe(RIGHT);
  });

  it('stay where fixes of rules only are asked for, under --quiet, and where they are not reported', async () => {
    const folder = folderWith({ 'a.md': USELESS });
    await lint(folder, ['--fix', '--fix-type', 'format', 'a.md']);
    expect(read(folder, 'a.md')).toContain('jiedu-lint-disable');
    await lint(folder, ['--fix', '--quiet', 'a.md']);
    await lint(folder, ['--fix', '--report-unused-disable-directives-severity', 'off', 'a.md']);
    expect(read(folder, 'a.md')).toContain('jiedu-lint-disable');
    await lint(folder, ['--fix', '--quiet', '--report-unused-disable-directives', 'a.md']);
    expect(read(folder, 'a.md')).toBe(RIGHT);
  });

  it('stay in a read-only file, which ends the run with 2', async () => {
    const folder = folderWith({ 'a.md': USELESS });
    chmodSync(join(folder, 'a.md'), 0o444);
    const { code, err } = await lint(folder, ['--fix', '--fix-type', 'directive', 'a.md']);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(read(folder, 'a.md')).toBe(USELESS);
  });

  it('go from what the cache knows as well', async () => {
    const folder = folderWith({ 'a.md': USELESS });
    await lint(folder, ['--cache', 'a.md']);
    await lint(folder, ['--cache', '--fix', '--fix-type', 'directive', 'a.md']);
    expect(read(folder, 'a.md')).toBe(WRONG);
  });
});

describe('a document number', () => {
  it.each([
    ['云政发[2024]09号', '云政发〔2024〕9号'],
    ['"云政发（2024）第9号"', '"云政发〔2024〕9号"'],
    ['云溪市人民政府第9号令', '云溪市人民政府令第9号'],
  ])('%s is put right under recommended', async (written, proper) => {
    const text = (number: string) => `---\nkind: policy\ntitle: 云溪市停车办法\nnumber: ${number}\n---\n\n停车收费。\n`;
    const folder = folderWith({ 'a.md': text(written) });
    await run(folder, ['--preset', 'recommended', '--fix', 'a.md']);
    expect(read(folder, 'a.md')).toBe(text(proper));
  });
});

describe('personal data', () => {
  const numbers = [
    ...['13900001234', '370283198503125174', '6228480012345678903', 'limou99@qq.com'],
    ...['139.0000.1235', '（139）00001236', '身份证370283198503125175', '370283－19850312－5174'],
  ];
  const text = `---\nkind: interpretation\ntitle: 办法解读 13900001234\n---\n\n# 办法解读 13900001234\n\n背景(联系人${numbers.join('、')})。\n`;

  it.each(['json', 'stylish', 'compact'])('is shown by %s in no way', async (format) => {
    const folder = folderWith({ 'a.md': text });
    const asked = ['--fix-dry-run', '--rule', 'safety/no-personal-data: error', '-f', format, 'a.md'];
    const { code, out, err } = await lint(folder, asked);
    expect(code).toBe(1);
    expect(out).toContain('no-personal-data');
    for (const number of numbers) expect(out + err).not.toContain(number);
  });

  it('is masked by inspect', async () => {
    const folder = folderWith({ 'a.md': text });
    for (const format of ['json', 'text']) {
      const { out } = await run(folder, ['inspect', '-f', format, 'a.md']);
      for (const number of numbers) expect(out).not.toContain(number);
    }
  });
});

/** Lints by the format rules as warnings. */
function lint(folder: string, argv: readonly string[], stdin = ''): ReturnType<typeof run> {
  return run(folder, ['--preset', 'base', '--rule', 'meta/schema: off', ...FORMAT_RULES, ...argv], { stdin });
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
