import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/lint/result.js';
import { fingerprintsOf } from '../../src/report/fingerprint.js';
import { context, fileResult, finding } from './results.js';

const about = (subject: string, change: Partial<Omit<Message, 'parts'>> = {}) =>
  finding({ ...change, parts: { subject } });
const printsOf = (...messages: Message[]) => [...fingerprintsOf([fileResult('a.md', messages)], context).values()];

describe('fingerprints', () => {
  it('stay when lines move and messages are worded otherwise', () => {
    const parts = { what: 'No scope', why: '', todo: '', subject: '一、背景' };
    expect(printsOf(finding({ line: 40, column: 9, parts, message: 'No scope.' }))).toEqual(
      printsOf(about('一、背景')),
    );
  });

  it('differ by rule, message, subject and file', () => {
    const messages = [
      about('甲'),
      about('乙'),
      about('甲', { ruleId: 'element/standards' }),
      about('甲', { messageId: 'nominal' }),
    ];
    const other = fingerprintsOf([fileResult('b.md', [about('甲')])], context).values();
    expect(new Set([...printsOf(...messages), ...other]).size).toBe(5);
  });

  it('are unique among findings that are alike, which keep theirs when others come before them', () => {
    const alike = printsOf(about('待补充', { line: 3 }), about('待补充', { line: 8 }));
    expect(new Set(alike).size).toBe(2);
    expect(printsOf(about('另一处'), about('待补充'), about('待补充')).slice(1)).toEqual(alike);
  });
});
