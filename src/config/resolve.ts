import type { ClauseTable } from '../../rules/clauses.js';
import type { Rule } from '../../rules/rule.js';
import type { Kind } from '../document/document.js';
import type { ConfiguredKind } from '../document/kind.js';
import { LIMITS, type Limits } from '../document/limits.js';
import type { Config, Override, RuleSettings } from './config.js';
import type { Globs } from './globs.js';
import type { Known } from './known.js';
import { grouped, presetsTogether, type ResolvedSetting, setRules } from './layers.js';

export type { ResolvedSetting };

export interface ResolvedConfig {
  /** By rule. A kind has more than one setting where demands on it cannot be made one; the rule is then run by each. */
  readonly rules: ReadonlyMap<string, readonly ResolvedSetting[]>;
  /** What the clauses named in settings say, those of the user's own presets among them. */
  readonly clauses: ClauseTable;
  readonly limits: Limits;
  /** The rules that the config brings along: those of its plugins, and those it makes of data. */
  readonly added?: readonly Rule[];
  /** True where the config names plugins that this run must not load. */
  readonly pluginsOff?: true;
  /** The kind the config gives the file; front matter goes before it. */
  readonly kind?: ConfiguredKind;
}

/** How a rule is set for documents of a kind, null where that is not known; nothing where it is off or not about such. */
export function settingsOn(
  { rules }: Pick<ResolvedConfig, 'rules'>,
  ruleId: string,
  kind: Kind | null,
): readonly ResolvedSetting[] {
  const settings = rules.get(ruleId) ?? [];
  return settings.filter(({ severity, kinds }) => severity !== 'off' && kinds.includes(kind ?? 'unknown'));
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
  /** Whether the config takes a file out (absolute path with `/`): by `ignores`, or as it has `paths` and the file lies in none. */
  takesOut(path: string): boolean;
}

/** Names of the presets that hold: those of the command line, else the config's; and those that always do. */
export function presetNames({ presets, config }: Layers): readonly string[] {
  return [...(presets ?? config?.extends ?? ['recommended']), ...(config?.standing ?? [])];
}

/**
 * Makes the resolver of a run. Of presets side by side the stricter wins; then later layers win rule by rule and option by
 * option: `rules`, matching overrides in order, the command line. The glob matcher is loaded only where there are globs.
 */
export async function makeResolver(layers: Layers, known: Known): Promise<Resolver> {
  const { config } = layers;
  const hasGlobs = config && config.overrides.length + config.ignores.length + config.paths.length > 0;
  const globs = hasGlobs ? await import('./globs.js') : null;
  const compile = globs?.compileGlobs;
  const overrides = compile && config ? config.overrides.map((override) => compileOverride(override, compile)) : [];
  const ignores = compile && config ? compile(config.ignores) : null;
  const isInPaths =
    globs && config && config.paths.length > 0 ? globs.compilePaths(config.paths, config.folder) : () => true;
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
    takesOut(path) {
      const below = pathBelow(config, path);
      return below !== undefined && (ignores?.(below) !== undefined || !isInPaths(below));
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

function resolve(layers: Layers, known: Known, matches: readonly (string | undefined)[]): ResolvedConfig {
  const { config, commandLineRules } = layers;
  const rules = presetsTogether(presetNames(layers), known);
  setRules(rules, config?.rules, 'rules', known);
  let kind: ConfiguredKind | undefined;
  for (const [i, override] of (config?.overrides ?? []).entries()) {
    const glob = matches[i];
    if (glob === undefined) continue;
    setRules(rules, override.rules, `overrides[${i}]`, known);
    if (override.kind) kind = { kind: override.kind, glob };
  }
  setRules(rules, commandLineRules, '--rule', known);
  const resolved = [...rules].map(
    ([id, byKind]) => [id, grouped(byKind, known.rules.get(id)?.defaults ?? {}, known.clauses)] as const,
  );
  return {
    rules: new Map(resolved),
    clauses: known.clauses,
    limits: { ...LIMITS, ...config?.limits },
    ...(known.added && { added: known.added }),
    ...(known.pluginsOff && { pluginsOff: known.pluginsOff }),
    ...(kind && { kind }),
  };
}
