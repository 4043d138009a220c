import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/document/limits.js';
import { archiveWith, run, said } from './command.js';

const QUIET = ['-f', 'json', '--preset', 'recommended'];
const MARK = '待补充。\n\n';

const deepYaml = (deep: number) => `---\ntitle: 甲\nabout: ${'['.repeat(deep)}${']'.repeat(deep)}\n---\n\n为了便民。\n`;
const longYaml = (size: number) => `---\ntitle: 甲\n# ${'长'.repeat(size)}\n---\n\n为了便民。\n`;

/** Each: what is said where the limit is passed, a text beyond the default, a text within it, and what the limit is to be raised or lowered to. */
const CASES: Readonly<
  Record<string, readonly [said: string, over: string, within: string, raised: number, low: number]>
> = {
  fileSize: ['null tooLarge', '政'.repeat(3_000_000), '政策', 10_000_000, 5],
  frontMatterSize: ['meta/schema tooLarge', longYaml(70_000), longYaml(10), 80_000, 20],
  frontMatterDepth: ['meta/schema tooDeep', deepYaml(21), deepYaml(2), 21, 1],
  nesting: ['null tooNested', `${'> '.repeat(51)}引文`, '> - 引文', 51, 1],
  links: ['null tooManyLinks', '[甲](#a)'.repeat(10_001), '[甲](#a)'.repeat(2), 10_001, 1],
  findings: ['null tooManyFindings', MARK.repeat(1001), MARK.repeat(2), 2000, 1],
};

describe.each(Object.entries(CASES))('limits.%s', (name, [finding, over, within, raised, low]) => {
  const lint = async (text: string, limit?: number) => {
    const config = limit === undefined ? '{}' : `limits: { ${name}: ${limit} }`;
    const folder = archiveWith({ 'a.md': text, 'jiedu-lint.config.yaml': config });
    const { code, json } = await run(folder, [...QUIET, 'a.md']);
    const [result] = json();
    const found = result?.messages.find((message) => said([message])[0]?.endsWith(finding));
    return { code, found, messages: result?.messages ?? [] };
  };

  it('is told when it is passed: which, how far, and what to do', async () => {
    const { code, found } = await lint(over);
    expect(found?.message).toContain(`limits.${name}`);
    expect(found?.message).toContain(String(LIMITS[name as keyof typeof LIMITS]));
    expect(found).toMatchObject({
      severity: 2,
      ...(finding.startsWith('null') && name !== 'findings' ? { fatal: true } : {}),
    });
    expect(code).toBe(found?.fatal ? 2 : 1);
  });

  it('can be raised and lowered', async () => {
    expect((await lint(over, raised)).found).toBeUndefined();
    expect((await lint(within)).found).toBeUndefined();
    expect((await lint(within, low)).found).toBeDefined();
  });
});

describe('findings beyond the limit', () => {
  const archive = (text: string) =>
    archiveWith({
      'a.md': text,
      'jiedu-lint.config.yaml':
        'extends: []\nrules: { structure/no-placeholder: error, link/no-broken-link: warn }\nlimits: { findings: 3 }\n',
    });
  const text = `[甲](none.md)[乙](no.md)\n\n${MARK.repeat(4)}`;

  it('are counted; errors are listed first, in reading order', async () => {
    const { code, json } = await run(archive(text), ['-f', 'json', 'a.md']);
    const [result] = json();
    expect(said(result?.messages)).toEqual([
      '1:1 null tooManyFindings',
      '3:1 structure/no-placeholder placeholder',
      '5:1 structure/no-placeholder placeholder',
      '7:1 structure/no-placeholder placeholder',
    ]);
    expect(result).toMatchObject({ errorCount: 4, warningCount: 0, fatalErrorCount: 0 });
    expect(result?.messages[0]?.message).toMatch(/6 个问题.*3 个.*还有 3 个/);
    expect(code).toBe(1);
  });

  it('are an error, whatever is left out', async () => {
    const { code } = await run(archive('[甲](none.md)'.repeat(4)), ['--max-warnings', '10', 'a.md']);
    expect(code).toBe(1);
  });

  it('are fixed and suppressed like the others', async () => {
    const folder = archive(`<!-- jiedu-lint-disable structure/no-placeholder -- 草稿 -->\n\n${text}`);
    const { code, json } = await run(folder, ['-f', 'json', 'a.md']);
    expect(said(json()[0]?.messages)).toEqual([
      '1:1 null tooManySuppressed',
      '3:5 link/no-broken-link missingFile',
      '3:17 link/no-broken-link missingFile',
    ]);
    expect(json()[0]?.suppressedMessages).toHaveLength(3);
    expect(code).toBe(0);
  });

  it('come from a cache as they came before, and anew where limits changed', async () => {
    const folder = archiveWith({
      'a.md': '> > 引文\n\n待补充。\n',
      'low.yaml': 'limits: { nesting: 1 }',
      'high.yaml': '{}',
    });
    const lint = async (config: string) =>
      said((await run(folder, ['-f', 'json', '--cache', '-c', config, 'a.md'])).json()[0]?.messages).join();
    const first = [await lint('high.yaml'), await lint('low.yaml')];
    expect(first[1]).toBe('1:1 null tooNested');
    expect([await lint('high.yaml'), await lint('low.yaml')]).toEqual(first);
  });
});

describe('the config', () => {
  it.each([
    ['limits: { findigs: 3 }', /没有“findigs”这一项；是不是想写“findings”/],
    ['limits: { findings: 0 }', /“limits.findings”至少是 1/],
    ['limits: { fileSize: 99999999999 }', /“limits.fileSize”至多是 67108864/],
    ['limits: { fileSize: 8MB }', /“limits.fileSize”应当是整数，这里写的是文本/],
    ['limits: 3', /“limits”应当是“键: 值”/],
  ])('%s is refused', async (config, message) => {
    const { code, err } = await run(archiveWith({ 'a.md': '', 'jiedu-lint.config.yaml': config }), ['a.md']);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
