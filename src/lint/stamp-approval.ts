import { approvalOf } from '../../rules/process/approved-text/digest.js';
import type { Document } from '../document/document.js';
import type { FrontMatterEntry } from '../document/front-matter.js';
import { parseDocument } from '../document/parse.js';
import { type Key, keyName, keyOf } from '../document/vocabulary.js';
import { applyEdits, type Edit } from './fix.js';

/** What `approve` writes under `approval`. */
export interface ApprovalStamp {
  /** YYYY-MM-DD */
  readonly approved: string;
  readonly digest: string;
}

/**
 * The text of a document with its approval stamped. Only the two values change: order, comments, line ends, other keys
 * and their language stay.
 * @returns null where the front matter is written in a way that cannot be added to safely
 */
export function stampApproval(document: Document, stamp: ApprovalStamp): string | null {
  const edits = editsFor(document, stamp);
  if (!edits) return null;
  const text = applyEdits(document.text, edits);
  return holds(parseDocument(text, { path: document.path }), document, stamp) ? text : null;
}

function editsFor(document: Document, stamp: ApprovalStamp): Edit[] | null {
  const { frontMatter, text } = document;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const { entries } = frontMatter;
  const isChinese = entries.some(({ key, writtenKey }) => keyOf(key)?.chinese === writtenKey);
  const name = (key: string, parent?: string) => keyName(keyOf(key, parent) as Key, isChinese ? 'zh-CN' : 'en');
  const line = (key: keyof ApprovalStamp) => `${name(key, 'approval')}: ${stamp[key]}`;
  const below = [line('approved'), line('digest')].map((it) => `${eol}  ${it}`).join('');
  const entry = entries.find(({ key }) => key === 'approval');
  if (frontMatter.status === 'none') {
    return [{ start: 0, end: 0, text: `---${eol}${name('approval')}:${below}${eol}---${eol}${eol}` }];
  }
  if (!entry) {
    const close = text.lastIndexOf('---', frontMatter.range.end - 1);
    return [{ start: close, end: close, text: `${name('approval')}:${below}${eol}` }];
  }
  if (entry.node.type === 'scalar' && entry.node.value === null) {
    const end = lineEnd(text, entry.keyRange.end);
    return [{ start: end, end, text: below }];
  }
  if (entry.node.type !== 'map') return null;
  const { range, entries: inner } = entry.node;
  const missing = (['approved', 'digest'] as const).filter((key) => !inner.some((other) => other.key === key));
  const edits = inner.flatMap((other) => valueEdit(text, other, stamp));
  if (missing.length === 0) return edits;
  if (text[range.start] === '{') {
    const lead = inner.length > 0 ? ', ' : '';
    const end = text.slice(0, range.end - 1).trimEnd().length;
    return [...edits, { start: end, end, text: lead + missing.map(line).join(', ') }];
  }
  const last = inner.at(-1) as FrontMatterEntry;
  const end = lineEnd(text, Math.max(last.keyRange.end, last.node.range.end));
  const indent = /(?<![^\r\n])[^\r\n]*$/.exec(text.slice(0, last.keyRange.start))?.[0] ?? '  ';
  return [...edits, { start: end, end, text: missing.map((key) => eol + indent + line(key)).join('') }];
}

function valueEdit(text: string, { key, keyRange, node }: FrontMatterEntry, stamp: ApprovalStamp): Edit[] {
  if (key !== 'approved' && key !== 'digest') return [];
  if (node.type === 'scalar' && node.value === null && node.range.start === node.range.end) {
    const colon = text.indexOf(':', keyRange.end) + 1;
    return [{ start: colon, end: colon, text: ` ${stamp[key]}` }];
  }
  return [{ ...node.range, text: stamp[key] }];
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at < 0 ? text.length : from + at;
}

/** The front matter says what it said, and the stamp; the text below is untouched. */
function holds(stamped: Document, before: Document, stamp: ApprovalStamp): boolean {
  const expected = { ...before.frontMatter.data, approval: { ...approvalOf(before), ...stamp } };
  const bodyOf = ({ text, frontMatter }: Document) => text.slice(frontMatter.range.end);
  return (
    stamped.frontMatter.status === 'ok' &&
    plain(stamped.frontMatter.data) === plain(expected) &&
    bodyOf(stamped).trimStart() === bodyOf(before).trimStart()
  );
}

/** Data as text, whatever the order of its keys. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
