export type TermKind = 'term' | 'abbreviation' | 'slogan';

/**
 * What a text explains: the characters before each mark of an explanation (before 是指, a gloss, a colon) as `…词\n`, those after
 * 所称, 什么是 as `\n^词…`. A term is explained where `term\n` or `^term` is in it.
 */
export function explanationsIn(text: string): string {
  const body = text.replace(/《[^《》\n]{0,200}》/g, (title) => '\0'.repeat(title.length));
  const lines: string[] = [];
  for (const { index } of body.matchAll(/[”’」]?(?:[（(]|[，,]?(?:是|系指|指|主要指|即|也就是|就是|：|:))/g))
    if (EXPLAINED_AFTER.test(body.slice(index, index + 30))) lines.push(body.slice(Math.max(0, index - 14), index));
  for (const { index, 0: mark } of body.matchAll(
    /(?:所称|所谓|什么是|何为|何谓|什么叫|俗称|又称|简称|即|(?<![计核预结决换折测清验推])算(?:作|是)?|是(?:我国|全国|本省|本市)?)的?[“‘「]?/g,
  ))
    lines.push(`^${body.slice(index + mark.length, index + mark.length + 14)}`);
  return `\n${lines.map((line) => line.replaceAll('\n', ' ')).join('\n')}\n`;
}

/** What follows a term where it is explained: a definition, a gloss in brackets, its label's colon. */
const EXPLAINED_AFTER =
  /^[”’」]?(?:[（(](?!以下|下同|下称|见|详见|附|含|不含|试行|暂行|包括但|除外|如|等)[^）)\n]{2}|(?:制度|机制|模式|政策|企业|工程|原则)?[”’」]?[，,]?(?:是(?!否|不是|非|指导|重点|关键|重要)|系指|指的?是?(?!导|标|定|南|挥|引|数)|主要指|即(?!可|将|日|时|使|便|刻|征|享)|也就是|就是|意思是|又称|又叫|通俗|：|:))/;
const EXPLAINED_BEFORE =
  /(?:所称|所谓|什么是|何为|何谓|什么叫|叫做|名为|称为|称之为|称作|俗称|又称|简称|统称|并称|即|(?<![计核预结决换折测清验推])算(?:作|是)?|也就是|就是|理解|解释)(?:的|为)?[“‘「]?$/;
/** 世界海关组织（WCO）: the full name in front of the brackets that hold the term. */
const FULL_NAME_BEFORE = /[㐀-鿿”\0][（(][^（）()\n]{0,40}$/;
/** A、B和C“三同步”: what a slogan holds, said before it; or after it. */
const PARTS_BEFORE = /、[^。；\n]{1,30}(?:和|及|与|、|等)?[^。；\n、]{1,20}[“「]?$|(?:和|与)[^。；，\n]{2,20}的?“$/;
const PARTS_AFTER = /^”?[^。；\n]{0,20}(?:，|：|即|包括)[^。；\n]{1,30}(?:、|；)/;

/** True where a term is explained at one of the offsets at which a text uses it: before it, behind it or in brackets. */
export function isExplained(body: string, term: string, kind: TermKind, at: readonly number[]): boolean {
  return at.some((start) => {
    const before = body.slice(Math.max(0, start - 80), start);
    const after = body.slice(start + term.length, start + term.length + 80);
    if (EXPLAINED_AFTER.test(after) || EXPLAINED_BEFORE.test(before)) return true;
    if (FULL_NAME_BEFORE.test(before) && /^[^（()\n]{0,40}[）)]/.test(after)) return true;
    return kind === 'slogan' && (PARTS_BEFORE.test(before) || PARTS_AFTER.test(after));
  });
}
