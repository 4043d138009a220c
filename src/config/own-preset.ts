import path from 'node:path';
import type { Clause, Condition, Source } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
import { presetOf } from '../../rules/presets/of-source.js';
import type { Severity } from '../../rules/rule.js';
import type { Kind } from '../document/document.js';
import { type SchemaProblem, sayProblem } from '../document/schema-errors.js';
import { kindName, kindOf } from '../document/vocabulary.js';
import { ownPreset as validatePreset } from '../generated/validators.js';
import type { Localized } from '../language/locale.js';
import type { ConfigProblem } from './config.js';
import { DATA_RULES, dataRuleProblems, rulesOfData, type WrittenDataRule } from './data-rules.js';
import { extendKnown, type Known } from './known.js';
import { presetFilesIn } from './parse.js';
import { type PresetFile, presetName, presetNamesIn } from './preset-file.js';
import { PRESET_SCHEMA } from './preset-schema.js';
import { type FoundProblem, formProblems, presetProblems, ruleProblem } from './problems.js';
import { readYamlSource } from './yaml-source.js';

/** A preset written as a file, a user's own or one that ships: local rules as data, with the document they stand in and its clauses. */
export interface OwnPreset {
  readonly preset: Preset;
  readonly source: Source;
  readonly clauses: readonly Clause[];
  /** The rules it makes of data. */
  readonly rules: readonly WrittenDataRule[];
}

/**
 * Reads the text of a preset of the user's own, YAML or JSON. Pure.
 * @param text decoded, without BOM
 * @param file absolute path of the file, with `/`
 * @returns the preset, or null and every problem found; and the files it extends, which are still to be read
 */
export function parseOwnPreset(
  text: string,
  file: string,
  known: Known,
): { own: OwnPreset | null; problems: ConfigProblem[]; files: PresetFile[] } {
  const failed = (problems: ConfigProblem[]) => ({ own: null, problems, files: [] });
  if (!SIGNS.every((sign) => text.includes(sign)))
    return failed([{ file, line: 1, column: 1, message: SAID.noPreset }]);
  const read = readYamlSource(text, file);
  if ('problem' in read) return failed([read.problem]);
  const { source } = read;
  const data = source.value ?? {};
  const found = validatePreset(data)
    ? nameProblems(data as Written, file, known)
    : formProblems(validatePreset.errors, PRESET_SCHEMA, data, messageOf);
  if (found.length > 0)
    return failed(found.map(({ path: at, part, message }) => ({ ...source.placeOf(at, part), message })));
  const written = data as Written;
  const folder = path.posix.dirname(file);
  const names = [written.extends ?? 'base'].flat().map((name) => presetName(name, folder));
  const files = presetFilesIn(written.extends, folder, source, known);
  return { own: ownPresetOf(written, names), problems: [], files };
}

