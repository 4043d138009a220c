import { entryAt, repeatedIn } from '../../../src/document/front-matter.js';
import { keyMeant } from '../../../src/document/mistyped-key.js';
import { type SchemaProblem, schemaProblems } from '../../../src/document/schema-errors.js';
import { keyOf, keysKnownAt } from '../../../src/document/vocabulary.js';
import { frontMatter as validators } from '../../../src/generated/validators.js';
import { MOST_HINTS } from '../../../src/language/suggest.js';
import { defineRule, optionSchema } from '../../rule.js';
import { blockData, dataOf, unknown } from './data.js';
import { GUESSED, guessesIn, isGuessed, UNKNOWN_KIND } from './guesses.js';
import { BLOCK_MESSAGES, VALUE_MESSAGES } from './messages.js';
import { isOfSite } from './site-keys.js';

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
  schema: optionSchema({
    unknownKeys: {
      enum: ['typos', 'error'],
      title: 'Unknown keys: `typos` reports those that look like a key of ours, misspelt; `error` reports all',
      description: '词表以外的键：`typos` 只报像是写错的，`error` 全部报告',
    },
  }),
  defaults: { unknownKeys: 'typos' },
  messages: { ...BLOCK_MESSAGES, ...VALUE_MESSAGES, guessed: GUESSED, unknownKind: UNKNOWN_KIND },
  judgesConverted: true,
  check({ document, options, report, notApplicable }) {
    const { frontMatter, kind, origin, titleRange } = document;
    if (origin) {
      if (kind === null) report({ messageId: 'unknownKind', at: titleRange });
      else notApplicable();
      return;
    }
    const areTypos = options.unknownKeys === 'typos';
    for (const { id, range, data } of frontMatter.problems) report({ messageId: id, at: range, data: blockData(data) });
    if (frontMatter.problems.length > 0) return;
    for (const { key, keyRange, writtenKey } of frontMatter.entries) {
      const near = keyOf(key) ? undefined : keyMeant(writtenKey, kind);
      if (near || (!areTypos && !keyOf(key)))
        report({ messageId: 'unknownKey', at: keyRange, data: unknown(writtenKey, near) });
    }
    for (const { keyRange, writtenKey } of repeatedIn(frontMatter.entries))
      report({ messageId: 'repeatedKey', at: keyRange, evidence: writtenKey, data: { key: writtenKey } });
    const validate = validators[kind ?? 'unknown'];
    for (const guess of guessesIn(document)) report(guess);
    if (validate(frontMatter.data)) return;
    const problems = schemaProblems(validate.errors, keysKnownAt, frontMatter.data);
    for (const [index, problem] of problems.entries()) {
      if (isGuessed(problem, document) || (areTypos && isOfSite(problem, document))) continue;
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
