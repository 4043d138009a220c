import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.js';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { contrast } from '../contrast.js';
import { folderWith } from '../files/folder.js';
import { HOSTILE, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

describe.skipIf(NO_BROWSER)(`html in Chromium${NO_BROWSER ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const opened = async (text: string) => {
    const file = join(folderWith({}), '报告 1.html');
    writeFileSync(file, text);
    return openFile(browser, file);
  };

  it('shows hostile texts and paths as texts, runs none, asks for nothing and says nothing', async () => {
    const { page, ...misdeeds } = await opened(html(hostileResults(), context));
    expect(misdeeds).toEqual({ complaints: [], requests: [], dialogs: [] });
    expect(await page.locator('h3').allInnerTexts()).toEqual([HOSTILE_PATH, '读不出来.md', '警告.md']);
    const texts = await page.locator('td p').allInnerTexts();
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(text).toContain(HOSTILE);
    expect(await page.locator('script, a, img, b').count()).toBe(0);
  });

  it('is refused by its own policy whatever would run or load', async () => {
    const broken = '<img src="http://example.invalid/a.png"><script>alert(1)</script><a onclick="alert(2)">x</a>';
    const { page, ...misdeeds } = await opened(html([], context).replace('<footer>', `${broken}<footer>`));
    await page.click('a');
    expect(misdeeds.dialogs).toEqual([]);
    expect(misdeeds.requests).toEqual([]);
    expect(misdeeds.complaints.join()).toMatch(/Content Security Policy/);
  });

  it('can be read: Chinese in its own language, nothing wider than the window or a sheet, colours with contrast', async () => {
    const long = `政策/${'很长的目录名'.repeat(30)}/a.md`;
    const results = [fileResult(long, [finding({ message: 'x'.repeat(3000) }), finding({ severity: 1 })])];
    const { page } = await opened(html(results, context));
    expect(await page.title()).toBe('政策解读检查报告');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(1000);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const selector of ['.error .level', '.warning .level', 'dd', 'footer'])
        expect(await contrast(page, selector), `${selector} ${colorScheme}`).toBeGreaterThan(4.5);
    }
  });
});
