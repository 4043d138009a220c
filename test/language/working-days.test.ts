import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, dayAt, dayNumber, readDate, writeDate } from '../../src/language/dates.js';
import { addWorkingDays, workingDaysBetween } from '../../src/language/working-days.js';

const day = (written: string): Day => readDate(written) ?? expect.fail(`${written} is no day`);
const due = (from: string, count: number) => {
  const { value, certain } = addWorkingDays(day(from), count);
  return `${writeDate(value)}${certain ? '' : '?'}`;
};

describe('terms in working days', () => {
  it.each([
    ['2024-03-04', 3, '2024-03-07', 'the day of the event does not count'],
    ['2024-03-07', 3, '2024-03-12', 'a weekend'],
    ['2024-03-09', 1, '2024-03-11', 'from a Saturday'],
    ['2023-09-28', 3, '2023-10-09', 'National Day 2023: 7 and 8 October are worked'],
    ['2023-09-27', 5, '2023-10-10', 'over the eight days of National Day 2023'],
    ['2024-02-02', 1, '2024-02-04', 'Spring Festival 2024: Sunday 4 February is worked'],
    ['2024-02-08', 3, '2024-02-19', 'Spring Festival 2024: 18 February is worked'],
    ['2025-01-24', 2, '2025-01-27', 'Spring Festival 2025: Sunday 26 January is worked'],
    ['2025-01-27', 5, '2025-02-10', 'Spring Festival 2025: 8 February is worked'],
    ['2024-05-30', 2, '2024-06-03', 'over the end of a month'],
    ['2023-12-29', 1, '2024-01-02', 'over the end of a year'],
    ['2005-12-30', 1, '2005-12-31', 'Saturday 31 December 2005 is worked for the New Year that follows'],
    ['2005-12-30', 3, '2006-01-05', 'over the New Year of 2006'],
    ['2006-12-29', 3, '2007-01-04', 'the weekend before New Year 2007 is worked'],
    ['2007-12-28', 1, '2007-12-29', 'Saturday 29 December 2007 is worked for Monday'],
    ['2009-12-31', 1, '2010-01-04', 'New Year 2010: no day is worked for it'],
    ['2015-09-02', 1, '2015-09-06', 'two days off in September 2015, one Sunday worked'],
    ['2020-01-23', 1, '2020-02-03', 'the Spring Festival of 2020 was made longer'],
    ['2018-12-28', 1, '2018-12-29', 'days worked for the New Year that follows'],
    ['2024-10-16', 0, '2024-10-16', 'no days'],
    ['2023-10-09', -3, '2023-09-28', 'ahead of an event, over National Day'],
    ['2024-11-28', -5, '2024-11-21', 'ahead of an event, over a weekend'],
    ['2031-10-01', 5, '2031-10-08?', 'a year without data: by weekends, and said so'],
    ['2026-12-24', 5, '2026-12-31?', 'the turn to a year without data'],
    ['2003-12-30', 2, '2004-01-02?', 'before the data begins'],
    ['2026-10-09', 2, '2026-10-12', 'the last year of the data'],
  ])('%s %i %s: %s', (from, count, end) => {
    expect(due(from, count)).toBe(end);
  });

  it('count between days what they add', () => {
    expect(workingDaysBetween(day('2023-09-28'), day('2023-10-10'))).toEqual({ value: 4, certain: true });
    expect(workingDaysBetween(day('2024-02-02'), day('2024-02-18'))).toEqual({ value: 7, certain: true });
    expect(workingDaysBetween(day('2024-03-08'), day('2024-03-10'))).toEqual({ value: 0, certain: true });
    expect(workingDaysBetween(day('2024-03-08'), day('2024-03-01'))).toEqual({ value: 0, certain: true });
    expect(workingDaysBetween(day('2031-01-01'), day('2031-01-10'))).toEqual({ value: 7, certain: false });
    const days = fc.integer({ min: dayNumber(day('2000-01-01')), max: dayNumber(day('2030-01-01')) });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (start, count) => {
        const end = addWorkingDays(dayAt(start), count).value;
        expect(workingDaysBetween(dayAt(start), end).value).toBe(count);
      }),
    );
  });

  it('agree with the calendar they are made from, day by day', () => {
    const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
    const wrong: string[] = [];
    for (let at = dayNumber(day('2004-01-01')); at <= dayNumber(day('2026-12-25')); at++) {
      const written = writeDate(dayAt(at));
      const weekend = [0, 6].includes(new Date(`${written}T00:00:00Z`).getUTCDay());
      const { value, certain } = workingDaysBetween(dayAt(at - 1), dayAt(at));
      if (value !== Number(written in workdays || (!weekend && !(written in holidays))) || !certain)
        wrong.push(written);
    }
    // The data lack a Saturday that the notice for 2006 has worked.
    expect(wrong).toEqual(['2005-12-31']);
  });

  it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])('are the same in %s', (zone) => {
    const script = `
      import { readDate, writeDate } from './src/language/dates.ts';
      import { addWorkingDays } from './src/language/working-days.ts';
      const ends = ['2023-09-28', '2024-02-02', '2025-01-24', '2024-03-10'].map((from) => writeDate(addWorkingDays(readDate(from), 3).value));
      console.log(ends.join(' '));`;
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe('2023-10-09 2024-02-06 2025-02-05 2024-03-13');
  });
});

describe('terms in months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-15', 1, '2024-04-15'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s %i %s', (from, months, end) => {
    expect(writeDate(addMonths(day(from), months))).toBe(end);
  });
});

describe('days of the calendar', () => {
  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-1', '20240401', ''])(
    '%j is none',
    (written) => {
      expect(readDate(written)).toBeNull();
    },
  );

  it('are numbered without gaps', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(writeDate(addDays(day('2024-02-28'), 2))).toBe('2024-03-01');
    expect(writeDate(addDays(day('2024-03-01'), -1))).toBe('2024-02-29');
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        expect(dayNumber(dayAt(number))).toBe(number);
        expect(readDate(writeDate(dayAt(number)))).toEqual(dayAt(number));
      }),
    );
  });
});
