import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { putInto } from './page-table.js';

/** Processor time at one size; why the text was refused, where it was. */
export interface Time {
  readonly ms: number;
  readonly refused?: string;
}

/** A worst-case text and its times at 256 K, 512 K and 1 M UTF-16 units; fewer where it was given up. */
export interface Row {
  readonly name: string;
  readonly times: readonly Time[];
}

/** Growth from half a megabyte to one that still counts as linear; 2 is the ideal. */
const LINEAR = 2.7;
/** Most milliseconds that 1 MB may take: each text is read twice, as an interpretation and as a policy. */
const SLOW = 10_000;
/** In shorter times the clock and the collector speak louder than the growth. */
const SHORT = 400;

/** Worse than linear, or slow. */
export function isBad(row: Row): boolean {
  const whole = row.times[2];
  return !whole || whole.ms > SLOW || (growth(row) ?? 0) > LINEAR;
}

/** From one size to the next, as long as the text is read; null where the times say nothing. */
function growth({ times }: Row): number | null {
  const read = times.filter(({ refused }) => !refused).map(({ ms }) => ms);
  const [before = 0, last = 0] = read.slice(-2);
  return read.length < 2 || last < SHORT ? null : last / Math.max(1, before);
}

export function growthOf(row: Row): string {
  const times = growth(row);
  return times === null ? '–' : `×${times.toFixed(1)}`;
}

export function timeOf(time: Time | undefined): string {
  if (!time) return 'given up';
  return time.refused ? `${time.ms} ${time.refused}` : String(time.ms);
}

const PAGE = 'reliability.md';

/** Puts a row into the table of the page, in the place of what was measured before. */
export function keep(row: Row): void {
  const page = readFileSync(fileURLToPath(new URL(`../docs/${PAGE}`, import.meta.url)), 'utf8');
  const rows = new Map<string, readonly Time[]>(
    [...page.matchAll(ROW)].map(([, name = '', cells = '']) => [named(name), timesIn(cells)]),
  );
  putInto(PAGE, 'linear', tableOf([...rows.set(row.name, row.times)].map(([name, times]) => ({ name, times }))));
}

/** A row as `tableOf` writes it: name, times. */
const ROW = /^\| `` (.*) `` \| (.*) \| [^|]* \|$/gm;

function named(written: string): string {
  return written.replaceAll('\\|', '|').replaceAll('\\n', '\n');
}

function timesIn(cells: string): readonly Time[] {
  return cells.split(' | ').flatMap((cell) => {
    const [, ms, refused] = /^(\d+)(?: (\w+))?$/.exec(cell) ?? [];
    return ms === undefined ? [] : { ms: Number(ms), ...(refused !== undefined && { refused }) };
  });
}

function tableOf(rows: readonly Row[]): string {
  const known = rows.flatMap((row) => {
    const times = growth(row);
    return times === null ? [] : { name: row.name, times };
  });
  const most = known.sort((a, b) => b.times - a.times)[0];
  const longest = rows
    .map(({ name, times }) => ({ name, ms: Math.max(0, ...times.map(({ ms }) => ms)) }))
    .sort((a, b) => b.ms - a.ms)[0];
  return [
    `Of ${rows.length} texts the largest growth is ×${most?.times.toFixed(1)} (\`${most?.name}\`), the longest time ${longest?.ms} ms (\`${longest?.name}\`).`,
    '',
    '| text | 256 K | 512 K | 1 M | growth |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      (row) =>
        `| \`\` ${row.name.replaceAll('|', '\\|').replaceAll('\n', '\\n')} \`\` | ${[0, 1, 2].map((i) => timeOf(row.times[i])).join(' | ')} | ${growthOf(row)} |`,
    ),
  ].join('\n');
}
