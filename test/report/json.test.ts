import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.js';
import { fileResult, finding } from './results.js';

describe('json', () => {
  it('prints ESLint’s shape, clean files included, and nothing of its own', () => {
    const fix = { range: [3, 4] as const, text: '〔' };
    const results = [fileResult('a.md', [finding({ fix })]), fileResult('b.md')];
    expect(JSON.parse([...json(results)].join(''))).toEqual([
      {
        filePath: '/base/a.md',
        messages: [
          {
            ruleId: 'element/scope',
            severity: 2,
            message: '没有写明涉及范围。某市解读办法第二条。补写适用对象。',
            messageId: 'absent',
            line: 1,
            column: 1,
            endLine: 1,
            endColumn: 5,
            clauses: ['XY-2b'],
            fix: { range: [3, 4], text: '〔' },
          },
        ],
        suppressedMessages: [],
        errorCount: 1,
        warningCount: 0,
        fatalErrorCount: 0,
        fixableErrorCount: 1,
        fixableWarningCount: 0,
      },
      {
        filePath: '/base/b.md',
        messages: [],
        suppressedMessages: [],
        errorCount: 0,
        warningCount: 0,
        fatalErrorCount: 0,
        fixableErrorCount: 0,
        fixableWarningCount: 0,
      },
    ]);
  });

  it('leaves the parts out of suppressed findings too and marks fatal ones', () => {
    const result = { ...fileResult('a.md', [finding({ ruleId: null, fatal: true })]), suppressedMessages: [finding()] };
    const [file] = JSON.parse([...json([result])].join(''));
    expect(file.messages[0]).toMatchObject({ ruleId: null, fatal: true });
    expect(file.suppressedMessages[0]).not.toHaveProperty('parts');
    expect(file.suppressedMessages[0].ruleId).toBe('element/scope');
  });

  it('is one line that a terminal cannot be steered by, and reads back unchanged', () => {
    const message = '引文\u001b[2J\n\u009b\u2028\u202e结束\ud83d';
    const text = [...json([fileResult('a.md', [finding({ message })])])].join('');
    expect(text).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(JSON.parse(text)[0].messages[0].message).toBe(message);
  });

  it('prints an empty array for no files', () => {
    expect([...json([])].join('')).toBe('[]');
  });
});
