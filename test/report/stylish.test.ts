import { describe, expect, it } from 'vitest';
import { stylish } from '../../src/report/stylish.js';
import { displayWidth } from '../../src/report/terminal-text.js';
import { context, fileResult, finding, tagged } from './results.js';

const told = (...report: Parameters<typeof stylish>) => [...stylish(...report)].join('');

const said = (what: string) => ({ what, why: '', todo: '' });

describe('stylish', () => {
  it('prints the path, then a finding with line and column, severity, text and rule, then why and what to do', () => {
    expect(told([fileResult('解读.md', [finding({ line: 12, column: 3 })])], context)).toBe(
      [
        '解读.md',
        '  12:3  错误  没有写明涉及范围  element/scope',
        '      依据  某市解读办法第二条',
        '      改法  补写适用对象',
        '',
        '✖ 共 1 个问题（1 个错误，0 个警告）',
      ].join('\n'),
    );
  });

  it('prints the same in English with English plurals', () => {
    const parts = { what: 'No scope.', why: 'Article 2.', todo: 'Say whom it applies to.' };
    const results = [fileResult('a.md', [finding({ parts }), finding({ parts, severity: 1 })])];
    const report = told(results, { ...context, locale: 'en' });
    expect(report).toContain('  1:1  error    No scope  element/scope\n      Why    Article 2\n      To do  Say whom');
    expect(report).toMatch(/✖ 2 problems \(1 error, 1 warning\)$/);
  });

  it('aligns the columns of a file by what characters take on the screen', () => {
    const messages = [
      finding({ line: 3, parts: said('“目标任务”为空') }),
      finding({ line: 120, column: 14, severity: 1, parts: said('链接 a.md 不存在'), ruleId: 'link/no-broken-link' }),
      finding({ line: 7, parts: said('𠮷野家的说明为空') }),
    ];
    const lines = told([fileResult('某文件.md', messages)], context)
      .split('\n')
      .slice(1, 4);
    const columnOf = (mark: RegExp) => lines.map((line) => displayWidth(line.slice(0, line.search(mark))));
    expect(new Set(columnOf(/错误|警告/)).size).toBe(1);
    expect(new Set(columnOf(/element\/|link\//)).size).toBe(1);
  });

  it('puts the colons of lines and columns under each other and the path nowhere but above', () => {
    const messages = [finding({ line: 3, column: 12 }), finding({ line: 120, column: 4 })];
    const lines = told([fileResult('a.md', messages)], context).split('\n');
    expect(lines.filter((line) => line.includes('a.md'))).toEqual(['a.md']);
    expect(lines.flatMap((line) => /^ +\d+:\d+ +(?=错误)/.exec(line)?.[0] ?? [])).toEqual(['    3:12  ', '  120:4   ']);
  });

  it('lets a very long text run on without pushing the rules of its neighbours away', () => {
    const messages = [finding({ parts: said('短') }), finding({ parts: said('长'.repeat(200)) })];
    const [, short, long] = told([fileResult('a.md', messages)], context).split('\n');
    expect(short).toBe('  1:1  错误  短  element/scope');
    expect(long).toBe(`  1:1  错误  ${'长'.repeat(200)}  element/scope`);
  });

  it('does not name files without findings', () => {
    const report = told([fileResult('clean.md'), fileResult('faulty.md', [finding()])], context);
    expect(report).not.toContain('clean.md');
  });

  it('says so when there is nothing to report', () => {
    expect(told([fileResult('a.md'), fileResult('b.md')], context)).toBe('✔ 2 个文件，没有发现问题');
    expect(told([fileResult('a.md')], { ...context, locale: 'en' })).toBe('✔ 1 file, no problems found');
  });

  it('counts what can be corrected automatically', () => {
    const fix = { range: [0, 1] as const, text: '〔' };
    const results = [
      fileResult('a.md', [finding({ fix }), finding({ fix, severity: 1 }), finding({ fix, severity: 1 })]),
    ];
    expect(told(results, context)).toContain('其中 1 个错误、2 个警告可以自动改正');
    expect(told(results, { ...context, locale: 'en' })).toContain('1 error and 2 warnings can be fixed automatically');
    expect(told([fileResult('a.md', [finding()])], context)).not.toContain('自动');
  });

  it('names the files that could not be checked', () => {
    const fatal = finding({ ruleId: null, fatal: true, parts: said('文件读不出来') });
    const report = told([fileResult('a.md', [finding()]), fileResult('坏.md', [fatal])], context);
    expect(report).toContain('坏.md\n  1:1  错误  文件读不出来\n');
    expect(report).toMatch(/未能检查的文件：\n {4}坏\.md$/);
  });

  it('keeps an ellipsis and a text that is one stop only at its end', () => {
    const report = told(
      [fileResult('a.md', [finding({ parts: said('以“略……”代替。') }), finding({ parts: said('等等...') })])],
      context,
    );
    expect(report).toContain('以“略……”代替  element');
    expect(report).toContain('等等...');
  });

  it('writes out control characters of paths and texts', () => {
    const parts = { what: '有\u001b[31m红\u0007\n换行\u202e', why: '见\u009b2J', todo: '删\ud83d去' };
    const report = told([fileResult('a\u001b]0;x\n.md', [finding({ parts, ruleId: 'my\u001b/rule' })])], context);
    expect(report).toContain('a\\x1b]0;x\\x0a.md\n  1:1  ');
    expect(report).toContain('有\\x1b[31m红\\x07 换行\\u202e');
    expect(report).toContain('见\\x9b2J');
    expect(report).toContain('删\\ud83d去');
    expect(report).toContain('my\\x1b/rule');
    expect(report.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('paints path, place, severity, explanation and sum', () => {
    const results = [fileResult('a.md', [finding(), finding({ severity: 1 })])];
    const report = told(results, { ...context, paint: tagged });
    expect(report).toContain('<underline>a.md</underline>');
    expect(report).toContain('  <dim>1:1</dim>  <red>错误</red>');
    expect(report).toContain('<yellow>警告</yellow>');
    expect(report).toContain('<dim>      依据  某市解读办法第二条</dim>');
    expect(report).toContain('<red><bold>✖ 共 2 个问题');
    expect(told([fileResult('a.md', [finding({ severity: 1 })])], { ...context, paint: tagged })).toContain(
      '<yellow><bold>✖',
    );
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['政策', 4],
    ['（一）', 6],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['ｱ', 1],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
