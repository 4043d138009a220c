// Builds the page that checks drafts, one file that holds everything.
// node scripts/page.mjs [FILE]   dist/核查.html where no file is named
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { modelApart, weights } from './model.mjs';
import { stubbed, UNREACHED } from './stubs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CLIENT = 'src/page/client';

/** The worker, which is told the weights first. Some libraries have another way for workers (`conditions`), which have no document. */
const WORKER = `
import { serve } from './src/page/serve.ts';
self.onmessage = ({ data }) => {
  self.model = data;
  serve(self);
};`;

const stubs = stubbed({ ...UNREACHED, fs: '' });

/** The page as text, and what esbuild tells of the bundles in it. */
export async function draftPage() {
  const [script, worker, style] = [
    await bundled({ entryPoints: [`${CLIENT}/main.ts`] }),
    await bundled({ stdin: { contents: WORKER, resolveDir: root }, conditions: ['worker'] }),
    await bundled({ entryPoints: [`${CLIENT}/page.css`] }),
  ];
  // They stand in elements that such words would end.
  for (const text of [script.text, style.text, weights])
    if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('the page would end an element of its own');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Nothing may run or load but the page's own script and style, and the worker that is made of its text.
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script.text)}'`,
    `style-src '${hashOf(style.text)}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types jiedu-lint',
  ].join('; ');
  const about = await aboutFrom(worker.text);
  const html = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="jiedu-lint page ${version}">
<title>政策解读核查</title>
<style>${style.text}</style>
</head>
<body>
<noscript><p class="none">这一页要启用脚本才能核查文稿。脚本只在本机运行，不联网。</p></noscript>
<script type="application/json" id="about">${data(about)}</script>
<script>${script.text}</script>
<script type="text/plain" id="model">${weights}</script>
<script type="text/plain" id="worker">${inElement(worker.text)}</script>
</body>
</html>
`;
  return { html, builds: [script, worker] };
}

/** What the worker tells of itself: the page has it at once, and a worker that does not run fails the build. */
function aboutFrom(script) {
  return new Promise((done, failed) => {
    // By importScripts libraries tell a worker from a page.
    const self = {
      importScripts() {},
      postMessage: ({ answer, error }) => (answer ? done(answer) : failed(new Error(error))),
    };
    runInNewContext(script, { self, TextDecoder, TextEncoder, setTimeout });
    self.onmessage({ data: weights });
    self.onmessage({ data: { id: 1, request: { type: 'about' } } });
  });
}

/** A value as JSON that ends no element it stands in. */
function data(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A script with nothing in it that would end the element it stands in: such words stand in strings and expressions only. */
function inElement(code) {
  if (/String\.raw`[^`]*<(?:!--|\/?script)/i.test(code)) throw new Error('String.raw with words that end a script');
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

async function bundled(entry) {
  const { outputFiles, metafile } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome100', 'firefox102', 'safari16.4'],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    // Rules that read a tree come with plugins, and there are none in a page.
    external: ['nodejieba', 'jieba-wasm', 'remark-parse'],
    // gray-matter keeps the bytes of what it cuts; a page has no Buffer and needs none.
    define: { 'Buffer.from': 'String' },
    plugins: [stubs, modelApart('new TextEncoder().encode(self.model)')],
    logLevel: 'error',
  });
  const text = outputFiles[0].text.trimEnd();
  return { text, metafile };
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? join(root, 'dist', '核查.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, (await draftPage()).html);
}
