import type { PaperNames } from '../../../src/archive/content/paper-names.js';
import type { Figure } from '../../../src/language/figures.js';
import { isCounter } from '../../../src/language/units.js';
import { REACH, type Statement, statementOf } from './roles.js';
import { isOfCases, type Surroundings } from './surroundings.js';

export interface FigureContext {
  /** By figure; null where it is no statement about a rule in force. */
  readonly statements: readonly (Statement | null)[];
  /** True where a case was being told at the line's end. */
  readonly inCase: boolean;
}

/**
 * Tells which figures of an interpretation's line may be said of the policy explained, and not of a case or of the older rules.
 * @param before the line before, whose case may go on
 */
export function contextOf(
  { unit, text, row, column, topic, section }: Surroundings,
  figures: readonly Figure[],
  names: PaperNames,
  before: FigureContext | null,
): FigureContext {
  if (isOfCases(section) || OLDER.test(row) || OLDER.test(column))
    return { statements: figures.map(() => null), inCase: false };
  let inCase = before?.inCase === true && !unit.table && !/^[#（(一二三四五六七八九十\d【问]/.test(text);
  if (figures.length === 0 && !inCase) return { statements: [], inCase: CASE.test(text.slice(-400)) };
  const sentences = sentencesOf(text).map(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (CASE.test(sentence)) inCase = true;
    else if (inCase && RESUMED.test(sentence)) inCase = false;
    return { start, end, inCase };
  });
  const head = unit.table ? `${row}，${column}：` : `${topic.slice(topic.lastIndexOf('，') + 1)}：`;
  let index = 0;
  // What is asked is what the answer is about: 何时执行？2025年4月26日。
  const askedBefore = ({ start }: { start: number }) =>
    '？?'.includes(text.charAt(start - 1))
      ? (/[^。！？?!]{0,24}[？?]$/.exec(text.slice(Math.max(0, start - 25), start))?.[0] ?? '')
      : '';
  const statements = figures.map((figure) => {
    while (figure.start >= (sentences[index]?.end ?? Infinity)) index++;
    const sentence = sentences[index];
    if (!sentence || sentence.inCase) return null;
    const lead =
      (sentence.start === 0 ? head : askedBefore(sentence)) +
      text.slice(Math.max(sentence.start, figure.start - REACH), figure.start);
    const tail = text.slice(figure.end, Math.min(sentence.end, figure.end + REACH));
    return isOlder(lead, tail) || isCounted(figure, lead) || isReckoned(figure, lead, tail)
      ? null
      : statementOf(figure, lead, tail, names);
  });
  return { statements, inCase };
}

/** Opens a case or an example. */
const CASE =
  /举[^，。；]{0,4}例|例如|比如|譬如|假设|假如|假定|案例|例[一二三四五\d][：:]|[以拿][^，。；]{1,40}(?:为例|来说|来讲|打比方)|[张王李赵刘陈杨周吴](?:某|先生|女士|大[爷妈伯]|阿姨|师傅)|某(?:企业|公司|单位|人|市民|家庭|地|项目|村|户)|小[张王李明陈刘赵杨周吴红华林]/;
/** Comes back from it to the rules. */
const RESUMED =
  /^[\s]{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五]是|《|本(?:办法|公告|规定|通知)|同时|此外|另外)/;

/** Values that the policy does away with: 由A提高到B, 将A改为B, 原A. */
function isOlder(lead: string, tail: string): boolean {
  if (OLDER.test(lead) || OF_OLDER.test(lead) || /^\s*(?:→|[—-]{1,2}>|⇒)/.test(tail)) return true;
  if (/(?:由|从)[^，。；由从]{0,24}$/.test(lead) && /^[^，。；]{0,8}?[\u4e00-\u9fff]{2,6}[为至到成]/.test(tail))
    return true;
  return /(?:将|把)[^，。；]{0,24}$/.test(lead) ? CHANGED.test(tail) : /^”?(?:修|更|调|变)?[改整更][为至到]/.test(tail);
}

const OLDER =
  /(?:原(?!则|产|材|料|件|因|籍|始)[^，。；]{0,6}|原(?:办法|规定|政策|标准|细则|方案|条例|文件)[^，。；新]{0,16}|现行[^，。；]{0,20}|(?:此前|以往|过去|以前|之前)[的由是为需要按规实执][^，。；]{0,12}|(?<!新)旧(?!件)[^，。；新]{0,12}|老(?=标准|办法|政策|规定)[^，。；]{0,8}|上一版本?[^，。；]{0,12}|(?:修订|修改|调整|变更)[之以]?前[^，。；]{0,12})$/;
/** A sentence about the older rules, up to where it comes to the new ones: 原规定2018年印发，…每小时30元. */
const OF_OLDER =
  /(?:^|：)(?:原(?:办法|规定|政策|标准|细则|方案|条例|文件)|旧(?!件)|此前|以往|过去)[^。；：新现本《调改提降升将]{0,120}$/;
const CHANGED =
  /^[^，。；]{0,12}?(?:修改|调整|变更|更改|变|改|缩短|压缩|延长|提高|降低|下调|上调|放宽|增加|增|减|减少|扩大|扩展|缩减|简化|提升|降)[为至到成]/;

/** Statistics are the interpretation's own. */
function isCounted({ measure }: Figure, lead: string): boolean {
  return measure !== 'date' && measure !== 'paper' && STATISTICS.test(lead) && !BASE.test(lead);
}

const STATISTICS =
  /(?:预计|截至|截止到|据统计|平均年龄|据测算|数据显示|调查显示|同比|环比|累计(?:已|共|办理|发放|完成|实现|达)|近年来|去年|上年度?|(?:出台|实施|施行|执行)以来)[^。；]{0,60}$/;

/** What a share is taken of: 上年度低保标准的1.3倍. */
const BASE = /(?:去年|上年度?)[^，。；]{2,40}的$/;

/** Terms and results of a sum: 4×1500=6000元. */
function isReckoned({ measure }: Figure, lead: string, tail: string): boolean {
  return (
    /(?<!LPR)[×✕*÷＝=+＋]\s*$|(?:比|较)(?:原|过去|以前|此前|之前|从前|去年|上年|旧|[调改]|现行)[^，。；]{0,24}(?:多|少|高|低|增|减|涨|降)[加少长高低了出]{0,3}$/.test(
      lead,
    ) ||
    /^\s*[×✕*÷＝=+＋]/.test(tail) ||
    (!isCounter(measure) &&
      /(?:加起来|合计|总共|共计|一共|就是|等于|相当于|折合|[三四五六]口[^，。；]{0,4}共)[^，。；]{0,8}$/.test(lead))
  );
}

function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[。！？!?]/g)) {
    found.push({ start, end: match.index + 1 });
    start = match.index + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
