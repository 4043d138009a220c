import { readNumeral } from '../language/numerals.js';
import {
  childOf,
  childrenOf,
  isXmlElement,
  numberOf,
  settingOf,
  switchOf,
  type XmlElement,
  xmlElements,
} from './xml.js';

/** A paragraph's looks as far as they tell what it is. */
export interface ParagraphStyle extends TextLooks {
  readonly name: string;
  /** 1 to 6 for headings and titles, by name or outline level. */
  readonly level?: number;
  /** A line of a table of contents. */
  readonly contents?: true;
  readonly align?: string;
  readonly numbering?: Numbering;
}

/** What a style, or a run itself, says of the looks of text; what it says nothing of is undefined. */
export interface TextLooks {
  readonly bold?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly raised?: 'sup' | 'sub' | 'no' | undefined;
  /** How far above the line it stands, in half points; below it where negative. */
  readonly position?: number | undefined;
  readonly struck?: boolean | undefined;
  readonly capitals?: boolean | undefined;
  readonly font?: string | undefined;
  readonly white?: boolean | undefined;
  /** In half points. */
  readonly size?: number | undefined;
  /** Chinese characters are in a face that is bold by itself. */
  readonly heavy?: boolean | undefined;
  /** It stands on a ground on which white shows. */
  readonly backed?: boolean | undefined;
}

export interface Numbering {
  readonly numId?: string;
  readonly level?: number;
  /** The style that names the list, by which the list may know the level. */
  readonly styleId?: string;
}

/** Styles by id, what they inherit included. `numberingIds`: the list behind a style of numbering. */
export interface Styles {
  readonly paragraphs: ReadonlyMap<string, ParagraphStyle>;
  readonly characters: ReadonlyMap<string, TextLooks>;
  readonly numberingIds: ReadonlyMap<string, string>;
  /** Styles of tables that colour cells. */
  readonly colouredTables: ReadonlySet<string>;
  /** The style of paragraphs that name none. */
  readonly usual: ParagraphStyle;
}

/** Names of styles in Word, WPS, LibreOffice and the templates of offices. Blanks are taken out beforehand, letters are small. */
const NAMES: ReadonlyArray<readonly [pattern: RegExp, level: (match: RegExpExecArray) => number]> = [
  [/^(?:heading|标题|標題|heading标题|公文标题|正文标题)([1-6])(?:[^\d].*)?$/, (match) => Number(match[1])],
  [
    /^(?:title|标题|標題|文件标题|文章标题|公文标题|公文大标题|大标题|主标题|总标题|文档标题|发文标题|红头标题)(?:char)?$/,
    () => 1,
  ],
  [/^(?:公文|正文|文件)?([一二三四五六1-6])级(?:标题|標題)?$/, (match) => rank(match[1]) + 1],
  [/^(?:公文|正文|文件)?标题([一二三四五六])$/, (match) => rank(match[1])],
  [/^(?:公文|正文)?(?:章|章标题|章节标题)$/, () => 2],
  [/^(?:公文|正文)?(?:节|节标题|小标题)$/, () => 3],
];

/** Word's own styles for contents, WPS's (目录 by hand), LibreOffice's. */
const CONTENTS =
  /^(?:toc\d?|toc标题|tocheading|contents\d|contentsheading|目录\d?|目录标题|wps(?:office)?手动目录\d?|wpsplain目录\d?|tableoffigures|图表目录)$/;

function rank(written = ''): number {
  return readNumeral(written) ?? 0;
}

/** Reads `word/styles.xml`. */
export function readStyles(root: XmlElement | undefined): Styles {
  const paragraphs = new Map<string, OwnStyle>();
  const characters = new Map<string, OwnStyle>();
  const defaults = childOf(root, 'w:docDefaults');
  const ofDefaults = (kind: string) => childOf(childOf(defaults, `w:${kind}Default`), `w:${kind}`);
  const numberingIds = new Map<string, string>();
  const colouredTables = new Set<string>();
  let usual: string | undefined;
  for (const style of childrenOf(root, 'w:style')) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': isUsual } = style.attributes;
    if (id === undefined) continue;
    const properties = paragraphProperties(childOf(style, 'w:pPr'));
    if (type === 'numbering') {
      if (properties.numbering?.numId) numberingIds.set(id, properties.numbering.numId);
      continue;
    }
    if (type === 'table' && [...xmlElements(style)].some(isGround)) colouredTables.add(id);
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(isUsual ?? '')) usual = id;
    (type === 'character' ? characters : paragraphs).set(id, {
      name: (settingOf(style, 'w:name') ?? '').replace(/[\s　]+/g, '').toLowerCase(),
      basedOn: settingOf(style, 'w:basedOn'),
      ...properties,
      numbering: properties.numbering && { ...properties.numbering, styleId: id },
      ...looksIn(childOf(style, 'w:rPr')),
    });
  }
  const own = {
    name: '',
    basedOn: undefined,
    ...paragraphProperties(ofDefaults('pPr')),
    ...looksIn(ofDefaults('rPr')),
  };
  const base = withParent(own, undefined);
  const all = inherited(paragraphs, base);
  const of = { paragraphs: all, characters: inherited(characters), numberingIds, colouredTables };
  return { ...of, usual: all.get(usual ?? '') ?? base };
}

