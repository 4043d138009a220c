import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { comparisonOf } from '../../src/audit/compare.js';
import { readEarlier } from '../../src/audit/earlier.js';
import { archiveWith, run } from '../cli/command.js';
import { paper } from './archive.js';
import { auditedDocument, auditFinding, reportOn } from './made-report.js';

const CONFIG = 'extends: []\nrules:\n  structure/no-placeholder: error\n  link/no-broken-link: warn\n';
const text = (author: string, body: string) =>
  paper(`kind: interpretation\ntitle: 《甲办法》政策解读\nauthor: ${author}`, `# 《甲办法》政策解读\n\n${body}`);

const BEFORE = {
  'jiedu-lint.config.yaml': CONFIG,
  'a.md': text('市财政局', '一、标准\n\n待补充。\n\n二、名单\n\n见[名单](list.md)。'),
  'b.md': text('市教育局', '一、标准\n\n待补充。'),
  'c.md': text('市教育局', '一、标准\n\n待补充。'),
  'd.md': text('市民政局', '一、标准\n\n每人 200 元。'),
};

async function audit(folder: string, argv: readonly string[] = []) {
  const ran = await run(folder, ['audit', '.', '--json', 'now.json', '--date', '2024-07-01', ...argv]);
  return { ran, report: JSON.parse(readFileSync(join(folder, 'now.json'), 'utf8')) as AuditReport };
}

/** An archive that was audited before, and stands as it did then. */
async function audited(): Promise<string> {
  const folder = archiveWith(BEFORE);
  await run(folder, ['audit', '.', '--json', 'before.json', '--date', '2024-06-03']);
  return folder;
}

