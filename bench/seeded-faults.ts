/**
 * Measures the rules that compare an interpretation with its policy: what they report on pairs as published, and how many of 200 faults
 * they find that are put into the interpretations one at a time: a figure, date, document number, unit or article changed.
 * Only what the policy states as well, in words of which three in a row are the same, is changed; an article is moved past the policy's last.
 * Run: npx tsx bench/seeded-faults.ts PAIRS.json INTERPRETATIONS POLICIES [--missed]
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.js';
import type { ArticleFacts } from '../src/archive/content/articles.js';
import { articlesOf } from '../src/archive/content/articles.js';
import { makeResolver } from '../src/config/resolve.js';
import { parseDocument } from '../src/document/parse.js';
import { knownNames } from '../src/engine/known.js';
import { agree, type Figure, figuresIn } from '../src/language/figures.js';
import { hanNumeral, readNumeral } from '../src/language/numerals.js';
import type { Message } from '../src/lint/result.js';
import { lintArchive } from '../src/lint/run.js';

const COUNT = 200;
const RULES = ['content/figures-match-policy', 'content/cited-article-exists', 'content/no-verbatim-copy'];

/** Units taken for one another. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['个工作日', '日'],
  ['个月', '年'],
  ['小时', '日'],
  ['万元', '元'],
  ['元', '万元'],
  ['日', '个工作日'],
  ['天', '个工作日'],
  ['年', '个月'],
];

type Kind = 'figure' | 'unit' | 'date' | 'document number' | 'article';

interface Pair {
  readonly name: string;
  readonly text: string;
  readonly policy: string;
}

/** A change: what stands from `start` to `end` gives way to `to`. */
interface Fault {
  readonly pair: Pair;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

const [pairsFile, interpretations, policies] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!pairsFile || !interpretations || !policies) {
  console.error(
    'seeded-faults needs pairs:\n  npx tsx bench/seeded-faults.ts PAIRS.json INTERPRETATIONS POLICIES [--missed]\n' +
      'PAIRS.json maps names of interpretations to names of policies, without .md; the folders hold the files.',
  );
  process.exit(2);
}

const random = generator(20240701);
const resolver = await makeResolver(
  { presets: [], config: null, commandLineRules: new Map(RULES.map((id) => [id, { severity: 'warn' as const }])) },
  knownNames(),
);
const pairs = Object.entries(JSON.parse(readFileSync(pairsFile, 'utf8')) as Record<string, string>)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, policy]) => readPair(name, policy));

console.log(`${pairs.length} pairs as they are\n`);
const known = new Map<Pair, readonly Message[]>();
for (const pair of pairs) {
  const messages = await lint(pair, pair.text);
  known.set(pair, messages);
  for (const { ruleId, line, column, message } of messages) {
    console.log(`${pair.name}:${line}:${column}  ${ruleId}  ${message}`);
  }
}

const faults = shuffled(pairs.flatMap(faultsIn)).slice(0, COUNT);
const tally = new Map<Kind, { made: number; found: number }>();
for (const fault of faults) {
  const found = await isFound(fault);
  const counts = tally.get(fault.kind) ?? { made: 0, found: 0 };
  tally.set(fault.kind, { made: counts.made + 1, found: counts.found + (found ? 1 : 0) });
  if (!found && process.argv.includes('--missed')) console.log(`missed ${fault.kind}: ${shown(fault)}`);
}
console.log(`\n${faults.length} faults\n`);
for (const [kind, { made, found }] of [...tally].sort()) {
  console.log(
    `${kind.padEnd(16)} ${String(found).padStart(4)} of ${String(made).padStart(3)}  ${Math.round((100 * found) / made)} %`,
  );
}

function readPair(name: string, policy: string): Pair {
  const text = readFileSync(join(interpretations as string, `${name}.md`), 'utf8').replace(
    /^---\r?\n/,
    '$&policy: /policy.md\n',
  );
  return { name, text, policy: readFileSync(join(policies as string, `${policy}.md`), 'utf8') };
}

async function lint({ policy }: Pair, text: string): Promise<readonly Message[]> {
  const files = new Map([
    ['/interpretation.md', text],
    ['/policy.md', policy],
  ]);
  const host = {
    read: async (path: string) => ({ text: files.get(path) ?? '', encoding: 'utf-8' }),
    exists: async (path: string) => files.has(path),
    filesWith: async () => [],
  };
  const {
    results: [result],
  } = await lintArchive(['/interpretation.md'], host, {
    rules: rules.filter(({ id }) => RULES.includes(id)),
    locale: 'zh-CN',
    configFor: (path) => resolver.forFile(path),
    settingsFor: () => ({ root: '/', baseUrls: [] }),
  });
  return result?.messages ?? [];
}

/** Found: a message on the changed place that the text did not have before. */
async function isFound(fault: Fault): Promise<boolean> {
  const { pair, start, to } = fault;
  const text = changed(fault);
  const before = new Set((known.get(pair) ?? []).map(({ message }) => message));
  const starts = parseDocument(text, { path: 'x' }).lineStarts;
  return (await lint(pair, text)).some(({ message, line, column, endLine, endColumn }) => {
    const from = (starts[line - 1] ?? 0) + column - 1;
    const till = (starts[endLine - 1] ?? 0) + endColumn - 1;
    return !before.has(message) && from < start + to.length && till > start;
  });
}

