import type { Kind } from '../document/document.js';
import { FORMS } from '../document/vocabulary.js';

/** Words of a notice that speak for a rule. */
export interface Cue {
  readonly rule: string;
  /** Any of these in a sentence. */
  readonly words: readonly string[];
  /** And any of these, where the former say too little. */
  readonly beside?: readonly string[];
  /** The kinds the demand falls on; absent: interpretations, or briefings where the sentence speaks of them. */
  readonly kinds?: readonly Kind[];
  /** What the sentence says of options. */
  readonly options?: (sentence: string) => Readonly<Record<string, unknown>> | undefined;
}

const INTERPRETING = ['解读'];
const LINKED: readonly Kind[] = ['policy', 'interpretation'];

/** The cues, in the order in which rules are proposed. */
export const CUES: readonly Cue[] = [
  {
    rule: 'link/no-orphan-policy',
    words: ['应解读', '尽解读', '均要', '都要', '全部解读', '不解读不', '解读范围'],
    beside: INTERPRETING,
    kinds: ['policy'],
  },
  { rule: 'element/background-basis', words: ['背景', '制定依据', '政策依据', '决策依据'] },
  { rule: 'element/objectives', words: ['目标任务', '目的', '政策目标', '决策意图', '初衷'] },
  { rule: 'element/main-content', words: ['主要内容', '重点内容', '核心内容', '主要措施', '重要举措', '重点举措'] },
  { rule: 'element/scope', words: ['适用范围', '涉及范围', '影响范围', '适用对象', '适用条件'] },
  { rule: 'element/standards', words: ['执行标准', '执行口径', '办理程序', '办理流程'] },
  { rule: 'element/precautions', words: ['注意事项'] },
  { rule: 'element/keyword-explanations', words: ['关键词', '核心概念', '专业术语', '专有词', '名词解释', '误解'] },
  { rule: 'element/benefits', words: ['惠民', '利民', '惠企', '利企', '便民举措'] },
  {
    rule: 'element/old-new-differences',
    words: ['新旧政策', '新旧差异', '政策差异', '政策变化', '前后政策', '政策调整', '修订'],
  },
  { rule: 'element/legality', words: ['合法性', '合理性'] },
  { rule: 'element/time-limits', words: ['办理时限', '有效期'] },
  { rule: 'element/case-study', words: ['案例', '举例', '实例'] },
  {
    rule: 'process/drafter-interprets',
    words: ['谁起草', '起草部门负责解读', '起草单位负责解读', '牵头部门负责解读', '自行解读'],
    options: leadOf,
  },
  {
    rule: 'process/publish-together',
    words: ['三同步', '同步发布', '同步起草', '同步组织', '同步公开', '同时发布', '个工作日内'],
    beside: INTERPRETING,
    options: daysOf,
  },
  { rule: 'process/sign-off', words: ['三同步', '同步审签', '审签', '审定', '签发', '把关审核'], options: chainOf },
  {
    rule: 'process/spokesperson',
    words: ['主要负责人', '主要负责同志', '第一解读人', '第一新闻发言人', '负责同志要'],
    beside: ['第一', '带头', '出席', '发布会', '宣讲'],
  },
  {
    rule: 'process/forms',
    words: [...FORMS.filter((form) => form !== '文字'), '图片', '图表', '动画', '宣讲', '网站', '新媒体', '新闻媒体'],
    beside: INTERPRETING,
    kinds: ['interpretation'],
    options: formsOf,
  },
  {
    rule: 'link/policy-link',
    words: ['互设', '互相链接', '相互链接', '相互关联', '互相关联', '跳转链接'],
    kinds: LINKED,
  },
  {
    rule: 'link/interpretation-link',
    words: ['互设', '互相链接', '相互链接', '相互关联', '互相关联', '跳转链接'],
    kinds: LINKED,
  },
  { rule: 'content/no-verbatim-copy', words: ['摘抄', '照搬', '照抄', '简单复制', '要点拆分'] },
  { rule: 'content/plain-language', words: ['通俗', '易懂', '群众语言'] },
  {
    rule: 'length/max-length',
    words: ['字以内', '字左右', '不超过'],
    beside: ['发布稿', '吹风会'],
    kinds: ['briefing'],
    options: lengthOf,
  },
  {
    rule: 'plan/interpretation-items',
    words: ['解读方案一般包括', '解读方案应', '解读方案要', '解读方案包括', '方案应当包括'],
    kinds: ['interpretation-plan'],
  },
  {
    rule: 'process/consultation-feedback',
    words: ['采纳情况', '意见采纳', '征集结果', '采纳和不采纳'],
    beside: ['日内', '个月内'],
    kinds: ['policy'],
  },
  { rule: 'process/secrecy-review', words: ['保密审查', '保密性审查'], kinds: ['policy', 'interpretation'] },
  { rule: 'safety/no-personal-data', words: ['个人隐私', '个人信息', '商业秘密'], kinds: ['policy', 'interpretation'] },
];

