/**
 * Writes src/language/working-calendar.ts: the weekdays off and the weekend days worked, year by year, from
 * chinese-days (MIT, a development dependency). The library itself stays out of the program: loading it takes 10 ms
 * and its functions reckon in the machine's time zone.
 * Run after updating chinese-days: npx tsx scripts/working-calendar.ts
 */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Record<
  'holidays' | 'workdays',
  Readonly<Record<string, string>>
>;

/** What the State Council’s notices say and the data leave out, checked against holiday-calendar and the notices themselves. */
const LEFT_OUT_WORKED = [
  // 国办发明电〔2005〕35号: Saturday 31 December 2005 is worked for Tuesday 3 January 2006.
  '2005-12-31',
];

const off = Object.keys(holidays).filter((date) => !isWeekend(date));
const worked = [...new Set([...Object.keys(workdays), ...LEFT_OUT_WORKED])].filter(isWeekend);
const years = [...new Set(Object.keys(holidays).map((date) => date.slice(0, 4)))].sort();

const rows = years.map(
  (year) => `  '${[year, ...daysOf(off, year), ...daysOf(worked, year).map((day) => `+${day}`)].join(' ')}',`,
);
writeFileSync(
  new URL('../src/language/working-calendar.ts', import.meta.url),
  `// Made by scripts/working-calendar.ts from chinese-days (MIT). Do not edit.
/** By year, as MMDD: weekdays that are days off, and, with a +, days of a weekend that are worked. */
export const WORKING_CALENDAR: readonly string[] = [
${rows.join('\n')}
];
`,
);

function daysOf(dates: readonly string[], year: string): string[] {
  const days = dates.filter((date) => date.startsWith(year)).map((date) => date.slice(5).replace('-', ''));
  return days.sort();
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
