import type { ElementEntry } from '../catalogue.js';
import { C, NUMBER } from './words.js';

const DAYS = '(?:个工作日|工作日|个自然日|日|天|个月|小时|年)';

export const timeLimits: ElementEntry = {
  id: 'time-limits',
  name: { 'zh-CN': '办理时限', en: 'Time limits' },
  headings: '时限|期限|有效期|(?:实施|施行|执行|生效|起止|办理|受理|申报|申请|兑现)(?:的)?(?:时间|日期)',
  notHeadings: '(?:起草|会议|发布会|成稿)时间|无期限',
  questions: '几天|多久|多长时间|多少(?:天|个工作日|日)|什么时候|何时|时限|期限|有效期|时间|起算',
  signals: [
    { id: 'within', weight: 3, pattern: `内(?!的(?:企业|住房|新房)|容|部|地)(?<=${NUMBER}${DAYS}(?:以|之)?内)` },
    {
      id: 'from-day',
      weight: 3,
      pattern: `之日起(?:的)?(?:第)?${C}{0,6}?${NUMBER}${DAYS}|前${NUMBER}${DAYS}(?:向|内|提出)`,
    },
    {
      id: 'in-force',
      weight: 3,
      pattern: `(?:自|从|于)(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日${C}{0,6}(?:起|开始|正式)?${C}{0,6}(?:施行|实施|执行|生效|实行|起效)|自(?:发布|公布|印发)之日起(?:施行|实施|执行|${NUMBER}日后)?`,
    },
    {
      id: 'valid-for',
      weight: 3,
      pattern: `(?:有效期|期限|时限|时间|时长|周期)(?:限)?(?:由|从|为|是|至|不超过|缩短|延长|压缩|控制在|：|到){1,2}${C}{0,10}?(?:${NUMBER}${DAYS}|\\d{4}年)|(?:有效期|执行)(?:至|到)\\d{4}年`,
    },
    {
      id: 'by-date',
      weight: 2,
      pattern: `(?:截至|截止|于|在|应在|务必于)(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日|底)(?:之)?前`,
    },
  ],
};
