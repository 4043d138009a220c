import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawnFrom, type FactKind, putAside } from '../../src/archive/content.js';
import { Aside } from '../../src/engine/aside.js';
import { Engine } from '../../src/engine/engine.js';
import { folderWith } from '../files/folder.js';

const folder = () => mkdtempSync(join(tmpdir(), 'aside-'));
const bytes = (text: string) => new TextEncoder().encode(text);

it('brings back what was put aside, in any order and again', () => {
  const aside = new Aside(folder());
  const texts = ['第一份', '', '第二份\n两行', 'x'.repeat(100_000)];
  const brought = texts.map((text) => aside.put(bytes(text)));
  for (const at of [3, 0, 1, 2, 0]) expect(brought[at]?.()).toEqual(bytes(texts[at] as string));
  aside.end();
});

it('leaves nothing behind, however the run ends', () => {
  const where = folder();
  const aside = new Aside(where);
  aside.put(bytes('内容'));
  expect(readdirSync(where)).toEqual([]);
  aside.end();
});

it('keeps in memory what cannot be written', () => {
  const aside = new Aside(join(folder(), 'nowhere'));
  expect(aside.put(bytes('内容'))()).toEqual(bytes('内容'));
  aside.end();
});

it.each<[string, Record<string, string>]>([
  ['one kind', { a: '["甲"]' }],
  ['several', { a: '["甲"]', b: '{"乙":1}', c: '[]' }],
  ['none', {}],
])('facts of %s come back by their kinds', (_, drawn) => {
  const aside = new Aside(folder());
  const content = { drawn: Object.fromEntries(Object.entries(drawn).map(([name, json]) => [name, bytes(json)])) };
  putAside(content, aside.put);
  for (const name of ['a', 'b', 'c']) {
    const kind: FactKind = { name, draw: () => undefined };
    expect(drawnFrom({ content }, kind)).toEqual(drawn[name] && JSON.parse(drawn[name]));
  }
  aside.end();
});

it('makes no difference to what a long run finds', async () => {
  const pairs = Array.from({ length: 101 }, (_, i) => [
    [
      `p${i}.md`,
      `---\nkind: policy\ntitle: 云溪市第${i}号办法\n---\n\n第一条 对符合条件的家庭每户补助${i + 300}元。\n`,
    ],
    [
      `i${i}.md`,
      `---\nkind: interpretation\ntitle: 云溪市第${i}号办法解读\npolicy: p${i}.md\n---\n\n对符合条件的家庭每户补助${i + 900}元。\n`,
    ],
  ]).flat();
  const config = 'extends: []\nrules:\n  content/figures-match-policy: warn\n';
  const cwd = folderWith({ '.git/HEAD': '', 'jiedu-lint.config.yaml': config, ...Object.fromEntries(pairs) });
  const found = async (scratch?: string) => (await new Engine({ cwd }, { scratch }).lintFiles(['.'])).results;
  const results = await found(folder());
  expect(results.flatMap(({ messages }) => messages)).toHaveLength(101);
  expect(results).toEqual(await found());
});
