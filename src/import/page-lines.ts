import type { Element } from 'hast';
import { isDay } from '../language/dates.js';
import { leadsToFile, withoutLinks } from './article.js';
import { isDisclaimer, isPageLine, opensTail } from './boilerplate.js';
import { fieldOf, labelsIn } from './info-table.js';
import { elementsOf, squeeze, textOf } from './nodes.js';
import { isOffice } from './offices.js';

/**
 * The blocks of an article without the lines that the page adds at both ends: where one stands, source and date, tools, lists of links.
 * @param drop told the text of each that is left out
 */
export function withoutPageLines(blocks: readonly Element[], drop: (text: string) => void): readonly Element[] {
  let start = 0;
  const kept: Element[] = [];
  for (; start < Math.min(blocks.length, 14); start++) {
    const block = blocks[start] as Element;
    const text = textOf(block);
    if (block.tagName === 'p' && text.length > 60 && labelsIn(text).length < 2 && !isPageLine(text)) break;
    if (!isPageLine(text) && !isLabelLine(text, textOf(blocks[start + 1] ?? block)) && !isBareDate(text))
      kept.push(block);
    else drop(text);
  }
  let rest: readonly Element[] = once([...kept, ...blocks.slice(start)], drop);
  // What a list of links hid from sight may be the end of a page in its turn.
  for (let tail = tailOf(rest); tail >= 0; tail = tailOf(rest)) {
    for (const block of rest.slice(tail)) drop(textOf(block));
    rest = rest.slice(0, tail);
  }
  return rest;
}

/** The blocks without the second of two copies of an article, one for each width of screen: styles that the page does not hold show one. */
function once(blocks: readonly Element[], drop: (text: string) => void): readonly Element[] {
  const texts = blocks.map((block) => squeeze(textOf(block)));
  const firsts = new Map([...texts.entries()].reverse().map(([i, text]) => [text, i]));
  const end = texts.findLastIndex((text, i) => firsts.get(text) === i) + 1;
  const [first = 0, second = 0] = [texts.slice(0, end), texts.slice(end)].map((some) => some.join('').length);
  if (second < 100 || second < 0.8 * first || second > first) return blocks;
  for (const block of blocks.slice(end)) drop(textOf(block));
  return blocks.slice(0, end);
}

/** Where the page's own lines begin at the end; -1 where there are none. */
function tailOf(blocks: readonly Element[]): number {
  return blocks.findIndex(
    (block, i) =>
      i > 0 &&
      (opensTail(textOf(block))
        ? isTail(blocks.slice(i))
        : i > blocks.length - 7 &&
          isPageEnd(block) &&
          blocks.slice(i).every((next) => isPageEnd(next) || isScrap(next))),
  );
}

/** 来源：… 发布时间：… in a line of their own; 时间：… above 地点：… is when people met. */
function isLabelLine(text: string, below: string): boolean {
  const rows = labelsIn(text);
  if (
    /^.{0,4}(?:日期|时间)/.test(squeeze(text)) &&
    /^.{0,4}(?:地点|主持|嘉宾|出席|参加|发布人|主题|议题).{0,3}[：:]/.test(squeeze(below))
  )
    return false;
  const known = rows.map(({ label }) => fieldOf(label));
  return (
    rows.length > 0 &&
    text.length < 200 &&
    (known.some((field) => field === 'publisher' || field === 'published') ||
      known.every((field) => field === 'other')) &&
    !/[。；]/.test(text)
  );
}

/** A date with a time, or in the way of databases: papers write 2024年3月1日. */
function isBareDate(text: string): boolean {
  return /^(?:20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|20\d{2}年\d{1,2}月\d{1,2}日\s+\d{1,2}:\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:[|｜]\s*)?[㐀-鿿]{0,20}$/.test(
    text,
  );
}

function isPageEnd(block: Element): boolean {
  const text = textOf(block);
  return (
    isPageLine(text) ||
    isDisclaimer(squeeze(text)) ||
    (block.tagName === 'p' && text.length < 40 && labelsIn(text).some(({ label }) => fieldOf(label) === 'other'))
  );
}

/** A short line without a sentence, no signature and no file. */
function isScrap(block: Element): boolean {
  const text = squeeze(textOf(block));
  return (
    block.tagName === 'p' &&
    text.length < 60 &&
    !/[。；]/.test(text) &&
    !isDay(text) &&
    !isOffice(text) &&
    !/^附件/.test(text) &&
    !leadsToFile(block)
  );
}

/** Nothing but links and scraps, and no files to download. */
function isTail(blocks: readonly Element[]): boolean {
  return blocks.every((block) => {
    const links = [...elementsOf(block)].filter(({ tagName }) => tagName === 'a');
    if (leadsToFile(block)) return false;
    const linked = links.reduce((sum, link) => sum + squeeze(textOf(link)).length, 0);
    const text = squeeze(textOf(block));
    return (text.length - linked < 60 && !/[。；]/.test(withoutLinks(block))) || isPageEnd(block);
  });
}
