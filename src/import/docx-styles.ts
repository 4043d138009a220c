import { xmlBlocks } from './xml-blocks.js';

/** A paragraph's looks as far as they tell what it is. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 to 6 for headings and titles, by name or outline level. */
  readonly level?: number;
  /** A line of a table of contents. */
  readonly contents?: true;
  readonly align?: string;
  readonly bold?: boolean;
  readonly numbering?: { readonly numId: string; readonly level?: number };
}

/** Styles by id, what they inherit included. `numberingIds`: the list behind a style of numbering. */
export interface Styles {
  readonly paragraphs: ReadonlyMap<string, ParagraphStyle>;
  readonly numberingIds: ReadonlyMap<string, string>;
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

function rank(written: string | undefined): number {
  const at = '一二三四五六'.indexOf(written ?? '');
  return at >= 0 ? at + 1 : Number(written);
}

/** Reads `word/styles.xml`. */
export function readStyles(xml: string): Styles {
  const own = new Map<string, OwnStyle>();
  const numberingIds = new Map<string, string>();
  for (const { open, inside } of xmlBlocks(xml, 'w:style')) {
    const id = /w:styleId="([^"]*)"/.exec(open)?.[1];
    if (id === undefined) continue;
    if (open.includes('w:type="numbering"')) {
      const numId = settingOf(inside, 'numId');
      if (numId) numberingIds.set(id, numId);
    } else
      own.set(id, {
        name: settingOf(inside, 'name') ?? '',
        basedOn: settingOf(inside, 'basedOn'),
        ...propertiesIn(inside),
      });
  }
  return { paragraphs: new Map([...own.keys()].map((id) => [id, inherited(id, own)])), numberingIds };
}

export interface OwnProperties {
  readonly outline: number | undefined;
  readonly align: string | undefined;
  readonly bold: boolean | undefined;
  readonly numbering: { readonly numId: string; readonly level?: number } | undefined;
}

interface OwnStyle extends OwnProperties {
  readonly name: string;
  readonly basedOn: string | undefined;
}

/** What a block of properties (of a style, or of a paragraph) says itself. */
export function propertiesIn(block: string): OwnProperties {
  const outline = settingOf(block, 'outlineLvl');
  const numPr = xmlBlocks(block, 'w:numPr')[0]?.inside ?? '';
  const numId = settingOf(numPr, 'numId');
  const level = settingOf(numPr, 'ilvl');
  const bold = /<w:b(?: w:val="([^"]*)")?\/>/.exec(block);
  return {
    outline: outline === undefined ? undefined : Number(outline),
    align: settingOf(block, 'jc'),
    bold: bold ? !/^(?:0|false|off|none)$/.test(bold[1] ?? '') : undefined,
    numbering: numId === undefined ? undefined : { numId, ...(level === undefined ? {} : { level: Number(level) }) },
  };
}

const VALUE = /^(?:[^>]{0,300}? )?w:val="([^"]*)"/;

/** The value of an element `<w:name w:val="…"/>`. */
export function settingOf(block: string, name: string): string | undefined {
  const tag = `<w:${name} `;
  const at = block.indexOf(tag);
  return at < 0 ? undefined : VALUE.exec(block.slice(at + tag.length, at + tag.length + 1000))?.[1];
}

function inherited(id: string, own: ReadonlyMap<string, OwnStyle>): ParagraphStyle {
  const chain: OwnStyle[] = [];
  for (
    let style = own.get(id);
    style && chain.length < 12;
    style = style.basedOn === undefined ? undefined : own.get(style.basedOn)
  )
    chain.push(style);
  const first = <T>(of: (style: OwnStyle) => T | undefined): T | undefined =>
    chain.map(of).find((value) => value !== undefined);
  const name = (chain[0]?.name ?? '').replace(/[\s　]+/g, '').toLowerCase();
  const outline = first(({ outline }) => outline);
  const level =
    levelByName(name) ??
    (outline !== undefined && outline < 6 ? outline + 1 : undefined) ??
    first(({ name }) => levelByName(name.replace(/[\s　]+/g, '').toLowerCase()));
  const align = first(({ align }) => align);
  const bold = first(({ bold }) => bold);
  const numbering = first(({ numbering }) => numbering);
  return {
    name,
    ...(level === undefined ? {} : { level }),
    ...(/^(?:toc\d|toc标题|tocheading|contents\d|目录\d?|contentsheading)/.test(name) ? { contents: true } : {}),
    ...(align === undefined ? {} : { align }),
    ...(bold === undefined ? {} : { bold }),
    ...(numbering === undefined ? {} : { numbering }),
  };
}

function levelByName(name: string): number | undefined {
  for (const [pattern, level] of NAMES) {
    const match = pattern.exec(name);
    if (match) return Math.min(6, level(match));
  }
  return undefined;
}