/** Keys that every preset has. Of a file without them nothing is quoted: it may be any, and hold what is nobody's business. */
const SIGNS = ['source', 'clauses'];

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  badName: (name: string) => ({ 'zh-CN': `预设名“${name}”只能用小写英文字母、数字和连字符，例如 yunxi-2024`,
    en: `The preset's name "${name}" may hold small letters, digits and hyphens only, such as yunxi-2024` }),
  badDate: (date: unknown) => ({ 'zh-CN': `日期“${date}”要写成 2024-03-01 这样`,
    en: `The date "${date}" is to be written like 2024-03-01` }),
  noPreset: { 'zh-CN': '这不是预设：预设有 name、source、clauses 三项；请核对文件名，写法见 docs/presets',
    en: 'This is no preset: one has name, source and clauses; check the name of the file, or see docs/presets' },
  nameTaken: (name: string) => ({ 'zh-CN': `已经有一套预设叫“${name}”；请换一个名称`,
    en: `There is a preset "${name}" already; choose another name` }),
  idTaken: (id: string, chinese: string, english: string) => ({ 'zh-CN': `条款编号“${id}”已经用于${chinese}；请换一个编号`,
    en: `The clause id "${id}" is taken by ${english}; choose another` }),
  idTwice: (id: string) => ({ 'zh-CN': `条款编号“${id}”写了两次；每条用一个编号`,
    en: `The clause id "${id}" stands here twice; give each clause its own` }),
  otherName: (id: string, name: string) => ({ 'zh-CN': `规则“${id}”要以预设的名称开头：${name}/${id.slice(id.indexOf('/') + 1)}`,
    en: `The rule "${id}" must go by the preset's name: ${name}/${id.slice(id.indexOf('/') + 1)}` }),
  askedByNone: (id: string) => ({ 'zh-CN': `没有一条规定用到规则“${id}”；请把它写进某一条的 rules，或者删去`,
    en: `No clause asks for the rule "${id}"; name it in the rules of one, or delete it` }),
  nothingAsked: (id: string) => ({ 'zh-CN': `条款“${id}”既没有规则（rules），也没有写明为什么要由人来看（human）；请写一样`,
    en: `Clause "${id}" names neither rules nor the reason why a person has to look (human); write one of them` }),
  neverApplies: (id: string, kinds: readonly Kind[]) => ({
    'zh-CN': `规则“${id}”只检查${kinds.map((kind) => kindName(kind)).join('、')}，与本条的 kinds 对不上；请改 kinds 或换一条规则`,
    en: `Rule "${id}" checks ${kinds.join(', ')} only, none of this clause's kinds; change kinds or take another rule` }),
} as const;

/** A preset as written, once its form is known to be right. */
interface Written {
  readonly name: string;
  readonly source: Omit<Source, 'id' | 'cite'> & { readonly cite?: string };
  readonly extends?: string | readonly string[] | null;
  readonly dataRules?: readonly WrittenDataRule[] | null;
  readonly clauses: readonly WrittenClause[];
}

interface WrittenClause {
  readonly id: string;
  readonly article: string;
  readonly demand: string;
  readonly kinds?: string | readonly string[] | null;
  readonly rules?: readonly WrittenRule[] | null;
  readonly human?: string;
}

