/** What a unit measures, and how many of the measure's own unit it is. */
export interface Unit {
  readonly measure: string;
  readonly factor: number;
}

/**
 * Units by name. Of time, months and days are kept apart, working days from days: 60日 is not 2个月 in law, while 1年 is 12个月
 * and 24小时 one day. Counters that count the same things are one measure.
 */
const UNITS: Readonly<Record<string, Unit>> = {
  '%': unit('percent'),
  '‰': unit('percent', 0.1),
  个百分点: unit('points'),
  百分点: unit('points'),
  元: unit('yuan'),
  元人民币: unit('yuan'),
  角: unit('yuan', 0.1),
  美元: unit('dollar'),
  欧元: unit('euro'),
  港元: unit('hkd'),
  港币: unit('hkd'),
  个工作日: unit('workdays'),
  工作日: unit('workdays'),
  个自然日: unit('days'),
  自然日: unit('days'),
  日: unit('days'),
  天: unit('days'),
  周: unit('days', 7),
  星期: unit('days', 7),
  个星期: unit('days', 7),
  小时: unit('days', 1 / 24),
  个小时: unit('days', 1 / 24),
  分钟: unit('days', 1 / 1440),
  秒: unit('days', 1 / 86400),
  个月: unit('months'),
  个季度: unit('months', 3),
  年: unit('months', 12),
  周年: unit('months', 12),
  年度: unit('months', 12),
  学年: unit('months', 12),
  周岁: unit('age'),
  岁: unit('age'),
  平方米: unit('area'),
  平方公里: unit('area', 1e6),
  '㎡': unit('area'),
  公顷: unit('area', 1e4),
  亩: unit('mu'),
  立方米: unit('volume'),
  升: unit('volume', 0.001),
  毫升: unit('volume', 1e-6),
  公里: unit('length'),
  千米: unit('length'),
  海里: unit('sea-mile'),
  米: unit('length', 0.001),
  厘米: unit('length', 1e-5),
  毫米: unit('length', 1e-6),
  吨: unit('mass', 1000),
  千克: unit('mass'),
  公斤: unit('mass'),
  克: unit('mass', 0.001),
  毫克: unit('mass', 1e-6),
  '℃': unit('degrees'),
  摄氏度: unit('degrees'),
  千瓦时: unit('energy'),
  千瓦: unit('power'),
  兆瓦: unit('power', 1000),
  倍: unit('times'),
  人次: unit('visits'),
  人: unit('people'),
  名: unit('people'),
  户: unit('households'),
  家: unit('firms'),
  次: unit('occasions'),
  份: unit('copies'),
  件: unit('pieces'),
  项: unit('items'),
  条: unit('articles'),
  章: unit('chapters'),
  种: unit('kinds'),
  类: unit('kinds'),
  处: unit('places'),
  所: unit('institutions'),
  套: unit('sets'),
  辆: unit('vehicles'),
  台: unit('machines'),
  座: unit('buildings'),
  间: unit('rooms'),
  张: unit('sheets'),
  批: unit('batches'),
  层: unit('storeys'),
  档: unit('grades'),
  档次: unit('grades'),
  个档次: unit('grades'),
  头: unit('heads'),
  枚: unit('coins'),
  学时: unit('lessons'),
  课时: unit('lessons'),
  学分: unit('credits'),
  基点: unit('points', 0.01),
  个基点: unit('points', 0.01),
  BP: unit('points', 0.01),
  kg: unit('mass'),
  km: unit('length'),
  分: unit('score'),
  个: unit('units'),
};

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
  return COUNTERS.has(measure);
}

const COUNTERS = new Set(
  '人次人名户家次份件项条章种类处所套辆台座间张批层档头枚个'
    .split('')
    .map((name) => UNITS[name]?.measure ?? '')
    .concat('visits'),
);

function unit(measure: string, factor = 1): Unit {
  return { measure, factor };
}
