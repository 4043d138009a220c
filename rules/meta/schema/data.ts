import type { Problem } from '../../../src/document/front-matter.js';
import { lineToPaste } from '../../../src/document/key-names.js';
import type { SchemaProblem } from '../../../src/document/schema-errors.js';
import { FORMS, KEYS, KIND_NAMES, kindName } from '../../../src/document/vocabulary.js';
import { suggest } from '../../../src/language/suggest.js';
import type { Localized } from '../../rule.js';

const ROWS = KEYS.flatMap((row) => [row, ...(row.keys ?? [])]);

const TYPES: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  string: ['一段文字（数字要加引号）', 'a text (a number in quotation marks)'],
  date: ['日期，例如 2024-03-01', 'a date, for instance 2024-03-01'],
  array: ['列表，例如 [甲, 乙]', 'a list, for instance [a, b]'],
  boolean: ['是或否（true / false）', 'true or false'],
};

const PARTED: Localized = { 'zh-CN': '请用半角逗号分开，例如 [甲, 乙]', en: 'Part them with plain commas: [a, b]' };

/** The words for a key there is not. @param near the key most likely meant */
export function unknown(key: string, near = ''): Record<string, string | Localized> {
  return { key, near, hint: hintFor(near, []) };
}

/** The words that a problem's message needs, and the name most likely meant, for editors to put in its place. */
export function dataOf(problem: SchemaProblem, key: string, isHinted: boolean): Record<string, string | Localized> {
  const { expected, found, path, type } = problem;
  const name = type === 'missing-key' ? problem.name : path.findLast((step) => typeof step === 'string');
  const row = ROWS.find((candidate) => candidate.key === name);
  const names = ROWS.filter((candidate) => expected.includes(candidate.key)).map(({ chinese }) => chinese);
  const isKind = name === 'kind' && type === 'not-one-of';
  const [meant, known] = isKind ? [String(found), KIND_NAMES] : [key, names];
  const isNamed = isHinted && (isKind || type === 'unknown-key');
  const near = problem.suggestion ?? (isNamed ? suggest(meant, known) : '') ?? '';
  const isSeveral = typeof path.at(-1) === 'number' && /[、，；]/.test(String(found));
  const types =
    row?.keys && type === 'wrong-type'
      ? [Object.values(lineToPaste(row.key)).map((line) => `\`${line}\``)]
      : expected.map((one) => TYPES[row?.type === 'date' ? 'date' : one] ?? [one, one]);
  return {
    key,
    chinese: row?.chinese ?? key,
    value: holdsMap(found) ? '' : String(found),
    near,
    hint: isSeveral ? PARTED : hintFor(near, expected, expected.map(isKind ? (kind) => kindName(kind) : inMapOf(path))),
    expected: {
      'zh-CN': types.map(([chinese]) => chinese).join('或'),
      en: types.map(([, english]) => english).join(' or '),
    },
  };
}

/** What keeps a block from being read, with the parser's codes as people say them. */
export function blockData({ code, ...data }: Problem['data']): Record<string, string | number | Localized> {
  if (code === undefined) return data;
  return { ...data, code: { 'zh-CN': CODES[String(code)] ?? '写法有误', en: String(code) } };
}

const CODES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '键重复',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '用制表符缩进',
  MISSING_CHAR: '缺冒号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '这一行没有冒号，或冒号后面没有空格',
  UNEXPECTED_TOKEN: '引号或括号后面还有字，整项要加一对引号',
  BAD_DQ_ESCAPE: '双引号里有反斜杠，请改用单引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或缩进不对',
  BAD_SCALAR_START: '值以 @、%、` 之类的符号开头，要加引号',
};

/** What is inside maps is no word of the finding: a map that lacks a key is all of the front matter. */
function holdsMap(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsMap) : typeof value === 'object' && value !== null;
}

/** Names a key of the map that a path leads into in both languages, of which a message keeps the file's. */
function inMapOf(path: SchemaProblem['path']): (key: string) => string {
  const map = path.slice(0, -1).findLast((step) => typeof step === 'string');
  const keys = KEYS.find(({ key }) => key === map)?.keys ?? [];
  return (key) => {
    const chinese = keys.find((one) => one.key === key)?.chinese;
    return chinese ? `${key}（${chinese}）` : key;
  };
}

function hintFor(near: string, expected: readonly string[], chinese = expected): Localized {
  if (near) return { 'zh-CN': `是不是想写“${near}”？`, en: `Did you mean "${near}"?` };
  if (expected.length > 0 && expected.length <= FORMS.length)
    return { 'zh-CN': `可以写：${chinese.join('、')}`, en: `Write one of: ${expected.join(', ')}` };
  return { 'zh-CN': '请删去，或对照元数据词表改正', en: 'Remove it, or check the vocabulary' };
}
