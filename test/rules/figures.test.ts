import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { lintInMemory } from '../lint/memory.js';

const compared = rules.filter(({ id }) => id === 'content/figures-match-policy');

/** What an interpretation is told of its figures: `what it says > what the policy says`. */
async function told(policy: string, interpretation: string, title = '云溪市便民服务办法'): Promise<string[]> {
  const { results } = await lintInMemory(
    {
      '/archive/zc.md': `---\nkind: policy\ntitle: ${title}\nnumber: 公告2025年第113号\n---\n\n${policy}\n`,
      '/archive/jd.md': `---\nkind: interpretation\ntitle: 《${title}》解读\npolicy: zc.md\n---\n\n${interpretation}\n`,
    },
    { rules: compared },
  );
  return results.flatMap(({ messages }) =>
    messages.map(({ message }) => {
      const [figure, theirs] = [...message.matchAll(/“([^”]+)”/g)].map(([, quoted]) => quoted);
      return `${figure} > ${theirs}`;
    }),
  );
}

/** Cells of a table in Markdown, a row a string. */
function table(...rows: string[]): string {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replace(/[^|]+/g, ' --- '), ...body].join('\n');
}

describe('figures that stand in each other’s place', () => {
  it.each([
    [
      '城市每人每月补助880元，农村每人每月补助690元。',
      '城里人每月690元？不，城市每人690元，农村每人880元。',
      ['690元 > 880元', '880元 > 690元'],
    ],
    [
      '首次认定的奖励20万元，重新认定的奖励10万元。',
      '首次认定奖10万元，重新认定奖20万元。',
      ['10万元 > 20万元', '20万元 > 10万元'],
    ],
    [
      '证件遗失的，应当在七日内书面报告，十五日内补办。',
      '丢了怎么办：15日内报告，7日内补办。',
      ['15日 > 七日', '7日 > 十五日'],
    ],
    [
      '居民每平方米收取20元，非居民每平方米收取29元。',
      '怎么收？居民每平方米29元，非居民每平方米20元。',
      ['29元 > 20元', '20元 > 29元'],
    ],
    [
      '对顶尖人才给予500万元科研经费、200万元安家补贴。',
      table('人才 | 科研经费 | 安家补贴', '顶尖人才 | 200万元 | 500万元'),
      ['200万元 > 500万元', '500万元 > 200万元'],
    ],
    [
      '收入低于2500元的按标准的80%补贴；收入低于3500元的按标准的60%补贴。',
      '收入低于2500元的，补60%；收入低于3500元的，补80%。',
      ['60% > 80%', '80% > 60%'],
    ],
  ])('in %s', async (policy, interpretation, findings) => {
    expect((await told(policy, interpretation)).slice(-2)).toEqual(findings);
  });

  it.each([
    [
      '水田、旱地、坡地每亩分别补120元、90元、60元。',
      '坡地、旱地、水田每亩分别补120元、90元、60元。',
      ['120元 > 60元', '60元 > 120元'],
    ],
    [
      '水田每亩补120元，旱地每亩补90元，坡地每亩补60元。',
      '水田、旱地、坡地分别为90元、120元、60元。',
      ['90元 > 120元', '120元 > 90元'],
    ],
    [
      '城市低保、农村低保和特困供养标准分别为每月880元、690元和1150元。',
      '农村低保每月880元，城市低保每月690元。',
      ['880元 > 690元', '690元 > 880元'],
    ],
    ['一级、二级大户分别奖2万元、1万元。', '二级、一级大户分别奖2万元、1万元。', ['2万元 > 1万元', '1万元 > 2万元']],
    ['个人、单位应当分别在7日、15日内补办。', '单位、个人依次在7日、15日内补办。', ['7日 > 15日', '15日 > 7日']],
    [
      '一等奖奖金5000元，二等奖奖金3000元，三等奖奖金1000元。',
      '一等奖3000元，二等奖1000元，三等奖5000元。',
      ['3000元 > 5000元', '1000元 > 3000元', '5000元 > 1000元'],
    ],
    [
      '水田、旱地、坡地每亩分别补120元、90元、60元。',
      '水田、旱地、坡地每亩分别补60元、120元、90元。',
      ['60元 > 120元', '120元 > 90元', '90元 > 60元'],
    ],
    [
      '城市每人每月补助880元，农村每人每月补助690元，特困每人每月补助1150元。',
      table('对象 | 补助', '城市 | 1150元', '农村 | 880元', '特困 | 690元'),
      ['1150元 > 880元', '880元 > 690元', '690元 > 1150元'],
    ],
  ])('by their order, or three of them: %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });

  it.each([
    ['水田、旱地、坡地每亩分别补120元、90元、60元。', '坡地、旱地、水田每亩分别补60元、90元、120元。'],
    ['一级、二级大户分别奖2万元、1万元。', '二级、一级大户分别奖1万元、2万元。'],
    ['新建公墓每处补15万元，改扩建每处补8万元。', '改扩建一处补8万元，新建一处补15万元。'],
    [
      '发票价格10万元以上的补贴5000元，10万元以下的补贴3000元。',
      table('车型 | 10万元以下 | 10万元以上', '轿车 | 3000元 | 5000元'),
    ],
    ['首年登记费每只200元，以后每年100元。', '第二年起每年100元，头一年200元。'],
    ['水田每亩补120元，旱地补90元，坡地补60元。', '坡地、旱地、水田分别补60元、90元和120元。'],
    ['个人和单位、合作社分别补60元、90元。', '合作社补90元，个人和单位补60元。'],
    ['个体户、农户每户分别补60元、90元、120元。', '农户补60元，个体户补120元。'],
  ])('are not those said in another order: %s', async (policy, interpretation) => {
    expect(await told(policy, interpretation)).toEqual([]);
  });

  /** A, then so many figures that tell nothing, then the one with which it was exchanged. */
  it.each([
    [7, 2],
    [8, 0],
  ])('are looked for within %i others', async (between, count) => {
    const others = Array.from({ length: between }, (_, n) => `${n + 41}吨`).join('、');
    const found = await told(`甲类限额3吨，乙类限额5吨。`, `甲类限额5吨，${others}，乙类限额3吨。`);
    expect(found.filter((one) => /^[35]吨/.test(one))).toHaveLength(count);
  });
});

describe('coefficients without a unit', () => {
  it.each([
    ['绩效系数为1.2。', '绩效系数定为1.5。', ['1.5 > 1.2']],
    ['工业用地容积率不低于1.0。', '工业用地的容积率不得低于1.2。', ['1.2 > 1.0']],
    ['超额累进的，按扣除系数0.8折算。', '超额累进的，扣除系数是0.6。', ['0.6 > 0.8']],
    ['山区校调整系数统一为1.3，城区校调整系数为1.1。', '山区校调整系数：1.4；城区校调整系数为1.1。', ['1.4 > 1.3']],
    ['災害補貼係數為0.5。', '災害補貼係數為0.7。', ['0.7 > 0.5']],
  ])('are figures: %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });

  it.each([
    ['绩效系数为1.20。', '绩效系数是1.2。'],
    ['绩效系数1.2。', '绩效系数由0.8提高到1.2。'],
    ['绩效系数为1.2。', '基尼系数为0.46。'],
    ['绩效系数为1.2。', '原绩效系数为1.0。'],
    ['绩效系数为1.2—1.5。', '绩效系数为1.2到1.5。'],
  ])('that say the same, or are others: %s', async (policy, interpretation) => {
    expect(await told(policy, interpretation)).toEqual([]);
  });
});

describe('figures of Traditional text', () => {
  it.each([
    ['每家企業最高資助二十萬元。', '每家企業最高資助25萬元。', ['25萬元 > 二十萬元']],
    ['自收到申請之日起十五個工作日內作出決定。', '收到申請後10個工作日內作出決定。', ['10個工作日 > 十五個工作日']],
    ['資助不超過項目總開支的三分之二。', '資助不超過項目總開支的四分之三。', ['四分之三 > 三分之二']],
    ['項目完成後六個月內提交報告。', '項目完成後三個月內提交報告。', ['三個月 > 六個月']],
    ['年滿八十歲的，每年獲發津貼一萬二千元。', '年滿75歲的，每年獲發津貼1.2萬元。', ['75歲 > 八十歲']],
    ['每家企业最高资助二十万元。', '每家企業最高資助25萬元。', ['25萬元 > 二十万元']],
    [
      '科技企業每家資助三十萬元，其他企業每家資助二十萬元。',
      '科技企業每家資助20萬元，其他企業每家資助30萬元。',
      ['20萬元 > 三十萬元', '30萬元 > 二十萬元'],
    ],
    ['自2025年7月1日起施行，有效期五年。', '自2025年7月1日起施行，有效期三年，對應舊規。', ['三年 > 五年']],
  ])('%s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation, '云溪市資助辦法')).toEqual(findings);
  });

  it.each([
    ['每家企業最高資助二十萬元。', '每家企業最高資助20萬元。'],
    ['項目完成後六個月內提交報告。', '项目完成后半年内提交报告。'],
    ['每家企業最高資助二十萬元。', '## 舉例\n\n每家企業最高資助12萬元。'],
  ])('that say the same: %s', async (policy, interpretation) => {
    expect(await told(policy, interpretation, '云溪市資助辦法')).toEqual([]);
  });
});

describe('a figure beside one that is right', () => {
  it.each([
    ['网上报名：7月5日至7月15日。', '网上报名从7月5日开始，到7月31日结束。', ['7月31日 > 7月15日']],
    ['网上报名时间为6月20日8:00至6月26日18:00。', '报名：6月20日—6月28日', ['6月28日 > 6月26日']],
    [
      '一、活动时间为2025年3月1日至2025年12月31日。',
      '## 一、活动时间\n\n2025年4月1日至12月31日。',
      ['2025年4月1日 > 2025年3月1日'],
    ],
    ['未建台账的，每次处5千元以上2万元以下的罚款。', '没有建台账的，每次罚5000元到5万元。', ['5万元 > 2万元']],
    ['每300户居民配备1人。每个社区不少于8人。', '每500户配1人，一个社区至少8人。', ['500户 > 300户']],
    ['证件遗失的，应当在七日内书面报告，十五日内补办。', '丢了怎么办：10日内报告，15日内补办。', ['10日 > 七日']],
  ])('need be said in words half as alike: %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });

  it.each([
    [
      '活动时间：2025年1月20日至2025年12月31日。',
      '从2025年1月20日开始，到12月31日结束。春节期间（1月28日至2月4日）照常。',
    ],
    ['集中缴费期为2025年9月1日至2025年12月31日。', '2025年9月1日至12月31日。其中9月1日至9月30日是宣传月。'],
    ['集中缴费期为2025年9月1日至2025年12月31日。', '2025年9月1日至12月31日，学校代收安排在9月10日至9月20日。'],
    ['作业时间：5月25日至6月20日。', '5月25日至6月20日，其中北部乡镇6月5日至6月20日。'],
    ['休渔期为5月1日至9月1日。', '5月1日至9月1日，国庆（10月1日至10月8日）不检查。'],
  ])('may be a time within a time: %s', async (policy, interpretation) => {
    expect(await told(policy, interpretation)).toEqual([]);
  });
});

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

describe('what has another unit', () => {
  it.each([
    ['公示期不少于七日。', '公示7个工作日。', ['7个工作日 > 七日']],
    ['主管部门应当在受理后十个工作日内答复。', '受理后10日内给结果。', ['10日 > 十个工作日']],
    ['培训不少于60学时。', '培训不少于80学时。', ['80学时 > 60学时']],
    ['乳儿班保育人员与幼儿的比例不低于1:3。', '乳儿班师幼比例不低于1∶4。', ['1∶4 > 1:3']],
    ['到会成员应当在三分之二以上。', '到会成员要在1/2以上。', ['1/2 > 三分之二']],
    ['生活补贴最长执行三年。', '生活补贴最长执行一年半。', ['一年半 > 三年']],
    ['台账每半年报送一次。', '台账每季度报送一次。', ['每季度 > 每半年']],
    ['水质监测每季度开展一次。', '水质监测每月一次。', ['每月 > 每季度']],
    ['补助资金由市、县按6:4分担。', '补助资金市、县按5∶5分担。', ['5∶5 > 6:4']],
    ['居民用水阶梯水价按1∶1.5∶3执行。', '阶梯水价1：2：3。', ['1：2：3 > 1∶1.5∶3']],
    ['存瓶量超过20瓶的，应当设置气瓶间。', '存瓶量超过30瓶的，要设气瓶间。', ['30瓶 > 20瓶']],
    ['餐饮用户存瓶超过100kg的应当设置气瓶间。', '餐饮用户存瓶超过50公斤的要设气瓶间。', ['50公斤 > 100kg']],
  ])('is compared: %s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
  });
});

/** Words that tell nothing, so many characters of them: the more, the less alike is what stands around figures. */
const fill = (length: number) => '由各街道便民中心安排专人逐一电话通知'.slice(0, length);

describe('an answer whose subject the question has', () => {
  const RATES = '门诊起付标准每年200元，一级、二级、三级医疗机构分别支付75%、65%、55%。异地就医12个月内申请。';
  it.each([
    ['**问：门诊起付标准是多少？**\n\n答：每年300元。', ['300元 > 200元']],
    ['## 门诊起付标准是多少？\n\n300元。', ['300元 > 200元']],
    ['### 1. 异地就医多久内申请？\n\n6个月内。', ['6个月 > 12个月']],
    ['**问：门诊起付标准是多少？**\n\n答：每年200元。', []],
    ['**问：去年统计了多少？**\n\n答：300元。', []],
    ['**问：怎么坐车？**\n\n答：20路公交，6元。', []],
  ])('%s', async (interpretation, findings) => {
    expect(await told(RATES, interpretation)).toEqual(findings);
  });
});

describe('words are alike enough', () => {
  const REPORTED = '证件遗失的，应当在七日内书面报告，十五日内补办。';
  const SIGNED = '各县应当在2024年11月30日前完成协议签订。';
  it.each<[string, string, string, number]>([
    ['beside a right one', '网上报名：7月5日至7月15日。', `报名从7月5日到7月31日${fill(7)}`, 1],
    ['beside a right one', REPORTED, '丢了怎么办：10日内，15日内补办', 0],
    ['for the right one', REPORTED, `丢了怎么办：10日内报告，15日内${fill(13)}补办`, 1],
    ['for the right one', REPORTED, `丢了怎么办：10日内报告，15日内${fill(14)}补办`, 0],
    ['of a deadline', SIGNED, `各县${fill(1)}12月31日前签完协议。`, 1],
    ['of a deadline', SIGNED, `各县${fill(2)}12月31日前签完协议。`, 0],
    ['of a day that is none', SIGNED.replace('前', ''), `各县${fill(1)}12月31日签完协议。`, 0],
    ['of an hour', '政务大厅8时开门。', `政务大厅${fill(13)}9时开门。`, 1],
    ['of an hour', '政务大厅8时开门。', `政务大厅${fill(14)}9时开门。`, 0],
    ['where only the unit differs', '公示期不少于七日。', `公示${fill(5)}7个工作日。`, 1],
    ['where only the unit differs', '公示期不少于七日。', `公示${fill(6)}7个工作日。`, 0],
    ['where number and unit differ', '公示期不少于七日。', `公示${fill(1)}9个工作日。`, 1],
    ['where number and unit differ', '公示期不少于七日。', `公示${fill(2)}9个工作日。`, 0],
  ])('%s: %s', async (_, policy, interpretation, count) => {
    expect(await told(policy, interpretation)).toHaveLength(count);
  });
});

describe('what is no figure of the policy', () => {
  it.each([
    ['最高贷款额度由50万元提高至60万元。', '最高贷60万元，比原来的50万元多10万元。'],
    ['每人每年缴费400元。', '每人每年缴费400元，较去年提高20元。'],
    ['每人每年缴费400元。', '每人每年缴费400元，一家四口共1600元。'],
    ['每亩作业补助10元。', '每亩补10元，50亩地就是500元。'],
    ['改造惠及居民4.86万户。', '改造惠及居民超过4.8万户。'],
    ['在职职工报销比例为75%，退休人员提高5个百分点。', '在职职工报销比例75%，退休人员报销比例80%。'],
    ['租房提取每人每月不超过1500元。', '租房每月提取不超过1500元，租房提取一年最多18000元。'],
    ['租房提取由每季度一次改为每月一次。', '租房提取每月一次，提取一年算一个周期。'],
    ['企业每年至少对居民入户安检1次，对餐饮用户每半年至少安检1次。', '居民每年安检一次，餐饮半年一次。'],
  ])('but reckoned from it, or rounded: %s', async (policy, interpretation) => {
    expect(await told(policy, interpretation)).toEqual([]);
  });
});

describe('dates and numbers of the policy', () => {
  it.each([
    ['各县应当在2024年11月30日前完成协议签订。', '各县12月31日前签完协议。', ['12月31日 > 2024年11月30日']],
    ['本公告自2025年4月26日起执行。', '何时执行？2025年5月26日。', ['2025年5月26日 > 2025年4月26日']],
    ['本公告自2025年4月26日起施行。', '什么时候施行：2025年5月26日。', ['2025年5月26日 > 2025年4月26日']],
    [
      '本公告自2025年4月26日起执行。',
      '记者：公告从什么时候起执行？\n\n局长：今年5月26日。',
      ['5月26日 > 2025年4月26日'],
    ],
    ['本公告自2025年4月26日起执行。', '**问：何时执行？**\n\n答：5月26日。', ['5月26日 > 2025年4月26日']],
    ['本公告自2025年4月26日起执行。', 'Q8：什么时候开始执行？\n\nA8：5月26日起。', ['5月26日 > 2025年4月26日']],
    ['本公告自2025年4月26日起执行。', '### 哪天起施行？\n\n今年5月26日。', ['5月26日 > 2025年4月26日']],
    ['本公告自2025年4月26日起执行。', '记者：公告何时生效？\n\n李明：今年4月26日。', []],
    ['一、限额为二万元。', '发布了公告2025年第13号。', ['2025年第13号 > 公告2025年第113号']],
    ['一、限额为二万元。', '关于公告2025年第13号的政策解读', ['2025年第13号 > 公告2025年第113号']],
  ])('%s', async (policy, interpretation, findings) => {
    expect(await told(policy, interpretation)).toEqual(findings);
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

describe('tables', () => {
  const HEADS =
    '<tr><td rowspan="2">医院</td><td colspan="2">起付标准</td><td colspan="2">支付比例</td></tr><tr><td>首次</td><td>二次</td><td>市内</td><td>市外</td></tr>';
  const html = (cells: string) =>
    `<table>\n${HEADS}\n<tr>${cells
      .split(' ')
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>\n</table>`;
  const RIGHT = html('三级 900元 450元 65% 55%');

  it.each([
    ['三级 900元 450元 55% 65%', ['55% > 65%', '65% > 55%']],
    ['三级 450元 900元 65% 55%', ['450元 > 900元', '900元 > 450元']],
    ['三级 900元 450元 65% 50%', ['50% > 55%']],
    ['三级 900元 450元 65% 55%', []],
  ])('with two rows of heads: %s', async (cells, findings) => {
    expect(await told(RIGHT, html(cells))).toEqual(findings);
  });

  it('with heads that Markdown leaves empty', async () => {
    const rows = (cells: string) => table('学段 | 托管 | | 拓展 | ', ' | 城区 | 乡村 | 城区 | 乡村', `小学 | ${cells}`);
    const policy = rows('120元 | 80元 | 200元 | 150元');
    expect(await told(policy, rows('80元 | 120元 | 200元 | 150元'))).toEqual(['80元 > 120元', '120元 > 80元']);
    expect(await told(policy, rows('120元 | 80元 | 200元 | 190元'))).toEqual(['190元 > 150元']);
    expect(await told(policy, policy)).toEqual([]);
  });

  it.each([
    ['占道费标准如下（单位：元/平方米·日）：', '1.2', ['1.2 > 1.0']],
    ['单位：元', '1.2', ['1.2 > 1.0']],
    ['单位：元', '1.0', []],
  ])('whose unit stands above them: %s', async (lead, cell, findings) => {
    const rows = (second: string) => `${lead}\n\n${table('道路 | 一类区域 | 二类区域', `主干道 | 2.0 | ${second}`)}`;
    expect(await told(rows('1.0'), rows(cell))).toEqual(findings);
  });
});
