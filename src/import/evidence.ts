import type { Document } from '../document/document.js';
import type { Localized } from '../language/locale.js';

/** A value for the front matter, guessed from what the source says. */
export interface Guess {
  /** Canonical key. */
  readonly key: string;
  readonly value: string | readonly string[];
  /** Where it came from, as a phrase: 网页信息栏“发文字号”. */
  readonly from: Localized;
  /** False where it may well be wrong: it is then only proposed, and the key stays empty until somebody decides. */
  readonly sure: boolean;
}

/** A guess, if there is a value for it: none is null, an empty text or an empty list. */
export function guess(
  key: string,
  value: string | readonly string[] | null | undefined,
  from: Localized,
  sure = true,
): Guess[] {
  return value?.length ? [{ key, value, from, sure }] : [];
}

/** What the source says around the text: labels of information boxes and lines, and what the head of a page says. */
export interface SourceInfo {
  /** By field (`info-table.ts`), the surest first; `from` as in `Guess`. */
  readonly fields: ReadonlyArray<{ readonly field: string; readonly value: string; readonly from: Localized }>;
  /** The site's name, as pages give it. */
  readonly site: string | null;
  /** The column of the site that it stands in, as pages give it: 政策解读. */
  readonly column?: string;
  /** Links of the whole page, those around the article included. */
  readonly links: ReadonlyArray<{ readonly text: string; readonly to: string }>;
}

export const NO_INFO: SourceInfo = { fields: [], site: null, links: [] };

/** What the source, its text and its surroundings are searched for. */
export interface Evidence {
  readonly document: Document;
  readonly info: SourceInfo;
  /** The lines of the text, above the title included. */
  readonly lines: readonly string[];
}

/** Where something was found, for its mark. */
export const FOUND = {
  title: { 'zh-CN': '标题', en: 'the title' },
  name: { 'zh-CN': '文件名', en: "the file's name" },
  column: { 'zh-CN': '网页所在的栏目', en: 'the column of the page' },
  head: { 'zh-CN': '文头', en: 'the head of the text' },
  text: { 'zh-CN': '正文', en: 'the text' },
  signature: { 'zh-CN': '落款', en: 'the signature' },
  record: { 'zh-CN': '版记的印发日期', en: 'the printing record' },
  link: { 'zh-CN': '网页上的链接', en: 'a link of the page' },
  site: { 'zh-CN': '网页所在的网站', en: 'the site of the page' },
} satisfies Record<string, Localized>;
