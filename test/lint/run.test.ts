import { describe, expect, it } from 'vitest';
import { defineRule, type Rule } from '../../rules/rule.js';
import { lintInMemory } from './memory.js';

const words = (text: string) => ({ 'zh-CN': `${text}（中）`, en: `${text} (en)` });

/** A made-up rule; `messages` has one message, `found`. */
function rule(more: Partial<Rule> & Pick<Rule, 'id'>): Rule {
  const messages = { found: { what: words('发现“{word}”'), todo: words('改掉') } };
  return defineRule({
    kinds: 'any',
    demand: words('不许'),
    severity: 'error',
    messages,
    ...more,
  } as Rule);
}

/** Reports every 错 of a document. */
const finder = (id: string) =>
  rule({
    id,
    check({ document, report }) {
      for (const { index } of document.text.matchAll(/错/g))
        report({ messageId: 'found', at: { start: index, end: index + 1 }, evidence: '错', data: { word: '错' } });
    },
  });

const thrower = rule({
  id: 'test/thrower',
  check({ document }) {
    if (document.text.includes('炸')) throw new Error('炸了');
  },
});

describe('a rule that fails', () => {
  it('is a fatal finding on that file that names the rule; other rules and files go on', async () => {
    const { results } = await lintInMemory(
      { '/archive/a.md': '炸，错', '/archive/b.md': '错' },
      { rules: [thrower, finder('test/finder')] },
    );
    expect(results.map(({ fatalErrorCount, errorCount }) => [fatalErrorCount, errorCount])).toEqual([
      [1, 2],
      [0, 1],
    ]);
    const [crash, found] = results[0]?.messages ?? [];
    expect(crash).toMatchObject({
      ruleId: 'test/thrower',
      messageId: 'crash',
      severity: 2,
      fatal: true,
      line: 1,
      column: 1,
    });
    expect(crash?.message).toContain('test/thrower');
    expect(crash?.message).toContain('炸了');
    expect(crash?.message).not.toContain('    at ');
    expect(found).toMatchObject({ ruleId: 'test/finder', column: 3 });
  });

  it('keeps none of the findings it made before', async () => {
    const half = rule({
      id: 'test/half',
      check({ report }) {
        report({ messageId: 'found', at: { start: 0, end: 1 } });
        throw new Error('炸了');
      },
    });
    const { findings } = await lintInMemory({ '/archive/a.md': '文' }, { rules: [half] });
    expect(findings).toEqual(['/archive/a.md:1:1 test/half crash']);
  });

  it('fails on a message it does not have', async () => {
    const unknown = rule({
      id: 'test/unknown',
      check: ({ report }) => report({ messageId: 'none', at: { start: 0, end: 0 } }),
    });
    const { findings } = await lintInMemory({ '/archive/a.md': '文' }, { rules: [unknown] });
    expect(findings).toEqual(['/archive/a.md:1:1 test/unknown crash']);
  });

  it('over an archive is a finding on a file it was at, once', async () => {
    const overArchive = rule({
      id: 'test/archive',
      checkArchive({ files, optionsFor }) {
        for (const facts of files) {
          optionsFor(facts);
          if (facts.title === '乙') throw new Error('炸了');
        }
      },
    });
    const { findings, results } = await lintInMemory(
      { '/archive/a.md': '甲\n\n错', '/archive/b.md': '乙\n\n错', '/archive/c.md': '丙\n\n错' },
      { rules: [overArchive, finder('test/finder')] },
    );
    expect(findings).toEqual([
      '/archive/a.md:3:1 test/finder found',
      '/archive/b.md:1:1 test/archive crash',
      '/archive/b.md:3:1 test/finder found',
      '/archive/c.md:3:1 test/finder found',
    ]);
    expect(results.reduce((sum, { fatalErrorCount }) => sum + fatalErrorCount, 0)).toBe(1);
  });
});

