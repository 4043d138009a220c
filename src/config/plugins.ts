import { loadTreeParser } from '../document/tree.js';
import { slashed } from '../files/ignore.js';
import type { Localized } from '../language/locale.js';
import type { ConfigPlace, ConfigProblem } from './config.js';
import type { Known } from './known.js';
import { checkPlugin, withPlugin } from './plugin-check.js';
import { readYamlSource } from './yaml-source.js';

/**
 * Loads a module by the name of its package, or by its file.
 * @param from absolute path of the file that names it
 * @param fresh true where the module may have changed since it was loaded before
 * @returns its exports and its absolute path; rejects where it is not found (code MODULE_NOT_FOUND) or throws
 */
export type ImportModule = (
  name: string,
  from: string,
  fresh?: boolean,
) => Promise<{ readonly path: string; readonly module: unknown }>;

/** `off`: names that plugins would bring are let pass. `foreign`: the config is not the project's own, and may name none. */
export type PluginLoading = ImportModule | 'off' | 'foreign';

/** A plugin as a config names it, with the place. */
export interface NamedPlugin {
  readonly name: string;
  readonly at: ConfigPlace;
}

/** The plugins that a config's text names; none where the text is not well-formed, which is for `parseConfig` to say. */
export function pluginsNamed(text: string, file: string): NamedPlugin[] {
  const read = readYamlSource(text, file);
  if ('problem' in read) return [];
  const { value, placeOf } = read.source;
  const plugins = (value as { plugins?: unknown } | null)?.plugins ?? [];
  return [plugins].flat().flatMap((name, i) => {
    if (typeof name !== 'string' || name === '') return [];
    const path = Array.isArray(plugins) ? ['plugins', i] : ['plugins'];
    return [{ name, at: placeOf(path, 'value') }];
  });
}

/** Loads plugins one after another. What is wrong with one is a problem at the place that names it. */
export async function loadPlugins(
  named: readonly NamedPlugin[],
  known: Known,
  loading: PluginLoading,
): Promise<{ known: Known; problems: readonly ConfigProblem[] }> {
  if (named.length === 0) return { known, problems: [] };
  if (loading === 'off') return { known: { ...known, pluginsOff: true }, problems: [] };
  if (loading === 'foreign')
    return { known, problems: named.map(({ name, at }) => ({ ...at, message: SAID.foreign(name) })) };
  let extended = known;
  const problems: ConfigProblem[] = [];
  for (const { name, at } of named) {
    const loaded = await loadPlugin(name, at.file, extended, loading);
    if ('known' in loaded) extended = loaded.known;
    else problems.push(...loaded.messages.map((message) => ({ ...at, message })));
  }
  return { known: extended, problems };
}

async function loadPlugin(
  name: string,
  from: string,
  known: Known,
  importModule: ImportModule,
): Promise<{ known: Known } | { messages: readonly Localized[] }> {
  let loaded: Awaited<ReturnType<ImportModule>>;
  try {
    loaded = await importModule(name, from);
  } catch (error) {
    const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    return {
      messages: [code === 'MODULE_NOT_FOUND' ? SAID.notFound(name) : SAID.failed(name, message.split('\n')[0] ?? '')],
    };
  }
  const path = slashed(loaded.path);
  if (known.plugins?.some((plugin) => plugin.path === path)) return { known };
  const { Ajv } = await import('ajv');
  const checked = checkPlugin(exported(loaded.module), name, known, new Ajv(AJV_OPTIONS));
  if ('messages' in checked) return checked;
  if (checked.plugin.rules?.some(({ needs }) => needs === 'tree')) await loadTreeParser();
  return { known: withPlugin(known, checked, path) };
}

/** As the schemas of the rules that ship are compiled. */
const AJV_OPTIONS = {
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictTuples: false,
  messages: false,
  keywords: ['x-stricter'],
};

/** The default export, also of modules that were compiled to CommonJS. */
function exported(module: unknown): unknown {
  const outer = (module as { default?: unknown } | null)?.default ?? module;
  return (outer as { __esModule?: boolean; default?: unknown } | null)?.__esModule
    ? (outer as { default?: unknown }).default
    : outer;
}

/** What is wrong, and what to do. */
// biome-ignore format: a row a language
const SAID = {
  notFound: (name: string) => ({ 'zh-CN': `找不到插件“${name}”；包要先安装（npm install），文件要以 ./ 开头、相对于本配置文件`,
    en: `There is no plugin "${name}"; install the package (npm install), or write a file with ./, relative to this config` }),
  failed: (name: string, error: string) => ({ 'zh-CN': `插件“${name}”加载时出错：${error}；请改正插件，或用 --no-plugins 不用插件`,
    en: `The plugin "${name}" failed to load: ${error}; mend it, or leave plugins out with --no-plugins` }),
  foreign: (name: string) => ({ 'zh-CN': `插件“${name}”会运行程序，只有工作目录（或其上级）的配置和 -c 指定的配置才能用插件；请到这个配置的文件夹里运行，或加 --no-plugins`,
    en: `The plugin "${name}" is code; only the config of the working folder (or above it) and the one -c names may have plugins; run in this config's folder, or add --no-plugins` }),
} as const;
