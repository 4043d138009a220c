import { describe, expect, it } from 'vitest';
import { compact } from '../../src/report/compact.js';
import { fileResult, finding } from './results.js';

// What VS Code's $eslint-compact problem matcher reads.
const MATCHER = /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/;

describe('compact', () => {
  it('prints a line for each finding and their number', () => {
    const results = [
      fileResult('a.md', [finding({ line: 3, column: 5, message: '没有写明涉及范围。' })]),
      fileResult('clean.md'),
      fileResult('b.md', [finding({ severity: 1, message: '链接失效。', ruleId: 'link/no-broken-link' })]),
    ];
    expect(compact(results)).toBe(
      [
        '/base/a.md: line 3, col 5, Error - 没有写明涉及范围。 (element/scope)',
        '/base/b.md: line 1, col 1, Warning - 链接失效。 (link/no-broken-link)',
        '',
        '2 problems',
      ].join('\n'),
    );
  });

  it('writes findings that problem matchers read, whatever the text holds', () => {
    const [line] = compact([fileResult('a.md', [finding({ message: '第一行\n第二行\u001b[0m' })])]).split('\n');
    expect(line?.match(MATCHER)?.slice(1)).toEqual([
      '/base/a.md',
      '1',
      '1',
      'Error',
      '第一行 第二行\\x1b[0m',
      'element/scope',
    ]);
  });

  it('leaves out the rule where there is none and counts one problem as one', () => {
    expect(compact([fileResult('a.md', [finding({ ruleId: null, message: '读不出来' })])])).toBe(
      '/base/a.md: line 1, col 1, Error - 读不出来\n\n1 problem',
    );
  });

  it('prints nothing where there is nothing to report', () => {
    expect(compact([fileResult('a.md')])).toBe('');
  });
});
