import type { Document, Numbering, Section } from '../src/document/document.js';
import { endsAsTitle, isBrokenTitle, isGenericName, papersIn, titleKey } from '../src/language/papers.js';

/** Chapters and articles, as codes and rules of government have them. */
export function isOfCode(numbering: Numbering | undefined): boolean {
  return numbering?.style === 'article' || numbering?.style === 'chapter';
}

/**
 * Tells of a document's sections which are lines of the title of a paper in it: 附件1, and the lines of the title that follows it or stands
 * above 第一章; all lines but the last of a title that is broken over several; one in bold type that the document names.
 * @returns told the index of a section
 */
export function titleLines(document: Document): (index: number) => boolean {
  const { sections } = document;
  let names: ReadonlySet<string> | undefined;
  const isNamed = (title: string) => {
    names ??= paperNames(document);
    return names.has(titleKey(title));
  };
  return (index) =>
    isAboveText(sections, index) ||
    isWithinTitle(sections, index, (lines) => isBrokenTitle(lines) || isNamed(lines.join(''))) ||
    (sections[index]?.style === 'bold' && index + 1 < sections.length && isNamed(sections[index]?.title ?? ''));
}

function isAboveText(sections: readonly Section[], index: number): boolean {
  if (sections[index]?.numbering) return false;
  const isAnnex = (at: number) =>
    /^附[件表录][ 　]?[\d一二三四五六七八九十]{0,3}[：:]?$/.test(sections[at]?.title ?? '');
  let name = '';
  for (let at = index; at < index + MOST_LINES; at++) {
    const { numbering, title, body } = sections[at] ?? {};
    if (title === undefined) return false;
    if (numbering) return numbering.value === 1 && (isOfCode(numbering) || endsAsTitle(name) || isAnnex(index));
    name += isAnnex(at) ? '' : title;
    if (body && body.length > 0) return isAnnex(index) || (isAnnex(index - 1) && endsAsTitle(name));
  }
  return false;
}

const MOST_LINES = 5;

/** Whether a section's title and those around it, with nothing between them, are lines of one title that ends below it. */
function isWithinTitle(
  sections: readonly Section[],
  index: number,
  isTitle: (lines: readonly string[]) => boolean,
): boolean {
  const isBare = (at: number) => sections[at]?.body.length === 0 && sections[at]?.children.length === 0;
  for (let start = index; start > index - MOST_LINES + 1 && isBare(start); start--) {
    const lines = sections.slice(start, index + 1).map(({ title }) => title);
    for (let end = index + 1; end < start + MOST_LINES && isBare(end - 1); end++) {
      const next = sections[end];
      if (!next || next.numbering) break;
      lines.push(next.title);
      if (isTitle(lines)) return true;
    }
    if (sections[start]?.numbering) break;
  }
  return false;
}

/** The papers that a document names in 《》, prints by its title, or lists as its annexes. */
function paperNames({ title, units }: Document): ReadonlySet<string> {
  const names = [
    /(?:印发|发布|公布|颁布|转发)(.{2,120})的(?:通知|公告|决定|令|通告)$/.exec(titleKey(title))?.[1] ?? '',
  ];
  for (const text of [title, ...units.map((unit) => unit.text.text)])
    names.push(...papersIn(text), /^(?:附件?[：:]?[ 　]?)?\d{1,2}[.．、](.{2,120})$/.exec(text)?.[1] ?? '');
  return new Set(names.filter((name) => !isGenericName(name)).map(titleKey));
}

/** True of a line that can only be the title of a paper: no sentence, and named by its kind at the end. */
export function isPaperTitle(line: string): boolean {
  return (
    line.length >= 6 && line.length <= 60 && !/[。；，：]/.test(line) && !/[表图]》?$/.test(line) && endsAsTitle(line)
  );
}
