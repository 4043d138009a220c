import type { Range } from '../document/range.js';
import { announcesPolicy } from './announced.js';
import type { Facts } from './facts.js';
import type { ArchiveIndex } from './index.js';
import { policiesMeant } from './similar.js';

/** A policy that a text explains, and where the text names it. */
export interface Explained {
  readonly policy: Facts;
  readonly at: Range;
}

/**
 * The policies a text explains, each once, as far as the archive has them: those under `policy`, or where it has no such key
 * those it links to that its title is about. Links to older and superior policies are no claim to explain them.
 */
export function policiesExplained(archive: ArchiveIndex, facts: Facts): Explained[] {
  const stated = facts.data.policy === undefined ? undefined : 'policy';
  const policies: Explained[] = [];
  const seen = new Set<Facts>();
  for (const link of facts.links) {
    if (link.key !== stated) continue;
    const to = archive.resolve(facts, link);
    if (to.status !== 'file' || to.facts?.kind !== 'policy' || seen.has(to.facts)) continue;
    seen.add(to.facts);
    policies.push({ policy: to.facts, at: link.range });
  }
  return stated === undefined ? policiesMeant(facts.title, policies) : policies;
}

/** True where a text leads to the policy it explains, in the archive or out of it. */
export function leadsToPolicy(archive: ArchiveIndex, facts: Facts): boolean {
  return facts.links.some((link) => {
    if (link.key) return link.key === 'policy' && link.to.trim() !== '';
    if (link.type === 'image') return false;
    const to = archive.resolve(facts, link);
    // Where the target cannot be read as a document, the link's own words tell; one that is broken is link/no-broken-link's.
    return to.status === 'file' && to.facts?.kind ? to.facts.kind === 'policy' : announcesPolicy(link, facts.title);
  });
}
