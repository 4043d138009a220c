import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../files/folder.js';
import { run } from './command.js';

const OLD = '<!DOCTYPE html>\n<meta name="generator" content="jiedu-lint page 0.0.1">\n';
const NEW = '<!DOCTYPE html>\n<meta name="generator" content="jiedu-lint page 1.2.3">\n';

/** Runs `page` of an installation whose page was built, or was not. */
async function page(
  files: Record<string, string>,
  argv: readonly string[],
  built: Record<string, string>,
  links: Readonly<Record<string, string>> = {},
) {
  const cwd = folderWith(files);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(cwd, name));
  const { code, out, err } = await run(cwd, ['page', ...argv], { root: folderWith(built) });
  const read = (name: string) => (existsSync(join(cwd, name)) ? readFileSync(join(cwd, name), 'utf8') : null);
  return { code, said: out + err, read };
}

const BUILT = { 'dist/核查.html': NEW };

it.each([
  ['where nothing is', {}, [], '核查.html'],
  ['where -o says', {}, ['-o', '起草/核查页.html'], '起草/核查页.html'],
  ['over an earlier one', { '核查.html': OLD }, [], '核查.html'],
  ['over anything with --force', { '核查.html': '别人的网页' }, ['--force'], '核查.html'],
] as const)('writes the page that was built %s', async (_, files, argv, name) => {
  const { code, said, read } = await page({ ...files }, argv, BUILT);
  expect([code, read(name)]).toEqual([0, NEW]);
  expect(said).toContain(`已写 ${name}`);
});

it.each([
  ['a page of somebody else', '<!DOCTYPE html>\n<meta name="generator" content="WPS">'],
  ['a text that speaks of ours further down', `${'字'.repeat(2000)}${OLD}`],
])('leaves %s as it is', async (_, there) => {
  const { code, said, read } = await page({ '核查.html': there }, [], BUILT);
  expect([code, read('核查.html')]).toEqual([2, there]);
  expect(said).toMatch(/已经存在.*--force/);
});

it.each([
  ['a folder', '核查.html', '文件夹'],
  ['a link', 'link.html', '符号链接'],
  ['a link that leads nowhere', 'nowhere.html', '符号链接'],
  ['a folder behind a link that leads out', 'out/核查.html', '符号链接'],
])('advises no --force where it would not help: %s', async (_, name, said) => {
  for (const force of [[], ['--force']]) {
    const ran = await page({ '核查.html/x.txt': '', 'real.html': '网页' }, ['-o', name, ...force], BUILT, {
      'link.html': 'real.html',
      'nowhere.html': 'none.html',
      out: '/',
    });
    expect([ran.code, ran.said]).toEqual([2, expect.stringContaining(said)]);
    expect(ran.said).not.toContain('--force');
    expect(ran.read('real.html')).toBe('网页');
  }
});

it.each(['核查.md', '核查.docx', '核查.txt', '核查', 'html'])('writes no page under another name: %s', async (name) => {
  for (const force of [[], ['--force']]) {
    const { code, said, read } = await page({}, ['-o', name, ...force], BUILT);
    expect([code, said, read(name)]).toEqual([2, expect.stringMatching(`^${name} .*\\.html`), null]);
  }
});

it.each(['核查.htm', 'A.HTML', 'a.md.html'])('takes any name of a page: %s', async (name) => {
  expect((await page({}, ['-o', name], BUILT)).read(name)).toBe(NEW);
});

it('says so where nothing was built', async () => {
  const none = await page({}, [], {});
  expect([none.code, none.said]).toEqual([2, expect.stringContaining('npm run build')]);
});
