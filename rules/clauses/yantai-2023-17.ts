import type { RuleId } from '../rule-ids.js';
import { type Clause, NINE_ELEMENTS, type Source } from './clause.js';

export const YANTAI_2023_17: Source = {
  id: 'yantai-2023-17',
  name: '烟台市人民政府办公室关于印发2023年烟台市政务公开工作要点的通知',
  number: '烟政办发〔2023〕17号',
  date: '2023-06-30',
  cite: { 'zh-CN': '烟政办发〔2023〕17号', en: 'Yanzhengbanfa [2023] No. 17' },
};

const source = YANTAI_2023_17.id;

/** A city's yearly points on open government: policy library, interpretation, consultation, secrecy. */
export const YANTAI_2023_17_CLAUSES: readonly Clause<RuleId>[] = [
  {
    id: 'YT-2.4',
    source,
    article: { 'zh-CN': '二（四）', en: 'II(4)' },
    demand: {
      'zh-CN': '公开的文件全部入库，信息项填齐，格式一致',
      en: 'Every published file is in the library, with complete data in a uniform format',
    },
    kinds: ['policy'],
    rules: [{ id: 'meta/schema' }, { id: 'meta/doc-number' }],
  },
  {
    id: 'YT-2.5a',
    source,
    article: { 'zh-CN': '二（五）', en: 'II(5)' },
    demand: {
      'zh-CN': '落实三同步，没有解读或解读不合格的文件不往下走',
      en: 'In step with the policy: a file without interpretation, or with a sub-standard one, is not processed',
    },
    kinds: ['policy', 'interpretation'],
    rules: [{ id: 'link/no-orphan-policy' }, ...NINE_ELEMENTS, { id: 'process/publish-together' }],
  },
  {
    id: 'YT-2.5b',
    source,
    article: { 'zh-CN': '二（五）', en: 'II(5)' },
    demand: {
      'zh-CN': '与群众生活、企业经营有关的条款讲深讲透',
      en: 'Clauses that touch people’s life and business are read in depth',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'content/no-verbatim-copy' }, { id: 'element/benefits' }],
  },
  {
    id: 'YT-2.5c',
    source,
    article: { 'zh-CN': '二（五）', en: 'II(5)' },
    demand: {
      'zh-CN': '文字、图片、视频之外，再用直播、问答、现场宣讲',
      en: 'Beyond text, picture and video: live exchange, questions and answers, on-site talks',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', options: { anyOf: ['直播', '问答', '现场宣讲'] } }],
  },
  {
    id: 'YT-2.5d',
    source,
    article: { 'zh-CN': '二（五）', en: 'II(5)' },
    demand: {
      'zh-CN': '牵头部门的主要负责人第一个出来解读',
      en: 'The lead department’s principal is the first to interpret',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/spokesperson', options: { lead: true } }],
  },
  {
    id: 'YT-3.7',
    source,
    article: { 'zh-CN': '三（七）', en: 'III(7)' },
    demand: {
      'zh-CN': '征求意见结束后7日内公布结果，说明采纳与否的理由',
      en: 'Results of soliciting opinions are published within 7 days of its end, with the reasons',
    },
    kinds: ['policy'],
    rules: [{ id: 'process/consultation-feedback', options: { resultsDays: 7 }, when: 'consultation' }],
  },
  {
    id: 'YT-3.8',
    source,
    article: { 'zh-CN': '三（八）', en: 'III(8)' },
    demand: {
      'zh-CN': '政策出台后10个工作日内公布意见的收集和采纳',
      en: 'Opinions collected and adopted are published within 10 working days of the policy’s release',
    },
    kinds: ['policy'],
    rules: [{ id: 'process/consultation-feedback', options: { adoptionWorkingDays: 10 }, when: 'consultation' }],
  },
  {
    id: 'YT-3.9',
    source,
    article: { 'zh-CN': '三（九）', en: 'III(9)' },
    demand: {
      'zh-CN': '政策评价每年区市至少5次、部门至少2次',
      en: 'Policies are evaluated at least 5 times a year by districts, twice by departments',
    },
    kinds: [],
    rules: [],
    human: {
      'zh-CN': '评价次数按单位、按年度统计，文件库里没有评价记录',
      en: 'Evaluations are counted by office and year; the archive holds no record of them',
    },
  },
  {
    id: 'YT-4.12',
    source,
    article: { 'zh-CN': '四（十二）', en: 'IV(12)' },
    demand: {
      'zh-CN': '先审查再公开，保护隐私、商业秘密和个人信息',
      en: 'Review comes before publishing; privacy, trade secrets and personal data are protected',
    },
    kinds: 'any',
    rules: [
      { id: 'process/secrecy-review' },
      { id: 'safety/no-personal-data' },
      { id: 'safety/no-classified-marking' },
    ],
  },
];
