import { placesIn } from '../archive/packed-facts.js';
import { personalDataIn, withoutPersonalData } from '../language/personal-data.js';
import type { Packed } from './packed.js';
import type { Message } from './result.js';

/**
 * A message of a file in which personal data was found, fit to be shown: what other rules quote may hold that data too. A fix
 * that would carry it into a report is left out there, though it is applied.
 */
export function redacted(message: Message): Message {
  const { ruleId, severity, messageId, line, column, endLine, endColumn, clauses, fatal, fix, suppressions, parts } =
    message;
  return {
    ruleId,
    severity,
    message: withoutPersonalData(message.message),
    messageId,
    line,
    column,
    endLine,
    endColumn,
    clauses,
    ...(fatal ? { fatal } : {}),
    ...(fix && personalDataIn(fix.text).length === 0 ? { fix } : {}),
    ...(suppressions
      ? {
          suppressions: suppressions.map(({ kind, justification }) => ({
            kind,
            justification: withoutPersonalData(justification),
          })),
        }
      : {}),
    parts: {
      what: withoutPersonalData(parts.what),
      why: parts.why,
      todo: withoutPersonalData(parts.todo),
      subject: withoutPersonalData(parts.subject),
      data: mapped(parts.data),
      ...(parts.quote === undefined ? {} : { quote: withoutPersonalData(parts.quote) }),
    },
  };
}

/**
 * What a file with personal data yielded, fit to be handed to other machines. Its reports are the same: what they show is masked in
 * any case, and names that are compared are masked on both sides.
 */
export function redactedYield({ findings, directives, facts, ...rest }: Packed): Packed {
  return {
    ...rest,
    findings: findings.map(({ fix, ...finding }) => ({
      ...throughout(finding),
      ...(fix && personalDataIn(fix.text).length === 0 ? { fix } : {}),
    })),
    directives: throughout(directives),
    // Keys that are masked may become one, and the places are told by their order.
    facts: facts && { ...throughout({ ...facts, values: placesIn(facts) }), data: throughout(facts.data, true) },
  };
}

/** The value with all texts and keys in it masked. With `numbers`, a number that is personal data is null: as no text, it names nothing. */
function throughout<T>(value: T, numbers = false): T {
  const mask = (one: unknown): unknown => {
    if (typeof one === 'string') return withoutPersonalData(one);
    if (typeof one === 'number') return numbers && personalDataIn(String(one)).length > 0 ? null : one;
    if (Array.isArray(one)) return one.map(mask);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [withoutPersonalData(key), mask(inner)]));
  };
  return mask(value) as T;
}

function mapped(data: Message['parts']['data']): Message['parts']['data'] {
  const masked = Object.entries(data).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    if (typeof value === 'string') return [name, withoutPersonalData(value)] as const;
    return [name, { 'zh-CN': withoutPersonalData(value['zh-CN']), en: withoutPersonalData(value.en) }] as const;
  });
  return Object.fromEntries(masked);
}
