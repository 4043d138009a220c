import type { Rule } from '../../rules/rule.js';
import { type Drawn, drawnOf } from '../archive/content.js';
import type { Facts } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { rulesUnder } from './check.js';
import type { CheckedFile } from './checked-file.js';
import type { Finding } from './finding.js';
import { wordsOf } from './rule-variants.js';

/**
 * What a file yielded, fit for JSON: how it is kept from run to run, and comes from other threads.
 * Its path is not in it, nor what was drawn, nor the words of rules: it serves every locale.
 */
export interface SerializedFile extends Omit<CheckedFile, 'path' | 'findings' | 'editable' | 'output'> {
  readonly findings: readonly PackedFinding[];
}

/** With words only where they are not those of a rule's message. */
export type PackedFinding = Omit<Finding, 'what' | 'todo'> & Partial<Pick<Finding, 'what' | 'todo'>>;

/**
 * What a file yielded apart from the text it was cut from, of which any word would keep the whole in memory. As JSON: objects that are sent
 * from thread to thread take a third more memory.
 */
export interface Sent {
  /** A `SerializedFile`. */
  readonly json: string;
  readonly drawn?: Drawn;
}

export function sent(file: CheckedFile): Sent {
  const drawn = file.facts && drawnOf(file.facts.content);
  return { json: JSON.stringify(serialize(file)), ...(drawn && { drawn }) };
}

/** @see deserialize */
export function received(
  path: string,
  { json, drawn }: Sent,
  config: ResolvedConfig,
  rules: readonly Rule[],
): CheckedFile | null {
  const file = deserialize(path, JSON.parse(json) as SerializedFile, config, rules);
  if (drawn && file?.facts) file.facts.content.drawn = drawn;
  return file;
}

/** The text that fixes left is not packed. */
export function serialize({ path: _, editable: __, output: ___, ...file }: CheckedFile): SerializedFile {
  const { findings, facts } = file;
  return { ...file, findings: packed(findings), facts: facts && withoutDrawn(facts) };
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
  file: SerializedFile,
  config: ResolvedConfig,
  rules: readonly Rule[],
): CheckedFile | null {
  const findings = unpacked(file.findings, file.facts, config, rules);
  // In the order in which they were packed: a cache is the same to the byte, whoever filled it.
  return findings && { path, ...file, findings };
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
    const { what, todo, messageId } = finding;
    const rule = rulesById(config, rules).get(finding.ruleId ?? '');
    const message = rule?.messages[messageId];
    const words = what && todo ? { what, todo } : message && wordsOf(message, facts?.origin != null);
    if (!words) return null;
    // Not `{ ...finding, ...words }`: V8 gives each object made so a shape of its own, as large as the finding.
    // The rule's own id: JSON gives each finding an id of its own.
    all.push(Object.assign({}, finding, words, rule && { ruleId: rule.id }));
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
