import type { RuleId } from '../rule-ids.js';
import type { Clause, Source } from './clause.js';

export const QINGDAO_2023_53: Source = {
  id: 'qingdao-2023-53',
  name: '青岛市人民政府办公厅关于建立市政府政策例行吹风会机制的实施方案的通知',
  number: '青政办字〔2023〕53号',
  date: '2023-09-11',
  cite: { 'zh-CN': '青政办字〔2023〕53号', en: 'Qingzhengbanzi [2023] No. 53' },
};

const source = QINGDAO_2023_53.id;

/** Routine policy briefings (政策例行吹风会) of a city government. */
export const QINGDAO_2023_53_CLAUSES: readonly Clause<RuleId>[] = [
  {
    id: 'QD-2',
    source,
    article: { 'zh-CN': '二（一）–（五）', en: 'II(1)–(5)' },
    demand: {
      'zh-CN': '规章、规范性文件、常务会议通过的重要措施和社会关注的重要文件要开吹风会',
      en: 'Rules, normative files, major measures and other widely watched files are briefed',
    },
    kinds: ['policy'],
    rules: [
      {
        id: 'link/no-orphan-policy',
        options: { categories: ['规章', '规范性文件', '重要政策措施', '政策性文件', '其他'] },
      },
    ],
  },
  {
    id: 'QD-3.1',
    source,
    article: { 'zh-CN': '三（一）', en: 'III(1)' },
    demand: {
      'zh-CN': '起草政策的部门在发布阶段自己解读',
      en: 'The department that drafted the policy interprets it when it is released',
    },
    kinds: ['briefing'],
    rules: [{ id: 'process/drafter-interprets' }],
  },
  {
    id: 'QD-3.1.1',
    source,
    article: { 'zh-CN': '三（一）1', en: 'III(1)1' },
    demand: {
      'zh-CN': '讲清起草背景和依据、目的、征求意见的情况和主要措施',
      en: 'Tell background and basis, purpose, how opinions were sought, and the key measures',
    },
    kinds: ['briefing'],
    rules: [
      { id: 'element/background-basis' },
      { id: 'element/objectives' },
      { id: 'element/consultation' },
      { id: 'element/main-content' },
    ],
  },
  {
    id: 'QD-3.1.2',
    source,
    article: { 'zh-CN': '三（一）2', en: 'III(1)2' },
    demand: {
      'zh-CN': '事关群众切身利益或重大公共利益的，讲明为何合法、合理',
      en: 'Where vital or major public interests are touched, show the basis, its legality and its reasonableness',
    },
    kinds: ['briefing'],
    rules: [{ id: 'element/legality', when: 'public-interest' }],
  },
  {
    id: 'QD-3.1.3',
    source,
    article: { 'zh-CN': '三（一）3', en: 'III(1)3' },
    demand: {
      'zh-CN': '关键词、术语和容易误解的地方要解释',
      en: 'Explain keywords, terms of art and whatever may be misread',
    },
    kinds: ['briefing'],
    rules: [{ id: 'element/keyword-explanations' }, { id: 'content/terms-explained' }],
  },
  {
    id: 'QD-3.1.4',
    source,
    article: { 'zh-CN': '三（一）4', en: 'III(1)4' },
    demand: {
      'zh-CN': '修订的政策，讲清为何修订、新旧如何衔接、差在哪里',
      en: 'For a revision, tell why it was made, how old and new connect and how they differ',
    },
    kinds: ['briefing'],
    rules: [
      {
        id: 'element/old-new-differences',
        options: { aspects: ['reason', 'transition', 'differences'] },
        when: 'revises',
      },
    ],
  },
  {
    id: 'QD-3.2.1a',
    source,
    article: { 'zh-CN': '三（二）1', en: 'III(2)1' },
    demand: { 'zh-CN': '吹风会发布稿不超过3000字', en: 'A briefing draft stays within 3000 characters' },
    kinds: ['briefing'],
    rules: [{ id: 'length/max-length', options: { max: 3000 } }],
  },
  {
    id: 'QD-3.2.1b',
    source,
    article: { 'zh-CN': '三（二）1', en: 'III(2)1' },
    demand: {
      'zh-CN': '规章由司法局和起草部门一起发布',
      en: 'A government rule is released by the justice bureau together with the drafter',
    },
    kinds: ['briefing'],
    rules: [{ id: 'process/joint-release', when: 'regulation' }],
  },
  {
    id: 'QD-3.2.2',
    source,
    article: { 'zh-CN': '三（二）2', en: 'III(2)2' },
    demand: {
      'zh-CN': '审批表经主要负责人签字、盖章，至少提前5个工作日报批，紧急的除外',
      en: 'An approval form, signed by the principal and sealed, goes in 5 working days ahead unless the matter is urgent',
    },
    kinds: ['briefing'],
    rules: [{ id: 'process/briefing-approval', options: { workingDays: 5 } }],
  },
  {
    id: 'QD-3.2.3',
    source,
    article: { 'zh-CN': '三（二）3', en: 'III(2)3' },
    demand: {
      'zh-CN': '发布的就是批准的文本，改了要再报批',
      en: 'What is released is what was approved; a change is approved anew',
    },
    kinds: ['briefing'],
    rules: [{ id: 'process/approved-text' }],
  },
  {
    id: 'QD-3.2.4a',
    source,
    article: { 'zh-CN': '三（二）4（1）', en: 'III(2)4(1)' },
    demand: {
      'zh-CN': '政策发布后1个月内开说明会',
      en: 'An explanation meeting is held within a month of the release',
    },
    kinds: ['policy', 'meeting-plan'],
    rules: [{ id: 'process/explanation-meeting', options: { months: 1 } }],
  },
  {
    id: 'QD-3.2.4b',
    source,
    article: { 'zh-CN': '三（二）4（2）', en: 'III(2)4(2)' },
    demand: {
      'zh-CN': '会前把方案和材料报备，方案写明主题、时间、地点、人员和方式',
      en: 'Plan and material are filed before the meeting; the plan names topic, time, place, participants and form',
    },
    kinds: ['meeting-plan'],
    rules: [{ id: 'process/explanation-meeting', options: { filedFirst: true } }, { id: 'plan/meeting-items' }],
  },
  {
    id: 'QD-4.1',
    source,
    article: { 'zh-CN': '四（一）', en: 'IV(1)' },
    demand: {
      'zh-CN': '一般由部门主要负责人出席，每年年初排出全年计划',
      en: 'As a rule the principal attends; a plan is made each year',
    },
    kinds: ['briefing'],
    rules: [{ id: 'process/spokesperson', severity: 'warn' }],
    human: {
      'zh-CN': '全年计划是部门的工作安排，不在被检查的文件里',
      en: 'The yearly plan is part of an office’s work and not among the files checked',
    },
  },
  {
    id: 'QD-4.2',
    source,
    article: { 'zh-CN': '四（二）', en: 'IV(2)' },
    demand: { 'zh-CN': '定期评价政策的效果', en: 'The effects of policies are evaluated regularly' },
    kinds: [],
    rules: [],
    human: {
      'zh-CN': '评价有没有做、做得如何，从文件里看不出来',
      en: 'Whether and how well effects were evaluated does not show in the files',
    },
  },
  {
    id: 'QD-4.3',
    source,
    article: { 'zh-CN': '四（三）', en: 'IV(3)' },
    demand: {
      'zh-CN': '用图解、H5、短视频等数字产品传播',
      en: 'Graphics, H5, short video and other digital products carry the message',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', options: { anyOf: ['图解', 'H5', '视频'] } }],
  },
];
