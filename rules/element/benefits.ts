import { defineElementRule } from '../element-rule.js';

export const benefits = defineElementRule({
  element: 'benefits',
  kinds: ['interpretation'],
  severity: 'warn',
  demand: {
    'zh-CN': '写明给群众和企业带来的实惠以及如何享受',
    en: 'Say what people and business gain and how to get it',
  },
  absent: { 'zh-CN': '没有写群众或企业得到什么具体好处', en: 'no concrete gain for people or business is named' },
  todo: {
    'zh-CN': '请写出少花的钱、少交的材料、少跑的路或新得到的服务，以及怎样享受',
    en: 'Name the money, papers, time or trips saved or the service gained, and how to get it',
  },
});
