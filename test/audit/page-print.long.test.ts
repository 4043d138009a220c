import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { folderWith } from '../files/folder.js';
import { auditPage } from './audit-page.js';
import { auditedDocument, auditFinding, madeReport, reportOn } from './made-report.js';
import { look } from './picture.js';

describe.skipIf(NO_BROWSER)(`printing the audit’s page in Chromium${NO_BROWSER ?? ''}`, { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const opened = async (report: AuditReport) => {
    const file = join(folderWith({}), '核查.html');
    writeFileSync(file, auditPage(report));
    return (await openFile(browser, file)).page;
  };

  it('puts summary and charts on A4, without what is of use on a screen only', async () => {
    const report = madeReport(200);
    const page = await opened(report);
    const { titles, text } = await printed(page);
    for (const title of [
      '政策解读核查报告',
      '概览',
      '分项统计',
      '各部门',
      '问题最多的文件',
      `断链 ${report.brokenLinks.length}`,
    ])
      expect(titles).toContain(title);
    expect(text).toMatch(/\/MediaBox\s*\[0 0 59[45][^ ]* 84[12]/);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('body').innerText();
    for (const part of ['合规率', '有错误的文件', '问题最多的文件']) expect(shown).toContain(part);
    for (const part of ['打印报告', '清除条件', '跳到文件清单']) expect(shown).not.toContain(part);
    for (const part of ['nav', '.viewport', '.toolbar']) expect(await page.locator(part).isVisible()).toBe(false);
  });

  it('leaves the table of documents out unless it is asked for, and then prints those found', async () => {
    const page = await opened(madeReport(150));
    const without = await printed(page);
    await page.getByLabel('打印时附上这份清单').check();
    await page.selectOption('#filter-verdict', { label: '有错误' });
    const filtered = await printed(page);
    await page.getByRole('button', { name: '清除条件' }).click();
    const all = await printed(page);
    expect(filtered.sheets).toBeGreaterThan(without.sheets + 3);
    expect(all.sheets).toBeGreaterThan(filtered.sheets + 2);
    expect(await page.locator('.printed').count()).toBe(0);
  });

  it('prints the document whose panel is open, whole and alone', async () => {
    const findings = Array.from({ length: 40 }, (_, i) => auditFinding({ line: i + 1 }));
    const page = await opened(reportOn([auditedDocument({ findings })]));
    await page.locator('.viewport tbody button').click();
    expect((await printed(page)).sheets).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const shown = await page.locator('body').innerText();
    expect(shown).toMatch(/^《某办法》政策解读\n/);
    expect(shown.match(/没有写明涉及范围/g)).toHaveLength(40);
    expect(shown).not.toContain('概览');
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.keyboard.press('Escape');
    expect((await printed(page)).titles).toContain('概览');
  });

  it('tells the pieces of its bars apart in black and white, on paper and on the screen', async () => {
    const page = await opened(madeReport(200));
    for (const media of ['print', 'screen'] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ media, colorScheme });
        for (const chart of ['#by-demand', '#by-department']) {
          const samples = await page.locator(`${chart} .legend svg`).all();
          expect(samples).toHaveLength(3);
          const tones = await Promise.all(samples.map(async (one) => look(browser, await one.screenshot())));
          for (const [i, one] of tones.entries())
            for (const other of tones.slice(i + 1))
              expect(Math.abs(one.mean - other.mean) + Math.abs(one.spread - other.spread)).toBeGreaterThan(20);
        }
      }
  });
});

/** What a printer gets: the headings, the number of sheets, and the file itself as text. */
async function printed(page: Page): Promise<{ titles: string[]; sheets: number; text: string }> {
  const text = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  const titles = [...text.matchAll(/\/Title <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
  return { titles, sheets: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, text };
}
