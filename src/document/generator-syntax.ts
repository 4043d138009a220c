import type { Range } from './range.js';

/** What site generators and note-takers read in Markdown by opening and closing marks; where the third is set, on one line. */
const PAIRS: ReadonlyArray<readonly [open: string, close: string, inLine?: true]> = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['$$', '$$'],
  ['[[', ']]', true],
  ['{:', '}', true],
  ['{#', '}', true],
  ['{.', '}', true],
  [']{', '}', true],
  ['){', '}', true],
  ['[!', ']', true],
  ['<code', '</code>'],
  ['<kbd', '</kbd>'],
  ['<samp', '</samp>'],
];

/** Longest stretch between two marks, in UTF-16 units. */
const LONGEST = 4000;

/** Heads of admonitions and tabs (`!!! note "…"`, `:::tip …`, `=== "…"`), lines that bring in a file, components of MDX. */
const HEADS =
  /^[ \t>*+-]{0,40}(?:!!!|\?\?\?|:::|===(?=[ \t]{1,9}")|<<<(?=[ \t])|-{1,2}8<-|import[ \t]{1,9}[{'"*A-Za-z]|<[A-Z][A-Za-z.]{0,40}(?=[ \t]))[^\r\n]*/gm;

/** A path on a disk. */
const PATHS = /(?<![A-Za-z])[A-Za-z]:[\\/][^\s"”<>|*?]{1,200}/g;

/** Tags of site generators around code, whatever stands between them and the end. */
const CODE_BLOCKS = /\{[%{][-<%]?[ \t]{0,9}(highlight|codeblock|code|raw|mermaid|math|katex|plantuml)(?![a-z])/g;

/** Formulas in a line; `$5和$6` are sums of money. */
const FORMULA = /\$(?=[^\s$\d])[^$\r\n]{0,400}(?<=[^\s$])\$(?!\d)/g;

/**
 * Shortcodes, template tags, attribute lists, wiki links, formulas and the heads of admonitions: what is changed in them breaks the
 * site. Ranges of the source, in order of their beginning; they may overlap. Linear.
 */
export function generatorSyntax(source: string): Range[] {
  const found = PAIRS.flatMap((pair) => between(source, ...pair));
  for (const { index, 1: name = '' } of source.matchAll(CODE_BLOCKS)) {
    const inside = source.slice(index, index + LONGEST);
    const ends = [`end${name}`, `/${name}`, `/ ${name}`].map((end) => inside.indexOf(end)).filter((end) => end > 0);
    if (ends.length > 0) found.push({ start: index, end: index + Math.min(...ends) });
  }
  for (const pattern of source.includes('$') ? [HEADS, PATHS, FORMULA] : [HEADS, PATHS])
    for (const { index, 0: written } of source.matchAll(pattern))
      found.push({ start: index, end: index + written.length });
  return found.sort((a, b) => a.start - b.start);
}

function between(source: string, open: string, close: string, inLine = false): Range[] {
  const found: Range[] = [];
  let end = -1;
  for (let start = source.indexOf(open); start >= 0; start = source.indexOf(open, start + open.length)) {
    if (end < start + open.length) end = source.indexOf(close, start + open.length);
    if (end < 0) break;
    const inside = end - start > LONGEST ? '' : source.slice(start + open.length, end);
    if (end - start > LONGEST || (inLine && /[\r\n]/.test(inside))) continue;
    // Embeds: ![[…]].
    found.push({ start: source[start - 1] === '!' ? start - 1 : start, end: end + close.length });
    start = end + close.length - open.length;
  }
  return found;
}
