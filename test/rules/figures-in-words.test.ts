import { describe, expect, it } from 'vitest';
import { told } from './told.js';

describe('hours of the day', () => {
  const BUSES = '首班车发车时间不晚于6:30，末班车收车时间不早于19:00，班次间隔不超过40分钟。';
  const LORRIES = '载货汽车每日7时至9时、17时至19时禁止通行。';
  const HALLS = '政务大厅开放时间为8:30至17:00。';
  it.each([
    [BUSES, '首班车最晚早上7点发车，末班车不早于19点收车。', ['7点 > 6:30']],
    [BUSES, '首班车不晚于6：30，末班车收车不早于晚上八点。', ['八点 > 19:00']],
    [LORRIES, '每日7点到9点、17点到20点，载货汽车禁止通行。', ['20点 > 19时']],
    [HALLS, '| 政务大厅 | 时间 |\n| --- | --- |\n| 开放时间 | 9:00—17:00 |', ['9:00 > 8:30']],
    [HALLS, '政务大厅开放时间：上午九点至下午五点。', ['九点 > 8:30']],
    [BUSES, '首班车早上六点半发车，末班车最早晚上七点收车，隔40分钟一班。', []],
    [LORRIES, '早上7点到9点、下午5点到7点，货车不能进城。', []],
    [HALLS, '政务大厅上午8点半开门，下午5点关门。咨询电话工作日9:00—12:00接听。', []],
    [HALLS, '政务大厅的开放时间是8：30—17：00，办一件事平均8分钟。', []],
    ['夜间22时至次日6时不得施工。', '夜里10点到早上6点不能施工，提出了3点要求。', []],
  ])('%s %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });
});

describe('ways of saying a sum or a share', () => {
  const PRICES = '自流灌区每立方米0.12元，提水灌区每立方米0.18元。节水的每立方米奖励0.05元。票价1.5元。';
  const DEARER = '超定额20%以内的加价50%；超定额20%至50%的部分加价100%；超定额50%以上的部分加价200%。';
  it.each([
    [PRICES, '自流灌区每立方米1角2分，提水灌区1角8分，节水奖五分钱。', []],
    [PRICES, '自流灌区每方一毛二分，提水灌区一毛八分。票价一块五。', []],
    [PRICES, '自流灌区每立方米1角4分，提水灌区1角8分。', ['1角4分 > 0.12元']],
    [PRICES, '节水的每立方米奖励八分钱。', ['八分钱 > 0.05元']],
    [PRICES, '票价两块五。', ['两块五 > 1.5元']],
    [DEARER, '超定额20%以内加价50%，20%—50%部分加价一倍，50%以上部分加价两倍。', []],
    [DEARER, '超定额20%以内加价50%，20%—50%部分加价一倍，50%以上部分加价三倍。', ['三倍 > 200%']],
  ])('%s %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });
});

describe('an example', () => {
  const REWARD = '节水的每立方米奖励0.05元，每户奖励不超过500元。';
  it.each([
    '拿双沟村刘家来说，节水400立方米，奖励20元。',
    '以双沟村一户来讲，节水400立方米，奖励20元。',
    '拿10亩稻田打比方：节水400立方米，奖励20元。',
    '以10亩稻田为例，节水400立方米，奖励20元。',
    '拿种稻户为例，节水400立方米，奖励20元。',
  ])('is no rule: %s', async (interpretation) => {
    expect(await told(REWARD, interpretation)).toEqual([]);
    expect(await told(REWARD, interpretation.replace(/^.*?[，：]/, ''))).not.toEqual([]);
  });
});

describe('the end of a policy that gives its beginning and its term', () => {
  const FIVE_YEARS = '本通告自2025年3月1日起施行，有效期5年。';
  it.each([
    ['有效期至2029年2月28日。', ['2029年2月28日 > 5年']],
    ['自2025年3月1日起施行，有效期至2028年2月29日。', ['2028年2月29日 > 5年']],
    ['《云溪市便民服务办法》的有效期到2031年3月1日。', ['2031年3月1日 > 5年']],
    ['| 事项 | 时间 |\n| --- | --- |\n| 期限 | 有效期至2035年2月28日 |', ['2035年2月28日 > 5年']],
    ['**问：管多久？**\n\n答：有效期从2025年3月1日到2026年2月28日。', ['2026年2月28日 > 5年']],
    ['有效期至2030年4月2日。', ['2030年4月2日 > 5年']],
    ['有效期至2030年3月31日。', []],
    ['有效期至2030年2月28日。', []],
    ['有效期从2025年3月1日到2030年3月1日。', []],
    ['原办法有效期至2027年2月28日。', []],
    ['上一轮政策有效期至2025年2月28日，现已到期。', []],
    ['试点工作开展至2026年12月31日。', []],
  ])('%s', async (interpretation, findings) => {
    expect(await told(FIVE_YEARS, interpretation)).toEqual(findings);
  });

  it('is not told by the term of what it issues', async () => {
    const policy = '登记证有效期为5年。本通告自2025年3月1日起施行。';
    expect(await told(policy, '登记证有效期至2028年3月1日的，可以换领。')).toEqual([]);
  });
});
