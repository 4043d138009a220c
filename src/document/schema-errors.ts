import type { Localized } from '../language/locale.js';
import { MOST_HINTS, suggest } from '../language/suggest.js';
import { dataAt } from './data-at.js';

/** A validator that ajv compiled ahead of time: true, or false with `errors` set. */
export interface Validate {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** What of ajv's error object is read here. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Path = ReadonlyArray<string | number>;

/** One way in which data breaks its schema. */
export interface SchemaProblem {
  readonly type: 'unknown-key' | 'misplaced-key' | 'missing-key' | 'empty' | 'wrong-type' | 'not-one-of' | 'wrong-form';
  /**
   * Where in the data: keys, and indexes of lists. Ends in the key itself where that is at fault (`unknown-key`,
   * `misplaced-key`), in the map that lacks it for `missing-key`.
   */
  readonly path: Path;
  /** The key at fault, else how the place is called: `rules.element/scope[1].max`. */
  readonly name: string;
  /** Known keys, types or values; for `wrong-form` the limit or pattern that was broken. */
  readonly expected: readonly string[];
  /** The name or value most likely meant. */
  readonly suggestion?: string;
  /** For `wrong-form`: the keyword of JSON Schema that says no. */
  readonly keyword?: string;
  readonly found: unknown;
}

/**
 * What ajv found (all errors on), as problems in the order of ajv's errors; no place is named twice.
 * @param errors `errors` of a compiled validator
 * @param knownAt the keys that are known at a place
 * @param data what was checked
 */
export function schemaProblems(
  errors: readonly SchemaError[] | null | undefined,
  knownAt: (path: Path) => readonly string[],
  data: unknown,
): SchemaProblem[] {
  const seen = new Set<string>();
  return withoutBranches(errors ?? []).flatMap((error, index) => {
    const problem = problemOf(error, knownAt, data, index < MOST_HINTS);
    const place = JSON.stringify(problem.type === 'missing-key' ? [...problem.path, problem.name] : problem.path);
    if (seen.has(place)) return [];
    seen.add(place);
    return [problem];
  });
}

/** A problem in words: what is wrong and what to do. */
export function sayProblem(problem: SchemaProblem): Localized {
  const { name, expected, suggestion } = problem;
  switch (problem.type) {
    case 'unknown-key':
      return withChoice(suggestion, expected, { 'zh-CN': `没有“${name}”这一项`, en: `There is no key "${name}"` });
    case 'misplaced-key':
      return { 'zh-CN': `这里不能写“${name}”，请删去`, en: `"${name}" has no place here; delete it` };
    case 'missing-key':
      return { 'zh-CN': `缺少“${name}”，请补上`, en: `"${name}" is missing; add it` };
    case 'empty':
      return { 'zh-CN': `“${name}”是空的，请填写`, en: `"${name}" is empty; fill it in` };
    case 'wrong-type':
      return {
        'zh-CN': `“${name}”应当是${expected.map((type) => typeName(type)['zh-CN']).join('或')}，这里写的是${typeName(typeOf(problem.found))['zh-CN']}`,
        en: `"${name}" must be ${expected.map((type) => typeName(type).en).join(' or ')}, and is ${typeName(typeOf(problem.found)).en}`,
      };
    case 'not-one-of':
      return withChoice(suggestion, expected, {
        'zh-CN': `“${name}”不能是 ${shown(problem.found)}`,
        en: `"${name}" cannot be ${shown(problem.found)}`,
      });
    default:
      return wrongForm(problem);
  }
}

/** A sentence with what to write instead: the likely name, else all that are known. */
export function withChoice(suggestion: string | undefined, known: readonly string[], what: Localized): Localized {
  if (suggestion !== undefined)
    return {
      'zh-CN': `${what['zh-CN']}；是不是想写“${suggestion}”？`,
      en: `${what.en}; did you mean "${suggestion}"?`,
    };
  if (known.length === 0) return what;
  return { 'zh-CN': `${what['zh-CN']}；可以写：${known.join('、')}`, en: `${what.en}; it can be: ${known.join(', ')}` };
}

/** How people call a place in the data: `overrides[0].files`. */
export function dottedName(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** Of keywords with schemas of their own within only the error that stands for them all stays; `if` says nothing of its own. */
function withoutBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const branching = errors.filter(({ keyword }) => ['anyOf', 'oneOf', 'propertyNames'].includes(keyword));
  const branches = [...new Set(branching.map(({ schemaPath }) => `${schemaPath}/`))];
  return errors.filter(
    ({ keyword, schemaPath }) => keyword !== 'if' && !branches.some((branch) => schemaPath.startsWith(branch)),
  );
}

function problemOf(
  error: SchemaError,
  knownAt: (path: Path) => readonly string[],
  data: unknown,
  isHinted: boolean,
): SchemaProblem {
  const path = pathOf(error.instancePath, data);
  const found = dataAt(data, path);
  const { params, keyword } = error;
  const base = { path, name: dottedName(path), expected: [], found };
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const expected = knownAt(path);
      return {
        ...base,
        type: 'unknown-key',
        path: [...path, name],
        name,
        expected,
        ...suggested(name, isHinted ? expected : []),
      };
    }
    case 'propertyNames': {
      const name = String(params.propertyName);
      return { ...base, type: 'misplaced-key', path: [...path, name], name, found: dataAt(found, [name]) };
    }
    case 'required':
      return { ...base, type: 'missing-key', name: String(params.missingProperty) };
    case 'type':
      return {
        ...base,
        type: 'wrong-type',
        expected: [params.type]
          .flat()
          .map(String)
          .filter((type) => type !== 'null'),
      };
    case 'enum': {
      const allowed = (params.allowedValues as readonly unknown[]).filter((value) => value !== null).map(String);
      return { ...base, type: 'not-one-of', expected: allowed, ...suggested(found, isHinted ? allowed : []) };
    }
    default:
      if (isEmpty(found)) return { ...base, type: 'empty' };
      return {
        ...base,
        type: 'wrong-form',
        keyword,
        expected: [params.limit ?? params.pattern ?? params.allowedValue].flatMap((limit) =>
          limit === undefined ? [] : [String(limit)],
        ),
      };
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

function suggested(found: unknown, known: readonly string[]): { suggestion?: string } {
  const suggestion = typeof found === 'string' ? suggest(found, known) : undefined;
  return suggestion === undefined ? {} : { suggestion };
}

function pathOf(pointer: string, data: unknown): Path {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const index = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string, unknown> | null)?.[key];
      return index;
    });
}

