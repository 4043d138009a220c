import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, figuresIn } from '../../src/language/figures.js';

function shown(text: string): string[] {
  return figuresIn(text).map(({ start, end, measure, value }) => `${text.slice(start, end)} ${measure} ${value}`);
}

const HOURS = ['420', '840', '330?', '420', '0', '540?', '1020'];
const SUMS = [3.5, 1.8, 2, 0.5, 0.08];

describe('figuresIn', () => {
  it.each([
    ['补贴1500元、一千五百元或0.15万元', ['1500元 yuan 1500', '一千五百元 yuan 1500', '0.15万元 yuan 1500']],
    ['5％、5%、百分之五和千分之五', ['5％ percent 5', '5% percent 5', '百分之五 percent 5', '千分之五 percent 0.5']],
    ['三成，八折，八五折优惠', ['三成 percent 30', '八折 percent 80', '八五折 percent 85']],
    ['10个工作日，十个工作日，10日', ['10个工作日 workdays 10', '十个工作日 workdays 10', '10日 days 10']],
    ['三分之二、2/3以上和四分之一', ['三分之二 percent 66.6666667', '2/3 percent 66.6666667', '四分之一 percent 25']],
    [
      '一年半，两个半月，1个半小时，十天半',
      ['一年半 months 18', '两个半月 days 75', '1个半小时 days 0.0625', '十天半 days 10.5'],
    ],
    [
      '每季度报一次，每年至少一次，每个月开展1次',
      ['每季度 frequency 3', '每年 frequency 12', '每个月 frequency 1', '1次 次 1'],
    ],
    ['师生比1:7、1∶3.5', ['1:7 ratio 1:7', '1∶3.5 ratio 1:3.5']],
    ['市、县按6∶4分担，水价为1：1.5：3', ['6∶4 ratio 6:4', '1：1.5：3 ratio 1:1.5:3']],
    ['古树2株，存瓶20瓶', ['2株 株 2', '20瓶 瓶 20']],
    [
      '60学时，50BP，100kg，3层，两档，20头',
      ['60学时 lessons 60', '50BP points 0.5', '100kg mass 100', '3层 层 3', '两档 grades 2', '20头 头 20'],
    ],
    ['2.15日内登记', ['15日 days 15']],
    ['3.5家企业', ['5家 家 5']],
    ['2.5天内办结', ['2.5天 days 2.5']],
    ['24小时内，两周，半个月', ['24小时 days 1', '两周 days 14', '半个月 days 15']],
    [
      '90分钟，1.5小时，半小时，半个小时，30分钟',
      [
        '90分钟 days 0.0625',
        '1.5小时 days 0.0625',
        '半小时 days 0.0208333333',
        '半个小时 days 0.0208333333',
        '30分钟 days 0.0208333333',
      ],
    ],
    ['每千人4.8个，1.5人', ['4.8个 个 4.8']],
    [
      '9月1日至30日，2025年3月1日—15日',
      ['9月1日 date --09-01', '30日 date --09-30', '2025年3月1日 date 2025-03-01', '15日 date --03-15'],
    ],
    ['次年1月底、6月末前', ['1月底 date --01-31', '6月末 date --06-30']],
    [
      '12 500元，12，500元，12,500元，1.25万元',
      ['12 500元 yuan 12500', '12，500元 yuan 12500', '12,500元 yuan 12500', '1.25万元 yuan 12500'],
    ],
    [
      '壹万贰仟伍佰元，1万2500元，¥12500，￥12,500',
      ['壹万贰仟伍佰元 yuan 12500', '1万2500元 yuan 12500', '¥12500 yuan 12500', '￥12,500 yuan 12500'],
    ],
    [
      '¥500元，¥ 12,500元，￥3.5万元，¥五十二元，¥500万',
      ['500元 yuan 500', '12,500元 yuan 12500', '3.5万元 yuan 35000', '五十二元 yuan 52', '¥500万 yuan 5000000'],
    ],
    ['按一成半给予，二成补贴', ['一成半 percent 15', '二成 percent 20']],
    ['今年1月2日至次年2月1日', ['1月2日 date --01-02', '2月1日 date --02-01']],
    ['每户10，20户一组，3个 500元', ['20户 户 20', '3个 个 3', '500元 yuan 500']],
    ['1年，12个月，半年，三个季度', ['1年 months 12', '12个月 months 12', '半年 months 6', '三个季度 months 9']],
    [
      '3—5年，30日至90日，5%～8%',
      ['3 months 36', '5年 months 60', '30日 days 30', '90日 days 90', '5% percent 5', '8% percent 8'],
    ],
    ['年满60周岁、增长2个百分点', ['60周岁 age 60', '2个百分点 points 2']],
    [
      '120平方米，1.5公顷，2公里，500千克',
      ['120平方米 area 120', '1.5公顷 area 15000', '2公里 length 2', '500千克 mass 500'],
    ],
    ['共六章三十条，三类九项', ['六章 章 6', '三十条 条 30', '三类 kinds 3', '九项 项 9']],
    ['自2024年7月1日起，2025年底前', ['2024年7月1日 date 2024-07-01', '2025年底 date 2025-12-31']],
    ['二〇二五年三月，2024年2月底', ['二〇二五年三月 date 2025-03', '2024年2月底 date 2024-02-29']],
    [
      '7月30日，2024-07-30，2024.7.30',
      ['7月30日 date --07-30', '2024-07-30 date 2024-07-30', '2024.7.30 date 2024-07-30'],
    ],
    // The number of an item is no part of the date behind it.
    [
      '附件：1.2024年目录；6.8月1日前；2.2024.5.1',
      ['2024年 year 2024', '8月1日 date --08-01', '2024.5.1 date 2024-05-01'],
    ],
    ['到2027年，每月15日前', ['2027年 year 2027', '15日 day-of-month 15']],
    [
      '云政发〔2024〕8号，公告2024年第27号，令第266号',
      ['〔2024〕8号 paper 2024/8', '2024年第27号 paper 2024/27', '第266号 paper /266'],
    ],
    [
      '8:30开门，14：30—17：30，每日9:00按照8：30的班次',
      ['8:30 clock 510?', '14：30 clock 870', '17：30 clock 1050', '9:00 clock 540?', '8：30 clock 510?'],
    ],
    [
      '早上七点，下午2点到5点半，早7点到夜里12点，9点至17点',
      ['七点', '2点', '5点半', '7点', '12点', '9点', '17点'].map((hour, i) => `${hour} clock ${HOURS[i]}`),
    ],
    ['6时—24时，八时三十分', ['6时 clock 360?', '24时 clock 0', '八时三十分 clock 510?']],
    ['1角2分，三角五分，2角', ['1角2分 yuan 0.12', '三角五分 yuan 0.35', '2角 yuan 0.2']],
    [
      '3元5角，一块八，两块钱，5毛，八分钱',
      ['3元5角', '一块八', '两块钱', '5毛', '八分钱'].map((sum, i) => `${sum} yuan ${SUMS[i]}`),
    ],
  ])('reads %s', (text, figures) => {
    expect(shown(text)).toEqual(figures);
  });

  it.each([
    '第三条、第二十八条第二款，第一次',
    '一个、一种、一项，上一年，同一天',
    '十分重要，千家万户，五花八门',
    '壹号楼，拾级而上，一成不变，三成功',
    '品目87.04项下，GB/T1-2017项下，08.13所列',
    '《产业结构调整指导目录（2024年本）》',
    '电话12345，邮编266000',
    '2月底前，13月底',
    '第5/6页，1/2，二分之三',
    '比例尺1:500:2',
    '提出3点要求，早一点来，晚一点走，一时难以，第一时间',
    '13点建议，3时段电价，24:30',
    '长三角、珠三角、三角形，5角票，3块地',
    '第三层，三层级，档案，十头领',
    '没有数字',
  ])('finds no figure in %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    ['约60%', true],
    ['近30个国家', true],
    ['20余种', true],
    ['30天左右', true],
    ['惠及超过4.8万户', true],
    ['不超过4.8万户', false],
    ['超过4户', false],
    ['超过5万元', false],
    ['违约金不超过5%', false],
    ['最近1次', false],
  ])('knows whether %s is exact', (text, rough) => {
    expect(figuresIn(text).map((figure) => figure.rough)).toEqual([rough]);
  });

  it('finds the same in any text around it', () => {
    const around = fc.array(fc.constantFrom('，', '。', '按照', '给予', '不超过', '（', '）', ' '), { maxLength: 8 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before.join('')}，1500元，${after.join('')}`;
        expect(shown(text)).toEqual(['1500元 yuan 1500']);
      }),
    );
  });

  it('is cut short where more is found than asked for', () => {
    expect(figuresIn('1年。'.repeat(50), 10).length).toBeLessThan(15);
  });
});

describe('agree', () => {
  it.each([
    ['date', '2025-03', '2025-03-14', true],
    ['date', '--07-30', '2024-07-30', true],
    ['date', '2025-03-01', '2025-03-14', false],
    ['clock', '510?', '510', true],
    ['clock', '150?', '870', true],
    ['clock', '150', '870', false],
    ['clock', '420', '1140', false],
    ['clock', '510?', '511', false],
    ['paper', '/266', '2024/266', true],
    ['paper', '2023/266', '2024/266', false],
    ['days', '10', '10', true],
    ['days', '1', '10', false],
  ])('%s %s and %s: %s', (measure, a, b, expected) => {
    expect(agree(measure, a, b)).toBe(expected);
    expect(agree(measure, b, a)).toBe(expected);
  });
});
