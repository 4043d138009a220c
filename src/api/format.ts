import { resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { reportText } from '../cli/reports.js';
import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import { formatters } from '../report/index.js';

export interface FormatOptions {
  /** The folder that paths are shown relative to; the process's own where absent. */
  readonly cwd?: string;
  readonly locale?: Locale;
}

/** The names that `format` takes. */
export const formats: readonly string[] = [...formatters.keys()];

/**
 * Results as one text, without colours, ending in a line break unless it is empty.
 * @param name one of `formats`
 * @throws Error for another name
 */
export function format(results: readonly FileResult[], name: string, options: FormatOptions = {}): Promise<string> {
  const { cwd = process.cwd(), locale = 'zh-CN' } = options;
  const world = { cwd: resolve(cwd), colors: false, env: {} };
  return reportText(results, name, false, { locale, version: manifest.version, color: false }, world);
}