describe('an audit compared with the last', () => {
  it('says by demand and department what came, went and stayed', async () => {
    const folder = await audited();
    // a: mended, with more text above what stays; c: gone; d: something new.
    writeFileSync(
      join(folder, 'a.md'),
      text('市财政局', '一、标准\n\n每户 10 元。\n\n按年发。\n\n二、名单\n\n见[名单](list.md)。'),
    );
    rmSync(join(folder, 'c.md'));
    writeFileSync(join(folder, 'd.md'), text('市民政局', '一、标准\n\n待补充。'));
    const { ran, report } = await audit(folder, ['--compare', 'before.json']);
    const { comparison } = report;
    expect(comparison).toMatchObject({
      date: '2024-06-03',
      came: 1,
      went: 2,
      stayed: 2,
      mended: 1,
      lostDocuments: ['c.md'],
    });
    const lines = (some: readonly { name: string; came: number; went: number; stayed: number }[] = []) =>
      some.map(({ name, came, went, stayed }) => `${name} ${came} ${went} ${stayed}`);
    expect(lines(comparison?.byDemand)).toEqual(['structure/no-placeholder 1 2 1', 'link/no-broken-link 0 0 1']);
    expect(lines(comparison?.byDepartment)).toEqual(['市教育局 0 1 1', '市财政局 0 1 1', '市民政局 1 0 0']);
    expect(comparison?.findings.map(({ change, path, gone }) => [change, path, gone])).toEqual([
      ['came', 'd.md', null],
      ['went', 'a.md', 'mended'],
      ['went', 'c.md', 'fileGone'],
    ]);
    expect(ran.out).toContain(
      '与 2024-06-03 相比：新出现 1 个，改好 1 个，仍在 2 个，另有 1 个这次没有查到，不能认定已改好',
    );
  });

  it('finds nothing changed where nothing did, whatever the day', async () => {
    const folder = await audited();
    const { report } = await audit(folder, ['--compare', 'before.json']);
    expect(report.comparison).toMatchObject({ came: 0, went: 0, stayed: 4, findings: [], newDocuments: [] });
  });

  it('calls nothing mended that a rule no longer in force, a directive or an unreadable file hides', async () => {
    const goneOf = async (change: (folder: string) => void, argv: readonly string[] = []) => {
      const folder = await audited();
      change(folder);
      const { report } = await audit(folder, ['--compare', 'before.json', ...argv]);
      return report.comparison?.findings.filter(({ path }) => path === 'b.md').map(({ gone }) => gone);
    };
    expect(await goneOf(() => {}, ['--rule', 'structure/no-placeholder: off'])).toEqual(['notDemanded']);
    const hidden = '<!-- jiedu-lint-disable-file structure/no-placeholder -- 等会议定 -->\n\n一、标准\n\n待补充。';
    expect(await goneOf((folder) => writeFileSync(join(folder, 'b.md'), text('市教育局', hidden)))).toEqual([
      'notCounted',
    ]);
    const broken = new Uint8Array([0x23, 0xff, 0xff, 0x0a]);
    expect(await goneOf((folder) => writeFileSync(join(folder, 'b.md'), broken))).toEqual(['notChecked']);
    expect(await goneOf((folder) => rmSync(join(folder, 'b.md')))).toEqual(['fileGone']);
    expect(await goneOf((folder) => writeFileSync(join(folder, 'b.md'), text('市教育局', '每人 5 元。')))).toEqual([
      'mended',
    ]);
  });

  it('counts alike findings of one file one by one', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': CONFIG,
      'a.md': text('市财政局', '一、甲\n\n待补充。\n\n二、乙\n\n待补充。\n\n三、丙\n\n待补充。'),
    });
    await run(folder, ['audit', '.', '--json', 'before.json']);
    writeFileSync(
      join(folder, 'a.md'),
      text('市财政局', '一、甲\n\n每人 5 元。\n\n二、乙\n\n待补充。\n\n三、丙\n\n待补充。'),
    );
    const { report } = await audit(folder, ['--compare', 'before.json']);
    expect(report.comparison).toMatchObject({ came: 0, went: 1, stayed: 2, mended: 1 });
  });

  it('adds up, demand by demand and department by department', () => {
    const finding = (id: number, ruleId: string) => auditFinding({ id: id.toString(16).padStart(16, '0'), ruleId });
    const rules = ['element/scope', 'meta/dates', 'link/policy-link'];
    const documents = (from: number, to: number) =>
      Array.from({ length: 7 }, (_, i) =>
        auditedDocument({
          path: `${i}.md`,
          department: `部门${i % 3}`,
          findings: Array.from({ length: 9 }, (_, j) => finding(i * 9 + j, rules[j % 3] ?? '')).filter(
            (_, j) => j >= from && j < to,
          ),
        }),
      );
    const about = { date: '2024-01-01', version: '1.2.3', partial: false, presets: [], rules };
    const compared = comparisonOf(reportOn(documents(3, 9)), { ...about, documents: documents(0, 7) });
    expect(compared).toMatchObject({ came: 14, went: 21, stayed: 28, mended: 21 });
    for (const changes of [compared.byDemand, compared.byDepartment])
      for (const key of ['came', 'went', 'stayed'] as const)
        expect(changes.reduce((sum, change) => sum + change[key], 0)).toBe(compared[key]);
  });

  it('shows it on the page and in the workbook', async () => {
    const folder = await audited();
    writeFileSync(join(folder, 'a.md'), text('市财政局', '一、标准\n\n每户 10 元。'));
    await audit(folder, ['--compare', 'before.json', '--html', 'a.html', '--xlsx', 'a.xlsx']);
    const page = readFileSync(join(folder, 'a.html'), 'utf8');
    for (const id of ['changes-by-demand', 'changes-by-department', 'came', 'went'])
      expect(page).toContain(`data-list="${id}"`.replace('data-list="came"', 'id="came"'));
    const { readSpreadsheet } = await import('../../src/import/spreadsheet.js');
    const read = await readSpreadsheet(readFileSync(join(folder, 'a.xlsx')));
    const sheet = (name: string) => read?.sheets.find((one) => one.name === name)?.rows ?? [];
    expect(sheet('不再出现的问题')).toHaveLength(3);
    expect(sheet('与上次相比：部门')[1]).toEqual(['市财政局', '0', '2', '0']);
  });
});