/** Tells the keys that a schema knows at a place, as far as `properties`, `items` and `additionalProperties` lead there. */
export function keysIn(schema: Readonly<Record<string, unknown>>): (path: Path) => string[] {
  type Schema = { properties?: Record<string, Schema>; items?: Schema | Schema[]; additionalProperties?: Schema };
  return (path) => {
    const at = path.reduce<Schema | undefined>((here, step) => {
      if (typeof step === 'string') return here?.properties?.[step] ?? here?.additionalProperties;
      return Array.isArray(here?.items) ? here.items[step] : here?.items;
    }, schema as Schema);
    return Object.keys(at?.properties ?? {}).filter((key) => !key.startsWith('$'));
  };
}

function wrongForm({ name, keyword, expected, found }: SchemaProblem): Localized {
  const [limit = ''] = expected;
  const bound = /^(min|max)(imum|Items|Length)$/.exec(keyword ?? '');
  if (bound) {
    const unit = { Items: [' 项', ' items'], Length: [' 个字', ' characters'] }[bound[2] ?? ''];
    const [chinese, english] = bound[1] === 'min' ? ['至少', 'at least'] : ['至多', 'at most'];
    return {
      'zh-CN': `“${name}”${chinese}${unit ? '有' : '是'} ${limit}${unit?.[0] ?? ''}`,
      en: `"${name}" must ${unit ? 'have' : 'be'} ${english} ${limit}${unit?.[1] ?? ''}`,
    };
  }
  switch (keyword) {
    case 'pattern':
      return {
        'zh-CN': `“${name}”写作 ${shown(found)}，不合格式 ${limit}`,
        en: `"${name}" is ${shown(found)}, which does not have the form ${limit}`,
      };
    default:
      return { 'zh-CN': `“${name}”不能是 ${shown(found)}`, en: `"${name}" cannot be ${shown(found)}` };
  }
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeName(type: string): Localized {
  return TYPE_NAMES[type] ?? { 'zh-CN': type, en: type };
}

const TYPE_NAMES: Readonly<Record<string, Localized>> = {
  string: { 'zh-CN': '文本', en: 'text' },
  number: { 'zh-CN': '数', en: 'a number' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': '是或否（true、false）', en: 'true or false' },
  object: { 'zh-CN': '“键: 值”', en: 'a map of keys' },
  array: { 'zh-CN': '列表', en: 'a list' },
  null: { 'zh-CN': '空的', en: 'empty' },
};

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
