import type { ClauseTable } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
import type { Kind } from '../document/document.js';
import { KINDS } from '../document/vocabulary.js';
import type { RuleSettings } from './config.js';
import type { Known, KnownRule } from './known.js';
import { type Origin, over, type Setting, sideBySide } from './setting.js';

/** A rule as it stands for some kinds of document. */
export interface ResolvedSetting extends Omit<Setting, 'named'> {
  readonly kinds: readonly AnyKind[];
  /** The rule's defaults with what was set over them. */
  readonly options: object;
  /** Where the options come from that are not the rule's defaults. */
  readonly optionsFrom: Readonly<Record<string, Origin>>;
}

/** `unknown`: documents whose kind is not known. */
export type AnyKind = Kind | 'unknown';

type ByKind = ReadonlyMap<AnyKind, readonly Setting[]>;
/** How every rule stands, by rule and kind; a kind has several settings where they cannot be made one. */
export type ByRule = Map<string, ByKind>;

export const ANY_KINDS: readonly AnyKind[] = [...KINDS.map(({ kind }) => kind), 'unknown'];

/**
 * What presets say side by side: of two the stricter wins.
 * @param above names of the presets that extend these
 */
export function presetsTogether(
  names: readonly string[],
  known: Known,
  above: readonly string[] = [],
  done = new Map<string, ByRule>(),
): ByRule {
  const rules: ByRule = new Map();
  for (const name of names) {
    const preset = known.presets.get(name);
    if (!preset || above.includes(name)) continue;
    const alone = done.get(name) ?? presetAlone(preset, known, [...above, name], done);
    // Presets that extend the same ones twice over would double the work with each layer.
    done.set(name, alone);
    for (const [id, settings] of alone) {
      const rule = known.rules.get(id) as KnownRule;
      const before = rules.get(id);
      rules.set(id, before ? merged(before, settings, rule) : settings);
    }
  }
  return rules;
}

function merged(some: ByKind, others: ByKind, rule: KnownRule): ByKind {
  return new Map(
    ANY_KINDS.flatMap((kind) => {
      const settings = sideBySide(some.get(kind) ?? [], others.get(kind) ?? [], rule);
      return settings.length > 0 ? [[kind, settings] as const] : [];
    }),
  );
}

/** What a preset says, laid over the presets it extends. */
function presetAlone(preset: Preset, known: Known, above: readonly string[], done: Map<string, ByRule>): ByRule {
  const rules = presetsTogether(preset.extends ?? [], known, above, done);
  const from = [`preset ${preset.name}`];
  for (const id of new Set(preset.demands.map((demand) => demand.rule))) {
    const rule = known.rules.get(id);
    if (!rule) continue;
    const below = rules.get(id);
    const byKind = new Map(below);
    for (const kind of kindsOf(rule)) {
      const asked = preset.demands
        .filter((demand) => demand.rule === id && reaches(demand.kinds, kind))
        .map((demand): Setting => {
          const clauses = demand.clauses.filter((clause) => known.clauses.fallsOn(clause, kindOrNull(kind)));
          const named = Object.entries(demand.options ?? {}).map(([name, value]) => [name, { value, from, clauses }]);
          return { severity: demand.severity, from, clauses, named: Object.fromEntries(named) };
        });
      if (asked.length === 0) continue;
      // What a preset only encourages does not become a duty because it demands something else of the same rule.
      const isOnlyEncouraged = ({ severity, named }: Setting) => severity === 'warn' && Object.keys(named).length > 0;
      const own = [false, true].flatMap((encouraged) =>
        asked
          .filter((one) => isOnlyEncouraged(one) === encouraged)
          .reduce<Setting[]>((some, one) => sideBySide(some, [one], { schema: rule.schema }), []),
      );
      const bases = below?.get(kind) ?? [];
      byKind.set(kind, bases.length > 0 ? bases.flatMap((base) => own.map((setting) => over(base, setting))) : own);
    }
    rules.set(id, byKind);
  }
  return rules;
}

/** Lays over it what a user says of rules: it holds for every kind a rule applies to. */
export function setRules(rules: ByRule, settings: RuleSettings | undefined, layer: string, known: Known): void {
  for (const [id, { severity, options }] of settings ?? []) {
    const rule = known.rules.get(id);
    if (!rule) continue;
    const from = [layer];
    const named = Object.entries(options ?? {}).map(([name, value]) => [name, { value, from, clauses: [] }] as const);
    const set = { severity, from, named: Object.fromEntries(named) };
    const byKind = kindsOf(rule).map((kind): [AnyKind, Setting[]] => {
      const below = rules.get(id)?.get(kind) ?? [];
      if (below.length > 0) return [kind, below.map((setting) => over(setting, set))];
      const clauses = known.clauses.forRule(id, kindOrNull(kind) ?? undefined).map((clause) => clause.id);
      return [kind, [{ ...set, clauses }]];
    });
    rules.set(id, new Map(byKind));
  }
}

/** A rule's settings with its defaults filled in, one for all kinds that stand alike. */
export function grouped(byKind: ByKind, defaults: object, clauses: ClauseTable): ResolvedSetting[] {
  const groups = new Map<string, { kinds: AnyKind[]; setting: Setting }>();
  for (const kind of ANY_KINDS) {
    for (const setting of byKind.get(kind) ?? []) {
      const key = JSON.stringify(setting);
      const group = groups.get(key);
      if (group) group.kinds.push(kind);
      else groups.set(key, { kinds: [kind], setting });
    }
  }
  return [...groups.values()].map(({ kinds, setting }) => {
    const named = Object.entries(setting.named);
    return {
      kinds,
      severity: setting.severity,
      options: { ...defaults, ...Object.fromEntries(named.map(([name, { value }]) => [name, value])) },
      clauses: clauses.inOrder(setting.clauses),
      from: setting.from,
      optionsFrom: Object.fromEntries(
        named.map(([name, { value: _value, ...origin }]) => [
          name,
          { ...origin, clauses: clauses.inOrder(origin.clauses) },
        ]),
      ),
    };
  });
}

function kindsOf(rule: KnownRule): readonly AnyKind[] {
  return rule.kinds === 'any' ? ANY_KINDS : rule.kinds;
}

function reaches(kinds: readonly Kind[] | undefined, kind: AnyKind): boolean {
  return kinds === undefined || (kind !== 'unknown' && kinds.includes(kind));
}

function kindOrNull(kind: AnyKind): Kind | null {
  return kind === 'unknown' ? null : kind;
}
