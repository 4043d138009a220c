import { EXPLAINS } from '../archive/announced.js';
import { numberAtHead } from '../document/head-number.js';
import { CATEGORIES, DISCLOSURES } from '../document/vocabulary.js';
import { isDay } from '../language/dates.js';
import { readDocNumber } from '../language/doc-number.js';
import { simplify } from '../language/traditional.js';
import { type Evidence, FOUND, type Guess, guess, type SourceInfo } from './evidence.js';
import { squeeze } from './nodes.js';
import { dayIn, officeGuess, officesIn, signatureIn } from './offices.js';
import { sharesName } from './policy-name.js';

/** What can be guessed of a policy. */
export function policyGuesses(evidence: Evidence): Guess[] {
  const { document, info, lines } = evidence;
  const signature = signatureIn(lines);
  const said = (field: string) => info.fields.filter((one) => one.field === field);
  const numbers = [
    ...said('number').flatMap(({ value, from }) => numberGuess(value, from)),
    ...numberGuess(numberAtHead(document)?.written ?? '', FOUND.head),
  ];
  const number = numbers.find(({ sure }) => sure)?.value;
  return [
    ...numbers,
    ...officeGuess('issuer', officesIn(beforeSubject(document.title)), FOUND.title),
    ...said('issuer').flatMap(({ value, from }) => officeGuess('issuer', officesIn(value), from)),
    ...(signature ? officeGuess('issuer', signature.offices, FOUND.signature) : []),
    ...lines
      .slice(0, 6)
      .flatMap((line) =>
        officeGuess('issuer', officesIn(/^(.{4,40})文件$/.exec(squeeze(line))?.[1] ?? ''), FOUND.head),
      ),
    ...said('publisher').flatMap(({ value, from }) => officeGuess('issuer', officesIn(value), from, false)),
    ...printed(lines),
    ...said('written').flatMap(({ value, from }) => guess('issued', dayIn(value), from)),
    ...guess('issued', signature?.day, FOUND.signature),
    ...lines.slice(-1).flatMap((line) => (isDay(line) ? guess('issued', dayIn(line), FOUND.signature) : [])),
    ...lines.slice(0, 8).flatMap((line) => (isDay(line) ? guess('issued', dayIn(line), FOUND.head, false) : [])),
    ...said('drafter').flatMap(({ value, from }) => officeGuess('drafter', officesIn(value), from)),
    ...disclosure(lines, said('disclosure')),
    ...category(typeof number === 'string' ? simplify(number) : '', simplify(document.title), said('category')),
    ...interpretations(evidence),
  ];
}

function numberGuess(value: string, from: Guess['from']): Guess[] {
  const number = readDocNumber(simplify(value));
  const written = squeeze(value).replace(/[（(](第[^（()）]{1,9})[）)]$/, '$1');
  return number && number.prefix.length >= 2 ? guess('number', written, from) : [];
}

/** 云溪市财政局 云溪市商务局 of 云溪市财政局 云溪市商务局关于印发…的通知. */
function beforeSubject(title: string): string {
  return title.slice(0, /^(.{3,80}?)(?:关于|令$|公告$|通告$)/.exec(simplify(title))?.[1]?.length ?? 0);
}

/** 云溪市人民政府办公室　2024年3月1日印发, at the very end. */
function printed(lines: readonly string[]): Guess[] {
  return lines.slice(-12).flatMap((line) => {
    const day = /((?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二一][〇○零一二三四五六七八九]{3}年.{2,6}日)印发[。]?$/.exec(
      squeeze(line),
    )?.[1];
    return line.length < 60 && day ? guess('issued', dayIn(day), FOUND.record) : [];
  });
}

function disclosure(lines: readonly string[], said: Evidence['info']['fields']): Guess[] {
  const named = said.flatMap(({ value, from }) =>
    DISCLOSURES.filter((one) => squeeze(value).includes(one)).flatMap((one) => guess('disclosure', one, from)),
  );
  const written = lines.flatMap((line) => {
    const text = squeeze(line);
    if (text.length > 40) return [];
    if (/^[（(]?(?:此件|本文|本件).{0,2}公开发布[）)]?$/.test(text)) return guess('disclosure', '主动公开', FOUND.text);
    const value =
      /^[（(]?(?:此件|本件|信息公开(?:属性|选项|方式)|公开(?:属性|方式|选项|类别))[：:]?(主动公开|依申请公开|不予公开)[）)]?$/.exec(
        text,
      )?.[1];
    return guess('disclosure', value, FOUND.text);
  });
  return [...named, ...written];
}

/** What a category can be told by: the box, an order's number, 规 in the number. */
function category(number: string, title: string, said: Evidence['info']['fields']): Guess[] {
  const isOrder = /令(?:第|\d)/.test(number) && /办法|规定|规则|条例|细则|令/.test(title);
  const isNumberedAsRule = /^[㐀-鿿]{1,10}规(?:字|发)?[〔［[（(]/.test(number);
  return [
    ...said.flatMap(({ value, from }) =>
      guess(
        'category',
        CATEGORIES.find((one) => one !== '其他' && squeeze(value) === one),
        from,
      ),
    ),
    ...guess('category', isOrder ? '规章' : null, { 'zh-CN': '文号', en: 'the document number' }),
    ...guess('category', isNumberedAsRule ? '规范性文件' : null, {
      'zh-CN': '文号里的“规”',
      en: '规 in the document number',
    }),
  ];
}

/** Links of the page to what explains this policy: their text speaks of it and says so. */
export function linksToInterpretations({ document, info }: Evidence): SourceInfo['links'] {
  return info.links.filter(({ text }) => EXPLAINS.test(text) && sharesName(document.title, text));
}

function interpretations(evidence: Evidence): Guess[] {
  const found = linksToInterpretations(evidence).filter(({ to }) => /^https?:/.test(to));
  const addresses = [...new Set(found.map(({ to }) => to))].slice(0, 10);
  return guess('interpretations', addresses, FOUND.link);
}
