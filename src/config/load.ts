import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Localized } from '../language/locale.js';
import type { Config, ConfigProblem } from './config.js';
import type { Known } from './known.js';

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
 * Reads a config file. YAML is loaded only here, so that a run without config does without it.
 * @param file absolute path
 * @returns the config, or null and what is wrong; a file that cannot be read is a problem like any other
 */
export async function loadConfig(
  file: string,
  known: Known,
): Promise<{ config: Config | null; problems: readonly ConfigProblem[] }> {
  const failed = (message: Localized) => ({ config: null, problems: [{ file, line: 1, column: 1, message }] });
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return failed(unreadable((error as NodeJS.ErrnoException).code ?? 'UNKNOWN'));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed(notUtf8);
  }
  const { parseConfig } = await import('./parse.js');
  return parseConfig(text, file, known);
}

const unreadable = (code: string): Localized => {
  if (code === 'ENOENT')
    return { 'zh-CN': '没有这个配置文件；请检查路径', en: 'There is no such config file; check the path' };
  if (code === 'EISDIR')
    return { 'zh-CN': '这是文件夹；请写出其中的配置文件', en: 'This is a folder; name the config file in it' };
  return { 'zh-CN': `读不了这个配置文件（${code}）`, en: `The config file cannot be read (${code})` };
};

const notUtf8: Localized = {
  'zh-CN': '配置文件不是 UTF-8 编码；请另存为 UTF-8',
  en: 'The config file is not UTF-8; save it as UTF-8',
};
