import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, NO_BROWSER, PATIENCE } from '../browser.js';
import { BuiltPackage } from '../built-package.js';

/**
 * The `out/server-main.js` of a VS Code that serves its window to browsers, such as lib/vscode of the npm package code-server, with its
 * dependencies installed. Nothing installs one: who has it, names it.
 */
const SERVER = process.env.VSCODE_SERVER_MAIN ?? '';
const missing = NO_BROWSER ?? (existsSync(SERVER) ? '' : ' (skipped: VSCODE_SERVER_MAIN names no VS Code)');

const DRAFT = `---
类型: 解读材料
标题: 《云溪市早餐车管理办法》政策解读
政策文件: 云政办发〔2024〕31号
---

# 《云溪市早餐车管理办法》政策解读

## 一、背景依据

根据云政办发[2024]31号文件制定。
`;

describe.skipIf(missing !== '')(`a real VS Code${missing}`, () => {
  let built: BuiltPackage;
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    built = await BuiltPackage.get();
    const folder = join(built.home, '文库');
    mkdirSync(folder);
    writeFileSync(join(folder, '解读.md'), DRAFT);
    writeFileSync(
      join(folder, 'jiedu-lint.config.yaml'),
      'extends: base\nrules: { element/scope: error, format/doc-number-brackets: warn }\n',
    );
    built.run('vscode-package.mjs', '--stage', join(built.home, 'extensions', 'jiedu-lint.jiedu-lint-0.1.0'));
    const port = await serve();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Yes/ }).click();
    await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="解读.md"]').dblclick();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    server?.kill();
    built.remove();
  });

  function serve(): Promise<string> {
    const data = join(built.home, 'data');
    const words = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
    server = spawn(process.execPath, [
      SERVER,
      ...words,
      '--server-data-dir',
      data,
      '--extensions-dir',
      join(built.home, 'extensions'),
    ]);
    return new Promise((done, fail) => {
      server.stdout?.on('data', (text: Buffer) => {
        const port = /listening on (\d+)/.exec(String(text))?.[1];
        if (port) done(port);
      });
      server.once('exit', (code) => fail(new Error(`VS Code ended with ${code}`)));
    });
  }

  it('shows what is missing, and puts the section in at a keystroke', async () => {
    onTestFailed(async () => {
      await page.screenshot({ path: join(built.home, '..', 'jiedu-lint-vscode-window.png') });
    });
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel');
    await problems.getByText('缺少“涉及范围”').waitFor();
    await problems.getByText('发文字号“云政办发[2024]31号”').waitFor();
    await page
      .locator('.view-line', { hasText: '# 《云溪市早餐车管理办法》政策解读' })
      .first()
      .click({ position: { x: 120, y: 8 } });
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').getByText('补写“涉及范围”一节').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '二、涉及范围' }).waitFor();
    expect(await page.locator('.view-line', { hasText: '提示：' }).count()).toBeGreaterThan(0);
  }, 180_000);
});
