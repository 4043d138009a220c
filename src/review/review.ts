import type { Origin, ParagraphStart } from '../document/origin.js';
import { sayNote } from '../import/words.js';
import type { Message } from '../lint/result.js';
import { type Change, changeEdits } from './changes.js';
import type { Comment } from './comments.js';
import type { ElementCheck } from './element-check.js';
import type { MainPart } from './places.js';
import { WordFile } from './word-file.js';
import { findWords, type WordsSought } from './words.js';

/** What a review of a Word file puts down. */
export interface Reviewed {
  /** The text that was derived from the file. */
  readonly text: string;
  readonly origin?: Origin | undefined;
  readonly messages: readonly Message[];
  readonly elements: readonly ElementCheck[];
  /** Whether what can be mended is written as tracked changes. */
  readonly fix?: boolean | undefined;
}

/**
 * The Word file with what a review of it puts down, and how many of the messages it mends by tracked changes: these get no comment.
 * @param date when the review is made, as `2026-01-31T08:00:00Z`
 * @throws ReviewFailure for a file that cannot be given comments
 */
export async function reviewWord(
  bytes: Uint8Array,
  review: Reviewed,
  date: string,
): Promise<{ readonly bytes: Uint8Array; readonly fixed: number }> {
  const file = await WordFile.open(bytes);
  const { changes, fixed } = changesOf(file.main, { ...review, messages: review.fix ? review.messages : [] });
  file.change((part, xml, freeId) => changeEdits(xml, part, changes, date, freeId));
  const messages = review.messages.filter((message) => !fixed.has(message));
  await file.comment(commentsOf(file.main, { ...review, messages }), date);
  return { bytes: await file.bytes(), fixed: fixed.size };
}

/**
 * The comments of a review: first one that sums it up, on the title; then what was found, at its words. What is missing, and what is
 * about lines that the file does not have, stands on the title.
 */
export function commentsOf(part: MainPart, { text, origin, messages, elements }: Reviewed): Comment[] {
  const places = origin?.paragraphs ?? [];
  const notRead = (origin?.notRead ?? []).map((note) => `没有核查：${sayNote(note, 'zh-CN')}`);
  const lines = text.split('\n');
  const title = (places[0]?.[2] ?? 1) - 1;
  return [
    {
      paragraph: title,
      text: [...summary(elements, messages, places), ...notRead, LAST],
    },
    ...messages.map((message): Comment => {
      const said = { text: wordsOf(message) };
      const found = placeOf(soughtBy(message, lines[message.line - 1] ?? ''), message.line, part, places);
      if (found) return { ...found, ...said };
      const place = places.find(([line]) => line === message.line);
      return { paragraph: place ? place[2] - 1 : title, ...said };
    }),
  ];
}

/**
 * The changes that the fixes of messages come to in the Word file, and the messages that they mend: a fix that finds no place
 * there is left out. No two changes overlap: of two, the first stands.
 */
export function changesOf(
  part: MainPart,
  { text, origin, messages }: Pick<Reviewed, 'text' | 'origin' | 'messages'>,
): { readonly changes: readonly Change[]; readonly fixed: ReadonlySet<Message> } {
  const changes: Change[] = [];
  const fixed = new Set<Message>();
  for (const message of messages) {
    if (!message.fix) continue;
    const [start, end] = message.fix.range;
    const change = changeAt(part, text, start, end, origin?.paragraphs ?? []);
    if (!change || changes.some((other) => overlap(other, change))) continue;
    changes.push({ ...change, text: message.fix.text });
    fixed.add(message);
  }
  return { changes, fixed };
}

/** Where a stretch of the derived text stands in the Word file. One of no length stands behind the character before it. */
function changeAt(
  part: MainPart,
  text: string,
  start: number,
  end: number,
  places: readonly ParagraphStart[],
): Omit<Change, 'text'> | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const from = start === end ? start - 1 : start;
  if (end > lineEnd || from < lineStart) return null;
  const sought = {
    before: text.slice(lineStart, from),
    words: text.slice(from, end),
    behind: text.slice(end, lineEnd),
  };
  const line = text.slice(0, start).split('\n').length;
  const found = placeOf(sought, line, part, places);
  if (!found) return null;
  const { paragraph, words } = found;
  return { paragraph, start: start === end ? words.end : words.start, end: words.end };
}

/** The paragraph of those in a line of the derived text in which words stand, and where in it. */
function placeOf(sought: WordsSought, at: number, { paragraphs }: MainPart, places: readonly ParagraphStart[]) {
  for (const [line, , number] of places) {
    const paragraph = line === at ? paragraphs[number - 1] : undefined;
    const words = paragraph && findWords(paragraph, sought);
    if (words) return { paragraph: number - 1, words };
  }
  return null;
}

function overlap(a: Omit<Change, 'text'>, b: Omit<Change, 'text'>): boolean {
  return a.paragraph === b.paragraph && a.start <= b.end && b.start <= a.end;
}

function soughtBy({ line, column, endLine, endColumn }: Message, text: string): WordsSought {
  const end = endLine === line ? endColumn - 1 : text.length;
  return { before: text.slice(0, column - 1), words: text.slice(column - 1, end), behind: text.slice(end) };
}

/** What, why and what to do, a paragraph each. */
function wordsOf({ severity, ruleId, parts: { what, why, todo } }: Message): string[] {
  return [`【${severity === 2 ? '错误' : '提示'}】${what}`, why, todo && `改法：${todo}`, ruleId ? `（${ruleId}）` : '']
    .map((words) => words.trim())
    .filter((words) => words !== '');
}

function summary(
  elements: readonly ElementCheck[],
  messages: readonly Message[],
  places: readonly ParagraphStart[],
): string[] {
  const errors = messages.filter(({ severity }) => severity === 2).length;
  return [
    messages.length === 0
      ? '核查结果：没有发现问题。'
      : `核查结果：错误 ${errors} 处，提示 ${messages.length - errors} 处，见各条批注。`,
    ...elements.map(({ name, mark, line }) => {
      const place = places.find(([start]) => start === line);
      return `${mark} ${name}${place ? `（第 ${place[2]} 段）` : ''}`;
    }),
  ];
}

const LAST = '以上由程序核查，存疑的请人工核对。';
