import type { Element } from 'hast';
import { simplify } from '../language/traditional.js';
import { elementsOf, isElement, isInline, lengthOf, squeeze, textOf } from './nodes.js';

/** A label of an information box (索引号、发文字号 …) with what stands beside it. */
export interface LabelRow {
  readonly label: string;
  readonly value: string;
}

/** What boxes and lines of government pages say of a paper, by what it means to us. Labels as squeezed text, without a colon. */
export const LABELS: ReadonlyArray<readonly [field: string, label: RegExp]> = [
  ['number', /^(?:字号|发?文(?:字)?号|发文编号|文件?(?:编)?号|公文(?:字|编)?号)$/],
  ['issuer', /^(?:发文(?:机关|单位|部门)|制(?:发|定)机关|制定单位|签发(?:机关|单位)|颁布(?:机关|单位)|成文机关)$/],
  [
    'publisher',
    /^(?:发布(?:机构|机关|单位|部门|者)|信息来源|信息提供(?:单位)?|公开(?:机构|单位|责任部门)|责任部门|发稿单位|文章来源|稿源|来源)$/,
  ],
  ['drafter', /^(?:起草(?:单位|部门|机关)|牵头起草(?:单位|部门))$/],
  ['author', /^(?:解读(?:单位|机关|部门|机构|主体)|撰稿(?:单位)?|解读材料起草单位)$/],
  ['written', /^(?:成文(?:日期|时间)|成文日|生成日期|签发日期|发文(?:日期|时间)|印发(?:日期|时间)|制发日期)$/],
  [
    'published',
    /^(?:[发公]布(?:日期|时间)|公开(?:日期|时间)|(?:信息)?发布日|上网(?:日期|时间)|发表(?:日期|时间)|日期|时间|更新(?:日期|时间))$/,
  ],
  ['disclosure', /^(?:(?:信息)?公开(?:属性|方式|类别|类型|形式)|主动公开属性)$/],
  ['category', /^(?:文件(?:类别|类型|种类|性质)|公文(?:种类|类型)|文种|政策类别)$/],
  ['title', /^(?:(?:文件|信息|政策)?(?:标题|名称)|题名)$/],
  [
    'other',
    /^(?:索引号?|索\s*引\s*号|信息索取号|主题(?:分类|词|类别)|体裁(?:分类)?|分类|组配分类|有效性|效力状态|时效性|是否有效|生效(?:日期|时间)|实施日期|失效(?:日期|时间)|废止日期|关键[词字]|统一(?:编)?号|规范性文件(?:统一)?(?:编号|登记号)|登记号|内容概述|服务对象|信息分类|公开(?:范围|时限|程序|目录)|审核(?:人|程序)|作者|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|率)?|访问(?:次数|量)|编辑|责任编辑|字体|有效期|语种|载体类型|备注(?:\/文号)?|所属(?:机构|主题)|记录形式|版权)$/,
  ],
];

/** What a label means; undefined for a word that is none. */
export function fieldOf(label: string): string | undefined {
  const text = simplify(squeeze(label)).replace(/^[【[（(·•■▪]|(?<![】\])）:：])[】\])）:：]+$/g, '');
  return text.length > 14 ? undefined : LABELS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The rows of an information box; empty where the element is none: three labels that we know, and hardly anything else. */
export function labelRows(element: Element): LabelRow[] {
  if (lengthOf(element) > MAX_BOX * 4 || sizeOf(element) > MAX_ELEMENTS || isWrapper(element)) return [];
  if (squeeze(textOf(element)).length > MAX_BOX) return [];
  const rows = rowsOf(element);
  const known = rows.filter(({ label }) => fieldOf(label) !== undefined);
  return known.length >= 3 && known.length >= rows.length / 2 ? known : [];
}

/** Characters and elements of the largest box. */
const MAX_BOX = 1500;
const MAX_ELEMENTS = 600;

/** Nothing but one block: what is to be found is found in that. */
function isWrapper({ children }: Element): boolean {
  const [only, ...more] = children.filter((child) => child.type === 'element' || lengthOf(child) > 0);
  return more.length === 0 && only !== undefined && isElement(only) && !isInline(only);
}

