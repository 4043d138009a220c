import type { Localized } from '../language/locale.js';

/** The required elements by their names in the rules on interpretation, in the order in which they are listed, reported and learned. */
export const ELEMENT_NAMES = {
  'background-basis': { 'zh-CN': '背景依据', en: 'Background and basis' },
  objectives: { 'zh-CN': '目标任务', en: 'Objectives' },
  'main-content': { 'zh-CN': '主要内容', en: 'Main content' },
  scope: { 'zh-CN': '涉及范围', en: 'Scope' },
  standards: { 'zh-CN': '执行标准', en: 'Standards' },
  precautions: { 'zh-CN': '注意事项', en: 'Precautions' },
  'keyword-explanations': { 'zh-CN': '关键词诠释', en: 'Keyword explanations' },
  benefits: { 'zh-CN': '惠民利民举措', en: 'Benefits' },
  'old-new-differences': { 'zh-CN': '新旧政策差异', en: 'Old and new' },
  consultation: { 'zh-CN': '征求意见情况', en: 'Consultation' },
  legality: { 'zh-CN': '合法性合理性', en: 'Legality and reasonableness' },
  'time-limits': { 'zh-CN': '办理时限', en: 'Time limits' },
  'case-study': { 'zh-CN': '案例', en: 'Worked case' },
} as const satisfies Readonly<Record<string, Localized>>;

export type ElementId = keyof typeof ELEMENT_NAMES;

export const ELEMENT_IDS = Object.keys(ELEMENT_NAMES) as readonly ElementId[];

/** Those that every source names. */
export const NAMED_BY_ALL: readonly ElementId[] = ELEMENT_IDS.slice(0, 9);

/** Headings that announce an element in so many words, as the rules on interpretation name it. */
export const PLAIN_HEADINGS: Readonly<Record<ElementId, readonly string[]>> = {
  'background-basis': '背景依据 背景 出台背景 制定背景 起草背景 修订背景 制定依据 政策依据 背景和依据'.split(' '),
  objectives: ['目标任务', '目标', '目的', '总体目标', '工作目标', '主要目标', '制定目的', '政策目的'],
  'main-content': ['主要内容', '内容', '重点内容', '核心内容', '政策内容', '主要措施', '重点举措', '政策要点'],
  scope: ['涉及范围', '适用范围', '适用对象', '实施范围', '补贴对象', '补助对象', '保障对象', '政策适用范围'],
  standards: ['执行标准', '标准', '补贴标准', '补助标准', '收费标准', '申请条件', '申报条件', '办理流程'],
  precautions: ['注意事项', '温馨提示', '特别提醒', '重要提示', '友情提示'],
  'keyword-explanations': ['关键词诠释', '关键词解释', '名词解释', '术语解释', '关键词', '概念解释'],
  benefits: ['惠民利民举措', '惠民举措', '便民措施', '利民举措', '惠企举措', '政策红利', '惠民措施'],
  'old-new-differences': '新旧政策差异 新旧政策对比 新旧差异 新旧变化 主要变化 修订内容 与原政策的区别'.split(' '),
  consultation: ['征求意见情况', '征求意见', '公众参与', '意见征集情况'],
  legality: ['合法性合理性', '合法性说明', '合法性审查', '合法性', '合法性和合理性', '公平竞争审查'],
  'time-limits': ['办理时限', '办结时限', '施行日期', '实施时间', '申报时间', '有效期', '时限'],
  'case-study': ['案例', '典型案例', '案例分析', '举例说明', '案例说明', '政策案例'],
};
