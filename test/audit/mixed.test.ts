import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { allFiles, FileCounts } from '../../src/audit/file-counts.js';
import { readSpreadsheet } from '../../src/import/spreadsheet.js';
import { audited, paper } from './archive.js';

const POLICY = paper(
  'kind: policy\ntitle: 甲办法\nnumber: 云政发〔2024〕1号\ndrafter: 市财政局\nissued: 2024-03-01\npublished: 2024-03-01',
  '# 甲办法\n\n第一条 每户补贴 500 元。\n\n第二条 每月发放。',
);

/** Of everything: what cannot wait, on text and on metadata, a file that cannot be read, an empty one. */
const MIXED: Readonly<Record<string, string | Uint8Array>> = {
  'jiedu-lint.config.yaml': 'extends: all\nignores: [old/**]\n',
  'policies/a.md': POLICY,
  'policies/b.md': paper(
    'kind: policy\ntitle: 乙办法\nissued: 2024-13-01',
    '# 乙办法\n\n内部资料 注意保存\n\n第一条 收费。',
  ),
  'good.md': paper(
    'kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: policies/a.md\nauthor: 市财政局\n网址: https://example.com/good',
    '# 《甲办法》政策解读\n\n一、标准\n\n按照第一条，每户补贴 500 元。',
  ),
  'bad.md': paper(
    'kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: policies/a.md\nauthor: 市教育局\npublished: 2024-04-31',
    '# 《甲办法》政策解读\n\n一、标准\n\n根据《甲办法》第九条规定，每户补贴 800 元。咨询请打13912345678。',
  ),
  'unlinked.md': paper(
    'kind: interpretation\ntitle: 《丙办法》政策解读',
    '# 《丙办法》政策解读\n\n一、背景\n\n为了收费。',
  ),
  'notes.md': '# 说明\n\n本文件夹存放政策文件。\n',
  'old/x.md': '# 旧\n',
  'broken.md': new Uint8Array([0x23, 0x20, 0xff, 0xff, 0xff, 0x0a]),
};

/** What findings count, as a second count takes them from the documents. */
const counted = ({ documents }: AuditReport) =>
  documents.flatMap((document) =>
    document.readable ? document.findings.map((finding) => ({ document, finding })) : [],
  );

