import matter from 'gray-matter';
import type { FrontMatter, FrontMatterEntry, FrontMatterNode, Problem } from './front-matter.js';
import { LIMITS, type Limits } from './limits.js';
import { readPlainBlock } from './plain-block.js';
import type { Range } from './range.js';
import { englishKey, listOf } from './vocabulary.js';
import { type BlockRead, readYamlBlock } from './yaml-block.js';
import { tooDeepAt } from './yaml-depth.js';

/**
 * Reads the front matter at the start of a text. gray-matter cuts the block off; it never sees a block that asks for another language
 * or is not closed, has only our engine, and (options given) never uses its cache.
 * @returns the front matter and the offset at which the body begins. What is wrong with the block stands in `problems`; nothing is thrown.
 */
export function readFrontMatter(
  text: string,
  { frontMatterSize, frontMatterDepth }: Pick<Limits, 'frontMatterSize' | 'frontMatterDepth'> = LIMITS,
): { frontMatter: FrontMatter; bodyStart: number } {
  const opening = /^---[^\r\n]*/.exec(text)?.[0];
  if (opening === undefined || opening.startsWith('----')) return { frontMatter: none(text), bodyStart: 0 };
  const language = opening.slice(3).trim();
  const close = closingLine(text);
  const bodyStart = close ? close.end : bodyWithoutClose(text, opening.length);
  const range = { start: 0, end: close ? close.end : opening.length };
  const broken = (id: string, at: Range, data: Problem['data'] = {}) => ({
    frontMatter: { status: 'broken' as const, range, entries: [], problems: [{ id, range: at, data }], data: {} },
    bodyStart,
  });
  if (language && !/^ya?ml$/i.test(language))
    return broken('language', { start: 3, end: opening.length }, { language: language.slice(0, 40) });
  if (!close) return broken('unclosed', { start: 0, end: opening.length });
  if (close.written !== '---')
    return broken(
      'closing',
      { start: close.start, end: close.start + close.written.length },
      { line: close.written.slice(0, 40) },
    );
  if (close.end > frontMatterSize)
    return broken('tooLarge', { start: 0, end: opening.length }, { size: close.end, limit: frontMatterSize });
  const { yaml, yamlStart, body } = cut(text.slice(0, close.end));
  const deep = tooDeepAt(yaml, frontMatterDepth);
  if (deep >= 0)
    return broken('tooDeep', { start: yamlStart + deep, end: yamlStart + deep + 1 }, { limit: frontMatterDepth });
  const read = readBlock(yaml, yamlStart);
  if ('problem' in read) return { ...broken(read.problem.id, read.problem.range, read.problem.data), bodyStart: body };
  return {
    frontMatter: { status: 'ok', range, entries: read.entries, problems: [], data: dataOf(read.entries) },
    bodyStart: body,
  };
}

function none(text: string): FrontMatter {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  const late = lead > 0 && /^---[ \t]*(?:\r\n?|\n)[^\r\n]{1,60}[:：]/.test(text.slice(lead, lead + 200));
  const [, opening, key = ''] = OTHER_OPENING.exec(text) ?? /^()(kind|类型|類型)[ \t]{0,9}[:：]/.exec(text) ?? [];
  const range = englishKey(key) ? rangeOf(opening) : late ? rangeOf('---', lead) : null;
  const problems = range ? [{ id: 'notFirst', range, data: {} }] : [];
  return { status: 'none', range: { start: 0, end: 0 }, entries: [], problems, data: {} };
}

function rangeOf(written = '', start = 0): Range {
  return { start, end: start + written.length };
}

/** What word processors make of `---`, and other generators write, above a key of ours. */
const OTHER_OPENING =
  /^(-{4,40}|[—–－]{1,6}|\+{3}|;{3}|`{3}ya?ml|\{)[ \t]{0,9}(?:\r\n?|\n)[ \t]{0,9}"?([^\s:：="]{1,40})"?[ \t]{0,9}[:：=]/;

/** The first line after the opening one that begins with `---`: gray-matter closes the block there, whatever follows. */
function closingLine(text: string): { start: number; end: number; written: string } | null {
  const closing = /[\r\n]---/g;
  closing.lastIndex = 3;
  const at = closing.exec(text)?.index ?? -1;
  if (at < 0) return null;
  const start = at + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const end = start + line.length;
  const lineEnd = /^(?:\r\n|\r|\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + lineEnd, written: line.trimEnd() };
}

/** A block that is never closed ends at the first blank line or heading, so that the rest is still read. */
function bodyWithoutClose(text: string, from: number): number {
  const at = text.slice(from).search(/(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n#]/);
  return at < 0 ? from : from + at;
}

/** @param text up to the end of the closing line: what follows need not be copied */
function cut(text: string): { yaml: string; yamlStart: number; body: number } {
  let yaml = '';
  // A lone CR ends a line to us and to Markdown, but not to gray-matter: LF in its place keeps every offset.
  const plain = text.replace(/\r(?!\n)/g, '\n');
  const file = matter(plain, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: (block: string) => {
          // The line feed of a CRLF goes with the closing line, and would leave its CR in the last value.
          yaml = block.replace(/\r$/, '');
          return {};
        },
        stringify: () => '',
      },
    },
  });
  return { yaml, yamlStart: plain.indexOf(yaml, 3), body: text.length - file.content.length };
}

function readBlock(yaml: string, base: number): BlockRead {
  const colon = wrongColon(yaml);
  if (!colon) return readPlainBlock(yaml, base) ?? readYamlBlock(yaml, base);
  const { id, at, key } = colon;
  return { problem: { id, range: { start: base + at, end: base + at + 1 }, data: { key } } };
}

/** Neither 标题：… with the full-width colon of an input method nor 标题:… without a blank behind it makes a YAML key. */
function wrongColon(yaml: string): { id: string; at: number; key: string } | null {
  let at = 0;
  for (const line of yaml.split('\n')) {
    const [, key = '', colon] = /^([^\s#:："'[{-][^:："'\n]{0,30})(：|:(?=[^ \t\r]))/.exec(line) ?? [];
    if (englishKey(key.trim()))
      return { id: colon === '：' ? 'fullWidthColon' : 'noBlank', at: at + key.length, key: key.trim() };
    at += line.length + 1;
  }
  return null;
}

function dataOf(entries: readonly FrontMatterEntry[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  // Of two entries under one key the first counts.
  for (const { key, node } of [...entries].reverse()) data[key] = listOf(key, plain(node));
  return data;
}

function plain(node: FrontMatterNode): unknown {
  if (node.type === 'scalar') return node.value;
  return node.type === 'list' ? node.items.map(plain) : dataOf(node.entries);
}
