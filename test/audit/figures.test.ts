import { describe, expect, it } from 'vitest';
import { ARCHIVE, audited, paper } from './archive.js';

describe('the figures of an archive counted by hand', () => {
  it('are of documents, findings and policies without interpretation', async () => {
    const { report, ran } = await audited(ARCHIVE);
    expect(ran.code).toBe(2); // broken.md could not be read
    expect(report.totals).toEqual({
      documents: 9,
      compliant: 5,
      clean: 4,
      withErrors: 3,
      unreadable: 1,
      errors: 3,
      warnings: 2,
      text: { compliant: 5, errors: 3, warnings: 1 },
      metadata: { compliant: 8, errors: 0, warnings: 1 },
    });
    expect(report.coverage).toEqual({ due: 4, interpreted: 1, orphans: 2, excused: 1 });
    expect(report.notCounted).toEqual({ directive: 1, file: 0 });
    expect(report.orphans.map(({ path, department }) => [path, department])).toEqual([
      ['policies/b.md', '云溪市财政局'],
      ['policies/e.md', ''],
    ]);
    expect(report.worst).toEqual(['policies/b.md', 'interpretations/a.md', 'policies/e.md', 'interpretations/f.md']);
  });

  it('count for a demand the documents that owe it, and those that break it', async () => {
    const { report } = await audited(ARCHIVE);
    const counts = report.demands.map(({ ruleId, severity, applies, broken, findings, notCounted }) =>
      [ruleId, severity, applies, broken, findings, notCounted].join(' '),
    );
    expect(counts).toEqual([
      // a, b, d and e; not the one that is not public
      'link/no-orphan-policy error 4 2 2 1',
      'element/scope error 2 1 1 0',
      // only f explains a revision, of which it tells no more than the repeal
      'element/old-new-differences warn 1 1 1 0',
      // four policies, the one that is not public left out, and two interpretations
      'process/reporting-deadline warn 6 1 1 0',
    ]);
    const [late] = report.demands.filter(({ ruleId }) => ruleId === 'process/reporting-deadline');
    expect(late?.faults).toEqual([
      { messageId: 'late', documents: 1, example: expect.stringContaining('最迟 2024-04-09') },
    ]);
  });

  it('are told by department, year and kind, each document once', async () => {
    const { report } = await audited(ARCHIVE);
    const of = (groups: typeof report.byKind) =>
      groups.map(({ name, documents, compliant, errors }) => `${name || '—'} ${documents} ${compliant} ${errors}`);
    expect(of(report.byDepartment)).toEqual(['云溪市财政局 3 1 2', '市教育局 3 3 0', '— 3 1 1']);
    expect(of(report.byYear)).toEqual(['2024 3 1 2', '2023 2 2 0', '2022 1 1 0', '— 3 1 1']);
    expect(of(report.byKind)).toEqual(['policy 5 3 2', 'interpretation 2 1 1', '— 2 1 0']);
  });

  it('say what was late by how many working days, and which links lead nowhere, whether or not that is demanded', async () => {
    const { report } = await audited(ARCHIVE);
    expect(report.late.map(({ path, due, done, daysLate, demanded }) => [path, due, done, daysLate, demanded])).toEqual(
      [
        // 4 April 2024 was Qingming, and 7 April a Sunday that was worked
        ['policies/b.md', '2024-04-09', '2024-04-15', 4, true],
        // due on a Wednesday, done on the Monday after
        ['interpretations/a.md', '2024-03-06', '2024-03-11', 3, false],
      ],
    );
    expect(report.brokenLinks.map(({ path, line, to, demanded }) => [path, line, to, demanded])).toEqual([
      ['interpretations/a.md', 15, 'list.md', false],
    ]);
  });

  it('hold each document with its findings, the sentence they are about, and what does not count with the reason', async () => {
    const { report } = await audited(ARCHIVE);
    const of = (path: string) => report.documents.find((document) => document.path === path);
    expect(of('policies/b.md')).toMatchObject({
      ...{ title: '乙办法', kind: 'policy', number: '云政发〔2024〕2号', department: '云溪市财政局', year: '2024' },
      ...{ issued: '2024-05-06', published: '', compliant: false, readable: true, errors: 1, warnings: 1 },
      findings: [
        { messageId: 'late', sentence: 'reported: 2024-04-15' },
        { messageId: 'orphan', sentence: '' },
      ],
    });
    expect(of('policies/d.md')).toMatchObject({
      compliant: true,
      findings: [],
      notCounted: [{ ruleId: 'link/no-orphan-policy', by: 'directive', reason: '解读在部里的网站' }],
    });
    expect(of('broken.md')).toMatchObject({
      readable: false,
      compliant: false,
      errors: 0,
      findings: [{ ruleId: null }],
    });
    expect(report.documents.map(({ path }) => path)).toEqual(
      Object.keys(ARCHIVE)
        .filter((path) => path.endsWith('.md'))
        .sort(),
    );
  });

  it('add up: groups to the whole, and findings of documents to those of demands', async () => {
    const { report } = await audited(ARCHIVE);
    for (const groups of [report.byDepartment, report.byYear, report.byKind])
      for (const key of ['documents', 'compliant', 'clean', 'withErrors', 'unreadable', 'errors', 'warnings'] as const)
        expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(report.totals[key]);
    const { documents, compliant, withErrors, unreadable, errors, warnings } = report.totals;
    expect(compliant + withErrors + unreadable).toBe(documents);
    expect(report.demands.reduce((sum, { findings }) => sum + findings, 0)).toBe(errors + warnings);
  });
});

