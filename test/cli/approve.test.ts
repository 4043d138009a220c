import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const BODY = '一、背景\n\n全市有床位1200张。\n';
const DIGEST = `sha256-text-v1:${createHash('sha256').update('一、背景全市有床位1200张。').digest('hex')}`;

const cli = new CommandLine();
const run = (words: readonly string[], answer?: string) =>
  cli.run(['approve', ...words], answer === undefined ? undefined : [answer]);
const content = (name = 'briefing.md') => cli.read(name);

function file(content: string | Uint8Array, name = 'briefing.md'): string {
  cli.write(name, content);
  return name;
}

const frontMatter = (lines: string) => `---\nkind: briefing\ntitle: 发布稿\n${lines}---\n\n${BODY}`;

describe('jiedu-lint approve', () => {
  it('stamps date and digest after showing them', async () => {
    file(frontMatter(''));
    expect(await run(['briefing.md', '--date', '2024-05-10', '--yes'])).toBe(0);
    expect(content()).toBe(frontMatter(`approval:\n  approved: 2024-05-10\n  digest: ${DIGEST}\n`));
    expect(cli.out).toContain(`+   approved: 2024-05-10`);
    expect(cli.out).toContain(`+   digest: ${DIGEST}`);
  });

  it('takes today where no date is given', async () => {
    file(frontMatter(''));
    await run(['briefing.md', '-y']);
    expect(content()).toMatch(/approved: \d{4}-\d{2}-\d{2}\n/);
  });

  const kept: readonly (readonly [string, string, string])[] = [
    [
      'other keys, comments and order',
      'approval:\n  signatory: 周明   # 局长\n  approved: 2024-01-02 # 上次\n  digest:\nurgent: true # 是\n',
      `approval:\n  signatory: 周明   # 局长\n  approved: 2024-05-10 # 上次\n  digest: ${DIGEST}\nurgent: true # 是\n`,
    ],
    [
      'a map on one line',
      'approval: { signatory: 周明, approved: 2024-01-02 } # 审批\n',
      `approval: { signatory: 周明, approved: 2024-05-10, digest: ${DIGEST} } # 审批\n`,
    ],
    ['an empty map', 'approval: {}\n', `approval: {approved: 2024-05-10, digest: ${DIGEST}}\n`],
    [
      'an empty key and the comment behind it',
      'approval: # 待批\nurgent: true\n',
      `approval: # 待批\n  approved: 2024-05-10\n  digest: ${DIGEST}\nurgent: true\n`,
    ],
    [
      'deeper indentation',
      'approval:\n      signatory: "周明"\n',
      `approval:\n      signatory: "周明"\n      approved: 2024-05-10\n      digest: ${DIGEST}\n`,
    ],
    [
      'quotation marks around another value',
      'approval:\n  digest: "old"\n  approved: \'2024-01-02\'\n',
      `approval:\n  digest: ${DIGEST}\n  approved: 2024-05-10\n`,
    ],
    [
      'a date that is left open',
      'approval:\n  approved:\n',
      `approval:\n  approved: 2024-05-10\n  digest: ${DIGEST}\n`,
    ],
    [
      'a digest that is left open',
      'approval:\n  digest:\nurgent: true\n',
      `approval:\n  digest: ${DIGEST}\n  approved: 2024-05-10\nurgent: true\n`,
    ],
    [
      'what stands above a date that is left open',
      'approval:\n  signatory: 周明\n  approved:\n',
      `approval:\n  signatory: 周明\n  approved: 2024-05-10\n  digest: ${DIGEST}\n`,
    ],
    [
      'what stands below a date that is left open',
      'approval:\n  approved:\n  signatory: 周明\n',
      `approval:\n  approved: 2024-05-10\n  signatory: 周明\n  digest: ${DIGEST}\n`,
    ],
    [
      'both left open',
      'approval:\n  approved:\n  digest:\n',
      `approval:\n  approved: 2024-05-10\n  digest: ${DIGEST}\n`,
    ],
  ];
  it.each(kept)('keeps %s', async (_, before, after) => {
    file(frontMatter(before));
    expect(await run(['briefing.md', '--date', '2024-05-10', '-y'])).toBe(0);
    expect(content()).toBe(frontMatter(after));
  });

  it('writes Chinese keys where the front matter is in Chinese', async () => {
    const chinese = (lines: string) => `---\n类型: 吹风会发布稿\n标题: 发布稿\n${lines}---\n${BODY}`;
    file(chinese(''));
    await run(['briefing.md', '--date', '2024-05-10', '-y']);
    expect(content()).toBe(chinese(`审批:\n  批准: 2024-05-10\n  内容摘要: ${DIGEST}\n`));
  });

  it('gives front matter to a briefing without any', async () => {
    file(`# 云溪市供热办法吹风会发布稿\n\n${BODY}`);
    expect(await run(['briefing.md', '--date', '2024-05-10', '-y'])).toBe(0);
    expect(content()).toMatch(/^---\napproval:\n {2}approved: 2024-05-10\n {2}digest: \S+\n---\n\n# 云溪市供热办法/);
  });

  it('keeps byte order mark, line ends and encoding', async () => {
    const text = (lines: string) => `\ufeff${frontMatter(lines).replaceAll('\n', '\r\n')}`;
    const stamp = `approval:\n  approved: 2024-05-10\n  digest: ${DIGEST}\n`;
    file(text(''));
    file(Buffer.from(text(''), 'utf16le'), 'wide.md');
    expect(await run(['briefing.md', '--date', '2024-05-10', '-y'])).toBe(0);
    expect(await run(['wide.md', '--date', '2024-05-10', '-y'])).toBe(0);
    expect(content()).toBe(text(stamp));
    expect(readFileSync(join(cli.folder, 'wide.md')).toString('utf16le')).toBe(text(stamp));
  });

  it('keeps the mode, and leaves nothing beside it', async () => {
    file(frontMatter(''), 'real.md');
    chmodSync(join(cli.folder, 'real.md'), 0o640);
    expect(await run(['real.md', '-y'])).toBe(0);
    expect(statSync(join(cli.folder, 'real.md')).mode & 0o777).toBe(0o640);
    expect(content('real.md')).toContain('digest:');
    expect(readdirSync(cli.folder).sort()).toEqual(['real.md']);
  });

  it('writes nothing where a link leads', async () => {
    file(frontMatter(''), 'real.md');
    symlinkSync('real.md', join(cli.folder, 'link.md'));
    symlinkSync('.', join(cli.folder, 'linked'));
    for (const name of ['link.md', 'linked/real.md']) {
      expect(await run([name, '-y'])).toBe(2);
      expect(cli.err).toContain('符号链接');
      expect(cli.out).toBe('');
      expect(await run([name], '是')).toBe(2);
      expect(cli.out).toBe('');
    }
    expect(content('real.md')).toBe(frontMatter(''));
  });

  it('leaves a text alone that is still the one approved', async () => {
    const stamped = frontMatter(`approval:\n  approved: 2024-01-02\n  digest: ${DIGEST}\n`);
    file(stamped);
    expect(await run(['briefing.md'])).toBe(0);
    expect(content()).toBe(stamped);
    expect(cli.out).toContain('2024-01-02');
  });

  it('asks on a terminal, and writes on yes alone', async () => {
    const before = frontMatter('');
    file(before);
    expect(await run(['briefing.md'], '')).toBe(2);
    expect(content()).toBe(before);
    expect(cli.err).toContain('没有写入');
    expect(await run(['briefing.md'], 'y')).toBe(0);
    expect(content()).not.toBe(before);
  });

  it('writes nothing without a terminal and without --yes', async () => {
    const before = frontMatter('');
    file(before);
    expect(await run(['briefing.md'])).toBe(2);
    expect(content()).toBe(before);
    expect(cli.out).toContain('digest:');
    expect(cli.err).toContain('--yes');
  });

  it('does not overwrite what was changed while it asked', async () => {
    file(frontMatter(''));
    const changing = () => {
      file(frontMatter('urgent: true\n'));
      return 'y';
    };
    expect(await cli.run(['approve', 'briefing.md'], [changing])).toBe(2);
    expect(content()).toBe(frontMatter('urgent: true\n'));
  });

  const refused: readonly (readonly [string, string | Uint8Array, readonly string[], string])[] = [
    ['an interpretation', '---\nkind: interpretation\ntitle: 解读\n---\n正文。\n', [], 'interpretation'],
    ['front matter that cannot be read', '---\nkind: [briefing\n---\n正文。\n', [], 'jiedu-lint briefing.md'],
    ['front matter in braces', '---\n{kind: briefing, title: 发布稿}\n---\n正文。\n', [], 'sha256-text-v1:'],
    ['an approval that is a text', frontMatter('approval: 已批准\n'), [], 'approval'],
    ['GB18030', Buffer.from([...Buffer.from('---\nkind: briefing\n---\n'), 0xb7, 0xa2, 0xb2, 0xbc]), [], 'UTF-8'],
    ['a date in another form', frontMatter(''), ['--date', '2024年5月10日'], '2024-05-10'],
    ['a day there is not', frontMatter(''), ['--date', '2024-02-30'], '2024-02-30'],
  ];
  it.each(refused)('refuses %s', async (_, before, flags, said) => {
    file(before);
    expect(await run(['briefing.md', '-y', ...flags])).toBe(2);
    expect(cli.err).toContain(said);
    expect(readFileSync(join(cli.folder, 'briefing.md'))).toEqual(Buffer.from(before));
  });

  it('says what is wrong in either language', async () => {
    file('---\nkind: policy\ntitle: 办法\n---\n正文。\n');
    await run(['briefing.md']);
    expect(cli.err).toContain('不是吹风会发布稿');
    await run(['briefing.md', '--locale', 'en']);
    expect(cli.err).toContain('is no briefing');
    await run(['nothing.md', '--locale', 'en']);
    expect(cli.err).toContain('nothing.md  There is no such file');
  });
});
