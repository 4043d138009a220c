import type { Facts, LinkFact } from '../archive/facts.js';
import { relativePath } from '../archive/targets.js';
import { docNumberKey } from '../language/doc-number.js';
import { isSamePaper, policyName } from '../language/papers.js';
import type { ReadFile } from '../lint/host.js';
import { type Draft, textOf } from './drafts.js';
import type { Placed } from './placing.js';

/** A draft with what linting reads of it. */
export interface Prepared extends Placed {
  readonly read: Extract<ReadFile, { readonly text: string }>;
  /** How many lines of front matter an import put before those shown. */
  readonly above: number;
}

export function prepared(draft: Placed): Prepared {
  const read = textOf(draft);
  return { ...draft, read, above: linesIn(read.text.slice(0, read.text.length - draft.body.length)) - 1 };
}

function linesIn(text: string): number {
  return text.split('\n').length;
}

/** The policy that a draft explains: the one a person chose, else the one it names, else the only one there is. */
export function policyOf<One extends Draft>(draft: One, drafts: readonly One[]): One | null {
  const { policy } = draft.file;
  if (policy !== undefined) return drafts.find(({ file }) => file.id === policy && file !== draft.file) ?? null;
  if (draft.kind === 'policy') return null;
  const policies = drafts.filter((one) => one.kind === 'policy' && one !== draft);
  const named = draft.imported?.policy;
  const title = named?.title ?? policyName(draft.title);
  const key = named?.number === undefined ? null : docNumberKey(named.number);
  return (
    policies.find(({ number }) => key !== null && number !== null && docNumberKey(number) === key) ??
    policies.find((one) => title !== null && isSamePaper(policyName(one.title) ?? one.title, title)) ??
    (policies.length === 1 ? (policies[0] ?? null) : null)
  );
}

/**
 * What a draft contributes, with the policy laid beside it: a guess, good to compare with, to which the text itself does not lead. One that
 * a person chose stands in place of other guesses.
 */
export function withPolicy(facts: Facts, { file, path }: Placed, policy: Placed | null): Facts {
  const own =
    file.policy === undefined ? facts.links : facts.links.filter(({ key, guessed }) => key !== 'policy' || !guessed);
  if (!policy) return { ...facts, links: own };
  const beside: LinkFact = {
    to: relativePath(path, policy.path),
    type: 'front-matter',
    key: 'policy',
    guessed: true,
    range: facts.titleRange,
    says: '',
  };
  return { ...facts, links: file.policy === undefined ? [...own, beside] : [beside, ...own] };
}

/** The place of a line of the text checked among those shown, from 1; null for one that is not shown. */
export function shownLine({ above }: Pick<Prepared, 'above'>, line: number): number | null {
  return line > above ? line - above : null;
}
