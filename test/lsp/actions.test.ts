import { describe, expect, it } from 'vitest';
import { archiveWith, RULES } from '../cli/command.js';
import { type Client, clientIn, rangeAt } from './client.js';

const ALL = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

async function opened(text: string, config = 'extends: recommended\n'): Promise<Client> {
  const client = await clientIn(archiveWith({ 'jiedu-lint.config.yaml': config }));
  await client.open('a.md', text);
  await client.settled('a.md');
  return client;
}

const titled = async (client: Client, text: string, range = ALL) =>
  (await client.actions('a.md', range)).filter(({ title }) => title.includes(text));

/** Applies the first action with these words, and gives the text and the codes found in it. */
async function changed(client: Client, words: string, range = ALL): Promise<{ text: string; codes: string[] }> {
  const [action] = await titled(client, words, range);
  const text = await client.apply('a.md', action);
  await client.settled('a.md');
  return { text, codes: client.codes('a.md') };
}

describe('fixes', () => {
  const FORMAT = 'extends: []\nrules:\n  format/doc-number-brackets: error\n  format/fullwidth-punctuation: warn\n';
  const TEXT = '# 解读\n\n根据云政发[2024]3号,制定本办法.\n\n依据云政办发[2024]4号。\n';

  it('mend one finding, or all', async () => {
    const client = await opened(TEXT, FORMAT);
    const [one] = (await client.actions('a.md', rangeAt(client, 'a.md', '[2024]4号'))).filter(
      ({ isPreferred }) => isPreferred,
    );
    expect(one).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'format/doc-number-brackets' }] });
    expect(client.applied('a.md', one)).toBe(TEXT.replace('[2024]4', '〔2024〕4'));
    const [all] = await client.actions('a.md', ALL, ['source.fixAll']);
    expect(all?.kind).toBe('source.fixAll.jiedu-lint');
    expect(client.applied('a.md', all)).toBe(
      '# 解读\n\n根据云政发〔2024〕3号，制定本办法。\n\n依据云政办发〔2024〕4号。\n',
    );
    await client.apply('a.md', all);
    expect(await client.settled('a.md')).toEqual([]);
    expect(await client.actions('a.md', ALL, ['source.fixAll'])).toEqual([]);
    expect(await client.actions('a.md', ALL, ['refactor'])).toEqual([]);
  });
});

describe('suppressing', () => {
  it.each([
    [
      'a paragraph',
      '# 解读\n\n待补充。\n',
      '# 解读\n\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 请写明理由 -->\n待补充。\n',
    ],
    [
      'a line within one',
      '# 解读\n\n一行。\n待补充。\n',
      '# 解读\n\n一行。 <!-- jiedu-lint-disable-next-line structure/no-placeholder -- 请写明理由 -->\n待补充。\n',
    ],
    [
      'an item of a list',
      '# 解读\r\n\r\n- 一\r\n- 待补充\r\n',
      '# 解读\r\n\r\n- 一 <!-- jiedu-lint-disable-next-line structure/no-placeholder -- 请写明理由 -->\r\n- 待补充\r\n',
    ],
    [
      'a table',
      '# 解读\n\n| 项 | 值 |\n| --- | --- |\n| 一 | 待补充 |\n\n完。\n',
      '# 解读\n\n<!-- jiedu-lint-disable structure/no-placeholder -- 请写明理由 -->\n\n| 项 | 值 |\n| --- | --- |\n| 一 | 待补充 |\n\n<!-- jiedu-lint-enable structure/no-placeholder -->\n\n完。\n',
    ],
  ])('one line: %s', async (_, text, expected) => {
    const client = await opened(text, RULES);
    expect(client.codes('a.md')).toEqual(['structure/no-placeholder']);
    const done = await changed(client, '在这一行压制');
    expect(done.text).toBe(expected);
    expect(done.codes).toEqual([]);
  });

  const META = 'extends: []\nrules: { meta/schema: error, meta/dates: error }\n';

  it.each([
    [
      'a line',
      '---\nkind: policy\ntitle: 办法\nissued: 2024/3/1\n---\n',
      '2024/3/1',
      'title: 办法\n# jiedu-lint-disable-next-line meta',
    ],
    [
      'what is missing',
      '---\nkind: interpretation\n---\n\n正文\n',
      '---',
      '---\n# jiedu-lint-disable meta/schema -- 请写明理由\nkind: interpretation\n',
    ],
    [
      'a text over lines',
      '---\nkind: interpretation\ntitle: >\n  解读\n  续\npublishd: 1\n---\n',
      'publishd',
      '\n# jiedu-lint-disable-next-line meta/schema',
    ],
  ])('in front matter: %s', async (_, text, spot, expected) => {
    const client = await opened(text, META);
    const before = client.codes('a.md').length;
    const done = await changed(client, '在这一行压制', rangeAt(client, 'a.md', spot));
    expect(done.text).toContain(expected);
    expect(done.codes.length).toBeLessThan(before);
    expect(done.codes).not.toContain('unusedDisable');
  });

  it.each([
    ['with front matter', '---\nkind: interpretation\ntitle: 解读\n---\n\n待补充。\n'],
    ['without', '# 解读\n\n待补充。\n'],
  ])('the file, %s', async (_, text) => {
    const client = await opened(text, RULES);
    const done = await changed(client, '在本文件压制');
    expect(done.text).toContain('<!-- jiedu-lint-disable-file structure/no-placeholder -- 请写明理由 -->');
    expect(done.codes).toEqual([]);
  });
});