const SIZES = new WeakMap<Element, number>();

/** How many elements an element holds, itself included. */
function sizeOf(element: Element): number {
  const known =
    SIZES.get(element) ?? element.children.reduce((sum, child) => sum + (isElement(child) ? sizeOf(child) : 0), 1);
  SIZES.set(element, known);
  return known;
}

/** Labels with their values, by the ways in which pages set them: cells of a table, dt and dd, “label：value” in a line or an item. */
function rowsOf(element: Element): LabelRow[] {
  const cells = [...elementsOf(element)].filter(({ tagName }) => ['td', 'th', 'dt', 'dd'].includes(tagName));
  const leaves = cells.filter(
    (cell) => ![...elementsOf(cell)].some((inner) => inner !== cell && cells.includes(inner)),
  );
  const paired = leaves.flatMap((cell, i) => {
    const label = textOf(cell);
    const value = leaves[i + 1];
    return fieldOf(label) !== undefined && value && fieldOf(textOf(value)) === undefined
      ? [{ label, value: textOf(value) }]
      : [];
  });
  if (paired.length >= 2) return paired;
  const parts = cells.length > 0 ? leaves : leavesOf(element);
  const texts = parts.map(textOf);
  return texts.flatMap((text, i): LabelRow[] => {
    const labelled = labelsIn(text);
    if (labelled.length > 0) return labelled.filter(({ value }) => value !== '');
    const next = texts[i + 1];
    return fieldOf(text) !== undefined && next !== undefined && fieldOf(next) === undefined
      ? [{ label: text, value: next }]
      : text
        ? [{ label: '', value: text }]
        : [];
  });
}

function leavesOf(element: Element): Element[] {
  const inner = element.children.filter(isElement);
  const blocks = inner.filter(({ tagName }) =>
    /^(?:div|p|li|ul|ol|dl|span|section|strong|b|em|i|label|font|td|tr|tbody|table)$/.test(tagName),
  );
  const speaks = element.children.some((child) => child.type === 'text' && child.value.trim() !== '');
  if (blocks.length === 0 || speaks || element.tagName === 'p' || element.tagName === 'li') return [element];
  return blocks.flatMap((block) => (block.children.some(isElement) ? leavesOf(block) : [block]));
}

/** “发布时间：2024-03-01 来源：市发展改革委 字体：大 中 小”: the labels that we know, with what stands up to the next one. */
export function labelsIn(line: string): LabelRow[] {
  const bracketed = [...line.matchAll(/【([㐀-鿿]{2,8})】([^【】]{1,100})/g)].filter(
    ([, label = '']) => fieldOf(label) !== undefined,
  );
  if (bracketed.length > 0)
    return bracketed.map(([, label = '', value = '']) => ({
      label,
      value: value.replace(/^[\s　:：]+|(?<![\s　])[\s　]+$/g, ''),
    }));
  const found = [...line.matchAll(/([㐀-鿿][㐀-鿿\s　]{0,16}?)[\s　]*[：:]/g)].flatMap((match) => {
    const words = squeeze(match[1] ?? '');
    // A value may run into the next label: 2024-03-01来源：
    const label = Array.from({ length: Math.min(10, words.length) }, (_, i) => words.slice(-(i + 1)))
      .reverse()
      .find((tail) => fieldOf(tail) !== undefined);
    if (label === undefined) return [];
    const end = match.index + match[0].length;
    return [{ label, start: beginning(line, end, label.length), end }];
  });
  return found.map(({ label, end }, i) => {
    const stop = found[i + 1];
    const value = line.slice(end, stop ? stop.start : undefined);
    const bare = value.replace(/^[\s　:：【[]+|(?<![\s　|｜】\][【])[\s　|｜】\][【]+$/g, '');
    return { label, value: /[（(]/.test(bare) ? bare : bare.replace(/(?<![）)])[）)]+$/, '') };
  });
}

/** Where a label of so many characters begins that ends, with its colon, at `end`. */
function beginning(line: string, end: number, length: number): number {
  let at = end - 1;
  for (let left = length + 1; left > 0 && at >= 0; at--) if (!/[\s　]/.test(line[at] ?? '')) left--;
  return at + 1;
}
