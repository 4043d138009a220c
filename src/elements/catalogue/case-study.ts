import type { ElementEntry } from '../catalogue.js';
import { C, S } from './words.js';

export const caseStudy: ElementEntry = {
  id: 'case-study',
  name: { 'zh-CN': '案例', en: 'Worked case' },
  headings: '(?:有关|典型|办理|应用|解读|参考|以案)?(?:案例|实例|示例|举例)|以案(?:说法|释法|说策)',
  notHeadings: '案例(?:征集|评选|推选|大赛|库建设)|示例图标',
  questions: '举(?:个|一个|几个)?例',
  signals: [
    {
      id: 'for-example',
      weight: 3,
      pattern: `(?:举[一两几三]?个?(?:简单的?)?例子?|举例(?:来说|说明|而言)?|案例(?:\\d|[一二三四五])?|举个例子|打个比方|例(?:\\d|[一二三四五])?)[：，。]${S}{8,}`,
    },
    {
      id: 'for-instance',
      weight: 3,
      pattern: `(?:例如|比如|譬如)[，：、]?${C}{0,10}?(?:某|老(?=[^百旧年人])|家住|住在|张|李|王|小|甲|A|一位|一家|一名|旅客|企业|公司|市民|职工|夫妻|\\d)${S}{8,}`,
    },
    { id: 'take-as-example', weight: 3, pattern: `以${C}{2,30}为例[，：]` },
    {
      id: 'a-certain',
      weight: 2,
      pattern: `(?:^|[。；：\\n])(?:某(?:公司|企业|单位|市民|加工|进口|居民|医院|学校|家庭|职工|供应链)|(?:市民|职工|居民)?[张李王刘陈赵](?:某|先生|女士|师傅|阿姨))${S}{12,}`,
    },
  ],
};
