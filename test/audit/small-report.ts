import type { AuditedDocument, AuditFinding, AuditReport } from '../../src/audit/audit-report.js';

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
  const finding = (more: Partial<AuditFinding>): AuditFinding => ({
    ...{ id: '0123456789abcdef', concern: 'text', ruleId: 'element/scope', messageId: 'absent', severity: 'error' },
    ...{ what: '没有写明范围', why: '某办法第二条' },
    ...{ todo: '请写明', paragraph: null, line: 3, column: 1, clauses: ['X-1'], sentence: own('一、背景。') },
    ...more,
  });
  const document = (path: string, more: Partial<AuditedDocument>): AuditedDocument => ({
    ...{
      path,
      address: own(''),
      noDepartment: null,
      title: own('甲'),
      kind: 'interpretation',
      number: own(''),
      department: own('市财政局'),
      year: '2024',
    },
    ...{ issued: '', published: '2024-03-11', wordCount: 300, compliant: true, readable: true, errors: 0, warnings: 0 },
    ...{ elements: {}, findings: [], notCounted: [] },
    ...more,
  });
  const totals = {
    ...{ documents: 2, compliant: 1, clean: 1, withErrors: 1, unreadable: 0, errors: 1, warnings: 1 },
    text: { compliant: 1, errors: 1, warnings: 1 },
    metadata: { compliant: 2, errors: 0, warnings: 0 },
  };
  const named = { title: own('甲'), department: own('市财政局') };
  return {
    tool: { name: 'jiedu-lint', version: '1.2.3' },
    ...{ date: '2024-06-03', root: own('文库'), presets: ['recommended'], partial: false, totals },
    urgent: [
      {
        ...{ topic: 'policyLink', id: '0123456789abcdef', path: 'a.md', ruleId: 'link/policy-link', severity: 'error' },
        ...{
          title: own('甲'),
          department: own('市财政局'),
          paragraph: null,
          line: 3,
          column: 1,
          what: own('没有链接'),
          todo: '请写明',
        },
      },
    ],
    files: [
      { kind: 'markdown', found: 2, read: 2, converted: 0, guessed: 0, partly: 0, refused: 0, leftOut: 0, copies: 0 },
    ],
    ...{ comparison: null, ledger: null },
    coverage: { due: 1, interpreted: 0, orphans: 1, excused: 0 },
    notCounted: { directive: 0, file: 0 },
    leftOut: { foreign: 0, taken: 0 },
    demands: [
      {
        ...{
          ruleId: 'element/scope',
          demand: '写明范围',
          category: 'element',
          severity: 'error',
          applies: 2,
          broken: 1,
        },
        ...{ findings: 1, notCounted: 0, clauses: ['X-1'] },
        faults: [{ messageId: 'absent', documents: 1, example: own('没有写明范围') }],
      },
    ],
    byDepartment: [{ name: own('市财政局'), ...totals }],
    byYear: [{ name: '2024', ...totals }],
    byKind: [{ name: 'interpretation', ...totals }],
    orphans: [{ ...named, path: 'b.md', number: own(''), issued: '2024-03-01', what: '没有人解读', demanded: true }],
    brokenLinks: [
      { ...named, path: 'a.md', paragraph: null, line: 3, column: 1, to: own('x.md'), what: '不存在', demanded: true },
    ],
    late: [
      {
        ...{ ...named, path: 'a.md', ruleId: 'process/publish-together', severity: 'warn', what: '晚了' },
        ...{ due: '2024-03-06', done: '2024-03-11', daysLate: 3, demanded: false },
      },
    ],
    worst: ['a.md'],
    documents: [
      document('a.md', {
        ...{ compliant: false, errors: 1, warnings: 1 },
        findings: [finding({}), finding({ ruleId: 'content/x', severity: 'warn', what: own('写了“A，B”，"引号"') })],
      }),
      document('b.md', { kind: 'policy', issued: '2024-03-01' }),
    ],
    clauses: [{ id: 'X-1', citation: '某办法第二条', demand: '写明范围' }],
    unchecked: [
      { id: 'X-2', citation: '某办法第三条', demand: '通俗', source: '某办法', why: '由读者判断', partly: false },
    ],
  };
}
