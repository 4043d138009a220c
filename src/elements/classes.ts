/**
 * A normalized text with what differs from paper to paper as classes, one character each: ■ the policy explained, □ any other
 * paper, № a document number, Y M D a year, month or day, 0 any other number. So words of a legal title never count, and
 * an amount says the same at any height.
 * @param own the names under which the document speaks of the policy it explains
 */
export function classify(text: string, own: ReadonlySet<string>): string {
  let classed = text;
  if (classed.includes('《')) classed = classed.replace(PAPER, (_, old: string, name: string) => paper(old, name, own));
  if (!COUNTED.test(classed)) return classed;
  return classed
    .replace(DOCUMENT_NUMBER, '№')
    .replace(DATE, (date) => (date.includes('日') ? 'D' : date.includes('月') ? 'M' : 'Y'))
    .replace(ORDINAL, '第0')
    .replace(NUMBER, '0');
}

function paper(old: string, name: string, own: ReadonlySet<string>): string {
  return !old && own.has(name) ? '■' : `${old}□`;
}

const PAPER = /(原|旧|现行|)《([^《》]{1,120})》/g;
const COUNTED = /\d|第[一二三四五六七八九十百〇零]/;
const DOCUMENT_NUMBER = /〔\d{4}〕\d{1,5}号/g;
const DATE = /(?:19|20)?\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日/g;
const ORDINAL = /第[一二三四五六七八九十百〇零]{1,7}(?=[条章款节项次届号])/g;
const NUMBER = /\d[\d,.]*/g;
