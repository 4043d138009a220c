import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { archiveWith, type Ran, run } from '../cli/command.js';

/** A document: front matter and body. */
export function paper(frontMatter: string, body: string): string {
  return `---\n${frontMatter.trim()}\n---\n\n${body.trim()}\n`;
}

const CONFIG = `extends: []
rules:
  element/scope: error
  element/old-new-differences: warn
  link/no-orphan-policy: error
  process/reporting-deadline: [warn, { workingDays: 5 }]
`;

const SCOPE = '一、适用范围\n\n本办法适用于在本市登记的企业，不适用于机关。';

/**
 * An archive small enough to count by hand. 财政局 has three names; of the policies a is explained in time too late, b by nobody, c is
 * not public, d is let pass by a directive, and e by nobody and without a department or date.
 */
export const ARCHIVE: Readonly<Record<string, string | Uint8Array>> = {
  'jiedu-lint.config.yaml': CONFIG,
  'policies/a.md': paper(
    'kind: policy\ntitle: 甲办法\nnumber: 云政发〔2024〕1号\ndrafter: 市财政局\nissued: 2024-03-01\npublished: 2024-03-01\ndrafted: 2024-02-20\nreported: 2024-02-27\ninterpretations: ../interpretations/a.md',
    '# 甲办法\n\n第一条 给企业补贴。',
  ),
  'policies/b.md': paper(
    'kind: policy\ntitle: 乙办法\nnumber: 云政发〔2024〕2号\ndrafter: 云溪市财政局\nissued: 2024-05-06\ndrafted: 2024-04-01\nreported: 2024-04-15',
    '# 乙办法\n\n第一条 收费。',
  ),
  'policies/c.md': paper(
    'kind: policy\ntitle: 丙办法\ndrafter: 市教育局\nissued: 2023-05-06\ndisclosure: 不予公开\ndrafted: 2023-05-04\nreported: 2023-05-05',
    '# 丙办法\n\n第一条 招生。',
  ),
  'policies/d.md': paper(
    'kind: policy\ntitle: 丁办法\ndrafter: 市教育局\nissued: 2023-06-01\ndrafted: 2023-05-30\nreported: 2023-05-31',
    '<!-- jiedu-lint-disable-file link/no-orphan-policy -- 解读在部里的网站 -->\n\n# 丁办法\n\n第一条 入学。',
  ),
  'policies/e.md': paper(
    'kind: policy\ntitle: 戊办法\ndrafted: 2023-05-30\nreported: 2023-05-31',
    '# 戊办法\n\n第一条 其他。',
  ),
  'interpretations/a.md': paper(
    'kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: ../policies/a.md\nauthor: 财政局\npublished: 2024-03-11\ndrafted: 2024-03-08\nreported: 2024-03-11',
    '# 《甲办法》政策解读\n\n一、背景\n\n为了帮助企业，[名单](list.md)见附件，[网站](https://example.com/)也有。',
  ),
  'interpretations/f.md': paper(
    'kind: interpretation\ntitle: 《旧办法》政策解读\npolicy: https://example.com/old\nauthor: 市教育局\npublished: 2022-12-30\ndrafted: 2022-12-29\nreported: 2022-12-30',
    `# 《旧办法》政策解读\n\n${SCOPE}\n\n二、修订情况\n\n这是对《旧办法》的修订，原办法同时废止。`,
  ),
  'notes.md': '# 说明\n\n本文件夹存放政策文件。\n',
  'broken.md': new Uint8Array([0x23, 0x20, 0xff, 0xff, 0xff, 0x0a]),
};

/** Audits an archive in a folder of its own. */
export async function audited(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[] = [],
): Promise<{ ran: Ran; folder: string; report: AuditReport }> {
  const folder = archiveWith(files);
  const ran = await run(folder, ['audit', '.', '--json', 'out/audit.json', '--date', '2024-06-03', ...argv]);
  const report =
    ran.code === 2 && ran.out === '' ? null : JSON.parse(readFileSync(join(folder, 'out/audit.json'), 'utf8'));
  return { ran, folder, report };
}
