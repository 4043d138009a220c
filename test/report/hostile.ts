import type { FileResult } from '../../src/lint/result.js';
import { fileResult, finding } from './results.js';

/** What a document may hold to break out of a report. */
export const HOSTILE =
  '<script>alert(1)</script> ]]> --> %0A %25 ::error::x &amp; "引" \'号\' | `代码` **粗** [链](javascript:x) @某人 @all #12 $x$ \\ a_b_c ~~删~~';

/** The same with characters that steer terminals, end lines, turn directions or are none at all. */
export const HOSTILE_AND_CONTROLS = `${HOSTILE} \u001b[31m \u0000 \u009b \n第二行\r\n\t末\u2028 \u202e \ud83d \uffff`;

export const HOSTILE_PATH = '政策 解读/<b>&"\'|`%20#1?@x,y:z;.md';

/** A clean file, one with findings of every kind, one that could not be read, one with warnings only. */
export function hostileResults(): FileResult[] {
  const parts = { what: HOSTILE_AND_CONTROLS, why: HOSTILE, todo: HOSTILE_AND_CONTROLS, subject: HOSTILE_AND_CONTROLS };
  const message = HOSTILE_AND_CONTROLS;
  return [
    fileResult('无问题.md'),
    fileResult(HOSTILE_PATH, [
      finding({ severity: 1, message, parts, line: 2, column: 3, endLine: 4, endColumn: 1 }),
      finding({ message, parts, line: 5, column: 7, endLine: 5, endColumn: 9, ruleId: 'structure/no-placeholder' }),
    ]),
    fileResult('读不出来.md', [
      finding({ ruleId: null, messageId: 'notFound', fatal: true, message, parts, clauses: [] }),
    ]),
    fileResult('警告.md', [finding({ severity: 1, message, parts })]),
  ];
}
