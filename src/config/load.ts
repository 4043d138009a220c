import path from 'node:path';
import { gitRootOf } from '../files/ignore.js';
import { isWithin, lookAt } from '../files/links.js';
import { beyond, boundTo } from './bound.js';
import type { Config, ConfigProblem } from './config.js';
import type { Known } from './known.js';
import type { ReadPresets } from './parse.js';
import type { PluginLoading } from './plugins.js';
import { readText } from './read-text.js';

/** Names of a config file; in one folder the first that is there counts. */
export const CONFIG_NAMES = ['jiedu-lint.config.yaml', 'jiedu-lint.config.yml', 'jiedu-lint.config.json'] as const;

/** Which config holds for a folder. `file` and `passedOver` are not there together. */
export interface ConfigFound {
  /** Absolute. */
  readonly file?: string;
  /** No config holds, and this one above, absolute, does not count. */
  readonly passedOver?: string;
  /** Names of configs in the folder of `file` that do not count, where there are any. */
  readonly beside?: readonly string[];
}

/**
 * The config that holds for a folder: its own, else that of the nearest folder above, as far as its repository reaches. What stands above the
 * working folder has to belong to whom that folder belongs, or the one asked about, or to the superuser: others may write to /tmp.
 * @param folder absolute
 * @param cwd the working folder, absolute
 */
export function findConfig(folder: string, cwd: string): ConfigFound {
  const repository = gitRootOf(folder);
  const isTrusted = (at: string, file: string) => at === folder || isWithin(at, cwd) || isOfOneOf(file, [folder, cwd]);
  let passedOver: string | undefined;
  for (let at = folder; ; at = path.dirname(at)) {
    const [name, ...beside] = CONFIG_NAMES.filter((name) => lookAt(path.join(at, name)));
    if (name !== undefined) {
      const file = path.join(at, name);
      if (isWithin(at, repository ?? at) && isTrusted(at, file)) return beside.length > 0 ? { file, beside } : { file };
      passedOver ??= file;
    }
    if (at === path.dirname(at)) return passedOver === undefined ? {} : { passedOver };
  }
}

/** Whether a file belongs to the superuser, or to the owner of one of these folders. Windows tells no owners. */
function isOfOneOf(file: string, folders: readonly string[]): boolean {
  const owner = lookAt(file)?.uid;
  return owner === 0 || folders.some((folder) => lookAt(folder)?.uid === owner);
}

/**
 * Reads a config file, the plugins it names and the presets of the user's own that it names. YAML is loaded only here, so that
 * a run without config does without it.
 * @param file absolute path
 * @param plugins how plugins are loaded, or why none are
 * @param bound the folder that what it names must lie in, absolute; null: anywhere
 * @returns the config, or null and what is wrong (a file that cannot be read is a problem like any other); and what is
 * known with its plugins, its rules of data and the user's own presets
 */
export async function loadConfig(
  file: string,
  known: Known,
  plugins: PluginLoading = 'off',
  bound: string | null = null,
): Promise<{ config: Config | null; known: Known; problems: readonly ConfigProblem[] }> {
  const isBeyond = boundTo(bound);
  const read = isBeyond(file) ? { message: beyond(path.basename(file)) } : readText(file);
  if ('message' in read)
    return { config: null, known, problems: [{ file, line: 1, column: 1, message: read.message }] };
  const { parseConfig } = await import('./parse.js');
  const withPlugins = await pluginsOf(read.text, file, known, plugins);
  if (withPlugins.problems.length > 0) return { config: null, ...withPlugins };
  const { loadPresetFiles } = await import('./preset-files.js');
  const readPresets: ReadPresets = (files, extended) => loadPresetFiles(files, extended, isBeyond);
  return parseConfig(read.text, file, withPlugins.known, readPresets, isBeyond);
}

/** What is known with the plugins that a config names. What loads them is itself loaded only where there are some. */
async function pluginsOf(
  text: string,
  file: string,
  known: Known,
  loading: PluginLoading,
): Promise<{ known: Known; problems: readonly ConfigProblem[] }> {
  if (!text.includes('plugins')) return { known, problems: [] };
  const { loadPlugins, pluginsNamed } = await import('./plugins.js');
  return loadPlugins(pluginsNamed(text, file), known, loading);
}
