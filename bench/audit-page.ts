// How long the audit's page takes with tens of thousands of documents: size, opening until the table can be used, filtering, sorting.
// npx tsx bench/audit-page.ts [documents=20000] [rounds=5]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { auditPage } from '../test/audit/audit-page.js';
import { madeReport } from '../test/audit/made-report.js';
import { launchBrowser, openFile } from '../test/browser.js';

const documents = Number(process.argv[2] ?? 20_000);
const rounds = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), 'jiedu-lint-page-'));
const file = path.join(folder, 'audit.html');
const report = madeReport(documents);
const start = process.cpuUsage();
const html = auditPage(report);
console.log(
  `made in ${ms(process.cpuUsage(start).user / 1000)} (CPU), ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`,
);
writeFileSync(file, html);

/** What is done to the page, as code that runs in it. */
const ACTIONS: Readonly<Record<string, string>> = {
  'first search': search('民政'),
  search: search('停车场 2021'),
  'search, no match': search('没有这样的文档'),
  'search taken away': search(''),
  'filter by department': choose('department', 3),
  'filter by rule': choose('rule', 2),
  'filters taken away': "document.querySelector('.clear').click()",
  'first sort by title': sort('title'),
  'sort by title backwards': sort('title'),
  'sort by word count': sort('wordCount'),
  'open a document': "document.querySelector('.viewport tbody button').click()",
};

const browser = await launchBrowser();
const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round++) {
  const started = performance.now();
  const { page } = await openFile(browser, file);
  await page.waitForSelector('.viewport tbody button');
  note('open, until rows can be used', performance.now() - started);
  for (const [name, code] of Object.entries(ACTIONS)) note(name, await timed(page, code));
  await page.context().close();
}
await browser.close();
rmSync(folder, { recursive: true });
for (const [name, all] of times)
  console.log(`${name.padEnd(30)} median ${ms(median(all))}, worst ${ms(Math.max(...all))}`);

/** From the action until the page is painted anew. */
function timed(page: Page, code: string): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    const start = performance.now();
    ${code};
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  })`);
}

function search(text: string): string {
  return `document.getElementById('search').value = '${text}'; document.getElementById('search').dispatchEvent(new Event('input'))`;
}

function choose(filter: string, place: number): string {
  return `document.getElementById('filter-${filter}').selectedIndex = ${place}; document.getElementById('filter-${filter}').dispatchEvent(new Event('change'))`;
}

function sort(column: string): string {
  return `document.querySelector('.viewport .column-${column} button').click()`;
}

function note(name: string, time: number): void {
  times.set(name, [...(times.get(name) ?? []), time]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
