/** The public API: linting from a program, and what plugins are written and tested with. */
export { CLAUSE_TABLE as clauses, type Clause, type ClauseTable } from '../rules/clauses.js';
export { rules } from '../rules/index.js';
export type { Demand, Preset } from '../rules/preset.js';
export { PRESETS as presets } from '../rules/presets/index.js';
export {
  type ArchiveContext,
  type DocumentContext,
  defineRule,
  type Fix,
  type Localized,
  type MessageTemplate,
  type Report,
  type Rule,
  type RuleWithoutOptions,
  type Severity,
} from '../rules/rule.js';
export { type FormatOptions, format, formats } from './api/format.js';
export {
  type LintFilesOptions,
  type LintOptions,
  type LintTextOptions,
  lintFiles,
  lintText,
  type RuleEntry,
} from './api/lint.js';
export {
  type ExpectedFinding,
  type InvalidCase,
  RuleTester,
  type RuleTests,
  type TestFunctions,
  type ValidCase,
} from './api/rule-tester.js';
export type { Facts } from './archive/facts.js';
export type { ArchiveIndex } from './archive/index.js';
export { UserError as LintError } from './cli/io.js';
export type { Plugin } from './config/plugin.js';
export type { Document, Kind, Link, Section, Sentence, Unit } from './document/document.js';
export type { MappedText } from './document/mapped-text.js';
export { type ParseOptions, parseDocument } from './document/parse.js';
export { lineStartsOf, type Place, placeOf, type Range } from './document/range.js';
export { loadTreeParser } from './document/tree.js';
export {
  detectElements,
  type ElementFinding,
  type ElementFindings,
  type ElementId,
  type Status,
} from './elements/detect.js';
export type { Locale } from './language/locale.js';
export type { FileResult, Message } from './lint/result.js';
