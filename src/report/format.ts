import type { FileResult } from '../lint/result.js';
import { inSource } from './in-source.js';
import { formatters } from './index.js';
import type { Paint, ReportContext } from './report.js';

const same = (text: string) => text;

/** No colours. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, underline: same };

/**
 * Results as one text, with a line break at its end unless it is empty.
 * @param name one of `formatters`
 * @throws Error for another name
 */
export async function formatted(results: readonly FileResult[], name: string, context: ReportContext): Promise<string> {
  const formatter = await formatters.get(name)?.();
  if (!formatter) throw new Error(`no format ${name}`);
  const text = formatter(/^json/.test(name) ? results : inSource(results, context.locale), context);
  return text === '' ? '' : `${text}\n`;
}
