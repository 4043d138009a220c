import { KIND_NAMES } from '../document/vocabulary.js';
import type { JsonSchema } from './stricter.js';

const text: JsonSchema = { type: 'string', pattern: '\\S' };
const terms: JsonSchema = { type: ['string', 'array'], minLength: 1, minItems: 1, items: { ...text, type: 'string' } };

/** What a rule looks for and says. */
const demands: Readonly<Record<string, JsonSchema>> = {
  forbid: { ...terms, description: '不能出现的词语' },
  require: { ...terms, description: '应当出现的词语，有其中一个即可' },
  forbidSection: { ...terms, description: '不能有的标题' },
  requireSection: { ...terms, description: '应当有的标题，有其中一个即可' },
  except: { ...terms, description: '含有 forbid 的词语但可以写的说法' },
  in: { type: 'string', pattern: '^(?:text|title|body|section:.*\\S.*)$' },
  message: text,
  todo: text,
};

/** The form of a list of rules of data. @param id the pattern of their names */
const rulesOfData = (id: string, more: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: ['array', 'null'],
  items: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', pattern: id }, ...demands, ...more },
    additionalProperties: false,
  },
});

/** The form of `dataRules` in a config. What goes with what is checked in `dataRuleProblems`. */
export const DATA_RULES_SCHEMA = rulesOfData('^local/[a-z0-9〇々㐀-鿿-]{1,60}$', {
  kinds: { type: ['string', 'array'], items: { type: 'string', enum: KIND_NAMES } },
  severity: { enum: ['warn', 'error'] },
  clauses: { type: ['string', 'array'], items: { type: 'string' } },
});

/** The form of `dataRules` in a preset: kinds, severity and clauses are those of the clauses that name the rule. */
export const PRESET_DATA_RULES_SCHEMA = rulesOfData('^[a-z0-9][a-z0-9-]{1,60}/[a-z0-9〇々㐀-鿿-]{1,60}$', {});
