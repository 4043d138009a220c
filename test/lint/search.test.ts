import { join } from 'node:path';
import { expect, it } from 'vitest';
import { targetOf } from '../../src/archive/targets.js';
import { searchFor } from '../../src/archive/wanted.js';
import { FileHost } from '../../src/files/host.js';
import { lintFiles } from '../../src/index.js';
import { folderWith } from '../files/folder.js';
import { lintInMemory } from './memory.js';

const interpretation = (number: string) =>
  `---\nkind: interpretation\ntitle: 停车办法解读\npolicy: 云政办发〔2024〕${number}号\n---\n\n正文。\n`;

it('an archive is searched once for all policies that interpretations name', async () => {
  const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`/archive/${name}.md`, interpretation('7')]));
  const { asked } = await lintInMemory({ ...files, '/archive/d.md': interpretation('8') });
  expect(asked.filter((what) => what.startsWith('search'))).toHaveLength(1);
});

const number = (to: string) => targetOf(to, true, '/a.md', { root: '/', baseUrls: [] });

it.each([
  ['云政办发〔2024〕7号', 'number: 云政办发〔2024〕7号', true],
  ['云政办发〔2024〕7号', 'number: 云政办发 [2024] 07 号', true],
  ['云政办发〔2024〕7号', 'number: "云政办发（２０２４）第７号"', true],
  ['云政办发〔2024〕7号', '根据云政办发〔2024〕7号，', true],
  ['云政办发〔2024〕7号', 'number: 云政办发〔2024〕17号', false],
  ['云政办发〔2024〕7号', 'number: 海政办发〔2024〕7号', false],
  ['云政办发〔2024〕7号', 'number: 云政办发〔2023〕7号', false],
  ['海关总署公告2024年第27号', 'number: 海关总署公告〔2024〕27号', true],
  ['云溪市令第266号', 'number: 云溪市令第266号', true],
  ['关于印发《云溪市停车管理办法》的通知', 'title: 关于印发《云溪市停车管理办法》的通知', true],
  ['停车办法', '# 停 车 办 法', true],
  ['停车办法', '# 停水办法', false],
])('a search for %s looks into %s: %s', (to, text, isThere) => {
  const others = Array.from({ length: 20 }, (_, i) => number(`海政发〔2023〕${i + 100}号`));
  expect(searchFor([...others, number(to)]).isIn(text)).toBe(isThere);
});

it('a search finds nothing where nothing is looked for', () => {
  expect(searchFor([]).isIn('云政办发〔2024〕7号')).toBe(false);
  expect(searchFor([number('《》')]).isIn('')).toBe(false);
});

it('a search leaves out the files that are known', async () => {
  const text = '云政办发〔2024〕7号\n';
  const folder = folderWith({ 'a.md': text, 'b.md': text });
  const paths = ['a.md', 'b.md'].map((name) => join(folder, name));
  const found = await new FileHost().filesWith(
    folder,
    { isIn: (text) => text.includes('云政办发') },
    new Set(paths.slice(0, 1)),
  );
  expect(found).toEqual(paths.slice(1));
});

it('a search converts no file beside those that are known', async () => {
  const folder = folderWith({ 'a.docx': '', 'b.docx': '', 'c.html': '', '稿.docx': '' });
  const names = ['a.docx', 'b.docx', 'c.html', '稿.docx'].map((name) => join(folder, name));
  const asked: (readonly [string, boolean | undefined])[] = [];
  const host = new FileHost(undefined, async (_, path, isSearched) => {
    asked.push([path.slice(folder.length + 1), isSearched]);
    return { text: path.includes('b.') ? '云政办发〔2024〕7号' : '' };
  });
  const isIn = (text: string) => text.includes('云政办发');
  expect(await host.filesWith(folder, { isIn }, new Set(names.slice(3)))).toEqual(names.slice(1, 2));
  await host.read(names[1] as string);
  expect(asked).toEqual([
    ['a.docx', true],
    ['b.docx', true],
    ['c.html', true],
    ['b.docx', false],
  ]);
});

it.each([
  ['云溪市人民政府关于河道采砂的办法', { title: '云溪市⼈⺠政府关于河道采砂的办法', number: '云政发〔2024〕9号' }],
  ['云溪市人民政府令第21号', { title: '河道采砂办法', number: '云溪市人民政府令第二十一号' }],
  ['云溪市人民政府令第二十一号', { title: '河道采砂办法', number: '云溪市人民政府令第21号' }],
])('a policy named %s is found however its file writes it', async (policy, { title, number }) => {
  const folder = folderWith({
    'i.md': `---\nkind: interpretation\ntitle: 采砂解读\npolicy: ${policy}\n---\n\n正文。\n`,
    'p.md': `---\nkind: policy\ntitle: ${title}\nnumber: ${number}\n---\n\n正文。\n`,
  });
  const [result] = await lintFiles(['i.md'], { cwd: folder, presets: ['base'], configLookup: false });
  expect(result?.messages.filter(({ ruleId }) => ruleId === 'link/no-broken-link')).toEqual([]);
});
