import { entryAt } from '../../../src/document/front-matter.js';
import { FRONT_MATTER_SCHEMA } from '../../../src/document/front-matter-schema.js';
import { keyMeant } from '../../../src/document/mistyped-key.js';
import { type SchemaProblem, schemaProblems } from '../../../src/document/schema-errors.js';
import { KEYS, keyOf } from '../../../src/document/vocabulary.js';
import { frontMatter as validators } from '../../../src/generated/validators.js';
import { MOST_HINTS, suggest } from '../../../src/language/suggest.js';
import { defineRule, type Localized } from '../../rule.js';
import { guessesIn } from './guesses.js';
import { BLOCK_MESSAGES, VALUE_MESSAGES } from './messages.js';

/** How a problem of the schema is called among the rule's messages. */
const MESSAGE_IDS: Readonly<Record<SchemaProblem['type'], string>> = {
  'unknown-key': 'unknownKey',
  'misplaced-key': 'misplacedKey',
  'missing-key': 'missingKey',
  empty: 'emptyValue',
  'wrong-type': 'wrongType',
  'not-one-of': 'notOneOf',
  'wrong-form': 'wrongForm',
};

interface Options {
  readonly unknownKeys: 'typos' | 'error';
}

export const schema = defineRule<Options>({
  id: 'meta/schema',
  kinds: 'any',
  demand: {
    'zh-CN': '文首元数据写法正确，该有的项目齐全，键名没有写错，取值在词表之内',
    en: 'The front matter can be read, holds the keys it must, none of them misspelt, and no unknown values',
  },
  severity: 'error',
  schema: {
    type: 'object',
    properties: {
      unknownKeys: {
        enum: ['typos', 'error'],
        title: 'Unknown keys: `typos` reports those that look like a key of ours, misspelt; `error` reports all',
        description: '词表以外的键：`typos` 只报像是写错的，`error` 全部报告',
      },
    },
    additionalProperties: false,
  },
  defaults: { unknownKeys: 'typos' },
  messages: { ...BLOCK_MESSAGES, ...VALUE_MESSAGES },
  check({ document, options, report }) {
    const { frontMatter, kind } = document;
    for (const { id, range, data } of frontMatter.problems) report({ messageId: id, at: range, data });
    if (frontMatter.problems.length > 0) return;
    const seen = new Set<string>();
    for (const { key, keyRange, writtenKey } of frontMatter.entries) {
      const near = keyOf(key) ? undefined : keyMeant(writtenKey, kind);
      if (near || (options.unknownKeys === 'error' && !keyOf(key)))
        report({ messageId: 'unknownKey', at: keyRange, data: unknown(writtenKey, near) });
      if (seen.has(key))
        report({ messageId: 'repeatedKey', at: keyRange, evidence: writtenKey, data: { key: writtenKey } });
      seen.add(key);
    }
    const validate = validators[kind ?? 'unknown'];
    for (const guess of guessesIn(document)) report(guess);
    if (validate(frontMatter.data)) return;
    const problems = schemaProblems(validate.errors, FRONT_MATTER_SCHEMA, frontMatter.data);
    for (const [index, problem] of problems.entries()) {
      if (document.guessed.includes(String(problem.path[0]))) continue;
      const found = entryAt(frontMatter.entries, problem.path);
      const isKey =
        problem.type === 'unknown-key' ||
        problem.type === 'misplaced-key' ||
        (found?.node.type === 'scalar' && found.node.value === null);
      const at = found
        ? isKey
          ? found.entry.keyRange
          : found.node.range
        : { start: 0, end: frontMatter.range.end && 3 };
      const data = dataOf(problem, found?.entry.writtenKey ?? problem.name, index < MOST_HINTS);
      report({ messageId: MESSAGE_IDS[problem.type], at, data });
    }
  },
});

const ROWS = KEYS.flatMap((row) => [row, ...(row.keys ?? [])]);

const TYPES: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  string: ['一段文字', 'a text'],
  array: ['列表，例如 [甲, 乙]', 'a list, for instance [a, b]'],
  object: ['若干“键: 值”', 'keys with values'],
  boolean: ['是或否（true / false）', 'true or false'],
};

function unknown(key: string, near = ''): Record<string, string | Localized> {
  return { key, near, hint: hintFor(near, []) };
}

/** The words that a problem's message needs, and the name most likely meant, for editors to put in its place. */
function dataOf(problem: SchemaProblem, key: string, isHinted: boolean): Record<string, string | Localized> {
  const row = ROWS.find((candidate) => candidate.key === problem.name);
  const names = ROWS.filter((candidate) => problem.expected.includes(candidate.key)).map(({ chinese }) => chinese);
  const near = problem.suggestion ?? (isHinted && problem.type === 'unknown-key' ? suggest(key, names) : '') ?? '';
  const types = problem.expected.map((type) => TYPES[type] ?? [type, type]);
  return {
    key,
    chinese: row?.chinese ?? key,
    value: String(problem.found),
    near,
    hint: hintFor(near, problem.expected),
    expected: {
      'zh-CN': types.map(([chinese]) => chinese).join('或'),
      en: types.map(([, english]) => english).join(' or '),
    },
  };
}

function hintFor(near: string, expected: readonly string[]): Localized {
  if (near) return { 'zh-CN': `是不是想写“${near}”？`, en: `Did you mean "${near}"` };
  if (expected.length > 0 && expected.length <= 8)
    return { 'zh-CN': `可以写：${expected.join('、')}`, en: `Write one of: ${expected.join(', ')}` };
  return { 'zh-CN': '请删去，或对照元数据词表改正', en: 'Remove it, or check the vocabulary' };
}
