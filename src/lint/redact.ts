import { personalDataIn, withoutPersonalData } from '../language/personal-data.js';
import type { Message } from './result.js';

/**
 * A message of a file in which personal data was found, fit to be shown: what other rules quote may hold that data too. A fix
 * that would carry it into a report is left out there, though it is applied.
 */
export function redacted(message: Message): Message {
  const {
    ruleId,
    severity,
    messageId,
    line,
    column,
    endLine,
    endColumn,
    paragraph,
    clauses,
    fatal,
    fix,
    suppressions,
    parts,
  } = message;
  return {
    ruleId,
    severity,
    message: withoutPersonalData(message.message),
    messageId,
    line,
    column,
    endLine,
    endColumn,
    ...(paragraph === undefined ? {} : { paragraph }),
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
      ...(parts.source && {
        source: { ...parts.source, ...(parts.source.words && { words: withoutPersonalData(parts.source.words) }) },
      }),
      ...(parts.quote === undefined ? {} : { quote: withoutPersonalData(parts.quote) }),
    },
  };
}

function mapped(data: Message['parts']['data']): Message['parts']['data'] {
  const masked = Object.entries(data).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    if (typeof value === 'string') return [name, withoutPersonalData(value)] as const;
    return [name, { 'zh-CN': withoutPersonalData(value['zh-CN']), en: withoutPersonalData(value.en) }] as const;
  });
  return Object.fromEntries(masked);
}