describe('an audit', () => {
  it('leaves out of the figures what the file of suppressions holds, and says how much', async () => {
    const files = { ...ARCHIVE, 'jiedu-lint-suppressions.json': JSON.stringify({}) };
    const { folder } = await audited(files);
    const { run } = await import('../cli/command.js');
    await run(folder, ['--suppress-rule', 'element/scope']);
    const ran = await run(folder, ['audit', '--json', 'again.json', '--date', '2024-06-03']);
    const { readFileSync } = await import('node:fs');
    const report = JSON.parse(readFileSync(`${folder}/again.json`, 'utf8'));
    expect(ran.out).toContain('压制文件 1');
    expect(report.notCounted).toEqual({ directive: 1, file: 1 });
    expect(report.totals.errors).toBe(2);
    expect(report.demands.find(({ ruleId }: { ruleId: string }) => ruleId === 'element/scope')).toMatchObject({
      ...{ applies: 2, broken: 0, notCounted: 1 },
    });
  });

  it('counts what is not done by the day of the audit as late, and nothing that is not due yet', async () => {
    const policy = paper(
      'kind: policy\ntitle: 甲办法\npublished: 2024-03-01\nconsultation: { start: 2024-01-02, end: 2024-02-01 }',
      '# 甲办法\n\n第一条 收费。',
    );
    const config =
      'extends: []\nrules:\n  process/consultation-feedback: [error, { resultsDays: 30, adoptionWorkingDays: null, adoptionMonths: null }]\n';
    const late = async (date: string) =>
      (await audited({ 'jiedu-lint.config.yaml': config, 'a.md': policy }, ['--date', date])).report.late;
    expect(await late('2024-03-02')).toEqual([]);
    expect(await late('2024-03-08')).toMatchObject([{ due: '2024-03-02', done: '', daysLate: 5 }]);
  });

  it('masks personal data wherever it quotes', async () => {
    const files = {
      'jiedu-lint.config.yaml':
        'extends: []\nrules: { safety/no-personal-data: error, structure/no-placeholder: error }\n',
      'a.md': paper(
        'kind: interpretation\ntitle: 答王某13912345678的解读',
        '# 答王某13912345678的解读\n\n待补充，请打13912345678找王某，见[名单](list.md)。',
      ),
    };
    const { report, ran } = await audited(files);
    expect(report.totals.errors).toBeGreaterThan(1);
    expect(report.brokenLinks).toHaveLength(1);
    expect(JSON.stringify(report)).not.toContain('13912345678');
    expect(ran.out).not.toContain('13912345678');
    expect(report.documents[0]?.findings.some(({ sentence }) => sentence.includes('待补充'))).toBe(true);
  });

  it('takes the strictest severity where configs differ, and counts a rule only where it is on', async () => {
    const text = (kind: string) => paper(`kind: ${kind}\ntitle: 甲`, '# 甲\n\n一、背景\n\n为了收费。');
    const files = {
      'jiedu-lint.config.yaml':
        'extends: []\nrules: { element/scope: warn }\noverrides:\n  - files: strict/**\n    rules: { element/scope: error }\n  - files: off/**\n    rules: { element/scope: "off" }\n',
      'a.md': text('interpretation'),
      'strict/a.md': text('interpretation'),
      'off/a.md': text('interpretation'),
      'policy.md': text('policy'),
    };
    const { report } = await audited(files);
    expect(report.demands).toMatchObject([{ ruleId: 'element/scope', severity: 'error', applies: 2, broken: 2 }]);
    expect(report.totals).toMatchObject({ errors: 1, warnings: 1, compliant: 3, clean: 2 });
  });

  it('does not count an empty document, or one whose front matter cannot be read, for what it cannot be asked', async () => {
    const files = {
      'jiedu-lint.config.yaml':
        'extends: []\nrules: { element/scope: error, process/sign-off: error, link/policy-link: error }\n',
      'empty.md': paper('kind: interpretation\ntitle: 甲', '# 甲'),
      'broken.md': '---\nkind: [interpretation\n---\n\n# 《甲办法》政策解读\n\n一、适用范围\n\n适用于全市企业。\n',
    };
    const { report } = await audited(files);
    const applies = Object.fromEntries(report.demands.map((one) => [one.ruleId, `${one.applies} ${one.broken}`]));
    expect(applies).toEqual({ 'element/scope': '1 0', 'process/sign-off': '1 1', 'link/policy-link': '1 1' });
  });
});