describe('findings', () => {
  it('come in reading order, rules by name', async () => {
    const { findings } = await lintInMemory(
      { '/archive/b.md': '文错\n错', '/archive/a.md': '错' },
      { rules: [finder('test/z'), finder('test/a')] },
    );
    expect(findings).toEqual([
      '/archive/b.md:1:2 test/a found',
      '/archive/b.md:1:2 test/z found',
      '/archive/b.md:2:1 test/a found',
      '/archive/b.md:2:1 test/z found',
      '/archive/a.md:1:1 test/a found',
      '/archive/a.md:1:1 test/z found',
    ]);
  });

  it('have lines and columns from 1, in UTF-16 units, whatever ends a line', async () => {
    const { results } = await lintInMemory({ '/archive/a.md': '文\r\n𠮷错\r错\n' }, { rules: [finder('test/a')] });
    expect(
      results[0]?.messages.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]),
    ).toEqual([
      [2, 3, 2, 4],
      [3, 1, 3, 2],
    ]);
  });

  it('say what, what to do and why in both languages', async () => {
    const files = { '/archive/a.md': '---\nkind: briefing\ntitle: 发布稿\n---\n\n各位记者朋友，大家好。\n' };
    const [chinese] = (await lintInMemory(files)).results;
    const [english] = (await lintInMemory(files, { locale: 'en' })).results;
    const of = (result: typeof chinese, id: string) => result?.messages.find(({ ruleId }) => ruleId === id);
    const zh = of(chinese, 'element/background-basis');
    const en = of(english, 'element/background-basis');
    expect(zh?.parts.why).toContain('青政办字〔2023〕53号');
    expect(zh?.message).toBe(`${zh?.parts.what}。${zh?.parts.todo}。依据：${zh?.parts.why}。`);
    expect(en?.message).toBe(`${en?.parts.what}. ${en?.parts.todo}. Required by ${en?.parts.why}.`);
    expect(en?.parts.what).not.toMatch(/。/);
    expect([zh?.clauses, zh?.line, zh?.severity]).toEqual([en?.clauses, en?.line, en?.severity]);
    expect(zh?.clauses).toContain('QD-3.1.1');
    expect(zh?.clauses.filter((id) => id.startsWith('XY'))).toEqual([]);
  });

  it('count in ESLint’s way', async () => {
    const files = { '/archive/a.md': '错错' };
    const settings = new Map([
      ['test/a', { severity: 'warn' as const }],
      ['test/b', { severity: 'error' as const }],
      ['test/c', { severity: 'off' as const }],
    ]);
    const { results } = await lintInMemory(files, { rules: ['test/a', 'test/b', 'test/c'].map(finder), settings });
    expect(results[0]).toMatchObject({
      filePath: '/archive/a.md',
      errorCount: 2,
      warningCount: 2,
      fatalErrorCount: 0,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
      suppressedMessages: [],
    });
    expect(results[0]?.messages.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['test/a', 1],
      ['test/b', 2],
      ['test/a', 1],
      ['test/b', 2],
    ]);
  });

  it('show line breaks in what they quote as blanks', async () => {
    const quoting = rule({
      id: 'test/quote',
      check: ({ report }) => report({ messageId: 'found', at: { start: 0, end: 1 }, data: { word: '甲\n\t乙' } }),
    });
    const { results } = await lintInMemory({ '/archive/a.md': '文' }, { rules: [quoting] });
    expect(results[0]?.messages[0]?.message).toContain('“甲 乙”');
  });
});