describe('documents that have another path than before', () => {
  const titled = (title: string, body: string) =>
    paper(`kind: interpretation\ntitle: ${title}\nauthor: 市财政局`, `# ${title}\n\n${body}`);
  const OPEN = '一、甲\n\n待补充。\n\n二、乙\n\n待补充。\n\n三、丙\n\n见[名单](list.md)。';

  /** Audits some files, puts others in their place, and compares. */
  async function comparedAfter(before: Record<string, string>, after: Record<string, string>) {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': CONFIG, ...before });
    await run(folder, ['audit', '.', '--json', 'before.json', '--date', '2024-06-03']);
    for (const path of Object.keys(before)) rmSync(join(folder, path));
    for (const [path, content] of Object.entries(after)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { report, ran } = await audit(folder, ['--compare', 'before.json', '--html', 'a.html']);
    const { came, went, stayed, mended, movedDocuments, newDocuments, lostDocuments } = report.comparison ?? {};
    const page = readFileSync(join(folder, 'a.html'), 'utf8');
    return { figures: [came, went, stayed, mended], movedDocuments, newDocuments, lostDocuments, ran, page };
  }

  it('are compared as the same, by their titles: renamed, and one finding mended', async () => {
    const mended = OPEN.replace('待补充', '每人 5 元');
    const { figures, movedDocuments, ran, page } = await comparedAfter(
      { 'a.md': titled('《甲办法》政策解读', OPEN) },
      { '甲.md': titled('《甲办法》政策解读', mended) },
    );
    expect(figures).toEqual([0, 1, 2, 1]);
    expect(movedDocuments).toEqual([{ from: 'a.md', to: '甲.md' }]);
    expect(ran.out).toContain('1 份文件改了名称或者位置，按同一份比较');
    expect(page).toContain('id="moved"');
  });

  it('are compared as the same where a folder was moved, also those without a title of their own', async () => {
    const same = titled('政策解读', OPEN);
    const { figures, newDocuments, lostDocuments } = await comparedAfter(
      { 'a.md': same, 'b.md': same, 'c.md': '待补充。\n' },
      { '2024/a.md': same, '2024/b.md': same, '2024/c.md': '待补充。\n' },
    );
    expect(figures).toEqual([0, 0, 7, 0]);
    expect([newDocuments, lostDocuments]).toEqual([[], []]);
  });

  it('are not guessed where several may be meant', async () => {
    const same = titled('政策解读', OPEN);
    const { figures, movedDocuments, ran } = await comparedAfter({ 'a.md': same, 'b.md': same }, { 'c.md': same });
    expect(figures).toEqual([3, 6, 0, 0]);
    expect(movedDocuments).toEqual([]);
    expect(ran.out).toContain('多了 1 份文件，其中的问题都算新出现；少了 2 份文件');
  });

  it('are others where title or kind differ, or the old one is still there', async () => {
    const one = titled('《甲办法》政策解读', OPEN);
    expect((await comparedAfter({ 'a.md': one }, { 'b.md': titled('《乙办法》政策解读', OPEN) })).figures).toEqual([
      ...[3, 3, 0, 0],
    ]);
    expect(
      (await comparedAfter({ 'a.md': one }, { 'b.md': one.replace('interpretation', 'briefing') })).movedDocuments,
    ).toEqual([]);
    expect((await comparedAfter({ 'a.md': one }, { 'a.md': one, 'b.md': one })).figures).toEqual([3, 0, 3, 0]);
  });

  it('have nothing mended that a directive hides', async () => {
    const hidden = OPEN.replace(
      '一、甲',
      '<!-- jiedu-lint-disable-file structure/no-placeholder -- 等会议定 -->\n\n一、甲',
    );
    const { figures } = await comparedAfter(
      { 'a.md': titled('《甲办法》政策解读', OPEN) },
      { 'b.md': titled('《甲办法》政策解读', hidden) },
    );
    expect(figures).toEqual([0, 2, 1, 0]);
  });
});

describe('what keeps two audits from being compared one to one', () => {
  const told = async (
    change: (json: Record<string, unknown>, folder: string) => void,
    argv: readonly string[] = [],
  ) => {
    const folder = await audited();
    const json = JSON.parse(readFileSync(join(folder, 'before.json'), 'utf8'));
    change(json, folder);
    writeFileSync(join(folder, 'before.json'), JSON.stringify(json));
    const { ran, report } = await audit(folder, ['--compare', 'before.json', '--html', 'a.html', ...argv]);
    return { out: ran.out, report, page: readFileSync(join(folder, 'a.html'), 'utf8') };
  };

  it('is not there where nothing does', async () => {
    const { out, page } = await told(() => {});
    expect(out).not.toMatch(/预设不同|没有要求的|程序|中断|份文件改/);
    expect(page).not.toContain('id="differences"');
  });

  it('is told: other demands, by their number and names', async () => {
    const { out, report, page } = await told(() => {}, [
      '--rule',
      'element/scope: warn',
      '--rule',
      'link/no-broken-link: off',
    ]);
    expect(report.comparison).toMatchObject({ newDemands: ['element/scope'], lostDemands: ['link/no-broken-link'] });
    expect(report.comparison?.newlyDemanded).toBe(report.comparison?.came);
    expect(report.comparison?.came).toBeGreaterThan(0);
    expect(out).toMatch(/新出现的问题里，\d 个是上次没有要求的：element\/scope/);
    expect(out).toContain('查不到了的问题里，1 个是这次没有要求的：link/no-broken-link');
    expect(page).toContain('id="differences"');
  });

  it('is told: other presets, another version, an audit broken off', async () => {
    const preset = (_: unknown, folder: string) =>
      writeFileSync(join(folder, 'jiedu-lint.config.yaml'), CONFIG.replace('[]', 'base'));
    expect((await told(preset)).out).toContain('预设不同：上次是没有预设，这次是base');
    const version = (json: Record<string, unknown>) =>
      Object.assign(json, { tool: { name: 'jiedu-lint', version: '9.9.9' } });
    expect((await told(version)).out).toContain('上次用的是 jiedu-lint 9.9.9，这次是');
    expect((await told((json) => Object.assign(json, { partial: true }))).out).toContain('上次核查被中断');
  });

  it('takes a rule for in force that judges nothing for the moment', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': CONFIG, 'a.md': text('市财政局', '一、甲\n\n每人 5 元。') });
    await run(folder, ['audit', '.', '--json', 'before.json']);
    writeFileSync(join(folder, 'a.md'), text('市财政局', '一、甲\n\n见[名单](list.md)。'));
    const { report } = await audit(folder, ['--compare', 'before.json']);
    expect(report.comparison).toMatchObject({ came: 1, newlyDemanded: 0, newDemands: [] });
  });
});

