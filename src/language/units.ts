/** What a unit measures, and how many of the measure's own unit it is. */
export interface Unit {
  readonly measure: string;
  readonly factor: number;
}

/** Units that count things. */
const COUNTERS = new Set(['人次', ...'户家次份件项条章处所套辆台座间张批层头株瓶枚个']);
/** Units that alone make up a measure, which bears their name. */
const ALONE = [...COUNTERS, '美元', '欧元', '亩', '海里', '千瓦时', '学分', '分'];

/**
 * The units of each measure, with how many of the measure's own unit they are. Of time, months and days are kept apart, working days
 * from days: 60日 is not 2个月 in law, while 1年 is 12个月 and 24小时 one day. Counters that count the same things are one measure.
 */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ...Object.fromEntries(ALONE.map((name) => [name, { [name]: 1 }])),
  percent: { '%': 1, '‰': 0.1, 倍: 100 },
  points: { 个百分点: 1, 百分点: 1, 基点: 0.01, 个基点: 0.01, BP: 0.01 },
  yuan: { 元: 1, 元人民币: 1, 块钱: 1, 分钱: 0.01 },
  hkd: { 港元: 1, 港币: 1 },
  workdays: { 个工作日: 1, 工作日: 1 },
  days: {
    个自然日: 1,
    自然日: 1,
    日: 1,
    天: 1,
    周: 7,
    星期: 7,
    个星期: 7,
    小时: 1 / 24,
    个小时: 1 / 24,
    分钟: 1 / 1440,
    秒: 1 / 86400,
  },
  months: { 个月: 1, 个季度: 3, 年: 12, 周年: 12, 年度: 12, 学年: 12 },
  age: { 周岁: 1, 岁: 1 },
  area: { 平方米: 1, 平方公里: 1e6, '㎡': 1, 公顷: 1e4 },
  volume: { 立方米: 1, 升: 0.001, 毫升: 1e-6 },
  length: { 公里: 1, 千米: 1, 米: 0.001, 厘米: 1e-5, 毫米: 1e-6, km: 1 },
  mass: { 吨: 1000, 千克: 1, 公斤: 1, 克: 0.001, 毫克: 1e-6, kg: 1 },
  degrees: { '℃': 1, 摄氏度: 1 },
  power: { 千瓦: 1, 兆瓦: 1000 },
  people: { 人: 1, 名: 1 },
  kinds: { 种: 1, 类: 1 },
  grades: { 档: 1, 档次: 1, 个档次: 1 },
  lessons: { 学时: 1, 课时: 1 },
};

/** Units by name. */
const UNITS: Readonly<Record<string, Unit>> = Object.fromEntries(
  Object.entries(MEASURES).flatMap(([measure, names]) =>
    Object.entries(names).map(([name, factor]) => [name, { measure, factor }]),
  ),
);

/** What may not follow a unit: then it is part of another word. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  年: '第|度|级|代|龄',
  日: '[常报程均用本元]',
  天: '[然津空文气河]',
  周: '[边围转期密]',
  人: '[民员才工口均]',
  名: '[称单录义额]',
  家: '[庭长属电具政]',
  次: '[要日年月生]',
  份: '额',
  件: '套',
  项: '目',
  条: '[件例款约]',
  种: '[植子]',
  类: '[别型似注]',
  处: '[理罚置分]',
  所: '[有属得在述]',
  层: '[级面次高出]',
  档: '[案期]',
  头: '[部等痛脑条目号领上]',
  分: '[一-鿿]',
  个: '[人体别性]',
  章: '程',
  批: '[准复评量发]',
  台: '[湾账]',
  间: '[接隔]',
  米: '面',
  克: '服',
};

/** The pattern of a unit's name. */
export function unitPattern(): string {
  const names = Object.keys(UNITS).sort((a, b) => b.length - a.length);
  return names.map((name) => (NOT_BEFORE[name] ? `${name}(?!${NOT_BEFORE[name]})` : name)).join('|');
}

/** The unit of a name that the pattern finds. */
export function unitNamed(name: string): Unit {
  return UNITS[name] as Unit;
}

/** Measures that one and the same figure may be given in by mistake: 10日 for 10个工作日. */
export function familyOf(measure: string): string {
  return ['days', 'workdays', 'months'].includes(measure) ? 'duration' : measure;
}

/** True where units of the measure count things rather than measure them. */
export function isCounter(measure: string): boolean {
  return COUNTERS.has(measure) || ['people', 'kinds', 'grades'].includes(measure);
}
