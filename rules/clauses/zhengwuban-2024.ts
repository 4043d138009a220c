import type { RuleId } from '../rule-ids.js';
import { type Clause, NINE_ELEMENTS, type Source } from './clause.js';

export const ZHENGWUBAN_2024: Source = {
  id: 'zhengwuban-2024',
  name: '市政务办政务公开工作落实机制',
  date: '2024-09-26',
  cite: {
    'zh-CN': '市政务办政务公开工作落实机制（2024年）',
    en: 'City service office, open government mechanism (2024)',
  },
};

const source = ZHENGWUBAN_2024.id;

/** How one office carries out open government, with its annex 政策文件解读工作制度. */
export const ZHENGWUBAN_2024_CLAUSES: readonly Clause<RuleId>[] = [
  {
    id: 'ZW-2.1',
    source,
    article: { 'zh-CN': '二（一）', en: 'II(1)' },
    demand: {
      'zh-CN': '定稿或变更后5个工作日内报送发布，紧急的当日报，先填保密审查表',
      en: 'Handed in within 5 working days of being made or changed, the same day if urgent, after a secrecy review',
    },
    kinds: ['interpretation', 'policy'],
    rules: [{ id: 'process/reporting-deadline', options: { workingDays: 5 } }, { id: 'process/secrecy-review' }],
  },
  {
    id: 'ZW-2.1.1a',
    source,
    article: { 'zh-CN': '二（一）1', en: 'II(1)1' },
    demand: {
      'zh-CN': '政策、解读方案、解读材料一起起草、审签、发布',
      en: 'Policy, interpretation plan and interpretation are drafted, signed off and published in step',
    },
    kinds: 'any',
    rules: [{ id: 'process/publish-together' }, { id: 'process/sign-off' }],
  },
  {
    id: 'ZW-2.1.1b',
    source,
    article: { 'zh-CN': '二（一）1', en: 'II(1)1' },
    demand: {
      'zh-CN': '解读写明背景、内容、范围、标准、期限、术语和其他说明',
      en: 'Give background, main content, scope, standards, time limits, explanations of terms and other notes',
    },
    kinds: ['interpretation'],
    rules: [
      { id: 'element/background-basis' },
      { id: 'element/main-content' },
      { id: 'element/scope' },
      { id: 'element/standards' },
      { id: 'element/time-limits' },
      { id: 'element/keyword-explanations' },
    ],
  },
  {
    id: 'ZW-2.1.2',
    source,
    article: { 'zh-CN': '二（一）2', en: 'II(1)2' },
    demand: {
      'zh-CN': '征求意见结束后1个月内公布采纳情况',
      en: 'What was adopted is published within a month of the end of soliciting opinions',
    },
    kinds: ['policy'],
    rules: [
      {
        id: 'process/consultation-feedback',
        options: { resultsDays: null, adoptionWorkingDays: null, adoptionMonths: 1 },
        when: 'consultation',
      },
    ],
  },
  {
    id: 'ZW-A.1',
    source,
    article: { 'zh-CN': '附件1（一）', en: 'Annex 1(1)' },
    demand: {
      'zh-CN': '起草处室负责解读，几个处室起草的由牵头处室负责',
      en: 'The drafting office interprets; of several, the lead one',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/drafter-interprets', options: { lead: true } }],
  },
  {
    id: 'ZW-A.2',
    source,
    article: { 'zh-CN': '附件1（二）', en: 'Annex 1(2)' },
    demand: {
      'zh-CN': '规定、制度和关系公众权益的文件应有解读',
      en: 'Rules, regulations and files that touch the public’s rights are interpreted',
    },
    kinds: ['policy'],
    rules: [{ id: 'link/no-orphan-policy' }],
  },
  {
    id: 'ZW-A.3',
    source,
    article: { 'zh-CN': '附件1（三）', en: 'Annex 1(3)' },
    demand: {
      'zh-CN': '方案写明重点、时间、形式、渠道和其他事项，与材料一并由分管领导审签',
      en: 'The plan names focus, time, form, channel and other matters; the leader in charge signs off plan and material',
    },
    kinds: ['interpretation-plan'],
    rules: [{ id: 'plan/interpretation-items' }, { id: 'process/sign-off', options: { chain: ['分管领导'] } }],
  },
  {
    id: 'ZW-A.4',
    source,
    article: { 'zh-CN': '附件1（四）', en: 'Annex 1(4)' },
    demand: {
      'zh-CN': '九项内容写齐，话说得通俗，配上案例和数据',
      en: 'All nine elements, in plain words, with cases and data',
    },
    kinds: ['interpretation'],
    rules: [...NINE_ELEMENTS, { id: 'element/case-study' }, { id: 'content/plain-language' }],
  },
  {
    id: 'ZW-A.5',
    source,
    article: { 'zh-CN': '附件1（五）', en: 'Annex 1(5)' },
    demand: {
      'zh-CN': '形式多样：领导或专家解读、问答、访谈、发布会，加上图表和音视频',
      en: 'Varied forms: leader, expert, questions and answers, interview, press conference; charts, audio, video',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', severity: 'warn' }],
  },
  {
    id: 'ZW-A.6',
    source,
    article: { 'zh-CN': '附件1（六）', en: 'Annex 1(6)' },
    demand: { 'zh-CN': '首先在门户网站发布', en: 'The portal is the first channel' },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', options: { channels: ['门户网站'] } }],
  },
  {
    id: 'ZW-A.7',
    source,
    article: { 'zh-CN': '附件1（七）（八）', en: 'Annex 1(7)–(8)' },
    demand: { 'zh-CN': '组建专家队伍，考核解读工作', en: 'Expert teams are formed, the work is assessed' },
    kinds: [],
    rules: [],
    human: {
      'zh-CN': '队伍和考核是单位的内部管理，文件里看不到',
      en: 'Teams and assessment are an office’s own management and do not show in the files',
    },
  },
];
