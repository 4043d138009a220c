import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { LIMITS } from '../document/limits.js';
import { lineStartsOf, placeOf, type Range } from '../document/range.js';
import type { Path } from '../document/schema-errors.js';
import { tooDeepAt } from '../document/yaml-depth.js';
import { repeatedKey, YAML_FORM } from '../document/yaml-keys.js';
import type { Localized } from '../language/locale.js';
import type { ConfigPlace, ConfigProblem } from './config.js';

/** A YAML or JSON text as plain data whose parts can be found again in the text. */
export interface YamlSource {
  /** Null for an empty text. */
  readonly value: unknown;
  /** Where a key, or the value under a path, stands; the nearest part above it where it is not there itself. */
  placeOf(path: Path, part: 'key' | 'value'): ConfigPlace;
}

interface YamlProblem {
  readonly range: Range;
  readonly message: Localized;
}

/** Largest text read, in UTF-16 units. */
const MAX_TEXT = 256 * 1024;
const MAX_DEPTH = LIMITS.frontMatterDepth;

/**
 * Reads YAML 1.2, of which JSON is a part. Anchors, aliases and tags are refused: a config says what it means where it says it.
 * @param text without BOM
 * @param file its name in problems
 */
export function readYamlSource(text: string, file: string): { source: YamlSource } | { problem: ConfigProblem } {
  const lineStarts = lineStartsOf(text);
  const placed = (range: Range): ConfigPlace => {
    const { line, column } = placeOf(lineStarts, range);
    return { file, line, column };
  };
  const read = contentsOf(text);
  if ('message' in read) return { problem: { ...placed(read.range), message: read.message } };
  return { source: { value: read.toJS(), placeOf: (path, part) => placed(rangeUnder(read.contents, path, part)) } };
}

function contentsOf(text: string): Document.Parsed | YamlProblem {
  if (text.length > MAX_TEXT) return { range: { start: 0, end: 0 }, message: tooLarge };
  const deep = tooDeepAt(text, MAX_DEPTH);
  if (deep >= 0) return { range: { start: deep, end: deep + 1 }, message: tooDeep };
  const document = parseDocument(text, { ...YAML_FORM, stringKeys: true });
  const error = document.errors[0];
  if (error)
    return { range: { start: error.pos[0], end: error.pos[1] }, message: SYNTAX[error.code] ?? syntax(error.code) };
  const repeated = repeatedKey(document);
  if (repeated) {
    const { start } = rangeOfNode(repeated);
    return { range: { start, end: start + 1 }, message: duplicate };
  }
  return refusedIn(document) ?? fullWidthColonIn(document, text) ?? document;
}

function refusedIn(document: Document): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, (_key, node) => {
    if (!isNode(node)) return undefined;
    if (isAlias(node) || node.anchor) problem = { range: rangeOfNode(node), message: noAnchors };
    else if (node.tag !== undefined) problem = { range: rangeOfNode(node), message: noTags };
    return problem ? visit.BREAK : undefined;
  });
  return problem;
}

/** 规则：… typed with the full-width colon makes text where a map was meant. */
function fullWidthColonIn(document: Document, text: string): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, {
    Scalar(key, node) {
      const range = rangeOfNode(node);
      const at =
        typeof key === 'number' || typeof node.value !== 'string'
          ? -1
          : text.slice(range.start, range.end).indexOf('：');
      const written = text.slice(range.start, range.start + at);
      if (at < 0 || !/^[\w$/-]+$/.test(written)) return undefined;
      problem = { range: { start: range.start + at, end: range.start + at + 1 }, message: fullWidthColon(written) };
      return visit.BREAK;
    },
  });
  return problem;
}

function rangeUnder(root: Node | null, path: Path, part: 'key' | 'value'): Range {
  let node: Node | null = root;
  let range = node ? rangeOfNode(node) : { start: 0, end: 0 };
  for (const [i, step] of path.entries()) {
    const pair = isMap(node) ? pairsOf(node).get(step) : undefined;
    const item = isSeq(node) ? (node.items[step as number] as Node | undefined) : undefined;
    if (!pair && !item) return range;
    node = pair ? pair.value : (item ?? null);
    const wanted: Node | null | undefined =
      pair && ((part === 'key' && i === path.length - 1) || !hasText(node)) ? pair.key : node;
    if (wanted) range = rangeOfNode(wanted);
  }
  return range;
}

