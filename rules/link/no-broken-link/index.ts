import type { Facts, LinkFact } from '../../../src/archive/facts.js';
import { properDate } from '../../../src/language/dates.js';
import { defineRule, optionSchema } from '../../rule.js';
import { notLinks } from './not-links.js';

interface Options {
  readonly images: boolean;
}

/** Front matter keys whose values, whatever their form, mean papers of the archive. */
const PAPERS = ['policy', 'interpretations'];

export const noBrokenLink = defineRule<Options>({
  id: 'link/no-broken-link',
  kinds: 'any',
  demand: {
    'zh-CN': '链接的文件、图片和段落都找得到',
    en: 'The files, images and places that links name can be found',
  },
  severity: 'error',
  schema: optionSchema({ images: { type: 'boolean', title: 'Look for images too', description: '是否也检查图片' } }),
  defaults: { images: true },
  messages: {
    missingFile: {
      what: { 'zh-CN': '链接的文件不存在：{to}', en: 'The linked file does not exist: {to}' },
      todo: {
        'zh-CN': '请核对路径和文件名（区分大小写；网址要写上 https://），或删去这个链接',
        en: 'Check the path and the name (case counts; a web address begins with https://), or remove the link',
      },
    },
    missingImage: {
      what: { 'zh-CN': '图片不存在：{to}', en: 'The image does not exist: {to}' },
      todo: { 'zh-CN': '请补上图片文件，或改正路径', en: 'Add the image, or correct the path' },
    },
    missingPaper: {
      what: { 'zh-CN': '文库里找不到政策文件或解读材料“{to}”', en: 'The archive holds no paper "{to}"' },
      todo: {
        'zh-CN': '请核对文号或标题；文件不在文库里的，写它的网址',
        en: 'Check the number or title; where the paper is elsewhere, write its web address',
      },
    },
    missingAnchor: {
      what: { 'zh-CN': '链接指向的位置“#{anchor}”在 {where} 里没有', en: '"#{anchor}" is not found in {where}' },
      todo: { 'zh-CN': '请按标题文字改正 # 后面的名称', en: 'Correct the name behind # after the heading' },
    },
    outside: {
      what: { 'zh-CN': '链接指到了文库之外：{to}', en: 'The link leads out of the archive: {to}' },
      todo: { 'zh-CN': '请把文件放进文库，或改用网址', en: 'Put the file into the archive, or use a web address' },
    },
    notALink: {
      what: { 'zh-CN': '“{says}”没有成为链接，读者点不开', en: '"{says}" is no link, so that nobody can follow it' },
      todo: {
        'zh-CN':
          '请写作 [文字](地址)：方括号、圆括号用半角，地址里不留空格；写作 [文字][名称] 的，另起一行写“[名称]: 地址”',
        en: 'Write [text](address): plain brackets and parentheses, no blanks in the address; or [text][name], with a line [name]: address',
      },
    },
    empty: {
      what: { 'zh-CN': '链接没有地址', en: 'The link has no address' },
      todo: { 'zh-CN': '请补上地址，或去掉链接只留文字', en: 'Add the address, or keep the text only' },
    },
  },
  check({ document, report, notApplicable }) {
    const found = document.origin === null ? notLinks(document) : [];
    if (found.length === 0) notApplicable();
    for (const one of found) report(one);
  },
  checkArchive({ archive, files, optionsFor, report, notApplicable }) {
    for (const facts of files) {
      const options = optionsFor(facts);
      const links = facts.links.filter((link) => isChecked(link, options));
      if (links.length === 0) notApplicable(facts);
      for (const link of links) {
        const at = link.range;
        const to = archive.resolve(facts, link);
        if (link.to.trim() === '') report(facts, { messageId: 'empty', at });
        else if (to.status === 'outside') report(facts, { messageId: 'outside', at, data: { to: link.to } });
        else if (to.status === 'missing') report(facts, { messageId: missing(link, to.by), at, data: { to: link.to } });
        else if (to.status === 'file' && to.anchor && to.facts && !hasAnchor(to.facts, to.anchor)) {
          const where = to.path.slice(to.path.lastIndexOf('/') + 1);
          report(facts, { messageId: 'missingAnchor', at, data: { anchor: to.anchor, where } });
        }
      }
    }
  },
});

/**
 * An empty key is meta/schema's. What stands under `explanation-meeting` may be a date, and an older policy under
 * `revises` need not be in the archive: there only paths are links.
 */
function isChecked(link: LinkFact, options: Options): boolean {
  if (link.guessed) return false;
  if (link.type === 'image') return options.images && !link.to.startsWith('data:');
  if (link.key === undefined) return true;
  if (link.to.trim() === '' || properDate(link.to) !== null) return false;
  return PAPERS.includes(link.key) || /[/\\]|\.\p{L}[\p{L}\d]{0,7}(?:[#?]|$)/u.test(link.to);
}

function missing(link: LinkFact, by: 'path' | 'number' | 'title'): string {
  if (by !== 'path') return 'missingPaper';
  return link.type === 'image' ? 'missingImage' : 'missingFile';
}

/** `#top` is a place in every page; `:~:` asks browsers to look for a text. */
function hasAnchor(facts: Facts, anchor: string): boolean {
  if (anchor.toLowerCase() === 'top' || anchor.startsWith(':~:')) return true;
  return facts.anchors.includes(anchor) || facts.anchors.some((known) => spoken(known) === spoken(anchor));
}

/** What of an anchor generators agree on: they keep, drop or replace by hyphens the blanks, marks and emoji of a heading. */
function spoken(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
