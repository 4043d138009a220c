import type { Document, Kind } from '../src/document/document.js';
import type { MappedText } from '../src/document/mapped-text.js';
import { contains, type Range } from '../src/document/range.js';
import { TermIndex } from '../src/language/term-index.js';
import { defineRule, type Localized, type MessageTemplate, type Report, type Rule } from './rule.js';

/** What a rule made of data looks for. Terms are words as they stand; letters of either case are the same. */
export type DataDemand =
  | { readonly forbid: readonly string[]; readonly except: readonly string[]; readonly place: DataPlace }
  | { readonly require: readonly string[]; readonly place: DataPlace }
  /** Names of sections: a heading that holds one of them is meant. */
  | { readonly forbidSection: readonly string[] }
  | { readonly requireSection: readonly string[] };

/** Where terms are looked for: `text` is title and body. */
export type DataPlace = 'text' | 'title' | 'body' | { readonly section: string };

/** A rule that needs no program: what it looks for and what it says. */
export interface DataRule {
  readonly id: string;
  readonly kinds: readonly Kind[] | 'any';
  readonly demand: DataDemand;
  /** What it demands, in a sentence; else its terms say. */
  readonly summary?: string;
  /** What the message says in place of the words that fit its demand; `{term}` and `{terms}` stand for what is meant. */
  readonly message?: string;
  readonly todo?: string;
}

/** Makes rules of data. A document is gone through once for the terms of all of them. */
export function makeDataRules(rules: readonly DataRule[]): Rule[] {
  const terms = new Terms(rules.map(({ demand }) => demand));
  return rules.map((rule) => makeDataRule(rule, terms));
}

/** Makes a rule; it reports each forbidden term where it stands, and what is missing at the title. */
function makeDataRule({ id, kinds, demand, summary, message, todo }: DataRule, known: Terms): Rule {
  const { messageId, ...words } = wordsFor(demand);
  const template: MessageTemplate = { what: said(message) ?? words.what, todo: said(todo) ?? words.todo };
  return defineRule({
    id,
    kinds,
    demand: summary === undefined ? inTerms(demand) : inBrief(summary, demand),
    severity: 'warn',
    messages: { [messageId]: template },
    check({ document, report }) {
      for (const found of findingsOf(demand, document, known)) report({ messageId, ...found });
    },
  });
}

type TermReport = Omit<Report, 'messageId'>;

function findingsOf(demand: DataDemand, document: Document, known: Terms): TermReport[] {
  if ('forbid' in demand)
    return forbiddenTerms(demand.forbid, demand.except, known.textsWithTerms(demand.place, document));
  if ('require' in demand) {
    const texts = known.textsWithTerms(demand.place, document);
    const there = new Set(texts.flatMap(({ places }) => [...places.keys()]));
    const isThere = demand.require.some((term) => there.has(term.toLowerCase()));
    return isThere ? [] : [missing(demand.require, document)];
  }
  if ('requireSection' in demand) {
    const isThere = document.sections.some(({ title }) => demand.requireSection.some((name) => names(title, name)));
    return isThere ? [] : [missing(demand.requireSection, document)];
  }
  return document.sections.flatMap(({ title, titleRange }) => {
    const name = demand.forbidSection.find((one) => names(title, one));
    return name === undefined ? [] : [{ at: titleRange, evidence: title, data: { term: name } }];
  });
}

function missing(terms: readonly string[], { titleRange }: Document): TermReport {
  return { at: titleRange, data: { terms: listed(terms) } };
}

function forbiddenTerms(
  terms: readonly string[],
  exceptions: readonly string[],
  texts: readonly WithTerms[],
): TermReport[] {
  return texts.flatMap(({ mapped, places }) => {
    const placesOf = (term: string) =>
      (places.get(term.toLowerCase()) ?? []).map((start) => ({ start, end: start + term.toLowerCase().length }));
    const excepted = exceptions.flatMap(placesOf);
    return terms
      .flatMap((term) => placesOf(term).map((place) => ({ term, ...place })))
      .filter(({ start, end }) => !excepted.some((around) => around.start <= start && end <= around.end))
      .map(({ term, start, end }) => ({
        at: mapped.rangeOf(start, end),
        evidence: mapped.text.slice(start, end),
        data: { term },
      }));
  });
}

/** A text and where the terms of any rule stand in it, in small letters. */
interface WithTerms {
  readonly mapped: Shown;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

type Shown = Pick<MappedText, 'text' | 'rangeOf'>;

/** The terms of all rules of a config, and where they stand in the document at hand. */
class Terms {
  private index: TermIndex | undefined;
  private readonly known = new WeakMap<Document, Map<string, readonly WithTerms[]>>();

  constructor(private readonly demands: readonly DataDemand[]) {}

