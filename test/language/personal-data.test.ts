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
  it.each([
    '身份证370283198503125175',
    '370283198503125175（身份证号）',
    '370283198503125175是他的身份证号',
    '证件号码：37028319850312517',
  ])('%s', (text) => {
    expect(personalDataIn(text)).toMatchObject([{ kind: 'identity', doubt: 'mistyped' }]);
  });

  it.each([
    '流水370283198503125175',
    '身份证号000000000000000000',
    '身份证号000000198503125175',
    '身份证号123456789012345678',
    '档案号370283198503125175，附身份证',
  ])('not %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('is masked where the words that told of it are gone', () => {
    expect(withoutPersonalData('370283198503125175，')).toBe('370***************，');
  });
});

describe('numbers in Han numerals', () => {
  it.each([
    ['一三八〇〇一三八〇〇〇', ['mobile', '138********']],
    ['联系人赵某，一三八零零一三八零零零。', ['mobile', '138********']],
    ['手机：幺三八○○幺三八○○○', ['mobile', '138********']],
    ['一三八 〇〇一三 八〇〇〇', ['mobile', '138**********']],
    ['壹叁捌-零零壹叁-捌零零零', ['mobile', '138**********']],
    ['身份证号码为三七〇二八三一九八五〇三一二五一七四', ['identity', '370***************']],
    ['三七〇二八三一九八五〇三一二〇〇四X', ['identity', '370***************']],
  ])('%s', (text, datum) => {
    expect(found(text)).toEqual([datum]);
    expect(withoutPersonalData(text)).toContain(datum[1]);
  });

  it.each([
    '二〇二一年至二〇二五年',
    '一二三四五六七八九十',
    '一、二、三、四、五、六、七、八、九、十、十一',
    '二〇二一—二〇二五—二〇三〇年',
    '一百三十八亿零一百三十八万元',
    '第一二三四五六七八九〇一号',
    '一三八〇〇一三八〇〇〇元',
    '一三八〇〇一三八〇〇',
    '编号一三八〇〇一三八〇〇〇',
    '三七〇二八三一九八五〇三一二五一七五',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('where somebody lives', () => {
  it('is told by the house and who lives there, with no long number beside it', () => {
    expect(found('户主：赵某，花园路12号3单元402室')).toEqual([['address', '***']]);
    expect(found('申请人：花园路18号2单元501室')).toEqual([['address', '***']]);
    expect(found('服务窗口：花园路18号2单元501室')).toEqual([]);
  });

  it.each(['现居住地：花园路18号2单元501室', '户籍地：云溪市青山镇李家村3组12号', '家庭住址：青山镇李家村三十五号'])(
    '%s',
    (text) => {
      expect(found(text)).toEqual([['address', '***']]);
    },
  );

  it.each(['户籍地在本市的，可以申请', '住址变更的，30日内办理', '居住地址证明一份'])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('mobile numbers in groups of any kind', () => {
  it.each([
    '手机：139/0000/1234',
    '1 3 9 0 0 0 0 1 2 3 4（手机）',
    '139 00 00 12 34（微信同号）',
    '手机(139) - 0000 - 1234',
    '手机（１３９） － ００００ － １２３４',
    '手机139 - 0000 - 1234',
  ])('%s', (text) => {
    expect(found(text)).toMatchObject([['mobile', expect.any(String)]]);
  });

  it.each([
    '手机2024-01-02',
    '比例139/0000/1234',
    '面积：13900001234平方米',
    '累计13900001234次',
    '发票号码13900001234',
    '登记号13900001234件',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('cards and permits', () => {
  it.each([
    ['台胞证号码：12345678', 'passport'],
    ['外国人永久居留身份证：USA110085010112', 'passport'],
    ['补贴打入6217 0012 3456 7890 122', 'card'],
    ['惠农一卡通6217001234567890122', 'card'],
  ])('%s', (text, kind) => {
    expect(found(text)).toMatchObject([[kind, expect.any(String)]]);
  });

  it.each(['办件12345678', '单位基本户6222021234567890128', '批次6217001234567890122'])('not %s', (text) => {
    expect(found(text)).toEqual([]);
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

  it.each([
    ['意见请发至zhangwei_1985@163.com', 'named'],
    ['意见邮箱：lxh850312@163.com', 'named'],
    ['意见邮箱：wj19900512@qq.com', 'named'],
    ['意见邮箱：fagaiwei@163.com', undefined],
    ['意见邮箱：zwgk20240506@163.com', undefined],
    ['意见邮箱：yx20240506@163.com', undefined],
  ])('%s may bear a name: %s', (text, doubt) => {
    expect(personalDataIn(text)[0]?.doubt).toBe(doubt);
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

describe('data of no more digits than their kind has', () => {
  it.each([
    ['证件号码37028319850312004X', 'identity'],
    ['身份证370283850312517', 'identity'],
    ['证件号码：3702831985031251X', 'identity'],
    ['卡号6222021602001237', 'card'],
    ['手机13800138000', 'mobile'],
    ['手机1-3-8-0-0-1-3-8-0-0-0', 'mobile'],
    ['护照号EA1234567', 'passport'],
    ['台胞证号12345678', 'passport'],
    ['业主：云溪路1号1单元101室', 'address'],
  ])('%s', (text, kind) => {
    expect(personalDataIn(text).map((datum) => datum.kind)).toEqual([kind]);
  });
});
