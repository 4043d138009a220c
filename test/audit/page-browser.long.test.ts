import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { count } from '../../src/audit/page/numbers.js';
import { percent } from '../../src/audit/wording.js';
import { launchBrowser, NO_BROWSER, openFile, PATIENCE } from '../browser.js';
import { contrast } from '../contrast.js';
import { folderWith } from '../files/folder.js';
import { HOSTILE } from '../report/hostile.js';
import { auditPage } from './audit-page.js';
import { BREAKING, hostileReport } from './hostile-report.js';
import { auditedDocument, auditFinding, madeReport, reportOn } from './made-report.js';

describe.skipIf(NO_BROWSER)(`the audit’s page in Chromium${NO_BROWSER ?? ''}`, { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const written = (report: AuditReport) => {
    const file = join(folderWith({}), '审查 1.html');
    writeFileSync(file, auditPage(report));
    return file;
  };
  const opened = (report: AuditReport) => openFile(browser, written(report));

  const report = madeReport(400);

  describe('figures', () => {
    it('are those of the report', async () => {
      const { page, ...misdeeds } = await opened(report);
      const { totals, orphans, late, brokenLinks, unchecked, urgent } = report;
      const figures = await page
        .locator('[data-figure]')
        .evaluateAll((elements) =>
          elements.map((element) => [element.getAttribute('data-figure'), element.textContent]),
        );
      expect(Object.fromEntries(figures)).toEqual({
        rate: percent(totals.compliant, totals.documents),
        documents: count(totals.documents),
        compliant: count(totals.compliant),
        'with-errors': count(totals.withErrors),
        unreadable: count(totals.unreadable),
        errors: count(totals.errors),
        warnings: count(totals.warnings),
        orphans: count(orphans.length),
        ...{ late: count(late.length), 'broken-links': count(brokenLinks.length) },
        unchecked: count(unchecked.length),
        ...{ urgent: count(urgent.length), 'left-out': '0' },
      });
      expect(await rowsOf(page, '#by-department')).toEqual(
        [...report.byDepartment]
          .sort((a, b) => b.withErrors - a.withErrors || b.documents - a.documents)
          .map(({ name, documents, compliant, text, metadata, clean, withErrors, unreadable, errors, warnings }) => [
            ...[name || '没有写明部门', count(documents), count(compliant), percent(compliant, documents)],
            ...[percent(text.compliant, documents), percent(metadata.compliant, documents)],
            ...[clean, withErrors, unreadable, errors, warnings].map(count),
          ]),
      );
      const demands = await rowsOf(page, '#by-demand');
      expect(demands.map((cells) => [cells[0], cells[2], cells[3], cells[8]])).toEqual(
        report.demands.map(({ demand, broken, applies, ruleId }) => [demand, count(broken), count(applies), ruleId]),
      );
      expect(misdeeds).toEqual({ complaints: [], requests: [], dialogs: [] });
    });

    it('are there without the script, with the charts and the beginning of each list', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`file://${written(report)}`);
      expect(await page.locator('[data-figure="documents"]').innerText()).toBe('400');
      expect(await page.locator('svg.bars').count()).toBe(5);
      expect(await page.locator('#worst ol.worst > li').count()).toBe(10);
      expect(await page.locator('#late tbody tr').count()).toBe(20);
      expect(await page.locator('#late .more').innerText()).toContain(`另有 ${report.late.length - 20} 条`);
      expect(await page.locator('#documents').innerText()).toContain('浏览器没有启用脚本');
      expect(await page.locator('button').count()).toBe(0);
      await context.close();
    });

    it('say at the top that they are not of all documents, where the run was broken off', async () => {
      const { page } = await opened({ ...report, partial: true });
      expect(await page.title()).toContain('不完整');
      expect(await page.locator('header').innerText()).toMatch(/^本报告不完整。/);
      expect(await (await opened(report)).page.locator('.partial').count()).toBe(0);
    });

    it('lead to the documents they count', async () => {
      const { page } = await opened(report);
      const { name, documents } = report.byDepartment.find((group) => group.name !== '') ?? { name: '', documents: 0 };
      await page.locator('#by-department summary').click();
      await page.getByRole('button', { name, exact: true }).click();
      expect(await status(page)).toBe(`找到 ${documents} 份，共 400 份文件`);
      expect(await page.locator('#filter-department option:checked').innerText()).toBe(name);
    });
  });

  describe('table of documents', () => {
    it('shows all documents, and holds only the rows in sight', async () => {
      const { page } = await opened(madeReport(3000));
      expect(await status(page)).toBe('共 3,000 份文件');
      expect(await page.locator('.viewport table').getAttribute('aria-rowcount')).toBe('3001');
      expect(await page.locator('.viewport tbody tr').count()).toBeLessThan(60);
      await page.locator('.viewport').evaluate((viewport) => viewport.scrollTo(0, viewport.scrollHeight));
      await page.waitForSelector('.viewport tr[aria-rowindex="3001"]');
      expect(await page.locator('.viewport tr[aria-rowindex="3001"]').isVisible()).toBe(true);
      expect(await page.locator('.viewport tbody tr').count()).toBeLessThan(60);
    });

    it('sorts by a column at a click, the other way at the next, and says so', async () => {
      const { page } = await opened(report);
      const head = page.locator('.viewport th.column-wordCount');
      const counts = report.documents.map(({ wordCount }) => wordCount).sort((a, b) => a - b);
      expect(await page.locator('.viewport th.column-errors').first().getAttribute('aria-sort')).toBe('descending');
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect((await column(page, 'wordCount')).slice(0, 5)).toEqual(counts.slice(-5).reverse().map(count));
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect((await column(page, 'wordCount')).slice(0, 5)).toEqual(counts.slice(0, 5).map(count));
      expect(await page.locator('.viewport [aria-sort]').count()).toBe(1);
    });

    it('filters by words, department, year, kind, verdict and rule, all at once, and lets go again', async () => {
      const { page } = await opened(report);
      const shown = async () => Number(/^(?:找到|共) (\d+)/.exec(await status(page))?.[1]);
      const where = (test: (document: AuditReport['documents'][number]) => boolean) =>
        report.documents.filter(test).length;
      await page.fill('#search', '停车');
      expect(await shown()).toBe(where(({ title }) => title.includes('停车')));
      await page.selectOption('#filter-verdict', { label: '有错误' });
      expect(await shown()).toBe(where(({ title, errors }) => title.includes('停车') && errors > 0));
      await page.selectOption('#filter-department', { label: '民政局' });
      await page.fill('#search', '');
      expect(await shown()).toBe(where(({ department, errors }) => department === '民政局' && errors > 0));
      await page.selectOption('#filter-rule', { label: '写明政策管什么范围、针对谁（element/scope）' });
      const breaks = (document: AuditReport['documents'][number]) =>
        document.errors > 0 && document.findings.some(({ ruleId }) => ruleId === 'element/scope');
      expect(await shown()).toBe(where((document) => document.department === '民政局' && breaks(document)));
      await page.selectOption('#filter-kind', { label: '政策文件' });
      await page.selectOption('#filter-year', { label: '2020' });
      expect(await shown()).toBe(
        where((one) => one.department === '民政局' && one.kind === 'policy' && one.year === '2020' && breaks(one)),
      );
      await page.getByRole('button', { name: '清除条件', exact: true }).click();
      expect(await status(page)).toBe('共 400 份文件');
      expect(await page.locator('#filter-kind').inputValue()).toBe('');
      expect(await page.getByRole('button', { name: '清除条件', exact: true }).isDisabled()).toBe(true);
    });

    it('says that nothing was found, and offers to begin anew', async () => {
      const { page } = await opened(report);
      await page.fill('#search', '没有这样的文件 <b>');
      expect(await status(page)).toBe('找到 0 份，共 400 份文件');
      expect(await page.locator('.viewport').isVisible()).toBe(false);
      await page.getByRole('button', { name: '清除全部条件' }).click();
      expect(await page.locator('.viewport').isVisible()).toBe(true);
      expect(await page.locator('.viewport tbody tr[data-place]').count()).toBeGreaterThan(10);
      expect(await page.evaluate('document.activeElement.id')).toBe('search');
    });

    it('waits with searching until a word in pinyin is composed', async () => {
      const { page } = await opened(report);
      const search = page.locator('#search');
      await search.dispatchEvent('compositionstart');
      await search.fill('minzheng');
      expect(await status(page)).toBe('共 400 份文件');
      await search.fill('民政');
      await search.dispatchEvent('compositionend');
      expect(await status(page)).toMatch(/^找到 \d+ 份/);
    });

    it('is gone through by keys alone', async () => {
      const { page } = await opened(report);
      await page.locator('.viewport th.column-verdict button').focus();
      await page.keyboard.press('Tab');
      expect(await focusedRow(page)).toBe('2');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await focusedRow(page)).toBe('4');
      await page.keyboard.press('End');
      expect(await focusedRow(page)).toBe('401');
      await page.keyboard.press('PageUp');
      expect(Number(await focusedRow(page))).toBeLessThan(396);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowUp');
      expect(await focusedRow(page)).toBe('2');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('dialog').isVisible()).toBe(true);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('dialog').isVisible()).toBe(false);
      expect(await focusedRow(page)).toBe('3');
    });
  });

  describe('panel of a document', () => {
    it('shows what it is and every finding with sentence, reason, remedy, clauses and place', async () => {
      const findings = [
        auditFinding({ severity: 'warn', what: '没有写明惠民举措', ruleId: 'element/benefits', sentence: '' }),
        auditFinding({ line: 1234 }),
      ];
      const uncounted = { ...auditFinding({ what: '已放行的问题' }), by: 'directive' as const, reason: '领导已核' };
      const found = { objectives: 'section', consultation: 'prose', standards: 'nominal' } as const;
      const elements = { ...found, scope: 'absent', legality: 'absent' } as const;
      const document = auditedDocument({ findings, notCounted: [uncounted], elements });
      const { page } = await opened(reportOn([document]));
      await page.locator('.viewport tbody button').click();
      const panel = page.getByRole('dialog', { name: document.title });
      const text = await panel.innerText();
      for (const part of ['解读/2024/a.md', '民政局', '解读材料', '2024-03-01', '1,200', '错误 1 个，警告 1 个'])
        expect(text).toContain(part);
      for (const part of ['没有写', '有专门的部分', '文中写到', '有标题，没有内容']) expect(text).toContain(part);
      expect(await panel.locator('.fault').allInnerTexts()).toEqual([expect.stringContaining('涉及范围')]);
      expect(await panel.locator('.idle').allInnerTexts()).toEqual([expect.stringMatching(/^–\s*合法性合理性/)]);
      const items = await panel.locator('.findings > li').allInnerTexts();
      expect(items).toHaveLength(3);
      for (const part of [
        '错误',
        '没有写明涉及范围',
        '本办法自印发之日起施行。',
        '补写适用对象',
        '某市解读办法第二条',
        '第 1,234 行第 3 列',
      ])
        expect(items[0]).toContain(part);
      expect(items[1]).toMatch(/^警告 没有写明惠民举措/);
      expect(items[2]).toContain('领导已核');
      await panel.locator('.clauses summary').first().click();
      expect(await panel.locator('.clauses').first().innerText()).toContain('某市解读办法第二条：写明政策管什么、管谁');
    });

    it('goes on to the next of the documents found', async () => {
      const { page } = await opened(report);
      await page.selectOption('#filter-verdict', { label: '读不了' });
      const titles = await page.locator('.viewport tbody button').allInnerTexts();
      await page.locator('.viewport tbody button').first().click();
      const panel = page.getByRole('dialog');
      expect(await panel.locator('h2').innerText()).toBe(titles[0]);
      expect(await panel.getByRole('button', { name: '上一份' }).isDisabled()).toBe(true);
      await panel.getByRole('button', { name: '下一份' }).click();
      expect(await panel.locator('h2').innerText()).toBe(titles[1]);
      expect(await panel.innerText()).toContain(`第 2 份，共 ${titles.length} 份`);
    });

    it('opens from the lists too', async () => {
      const { page } = await opened(report);
      const [orphan] = report.orphans;
      await page.locator('#orphans tbody button').first().click();
      expect(await page.getByRole('dialog').locator('h2').innerText()).toBe(orphan?.title);
      expect(await page.getByRole('button', { name: '下一份' }).isVisible()).toBe(false);
      await page.getByRole('button', { name: '关闭' }).click();
      await page.locator('#worst h3 button').first().click();
      expect(await page.getByRole('dialog').innerText()).toContain(report.worst[0]);
    });
  });

  it('reads each list to its end on demand', async () => {
    const { page } = await opened(report);
    await page.locator('#late .more button').click();
    expect(await page.locator('#late tbody tr').count()).toBe(report.late.length);
    expect(await page.locator('#late .more').innerText()).toBe(`共 ${report.late.length} 条。`);
    await page.locator('#late tbody tr').last().locator('button').click();
    expect(await page.getByRole('dialog').locator('h2').innerText()).toBe(report.late.at(-1)?.title);
  });

  it('shows hostile texts as texts, runs none, asks for nothing and says nothing', async () => {
    const { page, ...misdeeds } = await opened(hostileReport());
    const visible = BREAKING.replace('\u2028', '\\u2028');
    expect(await page.locator('header').innerText()).toContain(`${HOSTILE} ${visible}`);
    expect(await page.locator('.viewport tbody button').allInnerTexts()).toContain('（无标题）');
    await page.locator('#by-demand summary').click();
    await page.locator('.viewport tbody button').first().click();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('dialog').locator('.findings strong').first().innerText()).toContain(
      `${HOSTILE} ${visible}`,
    );
    await page.keyboard.press('Escape');
    await page.selectOption('#filter-year', { label: visible });
    expect(await status(page)).toBe('找到 1 份，共 3 份文件');
    for (const tag of ['img', 'b', 'a[href^="javascript"]'])
      expect(await page.locator(`main ${tag}, dialog ${tag}`).count()).toBe(0);
    await page.pdf();
    expect(misdeeds).toEqual({ complaints: [], requests: [], dialogs: [] });
  });

  it('is refused by its own policy whatever would run or load', async () => {
    const broken =
      '<img src="http://example.invalid/a.png"><script>alert(1)</script><a id="x" onclick="alert(2)">x</a>';
    const file = written(madeReport(3));
    writeFileSync(file, auditPage(madeReport(3)).replace('<footer>', `${broken}<footer>`));
    const { page, ...misdeeds } = await openFile(browser, file);
    await page.click('#x');
    expect(misdeeds.dialogs).toEqual([]);
    expect(misdeeds.requests).toEqual([]);
    expect(misdeeds.complaints.join()).toMatch(/Content Security Policy/);
    await expect(page.evaluate("document.body.innerHTML = '<b>x</b>'")).rejects.toThrow(/TrustedHTML/);
  });

  it('is told by the accessibility tree as it is seen', async () => {
    const { page } = await opened(report);
    const tree = await page.locator('body').ariaSnapshot();
    const lines = [
      'heading "政策解读核查报告" [level=1]',
      'navigation "目录"',
      'region "概览"',
      'img "哪些要求违反得最多"',
      'search "筛选文件"',
      'searchbox "查找"',
      'combobox "违反的要求"',
      'status: 共 400 份文件',
      'table "文件清单',
      'button "错误"',
      'heading "要由人来看的条款',
    ];
    expect(lines.filter((line) => !tree.includes(line))).toEqual([]);
    expect(tree).not.toContain('[level=4]');
    expect(tree).not.toMatch(/(?:button|combobox|searchbox|checkbox|img|figure|region|table)(?::|$)/m);
  });

  it('has colours with contrast, in the light and in the dark', async () => {
    const findings = [auditFinding(), auditFinding({ severity: 'warn' })];
    const { page } = await opened({
      ...reportOn([auditedDocument({ findings, elements: { scope: 'absent' } })]),
      partial: true,
    });
    await page.locator('.viewport tbody button').click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const texts = [
        'h1',
        '.partial',
        '.about dt',
        'nav a',
        '.rate strong',
        '.tile-errors strong',
        '.tile .explanation',
      ];
      const table = [
        '.viewport thead button',
        '.viewport .link',
        '.viewport .path',
        '.verdict-1',
        '.legend',
        '.bar-label div',
      ];
      const panel = [
        'dialog dt',
        'dialog .severity-error',
        'dialog .severity-warn',
        'blockquote',
        '.source',
        '.fault small',
      ];
      for (const selector of [...texts, ...table, ...panel])
        expect(await contrast(page, selector), `${selector} ${colorScheme}`).toBeGreaterThan(4.5);
    }
  });

  it('fits into windows from a phone to a wide screen, with texts and rows to be read', async () => {
    for (const one of [report, hostileReport()]) {
      const { page } = await opened(one);
      for (const width of [1600, 1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        const [first, second] = await page.locator('.viewport tbody tr[data-place]').all();
        const [above, below] = [await first?.boundingBox(), await second?.boundingBox()];
        expect((below?.y ?? 0) - (above?.y ?? 0)).toBeCloseTo(above?.height ?? 0, 0);
        await page.locator('.viewport tbody button').first().click();
        expect((await page.getByRole('dialog').boundingBox())?.width).toBeLessThanOrEqual(width);
        await page.keyboard.press('Escape');
      }
    }
  });
});

function status(page: Page): Promise<string> {
  return page.locator('[role="status"].status').innerText();
}

/** The texts of the table under a chart, row by row. */
function rowsOf(page: Page, chart: string): Promise<string[][]> {
  return page
    .locator(`${chart} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

function column(page: Page, key: string): Promise<string[]> {
  return page.locator(`.viewport td.column-${key}`).allInnerTexts();
}

/** The place of the row that has the focus, counted from 1 with the head. */
async function focusedRow(page: Page): Promise<string | null> {
  return page.evaluate<string | null>("document.activeElement.closest('tr')?.getAttribute('aria-rowindex') ?? null");
}
