import { lookAlikesIn } from '../language/look-alikes.js';
import type { Link, Unit } from './document.js';
import { type Anchor, MappedText } from './mapped-text.js';
import type { Range } from './range.js';

/** The units with look-alikes of two UTF-16 units as plain characters; all others as they are. */
export function plainUnits(units: readonly Unit[]): readonly Unit[] {
  return units.map(plainUnit);
}

/** Addresses are taken as written: a file may bear a look-alike in its name. */
export function linksAsWritten(links: readonly Link[], read: string, written: string): readonly Link[] {
  if (read === written) return links;
  return links.map((link) => {
    const { start, end } = link.range;
    const at = link.to === '' ? -1 : read.slice(start, end).lastIndexOf(link.to);
    return at < 0 ? link : { ...link, to: written.slice(start + at, start + at + link.to.length) };
  });
}

function plainUnit(unit: Unit): Unit {
  const found = lookAlikesIn(unit.text.text);
  if (found.length === 0) return unit;
  const anchors: Anchor[] = [];
  let text = '';
  let from = 0;
  // Character by character, since the text may run in step with its source only for stretches.
  const take = (start: number, end: number, shown?: string) => {
    const { start: source, end: sourceEnd } = unit.text.rangeOf(start, end);
    anchors.push([text.length, source, sourceEnd]);
    text += shown ?? unit.text.text.slice(start, end);
  };
  for (const { start, end, plain } of [
    ...found,
    { start: unit.text.text.length, end: unit.text.text.length, plain: '' },
  ]) {
    for (let at = from; at < start; at++) take(at, at + 1);
    if (plain !== '') take(start, end, plain);
    from = end;
  }
  const shift = (offset: number) =>
    offset - found.filter(({ end }) => end <= offset).reduce((sum, one) => sum + one.end - one.start - 1, 0);
  const moved = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => ({ start: shift(start), end: shift(end) }));
  return {
    ...unit,
    text: new MappedText(text, anchors, unit.text.range.end),
    bold: moved(unit.bold),
    code: moved(unit.code),
  };
}
