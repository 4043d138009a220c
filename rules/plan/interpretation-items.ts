import { definePlanRule } from '../plan-rule.js';

export const interpretationItems = definePlanRule({
  id: 'plan/interpretation-items',
  kind: 'interpretation-plan',
  demand: {
    'zh-CN': '解读方案写明解读的重点、时间、形式、渠道和其他事项（写在文首或正文）',
    en: 'The plan of an interpretation names its focus, time, form, channels and other matters, in front matter or text',
  },
  items: [
    {
      keys: ['focus'],
      heading: /^(?:主要|重点|核心)?(?:(?:政策)?解读)?(?:主要)?(?:重点|要点|内容|口径)(?:内容|难点)?$/,
      sentence: /(?:重点|着重|主要)(?:解读|说明|讲清|围绕|介绍)/,
    },
    {
      keys: ['timing'],
      heading: /^(?:(?:政策)?解读|发布|公开)?(?:时间|日期|时限|进度)(?:安排|节点)?$/,
      sentence:
        /(?:(?:印发|公布|发布|出台)(?:之日|后)?.{0,20}(?:同步|同时|\d{1,2}个工作日内)|\d{1,2}月\d{1,2}日).{0,40}(?:解读|发布)/,
    },
    {
      keys: ['form'],
      heading: /^(?:(?:政策)?解读(?:材料)?|发布|展现|呈现|宣传)?(?:形式|方式)$/,
      sentence: /(?:采取|采用|通过|以|运用).{2,60}(?:形式|方式)/,
    },
    {
      keys: ['channels'],
      heading: /^(?:(?:政策)?解读|发布|公开|传播|宣传|推送)?(?:渠道|平台|途径|载体)$/,
      sentence:
        /(?:通过|在|依托|利用).{2,60}(?:网站|公众号|微博|客户端|报纸|电视台|新媒体).{0,40}(?:发布|公开|推送|刊登|播出)/,
    },
    {
      keys: ['other'],
      heading:
        /^(?:其他|其它|有关|相关)(?:需要?说明)?(?:事项|说明|要求|问题)?$|^(?:组织|工作|保障|责任)(?:保障|要求|措施|分工|实施)$|^备注$|^注意事项$|^联系(?:人|方式|电话)/,
      sentence: /联系(?:人|电话)[：:]/,
      mayBeNone: true,
    },
  ],
});