interface WrittenRule {
  readonly id: string;
  readonly severity?: Exclude<Severity, 'off'>;
  readonly when?: Condition;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Keys that have a form of their own are told what to look like; patterns say little to those who don't program. */
function messageOf(problem: SchemaProblem): Localized {
  const { path: at, found, keyword } = problem;
  const key = String(at.at(-1));
  if (['date', 'until', 'inForceOn'].includes(key)) return SAID.badDate(found);
  return key === 'name' && keyword === 'pattern' && typeof found === 'string'
    ? SAID.badName(found)
    : sayProblem(problem);
}

function nameProblems(data: Written, file: string, known: Known): FoundProblem[] {
  const shipped = presetNamesIn(known).filter((name) => name !== file);
  const names = [...[...known.presets.values()].map(({ name }) => name), ...shipped];
  const rules = data.dataRules ?? [];
  const extended = extendKnown(known, rulesOfData(rules), []);
  const taken: FoundProblem[] = names.includes(data.name)
    ? [{ path: ['name'], part: 'value', message: SAID.nameTaken(data.name) }]
    : [];
  return [
    ...taken,
    ...presetProblems(data.extends ?? [], ['extends'], known),
    ...dataRuleProblems(rules, known),
    ...rules.flatMap((rule, i) => ownRuleProblems(rule, i, data)),
    ...data.clauses.flatMap((clause, i) => clauseProblems(clause, i, data.clauses, extended)),
  ];
}

/** A rule of data goes by the preset's name, so that two presets never bring one of the same name, and some clause asks for it. */
function ownRuleProblems({ id }: WrittenDataRule, index: number, data: Written): FoundProblem[] {
  const at = { path: [DATA_RULES, index, 'id'], part: 'value' as const };
  if (!id.startsWith(`${data.name}/`)) return [{ ...at, message: SAID.otherName(id, data.name) }];
  const isAsked = data.clauses.some(({ rules }) => rules?.some((rule) => rule.id === id));
  return isAsked ? [] : [{ ...at, message: SAID.askedByNone(id) }];
}

function clauseProblems(
  clause: WrittenClause,
  index: number,
  all: readonly WrittenClause[],
  known: Known,
): FoundProblem[] {
  const at = ['clauses', index];
  const found: FoundProblem[] = [];
  const other = known.clauses.get(clause.id);
  if (other) {
    const cited = (locale: 'zh-CN' | 'en') => known.clauses.citation(other, locale);
    found.push({ path: [...at, 'id'], part: 'value', message: SAID.idTaken(clause.id, cited('zh-CN'), cited('en')) });
  } else if (all.findIndex(({ id }) => id === clause.id) < index)
    found.push({ path: [...at, 'id'], part: 'value', message: SAID.idTwice(clause.id) });
  if (!clause.rules?.length && clause.human === undefined)
    found.push({ path: [...at, 'id'], part: 'value', message: SAID.nothingAsked(clause.id) });
  const kinds = kindsOf(clause);
  for (const [j, rule] of (clause.rules ?? []).entries()) {
    const place = [...at, 'rules', j];
    const places = { id: { path: [...place, 'id'], part: 'value' as const }, options: [...place, 'options'] };
    found.push(...ruleProblem(rule.id, rule.options, places, known));
    const applies = known.rules.get(rule.id)?.kinds ?? 'any';
    if (kinds !== 'any' && applies !== 'any' && !kinds.some((kind) => applies.includes(kind)))
      found.push({ ...places.id, message: SAID.neverApplies(rule.id, applies) });
  }
  return found;
}

function ownPresetOf(data: Written, bases: readonly string[]): OwnPreset {
  const source: Source = { ...data.source, id: data.name, cite: same(data.source.cite ?? citationOf(data.source)) };
  const clauses = data.clauses.map(
    (clause): Clause => ({
      id: clause.id,
      source: data.name,
      article: same(clause.article),
      demand: same(clause.demand),
      kinds: kindsOf(clause),
      rules: clause.rules ?? [],
      ...(clause.human !== undefined && { human: same(clause.human) }),
    }),
  );
  return {
    preset: { ...presetOf(source, clauses), extends: bases },
    source,
    clauses,
    rules: dataRulesOf(data.dataRules ?? [], clauses),
  };
}

/** Rules of data with what the clauses that name them say: what is demanded, and of which kinds. */
function dataRulesOf(written: readonly WrittenDataRule[], clauses: readonly Clause[]): WrittenDataRule[] {
  return written.map((rule) => {
    const asking = clauses.filter(({ rules }) => rules.some(({ id }) => id === rule.id));
    const kinds = asking.flatMap((clause) => clause.kinds);
    const demand = asking[0]?.demand['zh-CN'];
    return {
      ...rule,
      ...(demand !== undefined && { demand }),
      ...(!kinds.includes('any') && { kinds: [...new Set(kinds)] }),
    };
  });
}

/** What is left to people and names no kind falls on an office's work. */
function kindsOf({ kinds, rules }: WrittenClause): readonly Kind[] | 'any' {
  const named = [kinds ?? []].flat().flatMap((name) => kindOf(name) ?? []);
  return named.length > 0 || !rules?.length ? named : 'any';
}

/** 《云溪市政策解读办法》（云政办发〔2024〕3号）; a title that holds book-title marks gets none around it. */
function citationOf({ name, number }: Written['source']): string {
  const title = /[《》]/.test(name) ? name : `《${name}》`;
  return number === undefined ? title : `${title}（${number}）`;
}

/** What a user writes is in one language, and is shown as it stands. */
function same(text: string): Localized {
  return { 'zh-CN': text, en: text };
}
