import type { Element } from 'hast';
import { numberingOf } from '../document/numbering.js';
import { readDocNumber } from '../language/doc-number.js';
import { squeeze, textOf } from './nodes.js';

/** What a document's title ends with. */
const TITLE_END =
  /(?:通知|意见|办法|规定|细则|公告|通告|通报|决定|决议|方案|规划|条例|批复|命令|令|措施|计划|目录|标准|准则|规则|纲要|制度|要点|函|报告|预案|清单|指南|解读|解读材料|图解|图解读|读懂|问答|答问|答记者问|明白卡|说明|发布稿|发布词|发言稿|讲话|实录|安排|解讀|辦法|規定|意見|細則|條例|計劃|規劃|實施細則)(?:[（(][^（()）]{1,16}[）)])?[”"》]?$/;

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
 */
export function findTitle(blocks: readonly Element[], candidates: readonly string[]): Head {
  const lines = headLines(blocks);
  for (const candidate of candidates) {
    const used = runThatReads(lines, squeeze(candidate));
    if (used) return { title: tidyTitle(candidate, used), used: new Set(used) };
  }
  const known = candidates[0];
  if (known) return { title: tidyTitle(known, []), used: new Set() };
  const used = ownTitle(lines);
  return { title: joined(used), used: new Set(used) };
}

/** The blocks before the body: short lines without sentences. */
function headLines(blocks: readonly Element[]): Element[] {
  const lines: Element[] = [];
  for (const block of blocks.slice(0, 14)) {
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

/** Neighbouring lines that together read as the text. */
function runThatReads(lines: readonly Element[], text: string): Element[] | null {
  for (let start = 0; start < lines.length; start++) {
    let read = '';
    for (let end = start; end < lines.length && end < start + 6; end++) {
      read += squeeze(textOf(lines[end] as Element));
      if (read === text) return lines.slice(start, end + 1);
      if (!text.startsWith(read)) break;
    }
  }
  return null;
}

/** The lines that look most like a title, where nothing else tells. */
function ownTitle(lines: readonly Element[]): Element[] {
  const heading = lines.findIndex(isTitleTag);
  if (heading >= 0) {
    const level = (lines[heading] as Element).tagName;
    const run = runFrom(lines, heading, (block) => block.tagName === level);
    return run;
  }
  const start = lines.findIndex((line, i) => !isNoTitle(textOf(line)) && !isSeries(line, lines[i + 1]));
  if (start < 0) return [];
  const first = lines[start] as Element;
  const centred = first.properties.align === 'center';
  const run = runFrom(
    lines,
    start,
    (block) => (block.properties.align === 'center') === centred && !isNoTitle(textOf(block)),
  );
  const whole = joined(run);
  return TITLE_END.test(whole) || centred || /《.{2,80}》/.test(whole)
    ? run
    : textOf(first).length <= MAX_LINE && !/[，,：:]/.test(textOf(first))
      ? [first]
      : [];
}

const ORDINAL = /^[（(]?第[^第]{1,9}[号號][）)]?$/;

/** 云溪市人民政府令 above 第21号: the name of a series of orders, which with the number below it is no title. */
function isSeries(line: Element, below: Element | undefined): boolean {
  return /(?:令|公告|通告)$/.test(squeeze(textOf(line))) && ORDINAL.test(squeeze(textOf(below ?? line)));
}

/** The other name of an office, below the first: （爱国卫生运动委员会）. */
const OTHER_NAME = /^[（(][^（()）]{2,24}(?:委员会|局|厅|办公[室厅]|领导小组|指挥部)[）)]$/;

/** A title goes on until it ends as titles do. */
function runFrom(lines: readonly Element[], start: number, belongs: (block: Element) => boolean): Element[] {
  const run: Element[] = [];
  for (const line of lines.slice(start, start + 6)) {
    if (
      run.length > 0 &&
      (!belongs(line) || (TITLE_END.test(squeeze(joined(run))) && !/^[（(—《]|^的/.test(textOf(line))))
    )
      break;
    if (
      run.length > 0 &&
      /^[（(]/.test(textOf(line)) &&
      !/^[（(](?:试行|暂行|草案|修订|征求意见稿|\d{4}年?(?:版|修订)|节选|[一二三四五]|上|下)/.test(textOf(line)) &&
      !OTHER_NAME.test(squeeze(textOf(line)))
    )
      break;
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
    /^(?:特急|急件|平急|加急|机密|秘密|内部|签发人|附件|主动公开|来源|发布(?:时间|日期)|日期|[（(]?此件|\d{4}(?:年\d{1,2}月|-\d))/.test(
      line,
    ) ||
    /^[*★—\-－]+$/.test(line)
  );
}

/** Lines of a title become one; between Chinese characters no blank is left, within a line blanks that part names of offices stay. */
function joined(lines: readonly Element[]): string {
  return tidyTitle(lines.map((line) => textOf(line)).join('\n'), []);
}

function tidyTitle(text: string, used: readonly Element[]): string {
  // The lines as the paper shows them tell where blanks belong.
  const shown = used.length === 1 && used[0] ? textOf(used[0]) : text;
  return shown
    .replace(/\s+/g, (gap, at: number) => {
      const isBetweenLatin = [shown[at - 1], shown[at + gap.length]].every((char) => /[A-Za-z0-9]/.test(char ?? ''));
      return gap.includes('\n') && !isBetweenLatin ? '' : ' ';
    })
    .replace(/(?<=[㐀-鿿]) (?=[的通意办规决方公解])(?=.{1,4}$)/g, '')
    .trim();
}
