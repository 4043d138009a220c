import type { ElementEntry } from '../catalogue.js';
import { C, S } from './words.js';

export const consultation: ElementEntry = {
  id: 'consultation',
  name: { 'zh-CN': '征求意见情况', en: 'Consultation' },
  headings:
    '(?:征求|听取|公开征集|征集|收集)(?:公众|社会|各方|部门)?意见(?:的)?(?:情况|过程|采纳)?|意见(?:的)?(?:采纳|征集|反馈|吸收)|(?:起草|制定|制订|修订|形成|编制)(?:的)?过程|公众参与|(?:是)?怎(?:样|么)形成',
  notHeadings: '意见(?:建议)?箱|征求意见(?:稿)?(?:的)?(?:范围|对象|通知)',
  questions: '征求(?:了)?(?:哪些|意见)|(?:制定|起草|编制|修订|形成)(?:的)?过程|怎(?:样|么)形成|意见(?:采纳|情况)',
  signals: [
    {
      id: 'opinions-asked',
      weight: 3,
      pattern: `(?:征求|听取|征集|收集|吸收|吸纳|采纳|征询|听取了解)(?:了|并)?${C}{0,40}(?:意见|建议|诉求)`,
      unless: '(?:应当|应|须|可以|需要?|必须|要)(?:依法|广泛|充分)?(?:征求|听取|征集)|当面听取|如何征求',
    },
    { id: 'published-for-comment', weight: 3, pattern: `(?:向社会|面向社会|在${C}{2,30}网站?|公开)${C}{0,20}征求意见` },
    {
      id: 'meetings-held',
      weight: 2,
      pattern: `召开${C}{0,24}(?:座谈会|论证会|听证会|咨询会|研讨会|征求意见会)|(?:问卷|实地)调(?:查|研)${C}{0,30}(?:基础上|形成|完善|意见)`,
    },
    {
      id: 'opinions-counted',
      weight: 3,
      pattern: `(?:收到|收集到?|反馈)${S}{0,20}意见${C}{0,6}\\d+(?:条|项|份)|采纳\\d+条`,
    },
  ],
};
