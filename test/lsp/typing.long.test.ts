import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { archiveWith, run } from '../cli/command.js';
import { type Client, clientIn, serving } from './client.js';

const POLICY = `---
kind: policy
title: 云溪市城市照明管理办法
number: 云政发〔2024〕3号
issuer: 云溪市人民政府
issued: 2024-03-01
---

第一条 为了规范城市照明，制定本办法。

第二条 亮灯率不低于98%。
`;

const DRAFT = `---
类型: 解读材料
标题: 《云溪市城市照明管理办法》解读
政策文件: 云政发[2024]3号
发布日期: 2024-03-04
---

# 《云溪市城市照明管理办法》解读

## 一、背景依据

近年来城市照明能耗逐年上升💡，根据《节约能源法》,制定本办法。

## 二、主要内容

亮灯率不低于95%，见[办法](policy.md)，另见[旧文](none.md)。

| 项目 | 标准 |
| --- | --- |
| 补贴 | 待补充 |

<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 等财政部门 -->
待定。
`;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a run of the command line finds in a text, as the server would say it. */
async function fresh(folder: string, name: string, text: string): Promise<string[]> {
  writeFileSync(join(folder, name), text);
  const [result] = (await run(folder, ['-f', 'json', name])).json();
  return (result?.messages ?? []).map(({ line, column, endLine, endColumn, ruleId, messageId, message }) =>
    [line, column, endLine, endColumn, ruleId ?? messageId, message].join('|'),
  );
}

function said(client: Client, name: string): string[] {
  return (client.diagnostics.get(client.uri(name)) ?? []).map(({ range: { start, end }, code, message }) =>
    [start.line + 1, start.character + 1, end.line + 1, end.character + 1, code, message].join('|'),
  );
}

describe('typing', () => {
  it('3,000 characters one by one ends with the findings of a fresh run', async () => {
    const folder = archiveWith({ 'policy.md': POLICY });
    const client = await clientIn(folder);
    const text = DRAFT + '本办法自公布之日起施行，各部门应当加强监督检查。\n\n'.repeat(100);
    const typed = text.slice(0, 3000);
    await client.open('draft.md', '');
    for (let i = 0; i < typed.length; i++) {
      const end = client.textOf('draft.md').positionAt(i);
      await client.change('draft.md', [{ range: { start: end, end }, text: typed[i] as string }]);
    }
    expect(client.textOf('draft.md').getText()).toBe(typed);
    await client.settled('draft.md');
    const found = await fresh(folder, 'draft.md', typed);
    expect(found.length).toBeGreaterThan(3);
    expect(said(client, 'draft.md')).toEqual(found);
  });

  it('for long leaves nothing behind in memory', async () => {
    const folder = archiveWith({ 'policy.md': POLICY });
    const { client } = serving(folder);
    client.connection.onRequest('workspace/diagnostic/refresh', () => {});
    await client.initialize({ textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
    await client.open('draft.md', DRAFT);
    const textDocument = { uri: client.uri('draft.md') };
    const typed = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 1 } };
        await client.change('draft.md', [{ range, text: '近远城乡'[i % 4] as string }]);
        await client.connection.sendRequest('textDocument/diagnostic', { textDocument });
        if (i % 10 === 0) await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
      }
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = await typed(300);
    const after = await typed(1200);
    // One text, its document and its findings take some 200 kB: a thousand of them would be seen.
    expect(after - before).toBeLessThan(12 * 2 ** 20);
  });

  it('whatever is edited, the findings are those of a fresh run', async () => {
    const folder = archiveWith({ 'policy.md': POLICY });
    const client = await clientIn(folder);
    const piece = fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '---\n',
        '# ',
        '待补充',
        '💡',
        '一、',
        '|',
        '<!--',
        '-->',
        '`',
        '：',
        ': ',
        '\ufeff',
      ),
      fc.string({ maxLength: 6 }),
      fc.integer({ min: 0, max: DRAFT.length }).map((from) => DRAFT.slice(from, from + 30)),
    );
    const edit = fc.record({ from: fc.nat(), length: fc.nat({ max: 40 }), text: piece });
    const start = fc.constantFrom(
      DRAFT,
      DRAFT.replaceAll('\n', '\r\n'),
      `\ufeff${DRAFT}`,
      DRAFT.replaceAll('\n', '\r'),
      '',
    );
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (text, batches) => {
          const name = `draft-${nth++}.md`;
          await client.open(name, text);
          for (const batch of batches) {
            const before = TextDocument.create('', '', 0, client.textOf(name).getText());
            const changes = batch.map(({ from, length, text: written }) => {
              const offset = from % (before.getText().length + 1);
              const range = { start: before.positionAt(offset), end: before.positionAt(offset + length) };
              TextDocument.update(before, [{ range, text: written }], 0);
              return { range, text: written };
            });
            await client.change(name, changes);
          }
          await client.settled(name);
          const now = client.textOf(name).getText();
          const found = await fresh(folder, name, now);
          expect(said(client, name).map((one) => (now.startsWith('\ufeff') ? unshifted(one) : one))).toEqual(found);
          await client.close(name);
        },
      ),
    );
  });
});

/** A place of the first line without the byte order mark that the client counts. */
function unshifted(one: string): string {
  const [line, column, endLine, endColumn, ...rest] = one.split('|');
  const less = (at: string | undefined, character: string | undefined) =>
    at === '1' ? String(Number(character) - 1) : character;
  return [line, less(line, column), endLine, less(endLine, endColumn), ...rest].join('|');
}
