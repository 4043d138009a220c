import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { Config } from '../../src/config/config.js';
import { makeResolver } from '../../src/config/resolve.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { knownNames } from '../../src/engine/known.js';
import { checkText } from '../../src/lint/check-text.js';
import { lintArchive, partsCompared } from '../../src/lint/run.js';

const POLICY = '---\nkind: policy\ntitle: 云溪市养犬办法\n---\n\n犬只登记费为每年500元。\n';
const INTERPRETATION =
  '---\nkind: interpretation\ntitle: 《云溪市养犬办法》解读\npolicy: ../wj/a.md\n---\n\n犬只登记费为每年600元。\n';
const FILES = new Map([
  ['/archive/wj/a.md', POLICY],
  ['/archive/jd/a.md', INTERPRETATION],
]);

/** A config that switches one rule on for some files. */
async function configured(id: string, files: readonly string[]) {
  const rule = new Map([[id, { severity: 'warn' as const }]]);
  const override = { files, excludedFiles: [], rules: rule };
  const config = { folder: '/archive', extends: [], rules: new Map(), overrides: [override], ignores: [], paths: [] };
  const resolver = await makeResolver({ config: config as unknown as Config, presets: [] }, knownNames());
  return {
    rules,
    locale: 'en' as const,
    configFor: (path: string) => resolver.forFile(path),
    settingsFor: () => ({ root: '/archive', baseUrls: [] }),
  };
}

const host = {
  read: async (path: string) => ({ text: FILES.get(path) ?? '', encoding: 'utf-8' }),
  exists: async (path: string) => FILES.has(path),
  filesWith: async () => [],
};

describe('the content that rules compare', () => {
  it('is not drawn where no rule that is on compares any', async () => {
    const options = await configured('link/policy-link', ['**']);
    expect(partsCompared([...FILES.keys()], options)).toEqual([]);
    expect(checkText('/archive/jd/a.md', { text: INTERPRETATION, encoding: 'utf-8' }, options).facts?.content).toEqual(
      {},
    );
  });

  it('is drawn from policies too where a rule is on for interpretations alone', async () => {
    const options = await configured('content/figures-match-policy', ['jd/**']);
    expect(partsCompared([...FILES.keys()], options)).toEqual(['content/figures-match-policy']);
    for (const paths of [[...FILES.keys()], ['/archive/jd/a.md']]) {
      const { results } = await lintArchive(paths, host, options);
      expect(results.flatMap(({ messages }) => messages.map(({ messageId }) => messageId))).toEqual(['differs']);
    }
  });
});

it('what was drawn is let go when it has been compared, but where fixes are to come', async () => {
  const options = await configured('content/figures-match-policy', ['**']);
  for (const more of [{}, { fixes: () => true }]) {
    const { archive, results } = await lintArchive([...FILES.keys()].sort(), host, { ...options, ...more });
    expect(results[0]?.messages).toHaveLength(1);
    expect(archive.linted.map(({ content }) => content.drawn !== undefined)).toEqual(Array(2).fill('fixes' in more));
  }
});

describe('the statuses of elements', () => {
  const elementsOf = async (id: string, parts: 'elements'[]) => {
    const options = { ...(await configured(id, ['**'])), parts };
    const { facts } = checkText('/archive/jd/a.md', { text: INTERPRETATION, encoding: 'utf-8' }, options);
    return Object.keys(facts?.elements ?? {});
  };

  it('are drawn of those whose rule is on, and of all for who asks', async () => {
    expect(await elementsOf('element/scope', [])).toEqual(['scope']);
    expect(await elementsOf('link/policy-link', [])).toEqual([]);
    expect(await elementsOf('element/scope', ['elements'])).toEqual([...ELEMENT_IDS]);
  });

  it('are drawn of all where a plugin has a rule over archives', async () => {
    const options = await configured('link/policy-link', ['**']);
    const added = [{ id: 'club/no-dogs', checkArchive: () => {} } as unknown as Rule];
    const configFor = (path: string) => {
      const config = options.configFor(path);
      return {
        ...config,
        added,
        rules: new Map([...config.rules, ['club/no-dogs', [...config.rules.values()][0] ?? []]]),
      };
    };
    expect(partsCompared([...FILES.keys()], { ...options, configFor })).toEqual(['elements']);
  });
});
