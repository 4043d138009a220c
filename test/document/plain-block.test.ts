import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainBlock } from '../../src/document/plain-block.js';
import { readYamlBlock } from '../../src/document/yaml-block.js';

describe('a block of plain lines', () => {
  it('is read without the YAML library', () => {
    const block =
      'kind: interpretation\nform: [图解, 问答]\n标题: "《办法》解读"\r\npublished: 2024-03-01\n\npolicy: ../policies/a.md';
    expect(readPlainBlock(block, 4)).toEqual(readYamlBlock(block, 4));
    expect(readPlainBlock(block, 4)?.entries).toHaveLength(5);
  });

  it.each([
    'form: [图解,问答]',
    'form: []',
    'form: [图解, true]',
    'form: [图解, [甲]]',
    'title: 甲: 乙',
    'title: 甲 # 乙',
    'urgent: true',
    'number: 12',
    'title: >\n  甲',
    'title: 甲\n  乙',
    'title: "甲\\n乙"',
    'title: &a 甲',
    'title: 甲\ntitle: 乙',
    'title:',
    '甲',
    '- 甲',
    "title: '甲'",
    'title: 甲 ',
    'title: 2024-03-01 08:00',
  ])('is not what this is: %j', (block) => {
    expect(readPlainBlock(block, 0)).toBeNull();
  });

  it('is read as the library reads it', () => {
    const key = fc.constantFrom(
      'kind',
      'title',
      '标题',
      '政策文件',
      'policy',
      'urgent',
      'issued',
      'a-b',
      'null',
      'y',
      'Kind',
    );
    const part = fc.constantFrom(
      '甲',
      'a',
      ' ',
      '"',
      "'",
      ':',
      ': ',
      '#',
      ' #',
      '-',
      ',',
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '%',
      '@',
      '`',
      '|',
      '>',
      '?',
      '《',
      '》',
      '\\',
      '\t',
      '1',
      '.',
      '~',
      '　',
      'true',
      '2024-01-02',
      '/',
      '\u00a0',
      '\u2028',
      '𠮷',
    );
    const value = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const list = fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
    const line = fc
      .tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), fc.oneof(value, list))
      .map((parts) => parts.join(''));
    const block = fc
      .tuple(
        fc.array(fc.oneof({ weight: 9, arbitrary: line }, fc.constant('')), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
      )
      .map(([lines, newline]) => lines.join(newline));
    let plain = 0;
    fc.assert(
      fc.property(block, (text) => {
        const read = readPlainBlock(text, 7);
        if (read === null) return;
        plain++;
        expect(read).toEqual(readYamlBlock(text, 7));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(100);
  });
});
