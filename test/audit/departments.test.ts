import { describe, expect, it } from 'vitest';
import { namedOffices } from '../../src/archive/named-offices.js';
import { parseDocument } from '../../src/document/parse.js';
import { audited, paper } from './archive.js';

const named = (title: string, body = '') =>
  namedOffices(parseDocument(paper(`kind: policy\ntitle: ${title}`, `# ${title}\n\n${body}`), { path: 'a.md' }));

describe('the departments that a policy names as its own', () => {
  it.each([
    ['云溪市人民政府办公室转发市教育局关于规范课后服务意见的通知', '市教育局'],
    ['云溪市人民政府批转市发展改革委等部门关于促进消费意见的通知', '市发展改革委'],
    ['市政府办公室转发市财政局、市税务局关于落实税费政策意见的通知', '市财政局'],
    ['云溪市人民政府办公室转发市人力资源和社会保障局等三部门关于就业补贴意见的通知', '市人力资源和社会保障局'],
    ['关于转发市民政局《高龄津贴实施细则》的通知', '市民政局'],
  ])('are read from a title that passes a paper on: %s', (title, drafter) =>
    expect(named(title)?.drafter).toBe(drafter),
  );

  it.each([
    ['各区政府：市教育局《关于规范课后服务的意见》已经市政府同意，现转发给你们，请遵照执行。', undefined],
    ['市教育局《关于规范课后服务的意见》已经市政府同意，现转发给你们，请遵照执行。', '市教育局'],
    ['市财政局制定的《补贴资金管理办法》已经市政府研究同意，现印发给你们。', '市财政局'],
    ['第二十条 本办法由市财政局会同市税务局负责解释。', '市财政局'],
    ['本实施意见由市人力资源和社会保障局负责解释，自印发之日起施行。', '市人力资源和社会保障局'],
    ['本办法由云溪市医疗保障局负责具体解释。', '云溪市医疗保障局'],
    ['本通知由市住房城乡建设委起草。', '市住房城乡建设委'],
    ['起草单位：市水务局', '市水务局'],
    ['（起草部门：市水务局）', '市水务局'],
    ['本办法的具体解释工作由市商务局承担。', undefined],
    ['具体办法由市教育局另行制定。', undefined],
    ['本办法由起草部门负责解释。', undefined],
    ['本办法由市政府授权的有关部门负责解释。', undefined],
    ['县财政局负责解释政策，做好群众工作。', undefined],
  ])('are read from the text: %s', (body, drafter) => expect(named('某办法', body)?.drafter).toBe(drafter));

  it('are, for the issuer, read from the title', () => {
    expect(named('云溪市财政局关于印发《补贴办法》的通知')).toEqual({ issuer: '云溪市财政局' });
    expect(named('关于做好防汛工作的通知')).toBeUndefined();
  });

  it('are read from policies alone', () => {
    const text = paper('kind: interpretation\ntitle: 解读', '# 解读\n\n本办法由市财政局负责解释。');
    expect(namedOffices(parseDocument(text, { path: 'a.md' }))).toBeUndefined();
  });
});

describe('the department of a document', () => {
  const policy = (frontMatter: string, body: string) => paper(`kind: policy\n${frontMatter}`, body);
  const CONFIG =
    'extends: []\nrules: { length/max-length: error }\narchive:\n  departments:\n    云溪市数据局: [市大数据中心]\n';

  it('is the one that drafted a policy, not the office that passes it on', async () => {
    const { report } = await audited({
      'jiedu-lint.config.yaml': CONFIG,
      'a.md': policy('title: 甲办法\nissuer: 云溪市人民政府办公室', '# 甲办法\n\n本办法由市财政局负责解释。'),
      'b.md': policy(
        'title: 乙办法\ndrafter: 市民政局\nissuer: 云溪市人民政府办公室',
        '# 乙办法\n\n本办法由市财政局负责解释。',
      ),
      'c.md': policy('title: 丙办法\nissuer: 云溪市人民政府办公室', '# 丙办法\n\n第一条 收费。'),
      'd.md': policy('title: 云溪市水务局关于节水的通知', '# 云溪市水务局关于节水的通知\n\n第一条 节水。'),
      'e.md': policy('title: 戊办法\nissuer: 云溪市人民政府办公室', '# 戊办法\n\n本办法由市大数据中心负责解释。'),
      'f.md': paper('kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: a.md', '# 《甲办法》政策解读\n\n收费。'),
    });
    expect(report.documents.map(({ path, department }) => [path, department])).toEqual([
      ['a.md', '市财政局'],
      ['b.md', '市民政局'],
      ['c.md', '云溪市人民政府办公室'],
      ['d.md', '云溪市水务局'],
      ['e.md', '云溪市数据局'],
      ['f.md', '市财政局'],
    ]);
  });

  it('is that of the policy whose name its title bears, where one department has all of that name', async () => {
    const explains = (name: string) =>
      paper(`kind: interpretation\ntitle: 《${name}》政策解读`, `# 《${name}》政策解读\n\n收费。`);
    const { report } = await audited({
      'jiedu-lint.config.yaml': CONFIG,
      'a.md': policy('title: 云溪市民政局关于印发《甲类补助办法》的通知\ndrafter: 市民政局', '# 甲\n\n第一条 收费。'),
      'b.md': policy('title: 乙类补助办法\ndrafter: 市财政局', '# 乙类补助办法\n\n第一条 收费。'),
      'c.md': policy('title: 丙类补助办法\ndrafter: 市财政局', '# 丙类补助办法\n\n第一条 收费。'),
      'd.md': policy('title: 丙类补助办法\ndrafter: 市教育局', '# 丙类补助办法\n\n第一条 收费。'),
      'e.md': explains('甲类补助办法'),
      'f.md': explains('乙类补助办法'),
      'g.md': explains('丙类补助办法'),
      'h.md': explains('乙类补助办法实施细则'),
      'i.md': explains('乙类补助办法').replace('title', 'author: 市水务局\ntitle'),
    });
    expect(report.documents.slice(4).map(({ department }) => department)).toEqual([
      ...['市民政局', '市财政局', '', '', '市水务局'],
    ]);
  });

  it('is not there for a reason, which is told', async () => {
    const { report, ran } = await audited({
      'jiedu-lint.config.yaml': CONFIG,
      'a.md': policy('title: 甲办法', '# 甲办法\n\n第一条 收费。'),
      'b.md': paper('kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: a.md', '# 《甲办法》政策解读\n\n收费。'),
      'c.md': paper('kind: interpretation\ntitle: 《丙办法》政策解读', '# 《丙办法》政策解读\n\n收费。'),
      'd.md': '# 说明\n\n本文件夹存放政策文件。\n',
      'e.md': '---\nkind: [policy\n---\n\n# 戊办法\n\n第一条 收费。\n',
      'f.md': new Uint8Array([0x23, 0xff, 0xff, 0x0a]),
      'g.md': policy('title: 己办法\ndrafter: 市财政局', '# 己办法\n\n第一条 收费。'),
    });
    expect(Object.fromEntries(report.documents.map(({ path, noDepartment }) => [path, noDepartment]))).toEqual({
      ...{ 'a.md': 'policy', 'b.md': 'policyUnnamed', 'c.md': 'policyUnknown', 'd.md': 'kind' },
      ...{ 'e.md': 'frontMatter', 'f.md': 'unreadable', 'g.md': null },
    });
    expect(ran.out).toContain('没有写明部门 6 份');
  });
});
