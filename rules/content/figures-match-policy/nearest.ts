import { familyOf } from '../../../src/language/units.js';
import type { FigureFact } from './fact.js';
import { Likeness } from './likeness.js';
import { areInOne, isSaidTogether, isSame } from './together.js';

/** A policy's figure that may be the one an interpretation means. */
export interface Counterpart {
  readonly figure: FigureFact;
  /** Which it is of all figures of the policies. */
  readonly place: number;
  /** How alike the words around both are, 0 to 1. */
  readonly likeness: number;
  /** True where another figure of the interpretation says the same in words more alike. */
  readonly isTaken: boolean;
  /** True where it stands beside what the figure beside states right: 7月5日至7月31日, and in the policy 7月5日至7月15日. */
  readonly isNext?: boolean;
}

/** Of a policy's figures the likest that says the same as one of an interpretation, and the likest of its measure that says otherwise. */
export interface Counterparts {
  readonly same: Counterpart | null;
  readonly other: Counterpart | null;
}

/** The counterparts of each figure, in order. */
export function counterparts(figures: readonly FigureFact[], stated: readonly FigureFact[]): Counterparts[] {
  const likeness = new Likeness(stated);
  const families = new Map<string, Family>();
  const familyFor = ({ measure }: FigureFact) => {
    const name = familyOf(measure);
    const known = families.get(name) ?? { theirs: [], own: [] };
    families.set(name, known);
    return known;
  };
  for (const [place, figure] of stated.entries()) familyFor(figure).theirs.push({ figure, place, claims: null });
  const own = figures.map((figure): Own => {
    const family = familyFor(figure);
    const one = { figure, family, alike: family.theirs.length > 0 ? likeness.to(figure) : [] };
    family.own.push(one);
    return one;
  });
  const all = own.map(counterpartsOf);
  return all.map(({ same, other }, i) => {
    const isNext = [-1, 1].some((step) => {
      const known = all[i + step]?.same;
      if (!other || !known || known.isTaken || known.likeness < KNOWN) return false;
      const next = stated[known.place - step];
      return next === other.figure && areInOne(next, known.figure) && areInOne(figures[i], figures[i + step]);
    });
    return { same, other: other && { ...other, isNext } };
  });
}

/** How alike the words around a figure and its counterpart must be for what stands beside the one to be what stands beside the other. */
const KNOWN = 0.14;

/** Figures that may be meant by one another. */
interface Family {
  readonly theirs: Theirs[];
  readonly own: Own[];
}

interface Theirs extends Pick<Counterpart, 'figure' | 'place'> {
  claims: readonly Claim[] | null;
}

/** A figure of the interpretation, and how alike it is to each of those stated. */
interface Own {
  readonly figure: FigureFact;
  readonly family: Family;
  readonly alike: ArrayLike<number>;
}

function counterpartsOf({ figure, family, alike }: Own): Counterparts {
  let same: Counterpart | null = null;
  let other: Counterpart | null = null;
  for (const one of family.theirs) {
    const likeness = alike[one.place] as number;
    const says = isSame(figure, one.figure);
    if (likeness <= ((says ? same : other)?.likeness ?? (says ? -1 : 0))) continue;
    one.claims ??= claimsTo(one, family);
    const isTaken = one.claims.some((claim) => isBetter(claim, figure, likeness));
    const counterpart = { ...one, likeness, isTaken };
    if (says) same = counterpart;
    else if (!isTaken) other = counterpart;
  }
  return { same, other };
}

/** The figures of the interpretation that state one of the policy's right, the likest first. */
function claimsTo({ figure, place }: Theirs, { own }: Family): Claim[] {
  return own
    .filter((one) => isSame(one.figure, figure))
    .map((one): Claim => ({ by: one.figure, likeness: one.alike[place] as number }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, CLAIMS);
}

/** Claims to one figure that are looked at, the strongest: a text may state one value a thousand times. */
const CLAIMS = 8;

/** A figure of the interpretation that states one of the policy's right, and how alike they are. */
interface Claim {
  readonly by: FigureFact;
  readonly likeness: number;
}

/** How much less alike than one that is stated right a figure may be, to be the same fact stated twice. */
const TWICE = 0.9;
/** Words so alike say the same fact, however well it is said elsewhere. */
const SURE = 0.4;
/** The same for figures that stand side by side, which are hardly one fact. */
const BESIDE = 1.5;
/** True where a figure of the policy rather belongs to the one that states it right than to the one given. */
function isBetter({ by, likeness: theirs }: Claim, figure: FigureFact, likeness: number): boolean {
  if (by === figure) return false;
  return isSaidTogether(by, figure) ? likeness < theirs * BESIDE : likeness < Math.min(theirs * TWICE, SURE);
}
