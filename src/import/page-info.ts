import type { Element } from 'hast';
import { numberingOf } from '../document/numbering.js';
import { endsAsTitle } from '../language/papers.js';
import type { SourceInfo } from './evidence.js';
import { fieldOf, type LabelRow, labelRows, labelsIn } from './info-table.js';
import { elementsOf, isElement, isInline, lengthOf, newElement, squeeze, textOf } from './nodes.js';
import { isOffice } from './offices.js';
import type { Page } from './page.js';

/** Names of `<meta>` that government sites and others use, by field. */
const METAS: ReadonlyArray<readonly [field: string, names: readonly string[]]> = [
  ['published', ['pubdate', 'publishdate', 'article:published_time', 'dc.date', 'firstpublishedtime', 'createdate']],
  ['publisher', ['contentsource', 'source', 'mediaid', 'author', 'article:author']],
  ['number', ['documentnumber', 'docnumber', 'wenhao']],
];

/** What a page says of its paper outside the text: information box, the line below the title, `<meta>`. */
export function infoOf(page: Page): SourceInfo {
  const box = boxRows(page.body).map((row) => fieldFrom(row, '网页信息栏', "the page's information box"));
  const lines = lineRows(page.body).map((row) => fieldFrom(row, '网页标注的', "the page's line"));
  const metas = METAS.flatMap(([field, names]) =>
    names.flatMap((name) => {
      const value = page.metas.get(name);
      return value === undefined
        ? []
        : [
            {
              field,
              value: value.replace(/^\s*[㐀-鿿]{2,4}[：:]/, ''),
              from: { 'zh-CN': `网页 meta 标签“${name}”`, en: `the page's meta tag "${name}"` },
            },
          ];
    }),
  );
  return {
    fields: [...box, ...lines, ...metas].filter(({ value }) => !/^[\s　\-—/]*$|^(?:无|暂无|空)$/.test(value)),
    site: page.metas.get('sitename') ?? page.metas.get('og:site_name') ?? null,
    column: page.metas.get('columnname') ?? '',
    links: linksIn(page.body),
  };
}

function fieldFrom({ label, value }: LabelRow, chinese: string, english: string): SourceInfo['fields'][number] {
  const name = squeeze(label).replace(/[：:【】[\]]/g, '');
  return {
    field: fieldOf(label) ?? 'other',
    value: value.trim().slice(0, 200),
    from: { 'zh-CN': `${chinese}“${name}”`, en: `${english} (${name})` },
  };
}

/** What an information box in a Word file says of its paper. */
export function boxFields(body: Element): SourceInfo['fields'] {
  return boxRows(body).map((row) => fieldFrom(row, '文中信息表', 'the information table'));
}

/** The rows of the innermost information boxes. */
function boxRows(element: Element): LabelRow[] {
  const inner = element.children.flatMap((child) => (isElement(child) && lengthOf(child) > 0 ? boxRows(child) : []));
  return inner.length > 0 ? inner : labelRows(element);
}

