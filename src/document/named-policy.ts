import { docNumbersIn } from '../language/doc-number.js';
import { isSamePaper, policyName, shortNamesIn } from '../language/papers.js';
import type { Link, Unit } from './document.js';
import type { Range } from './range.js';

/** Lines at the beginning in which a text names what it is about. */
const HEAD = 40;
/** 《甲办法》（云政办发〔2024〕3号，以下简称…） */
const NUMBERED = /《([^《》\n]{2,120})》[（(]([^《》\n]{4,80})/g;

/**
 * The policy that a text says it explains where its front matter does not: the paper in its title, else the only one that it gives a short name,
 * by its number and by its name. A guess, which serves to find the policy and leads no reader there.
 */
export function policyNamed(title: { readonly text: string; readonly range: Range }, units: readonly Unit[]): Link[] {
  const lines = units.slice(0, HEAD).map(({ text }) => text.text);
  const named = policyName(title.text);
  const [own, ...others] =
    named === null ? new Set(lines.flatMap((line) => shortNamesIn(line).map(({ name }) => name))) : [named];
  if (own === undefined || others.length > 0) return [];
  const number = lines
    .flatMap((line) => [...line.matchAll(NUMBERED)])
    .flatMap(([, name = '', behind = '']) => (isSamePaper(name, own) ? docNumbersIn(behind).slice(0, 1) : []))[0];
  return [number, own].flatMap((to) =>
    to === undefined
      ? []
      : [{ to, type: 'front-matter' as const, text: '', range: title.range, key: 'policy', guessed: true as const }],
  );
}
