import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });

describe('texts beyond all measure', () => {
  it('may hold more links in a line than a call takes arguments', () => {
    const { links } = parse('[甲](a)'.repeat(150_000));
    expect(links).toHaveLength(150_000);
    expect(links.at(-1)).toMatchObject({
      to: 'a',
      text: '甲',
      range: { start: 149_999 * 6 + 4, end: 149_999 * 6 + 5 },
    });
  });

  it('may hold more HTML links in a block', () => {
    expect(parse(`<div>${'<a href=b>'.repeat(150_000)}</div>`).links).toHaveLength(150_000);
  });

  it.each([
    '>',
    '- ',
    '1. ',
    '*',
    '_',
    '[',
    '![',
    '<',
    '<!--',
    '`',
    '|',
    '#',
    '\t',
    '　',
    '【',
    '《',
    '（一）',
    '一、',
    '问：',
  ])('%s many times', (unit) => {
    const text = unit.repeat(20_000);
    for (const { range } of parse(text).sentences) expect(range.end).toBeLessThanOrEqual(text.length);
  });
});
