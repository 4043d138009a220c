import type { RuleId } from '../rule-ids.js';
import { type Clause, NINE_ELEMENTS, type Source } from './clause.js';

export const XIANYANG_2021: Source = {
  id: 'xianyang-2021',
  name: '咸阳市人民政府办公室关于进一步提升政务公开政策解读工作质量水平的通知',
  date: '2021-08-20',
  cite: { 'zh-CN': '咸阳市政策解读工作通知（2021年）', en: 'Xianyang notice on policy interpretation (2021)' },
};

const source = XIANYANG_2021.id;

/** Which files of a city are interpreted, with which nine elements, in step with the file. */
export const XIANYANG_2021_CLAUSES: readonly Clause<RuleId>[] = [
  {
    id: 'XY-2a',
    source,
    article: { 'zh-CN': '二（一）–（四）', en: 'II(1)–(4)' },
    demand: {
      'zh-CN': '主动公开的政策性、规范性文件都要有解读',
      en: 'Openly published policy and normative files are interpreted',
    },
    kinds: ['policy'],
    rules: [
      {
        id: 'link/no-orphan-policy',
        options: { disclosure: ['主动公开'], categories: ['规范性文件', '政策性文件', '其他'] },
      },
    ],
  },
  {
    id: 'XY-2b',
    source,
    article: { 'zh-CN': '二', en: 'II' },
    demand: {
      'zh-CN': '解读写齐九项：背景依据、目标、内容、范围、标准、注意事项、关键词、惠民举措、新旧差异',
      en: 'Nine elements: background and basis, objectives, main content, scope, standards, precautions, keywords, benefits, old versus new',
    },
    kinds: ['interpretation'],
    rules: NINE_ELEMENTS,
  },
  {
    id: 'XY-3',
    source,
    article: { 'zh-CN': '三', en: 'III' },
    demand: {
      'zh-CN': '解读与文件三同步：组织、审签、部署',
      en: 'Interpretation is organised, signed off and arranged in step with the file',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/publish-together' }, { id: 'process/sign-off' }],
  },
  {
    id: 'XY-3.1',
    source,
    article: { 'zh-CN': '三（一）', en: 'III(1)' },
    demand: {
      'zh-CN': '解读经部门主要负责人审定，随文稿一起报批，缺件的退回',
      en: 'Approved by the department’s principal and submitted with the draft; incomplete material is returned',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/sign-off', options: { chain: ['主要负责人'] } }],
  },
  {
    id: 'XY-3.2',
    source,
    article: { 'zh-CN': '三（二）', en: 'III(2)' },
    demand: {
      'zh-CN': '部门文件由起草者组织解读，几家联合发文的由牵头者解读',
      en: 'The drafter organises the interpretation; where several departments issue, the lead one interprets',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/drafter-interprets', options: { lead: true } }],
  },
  {
    id: 'XY-3.4a',
    source,
    article: { 'zh-CN': '三（四）', en: 'III(4)' },
    demand: {
      'zh-CN': '解读与政策同时上网，页面互相关联',
      en: 'Interpretation and policy are published together and linked from each other’s page',
    },
    kinds: ['policy', 'interpretation'],
    rules: [
      { id: 'link/policy-link' },
      { id: 'link/interpretation-link' },
      { id: 'link/no-broken-link' },
      { id: 'link/target-matches' },
      { id: 'link/no-orphan-policy' },
      { id: 'process/publish-together' },
    ],
  },
  {
    id: 'XY-3.4b',
    source,
    article: { 'zh-CN': '三（四）', en: 'III(4)' },
    demand: {
      'zh-CN': '特殊情况下，最迟在政策印发后3个工作日内从同一渠道发布',
      en: 'At the latest, by way of exception, within 3 working days of issue and in the same channel',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/publish-together', options: { workingDays: 3, sameChannel: true } }],
  },
  {
    id: 'XY-4',
    source,
    article: { 'zh-CN': '四', en: 'IV' },
    demand: {
      'zh-CN': '多用图表、音视频、动漫等数字形式',
      en: 'Digital forms are used: charts, audio and video, animation',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', options: { anyOf: ['图解', '音频', '视频', '动漫'] }, severity: 'warn' }],
  },
  {
    id: 'XY-5.2',
    source,
    article: { 'zh-CN': '五（二）', en: 'V(2)' },
    demand: {
      'zh-CN': '公开前先过保密审查、合法性审查和审批',
      en: 'Secrecy review, legality review and approval come before publishing',
    },
    kinds: ['interpretation', 'policy'],
    rules: [
      { id: 'process/secrecy-review' },
      { id: 'safety/no-personal-data' },
      { id: 'safety/no-classified-marking' },
    ],
  },
  {
    id: 'XY-5.3',
    source,
    article: { 'zh-CN': '五（三）', en: 'V(3)' },
    demand: {
      'zh-CN': '关注执行反馈，必要时追加解读',
      en: 'Feedback is followed, with further interpretation where needed',
    },
    kinds: [],
    rules: [],
    human: {
      'zh-CN': '是否需要追加解读，要看执行中的反映，由人判断',
      en: 'Whether further interpretation is needed depends on how the policy fares; a person judges',
    },
  },
];
