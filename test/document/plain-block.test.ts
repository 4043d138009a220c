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
    '审签:\n  - { 角色: 科室负责人, 姓名: 甲, 日期: 2024-03-01 }\n  - { 角色: 分管领导, 姓名: 乙, 日期: 2024-03-02 }\n紧急: false',
    'sign-offs:\n  - role: 科室负责人\n    name: 甲\n\n  - role: 分管领导\n    name: 乙\npublished: 2024-03-01',
    'approval:\n  submitted: 2024-03-01\n  signatory: 甲\n\n\ntitle: 2024年12月的"新规"：甲',
    'drafter:\n- 甲\n- 乙\nissuer:\n  - 丙',
    'spokesperson: { name: 甲, post: 局长 }\r\napproval:\r\n  submitted: 2024-03-01\r\npolicy: https://www.a.example/b.md',
    'weight: 0\nsite:\n  order: 1234567890\n  list:\n    - 12\nnumber: 12',
    "title: '甲 # 乙: \\n \"丙\"'\nsource: ''\nsite:\n  - 'a, b'",
    'form: [图解, true, 12]\nmenu:\n  main: { weight: 30, parent: 政策, hidden: false }',
    'form: [图解, [甲, 乙], { a: [丙], b: 0 }]\nassets:\n  - { src: images/a.png, params: { width: 640, alt: 配图 } }',
    'consultation: { start: 2024-01-02, 结束: { a: 甲 } }\nsign-offs: [{ 角色: 科室负责人, 姓名: 甲 }, { role: 分管领导 }]',
    'a:\n  b:\n    c:\n      - d: 甲\n        e:\n          - 乙\n  f: 丙\n',
  ])('may nest: %j', (block) => {
    const read = readPlainBlock(block, 4);
    expect(read).not.toBeNull();
    expect(read).toEqual(readYamlBlock(block, 4));
  });

  it.each([
    'form: [图解,问答]',
    'form: []',
    'form: [图解, True]',
    'form: [图解, -1]',
    'form: [图解, []]',
    'form: [图解, [甲]乙]',
    'form: [图解, {甲: 乙}]',
    'form: [图解, [甲, 乙]',
    'form: [图解, 甲]]',
    'form: [图解, { a: 甲, a: 乙 }]',
    'site: { a: [甲 }, b: 乙] }',
    'site: { a: [甲, { b: 乙 ] } }',
    'site: { true: 甲 }',
    'site: { a: [[[[[[[[甲]]]]]]]] }',
    'title: 甲: 乙',
    'title: 甲 # 乙',
    'urgent: True',
    'title: .5',
    'title: 甲\n  a: 乙',
    'title:\n  甲',
    'drafter:\n  - 甲\n - 乙',
    'approval: {submitted: 2024-01-02}',
    'approval: { submitted: 2024-01-02, submitted: 2024-01-03 }',
    'approval:\n  submitted: 2024-01-02\n  submitted: 2024-01-03',
    '\u3000title: 甲',
    'title: 甲\n \ndrafter: 乙',
    'weight: 012',
    'weight: -1',
    'weight: 12345678901',
    'title: >\n  甲',
    'title: 甲\n  乙',
    'title: "甲\\n乙"',
    'title: &a 甲',
    'title: 甲\ntitle: 乙',
    'title:',
    '甲',
    '- 甲',
    "title: '甲''乙'",
    "title: '甲",
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
      '0x',
      'e',
      '+',
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
    const flow = fc.letrec((tie) => ({
      value: fc.oneof({ weight: 3, arbitrary: value }, fc.constantFrom('12', 'true'), tie('list'), tie('map')),
      list: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      map: fc
        .array(fc.tuple(key, fc.constantFrom(': ', ':'), tie('value')), { maxLength: 3 })
        .map((entries) => `{ ${entries.map((parts) => parts.join('')).join(', ')} }`),
    }));
    const line = fc
      .tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), fc.oneof(value, list, flow.list, flow.map))
      .map((parts) => parts.join(''));
    const pairs = fc
      .array(
        fc.tuple(key, fc.constantFrom(': ', ':'), value).map((parts) => parts.join('')),
        { maxLength: 3 },
      )
      .map((parts) => `{ ${parts.join(', ')} }`);
    const nested = fc
      .tuple(
        fc.constantFrom('', '  ', '    ', ' ', '   ', '\t'),
        fc.constantFrom('', '- ', '-  ', '-', '- - '),
        fc.oneof(line, value, list, pairs, fc.constantFrom('a:', 'approval:', '审签:')),
      )
      .map((parts) => parts.join(''));
    const open = fc.constantFrom('approval:', '审签:', 'a:', 'b: ', 'drafter:');
    const block = fc
      .tuple(
        fc.array(
          fc.oneof(
            { weight: 5, arbitrary: line },
            { weight: 5, arbitrary: nested },
            { weight: 4, arbitrary: open },
            fc.constantFrom('', ' '),
          ),
          { maxLength: 7 },
        ),
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
    );
    expect(plain).toBeGreaterThan(0);
  });

  it('that nests is read as the library reads it, also with a line moved or spoilt', () => {
    const text = fc.constantFrom(
      '甲',
      'a b',
      '2024-01-02',
      '"乙"',
      'true',
      '[甲, 乙]',
      '{ a: 甲, b: 2024-01-02 }',
      '[[甲, 12], { a: true, b: [乙] }]',
      '{ a: { b: 1, c: [丙, false] }, d: 甲 }',
      '{ a: [甲, b: 乙] }',
      '[甲, { a: 乙 ]',
      './a.md',
      '3日',
      '12',
      "'丙'",
      '',
    );
    const lines = (depth: number): fc.Arbitrary<string[]> =>
      fc
        .array(
          fc.tuple(
            fc.constantFrom('a', 'b', '审签', 'approval', 'c', 'title'),
            fc.constantFrom('map', 'list', 'maps', 'text', 'text'),
            fc.constantFrom('  ', '    ', ' ', ''),
            text,
            depth > 0 ? lines(depth - 1) : fc.constant(['a: 甲', 'b: 乙']),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((entries) =>
          entries.flatMap(([key, form, indent, value, inner]) => {
            if (form === 'text' || inner.length === 0) return [`${key}: ${value}`];
            const below =
              form === 'map' ? inner : inner.map((line, i) => `${form === 'list' || i === 0 ? '- ' : '  '}${line}`);
            return [`${key}:`, ...below.map((line) => `${indent}${line}`)];
          }),
        );
    const spoilt = fc.option(fc.tuple(fc.nat(20), fc.constantFrom(' ', '  ', '- ', '#', '\n', '  \n', '\t', ': ')), {
      freq: 2,
    });
    fc.assert(
      fc.property(lines(2), fc.constantFrom('\n', '\r\n'), spoilt, (written, newline, mark) => {
        if (mark) written = written.map((line, i) => (i === mark[0] % written.length ? mark[1] + line : line));
        const block = written.join(newline);
        const read = readPlainBlock(block, 7);
        if (read !== null) expect(read).toEqual(readYamlBlock(block, 7));
      }),
    );
  });
});
