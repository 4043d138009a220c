import { describe, expect, it } from 'vitest';
import { keyMeant } from '../../src/document/mistyped-key.js';

describe('a slip in a key', () => {
  it.each([
    ['titel', 'title'],
    ['knid', 'kind'],
    ['plicy', 'policy'],
    ['publishd', 'published'],
    ['interpretation', 'interpretations'],
    ['secrecy_review', 'secrecy-review'],
    ['signOffs', 'sign-offs'],
    ['发布曰期', '发布日期'],
    ['保密审察', '保密审查'],
    ['发文机', '发文机关'],
    ['解读材科', '解读材料'],
    ['题标', '标题'],
    ['号文', '文号'],
  ])('%s means %s', (written, meant) => {
    expect(keyMeant(written, null)).toBe(meant);
  });

  it('means a key of its kind', () => {
    expect(keyMeant('releaser', 'briefing')).toBe('releasers');
    expect(keyMeant('releaser', 'interpretation')).toBeUndefined();
  });
});

describe('a key of the site', () => {
  it.each(
    'layout tags keywords contact date draft slug weight aliases description summary toc math lang type status image images cover series menu url permalink categories authors publisher publishDate lastmod updated created source id index_no editor views featured comments sidebar template redirect_from hide cssclass up related topics channel issue from'.split(
      ' ',
    ),
  )('%s is left alone', (key) => {
    expect(keyMeant(key, null)).toBeUndefined();
  });

  it.each(
    '标签 关键词 作者 来源 索引号 主题分类 成文日期 公布日期 发布机构 责任编辑 联系电话 有效性 主题词 摘要 栏目 体裁 附件 备注 浏览次数 签发人 副标题 文种 类别 文件状态 实施日期 失效日期'.split(
      ' ',
    ),
  )('%s is left alone', (key) => {
    expect(keyMeant(key, null)).toBeUndefined();
  });
});