/** A map may have as many faults as keys: each key is found at once. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair<Node, Node | null>>>();

function pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair<Node, Node | null>> {
  const pairs =
    PAIRS.get(map) ??
    new Map(
      (map.items as Pair<Node, Node | null>[]).flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair]] : [])),
    );
  PAIRS.set(map, pairs);
  return pairs;
}

/** An empty value stands nowhere; its key is the place to go to. */
function hasText(node: Node | null): boolean {
  const range = node?.range;
  return range !== undefined && range !== null && range[1] > range[0];
}

function rangeOfNode(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

const syntax = (code: string): Localized => ({
  'zh-CN': `这里不合 YAML 的写法（${code}）；请检查缩进、引号和冒号`,
  en: `This is not YAML (${code}); check indentation, quotes and colons`,
});

const noAnchors: Localized = {
  'zh-CN': '不支持 YAML 的锚点和引用（& 和 *）；请把内容直接写在这里，以 * 开头的通配符要加引号',
  en: 'YAML anchors and aliases (& and *) are not supported; write the value out, and quote a glob that begins with *',
};

const noTags: Localized = {
  'zh-CN': '不支持 YAML 的标签（!）；请直接写值，以 ! 开头的通配符要加引号',
  en: 'YAML tags (!) are not supported; write the plain value, and quote a glob that begins with !',
};

const tooLarge: Localized = {
  'zh-CN': `文件太大，最多读 ${MAX_TEXT / 1024} KB；请确认这是配置文件`,
  en: `The file is too large, ${MAX_TEXT / 1024} KB are read at most; make sure it is a config`,
};

const tooDeep: Localized = {
  'zh-CN': `这里嵌套超过 ${MAX_DEPTH} 层；请减少嵌套`,
  en: `Nested more than ${MAX_DEPTH} levels deep here; flatten it`,
};

const fullWidthColon = (key: string): Localized => ({
  'zh-CN': `“${key}”后面是中文冒号；请改为英文冒号加空格“: ”`,
  en: `"${key}" is followed by a full-width colon; write ": " instead`,
});

const duplicate: Localized = {
  'zh-CN': '同一个键写了两次；请删去一个',
  en: 'The same key stands here twice; delete one',
};

const tab: Localized = { 'zh-CN': '缩进用了制表符；请改用空格', en: 'A tab is used to indent; use spaces' };

const indent: Localized = {
  'zh-CN': '缩进不对，或者括号没有配对；请与上面一行对齐',
  en: 'The indentation is off or a bracket is not closed; align it with the line above',
};

const unclosed: Localized = { 'zh-CN': '少了引号或括号；请补上', en: 'A quote or bracket is missing; add it' };

const twoColons: Localized = {
  'zh-CN': '一行里有两个键；请另起一行，或给值加引号',
  en: 'Two keys in one line; start a new line, or quote the value',
};

const twoDocuments: Localized = {
  'zh-CN': '文件里用 --- 分成了几份；只能有一份',
  en: 'The file holds several documents parted by ---; only one is allowed',
};

/** The codes of `yaml` that people meet. */
const SYNTAX: Readonly<Record<string, Localized>> = {
  BAD_ALIAS: noAnchors,
  ALIAS_PROPS: noAnchors,
  MULTIPLE_ANCHORS: noAnchors,
  TAG_RESOLVE_FAILED: noTags,
  MULTIPLE_TAGS: noTags,
  DUPLICATE_KEY: duplicate,
  TAB_AS_INDENT: tab,
  BAD_INDENT: indent,
  MISSING_CHAR: unclosed,
  BLOCK_AS_IMPLICIT_KEY: twoColons,
  MULTILINE_IMPLICIT_KEY: twoColons,
  MULTIPLE_DOCS: twoDocuments,
};
