import { createHash } from 'node:crypto';
import { ELEMENT_IDS } from '../src/elements/catalogue.js';
import { LinearClassifier, type Scores, type WeightTable } from '../src/elements/classifier.js';
import { type DecisionModel, probabilityOf, signsOf } from '../src/elements/decision.js';
import { Features } from '../src/elements/features.js';
import type { ModelData } from '../src/elements/model.js';
import { revisionSigns } from '../src/elements/revision-signs.js';
import { isContrast, type Labelled } from './corpus.js';
import { type Example, fitLogistic, learn, rounded, type Schedule } from './learn.js';

const COUNT = ELEMENT_IDS.length;
const SUBSTANCE: Schedule = { bits: 17, epochs: 6, dropout: 0.4, within: 1 };
const ANNOUNCEMENT: Schedule = { bits: 14, epochs: 20, dropout: 0.1, within: 0.9995 };
/** Hard cases count more than what was written on an ordinary day. */
const CONTRAST = 1.2;
/** A line that alone supplies an element counts more than one of many. */
const RARE = 1.5;

type Tables = { readonly substance: WeightTable; readonly announcement: WeightTable };

/** The examples of a document, made once and used by every fit. */
export interface Prepared {
  readonly document: Labelled;
  readonly substance: readonly Example[];
  readonly announcement: readonly Example[];
}

export function prepare(documents: readonly Labelled[]): Prepared[] {
  const features = new Features();
  const places = (bits: number) => {
    const found = new Set<number>();
    for (let i = 0; i < features.length; i++) found.add((features.hashes[i] as number) >>> (32 - bits));
    return Uint32Array.from(found);
  };
  return documents.map((document) => {
    const { lines, supplies, announces } = document;
    const ordinary = isContrast(document) ? CONTRAST : 1;
    const supplying = rarityOf(document).map((rarity) => rarity * ordinary);
    const substance: Example[] = [];
    const announcement: Example[] = [];
    for (const [i, line] of lines.entries()) {
      if (!line.filler) {
        features.ofSubstance(lines, i);
        const truth = supplies[i] as number;
        const counted = supplying.map((much, e) => ((truth >> e) & 1 ? much : ordinary));
        substance.push({ places: places(SUBSTANCE.bits), truth, importance: Float32Array.from(counted) });
      }
      if (line.announcing === null) continue;
      features.ofAnnouncement(lines, i);
      announcement.push({ places: places(ANNOUNCEMENT.bits), truth: announces[i] as number });
    }
    return { document, substance, announcement };
  });
}

/** By element, how much a line counts that supplies it: the more, the fewer of its document do. */
function rarityOf({ supplies }: Labelled): number[] {
  return ELEMENT_IDS.map((_, e) => RARE / Math.sqrt(Math.max(1, supplies.filter((bits) => (bits >> e) & 1).length)));
}

/** Folds in which whole sets are judged by what was learned from the others, to fit the decisions: as a document of a hand that is not known yet. */
const INNER_FOLDS = 3;
/** Sets by one office are judged together. */
const TOGETHER: Readonly<Record<string, string>> = { tax2: 'tax' };

export function groupOf({ set }: Pick<Labelled, 'set'>): string {
  return TOGETHER[set] ?? set;
}

/** Learns the whole model from these documents. Deterministic. */
export function trainModel(prepared: readonly Prepared[]): ModelData {
  const judged = Array.from({ length: INNER_FOLDS }, (_, fold) => judgeFold(prepared, fold)).flat();
  const ordinary = judged.filter(({ document }) => !isContrast(document));
  const tables = tablesOf(prepared);
  const decisions = decisionsOf(ordinary);
  const revision = revisionOf(ordinary);
  const rest = { ...tables, decisions, revision };
  const version = createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16);
  return { version, ...rest };
}

interface Judged {
  readonly document: Labelled;
  readonly scores: Scores;
}

function judgeFold(prepared: readonly Prepared[], fold: number): Judged[] {
  const groups = [...new Set(prepared.map(({ document }) => groupOf(document)))];
  const isHeld = ({ document }: Prepared) => groups.indexOf(groupOf(document)) % INNER_FOLDS === fold;
  const classifier = new LinearClassifier(tablesOf(prepared.filter((one) => !isHeld(one))));
  return prepared.filter(isHeld).map(({ document }) => ({ document, scores: classifier.classify(document.lines) }));
}

function tablesOf(prepared: readonly Prepared[]): Tables {
  return {
    substance: learn(
      prepared.flatMap(({ substance }) => substance),
      COUNT,
      SUBSTANCE,
    ),
    announcement: learn(
      prepared.flatMap(({ announcement }) => announcement),
      COUNT,
      ANNOUNCEMENT,
    ),
  };
}

