import {
  dottedName,
  keysIn,
  type Path,
  type SchemaProblem,
  sayProblem,
  schemaProblems,
  type Validate,
  withChoice,
} from '../document/schema-errors.js';
import type { Localized } from '../language/locale.js';
import { MOST_HINTS, suggest } from '../language/suggest.js';
import type { Known } from './known.js';
import { isPresetFile, presetNamesIn } from './preset-file.js';
import type { YamlSource } from './yaml-source.js';

/** A problem at a place in the data. */
export interface FoundProblem {
  readonly path: Path;
  readonly part: Parameters<YamlSource['placeOf']>[1];
  readonly message: Localized;
}

/** What does not have the form that a schema asks for. @param say puts a problem into words */
export function formProblems(
  errors: Validate['errors'],
  schema: Readonly<Record<string, unknown>>,
  data: unknown,
  say: (problem: SchemaProblem) => Localized,
): FoundProblem[] {
  return schemaProblems(errors, keysIn(schema), data).map((problem) => ({
    path: problem.path,
    part: problem.type === 'unknown-key' ? 'key' : 'value',
    message: say(problem),
  }));
}

/** Names of presets that are not known; those that name a file are left to the reading of that file. */
export function presetProblems(names: string | readonly string[], at: Path, known: Known): FoundProblem[] {
  const builtIn = presetNamesIn(known);
  return [names].flat().flatMap((name, i) => {
    if (isPresetFile(name) || builtIn.includes(name)) return [];
    if (known.pluginsOff && name.includes(':')) return [];
    const what = { 'zh-CN': `没有“${name}”这套预设`, en: `There is no preset "${name}"` };
    const message = withChoice(suggest(name, builtIn), builtIn, what);
    return [{ path: typeof names === 'string' ? at : [...at, i], part: 'value' as const, message }];
  });
}

/**
 * The name of a rule that is not known, and options that the rule does not take.
 * @param index how many rules stand before it
 */
export function ruleProblem(
  id: string,
  options: Readonly<Record<string, unknown>> | undefined,
  places: { readonly id: Pick<FoundProblem, 'path' | 'part'>; readonly options: Path },
  known: Known,
  index = 0,
): FoundProblem[] {
  const rule = known.rules.get(id);
  if (!rule && known.pluginsOff && !isOfCategory(id, known)) return [];
  if (!rule) return [{ ...places.id, message: noRule(id, known, index < MOST_HINTS) }];
  if (options === undefined || rule.validate(options)) return [];
  const say = (problem: SchemaProblem) => {
    const named = problem.type === 'wrong-type' || problem.type === 'not-one-of' || problem.type === 'wrong-form';
    return sayProblem(named ? { ...problem, name: dottedName(problem.path) || id } : problem);
  };
  const problems = formProblems(rule.validate.errors, rule.schema, options, say);
  return problems.map((problem) => ({ ...problem, path: [...places.options, ...problem.path] }));
}

/** Whether a rule's name is such as ours have; others may be a plugin's. */
function isOfCategory(id: string, known: Known): boolean {
  const category = `${id.split('/')[0]}/`;
  return category === 'local/' || [...known.rules.keys()].some((other) => other.startsWith(category));
}

function noRule(id: string, known: Known, isHinted: boolean): Localized {
  const what = { 'zh-CN': `没有“${id}”这条规则`, en: `There is no rule "${id}"` };
  const where = { 'zh-CN': '规则的名称见 docs/rules/README.md', en: 'docs/rules/README.md has the names' };
  return unknownName(what, id, isHinted ? known.rules.keys() : [], where);
}

/** Says that a name is not known, and the one most likely meant; where none is near, where the names are. */
export function unknownName(what: Localized, name: string, known: Iterable<string>, where: Localized): Localized {
  const near = suggest(name, known);
  if (near !== undefined) return withChoice(near, [], what);
  return { 'zh-CN': `${what['zh-CN']}；${where['zh-CN']}`, en: `${what.en}; ${where.en}` };
}
