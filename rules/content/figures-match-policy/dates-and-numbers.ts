import type { Facts } from '../../../src/archive/facts.js';
import { agree } from '../../../src/language/figures.js';
import { isSamePaper } from '../../../src/language/papers.js';
import { between, type Discrepancy } from './discrepancy.js';
import type { FigureFact } from './fact.js';

/** A day from or until which the policy holds, where it gives but one; of several the words must tell which is meant. */
export function otherDay(figure: FigureFact, stated: readonly FigureFact[]): Discrepancy | null {
  const theirs = stated.filter(({ role }) => role === figure.role || (role === 'effect' && figure.role === 'from'));
  return onlyOne(figure, theirs);
}

/** True of a day that cannot be the one from which a policy holds: that of its signature, and one that comes each year. */
export function isOtherDay({ role, value }: FigureFact): boolean {
  return role === 'signed' || (role === null && value.startsWith('--'));
}

/** Days in a month, and months that people round off. */
const MONTH = 30.44;
const ROUNDED = 1;

/** 有效期三年, where the policy gives the day until which it holds instead. */
export function otherTerm(figure: FigureFact, stated: readonly FigureFact[]): Discrepancy | null {
  if (!isTerm(figure) || stated.some(isTerm)) return null;
  const until = stated.find(({ role, value }) => role === 'until' && value.length === FULL_DATE);
  const from = stated.find(({ role, file }) => role === 'effect' && file === until?.file);
  return until && from && !isTermBetween(figure, from, until) ? between(figure, until) : null;
}

/** 有效期至2028年2月29日, where the policy gives the day from which it holds, and the term beside it. */
export function otherEnd(figure: FigureFact, stated: readonly FigureFact[]): Discrepancy | null {
  if (figure.value.length !== FULL_DATE || !/有效期[^。；]{0,24}[至到]$/.test(figure.before)) return null;
  // What ended before was an older policy.
  const from = stated.find(
    ({ role, value }) => role === 'effect' && value.length === FULL_DATE && value < figure.value,
  );
  const term = from && stated.find((one) => isTerm(one) && one.before.includes(from.text));
  return from && term && !isTermBetween(term, from, figure) ? between(figure, term) : null;
}

function isTermBetween(term: FigureFact, from: FigureFact, until: FigureFact): boolean {
  const months = (Date.parse(until.value) - Date.parse(from.value)) / 86_400_000 / MONTH;
  return Math.abs(months - Number(term.value)) <= ROUNDED;
}

function isTerm({ measure, before }: FigureFact): boolean {
  return measure === 'months' && /有效期限?[为是]?$/.test(before);
}

function onlyOne(figure: FigureFact, theirs: readonly FigureFact[]): Discrepancy | null {
  const [only] = theirs;
  return only && theirs.every(({ value }) => value === only.value) ? between(figure, only) : null;
}

/** Days between a policy's date and its publication that are nobody's mistake. */
const PUBLICATION = 25;
/** Length of YYYY-MM-DD. */
const FULL_DATE = 10;

/** The day of issue may be the one a policy is signed with, or some days later that of its publication. */
export function otherIssue(figure: FigureFact, stated: readonly FigureFact[]): Discrepancy | null {
  const dated = stated.filter(
    ({ role, value }) => (role === 'issue' || role === 'signed') && value.length === FULL_DATE,
  );
  const [first] = dated;
  if (!first || dated.some(({ value }) => value !== first.value) || figure.value.length !== FULL_DATE) return null;
  const isKnown =
    [first.file.data.issued, first.file.data.published].includes(figure.value) ||
    dated.some(({ role, value }) => role === 'signed' && isSoonAfter(figure.value, value));
  return isKnown ? null : between(figure, first);
}

function isSoonAfter(value: string, date: string): boolean {
  const days = (Date.parse(value) - Date.parse(date)) / 86_400_000;
  return Number.isNaN(days) || (days >= 0 && days <= PUBLICATION);
}

/** The number of the policy explained, which its front matter gives. */
export function otherOwnNumber(figure: FigureFact, policies: readonly Facts[]): Discrepancy | null {
  const keys = policies.map(({ numberKey }) => numberKey);
  const [policy] = policies;
  if (!policy || keys.includes(null) || isOlder(figure) || keys.every((key) => isOfOtherOffice(figure, key ?? '')))
    return null;
  const isOne = keys.some((key) => agree('paper', figure.value, (key ?? '').slice((key ?? '').indexOf('/') + 1)));
  return isOne ? null : { figure, policy, theirs: policy.number };
}

/** The paper of the same name that a ministry issued, after which the policy was made: its number begins with another office. */
function isOfOtherOffice({ text, before }: FigureFact, key: string): boolean {
  const office = /[\u4e00-\u9fff]{2,12}$/.exec(before)?.[0];
  return /^[〔［[【（(]/.test(text) && office !== undefined && key[0] !== '/' && office[0] !== key[0];
}

/** An earlier paper of the same name: 《办法》（2020年第3号）实施以来, 进行了修订, 同时废止. */
function isOlder({ before, after }: FigureFact): boolean {
  return (
    /^[号〕）)”]{0,3}[^。；]{0,12}(?:修订|修改|修正|废止|失效|到期|相比|以来|替代|[基的]础上|施行后|实施后)/.test(
      after,
    ) || /(?:原《|旧《|废止)[^，。；]{0,40}$/.test(before)
  );
}

/** The number of another paper; null where the policy does not name that paper. */
export function otherNumberOf(figure: FigureFact, stated: readonly FigureFact[]): Discrepancy | null {
  const paper = figure.paper ?? '';
  const theirs = stated.find((other) => other.role === 'number-of' && isSamePaper(other.paper ?? '', paper));
  return theirs ? between(figure, theirs) : null;
}
