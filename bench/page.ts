/**
 * How soon the page that checks drafts is ready, and how long a check takes: medians in headless Chromium over invented documents
 * (`corpus-documents.ts`), in milliseconds. Each run opens the page anew.
 * Run: npx tsx bench/page.ts [pages…, dist/核查.html if absent] [--runs=9] [--write]
 * `--write` puts the table into docs/performance.md.
 * Pages named side by side are measured in turn, so that a busy machine treats them alike.
 */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser, openFile } from '../test/browser.js';
import { p, word } from '../test/import/word.js';
import { corpus } from './corpus-documents.js';
import { middle } from './measured-run.js';
import { machine, putInto, table } from './page-table.js';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, write: { type: 'boolean' } },
  allowPositionals: true,
});
const pages = (positionals.length > 0 ? positionals : ['dist/核查.html']).map((file) => resolve(file));

interface Dropped {
  readonly name: string;
  readonly data: string;
}

const interpretations = [...corpus(400)].map(({ text }) => text).filter((text) => /^kind: interp|政策解读/m.test(text));
const paragraphs = interpretations.flatMap((text) => bodyOf(text).slice(1));

/** A page of a paper in 仿宋 of size three, 22 lines of 28 characters. */
const PAGE = 22 * 28;
const DRAFTS: Readonly<Record<string, Dropped>> = {
  '3,000 characters, .md': {
    name: '解读.md',
    data: base64(Buffer.from(`# ${title()}\n\n${textOf(3000).join('\n\n')}\n`)),
  },
  '3,000 characters, .docx': { name: '解读.docx', data: base64(await wordOf(3000)) },
  '100 pages, .docx': { name: '长解读.docx', data: base64(await wordOf(100 * PAGE)) },
};

/** When the page shows where to drop, and when the browser first painted. */
const READY = `new Promise((done) => {
  const ready = performance.now();
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) done([ready, paint.startTime]);
  }).observe({ type: 'paint', buffered: true });
})`;

/** From the drop of a file until its result is painted. */
const drop = ({ name, data }: Dropped) => `new Promise((done) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(${JSON.stringify(data)}), (sign) => sign.charCodeAt(0))], ${JSON.stringify(name)}));
  const start = performance.now();
  const seen = new MutationObserver(() => {
    const title = document.querySelector('#result:not([hidden]) h2');
    if (!title) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  seen.observe(document.body, { subtree: true, childList: true, attributes: true });
  document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
})`;

const measured = new Map<string, Map<string, number[]>>();
const note = (row: string, page: string, value: number) => {
  const cells = measured.get(row) ?? new Map<string, number[]>();
  measured.set(row, cells.set(page, [...(cells.get(page) ?? []), value]));
};
const browser = await launchBrowser();
for (let run = 0; run < Number(values.runs); run++) for (const page of pages) await measure(browser, page);
await browser.close();
const rows = [...measured].map(([row, cells]) => [
  row,
  ...pages.map((page) => Math.round(middle(cells.get(page) ?? [])).toString()),
]);
const markdown = `${machine()}. Milliseconds, medians of ${values.runs} runs.\n\n${table(['', ...pages.map((page) => basename(page))], rows)}`;
console.log(markdown);
if (values.write) putInto('performance.md', 'page', markdown);

async function measure(browser: Browser, file: string): Promise<void> {
  for (const [what, draft] of Object.entries(DRAFTS)) {
    const { page } = await openFile(browser, file);
    const [ready = 0, paint = 0] = await page.evaluate<[number, number]>(READY);
    note('ready: loaded', file, ready);
    note('ready: first paint', file, paint);
    note(`${what}, dropped at once`, file, await page.evaluate<number>(drop(draft)));
    await page.context().close();
    const second = await openFile(browser, file);
    // As long as it takes to fetch a file.
    await second.page.waitForTimeout(1500);
    note(`${what}, dropped after a while`, file, await second.page.evaluate<number>(drop(draft)));
    await second.page.context().close();
  }
}

function title(): string {
  return '《云溪市河道采砂管理办法》政策解读';
}

function bodyOf(text: string): string[] {
  return text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .split('\n\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('|'));
}

/** Paragraphs of as many characters altogether. */
function textOf(characters: number): string[] {
  const lines: string[] = [];
  let left = characters;
  for (let i = 0; left > 0; i++) {
    const line = (paragraphs[i % paragraphs.length] ?? '').slice(0, Math.max(left, 20));
    lines.push(line);
    left -= line.length;
  }
  return lines;
}

function wordOf(characters: number): Promise<Uint8Array> {
  const plain = (line: string) => line.replace(/[#*[\]<>&]|\([^()]*\.md\)/g, '').trim();
  return word(
    p(title(), '<w:jc w:val="center"/>') +
      textOf(characters)
        .map((line) => p(plain(line)))
        .join(''),
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
