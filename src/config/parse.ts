import path from 'node:path';
import type { Severity } from '../../rules/rule.js';
import type { Limits } from '../document/limits.js';
import { type Path, type SchemaProblem, sayProblem } from '../document/schema-errors.js';
import { kindOf } from '../document/vocabulary.js';
import { withSlashes } from '../files/glob.js';
import { isCostlyGlob } from '../files/glob-cost.js';
import { slashed } from '../files/ignore.js';
import { config as validateConfig } from '../generated/validators.js';
import type { Locale, Localized } from '../language/locale.js';
import { beyond, type IsBeyond } from './bound.js';
import type { Archive, Config, ConfigProblem, Override, RuleSetting, RuleSettings } from './config.js';
import { DATA_RULES, dataRuleForm, dataRuleProblems, type WrittenDataRule, withDataRules } from './data-rules.js';
import type { Known } from './known.js';
import { isToBeRead, type PresetFile, presetName } from './preset-file.js';
import { type FoundProblem, formProblems, presetProblems, ruleProblem } from './problems.js';
import { CONFIG_SCHEMA } from './schema.js';
import { readYamlSource, type YamlSource } from './yaml-source.js';

/**
 * Reads a config file's text, YAML or JSON. Pure.
 * @param text decoded, without BOM
 * @param file absolute path of the file: paths and globs in it are relative to its folder
 * @param known with what the plugins bring that the config names
 * @param readPresets reads the presets that are files, whose rules and clauses the config may name; without it they are left unread
 * @param isBeyond tells which paths it may not name
 * @returns the config, or null and every problem found, each with its place; and what is known with these presets and the rules it
 * makes of data
 */
export function parseConfig(
  text: string,
  file: string,
  known: Known,
  readPresets: ReadPresets = (_, unchanged) => ({ known: unchanged, problems: [] }),
  isBeyond: IsBeyond = () => false,
): { config: Config | null; problems: readonly ConfigProblem[]; known: Known } {
  const read = readYamlSource(text, file);
  if ('problem' in read) return { config: null, problems: [read.problem], known };
  const { source } = read;
  const data = source.value ?? {};
  const failed = (found: readonly FoundProblem[]) => ({
    config: null,
    problems: found.map(({ path: at, part, message }) => ({ ...source.placeOf(at, part), message })),
    known,
  });
  if (!validateConfig(data)) return failed(formProblems(validateConfig.errors, CONFIG_SCHEMA, data, messageOf));
  const written = data as Written;
  const config = configOf(written, slashed(file));
  const files = presetFilesIn(written.extends, config.folder, source, known);
  const presets = readPresets(files, withDataRules(known, written.dataRules ?? []));
  const found = [...nameProblems(written, presets.known), ...boundProblems(written, path.dirname(file), isBeyond)];
  // What is wrong in a preset comes first: names that it would bring are not known then.
  if (presets.problems.length > 0) return { config: null, problems: presets.problems, known };
  return found.length > 0 ? failed(found) : { config, problems: [], known: presets.known };
}

/** Reads presets that are files: what is known with them, and what is wrong. */
export type ReadPresets = (
  files: readonly PresetFile[],
  known: Known,
) => { readonly known: Known; readonly problems: readonly ConfigProblem[] };

/** The presets that `extends` names and that are still to be read, with their places. */
export function presetFilesIn(
  names: string | readonly string[] | null | undefined,
  folder: string,
  source: YamlSource,
  known: Known,
): PresetFile[] {
  return [names ?? []].flat().flatMap((name, i) => {
    if (!isToBeRead(name, known)) return [];
    const at = source.placeOf(typeof names === 'string' ? ['extends'] : ['extends', i], 'value');
    return [{ path: presetName(name, folder), at }];
  });
}

/** A config as written, once its form is known to be right. */
interface Written {
  readonly extends?: string | readonly string[] | null;
  readonly rules?: WrittenRules;
  readonly dataRules?: readonly WrittenDataRule[] | null;
  readonly plugins?: string | readonly string[] | null;
  readonly overrides?: readonly WrittenOverride[] | null;
  readonly ignores?: readonly string[] | null;
  readonly archive?: WrittenArchive | null;
  readonly locale?: Locale;
  readonly limits?: Partial<Limits> | null;
  readonly paths?: readonly string[] | null;
}

