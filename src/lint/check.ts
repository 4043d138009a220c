import { judgesFrontMatter, type Report, type Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import { addTo } from '../archive/lists.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Document } from '../document/document.js';
import { TooComplexError } from '../document/excess.js';
import { isConverted } from '../document/origin.js';
import type { ElementFindings } from '../elements/detect.js';
import type { Segmenter } from '../language/segmenter.js';
import { type Finding, newFinding } from './finding.js';
import {
  findingOfVariant,
  mergedFindings,
  type RuleVariant,
  type VariantFinding,
  variantsOf,
} from './rule-variants.js';

/** What document rules say of one document. */
export interface CheckedDocument {
  /** In the order of the rules; a rule that throws is a fatal finding of its own, and the others go on. */
  readonly findings: Finding[];
  /** Ids of rules that are on and do not judge it. */
  readonly notApplicable: string[];
}

/**
 * Runs the document rules over one document.
 * @param segmenter asked by rules that cut text into words; null where there is none
 * @param timed runs what one rule does, and may measure it
 */
export function checkDocument(
  document: Document,
  elements: ElementFindings,
  config: ResolvedConfig,
  rules: readonly Rule[],
  segmenter: () => Segmenter | null = () => null,
  timed?: (ruleId: string, work: () => void) => void,
): CheckedDocument {
  const findings: Finding[] = [];
  const unjudged: string[] = [];
  for (const { rule, runs } of documentRules(config, rules, document.kind)) {
    if (document.origin && judgesFrontMatter(rule) && !rule.judgesConverted) {
      unjudged.push(rule.id);
      continue;
    }
    const found: VariantFinding[] = [];
    let isJudged = true;
    const notApplicable = () => {
      isJudged = false;
    };
    try {
      for (const run of runs) {
        const report = (reported: Report) => {
          const one = findingOfVariant(run, rule, reported, document.origin !== null);
          if (one) found.push(one);
        };
        const options = run.setting.options as Record<string, unknown>;
        const check = () => rule.check?.({ document, elements, options, segmenter, report, notApplicable });
        if (timed) timed(rule.id, check);
        else check();
      }
      if (found.length === 0) {
        if (!isJudged) unjudged.push(rule.id);
        continue;
      }
      // One by one: there may be more findings than a call takes arguments.
      for (const finding of mergedFindings(found))
        findings.push(rule.sensitive ? finding : withWords(withWritten(finding, document.text), document));
    } catch (error) {
      findings.push(failure(rule.id, error));
    }
  }
  return { findings, notApplicable: unjudged };
}

/** A rule with the ways in which it is run. */
interface RuleVariants {
  readonly rule: Rule;
  readonly runs: readonly RuleVariant[];
}

const chosen = new WeakMap<
  ResolvedConfig,
  { from: readonly Rule[]; byKind: Map<Document['kind'], readonly RuleVariants[]> }
>();

/** The rules to run over a document of a kind; many files share one config. */
function documentRules(config: ResolvedConfig, from: readonly Rule[], kind: Document['kind']): readonly RuleVariants[] {
  let known = chosen.get(config);
  if (known?.from !== from) {
    known = { from, byKind: new Map() };
    chosen.set(config, known);
  }
  const runs =
    known.byKind.get(kind) ??
    rulesUnder([config], from).flatMap((rule) => (rule.check ? { rule, runs: variantsOf(rule, config, kind) } : []));
  known.byKind.set(kind, runs);
  return runs;
}

/** Most of the text at a finding that is kept, in UTF-16 units. */
const MAX_WRITTEN = 200;

/** Keeps the text at a finding that nothing else tells from others of its kind. */
function withWritten(finding: Finding, text: string): Finding {
  const { evidence, data, range } = finding;
  if (evidence !== undefined || Object.values(data).some((value) => typeof value !== 'number')) return finding;
  return { ...finding, written: text.slice(range.start, Math.min(range.end, range.start + MAX_WRITTEN)) };
}

/** Of the words at a finding. */
const MOST_WORDS = 24;

/** Keeps what stands at a finding in a text that people see in Word or in a browser. */
function withWords(finding: Finding, { origin, text }: Document): Finding {
  if (!isConverted(origin?.format)) return finding;
  const { start, end } = finding.range;
  const said = text
    .slice(start, Math.min(end, start + 4 * MOST_WORDS))
    .replace(/[*\\#|\s]+/g, ' ')
    .trim();
  const words = said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS)}……` : said;
  return words === '' ? finding : { ...finding, words };
}

/** What archive rules say, by the path of the file it is about. */
export interface CheckedArchive {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Ids of rules that are on for the file and do not judge it. */
  readonly notApplicable: ReadonlyMap<string, readonly string[]>;
}

/** What some archive rules say of one file. */
export interface CheckedFacts {
  readonly findings: readonly Finding[];
  readonly notApplicable: readonly string[];
}

/**
 * Runs the archive rules over the facts of all files.
 * @param configFor the config of a linted file
 * @param onRule told how many rules are done, before the first and after each; waited for
 * @param compared by path, what rules that compare files are known to say of some
 */
export async function checkArchive(
  archive: ArchiveIndex,
  configFor: (facts: Facts) => ResolvedConfig,
  rules: readonly Rule[],
  onRule?: (done: number, total: number) => void | Promise<void>,
  compared: ReadonlyMap<string, CheckedFacts> = new Map(),
): Promise<CheckedArchive> {
  const byPath = new Map<string, Finding[]>();
  const notApplicable = new Map<string, string[]>();
  const configs = archive.linted.map(configFor);
  const on = archiveRulesUnder(new Set(configs), rules);
  const indexes = new Map(archive.linted.map((facts, index) => [facts, index]));
  for (const [done, rule] of on.entries()) {
    await onRule?.(done, on.length);
    // Configs may each have a rule of this name; only files under the one that brought it are checked by it.
    const isOwn = (config: ResolvedConfig) => rules.includes(rule) || config.added?.includes(rule) === true;
    const runsFor = memoize((config: ResolvedConfig) =>
      memoize((kind: Facts['kind']) => (isOwn(config) ? variantsOf(rule, config, kind) : [])),
    );
    const runs = archive.linted.map((facts, index) => runsFor(configs[index] as ResolvedConfig)(facts.kind));
    const rounds = runs.reduce((most, some) => Math.max(most, some.length), 0);
    const found = new Map<string, VariantFinding[]>();
    const unjudged = new Set<string>();
    let current = archive.linted[0] as Facts;
    try {
      for (let round = 0; round < rounds; round++) {
        // Rules speak of a file several times before they come to the next.
        let asked: Facts | undefined;
        let run: RuleVariant | undefined;
        const runFor = (facts: Facts) => {
          if (facts !== asked) run = runs[indexes.get(facts) ?? -1]?.[round];
          asked = facts;
          return run;
        };
        rule.checkArchive?.({
          archive,
          files: archive.linted.filter((facts, index) => {
            if (runs[index]?.[round] === undefined || (rule.compares && compared.has(facts.path))) return false;
            const isJudged = facts.origin === null || !judgesFrontMatter(rule);
            if (!isJudged) unjudged.add(facts.path);
            return isJudged;
          }),
          optionsFor: (facts) => {
            current = facts;
            return (runFor(facts)?.setting.options ?? rule.defaults) as Record<string, unknown>;
          },
          report: (facts, reported) => {
            current = facts;
            const own = runFor(facts);
            const one = own && findingOfVariant(own, rule, reported, facts.origin !== null);
            if (one) addTo(found, facts.path, one);
          },
          notApplicable: (facts) => unjudged.add(facts.path),
        });
      }
    } catch (error) {
      addTo(byPath, current.path, failure(rule.id, error));
    }
    for (const [path, some] of found) for (const finding of mergedFindings(some)) addTo(byPath, path, finding);
    for (const path of unjudged) if (!found.has(path)) addTo(notApplicable, path, rule.id);
    for (const [path, known] of rule.compares ? compared : []) {
      for (const finding of known.findings) if (finding.ruleId === rule.id) addTo(byPath, path, finding);
      if (known.notApplicable.includes(rule.id)) addTo(notApplicable, path, rule.id);
    }
  }
  await onRule?.(on.length, on.length);
  return { findings: byPath, notApplicable };
}

/** A function that reckons once for each argument; what it reckons is never undefined. */
export function memoize<From, To>(reckon: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    let result = known.get(from);
    if (result === undefined) {
      result = reckon(from);
      known.set(from, result);
    }
    return result;
  };
}

/** The archive rules that are on under some of the configs. */
export function archiveRulesUnder(configs: Iterable<ResolvedConfig>, rules: readonly Rule[]): readonly Rule[] {
  return rulesUnder(configs, rules).filter(({ checkArchive }) => checkArchive !== undefined);
}

/** The rules that ship, and those that some configs bring along. */
export function rulesKnown(configs: Iterable<ResolvedConfig>, rules: readonly Rule[]): readonly Rule[] {
  const added = [...new Set(configs)].flatMap((config) => config.added ?? []);
  return added.length === 0 ? rules : [...new Set([...rules, ...added])];
}

/** Those of them that are on under some of the configs. */
export function rulesUnder(configs: Iterable<ResolvedConfig>, rules: readonly Rule[]): readonly Rule[] {
  const distinct = [...new Set(configs)];
  return rulesKnown(distinct, rules).filter(({ id }) =>
    distinct.some((config) => config.rules.get(id)?.some(({ severity }) => severity !== 'off')),
  );
}

/** A rule that asked for the tree of a text that has too much in it. */
// biome-ignore format: a row a language
const TOO_COMPLEX = {
  what: { 'zh-CN': '文件太复杂，规则 {rule} 没有检查：标记太多，或者一段里的标记太多',
    en: 'The file is too complex for rule {rule}, which did not check it: it has too many marks, or too many in one paragraph' },
  todo: { 'zh-CN': '请确认它是一份文稿，太长的请分成几个文件；也可以用 --rule "{rule}: off" 关闭这条规则',
    en: 'Make sure it is a document, and split it where it is too long; or turn the rule off with --rule "{rule}: off"' },
};

/** A fault of ours must not pass for a clean file, nor keep other rules and files from being checked. */
// biome-ignore format: a row a language
const CRASH = {
  what: { 'zh-CN': '规则 {rule} 检查本文件时出错（{error}），这条规则对本文件没有检查完',
    en: 'Rule {rule} failed on this file ({error}); the file was not checked by it' },
  todo: { 'zh-CN': '这是程序的错误，请把这条信息和文件报告给维护者；可先用 --rule "{rule}: off" 关闭它',
    en: 'This is a fault of the program: please report it with the file; --rule "{rule}: off" turns the rule off meanwhile' },
};

/** A rule that did not come to its end. */
function failure(rule: string, error: unknown): Finding {
  if (error instanceof TooComplexError)
    return newFinding('tooComplex', 'error', TOO_COMPLEX, { rule }, { ruleId: rule, fatal: true });
  const said = error instanceof Error ? error.message : String(error);
  return newFinding('crash', 'error', CRASH, { rule, error: said }, { ruleId: rule, fatal: true });
}
