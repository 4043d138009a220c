import type { Document } from '../document/document.js';
import { logistic } from './decision.js';
import { mostSaidFor } from './detect.js';
import { MODEL } from './model.js';
import { read } from './reading.js';
import { lineWith, REPEALED, revisionSigns } from './revision-signs.js';

/** `revises`: the policy revises, replaces, extends or repeals an earlier rule. `first`: the document says that there is none. */
export type Revision = 'revises' | 'first' | 'unknown';

/**
 * Whether the policy that a document is or explains revises an earlier rule, from front matter (`revises`), from the
 * document's title, from what it says of repeal and amendment, and from the differences it tells.
 */
export function detectRevision(document: Document): Revision {
  if (last?.document !== document) last = { document, revision: revisionOf(document) };
  return last.revision;
}

/** Rules and facts ask in turn, document by document. */
let last: { readonly document: Document; readonly revision: Revision } | undefined;

function revisionOf(document: Document): Revision {
  const { entries, data } = document.frontMatter;
  if (hasValue(data.revises) && entries.some(({ key }) => key === 'revises')) return 'revises';
  const reading = read(document);
  // Whoever repeals a rule replaces it, whatever else is said.
  if (lineWith(REPEALED, reading)) return 'revises';
  if (lineWith(FIRST, reading)) return 'first';
  // The model reads interpretations; a policy says of itself what it revises.
  const difference = document.kind === 'policy' ? -Infinity : mostSaidFor('old-new-differences', document);
  const signs = revisionSigns(document, difference);
  const score = Object.entries(MODEL.revision).reduce((sum, [name, weight]) => sum + weight * (signs[name] ?? 0), 0);
  return logistic(score) < 0.5 ? 'unknown' : 'revises';
}

const FIRST =
  /(?:首次|第一次)(?:制定|制订|出台|发布|印发)|(?:不涉及|不存在|没有|无)对?(?:新旧|新老|旧政策|原政策|原有政策|旧文件)[^，。；]{0,8}(?:差异|对比|衔接|变化|区别|比较|情况|修订|问题)/;

function hasValue(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== '无';
}
