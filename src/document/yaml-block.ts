import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument as parseYaml,
  visit,
  type YAMLError,
} from 'yaml';
import type { Comment } from './document.js';
import type { FrontMatterEntry, FrontMatterNode, Problem } from './front-matter.js';
import type { Range } from './range.js';
import { dataKey, normalizeValue } from './vocabulary.js';
import { repeatedKey, YAML_FORM } from './yaml-keys.js';

/** The entries of a block, or what keeps it from being read. */
export type BlockRead = { readonly entries: readonly FrontMatterEntry[] } | { readonly problem: Problem };

/**
 * Reads a block of YAML with the place of every key and value.
 * @param base offset of the block in the document's text
 */
export function readYamlBlock(yaml: string, base: number): BlockRead {
  const parsed = parseYaml(yaml, YAML_FORM);
  const error = parsed.errors[0];
  if (error) return { problem: syntaxProblem(error, yaml, base) };
  const repeated = repeatedKey(parsed);
  if (repeated) {
    const { start } = rangeOf(repeated, base);
    return { problem: { id: 'syntax', range: { start, end: start + 1 }, data: { code: 'DUPLICATE_KEY' } } };
  }
  let problem: Problem | undefined;
  visit(parsed, (_key, node) => {
    if (!node || typeof node !== 'object' || !('range' in node)) return undefined;
    const at = node as Node;
    const id = isAlias(at) || ('anchor' in at && at.anchor) ? 'alias' : at.tag === undefined ? null : 'tag';
    if (!id) return undefined;
    problem = { id, range: rangeOf(at, base), data: {} };
    return visit.BREAK;
  });
  if (problem) return { problem };
  const root = parsed.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { entries: [] };
  if (!isMap(root)) return { problem: { id: 'notMapping', range: rangeOf(root as Node, base), data: {} } };
  return { entries: root.items.map((pair) => entryOf(pair as Pair<Node, Node | null>, base)) };
}

/** What the lexer puts before the text of a plain or block scalar, in which `#` is a character like any other. */
const SCALAR = '\u001f';
/** Signs of the lexer's own, which stand for no text: a document begins, a list or map in brackets ends. */
const SIGNS = [SCALAR, '\u0002', '\u0018'];

/**
 * The comments in a block of YAML.
 * @param block with the lines that open and close it
 * @param at its offset in the document's text
 */
export function yamlComments(block: string, at: number): Comment[] {
  const comments: Comment[] = [];
  let start = at;
  let before = '';
  // A lone CR ends a line to us, as everywhere in front matter, but not to YAML.
  for (const token of new Lexer().lex(block.replace(/\r(?!\n)/g, '\n'))) {
    const isText = before === SCALAR;
    before = token;
    if (!isText && SIGNS.includes(token)) continue;
    const end = start + token.length;
    if (!isText && token.startsWith('#')) comments.push({ type: 'yaml', text: token.slice(1), range: { start, end } });
    start = end;
  }
  return comments;
}

function syntaxProblem(error: YAMLError, yaml: string, base: number): Problem {
  const [from, to] = error.pos;
  const start = Math.min(from, Math.max(0, yaml.length - 1));
  return {
    id: 'syntax',
    range: { start: base + start, end: base + Math.max(start + 1, Math.min(to, yaml.length)) },
    data: { code: error.code },
  };
}

function entryOf(pair: Pair<Node, Node | null>, base: number, parent?: string): FrontMatterEntry {
  const writtenKey = isScalar(pair.key) ? String(pair.key.value) : '';
  const key = dataKey(writtenKey, parent);
  const keyRange = rangeOf(pair.key, base);
  const node = pair.value
    ? nodeOf(pair.value, base, key, parent)
    : { type: 'scalar' as const, value: null, range: { start: keyRange.end, end: keyRange.end } };
  return { key, writtenKey, keyRange, node };
}

function nodeOf(node: Node, base: number, key: string, parent?: string): FrontMatterNode {
  const range = rangeOf(node, base);
  if (isSeq(node))
    return { type: 'list', range, items: node.items.map((item) => nodeOf(item as Node, base, key, parent)) };
  if (isMap(node))
    return {
      type: 'map',
      range,
      entries: node.items.map((pair) => entryOf(pair as Pair<Node, Node | null>, base, key)),
    };
  const value = isScalar(node) ? (node.value as string | number | boolean | null) : null;
  return { type: 'scalar', range, value: normalizeValue(key, value, parent) };
}

function rangeOf(node: Node, base: number): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start: base + start, end: base + end };
}
