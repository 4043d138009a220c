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
 * @param file its name in problems: what is wrong in a .json file is said of JSON
 */
export function readYamlSource(text: string, file: string): { source: YamlSource } | { problem: ConfigProblem } {
  const lineStarts = lineStartsOf(text);
  const placed = (range: Range): ConfigPlace => {
    const { line, column } = placeOf(lineStarts, range);
    return { file, line, column };
  };
  const read = contentsOf(text, /\.json$/i.test(file));
  if ('message' in read) return { problem: { ...placed(read.range), message: read.message } };
  return { source: { value: read.toJS(), placeOf: (path, part) => placed(rangeUnder(read.contents, path, part)) } };
}

function contentsOf(text: string, isJson: boolean): Document.Parsed | YamlProblem {
  if (text.length > MAX_TEXT) return { range: { start: 0, end: 0 }, message: SAID.tooLarge };
  const deep = tooDeepAt(text, MAX_DEPTH);
  if (deep >= 0) return { range: { start: deep, end: deep + 1 }, message: SAID.tooDeep };
  const document = parseDocument(text, { ...YAML_FORM, stringKeys: true });
  const error = document.errors[0];
  if (error) {
    const [start, end] = error.pos;
    const message = isJson ? notJson(text.slice(start)) : (SYNTAX[error.code] ?? SAID.syntax(error.code));
    return { range: { start, end }, message };
  }
  const repeated = repeatedKey(document);
  if (repeated) {
    const { start } = rangeOfNode(repeated);
    return { range: { start, end: start + 1 }, message: SAID.duplicate };
  }
  return refusedIn(document, isJson) ?? misreadIn(document, text, isJson) ?? document;
}

function refusedIn(document: Document, isJson: boolean): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, (_key, node) => {
    if (!isNode(node)) return undefined;
    const message = isAlias(node) || node.anchor ? SAID.noAnchors : node.tag === undefined ? undefined : SAID.noTags;
    if (message) problem = { range: rangeOfNode(node), message: isJson ? SAID.unquoted : message };
    return problem ? visit.BREAK : undefined;
  });
  return problem;
}

/** 规则：… typed with the full-width colon makes text where a map was meant, and so do comments and “…” in JSON. */
function misreadIn(document: Document, text: string, isJson: boolean): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, {
    Scalar(key, node) {
      const range = rangeOfNode(node);
      const written = text.slice(range.start, range.end);
      const [, name = '', colon] = /^([\w$/-]+)(：)?/.exec(written) ?? [];
      const at = range.start + name.length;
      if (isJson && /^(?:\/[/*]|[“”])/.test(written)) problem = { range, message: notJson(written) };
      else if (typeof key !== 'number' && typeof node.value === 'string' && colon)
        problem = { range: { start: at, end: at + 1 }, message: SAID.fullWidthColon(name) };
      return problem && visit.BREAK;
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

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  syntax: (code: string) => ({ 'zh-CN': `这里不合 YAML 的写法（${code}）；请检查缩进、引号和冒号`,
    en: `This is not YAML (${code}); check indentation, quotes and colons` }),
  syntaxOfJson: { 'zh-CN': '这里不合 JSON 的写法；请检查前后的逗号、冒号和括号，字符串要加双引号',
    en: 'This is not JSON; check commas, colons and brackets before and behind it, and put strings in double quotes' },
  noComments: { 'zh-CN': 'JSON 里不能写注释；请删去，或改用 jiedu-lint.config.yaml，那里的注释以 # 开头',
    en: 'JSON has no comments; delete it, or use jiedu-lint.config.yaml, where comments begin with #' },
  fullWidthMark: { 'zh-CN': '这里是中文标点；JSON 的引号、冒号、逗号要用英文的',
    en: 'This mark is full-width; JSON takes the quotes, colons and commas of English' },
  unquoted: { 'zh-CN': 'JSON 的字符串要加双引号',
    en: 'Strings in JSON stand in double quotes' },
  noAnchors: { 'zh-CN': '不支持 YAML 的锚点和引用（& 和 *）；请把内容直接写在这里，以 * 开头的通配符要加引号',
    en: 'YAML anchors and aliases (& and *) are not supported; write the value out, and quote a glob that begins with *' },
  noTags: { 'zh-CN': '不支持 YAML 的标签（!）；请直接写值，以 ! 开头的通配符要加引号',
    en: 'YAML tags (!) are not supported; write the plain value, and quote a glob that begins with !' },
  tooLarge: { 'zh-CN': `文件太大，最多读 ${MAX_TEXT / 1024} KB；请确认这是配置文件`,
    en: `The file is too large, ${MAX_TEXT / 1024} KB are read at most; make sure it is a config` },
  tooDeep: { 'zh-CN': `这里嵌套超过 ${MAX_DEPTH} 层；请减少嵌套`,
    en: `Nested more than ${MAX_DEPTH} levels deep here; flatten it` },
  fullWidthColon: (key: string) => ({ 'zh-CN': `“${key}”后面是中文冒号；请改为英文冒号加空格“: ”`,
    en: `"${key}" is followed by a full-width colon; write ": " instead` }),
  duplicate: { 'zh-CN': '同一个键写了两次；请删去一个',
    en: 'The same key stands here twice; delete one' },
  tab: { 'zh-CN': '缩进用了制表符；请改用空格',
    en: 'A tab is used to indent; use spaces' },
  indent: { 'zh-CN': '缩进不对，或者括号没有配对；请与上面一行对齐',
    en: 'The indentation is off or a bracket is not closed; align it with the line above' },
  unclosed: { 'zh-CN': '少了引号或括号；请补上',
    en: 'A quote or bracket is missing; add it' },
  twoColons: { 'zh-CN': '一行里有两个键；请另起一行，或给值加引号',
    en: 'Two keys in one line; start a new line, or quote the value' },
  twoDocuments: { 'zh-CN': '文件里用 --- 分成了几份；只能有一份',
    en: 'The file holds several documents parted by ---; only one is allowed' },
} as const;

/** What the rest of a text is that is no JSON. */
function notJson(rest: string): Localized {
  const next = rest.trimStart();
  if (/^\/[/*]/.test(next)) return SAID.noComments;
  if (/^[：，“”]/.test(next)) return SAID.fullWidthMark;
  return next === '' ? SAID.unclosed : SAID.syntaxOfJson;
}

/** The codes of `yaml` that people meet. */
const SYNTAX: Readonly<Record<string, Localized>> = {
  BAD_ALIAS: SAID.noAnchors,
  ALIAS_PROPS: SAID.noAnchors,
  MULTIPLE_ANCHORS: SAID.noAnchors,
  TAG_RESOLVE_FAILED: SAID.noTags,
  MULTIPLE_TAGS: SAID.noTags,
  DUPLICATE_KEY: SAID.duplicate,
  TAB_AS_INDENT: SAID.tab,
  BAD_INDENT: SAID.indent,
  MISSING_CHAR: SAID.unclosed,
  BLOCK_AS_IMPLICIT_KEY: SAID.twoColons,
  MULTILINE_IMPLICIT_KEY: SAID.twoColons,
  MULTIPLE_DOCS: SAID.twoDocuments,
};