interface WrittenArchive {
  readonly root?: string | null;
  readonly baseUrl?: string | readonly string[] | null;
  readonly departments?: Readonly<Record<string, string | readonly string[]>> | null;
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

function messageOf(problem: SchemaProblem): Localized {
  if (problem.path.length === 0 && problem.type === 'wrong-type') return SAID.notAMap;
  const isFormOfRule = problem.path[0] === DATA_RULES && problem.type === 'wrong-form';
  return (isFormOfRule && dataRuleForm(problem.path.at(-1), problem.found)) || sayProblem(problem);
}

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  notAMap: { 'zh-CN': '配置文件应当由“键: 值”组成，例如“extends: recommended”',
    en: 'A config is made of keys with values, such as "extends: recommended"' },
  backslashes: (glob: string, meant: string) => ({ 'zh-CN': `“${glob}”里的文件夹要用 / 隔开，请改为“${meant}”`,
    en: `"${glob}" parts folders with \\, where globs part them with /; write "${meant}"` }),
} as const;

function nameProblems(data: Written, known: Known): FoundProblem[] {
  const presets = presetProblems(data.extends ?? [], ['extends'], known);
  const overrides = (data.overrides ?? []).flatMap(({ rules }, i) =>
    ruleProblems(rules, ['overrides', i, 'rules'], known),
  );
  return [
    ...presets,
    ...globProblems(data),
    ...dataRuleProblems(data.dataRules ?? [], known),
    ...ruleProblems(data.rules, ['rules'], known),
    ...overrides,
  ];
}

/** Globs that would take too long on long names, and those that part folders by backslashes: they match nothing. */
function globProblems({ ignores, overrides, paths }: Written): FoundProblem[] {
  const lists = [
    { globs: ignores ?? [], at: ['ignores'] as Path },
    { globs: paths ?? [], at: ['paths'] as Path },
    ...(overrides ?? []).flatMap((override, i) =>
      (['files', 'excludedFiles'] as const).map((key) => ({ globs: override[key] ?? [], at: ['overrides', i, key] })),
    ),
  ];
  return lists.flatMap(({ globs, at }) =>
    [globs].flat().flatMap((glob, i): FoundProblem[] => {
      const meant = withSlashes(glob);
      if (meant === undefined && !isCostlyGlob(glob)) return [];
      const message = meant === undefined ? costlyGlob(glob) : SAID.backslashes(glob, meant);
      return [{ path: typeof globs === 'string' ? at : [...at, i], part: 'value', message }];
    }),
  );
}

function costlyGlob(glob: string): Localized {
  const shown = glob.length > 60 ? `${glob.slice(0, 60)}…` : glob;
  return {
    'zh-CN': `通配式“${shown}”里的 * 或 {} 太多，遇到长文件名要试很久；请少用几个，或者拆成几条写`,
    en: `The glob "${shown}" has too many * or {}: long names would take too long; use fewer, or write several globs`,
  };
}

/** Folders and files that are to be read, and lie where nothing is to be read. */
function boundProblems({ archive, paths }: Written, folder: string, isBeyond: IsBeyond): FoundProblem[] {
  const named = [
    ...(archive?.root ? [{ written: archive.root, at: ['archive', 'root'] }] : []),
    ...(paths ?? []).map((written, i) => ({ written, at: ['paths', i] })),
  ];
  return named
    .filter(({ written }) => isBeyond(path.resolve(folder, written)))
    .map(({ written, at }) => ({ path: at, part: 'value', message: beyond(written) }));
}

/** Rules that are not known, and options that their rule does not take. */
export function ruleProblems(rules: WrittenRules | undefined, at: Path, known: Known): FoundProblem[] {
  return Object.entries(rules ?? {}).flatMap(([id, setting], index) => {
    const places = { id: { path: [...at, id], part: 'key' as const }, options: [...at, id, 1] };
    return ruleProblem(id, settingOf(setting).options, places, known, index);
  });
}

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
    extends: [data.extends ?? 'recommended'].flat().map((name) => presetName(name, folder)),
    ...((data.dataRules ?? []).length > 0 && { standing: [DATA_RULES] }),
    rules: settingsOf(data.rules),
    overrides: (data.overrides ?? []).map(overrideOf),
    ignores: data.ignores ?? [],
    ...(archive && { archive }),
    ...(data.locale && { locale: data.locale }),
    ...(data.limits && { limits: data.limits }),
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

function archiveOf({ root, baseUrl, departments }: WrittenArchive, folder: string): Archive {
  return {
    root: slashed(path.resolve(folder, root ?? '.')),
    baseUrls: [baseUrl ?? []].flat().map((url) => url.replace(/(?<!\/)\/+$/, '')),
    departments: Object.fromEntries(Object.entries(departments ?? {}).map(([name, others]) => [name, [others].flat()])),
  };
}
