import type { Element } from 'hast';
import { depthOf, numberingOf } from '../document/numbering.js';
import { isElement, newElement, textOf } from './nodes.js';

/**
 * Makes headings of what are headings: those the source marks keep their order of rank, below the title's level 1; numbered lines that
 * stand alone over a text (一、, （一）, 第一章) join them at the rank their numbering has. Numbered lines that list things, that hold sentences, or
 * that are articles stay text: the linter finds their sections as they are.
 */
export function outlined(written: readonly Element[]): Element[] {
  const texts = written.filter((block) => block.tagName === 'p' && !mayBeHeading(textOf(block)));
  // Where the text itself is bold, that sets nothing apart.
  const isBoldText = texts.filter(isAllBold).length * 2 > texts.length;
  const blocks = isBoldText ? written.map((block) => withoutBold(block, block.tagName)) : written;
  const ranks = [...new Set(blocks.filter(isHeading).map(levelOf))].sort((a, b) => a - b);
  const levels = new Map<number, number>();
  let unnumbered = 1;
  return blocks.map((block, i) => {
    const text = textOf(block);
    const numbering = numberingOf(text);
    const depth = numbering ? depthOf(numbering.style) + (/^第.{1,5}节/.test(text) ? 0.5 : 0) : null;
    const styled = isHeading(block) ? Math.min(6, 2 + ranks.indexOf(levelOf(block))) : null;
    if (styled === null && !(depth !== null && standsAlone(block, text) && hasText(blocks, i, block))) return block;
    if (depth === null) {
      levels.clear();
      unnumbered = styled ?? 2;
      return withoutBold(block, `h${unnumbered}`);
    }
    for (const known of [...levels.keys()]) if (known > depth) levels.delete(known);
    const level = styled ?? levels.get(depth) ?? Math.min(6, Math.max(unnumbered, ...levels.values()) + 1);
    levels.set(depth, level);
    return withoutBold(block, `h${level}`);
  });
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function levelOf({ tagName }: Element): number {
  return Number(tagName.slice(1));
}

const MAX_HEADING = 42;

/** Whether a line is short enough for a heading, and no sentence. */
export function mayBeHeading(text: string): boolean {
  return text.length <= MAX_HEADING && !/[。；;！!，,、]$|[。；]/.test(text);
}

/** Chapters and the two upper ranks; the ranks below only in bold, as 1. and （1） mostly count items. */
function standsAlone(block: Element, text: string): boolean {
  if (block.tagName !== 'p' || !mayBeHeading(text)) return false;
  const style = numberingOf(text)?.style;
  if (style === 'article' || style === undefined) return false;
  return ['chapter', 'han', 'han-paren'].includes(style) || isAllBold(block);
}

/** Whether something other than the next of its kind follows: a run of （一）… （二）… lines is a list. */
function hasText(blocks: readonly Element[], index: number, block: Element): boolean {
  const next = blocks[index + 1];
  if (!next) return false;
  const own = numberingOf(textOf(block))?.style;
  return own === 'chapter' || isAllBold(block) || numberingOf(textOf(next))?.style !== own;
}

export function isAllBold({ children }: Element): boolean {
  return (
    children.length > 0 &&
    children.every((child) =>
      isElement(child) ? child.tagName === 'strong' : child.type === 'text' && /^[\s　]*$/.test(child.value),
    )
  );
}

/** A line as a block of another kind, in which bold type says nothing. */
export function withoutBold({ children, properties, position }: Element, tagName: string): Element {
  const plain = children.flatMap((child) =>
    isElement(child) && child.tagName === 'strong' ? child.children : [child],
  );
  return newElement(tagName, plain, properties, position);
}
