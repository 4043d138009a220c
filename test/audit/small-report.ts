import type { AuditedDocument, AuditFinding, AuditReport } from '../../src/audit/audit-report.js';
import { auditedDocument, auditFinding, reportOn } from './made-report.js';

/** Texts that spreadsheet programs may take for formulas, or choke on. */
export const hostileCells = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '=HYPERLINK("http://example.com","x")',
  "=cmd|' /C calc'!A0",
  ' =1+1',
  '\t=1+1',
  '\r=1+1',
  '　=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\u200b=1+1',
];

/**
 * A report of two documents: a has an error and a warning, is late and has a broken link; b is a policy that nobody explains.
 * @param text stands wherever a document's own words may stand
 */
export function smallReport(text?: string): AuditReport {
  const own = (usual: string) => text ?? usual;
  const finding = (more: Partial<AuditFinding>) =>
    auditFinding({ what: '没有写明范围', line: 3, column: 1, clauses: ['X-1'], sentence: own('一、背景。'), ...more });
  const named = { title: own('甲'), department: own('市财政局') };
  const document = (path: string, more: Partial<AuditedDocument>) =>
    auditedDocument({ ...named, path, address: own(''), number: own(''), published: '2024-03-11', ...more });
  const found = [finding({}), finding({ ruleId: 'content/x', severity: 'warn', what: own('写了“A，B”，"引号"') })];
  const report = reportOn([
    document('a.md', { findings: found }),
    document('b.md', { kind: 'policy', issued: '2024-03-01' }),
  ]);
  const inText = { ...named, path: 'a.md', paragraph: null, line: 3, column: 1 };
  return {
    ...report,
    ...{ date: '2024-06-03', root: own('文库') },
    urgent: [
      {
        ...{ ...inText, topic: 'policyLink', id: '0123456789abcdef', ruleId: 'link/policy-link', severity: 'error' },
        ...{ what: own('没有链接'), todo: '请写明' },
      },
    ],
    demands: report.demands.slice(0, 1).map((demand) => ({
      ...demand,
      ...{ applies: 2, clauses: ['X-1'] },
      faults: [{ messageId: 'absent', documents: 1, example: own('没有写明范围') }],
    })),
    orphans: [{ ...named, path: 'b.md', number: own(''), issued: '2024-03-01', what: '没有人解读', demanded: true }],
    brokenLinks: [{ ...inText, to: own('x.md'), what: '不存在', demanded: true }],
    late: [
      {
        ...{ ...named, path: 'a.md', ruleId: 'process/publish-together', severity: 'warn', what: '晚了' },
        ...{ due: '2024-03-06', done: '2024-03-11', daysLate: 3, demanded: false },
      },
    ],
    clauses: [{ id: 'X-1', citation: '某办法第二条', demand: '写明范围' }],
  };
}
