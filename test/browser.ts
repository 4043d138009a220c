import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Why tests in a browser are skipped, to stand in their names; undefined where there is a browser. */
export const NO_BROWSER = executablePath === undefined ? ' (skipped: no Chromium on this machine)' : undefined;

/** What a page did that one which only shows something does not do. */
export interface Misdeeds {
  /** What was written to the console, and errors nobody caught. */
  readonly complaints: string[];
  /** Addresses it asked for, its own apart. Every one of them is refused. */
  readonly requests: string[];
  /** Boxes it opened: `alert` and its kind. */
  readonly dialogs: string[];
}

/** Milliseconds given to each step of a browser: on a busy machine the usual half minute is too short. */
export const PATIENCE = 110_000;

/** Starts a headless Chromium that asks nothing of the network by itself. Close it when all tests are through. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const args = ['--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'];
  return chromium.launch({ ...(executablePath && { executablePath }), args, timeout: PATIENCE });
}

/**
 * Opens a page kept on disk, as a double click does, and waits until it is loaded.
 * @param file its absolute path
 */
export async function openFile(browser: Browser, file: string): Promise<{ page: Page } & Misdeeds> {
  const address = pathToFileURL(file).href;
  const misdeeds: Misdeeds = { complaints: [], requests: [], dialogs: [] };
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => misdeeds.complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    misdeeds.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    if (route.request().url() === address) return route.continue();
    misdeeds.requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, ...misdeeds };
}
