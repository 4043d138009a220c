import type { Rule } from '../../rules/rule.js';
import { type Drawn, drawnOf } from '../archive/content.js';
import type { Facts } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { rulesUnder } from './check.js';
import type { CheckedFile } from './checked-file.js';
import type { Finding } from './finding.js';
import { wordsOf } from './rule-variants.js';

/**
 * What a file yielded as plain data: how it comes from other threads, and without what was drawn, fit for JSON, how it is kept from run
 * to run.
 * Its path is not in it, nor are the words of rules: it serves every locale.
 */
export interface SerializedFile extends Omit<CheckedFile, 'path' | 'findings' | 'editable' | 'output'> {
  readonly findings: readonly PackedFinding[];
  /** What was drawn, which is not among the facts here. */
  readonly drawn?: Drawn;
}

/** With words only where they are not those of a rule's message. */
export type PackedFinding = Omit<Finding, 'what' | 'todo'> & Partial<Pick<Finding, 'what' | 'todo'>>;

/** The text that fixes left is not packed. */
export function serialize({ path: _, editable: __, output: ___, ...file }: CheckedFile): SerializedFile {
  const { findings, facts } = file;
  const drawn = facts && drawnOf(facts.content);
  return {
    ...file,
    findings: packed(findings),
    facts: facts && withoutDrawn(facts),
    ...(drawn && { drawn }),
  };
}

/** Facts that are fit for JSON. */
export function withoutDrawn(facts: Facts): Facts {
  const { drawn: _, ...content } = facts.content;
  return { ...facts, content };
}

/**
 * @param config of the file, as when it was packed
 * @returns null where a rule has no such message: it was packed by other rules
 */
export function deserialize(
  path: string,
  { drawn, ...file }: SerializedFile,
  config: ResolvedConfig,
  rules: readonly Rule[],
): CheckedFile | null {
  const kept = file.facts;
  const facts = kept && drawn ? { ...kept, content: { ...kept.content, drawn } } : kept;
  const findings = unpacked(file.findings, facts, config, rules);
  // In the order in which they were packed: a cache is the same to the byte, whoever filled it.
  return findings && { path, ...file, findings, facts };
}

/** Findings without the words that their rules' messages have. */
export function packed(findings: readonly Finding[]): PackedFinding[] {
  return findings.map((finding) => {
    if (finding.ruleId === null || finding.fatal) return finding;
    const { what: _, todo: __, ...rest } = finding;
    return rest;
  });
}

/**
 * Findings with their words.
 * @param facts of the file they are about
 * @returns null where a rule has no such message
 */
export function unpacked(
  findings: readonly PackedFinding[],
  facts: Facts | null,
  config: ResolvedConfig,
  rules: readonly Rule[],
): Finding[] | null {
  const all: Finding[] = [];
  for (const finding of findings) {
    const { what, todo, ruleId, messageId } = finding;
    const message = rulesById(config, rules).get(ruleId ?? '')?.messages[messageId];
    const words = what && todo ? { what, todo } : message && wordsOf(message, facts?.origin != null);
    if (!words) return null;
    all.push({ ...finding, ...words });
  }
  return all;
}

const known = new WeakMap<ResolvedConfig, ReadonlyMap<string, Rule>>();

/** Many files share one resolved config. */
function rulesById(config: ResolvedConfig, rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const byId = known.get(config) ?? new Map(rulesUnder([config], rules).map((rule) => [rule.id, rule]));
  known.set(config, byId);
  return byId;
}
