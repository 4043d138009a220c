import { describe, expect, it } from 'vitest';
import { properDate } from '../../src/language/dates.js';

describe('the date that people mean', () => {
  it.each([
    '2024年3月1日',
    '2024/3/1',
    '２０２４／３／１',
    '２０２４－０３－０１',
    '2024．3．1',
    '20240301',
    '2024-3-1 9:30',
  ])('%s', (written) => {
    expect(properDate(written)).toBe('2024-03-01');
  });

  it.each(['２０２４／１３／１', '三月一日', '2024', ''])('is none in %j', (written) => {
    expect(properDate(written)).toBeNull();
  });
});
