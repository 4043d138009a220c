import { dateAt } from '../../rules/fields.js';
import type { Facts } from '../archive/facts.js';
import { writeDate } from '../language/dates.js';
import { sha256 } from '../language/sha256.js';
import { findingKey } from '../lint/baseline.js';
import type { FileResult, Message } from '../lint/result.js';
import type { AuditedDocument, AuditFinding, NoDepartment, UncountedFinding } from './audit-report.js';
import { type Concern, concernIn } from './concern.js';
import { masked } from './masked.js';

/** What a document's entry is made from beside its result. */
export interface DocumentContext {
  /** Null for a document that could not be read. */
  readonly facts: Facts | null;
  /** As the report shows it. */
  readonly path: string;
  readonly department: string;
  readonly noDepartment: NoDepartment | null;
  readonly texts: Texts;
}

/** A document's entry. Of its result nothing is kept, so that results can go as soon as they are counted. */
export function documentOf(result: FileResult, context: DocumentContext): AuditedDocument {
  const { facts, path, department, noDepartment, texts } = context;
  const shown = (text: string) => texts.own(masked(text));
  const day = (key: string) => {
    const date = facts && dateAt(facts, key);
    return date ? texts.own(writeDate(date)) : '';
  };
  const [issued, published] = [day('issued'), day('published')];
  const { errorCount, warningCount } = result;
  const number = facts?.data.number;
  const about = describing(path, facts, texts);
  return {
    path,
    address: shown(addressOf(facts)),
    title: shown(facts?.title ?? ''),
    kind: facts?.kind ?? null,
    number: facts?.kind === 'policy' && typeof number === 'string' ? shown(number.trim()) : '',
    department,
    noDepartment,
    year: texts.own((published || issued || day('held')).slice(0, 4)),
    issued,
    published,
    wordCount: facts?.wordCount ?? 0,
    compliant: facts !== null && errorCount === 0,
    readable: facts !== null,
    errors: facts ? errorCount : 0,
    warnings: facts ? warningCount : 0,
    elements: facts?.elements ?? {},
    findings: result.messages.map((message) => findingOf(message, about(message), texts)),
    notCounted: result.suppressedMessages.map((message) => uncountedOf(message, about(message), texts)),
  };
}

/** Keys under which sites write where a paper is published; none of them is in the vocabulary. */
const ADDRESS_KEYS = ['发布地址', '网址', '原文地址', '来源网址', 'url', 'URL', 'permalink', 'source', 'source_url'];

function addressOf(facts: Facts | null): string {
  const said = ADDRESS_KEYS.map((key) => facts?.data[key]);
  const address = said.find((value) => typeof value === 'string' && /^https?:\/\/[^\s<>"]+$/i.test(value.trim()));
  return typeof address === 'string' ? address.trim() : '';
}

type About = Pick<AuditFinding, 'id' | 'concern'>;

/** Tells findings of a file from each other, and what each is about. Of findings alike the first keeps its id while others go. */
function describing(path: string, facts: Facts | null, texts: Texts): (message: Message) => About {
  const seen = new Map<string, number>();
  const concernOf: (message: Message) => Concern = facts ? concernIn(facts) : () => 'text';
  return (message) => {
    const key = findingKey(message);
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return { id: texts.own(sha256(JSON.stringify([path, key, place])).slice(0, 16)), concern: concernOf(message) };
  };
}

function findingOf(message: Message, about: About, texts: Texts): AuditFinding {
  const { ruleId, messageId, severity, parts, line, column, clauses } = message;
  return {
    ...about,
    ruleId,
    messageId,
    severity: severity === 2 ? 'error' : 'warn',
    what: texts.own(masked(parts.what)),
    why: texts.own(parts.why),
    todo: texts.own(masked(parts.todo)),
    paragraph: message.paragraph ?? null,
    line,
    column,
    clauses,
    // A line of marks says nothing: `---` where front matter lacks a key.
    sentence: /[\p{L}\p{N}]/u.test(parts.quote ?? '') ? texts.own(masked(parts.quote ?? '')) : '',
  };
}

/** A directive is the more telling of two reasons. */
function uncountedOf(message: Message, about: About, texts: Texts): UncountedFinding {
  const suppressions = message.suppressions ?? [];
  const by = suppressions.find(({ kind }) => kind === 'directive') ?? suppressions[0];
  const reason = texts.own(masked(by?.justification ?? ''));
  return { ...findingOf(message, about, texts), by: by?.kind ?? 'file', reason };
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
