import { EXPLAINS } from '../archive/announced.js';
import { outsideNames } from '../document/kind.js';
import { isDay } from '../language/dates.js';
import { docNumberKey, docNumbersIn, readDocNumber } from '../language/doc-number.js';
import { papersIn } from '../language/papers.js';
import { type Evidence, FOUND, type Guess, guess, type SourceInfo } from './evidence.js';
import { fieldOf, labelsIn } from './info-table.js';
import { squeeze } from './nodes.js';
import { dayIn, officeGuess, officesIn, signatureIn } from './offices.js';
import { namedPaper, sharesName } from './policy-name.js';

/** What can be guessed of a paper about a policy: an interpretation, a briefing, a plan. */
export function aboutExplained(evidence: Evidence): Guess[] {
  const { document, info, lines } = evidence;
  const reference = policyReference(evidence);
  const signature = signatureIn(lines.slice(-20));
  const said = (field: string) => info.fields.filter((one) => one.field === field);
  return [
    ...guess('policy', reference.url ?? reference.number ?? reference.title, reference.from),
    ...guess('policy', reference.proposed, FOUND.text, false),
    ...said('author').flatMap(({ value, from }) => authors(value, from)),
    ...lines.flatMap((line) =>
      line.length > 80
        ? []
        : labelsIn(line).flatMap(({ label, value }) => (fieldOf(label) === 'author' ? authors(value, FOUND.text) : [])),
    ),
    ...(signature ? authors(signature.offices.join('、'), FOUND.signature) : []),
    // Pages of a government mostly name it as their source, whoever wrote them.
    ...said('publisher').flatMap(({ value, from }) =>
      authors(value, from, !/政府(?:办公[室厅])?$|政府网|宣传/.test(squeeze(value))),
    ),
    ...forms(document.title),
    ...held(lines),
    ...guess('drafted', signature?.day, FOUND.signature, false),
  ];
}

/** By what a paper names the policy it is about. */
export interface PolicyReference {
  readonly title?: string;
  readonly number?: string;
  readonly url?: string;
  readonly from: Guess['from'];
  /** A number that may be meant, where the title names no policy. */
  readonly proposed?: string;
}

/** 《…》（云政办发〔2024〕3号, and how it goes on */
const NUMBERED =
  /《((?:[^《》]|《[^《》]{0,80}》){4,120})》[\s　]*(?:[（(【]|（?以下[^（）]{0,20}[（(])[\s　]*(?:文号[：:])?([㐀-鿿]{2,14}[\s　]*[〔［[【（(]\s?\d{4}\s?[〕］\]】）)]\s?第?\d{1,5}\s?号)([）)]?[（(]?[^（()）]{0,8})/g;

/** Reads by which address, number and title a paper about a policy names it. */
export function policyReference({ document, info, lines }: Evidence): PolicyReference {
  const paper = namedPaper(document.title);
  const title = paper?.sure ? paper.name : '';
  const subject = paper?.name ?? document.title;
  const pairs = lines
    .slice(0, 60)
    .flatMap((line) =>
      [...line.matchAll(NUMBERED)].map(([, name = '', number = '', next = '']) => ({
        name,
        number: squeeze(number),
        isShortened: /以下|下称|简称/.test(next),
      })),
    )
    // 公告〔2024〕44号 without its office is half a number.
    .filter((pair) => !/^(?:公告|通告|通知|令)\P{Script=Han}/u.test(pair.number));
  // Of a paper that is spoken of throughout the text gives a short name.
  const [shortened, ...others] = pairs.filter(({ isShortened }) => isShortened);
  const named =
    pairs.find(({ name }) => sharesName(subject, name)) ??
    (title === '' && others.length === 0 ? shortened : null) ??
    null;
  const shown = document.links.filter(({ type }) => type === 'link').map(({ text, to }) => ({ text, to }));
  const linked = shown.find(({ text, to }) => /^https?:/.test(to) && isOnlyNumber(text, lines));
  const inTitle = numberIn(document.title);
  const number = inTitle ?? named?.number ?? (linked ? numberIn(linked.text) : null);
  const link =
    linked ??
    [...shown, ...info.links].find(({ text, to }) => /^https?:/.test(to) && isNamed(text, subject, document.title));
  const only = new Set(pairs.map((pair) => pair.number));
  return {
    ...(title ? { title } : named ? { title: squeeze(named.name) } : {}),
    ...(number ? { number } : {}),
    ...(link ? { url: link.to } : {}),
    ...(!number && !link && title === '' && (only.size === 1 || paper)
      ? { proposed: paper?.name ?? pairs[0]?.number ?? '' }
      : {}),
    from: link ? FOUND.link : named && !inTitle ? FOUND.text : FOUND.title,
  };
}

/** Links of the page that lead to the policy explained: their text is its name, or says that it leads to the original. */
export function linksToPolicy({ document: { title }, info, lines }: Evidence): SourceInfo['links'] {
  const name = namedPaper(title)?.name;
  // Where the title names no paper, those that the text names may be meant.
  const subjects = name === undefined ? [title, ...lines.slice(0, 60).flatMap(papersIn)] : [name];
  return info.links.filter(
    ({ text }) => ORIGINAL.test(text) || subjects.some((subject) => isNamed(text, subject, title)),
  );
}

const ORIGINAL = /(?:政策|文件)(?:原文|原件|全文|链接)/;

function isNamed(text: string, subject: string, title: string): boolean {
  const said = outsideNames(text);
  return !EXPLAINS.test(said) && !said.includes('说明') && sharesName(subject, text) && text !== title;
}

/** Whether a link's words bear a document number, and the text no other: what a paper is about it links to. */
function isOnlyNumber(words: string, lines: readonly string[]): boolean {
  const numbers = new Set(
    lines.flatMap((line) => docNumbersIn(line).map((one) => docNumberKey(one)?.replace(/^[^/]*/, ''))),
  );
  return numberIn(words) !== null && numbers.size === 1;
}

function numberIn(title: string): string | null {
  return docNumbersIn(squeeze(title)).find(readDocNumber) ?? null;
}

function authors(value: string, from: Guess['from'], sure = true): Guess[] {
  const offices = officesIn(value.replace(/[（(].*/, ''));
  return offices.some((office) => MEDIA.test(office)) ? [] : officeGuess('author', offices, from, sure);
}

const MEDIA = /(?:日报社?|晚报|电视台|融媒体中心|新闻中心|信息中心|新华社|人民网|中国政府网)$/;

const FORMS: ReadonlyArray<readonly [pattern: RegExp, form: string]> = [
  [/图解|一图读懂|图说|長圖|长图/, '图解'],
  [/视频/, '视频'],
  [/动漫|动画/, '动漫'],
  [/问[与一二三四五六七八九十百]{0,3}答|答问|答记者问/, '问答'],
  [/访谈/, '访谈'],
  [/专家解读/, '专家解读'],
  [/媒体解读/, '媒体解读'],
];

function forms(title: string): Guess[] {
  const found = FORMS.filter(([pattern]) => pattern.test(outsideNames(title))).map(([, form]) => form);
  return guess('form', found, FOUND.title);
}

/** The day of a briefing, as its head gives it. */
function held(lines: readonly string[]): Guess[] {
  return lines.slice(0, 10).flatMap((line) => {
    const labelled = /^[（(【]?(?:发布会?时间|发布会日期|会议时间|召开(?:时间|日期)|时间)[】]?[：:]/.test(
      squeeze(line),
    );
    return line.length < 60 && (labelled || isDay(line)) ? guess('held', dayIn(line), FOUND.head) : [];
  });
}
