import { describe, expect, it } from 'vitest';
import type { FrontMatterNode } from '../../src/document/front-matter.js';
import { HIGHEST, LIMITS } from '../../src/document/limits.js';
import { parseDocument } from '../../src/document/parse.js';
import { readFrontMatter } from '../../src/document/read-front-matter.js';

const read = (text: string) => {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const problems = frontMatter.problems.map(({ id, range, data }) => ({
    id,
    start: range.start,
    at: text.slice(range.start, range.end),
    data,
  }));
  return { ...frontMatter, problems, body: text.slice(bodyStart) };
};

describe('what is no YAML block', () => {
  it.each(['js', 'javascript', 'JS', ' js', 'JavaScript', 'coffee', 'json', 'toml', '{}'])(
    'is not run: ---%s',
    (language) => {
      const marks = globalThis as { executed?: boolean };
      delete marks.executed;
      const block = '{ title: (globalThis.executed = true, "甲") }\nglobalThis.executed = true;';
      const { status, problems, data, body } = read(`---${language}\n${block}\n---\n正文\n`);
      expect(marks.executed).toBeUndefined();
      expect({ status, data, body }).toEqual({ status: 'broken', data: {}, body: '正文\n' });
      expect(problems).toEqual([{ id: 'language', start: 3, at: language, data: { language: language.trim() } }]);
    },
  );

  it.each(['yaml', 'YAML', 'yml', ' yaml '])('but ---%s names YAML', (language) => {
    expect(read(`---${language}\ntitle: 甲\n---\n`)).toMatchObject({ status: 'ok', data: { title: '甲' } });
  });

  it.each([
    ['---\ntitle: 甲\n\n正文\n', '\n\n正文\n'],
    ['---\ntitle: 甲\n# 正文\n', '\n# 正文\n'],
    ['---\r\ntitle: 甲\r\n\r\n正文\r\n', '\r\n\r\n正文\r\n'],
  ])('is not closed: %j keeps its text', (text, body) => {
    const { status, problems, body: left } = read(text);
    expect({ status, problems }).toEqual({
      status: 'broken',
      problems: [{ id: 'unclosed', start: 0, at: '---', data: {} }],
    });
    expect(left).toBe(body);
  });

  it.each(['--- 完', '----', '---js', '---title: 乙'])('is not closed by %s', (line) => {
    expect(read(`---\ntitle: 甲\n${line}\n正文\n`)).toMatchObject({
      status: 'broken',
      data: {},
      problems: [{ id: 'closing', start: 13, at: line, data: { line } }],
      body: '正文\n',
    });
  });

  it('is not opened by a rule, nor by three hyphens in the text', () => {
    for (const text of [
      '----\n提示: 甲\n---\n正文',
      '——\n甲：乙\n',
      '———题目———\n标题: 甲\n',
      '正文\n\n---\ntitle: 甲\n---\n',
      '',
    ]) {
      expect(read(text)).toMatchObject({ status: 'none', problems: [], body: text });
    }
  });

  it.each(['\n', '\r\n\r\n', '  ', '\u3000\n'])('comes after %j and is told of', (lead) => {
    expect(read(`${lead}---\ntitle: 甲\n---\n`)).toMatchObject({
      status: 'none',
      problems: [{ id: 'notFirst', start: lead.length, at: '---' }],
    });
  });
});

describe('front matter that begins otherwise', () => {
  it.each(['----', '———', '––', '+++', '－－－', '----------  '])('%s is told of', (line) => {
    const key = line === '+++' ? 'title = "甲"' : '标题: 甲';
    expect(read(`${line}\n${key}\n${line}\n正文\n`)).toMatchObject({
      status: 'none',
      problems: [{ id: 'notFirst', start: 0, at: line.trim() }],
    });
  });
});

