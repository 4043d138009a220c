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
    '二〇二四年三月一日',
    '二○二四年三月一日',
    '二零二四年三月一日',
    '二O二四年三月一日',
    '二〇二四年三月一日 9:30',
  ])('%s', (written) => {
    expect(properDate(written)).toBe('2024-03-01');
  });

  it.each(['２０２４／１３／１', '三月一日', '二〇二四年十三月一日', '二〇二三年二月二十九日', '二十日', '2024', ''])(
    'is none in %j',
    (written) => {
      expect(properDate(written)).toBeNull();
    },
  );
});
