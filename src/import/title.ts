import type { Element } from 'hast';
import { kindByTitle } from '../document/kind.js';
import { numberingOf } from '../document/numbering.js';
import { readDocNumber } from '../language/doc-number.js';
import { endsAsTitle, isBrokenOff, isMereLabel, linesThatRead } from '../language/papers.js';
import { fieldOf, labelRows } from './info-table.js';
import { squeeze, textOf } from './nodes.js';
import { isOffice } from './offices.js';

/** The head of a paper: its title, and where the body begins. */
export interface Head {
  readonly title: string;
  /** The blocks that hold the title, to be taken out of the body. */
  readonly used: ReadonlySet<Element>;
}

/** Longest line that may be one of a title, in characters. */
const MAX_LINE = 60;

/**
 * Finds the title among the first blocks: a heading, else short lines before the body, which papers break where they look well. A title that is
 * known from elsewhere (a page's head) is looked for first.
 * @param candidates titles as the page gives them, the surest first
 * @param last what is taken where nothing else is found
 */
export function findTitle(blocks: readonly Element[], candidates: readonly string[], last: string): Head {
  const lines = headLines(blocks);
  const shown = candidates.flatMap((candidate) => {
    const run = linesThatRead(lines.map(textOf), candidate);
    return run ? [{ candidate, used: lines.slice(run.start, run.end) }] : [];
  });
  const surest = squeeze(shown[0]?.candidate ?? '');
  // A title often goes on over several lines, the first of which names the office: each of them alone is a part of it.
  const whole = shown.find(({ candidate }) => {
    const before = squeeze(candidate).split(surest)[0] ?? '';
    return squeeze(candidate).length > surest.length && (before === '' || isOffice(before));
  });
  const found = whole ?? shown[0];
  if (found) return { title: tidyTitle(found.candidate, found.used), used: new Set(found.used) };
  const known = candidates[0];
  if (known) return { title: tidyTitle(known, []), used: new Set() };
  const used = ownTitle(lines);
  return used.length === 0 ? { title: last, used: new Set() } : { title: joined(used), used: new Set(used) };
}

/** The blocks before the body: short lines without sentences, an information box apart. */
function headLines(blocks: readonly Element[]): Element[] {
  const lines: Element[] = [];
  for (const block of blocks.slice(0, 14)) {
    if (labelRows(block).length > 0) continue;
    const text = textOf(block);
    if (
      !isTitleTag(block) &&
      (block.tagName !== 'p' ||
        text.length > 1.5 * MAX_LINE ||
        /[。；;]/.test(text) ||
        numberingOf(text) ||
        (/[：:]$/.test(text) && !/^关于/.test(text)))
    )
      break;
    if (isTitleTag(block) && numberingOf(text)) break;
    lines.push(block);
  }
  return lines;
}

function isTitleTag(block: Element): boolean {
  return /^h[1-6]$/.test(block.tagName);
}

/** The lines that look most like a title, where nothing else tells. What a column calls all of its papers is a part of one at most. */
function ownTitle(lines: readonly Element[]): Element[] {
  const first = lines.find((line) => !isNoTitle(textOf(line)));
  if (!first || !isMereLabel(squeeze(textOf(first)))) return titleIn(lines);
  const below = titleIn(lines.slice(lines.indexOf(first) + 1));
  if (!readsAsTitle(below)) return titleIn(lines);
  const explains = (run: readonly Element[]) => (kindByTitle(joined(run))?.kind ?? 'policy') !== 'policy';
  return [below, [first, ...below]].find(explains) ?? [first];
}

function readsAsTitle(run: readonly Element[]): boolean {
  const title = squeeze(joined(run));
  return title.length >= LEAST_TITLE && endsAsTitle(title);
}

/** Characters of a title that says what it is about. */
const LEAST_TITLE = 8;

