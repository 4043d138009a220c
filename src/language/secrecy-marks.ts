import { hasOneOf } from './characters.js';
import { simplify } from './traditional.js';

const LEVEL = '(?:绝密|机密|秘密)';
const TERM = '(?:长期|启用前|\\d{1,2}(?:年|个月))';

/** 秘密★1年 anywhere; a bare word only where it stands alone, as on the first page, or after 密级. */
export const CLASSIFIED = new RegExp(
  `(?:${LEVEL}|工作秘密|商密)[★☆](?:${TERM})?|${LEVEL}[*＊※](?=${TERM})${TERM}|(?<=密级[：:]?)(?:${LEVEL}|内部)(?!(?!保密|期限|份号|紧急)[、级㐀-鿿])`,
);
export const CLASSIFIED_ALONE = new RegExp(
  `^[【（([]?(★?(?:${LEVEL}[：:]?${TERM}?|${LEVEL}级|工作秘密|涉密(?:文件|材料)?))[】）)\\]]?$`,
);

const THIS = '(?:[此本](?:[件文条项页稿表]|资料|文件|材料|标准)?)?';

/** Whom a paper is for, or that it is kept inside. */
const FOR_INSIDE = new RegExp(
  `^${THIS}(?:内部(?:资料|文件|材料|文稿|明电|参考|参阅|使用|传阅|刊物|掌握|阅知|交流|发行|征求意见稿?|(?:工作|学习)用书)|(?:仅供|供|仅限|限)(?:单位|机关|系统)?内部(?:工作|学习)?(?:使用|参考|传阅|学习|掌握|阅知|交流)|(?:仅供|供)(?:领导|决策)?(?:参阅|阅知)|仅供领导参考)$`,
);
/** What is to be done with such a paper. */
const KEEP_IT = new RegExp(
  `^${THIS}(?:请?注意保密|(?:未经(?:许可|批准|同意|授权))?(?:请勿|切勿|不得|严禁|禁止)(?:外传|公开|对外(?:发布|公开|提供)|翻印)|暂?不得?对外(?:公布|公开|发布|提供)|阅后(?:收回|退回|销毁|即焚)|未经审定)$`,
);
/** What readers are told of their own papers as well: 请妥善保管. */
const KEEP_ALSO =
  /^(?:[此本](?:文件|资料|材料)|未经(?:许可|批准|同意|授权)|请?注意(?:保存|保管)|请?妥善(?:保管|保存)|(?:请勿|切勿|不得|严禁|禁止)(?:转发|转载|泄露|复印))$/;

/**
 * The mark for internal use that a short line bears: alone, in brackets anywhere, or as a clause (标准上浮20%，内部掌握).
 * @returns its offsets; null for none
 */
export function internalMark(text: string): { readonly start: number; readonly end: number } | null {
  if (INSIDE_ALONE.test(text) || isInternal(text, true)) return trimmed(text, 0, text.length);
  for (const { 0: match, index } of text.matchAll(/[【（([][^【】（）()[\]]{2,40}[】）)\]]/g))
    if (isInternal(match, false)) return trimmed(text, index, index + match.length);
  const clause = text.includes('内部掌握') ? INSIDE_CLAUSE.exec(text) : null;
  return clause && { start: clause.index, end: clause.index + clause[0].length };
}

const INSIDE_ALONE = /^[【（([]内部[】）)\]]$/;
const INSIDE_CLAUSE = new RegExp(`(?<=^|[，；。：])${THIS}内部掌握(?=[，；。：]|$)`);
/** Between words of a mark; blanks are gone, so that 内部资料 may stand right before 注意保管. */
const BETWEEN =
  /[，,；;、。！!·—－（()）【】[\]-]+|(?<=资料|文件|材料|文稿|参考|使用|传阅|刊物|掌握|阅知|交流|发行)(?=请|注意|切勿|不得|严禁|禁止|妥善|阅后|暂?不对外)/;

/** How the first of these words begins; most lines begin otherwise. */
const BEGUN = new RegExp(
  `^[，,；;、。！!·—－（()）【】[\\]-]*(?:${THIS}[内仅供限请注未切不严禁暂阅妥]|[此本](?:文件|资料|材料))`,
);

/** Every part is such a word; in a line's brackets, one says whom it is for or that it is not for outside. */
function isInternal(text: string, isAlone: boolean): boolean {
  if (!BEGUN.test(text)) return false;
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  const isSure = (part: string) => FOR_INSIDE.test(part) || (KEEP_IT.test(part) && (isAlone || part.includes('对外')));
  return (
    parts.some(isSure) && parts.every((part) => FOR_INSIDE.test(part) || KEEP_IT.test(part) || KEEP_ALSO.test(part))
  );
}

/** Without the brackets and stops around it. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while ('【（(['.includes(text[from] ?? ' ')) from++;
  while ('！!。】）)]'.includes(text[to - 1] ?? ' ')) to--;
  return { start: from, end: to };
}

/** 此件不公开 on a line of its own. */
export const UNDISCLOSED_ALONE =
  /^[（(【]?((?:此件|本件|此文件|本文件?|[此本][页稿])?(?:不予|不宜|不得|不对外|暂不|不)公开(?:发布)?)[）)】]?[。！!]?(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发)?$/;
/** What a paper says of its disclosure. */
export const UNDISCLOSED =
  /^[（(【]?((?:信息)?公开(?:方式|属性|选项|类型|类别|形式)?[：:]不(?:予|宜)?公开|公开范围[：:](?:机关|系统|单位)?内部|是否(?:主动)?公开[：:]否|此件不公开)[）)】]?[。！!]?$/;

/** A short line as marks are looked for in it: Simplified, without the blanks that spread its characters. */
export interface Tight {
  readonly text: string;
  /** The offset in the line of one of the text's characters. */
  placeOf(index: number): number;
}

/** Characters of marks that are written otherwise in Traditional text. */
const isTraditional = hasOneOf('祕機絕級內資參閱傳開對');

/** Blanks between a word's characters (内 部 资 料), or between a word and a mark, part nothing. */
export function tightened(line: string): Tight {
  const plain = isTraditional(line) ? simplify(line) : line;
  const text = plain.replace(/\s+/g, '');
  if (text.length === plain.length) return { text: plain, placeOf: (index) => index };
  return { text, placeOf: (index) => [...plain.matchAll(/\S/g)][index]?.index ?? line.length };
}
