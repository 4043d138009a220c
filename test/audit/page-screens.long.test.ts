import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { count } from '../../src/audit/page/numbers.js';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';
import { look } from './picture.js';

/** Where the pictures stay, for people to look at. */
const SCREENS = resolve('screenshots/audit');

/** A sheet of A4 less its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1008 };

describe.skipIf(NO_BROWSER)(
  `pictures of the sample archive’s audit in Chromium${NO_BROWSER ?? ''}`,
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      mkdirSync(SCREENS, { recursive: true });
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    const audited = async () => {
      const folder = folderWith({});
      const [html, json] = [join(folder, '核查.html'), join(folder, '核查.json')];
      const archive = resolve('fixtures/archives/sample');
      const { code, err } = await run(archive, ['audit', '.', '--html', html, '--json', json]);
      expect([code, err]).toEqual([0, '']);
      return { report: JSON.parse(readFileSync(json, 'utf8')) as AuditReport, ...(await openFile(browser, html)) };
    };

    /** Keeps a picture and looks at it: as large as the window, and neither empty nor black. */
    const picture = async (page: Page, name: string) => {
      const png = await page.screenshot();
      writeFileSync(join(SCREENS, `${name}.png`), png);
      const seen = await look(browser, png);
      expect(seen).toMatchObject(page.viewportSize() ?? {});
      expect(seen.drawn).toBeGreaterThan(0.03);
      expect(seen.drawn).toBeLessThan(0.6);
    };

    it('show summary, filtered table, one document and print as the JSON has them', async () => {
      const { page, report, ...misdeeds } = await audited();
      await page.setViewportSize({ width: 1280, height: 900 });
      const { totals } = report;
      for (const [figure, value] of Object.entries({
        documents: totals.documents,
        compliant: totals.compliant,
        'with-errors': totals.withErrors,
        errors: totals.errors,
        warnings: totals.warnings,
        orphans: report.orphans.length,
        'broken-links': report.brokenLinks.length,
      }))
        expect(await inSight(page, `[data-figure="${figure}"]`)).toBe(count(value));
      await picture(page, '概览');

      await page.selectOption('#filter-kind', { label: '解读材料' });
      await page.selectOption('#filter-verdict', { label: '有错误' });
      await page.locator('#documents').evaluate((section) => section.scrollIntoView());
      const wanted = report.documents.filter(({ kind, errors }) => kind === 'interpretation' && errors > 0);
      expect(await inSight(page, '.status')).toBe(`找到 ${wanted.length} 份，共 ${totals.documents} 份文件`);
      const rows = await page.locator('.viewport tbody .path').allInnerTexts();
      expect([...rows].sort()).toEqual(wanted.map(({ path }) => path));
      await picture(page, '筛选');

      await page.locator('.viewport tbody button').first().click();
      const document = report.documents.find(({ path }) => path === rows[0]);
      expect(await inSight(page, 'dialog h2')).toBe(document?.title);
      expect(await page.locator('dialog .findings strong').allInnerTexts()).toEqual(
        [...(document?.findings ?? [])].sort((a, b) => a.severity.localeCompare(b.severity)).map(({ what }) => what),
      );
      await picture(page, '一份文件');
      await page.keyboard.press('Escape');

      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(SHEET);
      await page.evaluate('scrollTo(0, 0)');
      expect(await inSight(page, 'h1')).toBe('政策解读核查报告');
      expect(await inSight(page, '[data-figure="documents"]')).toBe(count(totals.documents));
      await picture(page, '打印');
      expect(misdeeds).toEqual({ complaints: [], requests: [], dialogs: [] });
    });

    it('show it on a phone and in the dark too', async () => {
      const { page } = await audited();
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(page, '手机');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 1280, height: 900 });
      await picture(page, '深色');
    });
  },
);

/** The text of an element that stands in the window whole. */
async function inSight(page: Page, selector: string): Promise<string> {
  const element = page.locator(selector).first();
  const box = await element.boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  expect(box, selector).not.toBeNull();
  if (box)
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, selector).toBe(true);
  return element.innerText();
}
