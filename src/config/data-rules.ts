import { type DataDemand, type DataPlace, type DataRule, makeDataRules } from '../../rules/data-rule.js';
import type { Preset } from '../../rules/preset.js';
import type { Rule, Severity } from '../../rules/rule.js';
import type { SchemaError, Validate } from '../document/schema-errors.js';
import { kindOf } from '../document/vocabulary.js';
import type { Localized } from '../language/locale.js';
import { extendKnown, type Known } from './known.js';
import { type FoundProblem, unknownName } from './problems.js';

/** The preset that switches on the rules a config makes of data. */
export const DATA_RULES = 'dataRules';

type Texts = string | readonly string[];

/** A rule of data as written, once its form is known to be right. */
export interface WrittenDataRule {
  readonly id: string;
  readonly forbid?: Texts;
  readonly require?: Texts;
  readonly forbidSection?: Texts;
  readonly requireSection?: Texts;
  readonly except?: Texts;
  readonly in?: string;
  readonly kinds?: Texts;
  readonly message?: string;
  readonly todo?: string;
  readonly severity?: Exclude<Severity, 'off'>;
  readonly clauses?: Texts;
  /** What the clause of a preset demands that names the rule. */
  readonly demand?: string;
}

/** What is known with the rules of data, and the preset that switches them on. */
export function withDataRules(known: Known, written: readonly WrittenDataRule[]): Known {
  if (written.length === 0) return known;
  const preset: Preset = {
    name: DATA_RULES,
    description: { 'zh-CN': '配置文件里用数据写的规则', en: 'The rules that the config makes of data' },
    demands: written.map(({ id, severity, clauses }) => ({
      rule: id,
      severity: severity ?? 'warn',
      clauses: [clauses ?? []].flat(),
    })),
  };
  return extendKnown(known, rulesOfData(written), [preset]);
}

/** The rules that are made of data, each with the check of its options: it has none. */
export function rulesOfData(written: readonly WrittenDataRule[]): (readonly [Rule, Validate])[] {
  return makeDataRules(written.map(dataRuleOf)).map((rule) => [rule, takesNothing()] as const);
}

/** Checks the options of a rule that has none, as ajv would. */
function takesNothing(): Validate {
  const validate: { (options: unknown): boolean; errors?: readonly SchemaError[] } = (options) => {
    validate.errors = Object.keys(options as object).map((additionalProperty) => ({
      instancePath: '',
      schemaPath: '#/additionalProperties',
      keyword: 'additionalProperties',
      params: { additionalProperty },
    }));
    return validate.errors.length === 0;
  };
  return validate;
}

/** What the form alone does not say of rules of data. */
export function dataRuleProblems(written: readonly WrittenDataRule[], known: Known): FoundProblem[] {
  const first = new Map(written.map(({ id }, i) => [id, i] as const).reverse());
  return written.flatMap((one, i) => {
    const at = [DATA_RULES, i];
    const asked = DEMANDS.filter((key) => one[key] !== undefined);
    const problems: FoundProblem[] = [];
    const problem = (key: string, part: FoundProblem['part'], message: Localized) =>
      void problems.push({ path: [...at, key], part, message });
    if (asked.length === 0) problem('id', 'value', SAID.nothingAsked(one.id));
    for (const key of asked.slice(1)) problem(key, 'key', SAID.oneDemand(one.id));
    if (first.get(one.id) !== i) problem('id', 'value', SAID.idTwice(one.id));
    if (one.in !== undefined && !one.forbid && !one.require) problem('in', 'key', SAID.termsOnly('in'));
    if (one.except !== undefined && !one.forbid) problem('except', 'key', SAID.forbidOnly);
    for (const key of ['message', 'todo'] as const) {
      const place = /\{([^{}]{1,40})\}/.exec(one[key] ?? '')?.[1];
      const allowed = one.forbid || one.forbidSection ? 'term' : 'terms';
      if (place !== undefined && place !== allowed) problem(key, 'value', SAID.noPlace(place, allowed));
    }
    for (const [j, id] of [one.clauses ?? []].flat().entries()) {
      if (known.clauses.get(id)) continue;
      const path = typeof one.clauses === 'string' ? [...at, 'clauses'] : [...at, 'clauses', j];
      problems.push({ path, part: 'value', message: noClause(id, known) });
    }
    return problems;
  });
}

