import type { Root } from 'mdast';
import { defaultExport } from './default-export.js';
import { isTooComplexForTree, TooComplexError } from './excess.js';

let parseTree: ((text: string) => Root) | undefined;

/**
 * Loads remark-parse, on which `document.tree` rests. Our own rules read the document's model and never need it;
 * whoever hands documents to rules that read the tree awaits this first.
 */
export async function loadTreeParser(): Promise<void> {
  if (parseTree) return;
  const [{ unified }, remarkParse, remarkGfm] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(defaultExport(remarkParse.default)).use(defaultExport(remarkGfm.default));
  parseTree = (text) => processor.parse(text);
}

/**
 * The mdast tree of a body, its offsets those of the whole text.
 * @throws TooComplexError where it would take too long; Error where `loadTreeParser` was not awaited
 */
export function treeOf(text: string, bodyStart: number): Root {
  if (!parseTree) throw new Error('document.tree needs loadTreeParser() to be awaited first');
  if (isTooComplexForTree(text)) throw new TooComplexError('The text is too complex for document.tree');
  return parseTree(text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart));
}
