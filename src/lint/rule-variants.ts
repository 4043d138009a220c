import type { MessageTemplate, Report, Rule } from '../../rules/rule.js';
import { type ResolvedConfig, type ResolvedSetting, settingsOn } from '../config/resolve.js';
import { union } from '../config/setting.js';
import type { Kind } from '../document/document.js';
import type { Finding } from './finding.js';

/** One way in which a rule is run over a file. */
export interface RuleVariant {
  readonly setting: ResolvedSetting;
  /**
   * An option at a laxer value than the one that holds, asked for by other clauses. What is found then only tells that those
   * clauses are broken too.
   */
  readonly laxer?: string;
}

/** A finding of one run. */
export interface VariantFinding {
  readonly finding: Finding;
  readonly run: RuleVariant;
  /** Whether it is about options, so that another run may find otherwise. */
  readonly isAboutOptions: boolean;
}

/** The runs of a rule over a file: none where it is off or not about this kind of paper, else one, seldom more. */
export function variantsOf(rule: Rule, config: ResolvedConfig, kind: Kind | null): RuleVariant[] {
  return settingsOn(config, rule.id, kind).flatMap((setting) => [{ setting }, ...laxerVariants(setting)]);
}

/**
 * What a run found, or null where it is of no concern to that run.
 * @param isConverted whether the text was made of a Word file or a page
 */
export function findingOfVariant(
  run: RuleVariant,
  rule: Rule,
  reported: Report,
  isConverted: boolean,
): VariantFinding | null {
  const message = rule.messages[reported.messageId];
  if (!message) throw new Error(`no message "${reported.messageId}"`);
  const options = reported.options ?? message.options ?? [];
  if (run.laxer !== undefined && !options.includes(run.laxer)) return null;
  const finding: Finding = {
    ruleId: rule.id,
    messageId: reported.messageId,
    severity: message.severity ?? (run.setting.severity === 'error' ? 'error' : 'warn'),
    range: reported.at,
    ...(reported.evidence === undefined ? {} : { evidence: reported.evidence }),
    ...(reported.fix ? { fix: reported.fix } : {}),
    data: reported.data ?? {},
    clauses: clausesBehind(options, run.setting),
    ...wordsOf(message, isConverted),
  };
  return { finding, run, isAboutOptions: options.length > 0 };
}

/** What a message says of a file. */
export function wordsOf(
  { what, todo, todoInFile }: MessageTemplate,
  isConverted: boolean,
): Pick<Finding, 'what' | 'todo'> {
  return { what, todo: (isConverted && todoInFile) || todo };
}

/**
 * The findings of a rule's runs over one file: what several runs found alike is one, at the higher severity, asked for by
 * the clauses of all.
 */
export function mergedFindings(found: readonly VariantFinding[]): Finding[] {
  if (found.every(({ run }) => run === found[0]?.run)) return found.map(({ finding }) => finding);
  const byWhat = new Map<string, Finding>();
  const seen = new Map<string, number>();
  for (const { finding, run, isAboutOptions } of found.filter((one) => one.run.laxer === undefined)) {
    const { messageId, range, data } = finding;
    const place = [messageId, range.start, range.end];
    // What is not about options every run finds alike, in the same order, though its words may name the options.
    const ofRun = JSON.stringify([...place, run.setting.options]);
    const nth = (seen.get(ofRun) ?? 0) + 1;
    seen.set(ofRun, nth);
    const key = JSON.stringify([...place, isAboutOptions ? data : nth]);
    const same = byWhat.get(key);
    byWhat.set(key, same ? both(same, finding) : finding);
  }
  const laxer = found.filter(({ run }) => run.laxer !== undefined);
  const findings = [...byWhat.values()];
  return laxer.length === 0 ? findings : findings.map((finding) => withLaxer(finding, findings, laxer));
}

function laxerVariants(setting: ResolvedSetting): RuleVariant[] {
  return Object.entries(setting.optionsFrom).flatMap(([option, { laxer = [] }]) =>
    laxer.map(({ value, clauses }) => ({
      laxer: option,
      setting: {
        ...setting,
        clauses,
        options: { ...setting.options, [option]: value },
        optionsFrom: { [option]: { from: [], clauses } },
      },
    })),
  );
}

/** The clauses that ask for what a finding is about: for the options it speaks of, or for the rule as such. */
function clausesBehind(options: readonly string[], setting: ResolvedSetting): readonly string[] {
  const named = options.flatMap((option) => setting.optionsFrom[option] ?? []);
  if (named.length === 0) return setting.clauses;
  const behind = new Set(named.flatMap(({ clauses }) => clauses));
  return setting.clauses.filter((id) => behind.has(id));
}

function both(a: Finding, b: Finding): Finding {
  const high = b.severity === 'error' ? b : a;
  return { ...high, clauses: union(a.clauses, b.clauses) };
}

/** Where the laxer demand is broken at another place (beyond 3000 characters, not 2500), there must be one such finding only. */
function withLaxer(finding: Finding, all: readonly Finding[], laxer: readonly VariantFinding[]): Finding {
  const isOnly = all.filter(({ messageId }) => messageId === finding.messageId).length === 1;
  const same = laxer.filter(
    ({ finding: { messageId, range } }) =>
      messageId === finding.messageId && (isOnly || range.start === finding.range.start),
  );
  return same.length === 0
    ? finding
    : { ...finding, clauses: union(finding.clauses, ...same.map((one) => one.finding.clauses)) };
}
