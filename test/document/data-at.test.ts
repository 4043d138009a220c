import { describe, expect, it } from 'vitest';
import { dataAt } from '../../src/document/data-at.js';
import { percentDecoded } from '../../src/document/percent.js';

describe('the data at a path', () => {
  const data = { approval: { approved: '2024-03-01' }, 'sign-offs': [{ role: '分管领导' }], empty: null };

  it.each([
    [[], data],
    [['approval', 'approved'], '2024-03-01'],
    [['sign-offs', 0, 'role'], '分管领导'],
    [['sign-offs', '0', 'role'], '分管领导'],
    [['empty'], null],
    [['empty', 'more'], undefined],
    [['approval', 'approved', 'length'], undefined],
    [['constructor', 'name'], undefined],
    [['sign-offs', 1], undefined],
  ])('%j', (path, expected) => {
    expect(dataAt(data, path)).toEqual(expected);
  });
});

describe('percent-encoding', () => {
  it.each([
    ['a%20b', 'a b'],
    ['%E8%A7%A3%E8%AF%BB.md', '解读.md'],
    ['100%', '100%'],
    ['%E8%A7', '%E8%A7'],
    ['解读.md', '解读.md'],
  ])('%s', (written, expected) => {
    expect(percentDecoded(written)).toBe(expected);
  });

  it('keeps the marks of a whole address', () => {
    expect(percentDecoded('a%23b%20c', decodeURI)).toBe('a%23b c');
    expect(percentDecoded('a%23b%20c')).toBe('a#b c');
  });
});