/** The probability from which an element counts as provided: the same for all, as more cannot be told from so few documents. */
const PROVIDED_FROM = 0.5;
/** Of the alarms the tool is sure of, at least this share must be right, in documents it did not learn from. */
const SURE_RIGHT = 0.96;

function decisionsOf(judged: readonly Judged[]): ModelData['decisions'] {
  const fitted = ELEMENT_IDS.map((_, e) => {
    const known = judged.filter(({ document }) => document.provided[e] !== null);
    const rows = known.map(({ scores }) => signsOf(scores, e));
    const truth = known.map(({ document }) => document.provided[e] === true);
    const parts = judged
      .flatMap(partsOf)
      .map((part) => ({ row: signsOf(part.scores, e), given: (part.supplies >> e) & 1 }));
    const weights = fitLogistic(
      [...rows, ...parts.map(({ row }) => row)],
      [...truth, ...parts.map(({ given }) => given === 1)],
    );
    return {
      weights,
      cases: rows.map((row, i) => ({ p: probabilityOf({ weights }, row), provided: truth[i] === true })),
    };
  });
  const sure = sureBound(fitted.slice(0, 9).flatMap(({ cases }) => cases));
  return Object.fromEntries(
    ELEMENT_IDS.map((id, e): [string, DecisionModel] => [
      id,
      { weights: fitted[e]?.weights ?? [], sure, provided: PROVIDED_FROM, announced: announcedBound(judged, e) },
    ]),
  ) as ModelData['decisions'];
}

/** Lines in the parts of documents from which decisions learn to judge short texts. */
const PARTS = [1, 2, 4, 8];

/** A few stretches of a document, judged like small documents: so that the number of lines is not taken for more than it tells. */
function partsOf({ document, scores }: Judged): { readonly scores: Scores; readonly supplies: number }[] {
  const { supplies } = document;
  return PARTS.filter((size) => size < supplies.length).map((size) => {
    const start = (supplies.length * 7 + size * 3) % (supplies.length - size + 1);
    const cut = (of: readonly number[]) => of.slice(start, start + size);
    return {
      scores: { substance: (e) => cut(scores.substance(e)), announcement: (e) => cut(scores.announcement(e)) },
      supplies: supplies.slice(start, start + size).reduce((all, bits) => all | bits, 0),
    };
  });
}

/** The highest probability below which alarms are right often enough. */
function sureBound(cases: readonly { readonly p: number; readonly provided: boolean }[]): number {
  let bound = 0.02;
  let wrong = 0;
  for (const [i, { p, provided }] of [...cases].sort((a, b) => a.p - b.p).entries()) {
    if (p > PROVIDED_FROM - 0.05) break;
    if (provided) wrong++;
    if (1 - wrong / (i + 1) >= SURE_RIGHT) bound = Math.max(bound, p);
  }
  return rounded(bound);
}

/** A line less likely than this announces nothing, however few do. */
const LEAST_ANNOUNCED = -0.4;

/** The log-odds that parts the lines that announce an element from others best (F1). */
function announcedBound(judged: readonly Judged[], element: number): number {
  const cases = judged.flatMap(({ document, scores }) =>
    document.announces.map((bits, i) => ({
      score: scores.announcement(element)[i] as number,
      announces: ((bits >> element) & 1) === 1,
    })),
  );
  let bound = 0;
  let most = -1;
  for (let candidate = LEAST_ANNOUNCED; candidate <= 1; candidate += 0.125) {
    const said = cases.filter(({ score }) => score >= candidate);
    const hits = said.filter(({ announces }) => announces).length;
    const f1 = (2 * hits) / (said.length + cases.filter(({ announces }) => announces).length);
    if (f1 <= most) continue;
    most = f1;
    bound = candidate;
  }
  return bound;
}

const DIFFERENCES = ELEMENT_IDS.indexOf('old-new-differences');

function revisionOf(judged: readonly Judged[]): Readonly<Record<string, number>> {
  const known = judged.filter(({ document }) => document.revises !== null);
  const signs = known.map(({ document, scores }) =>
    revisionSigns(document.document, signsOf(scores, DIFFERENCES)[0] as number),
  );
  const names = Object.keys(signs[0] ?? {});
  const weights = fitLogistic(
    signs.map((row) => names.map((name) => row[name] ?? 0)),
    known.map(({ document }) => document.revises === true),
  );
  return Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]));
}
