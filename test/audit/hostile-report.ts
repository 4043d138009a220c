import type { AuditReport } from '../../src/audit/audit-report.js';
import { HOSTILE, HOSTILE_PATH } from '../report/hostile.js';
import { auditedDocument, auditFinding, reportOn } from './made-report.js';

/** Texts that would end the element they stand in, or begin another. */
export const BREAKING =
  '</script><script>alert(1)</script><!-- </style></title><img src=x onerror=alert(2)> ]]> \u2028 "\'';

/** Letters that turn the direction of writing. */
export const TURNING = '\u202e转向\u2066 \u200f';

/** A report in which every text tries to be more than text; one document has no title, one a word without end. */
export function hostileReport(): AuditReport {
  const text = `${HOSTILE} ${BREAKING} ${TURNING}`;
  const finding = auditFinding({
    ...{ what: text, why: text, todo: text, sentence: text, clauses: [BREAKING] },
    ruleId: BREAKING,
  });
  const documents = [
    auditedDocument({
      ...{ path: HOSTILE_PATH, title: text, number: text, department: text, year: BREAKING, published: BREAKING },
      findings: [finding, auditFinding()],
      notCounted: [{ ...finding, by: 'directive', reason: text }],
    }),
    auditedDocument({ path: '空标题.md', title: '', department: '', year: '' }),
    auditedDocument({
      path: `长/${'x'.repeat(900)}.md`,
      title: '长'.repeat(700),
      findings: [auditFinding({ what: 'y'.repeat(5000) })],
    }),
  ];
  const { demands, ...report } = reportOn(documents);
  return {
    ...report,
    ...{ root: text, presets: [text], tool: { name: 'jiedu-lint', version: BREAKING } },
    demands: demands.map((demand) => ({ ...demand, demand: text, clauses: [BREAKING], broken: 1, applies: 2 })),
    orphans: [
      { path: HOSTILE_PATH, title: text, number: text, department: text, issued: text, what: text, demanded: true },
    ],
    brokenLinks: [
      {
        path: HOSTILE_PATH,
        title: text,
        department: text,
        paragraph: null,
        line: 1,
        column: 1,
        to: 'javascript:alert(3)',
        what: text,
        demanded: true,
      },
    ],
    late: [
      {
        ...{ path: HOSTILE_PATH, title: text, department: text, ruleId: BREAKING, severity: 'error', what: text },
        ...{ due: BREAKING, done: '', daysLate: 3, demanded: true },
      },
    ],
    urgent: [
      {
        ...{ topic: 'figures', id: BREAKING, path: HOSTILE_PATH, title: text, department: text, ruleId: BREAKING },
        ...{ severity: 'error', paragraph: null, line: 1, column: 1, what: text, todo: text },
      },
    ],
    comparison: {
      ...{ date: BREAKING, version: text, partial: true, presets: [text], newlyDemanded: 1, newDemands: [text] },
      ...{ came: 1, went: 1, stayed: 1, mended: 1, newDocuments: [text], lostDocuments: [text], lostDemands: [text] },
      movedDocuments: [{ from: text, to: HOSTILE_PATH }],
      byDemand: [{ name: BREAKING, demand: text, came: 1, went: 1, stayed: 1 }],
      byDepartment: [{ name: text, came: 1, went: 1, stayed: 1 }],
      findings: (['came', 'went'] as const).map((change) => ({
        ...{ change, gone: change === 'went' ? 'mended' : null, id: BREAKING, path: HOSTILE_PATH, title: text },
        ...{ department: text, ruleId: BREAKING, severity: 'error', what: text },
      })),
    },
    ledger: {
      ...{
        ledgers: 1,
        unknownRows: 1,
        conflictingRows: 1,
        counts: { stillFound: 1, new: 0, open: 0, waived: 0, unknown: 0, mended: 0 },
      },
      entries: [
        {
          ...{ result: 'stillFound', gone: null, id: BREAKING, ruleId: BREAKING, path: HOSTILE_PATH, title: text },
          ...{ department: text, what: text, why: text, todo: text, responsible: text, due: text, said: text },
          overdue: true,
        },
      ],
    },
    clauses: [{ id: BREAKING, citation: text, demand: text }],
    unchecked: [{ id: BREAKING, citation: text, demand: text, source: text, why: text, partly: false }],
  };
}
