import type { ElementEntry } from '../catalogue.js';
import { BETTER, C, OWN } from './words.js';

/** Purposes of the interpretation itself, not of the policy: 为帮助公众更好理解… */
const OF_THE_INTERPRETATION = `为(?:了)?(?:便于|方便|帮助|使|让|确保|更好地?)?${C}{0,40}(?:阅读|查阅|理解|了解(?!决)|掌握|知悉|解读|学习|宣传|把握|熟悉)|现(?:就|将|对)${C}{0,40}(?:解读|说明|介绍|解答)|(?:进行|本)(?:解读|提示)|以案说法|(?:发挥|起到)了`;

export const objectives: ElementEntry = {
  id: 'objectives',
  name: { 'zh-CN': '目标任务', en: 'Objectives' },
  headings: '目的|目标|宗旨|总体要求|预期(?:效果|成效)|(?:主要|重点|工作)任务|意义$',
  notHeadings: '目的(?:地|港|口岸|国)|意义不大',
  questions: `目的|目标|宗旨|(?:想|要|将)(?:达到|实现|解决)(?:什么|哪些|何种)|预期(?:效果|成效)`,
  signals: [
    {
      id: 'purpose-clause',
      weight: 3,
      pattern: `(?:为了?|旨在|意在)(?:更好地?|进一步|切实|全面|有效|充分|积极|深入|认真|持续|不断|尽量|更加|着力|加快)?(?:${BETTER}|高质量|精准|科学|准确|做好|配合|杜绝|增加|减少|明确|便于|使|促使|让|全面|充分|压实|培养|推|用好|给予|尊重)${C}{2,60}`,
      unless: `${OF_THE_INTERPRETATION}|为(?:了)?避免不必要`,
      atStart: true,
    },
    {
      id: 'purpose-opening',
      weight: 3,
      pattern: `为(?<=(?:^|[。；\\n])为)(?:了(?!避免不必要)|(?![了期例主准止此何空一\\d“《本该其我以基依有重当各非贪]|什么))(?!${C}{0,40}(?:提供|奠定|发挥|作出|起到|具有))${C}{4,60}，`,
      unless: OF_THE_INTERPRETATION,
    },

    {
      id: 'aim-named',
      weight: 3,
      pattern: `(?:目的(?:是|在于|为)|旨在|意在|以${C}{2,40}为(?:目标|导向|目的)|着眼于?|致力于|最终实现|逐步实现|实现${C}{2,16}全覆盖|到“十[三四五六]五”末|以此(?:推动|促进|带动)|目标(?:是|为)|总体目标|力争|力求|努力(?:打造|建设|实现|构建)|到20\\d\\d年${C}{0,6}，|着力(?:推动|构建|解决|提升|打造))`,
    },
    {
      id: 'bring-about',
      weight: 3,
      pattern: `把${C}{2,20}(?:落到|减下来|降下来|提上去|建成|打造成|转化为|做强|做优|送到)`,
    },
    {
      id: 'aim-as-measure',
      weight: 2,
      pattern: `(?:创新举措|重要举措|具体举措|新举措|途径|抓手|保障|要求|追求|理念)(?<=${BETTER}${C}{2,54})`,
    },
    {
      id: 'further',
      weight: 3,
      pattern: `(?:进一步|有利于|有助于|切实|更好地?|力求|努力|不断|持续|从而|将有效|有力)${C}{0,12}?${BETTER}${C}{2,}|(?:有利于|有助于)${C}{3,}`,
      unless: OF_THE_INTERPRETATION,
    },
    {
      id: 'with-effect',
      weight: 2,
      pattern: `(?:有效|充分|便于|对于|以)${C}{0,12}?${BETTER}${C}{2,}`,
      unless: OF_THE_INTERPRETATION,
    },
    {
      id: 'effect-clause',
      weight: 3,
      pattern: `(?:积极|切实|全面|有效)?(?:提升|促进|推动|增强|防范|保障|确保|便于|方便|帮助|敦促|推进|加快推进|维护|保护|引导|激发|助力|实现|加快|解决好|补齐|防止|守护|守好|筑牢)(?!了|受|剂)${C}{4,60}`,
      unless: OF_THE_INTERPRETATION,
      atStart: true,
    },
    {
      id: 'measure-clause',
      weight: 1,
      pattern: `(?:提高|规范|优化|降低|完善|加强|健全|简化)(?!了|后)${C}{4,60}`,
      atStart: true,
    },
    {
      id: 'making-it-so',
      weight: 3,
      pattern: `(?:使|让|促使)${C}{2,30}(?:更加|更|充分|得到|适应|能够)${C}{2,30}|让${C}{2,12}(?:受益|有保障|放心|满意|得到实惠)|让${C}{0,10}(?:群众|百姓|居民|家庭|企业|市民|老人|孩子|学生|群体|患者|职工|劳动者|人)${C}{3,30}`,
      unless: `${OF_THE_INTERPRETATION}|知晓`,
    },
    {
      id: 'policy-will',
      weight: 2,
      pattern: `${OWN}${C}{0,16}(?:有利于|有助于|将|是为了|对${C}{2,30}具有|为${C}{2,30}提供)`,
    },
  ],
};
