import { compact } from './compact.js';
import { json } from './json.js';
import type { Formatter } from './report.js';
import { stylish } from './stylish.js';

export type { Formatter, Paint, ReportContext } from './report.js';

/** Every formatter under the name that `--format` takes. */
export const formatters: ReadonlyMap<string, Formatter> = new Map<string, Formatter>([
  ['stylish', stylish],
  ['json', json],
  ['compact', compact],
]);
