import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { parseDocument } from '../../src/document/parse.js';
import { countWords, rangeBeyond } from '../../src/document/word-count.js';
import { lintInMemory } from '../lint/memory.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });
const total = (text: string) => countWords([text]).total;

describe('字数', () => {
  it.each([
    ['', 0],
    ['政策', 2],
    ['政策，解读。', 6],
    ['hello world', 2],
    ['word-processor 2.0', 2],
    ['共100元', 3],
    ['增长3.5%', 3],
    ['GDP增长5%左右', 6],
    ['１２３', 3],
    ['“政策”', 4],
    ['政策——解读', 6],
    ['等等……', 4],
    ['政策(2024)解读', 5],
    ['《办法》', 4],
    ['〇二〇', 3],
    ['カナと한글', 5],
    ['𠮷祥𠀀', 3],
    ['①②㎡', 3],
    ['a，b', 3],
    ["don't don’t", 2],
    ['  政 \t策　解\u00a0读 ', 4],
    ['政\u200b策\ufeff', 2],
    ['e\u0301a', 1],
    ['😀', 1],
    ['——', 2],
    ['http://www.example.gov.cn/a/b.html', 1],
    ['见http://a.b/c，请查', 5],
  ])('of %j is %i', (text, count) => {
    expect(total(text)).toBe(count);
  });

  it('has its parts', () => {
    expect(countWords(['政策，A1 b（𠮷）'])).toEqual({ total: 8, cjk: 3, marks: 3, runs: 2 });
  });

  it('does not join runs of different lines', () => {
    expect(countWords(['ab', 'cd']).runs).toBe(2);
    expect(parse('ab\ncd').wordCount.runs).toBe(2);
  });

  it.each([
    ['---\ntitle: 关于办法\n---\n\n政策', 2],
    ['政<!-- 注释 -->策', 2],
    ['<!--\n注释\n-->\n\n政策', 2],
    ['[政策](policies/2024.md "题目")', 2],
    ['![政策](images/a.png)', 2],
    ['[政策][r]\n\n[r]: /u', 2],
    ['<a href="政策.md">政策</a>', 2],
    ['<div class="政策">\n政策\n</div>', 2],
    ['# 政策', 2],
    ['- 政策\n- 解读', 4],
    ['1. 政策', 2],
    ['**政**_策_', 2],
    ['| 政 | 策 |\n| - | - |\n| 解 | 读 |', 4],
    ['政&nbsp;策&mdash;', 3],
    ['政策\\*', 3],
    ['> 政策', 2],
    ['政策[^1]\n\n[^1]: 解读', 4],
    ['政\r\n策\r解\n读', 4],
  ])('of the document %j is %i', (text, count) => {
    expect(parse(text).wordCount.total).toBe(count);
  });

  it('agrees with a plain counter', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'政策解读一二㐀豈𠮷𪜀〇々，。、；：？！“”‘’（）《》【】—…·１Ａ％￥①℃※'),
      fc.constantFrom(...'abcXYZ019.,-_/%()[]&@#'),
      fc.constantFrom(' ', '\t', '\u3000', '\u00a0'),
      fc.constantFrom('あ', 'ア', '한', 'ㄅ'),
    );
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
        (text) => {
          expect(total(text)).toBe(plainCount(text));
        },
      ),
    );
  });
});

/** 字数 in the plainest way: blank out all that counts one by itself, then count what is left between blanks. */
function plainCount(text: string): number {
  const middles = text.replace(/(?<=[\x21-\x7e])[’·]+/g, '');
  const single =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}々〇，。、；：？！“”‘’（）《》【】—…·１Ａ％￥①℃※]/gu;
  const ones = [...middles.matchAll(single)].length;
  const runs = middles
    .replace(single, ' ')
    .split(/[\s\u3000\u00a0]+/)
    .filter((run) => run !== '').length;
  return ones + runs;
}

describe('beyond a limit', () => {
  it('begins at the first character over it and ends with its line', () => {
    const text = '# 政策\r\n\r\n解读**材料**四字。\r\n\r\n后文。';
    const range = rangeBeyond(parse(text).units, 5);
    expect(range && text.slice(range.start, range.end)).toBe('料**四字。');
    expect(rangeBeyond(parse(text).units, 12)).toBeNull();
    const last = rangeBeyond(parse(text).units, 11);
    expect(last && text.slice(last.start, last.end)).toBe('。');
  });
});

describe('length/max-length', () => {
  /** A briefing of so many characters, title and headings included, with things in it that do not count. */
  function briefing(characters: number): string {
    const head = '---\n类型: 吹风会发布稿\n标题: 政策例行吹风会发布稿\n---\n\n# 发布稿\n\n<!-- 送审时删去 -->\n\n';
    const body = `各位记者：${'政'.repeat(characters - 3 - 5 - 4)}[详情](policies/a.md)12。`;
    return head + body;
  }

  const found = async (text: string) =>
    (await lintInMemory({ '/archive/a.md': text }, { rules: rules.filter(({ id }) => id === 'length/max-length') }))
      .results[0]?.messages;

  it('passes a briefing of exactly 3000', async () => {
    expect(parse(briefing(3000)).wordCount.total).toBe(3000);
    expect(await found(briefing(3000))).toEqual([]);
  });

  it('breaks at 3001, from there on', async () => {
    expect(parse(briefing(3001)).wordCount.total).toBe(3001);
    const text = briefing(3001);
    const [message] = (await found(text)) ?? [];
    expect(message).toMatchObject({ ruleId: 'length/max-length', messageId: 'tooLong', severity: 2, line: 10 });
    expect(text.split('\n')[9]?.slice((message?.column ?? 0) - 1)).toBe('。');
    expect(message?.message).toContain('3001');
  });
});