/** What notices ask for and no rule of ours looks for: words that show whether a text mentions it. */
export interface DataCue extends Pick<Cue, 'words' | 'beside'> {
  /** What the rule of data is called behind the preset's name. */
  readonly name: string;
  readonly require: readonly string[];
  readonly message: string;
  readonly todo: string;
}

export const DATA_CUES: readonly DataCue[] = [
  {
    name: '特色亮点',
    words: ['亮点', '创新特点', '创新举措', '特色'],
    require: '亮点 特色 特点 创新 首次 率先 突破 新增 优化 提高到 调整为 改为 变化'.split(' '),
    message: '看不出这份政策有什么特色和亮点',
    todo: '请写出它新在哪里、好在哪里',
  },
  {
    name: '落实措施',
    words: ['落实措施', '保障措施', '实施步骤'],
    require: '落实 组织实施 分工 牵头 负责 监督 督促 下一步 抓好 宣传 培训 推进 推动'.split(' '),
    message: '没有写政策出台后怎样落实',
    todo: '请写明由谁负责、分几步做、怎样督促',
  },
  {
    name: '办事指引',
    words: ['办事指引', '操作方法', '办事指南', '综合指引', '落地指引'],
    require: '流程 程序 步骤 指南 指引 申请 申报 办理 提交 受理 窗口 登录 登记 怎么办'.split(' '),
    message: '没有告诉读者怎样办事',
    todo: '请写明到哪里办、交什么材料、经过哪几步',
  },
  {
    name: '享受条件',
    words: ['享受条件', '申领条件', '申请条件'],
    require: '条件 符合 满足 具备 资格 可以申请 方可 合格 下列 以上 以内 年满 限于 仅限'.split(' '),
    message: '没有写什么样的人和企业能够享受',
    todo: '请写明享受这些举措的条件',
  },
  {
    name: '咨询渠道',
    words: ['咨询电话', '咨询渠道', '咨询方式', '联系方式'],
    require: ['咨询', '联系电话', '联系方式', '热线', '电话'],
    message: '没有写向谁咨询',
    todo: '请写明咨询的单位和电话',
  },
];

function leadOf(sentence: string): Record<string, unknown> | undefined {
  return sentence.includes('牵头') ? { lead: true } : undefined;
}

function daysOf(sentence: string): Record<string, unknown> | undefined {
  const days = /(\d{1,3})个工作日内/.exec(sentence)?.[1];
  if (days !== undefined) return { workingDays: Number(days) };
  return /同步(?:发布|公开)|同时发布/.test(sentence) ? { workingDays: 0 } : undefined;
}

function chainOf(sentence: string): Record<string, unknown> | undefined {
  const chain = [
    ...(/科室负责人|处室负责人/.test(sentence) ? ['科室负责人'] : []),
    ...(/分管/.test(sentence) ? ['分管领导'] : []),
    ...(/主要负责|主要领导/.test(sentence) ? ['主要负责人'] : []),
  ];
  return chain.length > 0 ? { chain } : undefined;
}

/** What a notice calls a form, and what the tool does. */
const CALLED: readonly (readonly [RegExp, (typeof FORMS)[number]])[] = [
  [/图片|图表|图解|图文|一图/, '图解'],
  [/音频/, '音频'],
  [/视频/, '视频'],
  [/动漫|动画|卡通/, '动漫'],
  [/问答/, '问答'],
  [/访谈|专访/, '访谈'],
  [/发布会/, '新闻发布会'],
  [/直播/, '直播'],
  [/宣讲/, '现场宣讲'],
  [/H5/, 'H5'],
];

function formsOf(sentence: string): Record<string, unknown> | undefined {
  const anyOf = CALLED.flatMap(([called, form]) => (called.test(sentence) ? [form] : []));
  const channels = [
    ...(/网站/.test(sentence) ? ['政府网站'] : []),
    ...(/新媒体|微信|微博/.test(sentence) ? ['政务新媒体'] : []),
    ...(/新闻媒体|主流媒体|传统媒体|报刊/.test(sentence) ? ['新闻媒体'] : []),
  ];
  const options = { ...(anyOf.length > 0 && { anyOf }), ...(channels.length > 0 && { channels }) };
  return Object.keys(options).length > 0 ? options : undefined;
}

function lengthOf(sentence: string): Record<string, unknown> | undefined {
  const max = /(\d{3,5})字/.exec(sentence)?.[1];
  return max === undefined ? undefined : { max: Number(max) };
}