describe('what is no earlier audit', () => {
  it.each([
    ['no JSON', '{', 'noJson', /before\.json 不是 JSON，或者不完整：请/],
    [
      'another program’s',
      '{"tool":{"name":"eslint"},"date":"2024-01-01","documents":[]}',
      'noAudit',
      /不是核查的结果：请/,
    ],
    ['findings of lint', '[]', 'noAudit', /不是核查的结果/],
    [
      'an older version’s, without ids',
      JSON.stringify({
        tool: { name: 'jiedu-lint' },
        date: '2024-01-01',
        documents: [
          {
            path: 'a',
            title: '',
            department: '',
            readable: true,
            findings: [{ ruleId: null, severity: 'warn', what: '' }],
          },
        ],
      }),
      'olderAudit',
      /别的版本写的，或者被改过。请/,
    ],
    ['null', 'null', 'noAudit', /不是核查的结果/],
  ] as const)('is not taken for one: %s', async (_, json, why, said) => {
    expect(readEarlier(json)).toBe(why);
    const folder = archiveWith({ ...BEFORE, 'before.json': json });
    const ran = await run(folder, ['audit', '.', '--compare', 'before.json']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(said);
  });

  it('is told where it is not there', async () => {
    const ran = await run(archiveWith(BEFORE), ['audit', '.', '--compare', 'none.json']);
    expect([ran.code, ran.err]).toEqual([2, '读不了 --compare 指的 none.json：请指向上次核查用 --json 写的文件\n']);
  });
});
