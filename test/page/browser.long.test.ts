import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPage } from '../../scripts/page.mjs';
import { look } from '../audit/picture.js';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { folderWith } from '../files/folder.js';
import { p, word } from '../import/word.js';
import { partsOf } from '../review/word.js';
import { DRAFT_NAME, draftFile, POLICY_NAME, policyFile } from './drafts.js';

/** Where the pictures stay, for people to look at. */
const SCREENS = resolve('screenshots/page');
const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const SHEET = { width: 680, height: 1008 };

/** What axe finds wrong, by rule. It runs in a frame of no policy of its own: by the debugger, not as a script of the page. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
  );
}

/** Files of which nothing can be made: name, content, and why. */
async function unreadable(): Promise<[name: string, content: Uint8Array | string, why: RegExp][]> {
  const whole = await draftFile();
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  const zip = (name: string) => new JSZip().file(name, 'a').generateAsync({ type: 'uint8array' });
  const english = 'These measures apply to river sand mining in the whole city.';
  return [
    ['断了的.docx', whole.subarray(0, whole.length / 2), /已损坏.*重新取得/],
    ['旧.doc', old, /旧格式.*另存为/],
    ['旧.wps', old, /旧格式.*另存为/],
    ['密码.docx', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), /密码.*另存/],
    ['文.pdf', '%PDF-1.7\n', /PDF.*另存为/],
    ['文.ofd', await zip('OFD.xml'), /不是 Word 文档.*另存为/],
    ['压缩.docx', await zip('a.txt'), /不是 Word 文档.*解压/],
    ['图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), /不认识.*能读的有/],
    ['图.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), /不认识.*能读的有/],
    ['空.docx', '', /空文件.*请核对/],
    ['空.md', '', /空文件.*请核对/],
    ['大.md', Buffer.alloc(9 * 2 ** 20, '政策解读'), /太大（超过 8 MB）.*请拆分/],
    ['english.md', `# Interpretation\n\n${english}\n`, /没有中文.*请放入中文/],
    ['英文.docx', await word(p('Interpretation') + p(english)), /没有中文.*请放入中文/],
  ];
}

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
    expect(html).not.toContain('unsafe-');
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

  const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(content) });
  const checkedAll = (page: Page) => page.locator('.status', { hasText: /完毕|没有核查/ }).waitFor();

  it('says in a sentence each what it cannot read, and goes on', async () => {
    const { page, ...misdeeds } = await opened();
    const unread = await unreadable();
    await page.setInputFiles(
      '#files',
      unread.map(([name, content]) => file(name, content)),
    );
    await checkedAll(page);
    expect(await page.locator('.failure').allInnerTexts()).toEqual(
      unread.map(([, , why]) => expect.stringMatching(why)),
    );
    expect(await page.locator('.status').innerText()).toContain(`${unread.length} 份`);
    expect(await page.locator('#result').isHidden()).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.setInputFiles('#files', await files());
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.locator('.findings .what').first().innerText()).toContain('个人信息');
    expect(misdeeds).toEqual(QUIET);
  });

  it('says of a folder, and of what is too large, what to do', async () => {
    const { page, ...misdeeds } = await opened();
    await page.evaluate(`(() => {
      const folder = new File([], '材料');
      folder.arrayBuffer = () => Promise.reject(new Error('a folder'));
      const large = new File([], '影像.docx');
      Object.defineProperty(large, 'size', { value: 65 * 2 ** 20 });
      const transfer = { files: [folder, large] };
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: transfer });
      document.querySelector('.drop').dispatchEvent(event);
    })()`);
    await checkedAll(page);
    const [folder, large] = await page.locator('.failure').allInnerTexts();
    expect(folder).toContain('把里面的文件拖进来');
    expect(large).toContain('太大（超过 64 MB）');
    expect(misdeeds).toEqual(QUIET);
  });

  it('takes a file dropped twice once, and another while it checks the first', async () => {
    const { page, ...misdeeds } = await opened();
    const [draft, policy] = await files();
    const again = [draft, draft, policy].map((one) => ({ name: one?.name, data: one?.buffer.toString('base64') }));
    await page.evaluate(`(() => {
      for (const { name, data } of ${JSON.stringify(again)}) {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    })()`);
    await page.locator('.pane h3', { hasText: '政策原文' }).waitFor();
    expect(await page.locator('.files .name').allInnerTexts()).toEqual([DRAFT_NAME, POLICY_NAME]);
    expect(misdeeds).toEqual(QUIET);
  });

  it('lays beside each of several drafts its own policy, in either language', async () => {
    const { page } = await opened();
    const about = (name: string, days: number) =>
      `# 《云溪市${name}办法》政策解读\n\n一、背景\n\n申请的，应当在${days}个工作日内办结。\n`;
    const policy = (name: string, days: number) =>
      `# 云溪市${name}办法\n\n第一条 为了规范${name}，制定本办法。\n\n第二条 申请的，应当在${days}个工作日内办结。\n`;
    await page.setInputFiles('#files', [
      file('甲解读.md', about('养犬管理', 30)),
      file('甲.md', policy('养犬管理', 20)),
      file('乙.md', policy('停车收费', 5)),
      file('乙解读.md', about('停车收费', 9)),
    ]);
    await checkedAll(page);
    const told = async (name: string) => {
      await page.locator('.documents button', { hasText: name }).press('Enter');
      return page.locator('.findings').first().innerText();
    };
    expect(await told('甲解读')).toContain('20个工作日');
    expect(await told('乙解读')).toContain('5个工作日');
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await page.locator('.status', { hasText: 'Done' }).waitFor();
    expect(await told('乙解读')).toMatch(/5个工作日[\s\S]*What to do/);
    await page.getByLabel('Policy that "乙解读.md" explains').selectOption('none');
    await page.locator('.about', { hasText: 'not at hand' }).waitFor();
    expect(await page.locator('.findings').first().innerText()).not.toContain('5个工作日');
  });

  it('shows a sample, and does so at once where its address asks for it', async () => {
    const { page, ...misdeeds } = await opened();
    await page.getByRole('button', { name: '看样例' }).click();
    await page.waitForSelector('#result:not([hidden])');
    const found = (await page.locator('.findings').first().innerText()).split('\n');
    for (const words of ['个人信息', '30个工作日', '第九条', '待补充'])
      expect(found).toContainEqual(expect.stringContaining(words));
    await page.goto(`${page.url().replace(/#.*/, '')}#sample`);
    await page.reload();
    await page.waitForSelector('#result:not([hidden])');
    expect(await page.locator('.findings').first().innerText()).toContain('30个工作日');
    expect(misdeeds).toEqual(QUIET);
  });

  describe('made well', () => {
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
