import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What libraries name and the core never reaches, as the build stubs it. */
const stubs: Plugin = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:fs|js-yaml|linkify-it)$/ }, ({ path }) => ({ path, namespace: 'stub' }));
    onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents:
        path === 'linkify-it'
          ? 'module.exports = class { set() { return this; } };'
          : 'exports.safeLoad = exports.safeDump = () => {};',
      loader: 'js',
    }));
  },
};

const ENTRY = `
import { rules } from './rules/index.ts';
import { lintFiles } from './src/lint/run.ts';
globalThis.lint = (text) => {
  const kinds = ['interpretation'];
  const setting = { kinds, severity: 'error', clauses: [], from: [], optionsFrom: {} };
  const settings = (rule) => [rule.id, [{ ...setting, options: rule.defaults }]];
  const host = {
    read: async () => ({ text, encoding: 'utf-8' }),
    exists: async () => false,
    filesWith: async () => [],
  };
  return lintFiles(['/draft.md'], host, {
    rules,
    locale: 'zh-CN',
    configFor: () => ({ rules: new Map(rules.map(settings)) }),
    settingsFor: () => ({ root: '/', baseUrls: [] }),
  });
};`;

it('runs the core in a page: nothing of Node in the bundle, and it lints', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    external: ['nodejieba', 'jieba-wasm', 'unified', 'remark-parse', 'remark-gfm'],
    // gray-matter keeps the bytes of what it cuts; a page has no Buffer and needs none.
    define: { 'Buffer.from': 'String' },
    plugins: [stubs],
    logLevel: 'silent',
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
  const page = createContext({}) as { lint?: (text: string) => Promise<{ messages: { ruleId: string }[] }[]> };
  new Script(outputFiles[0]?.text ?? '').runInContext(page);
  const [result] = (await page.lint?.('---\ntitle: 关于《办法》的解读\n---\n\n一、背景\n\n待补充。\n')) ?? [];
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('structure/no-placeholder');
});
