import type { Document } from '../document/document.js';
import { departmentsIn } from '../language/departments.js';

/** The departments that a policy's own words name as answering for it. */
export interface NamedOffices {
  /** Who drafted it, or explains how it is to be applied; the lead first. */
  readonly drafter?: string;
  /** Who issues it, by its title. */
  readonly issuer?: string;
}

/** A name of an office, as far as patterns go; `officeIn` looks at it more closely. */
const NAME = '([㐀-鿿（）()、]{2,60}?)';
const PAPER =
  '(?:办法|规定|细则|意见|方案|措施|政策|通知|决定|规则|规程|标准|规划|计划|条例|章程|制度|指南|清单|公告|通告|预案|文件)';

/** Where a policy names them, the surest first: a label, what is passed on, who drafted it, who explains it. */
const SIGNS: ReadonlyArray<(sentence: string) => string | undefined> = [
  (sentence) => LABEL.exec(sentence)?.[1],
  passedOnIn,
  (sentence) => DRAFTED.exec(sentence)?.[1],
  (sentence) => EXPLAINED.exec(sentence)?.[1],
];

const LABEL = new RegExp(`^[（(]?(?:起草|拟稿|主办)(?:部门|单位|机关)[:：][ \\t　]{0,4}${NAME}[）)。]?$`);
const DRAFTED = new RegExp(`(?:本|该|此)[㐀-鿿]{0,6}${PAPER}由${NAME}(?:负责|牵头|组织)?(?:起草|拟订|草拟)`);
const EXPLAINED = new RegExp(
  `(?:本|该|此)[㐀-鿿]{0,6}${PAPER}(?:的?(?:具体)?(?:解释|应用(?:中的?)?(?:具体)?问题)(?:工作)?)?由${NAME}(?:负责|承担|进行)?(?:具体)?(?:解释|解读)`,
);

/** 市教育局《关于…的意见》已经市政府同意，现转发给你们 */
function passedOnIn(sentence: string): string | undefined {
  const at = sentence.indexOf('《');
  const rest = sentence.slice(sentence.indexOf('》') + 1);
  const isPassedOn = at > 1 && at <= 60 && AGREED.test(rest) && /转发|印发|批转/.test(rest);
  if (!isPassedOn) return undefined;
  return sentence
    .slice(0, at)
    .replace(/^现将/, '')
    .replace(/的$/, '')
    .replace(/(?:制定|拟订|拟定|起草|提出|报来|报送)$/, '');
}

const AGREED = /^(?:已经|业经|已|业).{0,40}(?:同意|批准|审议通过|研究通过)[，,]/;

/** 市政府办公室转发市教育局关于…的通知 */
const PASSED_ON = new RegExp(
  `^[^《]{0,40}?(?:批转|转发)${NAME}(?:等[\\d一二三四五六七八九十几多]{0,3}(?:个|家)?(?:部门|单位))?(?:关于|《)`,
);
const ISSUED = /^([^《]{3,60}?)(?:关于|印发|(?:令|公告|通告)$)/;

/** Reads from a policy which departments it names as its own; nothing from other documents. */
export function namedOffices({ kind, title, units }: Document): NamedOffices | undefined {
  if (kind !== 'policy') return undefined;
  const drafter = officeIn(PASSED_ON.exec(title)?.[1]) ?? drafterIn(units);
  const issuer = officeIn(ISSUED.exec(title)?.[1]);
  return drafter || issuer ? { ...(drafter && { drafter }), ...(issuer && { issuer }) } : undefined;
}

function drafterIn(units: Document['units']): string | undefined {
  let best = SIGNS.length;
  let found: string | undefined;
  for (const { text } of units) {
    const line = text.text.slice(0, LONGEST_LINE);
    if (!/起草|拟稿|主办|拟订|草拟|解释|解读|转发|印发|批转/.test(line)) continue;
    for (const sentence of line.split(/(?<=[。；;])/)) {
      const sign = SIGNS.slice(0, best).findIndex((find) => officeIn(find(sentence.trim())));
      if (sign < 0) continue;
      best = sign;
      found = officeIn(SIGNS[sign]?.(sentence.trim()));
    }
    if (best === 0) break;
  }
  return found;
}

/** The first of the offices that a piece names; undefined where it names something else. */
function officeIn(piece = ''): string | undefined {
  const [first] = departmentsIn(piece.replace(/^(?:由|经|按照)/, ''));
  return first !== undefined && OFFICE.test(first) && !NO_OFFICE.test(first) ? first : undefined;
}

const OFFICE =
  /^[㐀-鿿·]{1,36}(?:政府|办公[室厅]|委员会|管委会|委|局|厅|部|署|院|总队|支队|大队|中心|银行|协会|联合会|残联|妇联|总工会|办)$/;
/** What stands for a department without naming it, and words that end like one. */
const NO_OFFICE =
  /关于|^(?:制定|起草|发布|印发|解释|有关|相关|主管|行政|上述|以上|各|本|该|其|原)|(?:机关|单位|干部|全部|内部|主管部)$/;

const LONGEST_LINE = 400;
