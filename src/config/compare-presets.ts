import type { Clause } from '../../rules/clauses.js';
import { clausesInForce, presetsInForce } from './in-force.js';
import type { Known } from './known.js';
import { type AnyKind, grouped, presetsTogether } from './layers.js';

/** How a preset asks for a rule, of some kinds of document. */
export interface AskedOf {
  readonly kinds: readonly AnyKind[];
  readonly severity: 'warn' | 'error';
  /** Those it names; the others are the rule's defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly clauses: readonly string[];
}

export interface ComparedRule {
  /** Its id; of rules of data that presets bring along, `*` and the name behind theirs, for each goes by its preset's name. */
  readonly rule: string;
  /** `first`, `second`: only that one asks for it. `differs`: both do, of other kinds, more severely or with other options. */
  readonly status: 'first' | 'second' | 'differs' | 'same';
  readonly first: readonly AskedOf[];
  readonly second: readonly AskedOf[];
}

export interface Comparison {
  /** By status, in the order in which the type has them, then by rule. */
  readonly rules: readonly ComparedRule[];
  /** What each leaves to people. */
  readonly human: { readonly first: readonly Clause[]; readonly second: readonly Clause[] };
}

/**
 * Compares what two presets ask, with all that they extend.
 * @param first a name `known` has, as is `second`
 */
export function comparePresets(first: string, second: string, known: Known): Comparison {
  const [one, other] = [askedBy(first, known), askedBy(second, known)];
  const rules = [...new Set([...one.keys(), ...other.keys()])].sort().map((rule): ComparedRule => {
    const [a, b] = [one.get(rule) ?? [], other.get(rule) ?? []];
    return { rule, status: statusOf(a, b), first: a, second: b };
  });
  return {
    rules: rules.sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)),
    human: { first: leftBy(first, known), second: leftBy(second, known) },
  };
}

const STATUSES: readonly ComparedRule['status'][] = ['first', 'second', 'differs', 'same'];

function statusOf(first: readonly AskedOf[], second: readonly AskedOf[]): ComparedRule['status'] {
  if (second.length === 0) return 'first';
  if (first.length === 0) return 'second';
  const demand = (asked: readonly AskedOf[]) => JSON.stringify(asked.map(({ clauses: _, ...rest }) => rest));
  return demand(first) === demand(second) ? 'same' : 'differs';
}

function askedBy(preset: string, known: Known): Map<string, AskedOf[]> {
  return new Map(
    [...presetsTogether([preset], known)].flatMap(([rule, byKind]) => {
      const asked = grouped(byKind, {}, known.clauses).flatMap(({ kinds, severity, options, clauses }): AskedOf[] =>
        severity === 'off' ? [] : [{ kinds, severity, options: { ...options }, clauses }],
      );
      return asked.length > 0 ? [[sharedName(rule, known), merged(asked)] as const] : [];
    }),
  );
}

function sharedName(rule: string, { presets }: Known): string {
  const slash = rule.indexOf('/');
  const category = rule.slice(0, slash);
  return [...presets.values()].some(({ name }) => name === category) ? `*${rule.slice(slash)}` : rule;
}

/** Kinds of which the same is asked under different clauses are one line. */
function merged(asked: readonly AskedOf[]): AskedOf[] {
  const found = new Map<string, AskedOf>();
  for (const one of asked) {
    const key = JSON.stringify([one.severity, one.options]);
    const before = found.get(key);
    found.set(
      key,
      before
        ? {
            ...before,
            kinds: [...before.kinds, ...one.kinds],
            clauses: [...new Set([...before.clauses, ...one.clauses])],
          }
        : one,
    );
  }
  return [...found.values()];
}

function leftBy(preset: string, known: Known): Clause[] {
  return clausesInForce(presetsInForce([preset], known), known).filter(({ human }) => human !== undefined);
}