describe('missing sections', () => {
  const SCOPE = 'extends: []\nrules: { element/scope: error, structure/heading-numbering: error }\n';
  const FRONT = '---\nkind: interpretation\ntitle: 云溪市照明管理解读\n---\n\n';

  it.each([
    [
      'Markdown headings',
      '## 一、背景依据\n\n能耗逐年上升。\n\n## 二、补贴标准\n\n每户8000元。\n',
      '## 二、涉及范围',
      '## 三、补贴标准',
    ],
    [
      'bold lines',
      '**一、背景依据**\n\n能耗逐年上升。\n\n**二、补贴标准**\n\n每户8000元。\n',
      '**二、涉及范围**',
      '**三、补贴标准**',
    ],
    [
      'plain lines',
      '一、背景依据\n\n能耗逐年上升。\n\n二、补贴标准\n\n每户8000元。\n',
      '\n二、涉及范围',
      '\n三、补贴标准',
    ],
    [
      'headings without numbers',
      '## 背景依据\n\n能耗逐年上升。\n\n## 补贴标准\n\n每户8000元。\n',
      '\n## 涉及范围\n',
      '\n## 补贴标准',
    ],
    [
      'numbers in digits',
      '### 1. 背景依据\n\n能耗逐年上升。\n\n### 2. 补贴标准\n\n每户8000元。\n',
      '### 2. 涉及范围',
      '### 3. 补贴标准',
    ],
    [
      'brackets',
      '【背景依据】\n\n能耗逐年上升。\n\n【补贴标准】\n\n每户8000元。\n',
      '\n【涉及范围】\n',
      '\n【补贴标准】',
    ],
    [
      'underlined headings',
      '背景依据\n====\n\n能耗逐年上升。\n\n补贴标准\n====\n\n每户8000元。\n',
      '\n涉及范围\n======\n',
      '\n补贴标准\n',
    ],
    ['no headings', '能耗逐年上升。\n', '\n## 一、涉及范围\n', '能耗'],
    ['words that lead sentences', '背景：能耗逐年上升。\n\n标准：每户8000元。\n', '\n\n## 一、涉及范围\n', '\n标准：'],
    ['items of a list', '1. 能耗逐年上升。\n2. 每户8000元。\n', '\n\n## 一、涉及范围\n', '\n2. 每户'],
    [
      'half-width brackets',
      '（一）背景依据\n\n能耗逐年上升。\n\n(二)补贴标准\n\n每户8000元。\n',
      '\n（二）涉及范围\n',
      '\n（三）补贴标准\n',
    ],
    [
      'questions',
      '问：为什么制定本办法？\n\n答：能耗逐年上升。\n\n问：补贴标准是多少？\n\n答：每户8000元。\n',
      '\n问：涉及范围是什么？\n\n答：<!--',
      '\n问：补贴标准是多少？',
    ],
    ['only what comes later', '## 一、补贴标准\n\n每户8000元。\n', '## 一、涉及范围', '## 二、补贴标准'],
  ])('are put in their place after %s', async (_, body, heading, next) => {
    for (const eol of ['\n', '\r\n']) {
      const client = await opened((FRONT + body).replaceAll('\n', eol), SCOPE);
      expect(client.codes('a.md')).toEqual(['element/scope']);
      const done = await changed(client, '补写“涉及范围”一节');
      expect(done.text.replaceAll('\r\n', '\n')).toContain(heading);
      expect(done.text.replaceAll('\r\n', '\n')).toContain(next);
      expect(done.text).toContain('<!-- 提示：');
      expect(/[^\r]\n/.test(done.text)).toBe(eol === '\n');
      // Announced now, and still to be written.
      expect(client.diagnostics.get(client.uri('a.md'))?.map(({ message }) => message)).toMatchObject([
        expect.stringContaining('只有名目'),
      ]);
    }
  });

  it('come all at once, in their order', async () => {
    const client = await opened(
      `${FRONT}# 云溪市照明管理解读\n\n## 一、背景依据\n\n能耗逐年上升，依据《节约能源法》制定。\n`,
      'extends: []\nrules: { element/scope: error, element/objectives: error, element/standards: error }\n',
    );
    const [all] = await titled(client, '补写缺少的 3 节');
    const text = client.applied('a.md', all);
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual([
      '一、背景依据',
      '二、目标任务',
      '三、涉及范围',
      '四、执行标准',
    ]);
  });

  it('of plans are their items', async () => {
    const client = await opened(
      '---\nkind: meeting-plan\ntitle: 说明会方案\n---\n\n## 会议时间\n\n2024年3月1日9时。\n',
      'extends: []\nrules: { plan/meeting-items: error }\n',
    );
    const done = await changed(client, '补写“会议地点”一节');
    expect(done.text).toContain('## 会议地点\n');
  });
});

