import { dirname, isAbsolute, join, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { ArchiveSettings } from '../archive/targets.js';
import type { Config, ConfigProblem, RuleSettings } from '../config/config.js';
import type { Known } from '../config/known.js';
import { findConfig, loadConfig } from '../config/load.js';
import type { ImportModule, PluginLoading } from '../config/plugins.js';
import { type Layers, makeResolver, type ResolvedConfig, type Resolver } from '../config/resolve.js';
import { gitRootOf, slashed } from '../files/ignore.js';
import { isWithin } from '../files/links.js';
import type { Locale } from '../language/locale.js';
import { knownNames } from './known.js';
import type { ConfigurationOptions } from './options.js';
import { ConfigError, type Data, type NoteCode } from './problems.js';

interface Loaded {
  readonly config: Config | null;
  readonly layers: Layers;
  readonly known: Known;
  readonly resolver: Resolver;
}

/** What a configuration needs of its engine. */
export interface ConfigurationWorld {
  /** The working folder, absolute. */
  readonly cwd: string;
  /** Absent where no plugins can be loaded. */
  readonly importModule?: ImportModule | undefined;
  note(code: NoteCode, locale: Locale, data: Data): void;
}

/**
 * The configuration of one run. Each file is under the nearest config at or above its folder, or under the one that is named.
 * `prepare` reads what a set of files needs; after it the questions about them are answered without I/O.
 */
export class Configuration {
  private readonly known = knownNames();
  private readonly byConfigFile = new Map<string, Loaded>();
  private readonly configFileByFolder = new Map<string, string>();
  private readonly resolved = new Map<string, ResolvedConfig>();
  private readonly spokenOf = new Set<string>();
  private readonly gitRoots = new Map<string, string | null>();

  constructor(
    private readonly world: ConfigurationWorld,
    private readonly options: ConfigurationOptions,
  ) {}

  /**
   * Reads the configs that hold for files.
   * @param paths absolute
   * @throws ConfigError naming every mistake in configs and in the rules and presets that the options name
   */
  async prepare(paths: readonly string[]): Promise<void> {
    for (const folder of new Set(paths.map((path) => dirname(path)))) await this.load(folder);
  }

  /** What to lint where nothing is named, as absolute patterns. */
  async defaultPatterns(): Promise<readonly string[]> {
    const { config } = await this.load(this.world.cwd);
    return config && config.paths.length > 0 ? config.paths.map((path) => join(config.folder, path)) : [this.world.cwd];
  }

  /** What decides in the working folder, and the names it may use. */
  async standing(): Promise<{ layers: Layers; known: Known }> {
    const { layers, known } = await this.load(this.world.cwd);
    return { layers, known };
  }

  /** What decides in each of the places that configs were read for. */
  get standings(): readonly { layers: Layers; known: Known }[] {
    return [...this.byConfigFile.values()].map(({ layers, known }) => ({ layers, known }));
  }

  /** The rules that ship, and those that the configs read so far bring along. */
  get rules(): readonly Rule[] {
    const added = [...this.byConfigFile.values()].flatMap(({ known }) => known.added ?? []);
    return added.length === 0 ? rules : [...rules, ...new Set(added)];
  }

  /** The configs read so far, with the presets and plugins they name. */
  get filesRead(): readonly string[] {
    return [...this.byConfigFile.values()].flatMap(filesBehind);
  }

  /** What makes the rules that a file's config adds: that config, the user's own presets, and plugins. */
  ruleSourcesFor(path: string): readonly { readonly path: string; readonly version?: string }[] {
    const { config, known } = this.loadedFor(path);
    if (!known.added) return [];
    const presets = [...known.presets.keys()].filter((name) => isAbsolute(name));
    return [...(config ? [config] : []), ...presets.map((path) => ({ path })), ...(known.plugins ?? [])];
  }

  configFor(path: string): ResolvedConfig {
    let config = this.resolved.get(path);
    if (!config) {
      config = this.loadedFor(path).resolver.forFile(slashed(path));
      this.resolved.set(path, config);
    }
    return config;
  }

  /** Whether a config takes a file out, by `ignores` or `paths`. */
  takesOut(path: string): boolean {
    return this.loadedFor(path).resolver.takesOut(slashed(path));
  }

  /** The archive a file belongs to: as the config says, else the config's folder, else the git repository, else the working folder. */
  settingsFor(path: string): ArchiveSettings {
    const { config } = this.loadedFor(path);
    if (config?.archive) return config.archive;
    if (config) return { root: slashed(config.folder), baseUrls: [] };
    const root = this.gitRoot(dirname(path)) ?? (isWithin(path, this.world.cwd) ? this.world.cwd : null);
    return { root: root === null ? null : slashed(root), baseUrls: [] };
  }

  /** The language of messages: the option's, else the config's, else Chinese. */
  get locale(): Locale {
    return this.statedLocale ?? 'zh-CN';
  }

  /** The language that an option or a config asks for. */
  get statedLocale(): Locale | undefined {
    if (this.options.locale) return this.options.locale;
    for (const { config } of this.byConfigFile.values()) if (config?.locale) return config.locale;
    return undefined;
  }

  private loadedFor(path: string): Loaded {
    const file = this.configFileByFolder.get(dirname(path));
    const loaded = file === undefined ? this.byConfigFile.values().next().value : this.byConfigFile.get(file);
    if (!loaded) throw new Error(`no config was prepared for ${path}`);
    return loaded;
  }

  private async load(folder: string): Promise<Loaded> {
    const file = this.configFile(folder);
    if (this.configFileByFolder.get(folder) !== file) this.resolved.clear();
    this.configFileByFolder.set(folder, file);
    const known = this.byConfigFile.get(file) ?? (await this.read(file));
    this.byConfigFile.set(file, known);
    return known;
  }

  private configFile(folder: string): string {
    const { config, configLookup = true, locale = 'zh-CN' } = this.options;
    if (config !== undefined) return isAbsolute(config) ? config : resolve(this.world.cwd, config);
    if (!configLookup) return '';
    const { file = '', passedOver, beside } = findConfig(folder, this.world.cwd);
    const spoken = passedOver ?? file;
    if (passedOver !== undefined && !this.spokenOf.has(spoken))
      this.world.note('configPassedOver', locale, { file: passedOver });
    if (beside && !this.spokenOf.has(spoken)) this.world.note('configsBeside', locale, { file, beside });
    this.spokenOf.add(spoken);
    return file;
  }

  private async read(file: string): Promise<Loaded> {
    const { presets = [] } = this.options;
    const set = ruleTexts(this.options.rules);
    const { config, known, problems: wrong } = await this.readConfig(file);
    const asked =
      presets.length > 0 || set.length > 0
        ? await this.asked(presets, set, known)
        : { names: [], known, rules: new Map(), problems: [] };
    const problems = [...asked.problems, ...wrong];
    if (problems.length > 0) throw new ConfigError(problems, this.locale);
    const layers = { config, commandLineRules: asked.rules, ...(presets.length > 0 ? { presets: asked.names } : {}) };
    const resolver = await makeResolver(layers, asked.known);
    const anywhere = [resolver.forFile('').rules, ...(config?.overrides ?? []).map(({ rules }) => rules)];
    const isOn = anywhere.some((rules) => [...rules.values()].flat().some(({ severity }) => severity !== 'off'));
    // To find nothing there is no good news.
    if (!isOn) {
      const said = presets.length > 0 ? '--preset' : file || '--rule';
      this.world.note('nothingOn', this.options.locale ?? config?.locale ?? 'zh-CN', { file: said });
    }
    return { config, layers, known: asked.known, resolver };
  }

  private async readConfig(file: string): ReturnType<typeof loadConfig> {
    if (file === '') return { config: null, known: this.known, problems: [] };
    const loaded = await loadConfig(file, this.known, this.pluginLoading(file), this.bound(file));
    const { config, known } = loaded;
    if (!known.pluginsOff) return loaded;
    const { hangsOnPlugins } = await import('../config/in-force.js');
    const isBare = config !== null && !this.options.presets?.length && hangsOnPlugins(config, known);
    const locale = this.options.locale ?? config?.locale ?? 'zh-CN';
    this.world.note(isBare ? 'pluginsOffBare' : 'pluginsOff', locale, { file });
    // Under no rules at all everything would pass.
    return isBare ? { ...loaded, config: { ...config, extends: ['recommended'] } } : loaded;
  }

  /** What a config may name lies in its repository, or its folder; the person who names a config may read what there is. */
  private bound(file: string): string | null {
    return this.options.config === undefined ? (this.gitRoot(dirname(file)) ?? dirname(file)) : null;
  }

  /** Plugins are code: only the config of the working folder, or the one that the options name, is trusted with them. */
  private pluginLoading(file: string): PluginLoading {
    const { importModule } = this.world;
    if (this.options.plugins === false || !importModule) return 'off';
    const isOwn = this.options.config !== undefined || isWithin(this.world.cwd, dirname(file));
    return isOwn ? importModule : 'foreign';
  }

  private async asked(
    presets: readonly string[],
    rules: readonly string[],
    known: Known,
  ): Promise<{ names: string[]; known: Known; rules: RuleSettings; problems: ConfigProblem[] }> {
    const { readPresetOptions, parseRuleOptions } = await import('../config/command-line.js');
    const named = readPresetOptions(presets, this.world.cwd, known);
    const set = parseRuleOptions(rules, named.known);
    return { names: named.names, known: named.known, rules: set.rules, problems: [...named.problems, ...set.problems] };
  }

  private gitRoot(folder: string): string | null {
    const known = this.gitRoots.get(folder);
    if (known !== undefined) return known;
    const root = gitRootOf(folder) ?? null;
    this.gitRoots.set(folder, root);
    return root;
  }
}

/** Rules as `--rule` takes them. */
function ruleTexts(rules: ConfigurationOptions['rules'] = []): readonly string[] {
  if (isList(rules)) return rules;
  return Object.entries(rules).map(([id, entry]) => `${JSON.stringify(id)}: ${JSON.stringify(entry)}`);
}

function isList(rules: NonNullable<ConfigurationOptions['rules']>): rules is readonly string[] {
  return Array.isArray(rules);
}

function filesBehind({ config, known }: Loaded): string[] {
  return [
    ...(config ? [config.path] : []),
    ...[...known.presets.keys()].filter((name) => isAbsolute(name)),
    ...(known.plugins ?? []).map((plugin) => plugin.path),
  ];
}
