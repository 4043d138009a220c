import type { Severity } from '../../rules/rule.js';
import { asksNothing, type JsonSchema, stricterOf } from './stricter.js';

/** How a rule stands for a kind of document while layers are laid over each other. */
export interface Setting {
  readonly severity: Severity;
  /** The layers that decided the severity: `preset recommended`, `rules`, `overrides[0]`, `--rule`. */
  readonly from: readonly string[];
  /** Ids of the clauses that ask for it. */
  readonly clauses: readonly string[];
  /** The options that somebody named; the others are the rule's defaults. */
  readonly named: Readonly<Record<string, NamedOption>>;
}

export interface NamedOption extends Origin {
  readonly value: unknown;
}

/** Where an option's value comes from. */
export interface Origin {
  /** The layers that named it. */
  readonly from: readonly string[];
  /** The clauses that ask for this value; none where the user chose it. */
  readonly clauses: readonly string[];
  /** What other clauses ask for, which the value goes beyond. */
  readonly laxer?: readonly { readonly value: unknown; readonly clauses: readonly string[] }[];
}

/** What is known of a rule's options: which of two values is the stricter, and what holds where nobody says. */
export interface OptionRules {
  readonly schema: JsonSchema;
  /** Left out where an option that only one side names is taken as it stands. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/**
 * Settings that hold side by side. Two become one by the stricter of each option and severity; where no value of an option is
 * stricter than the other, both stay.
 */
export function sideBySide(some: readonly Setting[], others: readonly Setting[], rules: OptionRules): Setting[] {
  const merged = [...some];
  for (const other of others) {
    const found = merged.map((setting) => together(setting, other, rules));
    const at = found.findIndex((setting) => setting !== null);
    if (at < 0) merged.push(other);
    else merged[at] = found[at] as Setting;
  }
  return merged;
}

/** A setting laid over what stands below it: it decides what it names, and leaves the rest. */
export function over(below: Setting, above: Omit<Setting, 'clauses'> & Partial<Setting>): Setting {
  return {
    severity: above.severity,
    from: above.from,
    clauses: union(below.clauses, above.clauses ?? []),
    named: { ...below.named, ...above.named },
  };
}

const RANK: readonly Severity[] = ['off', 'warn', 'error'];

function together(a: Setting, b: Setting, rules: OptionRules): Setting | null {
  if (a.severity === 'off' || b.severity === 'off') return a.severity === 'off' ? b : a;
  const named = namedTogether(a, b, rules);
  if (!named) return null;
  const [low, high] = RANK.indexOf(a.severity) < RANK.indexOf(b.severity) ? [a, b] : [b, a];
  return {
    severity: high.severity,
    from: low.severity === high.severity ? union(a.from, b.from) : high.from,
    clauses: union(a.clauses, b.clauses),
    named,
  };
}

function namedTogether(a: Setting, b: Setting, { schema, defaults }: OptionRules): Setting['named'] | null {
  const named: Record<string, NamedOption> = {};
  for (const name of union(Object.keys(a.named), Object.keys(b.named))) {
    const [left, right] = [optionOf(a, name, defaults), optionOf(b, name, defaults)];
    if (!left || !right) {
      named[name] = (left ?? right) as NamedOption;
      continue;
    }
    const value = stricterOf(left.value, right.value, schema, name);
    if (value === undefined) return null;
    const behind = [left, right].filter((option) => isPartOf(option.value, value));
    const beyond = [left, right].filter((option) => !behind.includes(option) && option.clauses.length > 0);
    const laxer = [...(left.laxer ?? []), ...(right.laxer ?? []), ...beyond].filter(
      ({ value: asked }) => !asksNothing(asked),
    );
    named[name] = {
      value,
      from: union(...behind.map(({ from }) => from)),
      clauses: union(...behind.map(({ clauses }) => clauses)),
      ...(laxer.length > 0 && { laxer: laxer.map(({ value: asked, clauses }) => ({ value: asked, clauses })) }),
    };
  }
  return named;
}

function optionOf(setting: Setting, name: string, defaults: OptionRules['defaults']): NamedOption | undefined {
  if (setting.named[name] || !defaults) return setting.named[name];
  return { value: defaults[name], from: setting.from, clauses: setting.clauses };
}

/** Whether a value had a say in what came out: it is that, or a list with some of it. */
function isPartOf(value: unknown, result: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : JSON.stringify(value) === JSON.stringify(result);
}

/** What any of some lists holds, each once. */
export function union<T>(...lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}
