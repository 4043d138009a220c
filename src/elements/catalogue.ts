import type { Localized } from '../language/locale.js';
import { backgroundBasis } from './catalogue/background-basis.js';
import { benefits } from './catalogue/benefits.js';
import { caseStudy } from './catalogue/case-study.js';
import { consultation } from './catalogue/consultation.js';
import { keywordExplanations } from './catalogue/keyword-explanations.js';
import { legality } from './catalogue/legality.js';
import { mainContent } from './catalogue/main-content.js';
import { objectives } from './catalogue/objectives.js';
import { oldNewDifferences } from './catalogue/old-new-differences.js';
import { precautions } from './catalogue/precautions.js';
import { scope } from './catalogue/scope.js';
import { standards } from './catalogue/standards.js';
import { timeLimits } from './catalogue/time-limits.js';

/** The required elements, in the order in which they are listed and reported. */
export const ELEMENT_IDS = [
  'background-basis',
  'objectives',
  'main-content',
  'scope',
  'standards',
  'precautions',
  'keyword-explanations',
  'benefits',
  'old-new-differences',
  'consultation',
  'legality',
  'time-limits',
  'case-study',
] as const;

export type ElementId = (typeof ELEMENT_IDS)[number];

/** What the detector knows of one element. All patterns are sources of regular expressions on a `Reading`. */
export interface ElementEntry {
  readonly id: ElementId;
  readonly name: Localized;
  /** Headings that announce the element. Tested on the title without its number, names of papers blotted out. */
  readonly headings: string;
  /** Headings that carry such a word and announce something else. */
  readonly notHeadings?: string;
  /** Questions (as headings or after 问：) that ask for it. */
  readonly questions?: string;
  /** True where nearly every interpretation provides the element. */
  readonly usual?: true;
  /** True where a section that announces no other element and holds a hit is a part devoted to this one. */
  readonly unclaimedSections?: true;
  /** What running text says when it supplies the substance. */
  readonly signals: readonly Signal[];
}

/** One way in which a clause supplies an element. */
export interface Signal {
  /** Short and telling: `inspect` gives it as the reason. */
  readonly id: string;
  /** Must be linear: bounded repeats of character classes only. */
  readonly pattern: string;
  /**
   * How much one hit says, set by hand: 3 decides alone, 2 nearly, 1 only together with others. Training may shift it a
   * little (see weights.ts).
   */
  readonly weight: 1 | 2 | 3;
  /** The hit counts only where a clause begins (但, 并, 故… may stand before it). */
  readonly atStart?: true;
  /** Tested on the sentence that holds the hit, from its beginning to the end of the hit's clause; a match voids the hit. */
  readonly unless?: string;
}

export const CATALOGUE: Readonly<Record<ElementId, ElementEntry>> = {
  'background-basis': backgroundBasis,
  objectives,
  'main-content': mainContent,
  scope,
  standards,
  precautions,
  'keyword-explanations': keywordExplanations,
  benefits,
  'old-new-differences': oldNewDifferences,
  consultation,
  legality,
  'time-limits': timeLimits,
  'case-study': caseStudy,
};
