import { dateAt } from '../../rules/fields.js';
import type { Facts } from '../archive/facts.js';
import { writeDate } from '../language/dates.js';
import type { FileResult, Message } from '../lint/result.js';
import type { AuditedDocument, AuditFinding, UncountedFinding } from './audit-report.js';
import { masked } from './masked.js';

/** What a document's entry is made from beside its result. */
export interface DocumentContext {
  /** Null for a document that could not be read. */
  readonly facts: Facts | null;
  /** As the report shows it. */
  readonly path: string;
  readonly department: string;
  readonly texts: Texts;
}

/** A document's entry. Of its result nothing is kept, so that results can go as soon as they are counted. */
export function documentOf(result: FileResult, { facts, path, department, texts }: DocumentContext): AuditedDocument {
  const shown = (text: string) => texts.own(masked(text));
  const day = (key: string) => {
    const date = facts && dateAt(facts, key);
    return date ? texts.own(writeDate(date)) : '';
  };
  const [issued, published] = [day('issued'), day('published')];
  const { errorCount, warningCount } = result;
  const number = facts?.data.number;
  return {
    path,
    title: shown(facts?.title ?? ''),
    kind: facts?.kind ?? null,
    number: facts?.kind === 'policy' && typeof number === 'string' ? shown(number.trim()) : '',
    department,
    year: texts.own((published || issued || day('held')).slice(0, 4)),
    issued,
    published,
    wordCount: facts?.wordCount ?? 0,
    compliant: facts !== null && errorCount === 0,
    readable: facts !== null,
    errors: facts ? errorCount : 0,
    warnings: facts ? warningCount : 0,
    elements: facts?.elements ?? {},
    findings: result.messages.map((message) => findingOf(message, texts)),
    notCounted: result.suppressedMessages.map((message) => uncountedOf(message, texts)),
  };
}

function findingOf({ ruleId, messageId, severity, parts, line, column, clauses }: Message, texts: Texts): AuditFinding {
  return {
    ruleId,
    messageId,
    severity: severity === 2 ? 'error' : 'warn',
    what: texts.own(masked(parts.what)),
    why: texts.own(parts.why),
    todo: texts.own(masked(parts.todo)),
    line,
    column,
    clauses,
    sentence: texts.own(masked(parts.quote ?? '')),
  };
}

/** A directive is the more telling of two reasons. */
function uncountedOf(message: Message, texts: Texts): UncountedFinding {
  const suppressions = message.suppressions ?? [];
  const by = suppressions.find(({ kind }) => kind === 'directive') ?? suppressions[0];
  return { ...findingOf(message, texts), by: by?.kind ?? 'file', reason: texts.own(masked(by?.justification ?? '')) };
}

/** Keeps one copy of each text, cut loose from the document it was a part of, which would otherwise stay in memory whole. */
export class Texts {
  private readonly known = new Map<string, string>();

  own(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const loose = ` ${text}`.slice(1);
    this.known.set(loose, loose);
    return loose;
  }
}