function changed({ pair, start, end, to }: Fault): string {
  return pair.text.slice(0, start) + to + pair.text.slice(end);
}

function shown({ pair, start, end, to }: Fault): string {
  const { name, text } = pair;
  return `${name} ${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)} → ${to}]${text.slice(end, end + 16)}`;
}

function faultsIn(pair: Pair): Fault[] {
  const policy = parseDocument(pair.policy, { path: 'policy.md' });
  const stated = policy.units.flatMap(({ text }) =>
    figuresIn(text.text).map((figure) => ({ ...figure, words: wordsAround(text.text, figure) })),
  );
  const number = figuresIn(String(policy.frontMatter.data.number ?? ''));
  const articles = articlesOf(policy);
  return parseDocument(pair.text, { path: 'interpretation.md' }).units.flatMap(({ text: mapped }) => {
    const faults: Omit<Fault, 'pair'>[] = [];
    const add = (kind: Kind, start: number, end: number, to: string | null) => {
      if (to !== null && to !== mapped.text.slice(start, end)) faults.push({ kind, ...mapped.rangeOf(start, end), to });
    };
    for (const figure of figuresIn(mapped.text)) {
      const words = wordsAround(mapped.text, figure);
      const says = ({ measure, value }: Figure) => measure === figure.measure && agree(measure, value, figure.value);
      const isStated =
        (figure.measure === 'paper' && number.some(says)) ||
        stated.some((other) => says(other) && [...words].some((word) => other.words.has(word)));
      if (!isStated || figure.rough) continue;
      const written = mapped.text.slice(figure.start, figure.end);
      if (figure.measure === 'date' || figure.measure === 'year')
        add('date', figure.start, figure.end, otherDate(written));
      else if (figure.measure === 'paper') add('document number', figure.start, figure.end, otherSerial(written));
      else {
        add('figure', figure.start, figure.end, otherNumber(written));
        add('unit', figure.start, figure.end, otherUnit(written, figure));
      }
    }
    for (const match of mapped.text.matchAll(/第([一二三四五六七八九十百\d]{1,6})条/g)) {
      const to = otherArticle(match[1] as string, articles, mapped.text.slice(0, match.index));
      if (to !== null) add('article', match.index, match.index + match[0].length, to);
    }
    return faults.map((fault) => ({ pair, ...fault }));
  });
}

/** Three Han characters in a row near a figure. Two figures of one value that share none do not say the same. */
function wordsAround(text: string, { start, end }: Figure): Set<string> {
  const near = [text.slice(Math.max(0, start - 15), start), text.slice(end, end + 15)];
  const runs = near.flatMap((part) => part.match(/[\u4e00-\u9fff]{3,}/g) ?? []);
  return new Set(runs.flatMap((run) => Array.from({ length: run.length - 2 }, (_, i) => run.slice(i, i + 3))));
}

function otherNumber(written: string): string | null {
  const [, lead = '', number = '', unit = ''] =
    /^(百分之)?([\d.,]+|[一二两三四五六七八九十百千]+)(.*)$/.exec(written) ?? [];
  const value = readNumeral(number);
  if (value === null || value === 0) return null;
  const slips = [value + 1, value * 2, value * 10, Math.max(1, Math.round(value / 2)), value + 5].filter(
    (slip) => slip !== value,
  );
  const slip = pick(slips);
  return lead + (/\d/.test(number) || slip > 99 || !Number.isInteger(slip) ? String(slip) : hanNumeral(slip)) + unit;
}

function otherUnit(written: string, { measure }: Figure): string | null {
  if (!['days', 'workdays', 'months', 'yuan'].includes(measure)) return null;
  const swap = SWAPS.find(([unit]) => written.endsWith(unit));
  return swap ? written.slice(0, -swap[0].length) + swap[1] : null;
}

function otherDate(written: string): string | null {
  const parts = [...written.matchAll(/\d+/g)];
  const part = parts[Math.floor(random() * parts.length)];
  if (!part) return null;
  const value = Number(part[0]);
  const limit = part[0].length === 4 ? 9999 : written[part.index + part[0].length] === '月' ? 12 : 28;
  const to = value + 1 <= limit ? value + 1 : value - 1;
  return written.slice(0, part.index) + to + written.slice(part.index + part[0].length);
}

function otherSerial(written: string): string {
  return written.replace(/\d+(?=号)/, (serial) => String(Number(serial) + 1 + Math.floor(random() * 9)));
}

/** An article past the last. */
function otherArticle(written: string, articles: ArticleFacts | null, before: string): string | null {
  const value = readNumeral(written) ?? 0;
  const isOthers =
    /《[^《》]*(?:法|条例|规则|方案)》(?:（[^（）]*）)?$/.test(before) && !/办法》/.test(before.slice(-6));
  if (articles?.style !== 'article' || value > articles.articles.length || isOthers) return null;
  return `第${hanNumeral(Math.min(99, articles.articles.length + 1 + Math.floor(random() * 9)))}条`;
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

function shuffled<T>(items: readonly T[]): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Numbers from 0 to 1, the same in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
