import type { Document } from '../../../src/document/document.js';
import { isFiller } from '../../../src/elements/fillers.js';
import { normalize } from '../../../src/elements/normalize.js';
import { read } from '../../../src/elements/reading.js';

/** What there is to tell of a revision besides the differences themselves: why it was made, and what becomes of old cases. */
export type RevisionAspect = 'reason' | 'transition';

/** True where a document tells this of the revision. */
export function tellsOf(aspect: RevisionAspect, document: Document): boolean {
  const { headings, words } = ASPECTS[aspect];
  return hasFilledSection(document, headings) || read(document).lines.some(({ text }) => words.test(text));
}

/** A heading alone tells nothing. */
function hasFilledSection({ sections }: Document, headings: RegExp): boolean {
  return sections.some(
    ({ title, body, children }) =>
      headings.test(title) && (children.length > 0 || body.some(({ text }) => !isFiller(normalize(text)))),
  );
}

/** Within a clause, and within a sentence. */
const C = '[^，。；：！？]';
const S = '[^。；！？]';
const REVISE = '(?:修订|修改|修正|重新(?:制定|制订|修订|印发|公布|发布)|调整(?=政策|了政策|原|现行|[■□]))';
const OLD = `(?:原(?:□|有?的?(?:办法|规定|政策|标准|文件|细则|条例|方案|制度))|旧(?:办法|规定|政策|标准)|现行${C}{0,12}|□)`;

const ASPECTS: Readonly<Record<RevisionAspect, { readonly headings: RegExp; readonly words: RegExp }>> = {
  reason: {
    headings:
      /背景|必要性|(?:修订|修改|调整|重新制定)(?:的)?(?:原因|理由|缘由|目的|考虑|初衷)|(?:为什么|为何|为啥)(?:要)?.{0,12}(?:修订|修改|调整|重新|出台|制定)/,
    words: anyOf(
      `(?:由于|鉴于|因为|随着|针对|根据|按照|为(?:了|更好|进一步|适应|解决|落实|贯彻|与))${S}{2,100}${REVISE}`,
      '(?:修订|修改|调整|重新制定)的?(?:原因|理由|缘由|必要性)',
      `(?:此|本|这)次${REVISE}(?:工作)?${C}{0,6}(?:是|旨在|主要考虑)|${REVISE}工作是`,
      `${OLD}${S}{0,60}(?:不(?:再)?(?:适应|适用|符合|能|相适应|一致|完善)|难以|滞后|届满|到期|失效|无法|偏[低高少]|存在${C}{0,12}(?:问题|不足))`,
      `有效期${C}{0,12}(?:届满|到期|已满|将满)|(?:即将|已经?|已于${C}{1,12})(?:到期|届满|失效)`,
      `(?:亟[需待]|急需|有必要|需要|确有必要)(?:及时|尽快|进一步)?${C}{0,20}${REVISE}`,
    ),
  },
  transition: {
    headings: /衔接|过渡|新(?:旧|老)(?:政策|办法|规定)?(?:怎么|如何)|老(?:用户|项目|企业|人).{0,6}(?:怎么办|如何)/,
    words: anyOf(
      '衔接|过渡(?:期|办法|措施|安排)|新老划断|不溯及既往|老人老办法',
      `(?:之?前|此前|以前|原)(?:已|已经)?${C}{0,24}(?:受理|批准|取得|签订|备案|申请|办理|享受|核发|确认|立项|开工|登记|发放)${S}{0,40}(?:继续|仍(?:然|按)?|按(?:照)?原|不变|有效|重新|补办|换[发领])`,
      '(?:同时|予以|即行|相应|自行)(?:废止|停止执行|失效)|停止执行',
      `(?:继续有效|继续执行|仍然?有效|有效期内${C}{0,20}(?:继续|有效|使用)|以${C}{1,16}为准)`,
    ),
  },
};

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'));
}
