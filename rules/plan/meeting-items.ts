import { definePlanRule } from '../plan-rule.js';

export const meetingItems = definePlanRule({
  id: 'plan/meeting-items',
  kind: 'meeting-plan',
  demand: {
    'zh-CN': '说明会方案写明会议的主题、时间、地点、参加人员和方式（写在文首或正文）',
    en: 'The plan of an explanation meeting names its topic, time, place, participants and form, in front matter or text',
  },
  items: [
    {
      keys: ['topic'],
      heading: /^(?:(?:会议|活动)?(?:主题|议题)|(?:会议|说明|活动)内容)$/,
      sentence: /主题(?:是|为)|围绕.{2,60}(?:召开|举行|举办)/,
    },
    {
      keys: ['time', 'held'],
      heading: /^(?:会议|召开|举办|举行|活动)?(?:时间|日期)(?:安排)?$/,
      sentence: /\d{1,2}月\d{1,2}日.{0,60}(?:召开|举行|举办)/,
    },
    {
      keys: ['place'],
      heading: /^(?:(?:会议|召开|举办|举行|活动)?(?:地点|地址|场所)|会场)(?:安排)?$/,
      sentence: /在.{2,40}(?:召开|举行|举办)(?!时|前|后|之)/,
    },
    {
      keys: ['participants'],
      heading:
        /^(?:(?:拟?参加|参会|出席|与会|邀请)(?:人员|单位|对象|范围|代表)?|(?:会议)?(?:人员|对象)(?:范围|安排)?)$/,
      sentence: /(?:邀请|通知).{2,80}(?:参加|出席|到会)|(?:参加|出席|参会)(?:人员|单位|对象)?(?:为|是|有|包括)/,
    },
    {
      keys: ['format'],
      heading: /^(?:会议|召开|举办|举行|活动|解读)?(?:方式|形式)$/,
      sentence: /(?:采取|采用|通过|以).{2,40}(?:方式|形式)(?:召开|举行|举办|进行)?/,
    },
  ],
});
