import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../rules/rule-ids.js';
import { ruleFixtures } from '../../scripts/fixtures.js';
import { draftPage } from '../../scripts/page.mjs';
import { launchBrowser, NO_BROWSER, openFile } from '../browser.js';
import { folderWith } from '../files/folder.js';
import { DRAFT_NAME, draftFile, POLICY_NAME, policyFile } from './drafts.js';
import { differences, PLACE } from './parity.js';

/** Those whose files lie in one folder: a browser tells no folders. */
const fixtures = RULE_IDS.flatMap((rule) =>
  ruleFixtures(rule).flatMap(({ name, documents }) => {
    const files = Object.fromEntries(documents.map(({ path, text }) => [path, text]));
    return documents.some(({ path }) => path.includes('/')) ? [] : [{ rule, name, files }];
  }),
);
const rulesShown = [...new Set(fixtures.map(({ rule }) => rule))];

describe.skipIf(NO_BROWSER)(`the page and the command line${NO_BROWSER ?? ''}`, { timeout: 900_000 }, () => {
  let browser: Browser;
  let html = '';
  beforeAll(async () => {
    [browser, { html }] = [await launchBrowser(), await draftPage()];
  });
  afterAll(() => browser?.close());

  const opened = async (preset: string) => {
    const file = join(folderWith({ '核查.html': html }), '核查.html');
    const all = await openFile(browser, file);
    await all.page.evaluate(`location.hash = 'presets=${preset}'`);
    return all;
  };

  /** What one finds in files dropped together and the other does not. */
  const differing = async (page: Page, files: Record<string, string | Uint8Array>, preset: string) => {
    const placed = Object.entries(files).map(([name, content]) => [`${PLACE}/${name}`, content]);
    return differences(page, folderWith(Object.fromEntries(placed)), Object.keys(files), preset);
  };

  it.each(rulesShown)('find the same in the fixtures of %s', async (rule) => {
    const { page, complaints } = await opened('all');
    const found: string[] = [];
    for (const { name, files } of fixtures.filter((one) => one.rule === rule))
      found.push(...(await differing(page, files, 'all')).map((line) => `${name}: ${line}`));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('find the same in Word files, together and alone', async () => {
    const { page } = await opened('recommended');
    const pair = { [DRAFT_NAME]: await draftFile(), [POLICY_NAME]: await policyFile() };
    for (const files of [pair, { [DRAFT_NAME]: await draftFile() }, { [POLICY_NAME]: await policyFile() }])
      expect(await differing(page, files, 'recommended')).toEqual([]);
  });
});
