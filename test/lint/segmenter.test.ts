import { beforeEach, describe, expect, it, vi } from 'vitest';
import { termsExplained } from '../../rules/content/terms-explained/index.js';
import { rules } from '../../rules/index.js';
import { makeResolver } from '../../src/config/resolve.js';
import { knownNames } from '../../src/engine/known.js';
import type { Segmenter } from '../../src/language/segmenter.js';
import { lintArchive } from '../../src/lint/run.js';

const segmenter = vi.fn<() => Segmenter>();
const PLAIN = '# 办法解读\n\n补贴按月发放。\n';
const TERMS = '# 办法解读\n\n银行服务首贷户，奖励首贷户，RCEP成员国优先。\n';

describe('a segmenter', () => {
  beforeEach(() => {
    segmenter.mockReset();
    segmenter.mockReturnValue({ name: 'jieba-wasm', cut: (text) => text.split(/(首贷户)/) });
  });

  it('is asked for where a document needs it', async () => {
    expect(await lint([PLAIN, TERMS, TERMS])).toEqual([[], ['term', 'abbreviation'], ['term', 'abbreviation']]);
    expect(segmenter).toHaveBeenCalledTimes(2);
  });

  it('is not asked for where no document needs it, nor where the rule is off', async () => {
    const long = '# 办法解读\n\n企业办理无还本续贷，银行受理无还本续贷，RCEP成员国优先。\n';
    expect(await lint([PLAIN, long])).toEqual([[], ['term', 'abbreviation']]);
    expect(await lint([TERMS], 'off')).toEqual([[]]);
    expect(segmenter).not.toHaveBeenCalled();
  });

  it('is done without where the run has none', async () => {
    expect(await lint([TERMS], 'warn', {})).toEqual([['abbreviation']]);
  });

  it('that cannot be loaded is a failure of the rule', async () => {
    segmenter.mockImplementation(() => {
      throw new Error('none');
    });
    expect(await lint([PLAIN, TERMS])).toEqual([[], ['crash']]);
  });
});

/** The ids of the messages that each text gets. */
async function lint(
  texts: readonly string[],
  severity: 'off' | 'warn' = 'warn',
  segmenting: { readonly segmenter?: () => Segmenter } = { segmenter },
): Promise<string[][]> {
  const commandLineRules = new Map([['content/terms-explained', { severity }]]);
  const resolver = await makeResolver({ presets: [], config: null, commandLineRules }, knownNames());
  const byPath = new Map(texts.map((text, index) => [`/${index}.md`, `---\nkind: interpretation\n---\n\n${text}`]));
  const host = {
    read: async (path: string) => ({ text: byPath.get(path) ?? '', encoding: 'utf-8' }),
    exists: async () => false,
    filesWith: async () => [],
  };
  const { results } = await lintArchive([...byPath.keys()], host, {
    rules: rules.filter(({ id }) => id === termsExplained.id),
    locale: 'zh-CN',
    configFor: (path) => resolver.forFile(path),
    settingsFor: () => ({ root: null, baseUrls: [] }),
    ...segmenting,
  });
  return results.map(({ messages }) => messages.map(({ messageId }) => messageId));
}
