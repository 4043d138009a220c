import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNS, signsIn } from '../../src/language/signs.js';

/** What each sign must not miss; `exact` where it must not show without it either. */
const BEHIND: Readonly<Record<keyof typeof SIGNS, { readonly pattern: RegExp; readonly exact?: true }>> = {
  longNumber: { pattern: /[\d０-９]{7}|[\d０-９](?:[ -]?[\d０-９]){10}/, exact: true },
  mail: { pattern: /[@＠]/, exact: true },
  home: { pattern: /住址|家庭地址|户籍|家住|现住|居住/ },
  flat: { pattern: /单元/, exact: true },
  placeholder: {
    pattern:
      /待(?:[补填定]|完善|确定|明确|核实|更新)|^[（(]?略|暂缺|[（(【[［]请(?:填写|补充)|此处(?:填写|插入|补充|添加|输入)|请(?:在此|在这里)(?:填写|输入|补充)|点击(?:此处)?(?:输入|添加)|[XxＸ×]{2}|年[XxＸ×]|月[XxＸ×]|年[ 　]{0,8}月|月[ 　]{1,8}日|[〕］\]][XxＸ×　 ]|[_＿]{3}|TODO|TBD|FIXME|Lorem ipsum/i,
  },
  innerHeading: { pattern: /[。；：:！？?!】\s][【（(一二三四五六七八九十问答]/ },
  innerDigit: { pattern: /[。；：:！？?!】\n\t\u2003\u00a0][\d０-９]/ },
  pointed: { pattern: /[\d０-９][.．]/, exact: true },
  title: { pattern: /《/, exact: true },
  numbered: { pattern: /[\d０-９]号/, exact: true },
};

/** Lines in which the characters that signs are made of stand close together. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'01９２ 　--@＠年月日XＸ×_＿〕]（(【略暂缺住址户籍家庭地现居单元号《》为，。；：】一十问答\n\t\u2003\u00a0',
      ),
      fc.constantFrom(
        '待补充',
        '待定',
        '请填写',
        '此处',
        '输入',
        '请在此',
        '点击',
        'TODO',
        'tbd',
        'FixMe',
        'Lorem ipsum',
        '12345',
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('the signs of a line', () => {
  for (const [name, { pattern, exact }] of Object.entries(BEHIND)) {
    const sign = SIGNS[name as keyof typeof SIGNS];
    it(`show ${exact ? 'exactly ' : ''}what ${name} stands for`, () => {
      fc.assert(
        fc.property(line, (text) => {
          const shows = (signsIn(text) & sign) !== 0;
          if (exact) expect(shows).toBe(pattern.test(text));
          else if (pattern.test(text)) expect(shows).toBe(true);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('are none of an ordinary line', () => {
    expect(signsIn('为规范餐饮服务业油烟排放，2024年3月1日起施行本办法，由生态环境局负责解释。')).toBe(0);
  });
});
