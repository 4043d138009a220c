import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { breachOf, type Term } from '../../rules/term.js';
import { ruleFixtures } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';
import { lineStartsOf } from '../../src/document/range.js';
import { type Day, readDate } from '../../src/language/dates.js';
import type { Locale } from '../../src/language/locale.js';
import { messagesOf } from '../../src/lint/messages.js';

const day = (written: string): Day => readDate(written) ?? expect.fail(`${written} is no day`);

function breach(from: string, count: number, unit: Term['unit'], done: string) {
  return breachOf({ count, unit }, { path: 'issued', day: day(from) }, { path: 'published', day: day(done) });
}

describe('terms', () => {
  it.each<[string, number, Term['unit'], string, string, string, string]>([
    ['2023-09-28', 3, 'workingDays', '2023-10-09', '2023-10-10', '超期 1 个工作日', 'National Day 2023'],
    ['2024-02-02', 2, 'workingDays', '2024-02-05', '2024-02-06', '超期 1 个工作日', 'Spring Festival 2024'],
    ['2025-01-24', 3, 'workingDays', '2025-02-05', '2025-02-07', '超期 2 个工作日', 'Spring Festival 2025'],
    ['2024-03-07', 1, 'workingDays', '2024-03-08', '2024-03-09', '超期 1 日', 'a weekend'],
    ['2024-01-31', 1, 'months', '2024-02-29', '2024-03-01', '超期 1 日', 'the end of a month'],
    ['2024-07-31', 7, 'days', '2024-08-07', '2024-08-10', '超期 3 日', 'days of the calendar'],
    ['2024-09-14', 0, 'workingDays', '2024-09-14', '2024-09-15', '超期 1 日', 'the same day'],
  ])('from %s, %i %s: kept on %s, missed on %s, %s (%s)', (from, count, unit, due, late, over) => {
    expect(breach(from, count, unit, due)).toBeNull();
    expect(breach(from, count, unit, late)).toMatchObject({ due, over: { 'zh-CN': over }, note: { 'zh-CN': '' } });
  });

  it('say where days off are not known', async () => {
    const rule = rules.find(({ id }) => id === 'process/publish-together') ?? expect.fail('no such rule');
    const fixture = ruleFixtures(rule.id).find(({ name }) => name === 'bad-year-without-calendar');
    const [found] = await lintFixture(fixture ?? expect.fail('no such fixture'), [rule]);
    const { finding, document } = found ?? expect.fail('nothing found');
    const message = (locale: Locale) => messagesOf([finding], lineStartsOf(document.text), locale)[0]?.message;
    expect(message('zh-CN')).toContain('最迟 2031-10-03，超期 3 个工作日（只按周末推算');
    expect(message('en')).toContain('by 2031-10-03; 3 working days late (reckoned by weekends only');
    expect(message('en')).not.toMatch(/[{}]/);
  });
});
