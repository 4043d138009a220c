import type { Fix, Severity } from '../../rules/rule.js';
import type { Range } from '../document/range.js';
import type { Localized } from '../language/locale.js';

/** A finding before it is put into words: what rules and the reading of files yield. */
export interface Finding {
  /** Null where no rule is at fault: a file that cannot be read. */
  readonly ruleId: string | null;
  readonly messageId: string;
  readonly severity: ResolvedSeverity;
  readonly range: Range;
  /** The visible text at `range`, where the finding is about text that stands there. */
  readonly evidence?: string;
  /** The text at `range` as written, cut short, where neither evidence nor data say what the finding is about. */
  readonly written?: string;
  /** How the text at `range` begins, where it is that of a Word file or page: people find it by its words. */
  readonly words?: string;
  /** The sentence it is about, where the run asks for quotes. */
  readonly quote?: string;
  readonly data: Readonly<Record<string, string | number | Localized>>;
  readonly clauses: readonly string[];
  readonly what: Localized;
  readonly todo: Localized;
  readonly fix?: Fix;
  /** True where the file could not be checked as asked. */
  readonly fatal?: true;
  /** Why it does not count. */
  readonly suppressions?: readonly Suppression[];
}

/** A finding on a file as a whole, if it says nothing else. */
export function newFinding(
  messageId: string,
  severity: ResolvedSeverity,
  words: Pick<Finding, 'what' | 'todo'>,
  data: Finding['data'] = {},
  more: Partial<Finding> = {},
): Finding {
  const { what, todo } = words;
  return { ruleId: null, messageId, severity, range: { start: 0, end: 0 }, data, clauses: [], what, todo, ...more };
}

export type ResolvedSeverity = Exclude<Severity, 'off'>;

/** Why a finding does not count: a directive in the text, or the file of suppressions. */
export interface Suppression {
  readonly kind: 'directive' | 'file';
  readonly justification: string;
}