describe('what reaches a rule', () => {
  const seen: unknown[] = [];
  const watching = rule({
    id: 'test/watching',
    kinds: ['policy', 'interpretation'],
    schema: { type: 'object', properties: { max: { type: 'integer' }, words: { type: 'array' } } },
    defaults: { max: 1, words: ['甲'] },
    check: ({ document, options }) => void seen.push([document.kind, options]),
    checkArchive: ({ files, optionsFor }) => void seen.push(files.map((facts) => [facts.path, optionsFor(facts)])),
  });
  const document = (kind: string) => `---\nkind: ${kind}\ntitle: 甲\n---\n文\n`;
  const files = { '/archive/a.md': document('policy'), '/archive/b.md': document('briefing'), '/archive/c.md': '文' };

  it('are its kinds only, and its options: the defaults with what is set over them', async () => {
    seen.length = 0;
    const settings = new Map([['test/watching', { severity: 'warn' as const, options: { max: 5 } }]]);
    await lintInMemory(files, { rules: [watching], settings });
    const options = { max: 5, words: ['甲'] };
    expect(seen).toEqual([['policy', options], [['/archive/a.md', options]]]);
  });

  it('is nothing where it is off', async () => {
    seen.length = 0;
    await lintInMemory(files, {
      rules: [watching],
      settings: new Map([['test/watching', { severity: 'off' as const }]]),
    });
    expect(seen).toEqual([]);
  });

  it('may differ from file to file by overrides', async () => {
    seen.length = 0;
    const override = (files: string[], max: number, severity: 'off' | 'warn') => ({
      files,
      excludedFiles: [],
      rules: new Map([['test/watching', { severity, options: { max } }]]),
    });
    await lintInMemory(
      {
        '/archive/x/a.md': document('policy'),
        '/archive/y/b.md': document('policy'),
        '/archive/z/c.md': document('policy'),
      },
      {
        rules: [watching],
        settings: new Map(),
        config: {
          path: '/archive/jiedu-lint.config.yaml',
          folder: '/archive',
          extends: [],
          rules: new Map([['test/watching', { severity: 'warn' as const }]]),
          overrides: [override(['x/**'], 7, 'warn'), override(['z'], 8, 'off')],
          ignores: [],
          paths: [],
        },
      },
    );
    expect(seen).toEqual([
      ['policy', { max: 7, words: ['甲'] }],
      ['policy', { max: 1, words: ['甲'] }],
      [
        ['/archive/x/a.md', { max: 7, words: ['甲'] }],
        ['/archive/y/b.md', { max: 1, words: ['甲'] }],
      ],
    ]);
  });
});

describe('files that cannot be read', () => {
  const failures = {
    notFound: {},
    notAFile: {},
    unreadable: { code: 'EACCES' },
    tooLarge: { bytes: 9_000_000, maxBytes: 8_388_608 },
    tooDense: { limit: 500_000 },
    tooNested: { line: 7, value: 60, limit: 50 },
    tooManyLinks: { value: 20_000, limit: 10_000 },
    binary: { offset: 3 },
    undecodable: { offset: 3, byte: '0xFF', line: 2, column: 4 },
  };

  it.each(Object.entries(failures))('%s: a fatal finding without a rule; the rest is linted', async (id, data) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { results, findings } = await lintInMemory(
        { '/archive/a.md': { id, data }, '/archive/b.md': '错' },
        { rules: [finder('test/a')], locale },
      );
      expect(findings).toEqual([`/archive/a.md:1:1 null ${id}`, '/archive/b.md:1:1 test/a found']);
      expect(results[0]).toMatchObject({ errorCount: 1, fatalErrorCount: 1 });
      const [message] = results[0]?.messages ?? [];
      expect(message).toMatchObject({ fatal: true, severity: 2, clauses: [] });
      for (const value of Object.entries(data).filter(([key]) => key !== 'offset'))
        expect(message?.message).toContain(String(value[1]));
      expect(message?.message).not.toMatch(/[{}]/);
    }
  });

  it('but GB18030 is a warning, and the file is linted', async () => {
    const { results, findings } = await lintInMemory(
      { '/archive/a.md': { text: '错', encoding: 'gb18030' } },
      { rules: [finder('test/a')] },
    );
    expect([...findings].sort()).toEqual(['/archive/a.md:1:1 null encoding', '/archive/a.md:1:1 test/a found']);
    expect(results[0]).toMatchObject({ warningCount: 1, errorCount: 1, fatalErrorCount: 0 });
  });
});
