import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { stubbed, UNREACHED } from '../../scripts/stubs.mjs';
import type { FileResult } from '../../src/lint/result.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ENTRY = `
import { CLAUSE_TABLE } from './rules/clauses.ts';
import { rules } from './rules/index.ts';
import { PRESETS } from './rules/presets/index.ts';
import { knownFrom } from './src/config/known.ts';
import { makeResolver } from './src/config/resolve.ts';
import { ruleOptions } from './src/generated/validators.js';
import { lintArchive } from './src/lint/run.ts';
import { stylish } from './src/report/stylish.ts';
globalThis.lint = async (text) => {
  const known = knownFrom(rules, PRESETS, CLAUSE_TABLE, ruleOptions);
  const resolver = await makeResolver({ config: null }, known);
  const host = {
    read: async () => ({ text, encoding: 'utf-8' }),
    exists: async () => false,
    filesWith: async () => [],
  };
  const { results } = await lintArchive(['/draft.md'], host, {
    rules,
    locale: 'zh-CN',
    configFor: (path) => resolver.forFile(path),
    settingsFor: () => ({ root: '/', baseUrls: [] }),
  });
  const plain = (words) => words;
  const paint = { bold: plain, dim: plain, red: plain, yellow: plain, underline: plain };
  return { results, report: [...stylish(results, { locale: 'zh-CN', paint, displayPath: plain })].join('') };
};`;

interface Page {
  lint?(text: string): Promise<{ results: FileResult[]; report: string }>;
}

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
    plugins: [stubbed({ ...UNREACHED, fs: '' })],
    logLevel: 'silent',
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
  const page = createContext({ TextEncoder, TextDecoder }) as Page;
  new Script(outputFiles[0]?.text ?? '').runInContext(page);
  const linted = await page.lint?.('---\ntitle: 关于《办法》的解读\n---\n\n一、背景\n\n待补充。\n');
  expect(linted?.results[0]).toMatchObject({ fatalErrorCount: 0 });
  expect(linted?.results[0]?.messages.map(({ ruleId }) => ruleId)).toContain('structure/no-placeholder');
  expect(linted?.report).toMatch(/^\/draft\.md\n(?:.*\n)*? +7:1 +/);
});