const DEMANDS = ['forbid', 'require', 'forbidSection', 'requireSection'] as const;

function dataRuleOf(written: WrittenDataRule): DataRule {
  const kinds = [written.kinds ?? []].flat().flatMap((name) => kindOf(name) ?? []);
  return {
    id: written.id,
    kinds: kinds.length > 0 ? kinds : 'any',
    demand: demandOf(written),
    ...(written.demand !== undefined && { summary: written.demand }),
    ...(written.message !== undefined && { message: written.message }),
    ...(written.todo !== undefined && { todo: written.todo }),
  };
}

function demandOf(written: WrittenDataRule): DataDemand {
  const { forbid, require, forbidSection, requireSection, except } = written;
  const list = (texts: Texts | undefined) => [texts ?? []].flat();
  const place = placeOf(written.in);
  if (forbid !== undefined) return { forbid: list(forbid), except: list(except), place };
  if (require !== undefined) return { require: list(require), place };
  if (forbidSection !== undefined) return { forbidSection: list(forbidSection) };
  return { requireSection: list(requireSection) };
}

function placeOf(written = 'text'): DataPlace {
  const section = /^section:(.*)$/.exec(written)?.[1];
  return section === undefined ? (written as 'text' | 'title' | 'body') : { section: section.trim() };
}

/** What keys that have a form of their own are to look like; patterns say little to those who don't program. */
export function dataRuleForm(key: string | number | undefined, found: unknown): Localized | undefined {
  if (key === 'id') return SAID.badId(found);
  return key === 'in' ? SAID.badPlace(found) : undefined;
}

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  badId: (id: unknown) => ({ 'zh-CN': `规则的名称“${id}”要写成 local/ 加小写英文字母、数字、连字符或汉字，例如 local/no-slogans`,
    en: `The name "${id}" must be local/ and small letters, digits, hyphens or Han characters, such as local/no-slogans` }),
  badPlace: (place: unknown) => ({ 'zh-CN': `in 不能是“${place}”；可以写：text（标题和正文）、title、body、section:标题里的字`,
    en: `in cannot be "${place}"; it can be: text (title and body), title, body, section:words of a heading` }),
  nothingAsked: (id: string) => ({ 'zh-CN': `规则“${id}”没有说要查什么；请写 forbid、require、forbidSection、requireSection 中的一项`,
    en: `Rule "${id}" does not say what to look for; write one of forbid, require, forbidSection, requireSection` }),
  oneDemand: (id: string) => ({ 'zh-CN': `规则“${id}”已经有要查的内容；一条规则只查一项，请另写一条`,
    en: `Rule "${id}" has something to look for already; write another rule for this` }),
  idTwice: (id: string) => ({ 'zh-CN': `规则“${id}”写了两次；请换一个名称`,
    en: `Rule "${id}" stands here twice; give one another name` }),
  termsOnly: (key: string) => ({ 'zh-CN': `${key} 只用于 forbid 和 require；请删去`,
    en: `${key} goes with forbid and require only; delete it` }),
  forbidOnly: { 'zh-CN': 'except 只用于 forbid；请删去',
    en: 'except goes with forbid only; delete it' },
  noPlace: (name: string, allowed: string) => ({ 'zh-CN': `这里没有“{${name}}”可填；可以用 {${allowed}}`,
    en: `There is nothing to put in place of "{${name}}"; {${allowed}} can be used` }),
} as const;

function noClause(id: string, { clauses: { clauses } }: Known): Localized {
  return unknownName(
    { 'zh-CN': `没有条款“${id}”`, en: `There is no clause "${id}"` },
    id,
    clauses.map((clause) => clause.id),
    { 'zh-CN': '条款的编号见 jiedu-lint clauses', en: 'jiedu-lint clauses lists them' },
  );
}
