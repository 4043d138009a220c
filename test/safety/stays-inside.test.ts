import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

const SECRET = '绝不外传';
const secretPolicy = `---
kind: policy
title: ${SECRET}的办法
number: 密政发〔2024〕8号
---

第一条　${SECRET}。
`;

const interpretation = (policy: string, body = '') => `---
kind: interpretation
title: 《云溪市物业管理办法》解读
policy: ${policy}
---

一、背景

为了规范物业管理。

${body}
`;

/** An archive of one interpretation, and beside it a policy that is nobody's business, which some links lead to. */
function archiveBeside(text: string): { folder: string; elsewhere: string } {
  const elsewhere = folderWith({ 'secret.md': secretPolicy, 'more/other.md': secretPolicy });
  const folder = folderWith({ 'a.md': text, 'jiedu-lint.config.yaml': 'extends: [all]\n', 'zc/keep.txt': '' });
  return { folder, elsewhere };
}

async function everythingSaid(folder: string): Promise<string> {
  const formats = ['json', 'stylish', 'html', 'sarif', 'markdown', 'github', 'json-with-metadata'];
  const runs: string[] = [];
  for (const format of formats) {
    const { out, err } = await run(folder, ['-f', format, 'a.md']);
    runs.push(out, err);
  }
  const { out, err } = await run(folder, ['inspect', 'a.md']);
  return [...runs, out, err].join('\n');
}

describe('what links lead to stays inside the archive', () => {
  it.each(['../secret.md', '%2e%2e/secret.md', 'zc/../../secret.md', '..\\secret.md'])('%s', async (to) => {
    const folder = folderWith({
      'archive/jiedu-lint.config.yaml': 'extends: [all]\n',
      'archive/a.md': interpretation(to, `[办法](<${to}>)`),
      'secret.md': secretPolicy,
    });
    const said = await everythingSaid(join(folder, 'archive'));
    expect(said).toContain('link/no-broken-link');
    expect(said).not.toContain(SECRET);
  });

  it.each([
    [
      'a link to a file',
      'zc/b.md',
      (elsewhere: string, folder: string) => symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'zc/b.md')),
    ],
    [
      'a link to a folder',
      'zc/more/other.md',
      (elsewhere: string, folder: string) => symlinkSync(join(elsewhere, 'more'), join(folder, 'zc/more')),
    ],
    [
      'a link to a link',
      'zc/b.md',
      (elsewhere: string, folder: string) => {
        symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'zc/one.md'));
        symlinkSync('one.md', join(folder, 'zc/b.md'));
      },
    ],
  ])('%s', async (_name, to, link) => {
    const { folder, elsewhere } = archiveBeside(interpretation(to, `[办法](${to})`));
    link(elsewhere, folder);
    const said = await everythingSaid(folder);
    expect(said).toContain('链接指到了文库之外');
    expect(said).not.toContain(SECRET);
  });

  it('finds no paper behind a link when it looks for a number or a title', async () => {
    for (const policy of ['密政发〔2024〕8号', `${SECRET}的办法`]) {
      const { folder, elsewhere } = archiveBeside(interpretation(policy));
      symlinkSync(join(elsewhere, 'more'), join(folder, 'zc/more'));
      symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'zc/b.md'));
      expect(await everythingSaid(folder)).toContain('文库里找不到政策文件或解读材料');
    }
  });

  it('follows links that stay inside', async () => {
    const { folder } = archiveBeside(interpretation('zc/real/b.md', '[原文](zc/real/none.md)'));
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/b.md'), secretPolicy);
    symlinkSync('../real', join(folder, 'zc/real'));
    const broken = (await run(folder, ['-f', 'json', 'a.md']))
      .json()[0]
      ?.messages.filter(({ ruleId }) => ruleId === 'link/no-broken-link');
    expect(broken?.map(({ messageId }) => messageId)).toEqual(['missingFile']);
    expect((await run(folder, ['inspect', 'a.md'])).out).toContain('zc/real/b.md');
  });
});

describe('what is linted stays inside', () => {
  it('leaves symbolic links out of the folder alone, names them, and ends with 2', async () => {
    const { folder, elsewhere } = archiveBeside(interpretation('密政发〔2024〕8号'));
    symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'zc/b.md'));
    symlinkSync(join(elsewhere, 'more'), join(folder, 'zc/more'));
    const { code, out } = await run(folder, ['-f', 'json', '.']);
    expect(code).toBe(2);
    expect(out).not.toContain(SECRET);
    const fatal = (JSON.parse(out) as { filePath: string; fatalErrorCount: number }[]).filter(
      (one) => one.fatalErrorCount,
    );
    expect(fatal.map(({ filePath }) => filePath.slice(folder.length + 1))).toEqual(['zc/b.md', 'zc/more']);
  });

  it('reads no file of a repository that is a link out of it, though it is named', async () => {
    const { folder, elsewhere } = archiveBeside(interpretation('密政发〔2024〕8号'));
    mkdirSync(join(folder, '.git'));
    symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'zc/b.md'));
    const { code, out } = await run(folder, ['-f', 'json', 'zc/b.md']);
    expect(code).toBe(2);
    expect(out).not.toContain(SECRET);
    expect((await run(folder, ['inspect', 'zc/b.md'])).code).toBe(2);
  });
});
