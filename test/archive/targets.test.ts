import { describe, expect, it } from 'vitest';
import { isInside, joinPath, relativePath, type Target, targetOf } from '../../src/archive/targets.js';

const SETTINGS = { root: '/库', baseUrls: ['https://www.example.gov.cn/zc', 'http://10.0.0.1'] };
const from = '/库/解读/甲.md';

/** A target as `type what`; a path as its candidates and its anchor. */
function said(target: Target): string {
  switch (target.type) {
    case 'path':
      return `${target.candidates.join(' | ')}${target.anchor ? ` # ${target.anchor}` : ''}`;
    case 'anchor':
      return `anchor ${target.anchor}`;
    case 'number':
      return `number ${target.key}`;
    case 'title':
      return `title ${target.title}`;
    case 'outside':
      return `outside ${target.path}`;
    case 'external':
      return 'external';
  }
}

describe('addresses', () => {
  it.each([
    ['乙.md', '/库/解读/乙.md'],
    ['./乙.md', '/库/解读/乙.md'],
    ['../政策/乙.md', '/库/政策/乙.md'],
    ['..\\政策\\乙.md', '/库/政策/乙.md'],
    ['../政策/./x/../乙.md', '/库/政策/乙.md'],
    ['/政策/乙.md', '/库/政策/乙.md'],
    ['%E4%B9%99.md', '/库/解读/乙.md'],
    ['a%20b.md', '/库/解读/a b.md'],
    ['100%.md', '/库/解读/100%.md'],
    ['乙.md#一背景', '/库/解读/乙.md # 一背景'],
    ['乙.md#%E4%B8%80', '/库/解读/乙.md # 一'],
    ['乙%23丙.md', '/库/解读/乙#丙.md'],
    ['乙.md?v=2', '/库/解读/乙.md'],
    ['乙.md?v=2#x', '/库/解读/乙.md # x'],
    [' 乙.md ', '/库/解读/乙.md'],
    ['乙.html', '/库/解读/乙.html | /库/解读/乙.md'],
    ['乙.HTM', '/库/解读/乙.HTM | /库/解读/乙.md'],
    ['乙', '/库/解读/乙 | /库/解读/乙.md | /库/解读/乙/index.md'],
    ['../政策/', '/库/政策 | /库/政策.md | /库/政策/index.md'],
    ['图.png', '/库/解读/图.png'],
    ['#一背景', 'anchor 一背景'],
    ['#%E4%B8%80', 'anchor 一'],
    ['../../外.md', 'outside /外.md'],
    ['%2e%2e/%2e%2e/外.md', 'outside /外.md'],
    ['../../库外/乙.md', 'outside /库外/乙.md'],
    ['../../库/政策/乙.md', '/库/政策/乙.md'],
    ['http://other.gov.cn/乙.html', 'external'],
    ['//other.gov.cn/乙.html', 'external'],
    ['mailto:a@example.gov.cn', 'external'],
    ['tel:12345', 'external'],
    ['data:image/png;base64,AAAA', 'external'],
    ['https://www.example.gov.cn/zc/政策/乙.html', '/库/政策/乙.html | /库/政策/乙.md'],
    ['https://www.example.gov.cn/zc/%E4%B9%99.html#x', '/库/乙.html | /库/乙.md # x'],
    ['https://www.example.gov.cn/zc', '/库 | /库.md | /库/index.md'],
    ['https://www.example.gov.cn/zcother/乙.html', 'external'],
    ['https://www.example.gov.cn/乙.html', 'external'],
    ['http://10.0.0.1/a/乙.html', '/库/a/乙.html | /库/a/乙.md'],
    ['https://www.example.gov.cn/zc/../../外.md', 'outside /外.md'],
  ])('%s in a text', (to, expected) => {
    expect(said(targetOf(to, false, from, SETTINGS))).toBe(expected);
  });

  it.each([
    ['../政策/乙.md', '/库/政策/乙.md'],
    ['乙.md', '/库/解读/乙.md'],
    ['https://other.gov.cn/a', 'external'],
    ['https://www.example.gov.cn/zc/乙.html', '/库/乙.html | /库/乙.md'],
    ['关于印发《某市物业管理办法》的通知', 'title 关于印发《某市物业管理办法》的通知'],
    ['某市物业管理办法', 'title 某市物业管理办法'],
  ])('%s in front matter', (to, expected) => {
    expect(said(targetOf(to, true, from, SETTINGS))).toBe(expected);
  });

  it('may be document numbers in front matter, however these are bracketed', () => {
    const numbers = ['云政发〔2024〕8号', '云政发[2024]8号', '云政发（2024）第8号', '云政发 〔２０２４〕 08 号'];
    const targets = numbers.map((number) => targetOf(number, true, from, SETTINGS));
    for (const target of targets) {
      expect(target.type).toBe('number');
      expect(said(target)).toBe(said(targets[0] as Target));
    }
    expect(said(targetOf('云政发〔2024〕9号', true, from, SETTINGS))).not.toBe(said(targets[0] as Target));
  });

  it('have no bound where there is no root', () => {
    const unbound = { root: null, baseUrls: [] };
    expect(said(targetOf('../../外.md', false, from, unbound))).toBe('/外.md');
  });
});

describe('paths', () => {
  it('are inside a folder, not beside one of a longer name', () => {
    expect(isInside('/库/a', '/库')).toBe(true);
    expect(isInside('/库', '/库')).toBe(true);
    expect(isInside('/a', '/')).toBe(true);
    expect(isInside('/库二/a', '/库')).toBe(false);
  });

  it('keep their drive', () => {
    expect(joinPath('C:/库/解读', '../政策/乙.md')).toBe('C:/库/政策/乙.md');
  });

  it.each([
    ['/库/解读/甲.md', '/库/政策/乙.md', '../政策/乙.md'],
    ['/库/甲.md', '/库/乙.md', '乙.md'],
    ['/库/甲.md', '/库/政策/乙.md', '政策/乙.md'],
    ['/库/a/b/甲.md', '/库/乙.md', '../../乙.md'],
  ])('from %s to %s is %s, and leads there', (start, to, expected) => {
    expect(relativePath(start, to)).toBe(expected);
    expect(said(targetOf(expected, false, start, SETTINGS))).toBe(to);
  });
});
