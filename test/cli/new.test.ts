import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../rules/clauses.js';
import { CommandLine } from './command-line.js';

const PRESETS = ['recommended', ...SOURCES.map(({ id }) => id), 'fujian-2015', 'sichuan-edu-2015'];
const KINDS = ['policy', 'interpretation', 'briefing', 'interpretation-plan', 'meeting-plan'];

const cli = new CommandLine();
const run = (...words: string[]) => cli.run(words);

const read = (name: string) => cli.read(name);

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly severity: number; readonly message: string }[];
}
const results = (): Result[] => JSON.parse(cli.out);

describe('new', () => {
  it('writes the front matter and the sections that a preset demands of a kind', async () => {
    expect(await run('new', '吹风会发布稿', '--preset', 'qingdao-2023-53')).toBe(0);
    expect(cli.out).toContain('briefing.md');
    const draft = read('briefing.md');
    expect(draft).toMatch(/^---\n类型: 吹风会发布稿\n标题: #/);
    expect(draft).toMatch(/\n审批:\n {2}报送: #.*\n {2}批准: #/);
    expect(draft).toMatch(/\n## 一、背景依据\n\n<!-- 提示：.*（依据：青政办字〔2023〕53号三（一）1） -->\n/);
    expect(draft).not.toContain('涉及范围');
  });

  it('speaks English', async () => {
    expect(await run('new', 'interpretation', '--preset', 'xianyang-2021', '--locale', 'en', '-o', 'a.md')).toBe(0);
    expect(read('a.md')).toMatch(/^---\nkind: interpretation\ntitle: # the title in full\n/);
    expect(read('a.md')).toMatch(
      /## 一、背景依据\n\n<!-- Hint: .* \(Xianyang notice on policy interpretation \(2021\), II\) -->/,
    );
  });

  it('follows the config', async () => {
    cli.write('jiedu-lint.config.yaml', 'extends: model-city-office');
    expect(await run('new', '解读材料')).toBe(0);
    expect(read('interpretation.md')).toMatch(/角色: 科室负责人[\s\S]*角色: 分管领导[\s\S]*角色: 主要负责人/);
  });

  it('overwrites nothing', async () => {
    cli.write('policy.md', '有内容');
    expect(await run('new', 'policy')).toBe(2);
    expect(cli.err).toBe('policy.md 已经存在，没有改动它；请用 -o 换一个文件名\n');
    expect(read('policy.md')).toBe('有内容');
  });

  it.each([
    [
      'briefng',
      '没有“briefng”这类材料；可用：政策文件、解读材料、吹风会发布稿、解读方案、说明会方案。是不是 briefing？\n',
    ],
    [
      '解读材枓',
      '没有“解读材枓”这类材料；可用：政策文件、解读材料、吹风会发布稿、解读方案、说明会方案。是不是 解读材料？\n',
    ],
  ])('says what kinds there are for %s', async (kind, message) => {
    expect(await run('new', kind)).toBe(2);
    expect(cli.err).toBe(message);
  });

  it.each(['a.docx', 'a.DOC', 'a.wps', 'a.html', 'a.pdf', '稿/a.xlsx'])(
    'writes no Markdown under the name of something else: %s',
    async (name) => {
      expect(await run('new', 'policy', '-o', name)).toBe(2);
      expect([cli.out, cli.err]).toEqual(['', expect.stringMatching(/^(?:稿\/)?a\.\w+ .*\.md/)]);
      expect(readdirSync(cli.folder)).toEqual([]);
    },
  );

  it.each(['a.md', 'a.markdown', 'a.txt', '草稿', 'a.docx.md', '2024.05'])('takes other names: %s', async (name) => {
    expect(await run('new', 'policy', '-o', name)).toBe(0);
    expect(readdirSync(cli.folder)).toEqual([name]);
  });

  it('says where it cannot write', async () => {
    expect(await run('new', 'policy', '-o', 'no/such/folder.md')).toBe(2);
    expect(cli.err).toBe('写不了 no/such/folder.md（ENOENT），什么也没有写\n');
  });
});

describe.each(PRESETS)('drafts under %s', (preset) => {
  it.each(KINDS)('left as written fail as unfilled: %s', async (kind) => {
    await run('new', kind, '--preset', preset);
    expect(await run('-f', 'json', '--preset', preset, `${kind}.md`)).toBe(1);
    const errors = results()[0]?.messages.filter(({ severity }) => severity === 2) ?? [];
    expect(errors.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['meta/schema', 'structure/no-empty-section']),
    );
  });

  it('filled in have no error', async () => {
    for (const kind of KINDS) {
      await run('new', kind, '--preset', preset);
      cli.write(`${kind}.md`, filledIn(read(`${kind}.md`), kind));
    }
    if (/^审批:/m.test(read('briefing.md'))) await run('approve', '--yes', '--date', '2024-02-28', 'briefing.md');
    await run('-f', 'json', '--preset', preset, '.');
    const errors = results().flatMap(({ filePath, messages }) =>
      messages.filter(({ severity }) => severity === 2).map(({ message }) => `${filePath}: ${message}`),
    );
    expect(errors).toEqual([]);
    expect(results()).toHaveLength(KINDS.length);
  });
});

const NAME = '云溪市既有住宅加装电梯管理办法';
const TITLES: Readonly<Record<string, string>> = {
  policy: NAME,
  interpretation: `《${NAME}》政策解读`,
  briefing: `《${NAME}》政策例行吹风会发布稿`,
  'interpretation-plan': `《${NAME}》解读方案`,
  'meeting-plan': `《${NAME}》政策说明会方案`,
};

/** What a drafter would write under each key; `kind.key` where it depends on the kind. */
const VALUES: Readonly<Record<string, string>> = {
  文号: '云政发〔2024〕5号',
  发文机关: '云溪市人民政府',
  文件类别: '规范性文件',
  公开属性: '主动公开',
  'policy.成稿日期': '2024-02-23',
  成稿日期: '2024-02-22',
  印发日期: '2024-02-27',
  发布日期: '2024-02-27',
  起草部门: '[云溪市住房和城乡建设局, 云溪市市场监督管理局]',
  修订文件: '云政发〔2020〕11号',
  涉及重大公共利益: '是',
  开始: '2024-01-02',
  结束: '2024-02-01',
  结果公布: '2024-02-05',
  采纳公布: '2024-02-29',
  解读材料: '[interpretation.md, briefing.md]',
  政策说明会: 'meeting-plan.md',
  政策文件: 'policy.md',
  解读单位: '云溪市住房和城乡建设局',
  解读形式: '[文字, 图解, 问答]',
  发布渠道: '[市政府门户网站, 云溪发布微信公众号, 云溪日报]',
  审查人: '局办公室',
  结论: '可以公开',
  报送日期: '2024-02-26',
  紧急: '否',
  'briefing.召开日期': '2024-03-06',
  召开日期: '2024-03-15',
  备案日期: '2024-03-11',
  报送: '2024-02-26',
  批准: '2024-02-28',
  签字人: '高建平',
  盖章: '是',
  发布单位: '[云溪市住房和城乡建设局]',
  职务: '云溪市住房和城乡建设局局长',
  角色: '分管领导',
  姓名: '高建平',
  日期: '2024-02-23',
};

function filledIn(draft: string, kind: string): string {
  const keys = draft.replace(/^( *(?:- )?)([^\s:#]+): #.*$/gm, (_, indent: string, key: string) => {
    const value = key === '标题' ? TITLES[kind] : (VALUES[`${kind}.${key}`] ?? VALUES[key]);
    return `${indent}${key}: ${value ?? expect.fail(`what stands under ${key}?`)}`;
  });
  return keys.replace(/(?:## [^、]+、(.+)\n\n)?<!-- 提示：.* -->/g, (hint, title?: string) =>
    title === undefined
      ? '第一条 城区内四层以上的住宅加装电梯，适用本办法。'
      : hint.replace(/<!--.*-->/, textUnder(title)),
  );
}

/** The texts of the compliant archive, by their headings. */
const TEXTS = new Map(
  ['interpretation', 'interpretation-plan', 'meeting-plan'].flatMap((name) =>
    readFileSync(resolve(import.meta.dirname, `../../fixtures/archives/compliant/${name}.md`), 'utf8')
      .split(/^## [^、]+、/m)
      .slice(1)
      .map((section): [string, string] => {
        const [title = '', ...text] = section.split('\n');
        return [title, text.join('\n').replaceAll('(policy.md)', '').trim()];
      }),
  ),
);

function textUnder(title: string): string {
  const known = [...TEXTS].find(
    ([other]) =>
      other.startsWith(title) || other.slice(0, 3) === title.slice(0, 3) || other.slice(-2) === title.slice(-2),
  );
  return known?.[1] ?? expect.fail(`what stands under ${title}?`);
}
