/** A document number (发文字号) taken apart. */
export interface DocNumber {
  /** The issuing office's short name and the character of the series: 青政办字, 海关总署公告. */
  readonly prefix: string;
  readonly year: number | null;
  readonly serial: number;
  /** `bracket` 〔2023〕53号, `year` 2024年第27号, `serial` 第266号. */
  readonly form: 'bracket' | 'year' | 'serial';
  /** The number as the rules on official papers write it (GB/T 9704: hexagonal brackets, no 第, no leading zero). */
  readonly proper: string;
}

/** Any pair of brackets that people type for 〔〕. */
const BRACKETED = /^([㐀-鿿]{1,20})[〔［[【（(﹝〈<]((?:19|20)\d{2})[〕］\]】）)﹞〉>]第?0{0,3}([1-9]\d{0,4})号$/;
const YEARED = /^([㐀-鿿、]{0,60})((?:19|20)\d{2})年第?0{0,3}([1-9]\d{0,4})号$/;
const SERIAL = /^([㐀-鿿、]{0,60})第0{0,3}([1-9]\d{0,4})号$/;

/**
 * Reads a document number as people write it: blanks, full-width digits and wrong brackets are forgiven here; `proper` says how it is written right.
 * @returns null where the text is no document number
 */
export function readDocNumber(written: string): DocNumber | null {
  if (!written.trimEnd().endsWith('号')) return null;
  const text = plainNumber(written);
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const [, prefix = '', year, serial] = bracketed;
    return {
      prefix,
      year: Number(year),
      serial: Number(serial),
      form: 'bracket',
      proper: `${prefix}〔${year}〕${serial}号`,
    };
  }
  const yeared = YEARED.exec(text);
  if (yeared) {
    const [, prefix = '', year, serial] = yeared;
    return {
      prefix,
      year: Number(year),
      serial: Number(serial),
      form: 'year',
      proper: `${prefix}${year}年第${serial}号`,
    };
  }
  const plain = SERIAL.exec(text);
  if (!plain) return null;
  const [, prefix = '', serial] = plain;
  return { prefix, year: null, serial: Number(serial), form: 'serial', proper: `${prefix}第${serial}号` };
}

/** Under one key, all ways of writing one number: 公告〔2024〕27号 and 公告2024年第27号 are the same paper. Null where the text is no number. */
export function docNumberKey(written: string): string | null {
  const number = readDocNumber(written);
  return number && `${number.prefix}/${number.year ?? ''}/${number.serial}`;
}

/** Document numbers that stand in running text; the prefix is cut to what a prefix can be. */
export function docNumbersIn(text: string): string[] {
  if (!ENDS_LIKE_NUMBER.test(text)) return [];
  const found: string[] = [];
  for (const match of text.matchAll(
    /[㐀-鿿]{1,12}[〔［[【（(]\d{4}[〕］\]】）)]第?\d{1,5}号|[㐀-鿿]{0,8}(?:公告|令)(?:\d{4}年)?第\d{1,5}号/g,
  )) {
    found.push(match[0]);
  }
  return found;
}

/** How every document number ends, which is sooner looked for than how it begins. */
const ENDS_LIKE_NUMBER = /[〔［[【（(]\d{4}[〕］\]】）)]第?\d{1,5}号|[告令年]第\d{1,5}号/;

function plainNumber(written: string): string {
  return written.replace(/[\s　]+/g, '').replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
}