describe('an archive of everything, counted twice', () => {
  it('has the figures that its documents have', async () => {
    const { report } = await audited(MIXED);
    const all = counted(report);
    const errors = all.filter(({ finding }) => finding.severity === 'error');
    const isMetadata = (ruleId: string | null) => /^(?:meta|process|plan)\//.test(ruleId ?? '');
    for (const concern of ['text', 'metadata'] as const) {
      const some = errors.filter(({ finding }) => finding.concern === concern);
      const paths = new Set(some.map(({ document }) => document.path));
      const readable = report.documents.filter((document) => document.readable);
      expect(report.totals[concern]).toEqual({
        compliant: readable.length - paths.size,
        errors: some.length,
        warnings: all.filter(({ finding }) => finding.concern === concern).length - some.length,
      });
    }
    expect(report.totals.errors).toBe(report.totals.text.errors + report.totals.metadata.errors);
    expect(report.totals.warnings).toBe(report.totals.text.warnings + report.totals.metadata.warnings);
    expect(all.filter(({ finding }) => finding.concern === 'metadata').length).toBeGreaterThan(3);
    for (const { finding } of all)
      if (isMetadata(finding.ruleId)) expect(finding.concern).toBe('metadata');
      else if (!finding.ruleId?.startsWith('link/')) expect(finding.concern).toBe('text');
    expect(report.documents.map(({ path }) => path)).not.toContain('old/x.md');
    const { found, read, converted, refused, leftOut, copies } = allFiles(report.files);
    expect([read, refused]).toEqual([6, 1]);
    expect(found).toBe(read + converted + refused + leftOut + copies);
  });

  it('takes a link in front matter for metadata, one in the text for text', async () => {
    const { report } = await audited({
      'jiedu-lint.config.yaml': 'extends: []\nrules: { link/no-broken-link: error, link/policy-link: error }\n',
      'a.md': paper('kind: interpretation\ntitle: 甲解读\npolicy: none.md', '# 甲解读\n\n见[名单](list.md)。'),
      'b.md': paper('kind: policy\ntitle: 乙\ninterpretations:\n  - one.md\n  - two.md', '# 乙\n\n收费。'),
      'c.md': paper('kind: interpretation\ntitle: 丙解读', '# 丙解读\n\n收费。'),
    });
    expect(
      counted(report).map(({ document, finding }) => `${document.path} ${finding.line} ${finding.concern}`),
    ).toEqual([...['a.md 4 metadata', 'a.md 9 text', 'b.md 5 metadata', 'b.md 6 metadata', 'c.md 6 text']]);
    expect(report.totals).toMatchObject({
      text: { compliant: 1, errors: 2, warnings: 0 },
      metadata: { compliant: 1, errors: 3, warnings: 0 },
    });
  });

  it('lists first what cannot wait, the gravest first, each masked and with its file', async () => {
    const { report, ran } = await audited(MIXED);
    expect(report.urgent.map(({ topic, path }) => `${topic} ${path}`)).toEqual([
      'personalData bad.md',
      'secrecy policies/b.md',
      'figures bad.md',
      'articles bad.md',
      'policyLink unlinked.md',
    ]);
    const ids = new Set(counted(report).map(({ finding }) => finding.id));
    for (const { id } of report.urgent) expect(ids).toContain(id);
    expect(ran.out.split('\n')[1]).toBe('须立即整改 5 个：');
    expect(ran.out).toContain('公开了个人信息（1 个）：bad.md:13');
    expect(ran.out + JSON.stringify(report)).not.toContain('13912345678');
  });

  it('gives each finding an id of its own', async () => {
    const { report } = await audited(MIXED);
    const ids = report.documents.flatMap(({ findings, notCounted }) =>
      [...findings, ...notCounted].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has it all in the workbook, with cells that open files and addresses', async () => {
    const { folder } = await audited(MIXED, ['--xlsx', 'out/报告/a.xlsx', '--html', 'out/a.html', '--csv', 'a.csv']);
    const read = await readSpreadsheet(readFileSync(join(folder, 'out/报告/a.xlsx')));
    expect(read?.sheets[0]?.name).toBe('须立即整改');
    expect(read?.sheets[0]?.rows.map((row) => row[1])).toEqual([
      ...['文件', 'bad.md', 'policies/b.md', 'bad.md', 'bad.md', 'unlinked.md'],
    ]);
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(readFileSync(join(folder, 'out/报告/a.xlsx')));
    const relations = (await zip.file('xl/worksheets/_rels/sheet1.xml.rels')?.async('string')) ?? '';
    expect([...relations.matchAll(/Target="([^"]*)"/g)].map(([, to]) => to)).toContain('../../policies/b.md');
    const page = readFileSync(join(folder, 'out/a.html'), 'utf8');
    expect(page).toContain('<a href="../bad.md">bad.md</a>');
    expect(page.indexOf('id="urgent"')).toBeLessThan(page.indexOf('id="summary"'));
    expect(page).toContain('"base":"../"');
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toContain('https://example.com/good');
  });

  it('takes no address that is not of the web', async () => {
    const text = (address: string) => paper(`kind: policy\ntitle: 甲\nurl: "${address}"`, '# 甲\n\n收费。');
    const { report } = await audited({
      'jiedu-lint.config.yaml': 'extends: []\nrules: { length/max-length: error }\n',
      'a.md': text('javascript:alert(1)'),
      'b.md': text('file:///etc/passwd'),
      'c.md': text('https://example.com/a b'),
      'd.md': text('/art/1.html'),
      'e.md': text('http://example.com/e'),
    });
    expect(report.documents.map(({ address }) => address)).toEqual(['', '', '', '', 'http://example.com/e']);
  });
});

describe('files by kind', () => {
  it('are told by their endings, and add up', () => {
    const counts = new FileCounts();
    counts.add('a.md', 'checked');
    counts.add('b.MD', 'refused');
    counts.add('c.docx', 'checked', true);
    counts.add('d.htm', 'checked');
    counts.add('e.txt', 'checked');
    for (const name of ['f.doc', 'g.wps', 'h.ofd', 'i.pdf', 'j.odt', 'k.rtf', 'l.png', 'm'])
      counts.add(name, 'leftOut');
    for (const name of ['n.docm', 'o.shtml', 'p.xhtml', 'q.mht']) counts.add(name, 'checked');
    for (const name of ['r.docx', 's.html', 't.doc']) counts.add(name, 'copies');
    const line = (kind: string) => {
      const one = counts.all.find((count) => count.kind === kind);
      return one && [one.found, one.read, one.converted, one.guessed, one.refused, one.leftOut, one.copies].join(' ');
    };
    expect(['markdown', 'word', 'page', 'text', 'unsupported', 'other'].map(line)).toEqual([
      ...['2 1 0 0 1 0 0', '3 0 2 1 0 0 1', '5 0 4 0 0 0 1', '1 1 0 0 0 0 0', '7 0 0 0 0 6 1', '2 0 0 0 0 2 0'],
    ]);
  });
});
