import { describe, expect, it } from 'vitest';
import { staysInLine } from '../../src/language/stays-in-line.js';

describe('an expression that can be tried line by line', () => {
  it.each([
    '征求意见',
    '甲[^，\\n]{0,9}乙|丙',
    '(?:^|[。\\n])甲',
    '[，\\n]甲.{0,9}',
    '甲(?<=(?:^|[，\\n])[^\\n]{2}甲)',
    '甲(?=[，\\n])',
    '甲(?=[^\\n]{0,9}[，\\n])',
    '(?:处理|处罚)$',
    '甲(?!乙|丙)\\d{1,9}\\.',
  ])('%s', (source) => {
    expect(staysInLine(source)).toBe(true);
  });

  it.each([
    '甲[^，]{0,9}乙',
    '甲\\s乙',
    '甲\\n',
    '甲[，\\n]乙',
    '[，\\n]{1,2}甲',
    '乙?[，\\n]甲',
    '^[，\\n]甲',
    '(?:[，\\n]甲)+',
    '甲(?!《[^》]{2,9}》)',
    '甲(?=\\n乙)',
    '甲(?=\\n(?!乙))',
    '甲(?<=乙[^丙]甲)',
    '[，\\n]甲$',
    '甲[^\\u000b]',
    '甲[\\s\\S]',
    '甲)',
    '(甲',
  ])('is not %s', (source) => {
    expect(staysInLine(source)).toBe(false);
  });
});
