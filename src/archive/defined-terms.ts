import type { Range } from '../document/range.js';
import { isListed } from '../language/terms.js';
import { DEFINITIONS, WORDING, type Wording } from './content/terms.js';
import { drawnFrom } from './content.js';
import { policiesExplained } from './explained.js';
import type { Facts } from './facts.js';
import type { ArchiveIndex } from './index.js';

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
