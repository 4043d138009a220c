import { describe, expect, it } from 'vitest';
import { isPaper } from '../../src/document/paper.js';
import { type ParseOptions, parseDocument } from '../../src/document/parse.js';

const judge = (text: string, path = 'a.md', options: Partial<ParseOptions> = {}) =>
  isPaper(parseDocument(text, { path, ...options }));

const MANUAL = '# 文稿库\n\n本库存放政策解读文稿。安装：\n\n```sh\nnpm ci\n```\n';
const ENGLISH = '# API\n\nCall `lint` with a list of files. It returns the findings.\n';
/** A text of so many Han characters and foreign words. */
const mixed = (han: number, words: number) => `${'字'.repeat(han)}。\n\n${'word '.repeat(words)}\n`;

describe('files about a repository', () => {
  it.each([
    'README.md',
    'readme.md',
    'docs/README.zh-CN.md',
    'README_en.md',
    'CHANGELOG.md',
    'Contributing.md',
    'CODE_OF_CONDUCT.md',
    'LICENSE.md',
    'SECURITY.md',
    '_index.md',
    'SUMMARY.md',
    '_sidebar.md',
    'docs/_navbar.md',
    '.github/PULL_REQUEST_TEMPLATE.md',
    '.gitee/模板.md',
  ])('are no papers: %s', (path) => {
    expect(judge(MANUAL, path)).toBe(false);
    expect(judge('', path)).toBe(false);
  });

  it.each([
    'readme-of-the-archive.md',
    'notice.md',
    'index.md',
    '说明README.md',
    'history.md',
    'summary.md',
    'sidebar.md',
    'READMEx.md',
    '.git-x.md',
  ])('are told by their whole name: not %s', (path) => {
    expect(judge(MANUAL, path)).toBe(true);
  });

  it.each([
    '# 政策解读文稿目录',
    '# 政策解读',
    '# 贡献者行为准则',
    '# 使用方案',
    '# 更新日志',
    '---\ntitle: 关于本站\nlayout: home\ncategory: 说明\n---\n',
  ])('stay so under the title %j', (head) => {
    expect(judge(`${head}\n\n这里写怎样使用。\n`, 'README.md')).toBe(false);
  });

  it.each([
    '# 《云溪市停车收费办法》政策解读',
    '# 云溪市停车收费政策解读',
    '# 关于公布停车收费标准的通知',
    '# 云溪市人民政府关于停车收费的意见',
    '# 一图读懂停车收费',
    '# 停车收费办法\n\n第一条　为了规范停车收费，制定本办法。\n\n第二条　本办法适用于本市。',
    '---\nkind: policy\n---\n\n# 停车收费',
    '---\nkind: polcy\n---\n\n# 停车收费',
    '---\n标题: 停车收费\n---\n',
    '---\nissuer: x\n---\n',
    '---\n类型：解读材料\n---\n',
  ])('are papers if they show it: %j', (head) => {
    expect(judge(`${head}\n\n每小时5元。\n`, 'README.md')).toBe(true);
  });

  it('are papers if the config gives their very name a kind', () => {
    const kind = (glob: string) => judge(MANUAL, 'x/README.md', { kind: { kind: 'policy', glob } });
    expect([kind('*/README.md'), kind('x/**')]).toEqual([true, false]);
  });
});

describe('what this program reported, kept as a text', () => {
  const SUMMARY = '政策解读核查：文库（2024-06-03）\n文件 2 份：合规 1 份（50%），有错误 1 份\n';
  const LIST =
    'a.md\n   1:1   错误  没有链接到所解读的政策文件  link/policy-link\n\n✖ 共 1 个问题（1 个错误，0 个警告）\n';
  const COMMENT = '### jiedu-lint\n\n✖ 共 1 个问题（1 个错误，0 个警告）\n\n| 级别 | 位置 |\n| --- | --- |\n';

  it.each([
    ['the summary of an audit', SUMMARY],
    ['a list of findings', LIST],
    ['a list with what was not checked', `${LIST}另有 2 个文件不是政策文件，未检查\n`],
    ['a comment in Markdown', COMMENT],
    ['a comment without findings', '### jiedu-lint\n\n✔ 检查了 2 个文件，没有问题'],
  ])('is no paper: %s', (_, text) => {
    expect(judge(text, '报告.md')).toBe(false);
    expect(judge(text.replaceAll('\n', '\r\n'), '报告.txt')).toBe(false);
  });

  it.each([
    ['its heading on other words', '### jiedu-lint\n\n本市政策文稿用它核查。\n'],
    ['a heading alike', '# 政策解读核查：文库（2024-06-03）的通报\n\n各单位：\n'],
    ['words like its sum', '各单位：\n\n抽查发现，共 1 个问题（1 个错误，0 个警告）。\n'],
    ['its sum, and a text after it', `${LIST}\n各单位要对照整改。\n`],
    ['front matter', `---\nkind: interpretation\n---\n\n${LIST}`],
  ])('is not told by less: %s', (_, text) => expect(judge(text, '通报.md')).toBe(true));
});

describe('pages made from settings alone', () => {
  it('are no papers', () => {
    expect(judge('---\nlayout: home\nhero:\n  name: 政策库\n---\n', 'index.md')).toBe(false);
    expect(judge('---\nlayout: list\ntitle: List\n---\n\n', 'index.md')).toBe(false);
  });

  it.each(['---\nlayout: home\n---\n\n停车', '---\ntitle: 停车\n---\n', '---\nissuer: x\n---\n', '', '---\n---\n'])(
    'are not %j',
    (text) => {
      expect(judge(text, 'index.md')).toBe(true);
    },
  );
});

describe('texts in other languages', () => {
  it('are no papers', () => {
    expect(judge(ENGLISH)).toBe(false);
    expect(judge(`---\ntitle: API\nauthor: Li\ncategory: guide\n---\n\n${ENGLISH}`)).toBe(false);
    expect(judge('# 见\n'.replace('见', 'See'))).toBe(false);
  });

  it('are told by their share of Chinese', () => {
    expect(judge(mixed(9, 90))).toBe(false);
    expect(judge(mixed(10, 90))).toBe(true);
  });

  it('are not told by code', () => {
    expect(judge(`${mixed(1, 1)}\n\`\`\`js\n${'word '.repeat(50)}\n\`\`\`\n`)).toBe(true);
    expect(judge(`word\n\n\`\`\`js\n// ${'字'.repeat(50)}\n\`\`\`\n`)).toBe(false);
  });

  it.each([
    ['a Chinese name', ENGLISH, '解读.md', {}],
    [
      'a Chinese title',
      '# 停车收费办法\n\nThe fee is five yuan for the first hour and two for each hour after that.\n',
      'a.md',
      {},
    ],
    ['a kind', `---\nkind: interpretation\n---\n\n${ENGLISH}`, 'a.md', {}],
    ['a key of ours', `---\nissued: 2024-05-06\n---\n\n${ENGLISH}`, 'a.md', {}],
    ['front matter that cannot be read', `---\nkind: [\n---\n\n${ENGLISH}`, 'a.md', {}],
    ['a kind from the config', ENGLISH, 'a.md', { kind: { kind: 'policy', glob: '**' } }],
    ['no words at all', '![](tujie.png)\n', 'a.md', {}],
    ['no text', '', 'a.md', {}],
    ['garbled Chinese', 'äº‘æºªå¸‚æ”¿åºœ\n', 'a.md', {}],
  ] as const)('may be papers with %s', (_, text, path, options) => {
    expect(judge(text, path, options)).toBe(true);
  });
});
