import type { Document } from '../document/document.js';
import type { Range } from '../document/range.js';
import { logistic } from './decision.js';
import { detectElements, mostSaidFor } from './detect.js';
import { MODEL } from './model.js';
import { type Line, read } from './reading.js';
import { AMENDED, lineWith, REPEALED, revisionSigns } from './revision-signs.js';

export interface Revision {
  /** True where the policy revises, replaces, extends or repeals an earlier rule. */
  readonly revises: boolean;
  /** Where that is said; null where nothing says so. */
  readonly range: Range | null;
  readonly evidence: string | null;
  /** The document says that there is no earlier rule: 首次制定. */
  readonly denied?: boolean;
}

/**
 * Whether the policy that a document is or explains revises an earlier rule: from front matter (`revises`), from the
 * document's title, from what it says of repeal and amendment, and from the differences it tells.
 */
export function detectRevision(document: Document): Revision {
  if (last?.document !== document) last = { document, revision: revisionOf(document) };
  return last.revision;
}

/** Rules and facts ask in turn, document by document. */
let last: { readonly document: Document; readonly revision: Revision } | undefined;

function revisionOf(document: Document): Revision {
  const stated = document.frontMatter.entries.find(({ key }) => key === 'revises');
  if (stated && hasValue(document.frontMatter.data.revises)) {
    const { range } = stated.node;
    return { revises: true, range, evidence: document.text.slice(range.start, range.end) };
  }
  const reading = read(document);
  const repeal = lineWith(REPEALED, reading);
  const denial = lineWith(FIRST, reading);
  if (denial && !repeal) return { revises: false, ...placeOf(denial), denied: true };
  // The model reads interpretations; a policy says of itself what it revises.
  const difference = document.kind === 'policy' ? -Infinity : mostSaidFor('old-new-differences', document);
  const signs = revisionSigns(document, difference);
  const score = Object.entries(MODEL.revision).reduce((sum, [name, weight]) => sum + weight * (signs[name] ?? 0), 0);
  // Whoever repeals a rule replaces it, whatever else is said.
  if (!repeal && logistic(score) < 0.5) return { revises: false, range: null, evidence: null };
  if (signs.title === 1) return { revises: true, range: document.titleRange, evidence: document.title };
  const amended = repeal ?? lineWith(AMENDED, reading);
  if (amended) return { revises: true, ...placeOf(amended) };
  const { clause } = detectElements(document)['old-new-differences'];
  return { revises: true, range: clause?.range ?? document.titleRange, evidence: clause?.text ?? document.title };
}

const FIRST =
  /(?:首次|第一次)(?:制定|制订|出台|发布|印发)|(?:不涉及|不存在|没有|无)对?(?:新旧|新老|旧政策|原政策|原有政策|旧文件)[^，。；]{0,8}(?:差异|对比|衔接|变化|区别|比较|情况|修订|问题)/;

function placeOf({ sentences }: Line): { range: Range; evidence: string } {
  const { range, text } = sentences[0] as Line['sentences'][number];
  return { range, evidence: text };
}

function hasValue(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== '无';
}
