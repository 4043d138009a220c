import path from 'node:path';
import type { Severity } from '../../rules/rule.js';
import { lineStartsOf, placeOf } from '../document/range.js';
import { nameOf, type Path, sayProblem, schemaProblems, withChoice } from '../document/schema-errors.js';
import { kindOf } from '../document/vocabulary.js';
import { config as validateConfig } from '../generated/validators.js';
import type { Locale, Localized } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import type { Archive, Config, ConfigProblem, Override, RuleSetting, RuleSettings } from './config.js';
import type { Known } from './known.js';
import { CONFIG_SCHEMA } from './schema.js';
import { readYamlSource, type YamlSource } from './yaml-source.js';

/**
 * Reads a config file's text, YAML or JSON. Pure.
 * @param text decoded, without BOM
 * @param file absolute path of the file: paths and globs in it are relative to its folder
 * @returns the config, or null and every problem found, each with its place
 */
export function parseConfig(
  text: string,
  file: string,
  known: Known,
): { config: Config | null; problems: ConfigProblem[] } {
  const lineStarts = lineStartsOf(text);
  const problemAt = (range: { start: number; end: number }, message: Localized): ConfigProblem => {
    const { line, column } = placeOf(lineStarts, range);
    return { file, line, column, message };
  };
  const read = readYamlSource(text);
  if ('problem' in read) return { config: null, problems: [problemAt(read.problem.range, read.problem.message)] };
  const { source } = read;
  const data = source.value ?? {};
  const found = validateConfig(data) ? nameProblems(data as Written, known) : formProblems(data);
  if (found.length > 0)
    return {
      config: null,
      problems: found.map(({ path: at, part, message }) => problemAt(source.rangeOf(at, part), message)),
    };
  return { config: configOf(data as Written, slashed(file)), problems: [] };
}

/** A config as written, once its form is known to be right. */
interface Written {
  readonly extends?: string | readonly string[] | null;
  readonly rules?: WrittenRules;
  readonly overrides?: readonly WrittenOverride[] | null;
  readonly ignores?: readonly string[] | null;
  readonly archive?: { readonly root?: string | null; readonly baseUrl?: string | readonly string[] | null } | null;
  readonly locale?: Locale;
  readonly paths?: readonly string[] | null;
}

interface WrittenOverride {
  readonly files: string | readonly string[];
  readonly excludedFiles?: string | readonly string[];
  readonly kind?: string;
  readonly rules?: WrittenRules;
}

type WrittenSeverity = Severity | 0 | 1 | 2;
type WrittenSetting = WrittenSeverity | readonly [WrittenSeverity, Readonly<Record<string, unknown>>?];
export type WrittenRules = Readonly<Record<string, WrittenSetting>> | null;

/** A problem at a place in the data. */
export interface FoundProblem {
  readonly path: Path;
  readonly part: Parameters<YamlSource['rangeOf']>[1];
  readonly message: Localized;
}

function formProblems(data: unknown): FoundProblem[] {
  return schemaProblems(validateConfig.errors, CONFIG_SCHEMA, data).map((problem) => ({
    path: problem.path,
    part: problem.type === 'unknown-key' ? 'key' : 'value',
    message: problem.path.length === 0 && problem.type === 'wrong-type' ? notAMap : sayProblem(problem),
  }));
}

const notAMap: Localized = {
  'zh-CN': '配置文件应当由“键: 值”组成，例如“extends: recommended”',
  en: 'A config is made of keys with values, such as "extends: recommended"',
};

function nameProblems(data: Written, known: Known): FoundProblem[] {
  const presets = presetProblems(data.extends ?? [], ['extends'], known);
  const overrides = (data.overrides ?? []).flatMap(({ rules }, i) =>
    ruleProblems(rules, ['overrides', i, 'rules'], known),
  );
  return [...presets, ...ruleProblems(data.rules, ['rules'], known), ...overrides];
}

/** Names of presets that are not known. */
export function presetProblems(names: string | readonly string[], at: Path, known: Known): FoundProblem[] {
  return [names].flat().flatMap((name, i) => {
    if (known.presets.has(name)) return [];
    const message = withChoice(suggest(name, known.presets.keys()), [...known.presets.keys()], {
      'zh-CN': `没有“${name}”这套预设`,
      en: `There is no preset "${name}"`,
    });
    return [{ path: typeof names === 'string' ? at : [...at, i], part: 'value' as const, message }];
  });
}

/** Rules that are not known, and options that their rule does not take. */
export function ruleProblems(rules: WrittenRules | undefined, at: Path, known: Known): FoundProblem[] {
  return Object.entries(rules ?? {}).flatMap(([id, setting]): FoundProblem[] => {
    const rule = known.rules.get(id);
    if (!rule) {
      const what = { 'zh-CN': `没有“${id}”这条规则`, en: `There is no rule "${id}"` };
      const near = suggest(id, known.rules.keys());
      return [
        {
          path: [...at, id],
          part: 'key',
          message: near === undefined ? unknownRule(what) : withChoice(near, [], what),
        },
      ];
    }
    const options = settingOf(setting).options;
    if (options === undefined || rule.validate(options)) return [];
    return schemaProblems(rule.validate.errors, rule.schema, options).map((problem) => {
      const place = [...at, id, 1, ...problem.path];
      const named = problem.type === 'wrong-type' || problem.type === 'not-one-of' || problem.type === 'wrong-form';
      return {
        path: place,
        part: problem.type === 'unknown-key' ? 'key' : 'value',
        message: sayProblem(named ? { ...problem, name: nameOf(problem.path) || id } : problem),
      };
    });
  });
}

const unknownRule = (what: Localized): Localized => ({
  'zh-CN': `${what['zh-CN']}；规则的名称见 README 的规则表`,
  en: `${what.en}; the table of rules in the README has the names`,
});

/** Settings as the rest of the program reads them. */
export function settingsOf(rules: WrittenRules | undefined): RuleSettings {
  return new Map(Object.entries(rules ?? {}).map(([id, setting]) => [id, settingOf(setting)]));
}

function settingOf(setting: WrittenSetting): RuleSetting {
  const [severity, options] = Array.isArray(setting) ? setting : [setting as WrittenSeverity, undefined];
  const named = typeof severity === 'number' ? (['off', 'warn', 'error'] as const)[severity] : severity;
  return options === undefined ? { severity: named } : { severity: named, options };
}

function configOf(data: Written, file: string): Config {
  const folder = path.posix.dirname(file);
  const archive = data.archive ? archiveOf(data.archive, folder) : undefined;
  return {
    path: file,
    folder,
    extends: [data.extends ?? 'recommended'].flat(),
    rules: settingsOf(data.rules),
    overrides: (data.overrides ?? []).map(overrideOf),
    ignores: data.ignores ?? [],
    ...(archive && { archive }),
    ...(data.locale && { locale: data.locale }),
    paths: data.paths ?? [],
  };
}

function overrideOf({ files, excludedFiles, kind, rules }: WrittenOverride): Override {
  const known = kindOf(kind);
  return {
    files: [files].flat(),
    excludedFiles: [excludedFiles ?? []].flat(),
    ...(known && { kind: known }),
    rules: settingsOf(rules),
  };
}

function archiveOf({ root, baseUrl }: NonNullable<Written['archive']>, folder: string): Archive {
  return {
    root: slashed(path.resolve(folder, root ?? '.')),
    baseUrls: [baseUrl ?? []].flat().map((url) => url.replace(/\/+$/, '')),
  };
}

function slashed(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}