describe('YAML that is refused', () => {
  it.each([
    ['a: &x 1', 'alias', '1'],
    ['a: &x 1\nb: *x', 'alias', '1'],
    ['a: *x', 'alias', '*x'],
    ['a: &x [1]\nb: [*x, *x, *x]', 'alias', '[1]'],
    ['a: !date 2024-01-01', 'tag', '2024-01-01'],
    ['a: !!str 1', 'tag', '1'],
    ['a: !!js/function x', 'tag', 'x'],
    ['a: !!binary aGk=', 'tag', 'aGk='],
    ['a: !!set {x, y}', 'tag', '{x, y}'],
    ['title：甲', 'fullWidthColon', '：'],
    ['文号：某政发〔2024〕1号', 'fullWidthColon', '：'],
    ['- 甲', 'notMapping', '- 甲'],
    ['甲', 'notMapping', '甲'],
    ['title: [甲', 'syntax', '甲'],
    ['title: "甲', 'syntax', '甲'],
    ['title: 甲\ntitle: 乙', 'syntax', 't'],
    ['title: a: b', 'syntax', 'a'],
    ['title: 甲\n\tform: b', 'syntax', '\t'],
    ['title: 甲\n...\nform: b', 'syntax', 'form: b'],
  ])('%j is %s', (yaml, id, at) => {
    for (const newline of ['\n', '\r\n']) {
      const text = `---\n${yaml}\n---\n正文`.replaceAll('\n', newline);
      const { status, problems, data, entries, body } = read(text);
      expect(problems).toMatchObject([{ id, at }]);
      expect({ status, data, entries, body }).toEqual({ status: 'broken', data: {}, entries: [], body: '正文' });
    }
  });

  it('names the key before a full-width colon at its true place', () => {
    expect(read('---\r\ntitle: 甲\r\n发文机关：某局\r\n---\r\n').problems).toEqual([
      { id: 'fullWidthColon', start: 19, at: '：', data: { key: '发文机关' } },
    ]);
  });

  it.each([
    ['[', 5000, LIMITS.frontMatterDepth],
    ['{a: ', 5000, LIMITS.frontMatterDepth],
    ['- ', 5000, 0],
    ['? ', 5000, 0],
  ])('nests too deep: %s × %i', (unit, times) => {
    const text = `---\na: ${unit === '- ' || unit === '? ' ? '\n' : ''}${unit.repeat(times)}\n---\n正文`;
    expect(read(text)).toMatchObject({
      status: 'broken',
      problems: [{ id: 'tooDeep', data: { limit: LIMITS.frontMatterDepth } }],
      body: '正文',
    });
  });

  it.each([
    [
      'maps by indentation',
      (deep: number) => Array.from({ length: deep + 1 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['lists in a line', (deep: number) => `a:\n${'- '.repeat(deep - 1)}- a`],
    ['lists in brackets', (deep: number) => `a: ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['lists in brackets below maps', (deep: number) => `a:\n b: ${'['.repeat(deep - 1)}${']'.repeat(deep - 1)}`],
  ])('nests as deep as is allowed and no deeper: %s', (_, nested) => {
    for (const limit of [LIMITS.frontMatterDepth, 40, HIGHEST.frontMatterDepth]) {
      const statusOf = (deep: number) =>
        readFrontMatter(`---\n${nested(deep)}\n---\n`, { ...LIMITS, frontMatterDepth: limit }).frontMatter.status;
      expect([statusOf(limit), statusOf(limit + 1)]).toEqual(['ok', 'broken']);
    }
  });

  it('keeps keys apart that mean something to every object', () => {
    const written = ['toString', 'valueOf', '__proto__', 'constructor'];
    for (const block of [written.map((key) => `${key}: 甲`), written.map((key) => `"${key}": 甲 # 乙`)]) {
      const { status, entries, data } = read(`---\n${block.join('\n')}\n---\n`);
      expect(status).toBe('ok');
      expect(entries.map(({ writtenKey }) => writtenKey)).toEqual(written);
      expect(String(data)).toBe('[object Object]');
      expect(Object.values(data)).toEqual(['甲', '甲', '甲', '甲']);
    }
  });

  it('counts what is side by side once', () => {
    const lists = Array.from({ length: 200 }, (_, i) => `a${i}:\n  - b: c\n    d: [e]\n  - f`).join('\n');
    expect(read(`---\n${lists}\n---\n`).status).toBe('ok');
  });

  it('still reads what nests as deep as vocabulary goes', () => {
    expect(read('---\n审签: [{角色: 分管领导, 姓名: 张某}]\n---\n').status).toBe('ok');
  });

  it('is too large beyond its limit', () => {
    const block = (length: number) => `---\ntitle: ${'甲'.repeat(length)}\n---\n正文`;
    expect(read(block(100 * 1024))).toMatchObject({
      status: 'broken',
      problems: [{ id: 'tooLarge', start: 0, at: '---', data: { limit: LIMITS.frontMatterSize } }],
      body: '正文',
    });
    expect(read(block(50 * 1024)).status).toBe('ok');
  });

  it('is refused again when the same text is read again', () => {
    for (const text of ['---\ntitle: [\n---\n正文', '---js\n{}\n---\n', '---\ntitle: 甲\n']) {
      const first = readFrontMatter(text);
      expect(first.frontMatter.status).toBe('broken');
      expect(readFrontMatter(text)).toEqual(first);
      expect(readFrontMatter(text)).toEqual(first);
    }
  });
});

describe('YAML that is read', () => {
  const text = [
    '---',
    '类型: 解读',
    'title: "关于《办法》的解读"',
    '印发日期: 2024-03-01',
    'held: 2024-03-01T10:00:00Z',
    '紧急: 是',
    'form: [文字, 图解]',
    '审签:',
    '  - 角色: 分管领导',
    '    date: 2024-02-28',
    'secrecy-review: {审查人: 李某}',
    'weird: 007',
    '---',
    '正文',
  ];
  const data = {
    kind: 'interpretation',
    title: '关于《办法》的解读',
    issued: '2024-03-01',
    held: '2024-03-01T10:00:00Z',
    urgent: true,
    form: ['文字', '图解'],
    'sign-offs': [{ role: '分管领导', date: '2024-02-28' }],
    'secrecy-review': { reviewer: '李某' },
    weird: 7,
  };

  it.each(['\n', '\r\n', '\r'])(
    'with %j: keys in both languages, dates as written, every value at its place',
    (newline) => {
      const source = text.join(newline);
      const { frontMatter, bodyStart } = readFrontMatter(source);
      expect(frontMatter).toMatchObject({ status: 'ok', problems: [], data });
      expect(source.slice(bodyStart)).toBe('正文');
      expect(source.slice(frontMatter.range.start, frontMatter.range.end)).toBe(
        source.slice(0, source.length - '正文'.length),
      );
      const places = frontMatter.entries.map(({ writtenKey, keyRange, node }) => [
        source.slice(keyRange.start, keyRange.end) === writtenKey,
        leaves(node, source),
      ]);
      expect(places).toEqual([
        [true, ['解读']],
        [true, ['"关于《办法》的解读"']],
        [true, ['2024-03-01']],
        [true, ['2024-03-01T10:00:00Z']],
        [true, ['是']],
        [true, ['文字', '图解']],
        [true, ['分管领导', '2024-02-28']],
        [true, ['李某']],
        [true, ['007']],
      ]);
    },
  );

  it('is the same every time', () => {
    const source = text.join('\n');
    expect(readFrontMatter(source)).toEqual(readFrontMatter(source));
  });

  it('keeps astral characters in place', () => {
    const source = '---\ntitle: 𠮷祥\nform: [𠀀]\n---\n正文';
    const [, form] = readFrontMatter(source).frontMatter.entries;
    expect(form && leaves(form.node, source)).toEqual(['𠀀']);
  });

  it.each(['---\n---\n正文', '---\n\n---\n正文', '---\n# 注释\n---\n正文', '---   \n---\n正文'])(
    'may be empty: %j',
    (empty) => {
      expect(read(empty)).toMatchObject({ status: 'ok', data: {}, entries: [], problems: [], body: '正文' });
    },
  );

  it('has places for keys without a value', () => {
    const { entries } = read('---\ntitle:\nform: 文字\n---\n');
    expect(entries[0]).toMatchObject({
      key: 'title',
      node: { type: 'scalar', value: null, range: { start: 10, end: 10 } },
    });
  });

  it('leaves the body true to the text', () => {
    const source = '---\r\ntitle: 甲\r\n---\r\n\r\n一、背景\r\n';
    const [heading] = parseDocument(source, { path: 'a.md' }).sections;
    expect(heading && source.slice(heading.titleRange.start, heading.titleRange.end)).toBe('一、背景');
  });
});

function leaves(node: FrontMatterNode, source: string): string[] {
  if (node.type === 'list') return node.items.flatMap((item) => leaves(item, source));
  if (node.type === 'map') return node.entries.flatMap((entry) => leaves(entry.node, source));
  return [source.slice(node.range.start, node.range.end)];
}

describe('a body below front matter that is not closed', () => {
  it.each([
    ['in the line below', '--- js\n甲', '甲'],
    ['below a blank line', '---\ntitle: 题\n\n甲', '甲'],
    ['below a heading', '---\r\ntitle: 题\r\n# 甲\r\n乙', '甲'],
    ['of the lines above it', '---\ntitle: 题', 'title: 题'],
  ])('stands where it does: %s', (_, text, shown) => {
    const { units } = parseDocument(text, { path: 'a.md' });
    const unit = units.find((one) => one.text.text === shown);
    expect(unit && text.slice(unit.range.start, unit.range.end)).toBe(shown);
  });
});
