import { fullWidth, hanNumeral } from '../language/numerals.js';
import { type Styles, settingOf } from './docx-styles.js';
import { xmlBlocks } from './xml-blocks.js';

/** Gives out the numbers that Word writes before paragraphs, which the text itself does not hold. */
export interface Numberer {
  /**
   * The label of the next paragraph of a list (一、 or （2）), null for lists with bullets, empty where the list shows nothing.
   * To be asked for each paragraph of the document once, in order.
   * @param styleId the paragraph's style, by which a list may name the level
   */
  next(numId: string, level: number | undefined, styleId: string): string | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** As `%1、`: each `%n` stands for the number at level n. */
  readonly text: string;
  readonly styleId: string | undefined;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this list begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Reads `word/numbering.xml`. */
export function readNumbering(xml: string, styles: Styles): Numberer {
  const lists = listsIn(xml, styles);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(numId, asked, styleId) {
      const list = lists.get(numId);
      if (!list) return '';
      const level = asked ?? [...list.levels].find(([, one]) => one.styleId === styleId)?.[0] ?? 0;
      const own = list.levels.get(level);
      if (!own) return '';
      if (own.format === 'bullet') return null;
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      const restart = list.restarts.get(level);
      if (restart !== undefined && !begun.has(`${numId}/${level}`)) counts[level] = restart - 1;
      begun.add(`${numId}/${level}`);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      return own.text.replace(/%([1-9])/g, (_, n: string) => {
        const at = Number(n) - 1;
        const one = list.levels.get(at) ?? own;
        // 1.1 of a list whose upper level counts 一、二、 is written in digits.
        const format = at < level && own.format === 'decimal' ? 'decimal' : one.format;
        return numeral(format, counts[at] ?? one.start);
      });
    },
  };
}

function listsIn(xml: string, styles: Styles): Map<string, List> {
  const abstracts = new Map(
    xmlBlocks(xml, 'w:abstractNum').map(({ open, inside }) => [
      attributeOf(open, 'abstractNumId'),
      { levels: levelsIn(inside), link: settingOf(inside, 'numStyleLink') },
    ]),
  );
  const nums = new Map(xmlBlocks(xml, 'w:num').map(({ open, inside }) => [attributeOf(open, 'numId'), inside]));
  const lists = new Map<string, List>();
  for (const [numId, block] of nums) {
    let abstractId = settingOf(block, 'abstractNumId') ?? '';
    const link = abstracts.get(abstractId)?.link;
    if (link !== undefined)
      abstractId = settingOf(nums.get(styles.numberingIds.get(link) ?? '') ?? '', 'abstractNumId') ?? abstractId;
    const overrides = xmlBlocks(block, 'w:lvlOverride');
    const restarts = overrides.flatMap(({ open, inside }) => {
      const start = settingOf(inside, 'startOverride');
      return start === undefined ? [] : [[Number(attributeOf(open, 'ilvl')), Number(start)] as const];
    });
    const levels = new Map(abstracts.get(abstractId)?.levels ?? []);
    for (const { inside } of overrides) for (const [level, own] of levelsIn(inside)) levels.set(level, own);
    lists.set(numId, { abstractId, levels, restarts: new Map(restarts) });
  }
  return lists;
}

function levelsIn(block: string): Map<number, Level> {
  return new Map(
    xmlBlocks(block, 'w:lvl').map(({ open, inside }) => [
      Number(attributeOf(open, 'ilvl')),
      {
        start: Number(settingOf(inside, 'start') ?? 1),
        format: settingOf(inside, 'numFmt') ?? 'decimal',
        text: unescaped(settingOf(inside, 'lvlText') ?? ''),
        styleId: settingOf(inside, 'pStyle'),
      },
    ]),
  );
}

function attributeOf(tag: string, name: string): string {
  const mark = `w:${name}="`;
  const [, after = ''] = tag.split(mark, 2);
  return after.slice(0, Math.max(0, after.indexOf('"')));
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function numeral(format: string, value: number): string {
  if (value < 1) return String(value);
  if (
    /^(?:chinese(?:Counting|LegalSimplified|CountingThousand)|taiwaneseCounting(?:Thousand)?|japaneseCounting|ideographDigital|koreanCounting)$/.test(
      format,
    )
  )
    return hanNumeral(value);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidth(String(value));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value);
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(Math.min(value, 260) / 26));
}

const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let rest = Math.min(value, 99);
  let written = '';
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) written += sign;
  return written;
}
