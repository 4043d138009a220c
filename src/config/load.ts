import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config, ConfigProblem } from './config.js';
import type { Known } from './known.js';
import { readText } from './read-text.js';

/** Names of a config file; in one folder the first that is there counts. */
export const CONFIG_NAMES = ['jiedu-lint.config.yaml', 'jiedu-lint.config.yml', 'jiedu-lint.config.json'] as const;

/** The config that holds for a folder (absolute path): its own, else that of the nearest folder above. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    for (const name of CONFIG_NAMES) {
      const file = path.join(at, name);
      if (existsSync(file)) return file;
    }
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * Reads a config file and the presets of the user's own that it names. YAML is loaded only here, so that a run without config does
 * without it.
 * @param file absolute path
 * @returns the config, or null and what is wrong (a file that cannot be read is a problem like any other); and what is
 * known with the user's own presets
 */
export async function loadConfig(
  file: string,
  known: Known,
): Promise<{ config: Config | null; known: Known; problems: readonly ConfigProblem[] }> {
  const read = readText(file);
  if ('message' in read)
    return { config: null, known, problems: [{ file, line: 1, column: 1, message: read.message }] };
  const { parseConfig } = await import('./parse.js');
  const { config, problems, files } = parseConfig(read.text, file, known);
  if (files.length === 0) return { config, known, problems };
  const { loadPresetFiles } = await import('./preset-files.js');
  const loaded = loadPresetFiles(files, known);
  return { config: loaded.problems.length > 0 ? null : config, known: loaded.known, problems: loaded.problems };
}
