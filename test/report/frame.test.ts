import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/frame.js';
import { stylish } from '../../src/report/stylish.js';
import { displayWidth } from '../../src/report/terminal-text.js';
import { context, fileResult, finding, tagged } from './results.js';

const told = (...report: Parameters<typeof stylish>) => [...stylish(...report)].join('');

const frame = (sourceLine: string, column: number, endColumn: number, endLine = 7) =>
  codeFrame(finding({ line: 7, column, endLine, endColumn, sourceLine }), context);

/** The columns of the screen that carets take, from 0, counted from where the line's text begins. */
function caretColumns([text = '', carets = '']: string[]) {
  const start = carets.indexOf('^') - 4;
  return { text: text.slice(4), start, end: start + carets.trim().replace(/^\| */, '').length };
}

describe('codeFrame', () => {
  it('puts a caret under each column of what is found, two under a full-width character', () => {
    expect(frame('一、背景', 3, 5)).toEqual(['7 | 一、背景', '  |     ^^^^']);
    expect(frame('abc', 2, 3)).toEqual(['7 | abc', '  |  ^']);
  });

  it('counts tabs to their stops, combining marks as nothing and characters beyond the first plane once', () => {
    expect(frame('\ta\tb', 4, 5)).toEqual(['7 |     a   b', '  |         ^']);
    expect(frame('e\u0301x', 3, 4)).toEqual(['7 | e\u0301x', '  |  ^']);
    expect(frame('𠮷a', 3, 4)).toEqual(['7 | 𠮷a', '  |   ^']);
  });

  it('marks a place without extent by one caret, also at the end of the line', () => {
    expect(frame('abc', 2, 2)).toEqual(['7 | abc', '  |  ^']);
    expect(frame('政策', 3, 3)).toEqual(['7 | 政策', '  |     ^']);
    expect(frame('', 1, 1)).toEqual(['7 |', '  | ^']);
  });

  it('shows the first of several lines, marked to its end', () => {
    expect(frame('甲乙', 2, 4, 9)).toEqual(['7 | 甲乙', '  |   ^^']);
  });

  it('cuts a long line around the place', () => {
    const line = `${'前'.repeat(500)}错误${'后'.repeat(500)}`;
    const lines = frame(line, 501, 503);
    const { text, start, end } = caretColumns(lines);
    expect(text).toMatch(/^\.\.\.前+错误后+\.\.\.$/);
    expect(displayWidth(text)).toBeLessThanOrEqual(80);
    expect(start).toBe(displayWidth(text.slice(0, text.indexOf('错误'))));
    expect(end - start).toBe(4);
  });

  it('cuts only where something is left out', () => {
    expect(frame(`错${'后'.repeat(60)}`, 1, 2)[0]).toMatch(/^7 \| 错后+\.\.\.$/);
    expect(frame(`${'前'.repeat(60)}错`, 61, 62)[0]).toMatch(/^7 \| \.\.\.前+错$/);
    expect(frame('前'.repeat(36), 36, 37)[0]).toBe(`7 | ${'前'.repeat(36)}`);
  });

  it('splits no character where it cuts, and marks what fits of a long finding', () => {
    const [text = '', carets = ''] = frame('𠮷'.repeat(2000), 1001, 3001);
    expect(text).not.toMatch(/\\u|\p{Cs}/u);
    expect(carets.length).toBeLessThanOrEqual(displayWidth(text));
  });

  it('writes out control characters, with the carets after them in place', () => {
    expect(frame('\u001b[0m错', 5, 6)).toEqual(['7 | \\x1b[0m错', '  |        ^^']);
  });

  it('is nothing without a source line', () => {
    expect(codeFrame(finding(), context)).toEqual([]);
  });

  it('paints the carets as the severity', () => {
    const [, carets] = codeFrame(finding({ severity: 1, sourceLine: 'a', endColumn: 2 }), { paint: tagged });
    expect(carets).toBe('<dim>  |</dim> <yellow>^</yellow>');
  });
});

describe('stylish with frames', () => {
  it('puts the frame between what is wrong and why', () => {
    const results = [fileResult('a.md', [finding({ sourceLine: '政策', endColumn: 3 })])];
    expect(
      told(results, { ...context, frame: true })
        .split('\n')
        .slice(1, 5),
    ).toEqual([
      '  1:1  错误  没有写明涉及范围  element/scope',
      '      1 | 政策',
      '        | ^^^^',
      '      依据  某市解读办法第二条',
    ]);
  });

  it('says why a file with what must not be shown has none', () => {
    const results = [{ ...fileResult('a.md', [finding()]), sensitive: true as const }];
    expect(told(results, { ...context, frame: true })).toContain('不显示原文');
    expect(told(results, context)).not.toContain('不显示原文');
  });
});
