import type { EngineOptions, SuppressionOptions } from './options.js';

const TEXT = { type: 'string' };
const SWITCH = { type: 'boolean' };
const TEXTS = { type: 'array', items: TEXT };

const SUPPRESSIONS: Schemas<SuppressionOptions> = {
  ...{ location: TEXT, add: { type: ['string', 'array'] }, prune: SWITCH, passOnUnpruned: SWITCH },
};

/** What the options of an engine may be: a mistyped one would change what is checked, and nobody would know. */
export const OPTIONS_SCHEMA = {
  $id: 'engine-options',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...{ cwd: TEXT, config: TEXT, configLookup: SWITCH, presets: TEXTS, rules: { type: ['object', 'array'] } },
    ...{ plugins: SWITCH, locale: { enum: ['zh-CN', 'en'] }, ignore: SWITCH, ignorePatterns: TEXTS },
    ...{ inlineConfig: SWITCH, unusedDirectives: { enum: ['off', 'warn', 'error'] }, frames: SWITCH, stats: SWITCH },
    ...{ fix: { enum: ['show', 'write'] }, fixTypes: TEXTS, quiet: SWITCH, cache: SWITCH, cacheLocation: TEXT },
    concurrency: { type: ['integer', 'string'] },
    suppressions: { type: 'object', additionalProperties: false, properties: SUPPRESSIONS },
  } satisfies Schemas<EngineOptions>,
};

type Schemas<Options> = Readonly<Record<keyof Options, object>>;
