import { drawnFrom } from '../../../src/archive/content.js';
import { policiesExplained } from '../../../src/archive/explained.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { ArchiveIndex } from '../../../src/archive/index.js';
import type { Range } from '../../../src/document/range.js';
import { isListed } from './terms.js';
import { DEFINITIONS, WORDING, type Wording } from './words-used.js';

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
      const at = isListed(term) ? null : useOf(term, wording);
      return at ? [{ term, policy: policy.title, at }] : [];
    }),
  );
}

function useOf(term: string, { repeated, explanations }: Wording): Range | null {
  if (explanations.includes(`${term}\n`) || explanations.includes(`^${term}`)) return null;
  const use = repeated.find(({ text }) => text.includes(term));
  const start = (use?.at.start ?? 0) + (use?.text.indexOf(term) ?? 0);
  return use ? { start, end: Math.min(start + term.length, use.at.end) } : null;
}
