import type { Document, Kind } from '../document/document.js';
import { keyOf } from '../document/vocabulary.js';
import { type Evidence, FOUND, type Guess, guess, type SourceInfo } from './evidence.js';
import { aboutExplained } from './guess-explained.js';
import { policyGuesses } from './guess-policy.js';
import { dayIn, isOffice } from './offices.js';

/**
 * What can be guessed for the front matter of a document of its kind: the first guess for a key counts, and keys that the kind does not carry are
 * left out. Nothing is said where the source is silent.
 */
export function guessesOf(evidence: Evidence): Guess[] {
  const { document, info } = evidence;
  const all = [
    ...nature(document),
    ...(document.kind === 'policy' ? policyGuesses(evidence) : aboutExplained(evidence)),
    ...published(info),
  ];
  const seen = new Set<string>();
  // A sure guess goes before one that is only proposed.
  const ordered = [...all.filter(({ sure }) => sure), ...all.filter(({ sure }) => !sure)];
  return ordered.filter(({ key, value }) => {
    const fits = !seen.has(key) && value.length > 0 && carries(document.kind, key);
    if (fits) seen.add(key);
    return fits;
  });
}

function carries(kind: Kind | null, key: string): boolean {
  const kinds = keyOf(key)?.kinds;
  return kinds === undefined || (kind !== null && kinds.includes(kind));
}

function nature({ kind, kindReason, title }: Document): Guess[] {
  const word = kindReason.evidence.replace(/\s+/g, '').slice(0, 20);
  const { from: by } = kindReason;
  const isTitled = by === 'title' || by === 'name' || by === 'column';
  const where = isTitled ? FOUND[by] : FOUND.text;
  const from = { 'zh-CN': `${where['zh-CN']}里的“${word}”`, en: `"${word}" in ${where.en}` };
  return [
    // Rules on plans hold the words of plans: in a text without a title that says so they prove little.
    ...guess('kind', kind, from, isTitled || !kind?.endsWith('-plan')),
    ...guess('title', title, FOUND.title),
  ];
}

function published({ fields, site }: SourceInfo): Guess[] {
  const days = fields.flatMap(({ field, value, from }) =>
    field === 'published' ? guess('published', dayIn(value), from) : [],
  );
  const channel = site && (/政府|门户/.test(site) || isOffice(site)) ? (/网/.test(site) ? site : `${site}网站`) : null;
  return [...days, ...guess('channels', channel === null ? null : [channel], FOUND.site)];
}
