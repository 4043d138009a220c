import { drawnFrom } from '../../../src/archive/content.js';
import { policiesExplained } from '../../../src/archive/explained.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { ArchiveIndex } from '../../../src/archive/index.js';
import type { Range } from '../../../src/document/range.js';
import { isListed } from './terms.js';
import { DEFINITIONS, useOf, WORDING, type Wording } from './words-used.js';

/** A term with the policy that defines it and the first place where it is used. */
export interface DefinedTerm {
  readonly term: string;
  /** The policy's title. */
  readonly policy: string;
  readonly at: Range;
}

/**
 * The terms that the policies behind a text define, and that the text uses again and again without explaining them. Terms of
 * the dictionary are left to whoever looks for those.
 */
export function definedNotExplained(archive: ArchiveIndex, facts: Facts): DefinedTerm[] {
  const wording = drawnFrom(facts, WORDING);
  if (!wording) return [];
  return policiesExplained(archive, facts).flatMap(({ policy }) =>
    (drawnFrom(policy, DEFINITIONS) ?? []).flatMap((term) => {
      const at = isListed(term) ? null : unexplainedUseOf(term, wording);
      return at ? [{ term, policy: policy.title, at }] : [];
    }),
  );
}

function unexplainedUseOf(term: string, wording: Wording): Range | null {
  const { explanations } = wording;
  return explanations.includes(`${term}\n`) || explanations.includes(`^${term}`) ? null : useOf(term, wording);
}