/** Lines such as “来源：… 发布时间：…”: short ones, at least one label that we know, wherever on the page. */
function lineRows(element: Element): LabelRow[] {
  const blocks = element.children.filter((child) => isElement(child) && !isInline(child));
  if (blocks.length > 0) {
    return element.children.flatMap((child) => (isElement(child) ? lineRows(child) : []));
  }
  if (lengthOf(element) > MAX_TITLE_SOURCE) return [];
  const text = textOf(element);
  if (text.length > 200) return [];
  const rows = labelsIn(text).filter(({ label, value }) => value !== '' && fieldOf(label) !== 'title');
  // 时间：… alone may be that of a meeting.
  const known = rows.length > 1 ? rows : rows.filter(({ label }) => !/^(?:日期|时间)$/.test(squeeze(label)));
  const [ahead, day] =
    /^(20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?[\s　|｜]{0,9}/.exec(text) ?? [];
  if (day === undefined) return known;
  // A day without a label, as a page sets it below the title: before its source, or alone.
  const published = { label: '发布日期', value: day };
  const rest = text.slice(ahead?.length);
  if (isOffice(rest)) return [published, { label: '来源', value: rest }];
  const isNamed = /(?:date|time|pub|rq|sj)/i.test(String([element.properties.className].flat().join(' ')));
  return known.length > 0 || (rest === '' && isNamed) ? [...known, published] : [];
}

function linksIn(body: Element): SourceInfo['links'] {
  return [...elementsOf(body)].flatMap(({ tagName, properties, children }) => {
    const { href, lostHref } = properties;
    // From the root of a site that nobody knows: it leads somewhere all the same.
    const to = href ?? (typeof lostHref === 'string' && lostHref.startsWith('/') ? `site:${lostHref}` : undefined);
    if (tagName !== 'a' || typeof to !== 'string') return [];
    const text = textOf(newElement('span', children));
    return text.length >= 4 ? [{ text, to }] : [];
  });
}

/** Titles as the page gives them, the surest first. */
export function titlesOf(page: Page): string[] {
  const shown = [...elementsOf(page.body)]
    .filter((element) => /^h[1-3]$/.test(element.tagName) && lengthOf(element) <= MAX_TITLE_SOURCE)
    .map((element) => textOf(element));
  const lines = linesOf(page);
  const whole = squeeze(page.title);
  const named = ['articletitle', 'og:title', 'title', 'dc.title'].flatMap((name) => page.metas.get(name) ?? []);
  // A title is surest where both the head and the page show it.
  const inTitle = [...shown, ...lines].filter(
    (text) =>
      squeeze(text).length >= 8 && whole.includes(squeeze(text)) && !isOffice(text) && !SITE_ONLY.test(squeeze(text)),
  );
  const longest = inTitle.sort((a, b) => squeeze(b).length - squeeze(a).length)[0];
  const [head = ''] = page.title.split(
    /[|｜_]|\s[-—–]+\s|(?<=[^\d])[-—–]{1,2}(?=[㐀-鿿]{0,20}(?:政府|网|门户|委员会|局|厅|部|办)[^\d]{0,12}$)/,
  );
  const boxed = boxRows(page.body)
    .filter(({ label }) => fieldOf(label) === 'title')
    .map(({ value }) => value);
  const withSubtitle = (page.metas.get('articletitle') ?? '').trim();
  const all = [
    ...(longest && squeeze(withSubtitle).startsWith(squeeze(longest)) ? [withSubtitle] : []),
    ...(longest ? [longest] : []),
    ...boxed,
    ...named,
    ...shown.filter((text) => squeeze(text).length >= 8 && !isOffice(text)),
    head.trimEnd(),
  ];
  return [...new Set(all.map((text) => text.replace(/\s+/g, ' ').trim()))].filter(
    (text) => squeeze(text).length >= 6 && !/(?:…|\.\.\.)$/.test(text) && !SITE_ONLY.test(squeeze(text)),
  );
}

function linesOf(page: Page): string[] {
  return [...elementsOf(page.body)]
    .filter((element) => element.children.some((child) => isInline(child)) && lengthOf(element) <= MAX_TITLE_SOURCE)
    .map((element) => textOf(element))
    .filter((text) => text.length >= 6 && text.length <= 120);
}

/** The first line that reads as a title, for pages that give none in any other way; what leads to other pages is none. */
export function titleLineOf(page: Page): string {
  const links = [...elementsOf(page.body)].filter(({ tagName }) => tagName === 'a');
  const linked = new Set(links.map((link) => textOf(newElement('span', link.children))));
  return linesOf(page).find((text) => endsAsTitle(squeeze(text)) && !numberingOf(text) && !linked.has(text)) ?? '';
}

/** Longest text, blanks included, in which a title may stand by itself. */
const MAX_TITLE_SOURCE = 2000;

/** The name of a site or a column is no title. */
const SITE_ONLY =
  /^(?:[㐀-鿿]{2,20}(?:人民政府|政府|政府网|门户网站|政府网站|官网))?(?:政策(?:解读|文件|法规)|政府信息公开|详情页?|正文)?$/;
