import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentityNumber } from '../../src/language/identity-number.js';
import { personalDataIn, withoutPersonalData } from '../../src/language/personal-data.js';

/** What is found, as [kind, what is shown of it]. */
function found(text: string, label?: string): string[][] {
  return personalDataIn(text, label).map(({ kind, masked }) => [kind, masked]);
}

describe('identity numbers', () => {
  it('have a province, a day and a check character', () => {
    expect(isIdentityNumber('370283198503125174')).toBe(true);
    expect(isIdentityNumber('370283198503125175')).toBe(false);
    expect(isIdentityNumber('370283198502305174')).toBe(false);
    expect(isIdentityNumber('990283198503125174')).toBe(false);
  });

  it('of fifteen digits count where the text calls them so', () => {
    expect(found('身份证：370283850312517')).toEqual([['identity', '370************']]);
    expect(found('370283850312517', '身份证号')).toEqual([['identity', '370************']]);
    expect(found('流水370283850312517')).toEqual([]);
  });
});

describe('a slip in an identity number', () => {
  it.each(['身份证370283198503125175', '370283198503125175（身份证号）', '证件号码：37028319850312517'])(
    '%s',
    (text) => {
      expect(personalDataIn(text)).toMatchObject([{ kind: 'identity', doubt: 'mistyped' }]);
    },
  );

  it.each(['流水370283198503125175', '身份证号000000000000000000', '身份证号123456789012345678'])('not %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('is masked where the words that told of it are gone', () => {
    expect(withoutPersonalData('370283198503125175，')).toBe('370***************，');
  });
});

describe('where somebody lives', () => {
  it('is told by the house and who lives there, with no long number beside it', () => {
    expect(found('户主：赵某，花园路12号3单元402室')).toEqual([['address', '***']]);
    expect(found('申请人：花园路18号2单元501室')).toEqual([['address', '***']]);
    expect(found('服务窗口：花园路18号2单元501室')).toEqual([]);
  });
});

describe('what is shown', () => {
  it('does not tell the value, nor its length beyond a few characters', () => {
    expect(found('手机13900001234')).toEqual([['mobile', '139********']]);
    expect(found('李某limou99@qq.com')).toEqual([['email', 'l***@***']]);
    expect(found('住址：花园路18号2单元501室')).toEqual([['address', '***']]);
  });

  it('keeps the text around it', () => {
    expect(withoutPersonalData('联系13900001234或李某limou99@qq.com。')).toBe('联系139********或李某l***@***。');
  });

  it('holds no run of the digits that were found', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'));
    fc.assert(
      fc.property(digits, fc.string(), fc.string(), (tail, before, after) => {
        const shown = withoutPersonalData(`${before}，139${tail}，${after}`);
        expect(shown).not.toContain(`139${tail}`);
      }),
    );
  });
});

describe('mailboxes', () => {
  it.each([
    ['意见反馈至yxsfgj@163.com', []],
    ['市民政局邮箱mzj2024@126.com', []],
    ['fgw@yunxi.gov.cn', []],
    ['联系人王某，邮箱wm@163.com', [['email', 'w***@***']]],
    ['咨询邮箱13900001234@163.com', [['email', '1***@***']]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what is public', () => {
  it.each([
    '咨询电话0532-85912345、12345、400-123-4567、8008101234、95598',
    '统一社会信用代码91370200264801234X、11370200004275116P、113702001985031251',
    '税号3002150010、6203429062，商品62034290 62031100',
    '财政专户账号6222020200100123450',
    '金额13900001234元、139.00001234亿元',
    'https://www.a.cn/13900001234.html',
    '住所：云溪市花园路18号2单元501室',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
