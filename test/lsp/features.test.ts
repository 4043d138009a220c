import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, FoldingRange, Hover, Location } from 'vscode-languageserver-protocol';
import { archiveWith, RULES } from '../cli/command.js';
import { at, type Client, clientIn } from './client.js';

const DRAFT = `---
类型: 解读材料
标题: 物业管理办法解读
政策文件: policy.md
---

# 物业管理办法解读

## 一、背景

为了规范物业管理。

### （一）问题

物业收费不透明。

## 二、措施

待补充。
`;

const POLICY = '---\nkind: policy\ntitle: 云溪市物业管理办法\nnumber: 云政发〔2024〕3号\n---\n\n第一条 略。\n';

async function opened(text = DRAFT, config = 'extends: recommended\n', more = {}): Promise<Client> {
  const client = await clientIn(archiveWith({ 'jiedu-lint.config.yaml': config, 'policy.md': POLICY }), more);
  await client.open('a.md', text);
  await client.settled('a.md');
  return client;
}

describe('hover', () => {
  const hover = async (client: Client, text: string, more = 0) => {
    const answer = (await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: client.uri('a.md') },
      position: at(client, 'a.md', text, more),
    })) as Hover | null;
    return answer && { text: (answer.contents as { value: string }).value, range: answer.range };
  };

  it('shows on a finding what the rule demands, the clauses in full, and an example', async () => {
    const client = await opened(DRAFT, RULES);
    const found = await hover(client, '待补充', 1);
    expect(found?.text).toContain('structure/no-placeholder');
    expect(found?.text).toContain('```markdown');
    expect(found?.range).toEqual({ start: { line: 18, character: 0 }, end: { line: 18, character: 3 } });
    const recommended = await opened();
    const title = await hover(recommended, '# 物业管理办法解读', 4);
    expect(title?.text).toContain('element/scope');
    expect(title?.text).toMatch(/《某市政府办政策解读工作方案》|咸阳/);
    expect(title?.text).toContain('依据：');
  });

  it('shows six rules where more find something', async () => {
    const elements = ['scope', 'standards', 'precautions', 'benefits', 'consultation', 'case-study', 'time-limits'];
    const text = DRAFT.replace('物业收费不透明', '无');
    const shown = async (count: number) => {
      const rules = elements.slice(0, count).map((id) => `  element/${id}: warn\n`);
      const client = await opened(text, `extends: []\nrules:\n${rules.join('')}`);
      return (await hover(client, '# 物业管理办法解读', 4))?.text.split('\n\n---\n\n').length;
    };
    expect([await shown(6), await shown(7)]).toEqual([6, 6]);
  });

  it('shows on keys what the vocabulary says, on links where they lead, on directives the rule', async () => {
    const client = await opened(
      `${DRAFT}\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -->\n待补充。\n`,
      RULES,
    );
    expect((await hover(client, '类型', 1))?.text).toMatch(/类型（kind）[\s\S]*政策文件/);
    expect((await hover(client, 'policy.md', 2))?.text).toMatch(/云溪市物业管理办法[\s\S]*云政发〔2024〕3号/);
    expect((await hover(client, 'next-line structure', 14))?.text).toContain('structure/no-placeholder');
    expect(await hover(client, '为了规范', 1)).toBeNull();
  });
});

describe('the outline', () => {
  const ask = <T>(client: Client, method: string, more = {}) =>
    client.connection.sendRequest(method, { textDocument: { uri: client.uri('a.md') }, ...more }) as Promise<T>;

  it('gives the sections as a tree, and folds', async () => {
    const client = await opened(DRAFT, RULES, {
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    const symbols = await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol');
    expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['一、背景', ['（一）问题']],
      ['二、措施', []],
    ]);
    expect(symbols[0]?.selectionRange).toEqual({ start: { line: 8, character: 3 }, end: { line: 8, character: 7 } });
    const folds = await ask<FoldingRange[]>(client, 'textDocument/foldingRange');
    expect(folds).toContainEqual({ startLine: 0, endLine: 4 });
    expect(folds).toContainEqual({ startLine: 8, endLine: 14 });
  });

  it('gives a list to clients that take no tree', async () => {
    const symbols = await ask<{ name: string; containerName?: string }[]>(
      await opened(DRAFT, RULES),
      'textDocument/documentSymbol',
    );
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['一、背景', undefined],
      ['（一）问题', '一、背景'],
      ['二、措施', undefined],
    ]);
  });

  it('leads to the files that links and document numbers mean', async () => {
    const client = await opened(DRAFT.replace('policy.md', '云政发[2024]3号'), RULES);
    const target = pathToFileURL(`${client.folder}/policy.md`).href;
    const links = await ask(client, 'textDocument/documentLink');
    expect(links).toMatchObject([{ target, tooltip: '云溪市物业管理办法' }]);
    const there = await ask<Location>(client, 'textDocument/definition', { position: at(client, 'a.md', '云政发', 2) });
    expect(there.uri).toBe(target);
  });
});
