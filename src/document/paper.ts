import type { Document } from './document.js';
import type { FrontMatter } from './front-matter.js';
import { keyOf } from './vocabulary.js';

/**
 * Whether a file is a paper of the archive, and not one about a repository or about a program. It is no paper if
 *
 * - it is named as repositories name what is about themselves (README, CHANGELOG, …), or lies with the settings of a code host, and
 *   neither its title nor articles show a paper; or
 * - it has words, but next to none in Chinese, or front matter and no words, and neither its name nor its title has any Chinese; or
 * - it is what this program reported, kept as a text.
 *
 * Front matter with a key of our own, or of the vocabulary in Chinese, makes any file a paper; so does front matter that cannot be read,
 * and a kind that the config gives. In doubt a file is a paper: what is left out is not checked.
 */
export function isPaper(document: Document): boolean {
  const { frontMatter, kindReason, title, path } = document;
  if (frontMatter.status === 'broken' || hasOwnKey(frontMatter)) return true;
  if (isOwnReport(document.text)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  if (isAboutRepository(path, name)) {
    const isNamed = kindReason.from === 'config' && kindReason.evidence.includes(name);
    return isNamed || PAPER_TITLE.test(title.replace(/\s+/g, '')) || hasArticles(document);
  }
  return (
    kindReason.from === 'config' || HAN.test(name) || HAN.test(title) || !(isForeign(document) || isBarePage(document))
  );
}

/** How the reports begin that people keep as texts: findings in Markdown, the summary of an audit; and the sum that a list of findings ends with. */
const OWN_BEGINNING =
  /^(?:### jiedu-lint\r?\n\r?\n(?:\*\*|[✔✖] )|政策解读核查：[^\r\n]{1,200}（\d{4}-\d{2}-\d{2}）\r?\n)/;
const OWN_SUM = /^✖ 共 \d{1,9} 个问题（\d{1,9} 个错误，\d{1,9} 个警告）/;
const MOST_READ = 3000;

function isOwnReport(text: string): boolean {
  const lastParagraph =
    text
      .slice(-MOST_READ)
      .trimEnd()
      .split(/\r?\n\r?\n/)
      .at(-1) ?? '';
  return OWN_BEGINNING.test(text.slice(0, MOST_READ)) || OWN_SUM.test(lastParagraph);
}

/** Keys of the vocabulary that pages of websites have as well, with another meaning. */
export const COMMON_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'author', 'published', 'category', 'number', 'policy', 'form', 'channels', 'urgent', 'effective'],
  ...['topic', 'time', 'place', 'format', 'focus', 'timing', 'other', 'participants'],
]);

function hasOwnKey({ entries }: FrontMatter): boolean {
  return entries.some(({ key, writtenKey }) => keyOf(key) && (!COMMON_KEYS.has(key) || HAN.test(writtenKey)));
}

/** Names of files about the repository itself; those that are words of anything else only in capitals. The end is a language: README.zh-CN. */
const ABOUT_ITSELF = [
  /^(?:_index|readme|changelog|contributing|code[-_]of[-_]conduct|licen[cs]e)(?:[-_.][a-z]{2,4}){0,2}$/i,
  /^_(?:sidebar|navbar|coverpage|footer|header)$/i,
  /^(?:SUMMARY|CHANGES|HISTORY|SECURITY|SUPPORT|GOVERNANCE|AUTHORS|MAINTAINERS|NOTICE|COPYING|INSTALL|ROADMAP|TODO|AGENTS|CLAUDE)(?:[-_.][A-Za-z]{2,4}){0,2}$/,
];

/** Folders that hold templates and settings for a code host: .github, .gitee. */
const CODE_HOST = /(?:^|\/)\.git[a-z]+\//;

function isAboutRepository(path: string, name: string): boolean {
  return ABOUT_ITSELF.some((pattern) => pattern.test(name)) || CODE_HOST.test(path);
}

/** Titles that no file about a repository has: with a paper in 《》, 关于…的通知, or that of an interpretation. */
const PAPER_TITLE = /《[^《》]{2}|^.{0,30}关于.{2,80}的.{2,6}$|.{4}(?:解读|问答|答问|图解)$|^(?:一图|图解)/;

/** Policies are divided into articles: 第一条 …. */
function hasArticles({ sections }: Document): boolean {
  return sections.some(({ numbering }) => numbering?.style === 'article');
}

const HAN = /[〇々㐀-鿿]/;
const EACH_HAN = /[〇々㐀-鿿]/g;
/** A word in Latin letters; garbled Chinese has few of them. */
const EACH_WORD = /[A-Za-z]+/g;
/** The least share of Han characters among characters and foreign words that makes a text Chinese. */
const CHINESE = 0.1;

/** The page of a site that is made from its settings alone: layout: home. */
function isBarePage({ frontMatter, units }: Document): boolean {
  return frontMatter.entries.length > 0 && units.length === 0;
}

/** Whether a text has words and is in another language. Code is no text. */
export function isForeign({ units }: Pick<Document, 'units'>): boolean {
  let [han, words] = [0, 0];
  for (const { type, text } of units) {
    if (type === 'code') continue;
    han += text.text.match(EACH_HAN)?.length ?? 0;
    words += text.text.match(EACH_WORD)?.length ?? 0;
  }
  return words > 0 && han < CHINESE * (han + words);
}
