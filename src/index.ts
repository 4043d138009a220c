/** The public API: linting from a program, and what plugins are written and tested with. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { CLAUSE_TABLE } from '../rules/clauses.js';
import { rules as shipped } from '../rules/index.js';
import { say } from './cli/words.js';
import { cacheHome } from './engine/cache-home.js';
import { checkOptions } from './engine/check-options.js';
import { Engine as BareEngine } from './engine/engine.js';
import type { EngineOptions } from './engine/options.js';
import { moduleImporter } from './engine/plugin-modules.js';
import { EngineError, type Note } from './engine/problems.js';
import { sorted, unreadResults } from './engine/unlinted.js';
import { displayPath, sourcePath } from './files/display.js';
import { slashed } from './files/ignore.js';
import { conversionFor } from './import/conversion.js';
import type { Locale } from './language/locale.js';
import type { FileResult } from './lint/result.js';
import { ruleInfo } from './reference/rule-info.js';
import { formatted, PLAIN } from './report/format.js';
import { formatters } from './report/index.js';

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
export type { Facts } from './archive/facts.js';
export type { ArchiveIndex } from './archive/index.js';
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
export type { Outcome, Watching } from './engine/engine.js';
export type { FilesFound } from './engine/find.js';
export type { EngineOptions, RuleEntry, SuppressionOptions } from './engine/options.js';
export { EngineError as LintError, type Note } from './engine/problems.js';
export type { Locale } from './language/locale.js';
export type { Inspected, Inspection } from './lint/inspection.js';
export type { FileResult, Message } from './lint/result.js';
export {
  type ExpectedFinding,
  type InvalidCase,
  RuleTester,
  type RuleTests,
  type TestFunctions,
  type ValidCase,
} from './rule-tester/rule-tester.js';

type Asked = 'cwd' | 'config' | 'configLookup' | 'presets' | 'rules' | 'plugins' | 'locale';

export interface LintOptions extends Pick<EngineOptions, Asked> {
  /** Apply fixes: `output` of a result holds the text as they left it. No file is written. */
  readonly fix?: boolean;
  /** Told what the command line would say on standard error, such as plugins that were left out. */
  readonly onNote?: (note: string) => void;
}

export interface LintTextOptions extends LintOptions {
  /** The file the text stands for: it decides config, archive and what relative links mean. `document.md` where absent. */
  readonly path?: string;
}

export interface LintFilesOptions extends LintOptions, Pick<EngineOptions, 'ignore' | 'ignorePatterns'> {
  /** False: a pattern without files is no error. */
  readonly errorOnUnmatchedPattern?: boolean;
}

export interface FormatOptions {
  /** The folder that paths are shown relative to; the process's own where absent. */
  readonly cwd?: string;
  readonly locale?: Locale;
}

/** Linting as the command line does it: with one configuration, files to find, a cache and a file of suppressions where they are asked for. */
export class Engine extends BareEngine {
  /**
   * @param options with `onNote`, told what the command line would say on standard error
   * @throws LintError for options there are not, and values that cannot be
   */
  constructor({ onNote, ...options }: EngineOptions & { readonly onNote?: (note: Note) => void } = {}) {
    checkOptions(options);
    super(options, {
      importModule: moduleImporter((url) => import(url)),
      conversion: conversionFor(undefined),
      program: { version: manifest.version, bundle: fileURLToPath(import.meta.url), runtime: process.versions.node },
      cacheHome: cacheHome(process.env, process.platform, homedir()),
      ...{ say, onNote },
    });
  }
}

/**
 * Lints a text as the file at `path` would be, the files its links lead to included.
 * @param text decoded; a BOM does not count
 * @throws LintError for mistakes in options and configs, with file, line and column
 */
export async function lintText(text: string, { path, ...options }: LintTextOptions = {}): Promise<FileResult> {
  const { results } = await engineFor(options).lintText(text, path);
  return results[0] as FileResult;
}

/**
 * Lints files, folders and globs, and the links among them.
 * @param patterns relative to `cwd`; none: what the config's `paths` say, else `cwd`
 * @returns one result a file, sorted by path; what cannot be read has a fatal finding. Files that no pattern names in full and that are
 * no papers (a README) have none
 * @throws LintError for mistakes in options and configs, and for patterns without files
 */
export async function lintFiles(
  patterns: string | readonly string[],
  { errorOnUnmatchedPattern = true, ...options }: LintFilesOptions = {},
): Promise<FileResult[]> {
  const engine = engineFor(options);
  const found = await engine.find([patterns].flat());
  const { paths, problems } = found;
  const unread = unreadResults(problems, engine.configuration.locale);
  const unmatched = problems.filter(({ path }) => !unread.some(({ filePath }) => filePath === slashed(path ?? '')));
  const files = unmatched.map(({ pattern, path }) => path ?? pattern);
  if (files.length > 0 && errorOnUnmatchedPattern)
    throw new EngineError('noFiles', { files }, say('noFiles', engine.configuration.locale, { files }));
  const { results } = await engine.lint(paths, { found, resultsOnly: true });
  return unread.length === 0 ? [...results] : sorted([...results, ...unread]);
}

function engineFor({ fix, onNote, ...options }: Omit<LintFilesOptions, 'errorOnUnmatchedPattern'>): Engine {
  return new Engine({
    ...options,
    fix: fix ? 'show' : undefined,
    ...(onNote && { onNote: ({ message }) => onNote(message) }),
  });
}

/** The names that `format` takes. */
export const formats: readonly string[] = [...formatters.keys()];

/**
 * Results as one text, without colours, ending in a line break unless it is empty.
 * @param name one of `formats`
 * @throws Error for another name, LintError for options there are not
 */
export function format(results: readonly FileResult[], name: string, options: FormatOptions = {}): Promise<string> {
  checkOptions(options);
  const { locale = 'zh-CN' } = options;
  const cwd = resolve(options.cwd ?? '');
  return formatted(results, name, {
    ...{ locale, version: manifest.version, paint: PLAIN, frame: false },
    displayPath: displayPath(cwd),
    sourcePath: sourcePath(cwd),
    ruleInfo: ruleInfo(shipped, CLAUSE_TABLE, locale),
  });
}
