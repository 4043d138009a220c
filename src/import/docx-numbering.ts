import type { Numbering, Styles } from './docx-styles.js';
import { ImportFailure } from './failure.js';
import { numeral } from './number-format.js';
import { childOf, childrenOf, numberOf, settingOf, switchOf, type XmlElement } from './xml.js';

/** Gives out the numbers that Word writes before paragraphs, which the text itself does not hold. */
export interface Numberer {
  /**
   * The next label of a list. To be asked for each paragraph that Word counts once, in order: not for deleted or hidden ones.
   * @returns null where the list shows nothing
   */
  next(numbering: Numbering): Label | null;
  /** Formats of numbers that are not known; their numbers were written in digits. */
  readonly unknown: ReadonlySet<string>;
}

export interface Label {
  /** 一、 or （2）; of a list with bullets the sign itself. */
  readonly text: string;
  readonly level: number;
  /** The list has signs instead of numbers. */
  readonly bullet: boolean;
  /** Of signs: the font they are from. */
  readonly font?: string | undefined;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** As `%1、`: each `%n` stands for the number at level n. */
  readonly text: string;
  readonly styleId: string | undefined;
  readonly font: string | undefined;
  /** The level (from 1) below whose numbers this one begins anew, 0 for never; undefined: below any upper one. */
  readonly restart: number | undefined;
  /** Upper numbers stand in digits too. */
  readonly legal: boolean;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this list begins anew. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Reads `word/numbering.xml`. */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numberer {
  const lists = listsIn(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const unknown = new Set<string>();
  const written = (format: string, value: number) => {
    const text = numeral(format, value);
    if (text === null) unknown.add(format);
    return text ?? String(value);
  };
  return {
    unknown,
    next({ numId = '', level: asked, styleId }) {
      const list = lists.get(numId);
      const level = asked ?? levelOfStyle(list, styleId);
      const own = list?.levels.get(level);
      if (!list || !own) return null;
      if (own.format === 'bullet') return { text: own.text, level, bullet: true, font: own.font };
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      const start = list.starts.get(level);
      if (start !== undefined && !begun.has(`${numId}/${level}`)) counts[level] = start - 1;
      begun.add(`${numId}/${level}`);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      for (let below = level + 1; below < counts.length; below++) {
        const { restart } = list.levels.get(below) ?? own;
        if (restart === undefined || level < restart) counts[below] = undefined;
      }
      const text = own.text.replace(/%([1-9])/g, (_, n: string) => {
        const at = Number(n) - 1;
        const one = list.levels.get(at) ?? own;
        const format = own.legal && one.format !== 'none' ? 'decimal' : one.format;
        return written(format, counts[at] ?? one.start);
      });
      if (text.length > LONGEST) throw new ImportFailure('tooComplex');
      return text.trim() === '' ? null : { text, level, bullet: false };
    },
  };
}

/** Of a label; the longest that people make has nine numbers in it. Thousands of longer ones would make of a small file a text of millions. */
const LONGEST = 200;

function levelOfStyle(list: List | undefined, styleId: string | undefined): number {
  if (styleId !== undefined) for (const [level, one] of list?.levels ?? []) if (one.styleId === styleId) return level;
  return 0;
}

function listsIn(root: XmlElement | undefined, styles: Styles): Map<string, List> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [
      one.attributes['w:abstractNumId'],
      { levels: levelsIn(one), link: settingOf(one, 'w:numStyleLink') },
    ]),
  );
  const nums = new Map(childrenOf(root, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]));
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    let abstractId = settingOf(num, 'w:abstractNumId') ?? '';
    const link = abstracts.get(abstractId)?.link;
    if (link !== undefined)
      abstractId = settingOf(nums.get(styles.numberingIds.get(link) ?? ''), 'w:abstractNumId') ?? abstractId;
    const overrides = childrenOf(num, 'w:lvlOverride');
    const starts = overrides.flatMap((override) => {
      const level = levelOf(override);
      const start = numberOf(settingOf(override, 'w:startOverride'), 0, 32_767);
      return start === undefined || level === undefined ? [] : [[level, start] as const];
    });
    const shared = abstracts.get(abstractId)?.levels ?? new Map<number, Level>();
    const own = overrides.flatMap((override) => [...levelsIn(override)]);
    const levels = own.length > 0 ? new Map([...shared, ...own]) : shared;
    lists.set(numId, { abstractId, levels, starts: new Map(starts) });
  }
  return lists;
}

/** Lists have nine levels, whatever a file says. */
function levelOf(element: XmlElement): number | undefined {
  const written = element.attributes['w:ilvl'];
  return written !== undefined && /^[0-8]$/.test(written) ? Number(written) : undefined;
}

function levelsIn(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of childrenOf(parent, 'w:lvl')) {
    const level = levelOf(one);
    if (level === undefined) continue;
    const fonts = childOf(childOf(one, 'w:rPr'), 'w:rFonts')?.attributes;
    levels.set(level, {
      start: numberOf(settingOf(one, 'w:start'), 0, 32_767) ?? 1,
      format: childOf(one, 'w:lvlPicBulletId') ? 'bullet' : (settingOf(one, 'w:numFmt') ?? 'decimal'),
      text: (settingOf(one, 'w:lvlText') ?? '').slice(0, 200),
      styleId: settingOf(one, 'w:pStyle'),
      font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
      restart: numberOf(settingOf(one, 'w:lvlRestart'), 0, 9),
      legal: switchOf(one, 'w:isLgl') === true,
    });
  }
  return levels;
}
