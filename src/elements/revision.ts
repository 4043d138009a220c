import type { Document } from '../document/document.js';
import type { Range } from '../document/range.js';
import { type NotedWords, notedWords } from '../language/word-places.js';
import { C } from './catalogue/words.js';
import { CATALOGUE, type Signal } from './catalogue.js';
import { titleLines } from './headings.js';
import { type Reading, read } from './reading.js';
import { clauseAround, fires, type Hit, searchFor } from './signals.js';
import { makeScale, type Scale, strengthOf, Weighing } from './weighing.js';

export interface Revision {
  /** True where the policy revises, replaces, extends or repeals an earlier rule. */
  readonly revises: boolean;
  /** Where that is said; null where nothing says so. */
  readonly range: Range | null;
  readonly evidence: string | null;
  /** The document says that there is no earlier rule: 首次制定. */
  readonly denied?: boolean;
}

/**
 * Whether the policy that a document is or explains revises an earlier rule: from front matter (`revises`), from the
 * document's title, from what it says of repeal and amendment, and from the differences it tells.
 */
export function detectRevision(document: Document): Revision {
  if (last?.document !== document) last = { document, revision: revisionOf(document) };
  return last.revision;
}

/** Rules and facts ask in turn, document by document. */
let last: { readonly document: Document; readonly revision: Revision } | undefined;

function revisionOf(document: Document): Revision {
  const stated = document.frontMatter.entries.find(({ key }) => key === 'revises');
  if (stated && hasValue(document.frontMatter.data.revises)) {
    const { range } = stated.node;
    return { revises: true, range, evidence: document.text.slice(range.start, range.end) };
  }
  const reading = read(document);
  const denial = searchFor(DENIAL, reading)?.hit(0);
  if (denial && !fires(reading, [REPEALS])) return { revises: false, ...placeOf(denial, reading), denied: true };
  const inTitle = TITLE.test(reading.title) && !NOT_TITLE.test(reading.title);
  scale ??= makeScale([...SIGNALS, ...CATALOGUE['old-new-differences'].signals], weightOf('bias'), weightOf);
  const weighing = new Weighing(reading, scale);
  if (!weighing.exceeds(0, signsOutside(reading, inTitle))) return { revises: false, range: null, evidence: null };
  const best = weighing.strongest(inTitle ? WEIGHTS.title : undefined);
  return best
    ? { revises: true, ...placeOf(best, reading) }
    : { revises: true, range: document.titleRange, evidence: document.title };
}

let scale: Scale | undefined;

/** What title and headings weigh. */
function signsOutside(reading: Reading, inTitle: boolean): number[] {
  const headings = mayHoldHeading(reading) ? titleLines(reading).filter(({ title }) => HEADING.test(title)).length : 0;
  return [
    ...(inTitle ? [weightOf('title')] : []),
    ...(headings > 0 ? [weightOf('heading') * strengthOf(headings)] : []),
  ];
}

/** False where no line holds a word of such a heading. */
function mayHoldHeading({ table, text }: Reading): boolean {
  headingWords ??= notedWords(HEADING_WORDS);
  return !table?.holds(text) || table.placesOf(headingWords, 0) === null;
}

let headingWords: NotedWords | undefined;

/**
 * What each sign counts, set by hand: labels did not make them better (docs/detection.md). Above 0 in sum, bias included, the
 * policy counts as a revision.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -2,
  title: 2.8,
  heading: 2,
  repeals: 2.8,
  'own-amended': 2.8,
  'amended-paper': 1.4,
  'revised-it': 2.8,
  'from-to': 0.7,
  'compared-with': 1,
  abolished: 1,
  'the-old-paper': 1.2,
  'figures-of-articles': 0.7,
  'replaced-word': 0.7,
  'then-now': 1.4,
  'changed-to': 0.5,
  'added-plainly': 0.7,
  added: 0.3,
  merged: 0.5,
  'current-paper': 0.3,
};

function weightOf(id: string): number {
  return WEIGHTS[id] ?? 0;
}

const TITLE = /修订|修改|修正|调整|取消|废止|不再|变化|整合|替代|新版|(?:19|20)\d\d年版|优化完善|延长|展期/;
const NOT_TITLE = /(?:结构|产业|战略|健康)调整(?!.{0,20}调整)|气候变化/;
const HEADING_WORDS = ['修订', '修改', '调整', '新旧', '前后', '变化', '相比', '与原'];
const HEADING = new RegExp(HEADING_WORDS.join('|'));

const REPEALS: Signal = {
  id: 'repeals',
  weight: 3,
  pattern: `(?:同时|予以|即行|相应|已被|自行)(?:废止|停止执行|失效|终止)|废止了?${C}{0,6}《|替代了?(?:原)?《|停止使用|不再执行`,
  unless: '(?:税率|证书|许可证)',
};

const SIGNALS: readonly Signal[] = [
  REPEALS,
  { id: 'own-amended', weight: 3, pattern: `(?:修订|修改)(?:后)?的?《■` },
  {
    id: 'amended-paper',
    weight: 2,
    pattern: `(?:修订|修改|修正)(?:后)?的?《|(?:修订|修改)(?:的)?(?:背景|必要性|内容|工作)|确有必要进行修订|修订情况`,
  },
];

const DENIAL: Signal = {
  id: 'first-made',
  weight: 3,
  pattern: `(?:系|属|为|是)?(?:我[市省县区国])?(?:首次|第一次)(?:制定|制订|出台|发布|印发)|(?:不涉及|不存在|没有|无)(?:对)?(?:新旧|新老|旧政策|原政策|原有政策|旧文件)${C}{0,8}(?:差异|对比|衔接|变化|区别|比较|情况|修订|问题)`,
};

function placeOf(hit: Hit, reading: Reading): { range: Range; evidence: string } {
  const clause = clauseAround(reading.text, hit.start, hit.end);
  const { range, text } = reading.place(clause.start, clause.end);
  return { range, evidence: text };
}

function hasValue(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== '无';
}
