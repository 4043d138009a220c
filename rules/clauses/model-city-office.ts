import type { RuleId } from '../rule-ids.js';
import type { Clause, Source } from './clause.js';

export const MODEL_CITY_OFFICE: Source = {
  id: 'model-city-office',
  name: '某市政府办政策解读工作方案',
  cite: { 'zh-CN': '《某市政府办政策解读工作方案》', en: 'Model plan of a city government office' },
};

const source = MODEL_CITY_OFFICE.id;

/** A model plan for interpretation at a city government's office. */
export const MODEL_CITY_OFFICE_CLAUSES: readonly Clause<RuleId>[] = [
  {
    id: 'MC-1.2',
    source,
    article: { 'zh-CN': '一、2', en: 'I.2' },
    demand: {
      'zh-CN': '起草者负责解读，解读与政策一道谋划、安排、推进',
      en: 'Who drafts, interprets; interpretation is planned, arranged and carried out along with the policy',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/drafter-interprets' }, { id: 'process/publish-together' }],
  },
  {
    id: 'MC-3.1a',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: {
      'zh-CN': '写背景和依据，列出所依据的法律法规和上级文件',
      en: 'Give background and basis, with the laws and superior policies relied on',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'element/background-basis', options: { legalBasis: true } }],
  },
  {
    id: 'MC-3.1b',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: { 'zh-CN': '写总体目标和分阶段目标', en: 'State the objectives, overall and by stage' },
    kinds: ['interpretation'],
    rules: [{ id: 'element/objectives' }],
  },
  {
    id: 'MC-3.1c',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: {
      'zh-CN': '写主要内容：管什么范围、针对谁、有哪些措施',
      en: 'Give the main content: scope, whom it addresses, concrete measures',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'element/main-content' }, { id: 'element/scope' }],
  },
  {
    id: 'MC-3.1d',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: {
      'zh-CN': '写执行标准：申请条件、办理程序、时限',
      en: 'Give the standards: conditions of application, approval procedure, time limits',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'element/standards' }],
  },
  {
    id: 'MC-3.1e',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: {
      'zh-CN': '写群众和企业得到什么好处、怎样享受',
      en: 'Tell what people and business gain and how to get it',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'element/benefits' }],
  },
  {
    id: 'MC-3.1f',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: {
      'zh-CN': '有旧政策的，写哪里变了、为何变、有何意义',
      en: 'Where there is an old policy, tell what changed, why, and what it means',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'element/old-new-differences', when: 'revises' }],
  },
  {
    id: 'MC-3.1g',
    source,
    article: { 'zh-CN': '三、1', en: 'III.1' },
    demand: { 'zh-CN': '用实例说明政策怎样用', en: 'Show by worked cases how the policy applies' },
    kinds: ['interpretation'],
    rules: [{ id: 'element/case-study' }],
  },
  {
    id: 'MC-3.2',
    source,
    article: { 'zh-CN': '三、2', en: 'III.2' },
    demand: {
      'zh-CN': '采用文字、图表、视频、访谈、问答等形式，影响面大的开新闻发布会',
      en: 'Use text, charts, video, interview, questions and answers; a press conference for widely watched policies',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms' }],
  },
  {
    id: 'MC-4.1',
    source,
    article: { 'zh-CN': '四、1', en: 'IV.1' },
    demand: { 'zh-CN': '政策印发之前解读初稿已经写好', en: 'The first draft is ready before the policy is issued' },
    kinds: ['interpretation'],
    rules: [{ id: 'process/publish-together', options: { draftedBeforeIssue: true } }],
  },
  {
    id: 'MC-4.2',
    source,
    article: { 'zh-CN': '四、2', en: 'IV.2' },
    demand: {
      'zh-CN': '先后经科室负责人、分管副主任、主要领导审核',
      en: 'Reviewed by the section head, then the deputy director in charge, then the principal',
    },
    kinds: ['interpretation'],
    rules: [{ id: 'process/sign-off', options: { chain: ['科室负责人', '分管领导', '主要负责人'] } }],
  },
  {
    id: 'MC-4.3',
    source,
    article: { 'zh-CN': '四、3', en: 'IV.3' },
    demand: { 'zh-CN': '推送到政府网站、新媒体和新闻媒体', en: 'Pushed to the website, new media and the press' },
    kinds: ['interpretation'],
    rules: [{ id: 'process/forms', options: { channels: ['政府网站', '政务新媒体', '新闻媒体'] } }],
  },
  {
    id: 'MC-4.4',
    source,
    article: { 'zh-CN': '四、4', en: 'IV.4' },
    demand: { 'zh-CN': '跟踪公众反馈并处理', en: 'Feedback from the public is tracked and dealt with' },
    kinds: [],
    rules: [],
    human: {
      'zh-CN': '反馈的收集和处理发生在发布之后，文件里没有记录',
      en: 'Feedback is gathered and handled after publishing and leaves no trace in the files',
    },
  },
  {
    id: 'MC-5.1',
    source,
    article: { 'zh-CN': '五、1', en: 'V.1' },
    demand: { 'zh-CN': '政策页与解读页能互相点开', en: 'Policy and interpretation lead to each other' },
    kinds: ['policy', 'interpretation'],
    rules: [{ id: 'link/policy-link' }, { id: 'link/interpretation-link' }, { id: 'link/target-matches' }],
  },
];
