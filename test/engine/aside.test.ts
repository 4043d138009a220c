import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawnFrom, type FactKind, putAside } from '../../src/archive/content.js';
import { Aside } from '../../src/engine/aside.js';
import { Engine } from '../../src/engine/engine.js';
import { folderWith } from '../files/folder.js';

it('brings back what was put aside, in any order and again', () => {
  const aside = new Aside(folderWith({}));
  const texts = ['第一份', '', '第二份\n两行', 'x'.repeat(100_000)];
  const brought = texts.map((text) => aside.put(text));
  for (const at of [3, 0, 1, 2, 0]) expect(brought[at]?.()).toBe(texts[at]);
  aside.end();
});

it('leaves nothing behind, however the run ends', () => {
  const where = folderWith({});
  const aside = new Aside(where);
  aside.put('内容');
  expect(readdirSync(where)).toEqual([]);
  aside.end();
});

it('keeps in memory what cannot be written', () => {
  const aside = new Aside(join(folderWith({}), 'nowhere'));
  expect(aside.put('内容')()).toBe('内容');
  aside.end();
});

it.each<[string, Record<string, string>]>([
  ['one kind', { a: '["甲"]' }],
  ['several', { a: '["甲"]', b: '{"乙":1}', c: '[]' }],
  ['none', {}],
])('facts of %s come back by their kinds', (_, drawn) => {
  const aside = new Aside(folderWith({}));
  const content = { drawn };
  putAside(content, aside.put);
  for (const name of ['a', 'b', 'c']) {
    const kind: FactKind = { name, draw: () => undefined };
    expect(drawnFrom({ content }, kind)).toEqual(drawn[name] && JSON.parse(drawn[name]));
  }
  aside.end();
});

/** Policies of which two each bear one number, and what interprets them with other figures. */
const PAIRS = Array.from({ length: 102 }, (_, i) => [
  [
    `p${i}.md`,
    `---\nkind: policy\ntitle: 云溪市第${i}号办法\nnumber: 云政发〔2024〕${(i >> 1) + 1}号\n---\n\n第一条 对符合条件的家庭每户补助${i + 300}元。\n`,
  ],
  [
    `i${i}.md`,
    `---\nkind: interpretation\ntitle: 云溪市第${i}号办法解读\npolicy: p${i}.md\n---\n\n对符合条件的家庭每户补助${i + 900}元。\n`,
  ],
]).flat();
const CONFIG = 'extends: []\nrules:\n  content/figures-match-policy: warn\n  meta/doc-number: warn\n';

describe('makes no difference to what a long run finds', () => {
  const program = { version: '1', runtime: 'x', bundle: '' };
  const archive = () => {
    const cwd = folderWith({ '.git/HEAD': '', 'jiedu-lint.config.yaml': CONFIG, ...Object.fromEntries(PAIRS) });
    const run = (resultsOnly: boolean, scratch?: string, cacheHome?: string) =>
      new Engine({ cwd, cache: cacheHome !== undefined }, { scratch, program, cacheHome }).lintFiles(['.'], {
        resultsOnly,
      });
    return { cwd, run };
  };

  it.each([true, false])('where results only are asked for: %s', async (resultsOnly) => {
    const { run } = archive();
    const { results } = await run(resultsOnly);
    const messages = results.flatMap((result) => result.messages);
    expect(messages.filter(({ ruleId }) => ruleId === 'content/figures-match-policy')).toHaveLength(102);
    // At the number, which stands in the fourth line.
    expect(messages.filter(({ ruleId, line }) => ruleId === 'meta/doc-number' && line === 4)).toHaveLength(102);
    expect((await run(resultsOnly, folderWith({}))).results).toEqual(results);
  });

  it('where a cache is filled, and used in part', async () => {
    const { cwd, run } = archive();
    const { results } = await run(true);
    const [scratch, home] = [folderWith({}), folderWith({})];
    expect((await run(true, scratch, home)).results).toEqual(results);
    const path = join(cwd, 'p0.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('300元', '301元'));
    const { results: changed } = await run(true, scratch, home);
    expect(changed).toEqual((await run(true)).results);
    expect(changed).not.toEqual(results);
    writeFileSync(path, text);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('and facts can be looked at afterwards, unless results only were asked for', async () => {
    const { run } = archive();
    const { linted } = (await run(false, folderWith({}))).archive;
    expect(linted).toHaveLength(204);
    for (const { lineStarts, places } of linted) expect([lineStarts[1], places.kind?.start]).toEqual([4, 10]);
    expect((await run(true, folderWith({}))).archive.linted).toEqual([]);
  });
});
