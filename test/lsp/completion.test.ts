import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { archiveWith } from '../cli/command.js';
import { type Client, clientIn } from './client.js';

const FILES = {
  'policies/a.md': '---\nkind: policy\ntitle: 云溪市物业管理办法\nnumber: 云政发〔2024〕3号\n---\n第一条\n',
  'policies/b.md': '---\n类型: 政策文件\n标题: 云溪市养老服务办法\n文号: 云政发〔2024〕9号\n---\n第一条\n',
  'interpretations/x.md': '---\nkind: interpretation\ntitle: 旧解读\n---\n正文\n',
};

/** Completes at the `|` of a text. */
async function completed(marked: string, name = 'interpretations/draft.md') {
  const client = await clientIn(archiveWith(FILES));
  const text = marked.replace('|', '');
  await client.open(name, text);
  const position = client.textOf(name).positionAt(marked.indexOf('|'));
  const items = await client.complete(name, position);
  return { client, name, items, labels: items.map(({ label }) => label) };
}

function applied(client: Client, name: string, item: CompletionItem | undefined): string {
  return TextDocument.applyEdits(
    client.textOf(name),
    item?.textEdit && 'range' in item.textEdit ? [item.textEdit] : [],
  );
}

describe('completion', () => {
  it('gives the keys of the kind that are not there yet, in the language of those that are', async () => {
    const chinese = await completed('---\n类型: 解读材料\n标题: 解读\n政|\n---\n\n正文\n');
    expect(chinese.labels).toContain('政策文件');
    expect(chinese.labels).toContain('审签');
    for (const absent of ['类型', '标题', '文号', 'policy']) expect(chinese.labels).not.toContain(absent);
    const item = chinese.items.find(({ label }) => label === '政策文件');
    expect(item?.detail).toBe('policy');
    expect(applied(chinese.client, chinese.name, item)).toBe(
      '---\n类型: 解读材料\n标题: 解读\n政策文件: \n---\n\n正文\n',
    );
    const english = await completed('---\nkind: policy\nnu|\n---\n');
    expect(english.labels).toContain('number');
    expect(english.labels).not.toContain('author');
    const any = await completed('---\n|\n---\n');
    expect(any.labels).toContain('文号');
    expect(any.labels).toContain('解读单位');
  });

  it('finds a name by a word within it', async () => {
    const { items } = await completed('---\n类型: 解读材料\n|\n---\n');
    const found = (typed: string) =>
      items
        .filter(({ filterText }) => filterText?.split(' ').some((word) => word.startsWith(typed)))
        .map(({ label }) => label);
    expect(found('形式')).toEqual(['解读形式']);
    expect(found('日期')).toEqual(expect.arrayContaining(['成稿日期', '发布日期']));
    expect(found('form')).toEqual(['解读形式']);
  });

  it('knows the keys of maps, in lines and in braces', async () => {
    const lines = await completed('---\nkind: interpretation\nsign-offs:\n  - role: 科室负责人\n    |\n---\n');
    expect(lines.labels.sort()).toEqual(['date', 'name']);
    const item = await completed('---\n类型: 解读材料\n审签:\n  - |\n---\n');
    expect(item.labels.sort()).toEqual(['姓名', '日期', '角色'].sort());
    const second = await completed(
      '---\n类型: 解读材料\n审签:\n- 角色: 科室负责人\n  姓名: 甲\n- 角色: 分管领导\n  |\n---\n',
    );
    expect(second.labels.sort()).toEqual(['姓名', '日期']);
    const flow = await completed('---\n类型: 解读材料\n保密审查: { 审查人: 甲, | }\n---\n');
    expect(flow.labels.sort()).toEqual(['日期', '结论']);
    const inner = await completed('---\n类型: 吹风会发布稿\n审批:\n  盖章: |\n---\n');
    expect(inner.labels).toEqual(['是', '否']);
  });

  it('gives the values of enumerations, booleans and dates', async () => {
    const today = (() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    })();
    expect((await completed('---\n类型: |\n---\n')).labels).toContain('解读材料');
    expect((await completed('---\nkind: |\n---\n')).labels).toContain('interpretation');
    expect((await completed('---\n类型: 解读材料\n紧急: |\n---\n')).labels).toEqual(['是', '否']);
    expect((await completed('---\nkind: interpretation\nurgent: |\n---\n')).labels).toEqual(['true', 'false']);
    expect((await completed('---\n类型: 解读材料\n发布日期: |\n---\n')).labels).toEqual([today]);
    expect((await completed('---\nkind: policy\ncategory: 规|\n---\n')).labels).toContain('规范性文件');
    const list = await completed('---\n类型: 解读材料\n解读形式: |\n---\n');
    const words = list.items.find(({ label }) => label === '文字');
    expect(applied(list.client, list.name, words)).toContain('解读形式: [文字]\n');
    const inList = await completed('---\n类型: 解读材料\n解读形式: [文字, 图|]\n---\n');
    expect(
      applied(
        inList.client,
        inList.name,
        inList.items.find(({ label }) => label === '图解'),
      ),
    ).toContain('[文字, 图解]');
    const dashes = await completed('---\n类型: 解读材料\n解读形式:\n  - 文字\n  - |\n---\n');
    expect(
      applied(
        dashes.client,
        dashes.name,
        dashes.items.find(({ label }) => label === '视频'),
      ),
    ).toContain('  - 视频\n');
    expect((await completed('---\n类型: 解读材料\n审签:\n  - 角色: |\n---\n')).labels).toContain('分管领导');
  });

  it('gives the paths of papers of the right kind', async () => {
    const { labels, items } = await completed('---\n类型: 解读材料\n政策文件: |\n---\n');
    expect(labels.sort()).toEqual(['../policies/a.md', '../policies/b.md']);
    expect(items.find(({ label }) => label === '../policies/b.md')?.detail).toBe(
      '云溪市养老服务办法 云政发〔2024〕9号',
    );
    const policy = await completed('---\nkind: policy\ninterpretations:\n  - |\n---\n', 'policies/c.md');
    expect(policy.labels).toEqual(['../interpretations/x.md']);
    const revised = await completed('---\nkind: policy\nrevises: |\n---\n', 'policies/c.md');
    expect(revised.labels).toContain('云政发〔2024〕3号');
  });

  it('gives the words of directives and the ids of rules in them', async () => {
    const verbs = await completed('# 解读\n\n<!-- jiedu-lint-|\n');
    expect(verbs.labels).toContain('jiedu-lint-disable-next-line');
    const rules = await completed('# 解读\n\n<!-- jiedu-lint-disable element/sc| -->\n');
    expect(rules.labels).toContain('element/scope');
    expect(
      applied(
        rules.client,
        rules.name,
        rules.items.find(({ label }) => label === 'element/scope'),
      ),
    ).toContain('disable element/scope -->');
    const yaml = await completed('---\n# jiedu-lint-disable-next-line element/scope, |\nkind: policy\n---\n');
    expect(yaml.labels).toContain('meta/schema');
    expect((await completed('# 解读\n\n<!-- jiedu-lint-disable element/scope -- 理|\n')).labels).toEqual([]);
  });

  it('says nothing elsewhere', async () => {
    for (const text of [
      '# 解读\n\n政|',
      '---\nkind: policy\n---\n\n标|\n',
      '---\ntitle: 解|\n---\n',
      '---\n# 标|\n---\n',
      '|',
    ])
      expect((await completed(text)).labels).toEqual([]);
  });
});
