import type { Severity } from '../../rules/rule.js';
import type { ConfiguredKind } from '../document/kind.js';
import type { Config, Override, RuleSettings } from './config.js';
import type { Globs } from './globs.js';
import type { Known } from './known.js';

/** A rule as it stands for one file. */
export interface ResolvedRule {
  readonly severity: Severity;
  /** The rule's defaults with what was set over them. */
  readonly options: object;
  /** Ids of the clauses that asked for it. */
  readonly clauses: readonly string[];
  /** The layer that decided the severity: `preset recommended`, `rules`, `overrides[0]`, `--rule`. */
  readonly from: string;
}

export interface ResolvedConfig {
  readonly rules: ReadonlyMap<string, ResolvedRule>;
  /** The kind the config gives the file; front matter goes before it. */
  readonly kind?: ConfiguredKind;
}

/** The layers that decide, from the lowest to the highest. Their names were checked when they were read. */
export interface Layers {
  /** Presets the command line names: they stand in place of the config's. */
  readonly presets?: readonly string[];
  readonly config: Config | null;
  readonly commandLineRules?: RuleSettings;
}

export interface Resolver {
  /**
   * What holds for a file. The same object for files under the same overrides.
   * @param path absolute, with `/`
   */
  forFile(path: string): ResolvedConfig;
  /** The glob of `ignores` that takes out a file or folder (absolute path with `/`), or undefined. */
  ignoredBy(path: string): string | undefined;
}

/**
 * Makes the resolver of a run. Later layers win rule by rule: presets in order, `rules`, matching overrides in order,
 * the command line. A severity alone keeps the options of the layer below. The glob matcher is loaded only where there are globs.
 */
export async function makeResolver(layers: Layers, known: Known): Promise<Resolver> {
  const { config } = layers;
  const compile =
    config && (config.overrides.length > 0 || config.ignores.length > 0)
      ? (await import('./globs.js')).compileGlobs
      : null;
  const overrides = compile && config ? config.overrides.map((override) => compileOverride(override, compile)) : [];
  const ignores = compile && config ? compile(config.ignores) : null;
  const cache = new Map<string, ResolvedConfig>();
  return {
    forFile(path) {
      const below = pathBelow(config, path);
      const matches = overrides.map((matchesFile) => (below === undefined ? undefined : matchesFile(below)));
      const key = JSON.stringify(matches.map((glob) => glob ?? 0));
      const resolved = cache.get(key) ?? resolve(layers, known, matches);
      cache.set(key, resolved);
      return resolved;
    },
    ignoredBy(path) {
      const below = pathBelow(config, path);
      return below === undefined ? undefined : ignores?.(below);
    },
  };
}

/** Gives the glob by which an override takes a path in. */
function compileOverride({ files, excludedFiles }: Override, compile: (globs: readonly string[]) => Globs): Globs {
  const [taken, excluded] = [compile(files), compile(excludedFiles)];
  return (path) => (excluded(path) === undefined ? taken(path) : undefined);
}

/** A path relative to the config's folder; undefined where it lies outside: no glob reaches there. */
function pathBelow(config: Config | null, path: string): string | undefined {
  if (!config) return undefined;
  const folder = config.folder.endsWith('/') ? config.folder : `${config.folder}/`;
  return path.startsWith(folder) && path.length > folder.length ? path.slice(folder.length) : undefined;
}

function resolve(
  { presets, config, commandLineRules }: Layers,
  known: Known,
  matches: readonly (string | undefined)[],
): ResolvedConfig {
  const rules = new Map<string, ResolvedRule>();
  const names = presets ?? config?.extends ?? ['recommended'];
  for (const name of names) addPreset(rules, name, known, []);
  addSettings(rules, config?.rules, 'rules', known);
  let kind: ConfiguredKind | undefined;
  for (const [i, override] of (config?.overrides ?? []).entries()) {
    const glob = matches[i];
    if (glob === undefined) continue;
    addSettings(rules, override.rules, `overrides[${i}]`, known);
    if (override.kind) kind = { kind: override.kind, glob };
  }
  addSettings(rules, commandLineRules, '--rule', known);
  return kind ? { rules, kind } : { rules };
}

function addPreset(rules: Map<string, ResolvedRule>, name: string, known: Known, above: readonly string[]): void {
  const preset = known.presets.get(name);
  if (!preset || above.includes(name)) return;
  for (const base of preset.extends ?? []) addPreset(rules, base, known, [...above, name]);
  for (const [id, { severity, options, clauses }] of Object.entries(preset.rules)) {
    const below = rules.get(id);
    rules.set(id, {
      severity,
      options: optionsOf(id, options, below, known),
      clauses: [...new Set([...(below?.clauses ?? []), ...clauses])],
      from: `preset ${name}`,
    });
  }
}

function addSettings(
  rules: Map<string, ResolvedRule>,
  settings: RuleSettings | undefined,
  from: string,
  known: Known,
): void {
  for (const [id, { severity, options }] of settings ?? []) {
    const below = rules.get(id);
    rules.set(id, {
      severity,
      options: optionsOf(id, options, below, known),
      clauses: below?.clauses ?? known.rules.get(id)?.clauses ?? [],
      from,
    });
  }
}

function optionsOf(id: string, options: object | undefined, below: ResolvedRule | undefined, known: Known): object {
  const defaults = known.rules.get(id)?.defaults ?? {};
  return options ? { ...defaults, ...options } : (below?.options ?? defaults);
}