function titleIn(lines: readonly Element[]): Element[] {
  const start = lines.findIndex((line, i) => !isNoTitle(textOf(line)) && !isSeries(line, lines[i + 1]));
  const first = lines[start];
  if (!first) return [];
  const run = runFrom(lines, start);
  const heading = lines.findIndex((line) => isTitleTag(line) && !isNoTitle(textOf(line)));
  const headed = heading < 0 ? [] : runFrom(lines, heading);
  // The first heading of the text may have no number either.
  if (headed.length > 0 && (readsAsTitle(headed) || !readsAsTitle(run))) return headed;
  const whole = joined(run);
  if (endsAsTitle(whole) || isCentred(first) || /《.{2,80}》/.test(whole)) return run;
  return textOf(first).length <= MAX_LINE && !/[，,：:]/.test(textOf(first)) ? [first] : [];
}

const ORDINAL = /^[（(]?第[^第]{1,9}[号號][）)]?$/;

/** 云溪市人民政府令 above 第21号: the name of a series of orders, which with the number below it is no title. */
function isSeries(line: Element, below: Element | undefined): boolean {
  return /(?:令|公告|通告)$/.test(squeeze(textOf(line))) && ORDINAL.test(squeeze(textOf(below ?? line)));
}

/** The other name of an office, below the first: （爱国卫生运动委员会）. */
const OTHER_NAME = /^[（(][^（()）]{2,24}(?:委员会|局|厅|办公[室厅]|领导小组|指挥部)[）)]$/;

function isCentred({ properties }: Element): boolean {
  return properties.align === 'center';
}

/** A title goes on until it ends as titles do, in lines that look alike; the line that says it is explained may look otherwise. */
function runFrom(lines: readonly Element[], start: number): Element[] {
  const run: Element[] = [];
  for (const line of lines.slice(start, start + 6)) {
    const [first = line] = run;
    const [title, text] = [squeeze(joined(run)), squeeze(textOf(line))];
    const isAlike = line.tagName === first.tagName && isCentred(line) === isCentred(first) && !isNoTitle(text);
    const goesOn = /^[—《]/.test(text) || (!endsAsTitle(title) && (!/^[（(]/.test(text) || OTHER_NAME.test(text)));
    if (run.length > 0 && !((isAlike || isMereLabel(text)) && (goesOn || isBrokenOff(title, text)))) break;
    run.push(line);
  }
  return run;
}

/** Lines above a title: the office's head, numbers, dates, remarks on secrecy and haste. */
function isNoTitle(text: string): boolean {
  const line = squeeze(text);
  return (
    line.length < 4 ||
    readDocNumber(line) !== null ||
    ORDINAL.test(line) ||
    (/[〔［[（(]\d{4}[〕］\])）]第?\d{1,4}号/.test(line) && line.length < 30) ||
    /(?:人民政府|办公[室厅]|委员会|局|厅|部|处)(?:\S{0,4})?文件$/.test(line) ||
    fieldOf(/^[^：:]{2,16}(?=[：:])/.exec(line)?.[0] ?? '') !== undefined ||
    /^(?:特急|急件|平急|加急|机密|秘密|内部|签发人|附件|主动公开|[（(]?此件|\d{4}(?:年\d{1,2}月|-\d))/.test(line) ||
    /^[*★—\-－]+$/.test(line)
  );
}

/** Lines of a title become one; between Chinese characters no blank is left, within a line blanks that part names of offices stay. */
function joined(lines: readonly Element[]): string {
  return tidyTitle(lines.map((line) => textOf(line)).join('\n'), []);
}

function tidyTitle(text: string, used: readonly Element[]): string {
  // The lines as the paper shows them tell where blanks belong.
  const shown = used.length > 0 ? used.map(textOf).join('\n') : text;
  return shown
    .replace(/\s+/g, (gap, at: number) => {
      const isBetweenLatin = [shown[at - 1], shown[at + gap.length]].every((char) => /[A-Za-z0-9]/.test(char ?? ''));
      return gap.includes('\n') && !isBetweenLatin ? '' : ' ';
    })
    .replace(/(?<=[㐀-鿿]) (?=[的通意办规决方公解])(?=.{1,4}$)/g, '')
    .trim();
}
