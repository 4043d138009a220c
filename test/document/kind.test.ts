import { describe, expect, it } from 'vitest';
import type { ConfiguredKind } from '../../src/document/kind.js';
import { parseDocument } from '../../src/document/parse.js';

function kindOf(text: string, configured?: ConfiguredKind) {
  const { kind, kindReason } = parseDocument(text, { path: 'a.md', ...(configured ? { kind: configured } : {}) });
  return [kind, kindReason.from, kindReason.evidence];
}

const CONFIGURED: ConfiguredKind = { kind: 'briefing', glob: 'fabu/**' };

describe('kind', () => {
  it('is what front matter says, in either language', () => {
    expect(kindOf('---\nkind: policy\n---\n# 关于《办法》的解读', CONFIGURED)).toEqual([
      'policy',
      'front-matter',
      'policy',
    ]);
    expect(kindOf('---\n类型: 吹风会发布稿\n---\n文。')).toEqual(['briefing', 'front-matter', 'briefing']);
  });

  it.each([
    '索引号：11370800MB28567211/2025-02341\n\n发布机构：云溪市林业局\n\n',
    '来源：云溪日报\n\n',
    '主题分类：城乡建设\n\n发文机关：云溪市水务局\n\n成文日期：2025-01-08\n\n文号：云水〔2025〕1号\n\n发布日期：2025年1月9日\n\n有效性：有效\n\n',
  ])('looks for the title below what a site says of the paper', (info) => {
    expect(kindOf(`${info}《云溪市古树保护办法》答记者问\n\n记者：何时施行？\n\n答：三月。`).slice(0, 2)).toEqual([
      'interpretation',
      'title',
    ]);
  });

  it('takes no text below such lines for a title', () => {
    expect(kindOf('来源：云溪日报\n\n各县区要抓紧办理通知。\n\n文。')[0]).toBe(null);
    expect(parseDocument('来源问题的答问\n\n文。', { path: 'a.md' }).title).toBe('来源问题的答问');
  });

  it('else what the config says', () => {
    expect(kindOf('# 关于《办法》的解读', CONFIGURED)).toEqual(['briefing', 'config', 'fabu/**']);
    expect(kindOf('---\nkind: 报告\n---\n# 关于《办法》的解读', CONFIGURED)).toEqual(['briefing', 'config', 'fabu/**']);
  });

  it.each([
    ['《某市物业管理办法》政策解读', 'interpretation'],
    ['一图读懂《某市物业管理办法》', 'interpretation'],
    ['《某市物业管理办法》问答', 'interpretation'],
    ['一张图看懂某市物业管理办法', 'interpretation'],
    ['某市物业管理办法热点问题答疑', 'interpretation'],
    ['物业管理政策明白纸', 'interpretation'],
    ['关于调整物业服务收费的政策说明', 'interpretation'],
    ['物业收费问与答', 'interpretation'],
    ['关于印发《某市物业管理办法》的通知', 'policy'],
    ['某市物业管理办法', 'policy'],
    ['某市物业管理办法（试行）', 'policy'],
    ['某市人民政府令', 'policy'],
    ['关于进一步做好政策解读工作的通知', 'policy'],
    ['政策解读工作制度', 'policy'],
    ['《云溪市停车办法》解读要点', 'interpretation'],
    ['《云溪市停车办法》政策解读要点', 'interpretation'],
    ['关于《云溪市停车办法》的解读要点', 'interpretation'],
    ['云溪市停车办法解读要点', 'interpretation'],
    ['停车新规图解和解读要点', 'interpretation'],
    ['云溪市停车办法十问十答', 'interpretation'],
    ['停车新规百问百答', 'interpretation'],
    ['《云溪市停车办法》一问一答', 'interpretation'],
    ['2025年政策解读工作要点', 'policy'],
    ['云溪市2025年政务公开要点', 'policy'],
    ['某市人民代表大会关于物业管理的决议', 'policy'],
    ['某市物业管理应急预案', 'policy'],
    ['市级部门物业管理职责清单', 'policy'],
    ['2026年中央一号文件', 'policy'],
    ['一图读懂2026年中央一号文件', 'interpretation'],
    ['《某市物业管理办法》解读方案', 'interpretation-plan'],
    ['《某市物业管理办法》政策说明会方案', 'meeting-plan'],
    ['《某市物业管理办法》政策例行吹风会发布稿', 'briefing'],
    ['某市物业管理新闻发布会发言材料', 'briefing'],
  ])('else what the title says: %s', (title, kind) => {
    expect(kindOf(`# ${title}\n\n文。`).slice(0, 2)).toEqual([kind, 'title']);
  });

  it.each([
    ['现将有关内容解读如下：', 'interpretation'],
    ['——关于调整高龄津贴的政策说明', 'interpretation'],
    ['——市公安局解读新通告', 'interpretation'],
    ['市公安局有关负责人作了解读。', 'interpretation'],
    ['记者就此采访了市公安局，该局对新规进行了详细解读。', 'interpretation'],
    ['市公安局做了权威解读。', 'interpretation'],
    ['各位记者朋友，大家上午好！', 'briefing'],
    ['第一条　为了规范，制定本办法。', 'policy'],
    ['现予公布，特此公告。', 'policy'],
    ['推广体重管理教育。（市教育局牵头，市卫生健康委、市疾控局按职责分工负责）', 'policy'],
    ['建设健康食堂。（市商务局、市总工会按职责负责）', 'policy'],
    ['整治占道经营。（市城管局牵头负责）', 'policy'],
    ['问：为什么？\n\n答：因为。\n\n问：谁？\n\n答：企业。', 'interpretation'],
  ])('else what the text says: %j', (text, kind) => {
    expect(kindOf(`开头的一句话。\n\n${text}`).slice(0, 2)).toEqual([kind, 'text']);
  });

  it.each([
    ['各区人民政府：\n\n现将《办法》印发给你们，请做好政策解读。', 'policy'],
    ['各区人民政府：\n\n各部门要对政策作好解读、进行解读。', 'policy'],
    ['各区人民政府，市各部门：\n\n请同步报送政策解读和解读方案。', 'policy'],
    ['第一条 为了规范停车，制定本办法。\n\n第二条 起草单位负责政策解读。', 'policy'],
    ['云政办发〔2024〕3号\n\n一、加强政策解读。', 'policy'],
    ['收费标准调整为五元，政策解读另行公布。\n\n特此公告。', 'policy'],
    ['一句话。\n\n政策解读\n\n市政府印发了《办法》。\n\n第一条 讲目的。', 'interpretation'],
    ['日前市政府印发《办法》（云政办发〔2024〕3号），本文作政策解读。', 'interpretation'],
    ['解读单位：云溪市公安局\n\n各区都适用：', 'interpretation'],
  ])('by how it is built, before the word 政策解读: %j', (text, kind) => {
    expect(kindOf(text).slice(0, 2)).toEqual([kind, 'text']);
  });

  it.each([
    '关于召开政策解读工作会议的通知',
    '关于举办全市统计业务培训班的通知',
    '云溪市人民政府关于张某等同志任免职的通知',
    '关于2024年国庆节放假安排的通知',
    '目录',
  ])('is none of %s, which is for an office’s own running', (title) => {
    expect(kindOf(`# ${title}\n\n各单位：\n\n现将有关事项通知如下。`)).toEqual([null, 'nothing', '']);
  });

  it.each([
    '关于举办就业招聘活动补贴办法的通知',
    '关于会议费管理的通知',
    '关于任职培训办法的通知',
    '权责清单',
    '政府定价目录',
  ])('is policy of %s', (title) => {
    expect(kindOf(`# ${title}`)[0]).toBe('policy');
  });

  it('else nothing', () => {
    expect(kindOf('开头的一句话。')).toEqual([null, 'nothing', '']);
    expect(kindOf('')).toEqual([null, 'nothing', '']);
  });
});
