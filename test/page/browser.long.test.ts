import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPage } from '../../scripts/page.mjs';
import { look } from '../audit/picture.js';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { folderWith } from '../files/folder.js';
import { partsOf } from '../review/word.js';
import { DRAFT_NAME, draftFile, POLICY_NAME, policyFile } from './drafts.js';

/** Where the pictures stay, for people to look at. */
const SCREENS = resolve('screenshots/page');
const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const SHEET = { width: 680, height: 1008 };

describe.skipIf(NO_BROWSER)(`the page that checks drafts in Chromium${NO_BROWSER ?? ''}`, { timeout: 240_000 }, () => {
  let browser: Browser;
  let html = '';
  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    [browser, { html }] = [await launchBrowser(), await draftPage()];
  });
  afterAll(() => browser?.close());

  /** The page as a double click opens it, without anything in it yet. */
  const opened = async () => {
    const file = join(folderWith({ '核查 1.html': html }), '核查 1.html');
    const { page, ...misdeeds } = await openFile(browser, file);
    await page.waitForSelector('#intake');
    return { page, ...misdeeds };
  };

  const files = async () => [
    { name: DRAFT_NAME, mimeType: '', buffer: Buffer.from(await draftFile()) },
    { name: POLICY_NAME, mimeType: '', buffer: Buffer.from(await policyFile()) },
  ];

  const withDraft = async () => {
    const all = await opened();
    await all.page.setInputFiles('#files', await files());
    await all.page.waitForSelector('#result:not([hidden])');
    return all;
  };

  const QUIET = { complaints: [], requests: [], dialogs: [] };

  it('checks a Word file dropped with its policy, asks nothing of the network and stores nothing', async () => {
    const { page, ...misdeeds } = await opened();
    const dropped = (await files()).map(({ name, buffer }) => ({ name, data: buffer.toString('base64') }));
    await page.evaluate(`(() => {
      const transfer = new DataTransfer();
      for (const { name, data } of ${JSON.stringify(dropped)})
        transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    })()`);
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.locator('[role=status]').first().innerText()).toMatch(/核查完毕：错误 [1-9]\d* 处/);
    expect(await page.locator('.strip .missing strong').allInnerTexts()).toContain('涉及范围');
    expect(await page.locator('.findings .what').first().innerText()).toContain('个人信息');
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
    expect(misdeeds).toEqual(QUIET);
  });

  it('lets nothing out: its policy refuses what a script in it might try', async () => {
    const { page } = await opened();
    const refused = await page.evaluate<string[]>(`Promise.all([
      fetch('https://example.invalid/').then(() => 'sent', () => 'refused'),
      new Promise((done) => { const picture = new Image(); picture.onerror = () => done('refused'); picture.onload = () => done('sent'); picture.src = 'https://example.invalid/x.png'; }),
      (() => { try { document.body.innerHTML = '<b>'; return 'written'; } catch { return 'refused'; } })(),
    ])`);
    expect(refused).toEqual(['refused', 'refused', 'refused']);
  });

  it('shows what a document says as text, whatever it says', async () => {
    const { page, ...misdeeds } = await opened();
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script></script><!--';
    const text = `# 《${evil}》解读\n\n一、背景\n\n${evil}待补充。[链接](javascript:alert(3))\n`;
    await page.setInputFiles('#files', [
      { name: `${evil.replaceAll('/', '')}.md`, mimeType: '', buffer: Buffer.from(text) },
    ]);
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.locator('.text .line').nth(4).innerText()).toContain('<script>alert(2)</script>');
    expect(await page.locator('#app :is(img, script)').count()).toBe(0);
    await page.locator('mark a').first().click();
    expect(misdeeds).toEqual(QUIET);
  });

  it('leads from a finding to its words and back, and to the policy', async () => {
    const { page } = await withDraft();
    const finding = page.locator('.findings > li', { hasText: '30个工作日' }).first();
    await finding.getByRole('button', { name: '看原文' }).click();
    expect(await page.locator('.pane').first().locator('a.current').allInnerTexts()).toEqual(['30个工作日']);
    await finding.getByRole('button', { name: '对照政策' }).click();
    expect(await page.locator('.pane').last().locator('.current').innerText()).toContain('20个工作日');
    await page.locator('mark a', { hasText: '13912345678' }).click();
    expect(await page.evaluate('document.activeElement.innerText')).toContain('个人信息');
  });

  it('works by keyboard alone', async () => {
    const { page, ...misdeeds } = await opened();
    const reach = async (selector: string) => {
      for (let i = 0; i < 200; i++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`${selector} is not reached`);
    };
    await reach('.ways button');
    await page.keyboard.press('Enter');
    await page.keyboard.type('# 采砂解读');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('待补充。');
    await reach('.pasting .main-button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#result:not([hidden])');
    await reach('.findings button');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.closest(".text") !== null')).toBe(true);
    expect(misdeeds).toEqual(QUIET);
  });

  it('takes a file of a name that is there for its next version', async () => {
    const { page } = await withDraft();
    await page.selectOption('#kind-1', 'briefing');
    const buffer = Buffer.from(await policyFile());
    await page.setInputFiles('#files', [{ name: DRAFT_NAME, mimeType: '', buffer }]);
    await page.locator('h2', { hasText: /^云溪市河道采砂管理办法$/ }).waitFor();
    expect(await page.locator('.files li').count()).toBe(2);
    expect(await page.inputValue('#kind-1')).toBe('briefing');
  });

  it('keeps the keyboard at a choice that is changed, and lets go of what is removed', async () => {
    const { page } = await withDraft();
    const active = () => page.evaluate('document.activeElement.id');
    await page.focus('#kind-1');
    await page.selectOption('#kind-1', 'briefing');
    await page.locator('#kind-1', { hasText: '自动识别：吹风会发布稿' }).waitFor();
    expect(await active()).toBe('kind-1');
    await page.locator('#remove-1').press('Enter');
    await page.locator('h2', { hasText: '云溪市河道采砂管理办法' }).waitFor();
    expect(await active()).toBe('files');
    await page.locator('#remove-2').click();
    expect(await page.locator('#result').isHidden()).toBe(true);
  });

  it('gives the Word file with comments, the sheet and the list', async () => {
    const { page } = await withDraft();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载带批注的 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('采砂解读 初稿（核查批注）.docx');
    const parts = await partsOf(await bytesOf(download));
    expect(parts['word/comments.xml']).toContain('20个工作日');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制问题清单' }).click();
    await page.getByText('已复制').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('核查结果：错误');
    expect(await pagesPrinted(page)).toBe(1);
  });

  it('prints one page with every element and every preset too', async () => {
    const { page } = await opened();
    await page.locator('.presets summary').click();
    for (const box of await page.locator('.presets input').all()) await box.check();
    const sentence = '为了规范河道采砂，保护河势稳定，申请人应当在20个工作日内按照许可的范围、数量、期限提出申请';
    const text = ['背景', '目标', '适用范围', '标准', '注意事项', '名词解释', '时限', '案例'].map(
      (title) => `## ${title}\n\n${sentence}，${title}如此。\n`,
    );
    const buffer = Buffer.from(`# 《云溪市河道采砂管理办法实施细则（试行）》政策解读\n\n${text.join('\n')}`);
    await page.setInputFiles('#files', [{ name: '解读.md', mimeType: '', buffer }]);
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.locator('.sign-sheet tbody tr').count()).toBe(13);
    expect(await pagesPrinted(page)).toBe(1);
  });

  it('remembers presets and language in its address alone', async () => {
    const { page } = await withDraft();
    await page.locator('.presets summary').click();
    await page.locator('.presets input').nth(2).check();
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForSelector('html[lang=en]');
    const [, hash = ''] = page.url().split('#');
    expect(hash).toMatch(/^presets=recommended,[\w-]+&lang=en$/);
    await page.reload();
    await page.waitForSelector('#intake');
    await page.locator('.presets summary').click();
    expect(await page.locator('.presets input:checked').count()).toBe(2);
    expect(await page.locator('h1').innerText()).toBe('Check a policy interpretation');
  });

  it('says what it cannot read', async () => {
    const { page } = await opened();
    await page.setInputFiles('#files', [{ name: '稿.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') }]);
    expect(await page.locator('.files .failed').innerText()).toContain('PDF');
    expect(await page.locator('#result').isHidden()).toBe(true);
  });

  describe('made well', () => {
    /** What axe finds wrong, by rule. It runs in a frame of no policy of its own: by the debugger, not as a script of the page. */
    const faults = async (page: Page) => {
      await page.evaluate(AXE);
      return page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
      );
    };

    it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async (colorScheme) => {
      const { page } = await opened();
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
      await page.setInputFiles('#files', await files());
      await page.waitForSelector('#result:not([hidden])');
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.locator('.findings button').first().click();
      expect(await faults(page)).toEqual([]);
    });

    it.each([
      ['浅色', { width: 1440, height: 1000 }, {}],
      ['深色', { width: 1440, height: 1000 }, { colorScheme: 'dark' }],
      // A window of 1280 points at 200 % has 640 of them.
      ['放大', { width: 640, height: 500 }, {}],
      ['手机', { width: 390, height: 844 }, {}],
      ['打印', SHEET, { media: 'print' }],
    ] as const)('is readable, and no wider than its window: %s', async (name, size, media) => {
      const { page } = await withDraft();
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width);
      const png = await page.screenshot({ fullPage: true });
      writeFileSync(join(SCREENS, `${name}.png`), png);
      expect((await look(browser, png)).drawn).toBeGreaterThan(0.02);
    });
  });
});

async function pagesPrinted(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return readFileSync(await download.path());
}