  /** The texts of a place that hold terms at all. */
  textsWithTerms(place: DataPlace, document: Document): readonly WithTerms[] {
    const ofDocument = this.known.get(document) ?? new Map<string, readonly WithTerms[]>();
    this.known.set(document, ofDocument);
    const key = JSON.stringify(place);
    const texts = ofDocument.get(key) ?? textsIn(place, document).flatMap((mapped) => this.withTerms(mapped));
    ofDocument.set(key, texts);
    return texts;
  }

  private withTerms(mapped: Shown): WithTerms[] {
    this.index ??= new TermIndex(this.demands.flatMap(termsOf));
    const places = this.index.placesIn(mapped.text);
    return places.size > 0 ? [{ mapped, places }] : [];
  }
}

function termsOf(demand: DataDemand): readonly string[] {
  if ('forbid' in demand) return [...demand.forbid, ...demand.except];
  return 'require' in demand ? demand.require : [];
}

/** The visible texts of a place, line by line; a title that stands in front matter alone maps to where it stands. */
function textsIn(place: DataPlace, document: Document): readonly Shown[] {
  if (typeof place === 'object') {
    return document.sections
      .filter(({ title }) => names(title, place.section))
      .flatMap(({ range }) => document.units.filter((unit) => contains(range, unit.range)))
      .map(({ text }) => text);
  }
  const { titleRange } = document;
  const isTitle = (range: Range) => contains(titleRange, range);
  const shown = document.units.filter(({ range }) => isTitle(range)).map(({ text }) => text);
  const title = shown.length === 1 ? shown : [{ text: document.title, rangeOf: () => titleRange }];
  if (place === 'title') return title;
  const body = document.units.filter(({ range }) => !isTitle(range)).map(({ text }) => text);
  return place === 'body' ? body : [...title, ...body];
}

function names(title: string, name: string): boolean {
  const squeezed = (text: string) => text.replace(/\s+/g, '').toLowerCase();
  return squeezed(title).includes(squeezed(name));
}

/** What a user writes is in one language, and is shown as it stands; the closing mark is the report's to set. */
function said(text: string | undefined): Localized | undefined {
  const words = text?.trim().replace(/[。.]$/, '');
  return words === undefined ? undefined : { 'zh-CN': words, en: words };
}

function listed(terms: readonly string[]): Localized {
  return { 'zh-CN': terms.map((term) => `“${term}”`).join('或'), en: terms.map((term) => `"${term}"`).join(' or ') };
}

/** A sentence with the first of the terms that it comes to. */
function inBrief(summary: string, demand: DataDemand): Localized {
  const [terms] = Object.values(demand) as [readonly string[]];
  const some = terms
    .slice(0, 3)
    .map((term) => `“${term}”`)
    .join('');
  const more =
    terms.length > 3
      ? { 'zh-CN': `等 ${terms.length} 个词`, en: ` and ${terms.length - 3} more` }
      : { 'zh-CN': '', en: '' };
  return { 'zh-CN': `${summary}（看有没有${some}${more['zh-CN']}）`, en: `${summary} (by ${some}${more.en})` };
}

function inTerms(demand: DataDemand): Localized {
  const [chinese, english, terms] =
    'forbid' in demand
      ? ['文中没有', 'The text does not say', demand.forbid]
      : 'require' in demand
        ? ['文中写有', 'The text says', demand.require]
        : 'forbidSection' in demand
          ? ['没有这些标题：', 'There is no section', demand.forbidSection]
          : ['有这样的标题：', 'There is a section', demand.requireSection];
  const { 'zh-CN': zh, en } = listed(terms as readonly string[]);
  return { 'zh-CN': `${chinese}${zh}`, en: `${english} ${en}` };
}

function wordsFor(demand: DataDemand): MessageTemplate & { readonly messageId: string } {
  if ('forbid' in demand)
    return {
      messageId: 'forbiddenTerm',
      what: { 'zh-CN': '写了“{term}”', en: 'It says "{term}"' },
      todo: { 'zh-CN': '请换一个说法，或者删去', en: 'Put it another way, or delete it' },
    };
  if ('require' in demand) {
    const where = typeof demand.place === 'object' ? demand.place.section : undefined;
    return {
      messageId: 'missingTerm',
      what:
        where === undefined
          ? { 'zh-CN': '没有写{terms}', en: 'It does not say {terms}' }
          : { 'zh-CN': `“${where}”部分没有写{terms}`, en: `The section "${where}" does not say {terms}` },
      todo: { 'zh-CN': '请补上', en: 'Add it' },
    };
  }
  if ('forbidSection' in demand)
    return {
      messageId: 'forbiddenSection',
      what: { 'zh-CN': '有“{term}”这一部分', en: 'It has a section "{term}"' },
      todo: { 'zh-CN': '请删去这一部分，或者换一个标题', en: 'Delete the section, or give it another heading' },
    };
  return {
    messageId: 'missingSection',
    what: { 'zh-CN': '没有标题为{terms}的部分', en: 'There is no section headed {terms}' },
    todo: { 'zh-CN': '请加上这一部分', en: 'Add the section' },
  };
}
