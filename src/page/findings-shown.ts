import { rules } from '../../rules/index.js';
import { type Place, placeOf, type Range } from '../document/range.js';
import type { ImportPlace } from '../import/import.js';
import type { FileResult, Message } from '../lint/result.js';
import { type Prepared, shownLine } from './prepared.js';
import type { ShownFinding } from './protocol.js';

/** What must not get out, or would be wrong before everybody's eyes: first of all, however severe. */
const URGENT = ['safety/', 'content/figures-match-policy', 'content/cited-article-exists', 'link/policy-link'];
/** Of a draft this is a reminder for the day it is published. */
const URGENT_AS_ERROR = 'link/policy-link';

/** Rules about the record that an office keeps of a document, not about its text. */
const RECORD = /^(?:meta|process)\//;

/** The findings of a file in the order in which they are to be dealt with: urgent ones, errors, warnings, what is about the record. */
export function shownFindings(draft: Prepared, { messages }: FileResult): ShownFinding[] {
  return messages
    .map((message) => shown(draft, message))
    .map((finding, order) => ({ finding, rank: rankOf(finding), order }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ finding }) => finding);
}

function rankOf({ rule, isError, isRecord }: ShownFinding): number {
  const severity = isError ? 0 : 1;
  if (isRecord) return 6 + severity;
  const urgency = rule === URGENT_AS_ERROR && !isError ? -1 : URGENT.findIndex((start) => rule.startsWith(start));
  return urgency >= 0 ? urgency / URGENT.length : 2 + severity;
}

function shown(draft: Prepared, message: Message): ShownFinding {
  const { ruleId, parts, severity } = message;
  const place = placeShown(draft, message);
  const line = parts.data.line;
  const inFront = message.line > 1 && message.line < bodyLine(draft.read.text);
  return {
    rule: ruleId ?? '',
    isError: severity === 2,
    ...{ what: parts.what, todo: parts.todo, why: parts.why, place },
    isRecord: inFront || (ruleId !== null && RECORD.test(ruleId)),
    element: rules.find(({ id }) => id === ruleId)?.element ?? null,
    policyLine: ruleId?.startsWith('content/') && typeof line === 'number' ? line : null,
    ...wordPlace(draft, message),
  };
}

/** The first line below the front matter. */
function bodyLine(text: string): number {
  const [front = ''] = /^---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---[ \t]*\r?\n/.exec(text) ?? [];
  return front.split('\n').length;
}

/** A finding about nothing narrower than the file has no place, nor has one about what is not there, which stands at the title. */
function placeShown(draft: Prepared, { line, column, endLine, endColumn, messageId }: Message): Place | null {
  if ((line === endLine && column === endColumn) || messageId === 'absent') return null;
  return shift(draft, { line, column, endLine, endColumn });
}

/** A stretch of the text checked as a place in the lines shown. */
export function shownPlace(draft: Prepared, lineStarts: readonly number[], range: Range): Place | null {
  return shift(draft, placeOf(lineStarts, range));
}

function shift(draft: Prepared, { line, column, endLine, endColumn }: Place): Place | null {
  const [first, last] = [shownLine(draft, line), shownLine(draft, endLine)];
  return first === null || last === null ? null : { line: first, column, endLine: last, endColumn };
}

/** Where the words stand in the Word file; at its title where it is about what is in no paragraph. */
function wordPlace(draft: Prepared, message: Message): Pick<ShownFinding, 'paragraph' | 'words'> {
  const { imported } = draft;
  if (imported?.format !== 'docx') return { paragraph: null, words: null };
  const title = imported.places[0];
  const whole = { paragraph: (title?.paragraph ?? 1) - 1, words: null };
  const place = placeShown(draft, message);
  if (!place) return whole;
  const written = imported.body.split('\n')[place.line - 1] ?? '';
  const end = place.endLine === place.line ? place.endColumn - 1 : written.length;
  const words = written.slice(place.column - 1, end);
  const here = imported.places.filter(({ line }) => line === place.line);
  const bare = (text: string) => text.replace(/[\s*_\\#|]/g, '');
  const says = ({ paragraph }: ImportPlace) => bare(imported.paragraphs.get(paragraph) ?? '').includes(bare(words));
  const one = here.length > 1 ? (here.find(says) ?? here[0]) : here[0];
  if (!one) return whole;
  const around = { before: written.slice(0, place.column - 1), words, behind: written.slice(end) };
  return { paragraph: one.paragraph - 1, words: around };
}