export interface OwnProperties {
  readonly outline: number | undefined;
  readonly align: string | undefined;
  readonly numbering: Numbering | undefined;
  readonly backed?: boolean | undefined;
}

interface OwnStyle extends OwnProperties, TextLooks {
  readonly name: string;
  readonly basedOn: string | undefined;
}

/** What `w:pPr` of a style or a paragraph says itself. */
export function paragraphProperties(pPr: XmlElement | undefined): OwnProperties {
  const numPr = childOf(pPr, 'w:numPr');
  const numId = settingOf(numPr, 'w:numId');
  const level = numberOf(settingOf(numPr, 'w:ilvl'), 0, 8);
  return {
    outline: numberOf(settingOf(pPr, 'w:outlineLvl'), 0, 9),
    align: settingOf(pPr, 'w:jc'),
    numbering: numPr && { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) },
    ...(isBacked(pPr) && { backed: true }),
  };
}

/** What `w:rPr` of a style or a run says itself: what it says nothing of is not there. */
export function looksIn(rPr: XmlElement | undefined): TextLooks {
  if (!rPr) return {};
  const align = settingOf(rPr, 'w:vertAlign');
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  const color = settingOf(rPr, 'w:color');
  const fill = childOf(rPr, 'w14:textFill');
  const face = fonts?.['w:eastAsia'];
  const looks: TextLooks = {
    bold: switchOf(rPr, 'w:b'),
    hidden: switchOf(rPr, 'w:vanish'),
    struck: switchOf(rPr, 'w:strike') ?? switchOf(rPr, 'w:dstrike'),
    capitals: switchOf(rPr, 'w:caps'),
    raised: align === undefined ? undefined : align === 'superscript' ? 'sup' : align === 'subscript' ? 'sub' : 'no',
    position: numberOf(settingOf(rPr, 'w:position'), -3168, 3168),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    white: color === undefined ? undefined : WHITE.test(color) && !(fill && [...xmlElements(fill)].some(isDark)),
    size: numberOf(settingOf(rPr, 'w:sz'), 0, 4000),
    heavy: face === undefined ? undefined : HEAVY.test(face),
    backed: isBacked(rPr) || undefined,
  };
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
}

const HEAVY = /黑体|黑體|simhei|heiti/i;

/** What nobody sees on white: no part of the colour is below F0. */
const WHITE = /^(?:f[0-9a-f]){3}$/i;

/** Whether properties (of a run, a paragraph, a cell …) give a ground on which white text shows. */
export function isBacked(properties: XmlElement | undefined): boolean {
  return properties?.children.some((child) => isXmlElement(child) && isGround(child)) === true;
}

function isGround({ name, attributes }: XmlElement): boolean {
  const { 'w:val': value = '', 'w:fill': fill = 'auto', 'w:color': colour = '' } = attributes;
  if (name === 'w:highlight') return !/^(?:none|white)$/.test(value);
  if (name === 'w:background') return !WHITE.test(colour);
  return name === 'w:shd' && (!/^(?:clear|nil|)$/.test(value) || !(fill === 'auto' || WHITE.test(fill)));
}

/** A colour of text that is not white, as Word names it since 2010. */
function isDark({ name, attributes: { 'w14:val': value = '' } }: XmlElement): boolean {
  return name === 'w14:srgbClr' ? !WHITE.test(value) : name === 'w14:schemeClr' && !/^(?:bg1|lt1)$/.test(value);
}

/**
 * Every style with what it has from those that it is based on, each worked out once; a circle ends where it closes.
 * @param base what styles have that are based on none
 */
function inherited(own: ReadonlyMap<string, OwnStyle>, base?: ParagraphStyle): Map<string, ParagraphStyle> {
  const done = new Map<string, ParagraphStyle>();
  for (const id of own.keys()) {
    const chain: string[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && own.has(at) && !done.has(at) && !seen.has(at); ) {
      chain.push(at);
      seen.add(at);
      at = own.get(at)?.basedOn;
    }
    for (const one of chain.reverse()) {
      const style = own.get(one) as OwnStyle;
      done.set(one, withParent(style, done.get(style.basedOn ?? '') ?? base));
    }
  }
  return done;
}

function withParent(style: OwnStyle, parent: ParagraphStyle | undefined): ParagraphStyle {
  const { name, outline, align, numbering, basedOn: _, ...looks } = style;
  const level = levelByName(name) ?? (outline === undefined ? parent?.level : outline < 6 ? outline + 1 : undefined);
  const { contents: _contents, level: _level, ...above } = parent ?? { name };
  return {
    ...above,
    ...looks,
    name,
    ...(level !== undefined && { level }),
    ...(CONTENTS.test(name) && { contents: true }),
    ...(align !== undefined && { align }),
    ...(numbering !== undefined && { numbering: { ...parent?.numbering, ...numbering } }),
  };
}

function levelByName(name: string): number | undefined {
  for (const [pattern, level] of NAMES) {
    const match = pattern.exec(name);
    if (match) return Math.min(6, level(match));
  }
  return undefined;
}
