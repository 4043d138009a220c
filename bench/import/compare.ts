import type { Document } from '../../src/document/document.js';
import { headingsOf, type Paper, truthOf } from './papers.js';

/** What of a paper came through an import. */
export interface Outcome {
  readonly headings: Share;
  readonly tables: Share;
  readonly links: Share;
  readonly text: Share;
  /** By key: right, wrong, or missing (expected and not said); keys that nobody expected count as wrong. */
  readonly fields: ReadonlyMap<string, 'right' | 'wrong' | 'missing'>;
  readonly lost: readonly string[];
}

interface Share {
  readonly kept: number;
  readonly of: number;
}

/** @param page the page's own text, null for a Word file: what it does not show cannot be known */
export function compare(paper: Paper, page: string | null, document: Document): Outcome {
  const lost: string[] = [];
  const share = (what: string, wanted: readonly string[], has: (one: string) => boolean): Share => {
    const missing = wanted.filter((one) => !has(one));
    lost.push(...missing.map((one) => `${what} ${one}`));
    return { kept: wanted.length - missing.length, of: wanted.length };
  };
  const squeeze = (text: string) => text.replace(/\s+/g, '');
  const titles = document.sections.map(({ title }) => squeeze(title));
  const cells = document.units.filter(({ type }) => type === 'cell').map(({ text }) => squeeze(text.text));
  const whole = squeeze(document.units.map(({ text }) => text.text).join(''));
  const table = paper.table?.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text)) ?? [];
  const texts = [
    ...paper.lead,
    ...paper.sections.flatMap((part) => [...part.text, ...(part.parts ?? []).flatMap(({ text }) => text)]),
    ...(paper.list ?? []),
    ...(paper.note && page === null ? [paper.note] : []),
  ];
  return {
    headings: share('heading', headingsOf(paper.sections).map(squeeze), (title) =>
      titles.some((one) => one === title || one === title.replace(/[？?]$/, '')),
    ),
    tables: share('cell', table.map(squeeze), (cell) => cells.includes(cell)),
    links: share(
      'link',
      paper.links.map(([, to]) => to),
      (to) => document.links.some((link) => link.to === to && link.type === 'link'),
    ),
    text: share('text', texts.map(squeeze), (text) => whole.includes(text)),
    fields: fields(paper, page, document, lost),
    lost,
  };
}

function fields(
  paper: Paper,
  page: string | null,
  document: Document,
  lost: string[],
): Map<string, 'right' | 'wrong' | 'missing'> {
  const all = truthOf(paper, page !== null);
  const shows = (words: string) => page?.includes(words) === true;
  const truth = Object.fromEntries(
    Object.entries(all).filter(
      ([key]) =>
        (key !== 'channels' || /sitename|og:site_name/i.test(page ?? '')) &&
        (key !== 'author' || shows(paper.page.source)) &&
        (key !== 'published' || shows(paper.page.published)),
    ),
  );
  const said = document.frontMatter.data;
  const outcome = new Map<string, 'right' | 'wrong' | 'missing'>();
  for (const key of new Set([...Object.keys(truth), ...Object.keys(said)])) {
    const [wanted, found] = [truth[key], said[key]];
    if (found === null || found === undefined) {
      if (wanted === undefined) continue;
      outcome.set(key, 'missing');
      lost.push(`${key} ${String(wanted)}`);
    } else {
      const right =
        wanted !== undefined &&
        (JSON.stringify(found) === JSON.stringify(wanted) ||
          (typeof wanted === 'string' && wanted.split('|').includes(String(found))));
      outcome.set(key, right ? 'right' : 'wrong');
      if (!right) lost.push(`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
    }
  }
  return outcome;
}

/** The outcomes as tables: by group, and by field with precision and recall. */
export function printed(outcomes: readonly (Outcome & { name: string; group: string })[]): string {
  const lines: string[] = [];
  for (const { name, lost } of outcomes)
    if (lost.length > 0) lines.push(`${name}\n${lost.map((one) => `    ${one}`).join('\n')}`);
  const sum = (all: readonly Outcome[], of: (outcome: Outcome) => Share) =>
    `${all.reduce((n, one) => n + of(one).kept, 0)}/${all.reduce((n, one) => n + of(one).of, 0)}`;
  const groups = [...new Set(outcomes.map(({ group }) => group)), 'docx', 'page', ''];
  for (const group of groups) {
    const all = outcomes.filter((one) => one.group.startsWith(group));
    const count = (what: string) =>
      all.reduce((n, { fields: found }) => n + [...found.values()].filter((one) => one === what).length, 0);
    const [right, wrong, missing] = ['right', 'wrong', 'missing'].map(count) as [number, number, number];
    lines.push(
      `${(group || 'all').padEnd(16)} files ${all.length}  headings ${sum(all, (one) => one.headings)}  cells ${sum(all, (one) => one.tables)}  links ${sum(all, (one) => one.links)}  text ${sum(all, (one) => one.text)}  fields right ${right} wrong ${wrong} missing ${missing}  precision ${((100 * right) / Math.max(1, right + wrong)).toFixed(1)} % recall ${((100 * right) / Math.max(1, right + wrong + missing)).toFixed(1)} %`,
    );
  }
  for (const key of [...new Set(outcomes.flatMap(({ fields: found }) => [...found.keys()]))].sort()) {
    const count = (what: string) => outcomes.filter(({ fields: found }) => found.get(key) === what).length;
    const [right, wrong, missing] = ['right', 'wrong', 'missing'].map(count) as [number, number, number];
    lines.push(
      `  ${key.padEnd(14)} right ${right} wrong ${wrong} missing ${missing}  precision ${((100 * right) / Math.max(1, right + wrong)).toFixed(0)} % recall ${((100 * right) / Math.max(1, right + wrong + missing)).toFixed(0)} %`,
    );
  }
  return lines.join('\n');
}
