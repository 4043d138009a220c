import type { Range } from '../document/range.js';
import { announcesPolicy } from './announced.js';
import type { Facts } from './facts.js';
import type { ArchiveIndex } from './index.js';
import { addTo } from './lists.js';
import { policiesMeant } from './similar.js';
import { isOnOwnDisk } from './targets.js';

/** A policy that a text explains, and where the text names it. */
export interface Explained {
  readonly policy: Facts;
  readonly at: Range;
  /** Nothing in the text leads there: it was guessed, and nobody has checked it. */
  readonly guessed?: true;
}

/**
 * The policies a text explains, each once, as far as the archive has them: those under `policy`, or where it has no such key
 * those it links to that its title is about. Links to older and superior policies are no claim to explain them. What was guessed counts
 * where nothing else does.
 */
export function policiesExplained(archive: ArchiveIndex, facts: Facts): Explained[] {
  const isStated = facts.data.policy !== undefined;
  if (isStated && !facts.guessed.includes('policy') && !isEmptyGuess(facts))
    return policiesUnder('policy', archive, facts);
  const linked = policiesMeant(facts.title, policiesUnder(undefined, archive, facts));
  return linked.length > 0 ? linked : policiesUnder('policy', archive, facts);
}

/** The key that stands empty in what was made of a Word file or a page, as nothing was found for it. */
function isEmptyGuess({ origin, data }: Facts): boolean {
  return origin !== null && data.policy === null;
}

function policiesUnder(key: string | undefined, archive: ArchiveIndex, facts: Facts): Explained[] {
  const policies: Explained[] = [];
  const seen = new Set<Facts>();
  for (const link of facts.links) {
    if (link.key !== key) continue;
    const to = archive.resolve(facts, link);
    if (to.status !== 'file' || to.facts?.kind !== 'policy' || seen.has(to.facts)) continue;
    seen.add(to.facts);
    policies.push({ policy: to.facts, at: link.range, ...(link.guessed && { guessed: true }) });
  }
  return policies;
}

/** True where a text leads to the policy it explains, in the archive or out of it. */
export function leadsToPolicy(archive: ArchiveIndex, facts: Facts): boolean {
  return facts.links.some((link) => {
    if (isOnOwnDisk(link.to) || link.guessed) return false;
    if (link.key) return link.key === 'policy' && link.to.trim() !== '';
    if (link.type === 'image') return false;
    const to = archive.resolve(facts, link);
    // Where the target cannot be read as a document, the link's own words tell; one that is broken is link/no-broken-link's.
    return to.status === 'file' && to.facts?.kind ? to.facts.kind === 'policy' : announcesPolicy(link, facts.title);
  });
}

/** True where a text leads to a policy, or to an address that may be the policy's. */
export function mayLeadTo(archive: ArchiveIndex, facts: Facts, policy: Facts): boolean {
  return facts.links.some((link) => {
    if (link.guessed) return false;
    const to = archive.resolve(facts, link);
    if (to.status === 'file') return to.facts === policy;
    if (to.status !== 'external' || link.type === 'image') return false;
    return link.key ? link.key === 'policy' : announcesPolicy(link, facts.title);
  });
}

/** The policies that each interpretation explains, and for each policy the interpretations that do. */
export function whoExplainsWhat(archive: ArchiveIndex) {
  const explained = new Map<Facts, readonly Explained[]>();
  const interpretations = new Map<Facts, Facts[]>();
  for (const facts of archive.linted) {
    if (facts.kind !== 'interpretation') continue;
    const policies = policiesExplained(archive, facts);
    explained.set(facts, policies);
    for (const { policy } of policies) addTo(interpretations, policy, facts);
  }
  return { explained, interpretations };
}

/** The interpretations that a policy lists in front matter, as far as the archive has them, and where it names them. */
export function interpretationsListed(archive: ArchiveIndex, facts: Facts): { to: Facts; at: Range }[] {
  return facts.links.flatMap((link) => {
    const to = link.key === 'interpretations' && !link.guessed ? archive.resolve(facts, link) : undefined;
    return to?.status === 'file' && to.facts?.kind === 'interpretation' ? [{ to: to.facts, at: link.range }] : [];
  });
}