describe('missing keys', () => {
  it('are added in the language of the others, with what to write', async () => {
    const client = await opened(
      '---\n类型: 政策文件\n---\n\n第一条 略。\n',
      'extends: []\nrules: { meta/schema: error }\n',
    );
    expect(client.codes('a.md')).toHaveLength(4);
    const done = await changed(client, '在文首补上：');
    expect(done.text).toMatch(
      /^---\n类型: 政策文件\n标题: # 完整的标题\n文号: # .*\n发文机关: # .*\n印发日期: # .*\n---\n/,
    );
  });

  it('bring front matter where there is none', async () => {
    const client = await opened(
      '# 解读\n\n正文。\n',
      'extends: []\nrules: { meta/schema: error }\noverrides: [{ files: ["*.md"], kind: interpretation }]\n',
    );
    const done = await changed(client, '在文首补上：');
    expect(done.text).toBe('---\n类型: 解读材料\n标题: # 完整的标题\n---\n\n# 解读\n\n正文。\n');
  });

  it('are those that a rule reads', async () => {
    const client = await opened(
      '---\nkind: interpretation\ntitle: 解读\n---\n\n正文。\n',
      'extends: []\nrules: { process/secrecy-review: error }\n',
    );
    const done = await changed(client, '在文首补上：保密审查');
    expect(done.text).toContain('secrecy-review:\n  reviewer: # 请填写\n  date: # 日期');
  });
});

describe('mistyped names', () => {
  it('are put right', async () => {
    const client = await opened(
      '---\nkind: interpretation\ntitle: 解读\npublishd: 2024-03-01\n---\n\n<!-- jiedu-lint-disable element/scpe -->\n\n正文。\n',
      'extends: []\nrules: { meta/schema: error }\n',
    );
    expect((await changed(client, '改成“published”', rangeAt(client, 'a.md', 'publishd'))).text).toContain(
      '\npublished: 2024',
    );
    const done = await changed(client, '改成“element/scope”', rangeAt(client, 'a.md', 'element/scpe'));
    expect(done.text).toContain('<!-- jiedu-lint-disable element/scope -->');
  });

  it('are put right in Chinese too, by what the finding says and not by words that look like it', async () => {
    const client = await opened(
      '---\nkind: interpretation\ntitle: 解读\n发布日其: 2024-03-01\n是不是想写“kind”: 1\n---\n\n正文。\n',
      'extends: []\nrules: { meta/schema: error }\n',
    );
    expect((await titled(client, '改成')).map(({ title }) => title)).toEqual(['改成“发布日期”']);
  });
});
