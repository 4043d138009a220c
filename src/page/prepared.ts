import { relativePath } from '../archive/targets.js';
import type { Guess } from '../import/evidence.js';
import { importedText } from '../import/front-matter-text.js';
import { docNumberKey } from '../language/doc-number.js';
import type { Localized } from '../language/locale.js';
import { isSamePaper, policyName } from '../language/papers.js';
import type { Draft } from './drafts.js';
import type { Placed } from './placing.js';
import type { PageLocale } from './protocol.js';

/** A draft as it is checked, and which of its lines are not among those shown. */
export interface Prepared extends Placed {
  readonly text: string;
  /** The first line, from 1, that is not shown, and how many are not. */
  readonly hidden: { readonly from: number; readonly count: number };
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

/** The text to check: with the kind and the policy that a person chose, where the text does not say them itself. */
export function prepared(draft: Placed, policy: Placed | null, locale: PageLocale): Prepared {
  const { imported, body, kind, namesPolicy } = draft;
  const address = policy ? relativePath(draft.path, policy.path) : undefined;
  const chosen: Guess[] = [
    ...(kind === null ? [] : [{ key: 'kind', value: kind, from: CHOSEN, sure: true }]),
    ...(address !== undefined ? [{ key: 'policy', value: address, from: CHOSEN, sure: true }] : []),
  ];
  if (imported) {
    const own = imported.guesses.filter(({ key }) => !chosen.some((one) => one.key === key));
    const text = importedText(imported, [...own, ...chosen], locale);
    const count = lines(text.slice(0, text.length - body.length)) - 1;
    return { ...draft, text, hidden: { from: 1, count } };
  }
  if (address === undefined || namesPolicy) return { ...draft, text: body, hidden: { from: 1, count: 0 } };
  const line = `policy: ${JSON.stringify(address)}\n`;
  const [opening = ''] = /^---[ \t]*\r?\n/.exec(body) ?? [];
  return opening === ''
    ? { ...draft, text: `---\n${line}---\n${body}`, hidden: { from: 1, count: 3 } }
    : { ...draft, text: opening + line + body.slice(opening.length), hidden: { from: 2, count: 1 } };
}

const CHOSEN: Localized = { 'zh-CN': '本页的选择', en: 'what was chosen on the page' };

function lines(text: string): number {
  return text.split('\n').length;
}

/** The place of a line of the text checked among those shown, from 1; null for one that is not shown. */
export function shownLine({ hidden: { from, count } }: Pick<Prepared, 'hidden'>, line: number): number | null {
  if (line < from) return line;
  return line < from + count ? null : line - count;
}
