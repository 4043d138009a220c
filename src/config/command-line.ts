import { keysIn, sayProblem, schemaProblems } from '../document/schema-errors.js';
import { config as validateConfig } from '../generated/validators.js';
import type { Localized } from '../language/locale.js';
import type { ConfigProblem, RuleSettings } from './config.js';
import type { Known } from './known.js';
import { ruleProblems, settingsOf, type WrittenRules } from './parse.js';
import { isToBeRead, presetName } from './preset-file.js';
import { loadPresetFiles } from './preset-files.js';
import { type FoundProblem, presetProblems } from './problems.js';
import { CONFIG_SCHEMA } from './schema.js';
import { readYamlSource } from './yaml-source.js';

/**
 * Reads the values of `--rule`, each `id: severity` or `id: [severity, {option: value}]`, several parted by commas; as in ESLint the
 * blank behind an id may be left out. A later value wins.
 * @returns the settings, and what is wrong, with columns counted within the value
 */
export function parseRuleOptions(
  values: readonly string[],
  known: Known,
): { rules: RuleSettings; problems: ConfigProblem[] } {
  const read = values.map((value) => parseRuleOption(value, known));
  return {
    rules: new Map(read.flatMap(({ rules }) => [...rules])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/**
 * Reads the values of `--preset`: names of presets that ship, or files with the user's own.
 * @param folder absolute path that files are relative to
 * @returns the names under which `known` has them
 */
export function readPresetOptions(
  values: readonly string[],
  folder: string,
  known: Known,
): { names: string[]; known: Known; problems: readonly ConfigProblem[] } {
  // Who asks for the preset of a plugin that is not loaded would be left with nothing.
  const { pluginsOff: _, ...loadedOnly } = known;
  const unknown = values.flatMap((name) =>
    presetProblems(name, [], loadedOnly).map(({ message }) => problemAt('--preset', 1, message)),
  );
  const names = values.map((name) => presetName(name, folder));
  const at = { file: '--preset', line: 1, column: 1 };
  const loaded = loadPresetFiles(
    names.filter((name) => isToBeRead(name, known)).map((path) => ({ path, at })),
    known,
  );
  return { names, known: loaded.known, problems: [...unknown, ...loaded.problems] };
}

function parseRuleOption(value: string, known: Known): { rules: RuleSettings; problems: ConfigProblem[] } {
  // Braces make the value one line of YAML, which is what ESLint's own notation comes to.
  const read = readYamlSource(`{${value.replace(UNSPACED, '$1: ')}}`, '--rule');
  if ('problem' in read) return failed([inValue(read.problem)]);
  const { source } = read;
  const rules = source.value as WrittenRules;
  const found = validateConfig({ rules }) ? ruleProblems(rules, [], known) : formProblems(rules);
  if (Object.keys(rules ?? {}).length === 0) return failed([problemAt('--rule', 1, empty)]);
  if (found.length > 0)
    return failed(found.map(({ path, part, message }) => inValue({ ...source.placeOf(path, part), message })));
  return { rules: settingsOf(rules), problems: [] };
}

/** The id of a rule, where its setting follows the colon at once: to YAML both are one word. */
const UNSPACED = /((?:^|(?:off|warn|error|[0-2\]]),)\s{0,9}[^\s:,{}[\]"'/]{1,99}\/[^\s:,{}[\]"']{1,99}):(?=[a-z0-2[])/g;

function formProblems(rules: unknown): FoundProblem[] {
  return schemaProblems(validateConfig.errors, keysIn(CONFIG_SCHEMA), { rules }).map((problem) => ({
    path: problem.path.slice(1),
    part: 'value',
    message: problem.found === null ? noSeverity(String(problem.path[1])) : sayProblem(problem),
  }));
}

const failed = (problems: ConfigProblem[]) => ({ rules: new Map() as RuleSettings, problems });

/** A problem with the column it has without the brace in front. */
const inValue = ({ file, column, message }: ConfigProblem) => problemAt(file, column - 1, message);

const problemAt = (option: string, column: number, message: Localized): ConfigProblem => ({
  file: option,
  line: 1,
  column: Math.max(1, column),
  message,
});

const empty: Localized = {
  'zh-CN': '没有写规则；写法：--rule "length/max-length: error"',
  en: 'No rule is named; write it as --rule "length/max-length: error"',
};

const noSeverity = (id: string): Localized => ({
  'zh-CN': `“${id}”没有级别；写法：--rule "${id}: error"`,
  en: `"${id}" has no severity; write it as --rule "${id}: error"`,
});
