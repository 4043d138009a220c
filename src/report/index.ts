import type { Formatter } from './report.js';

export type { Formatter, Paint, ReportContext } from './report.js';

/** Every formatter under the name that `--format` takes. Each is loaded by the runs that use it. */
export const formatters: ReadonlyMap<string, () => Promise<Formatter>> = new Map<string, () => Promise<Formatter>>([
  ['stylish', async () => (await import('./stylish.js')).stylish],
  ['json', async () => (await import('./json.js')).json],
  ['json-with-metadata', async () => (await import('./json-with-metadata.js')).jsonWithMetadata],
  ['compact', async () => (await import('./compact.js')).compact],
  ['sarif', async () => (await import('./sarif.js')).sarif],
  ['sarif-with-suppressed', async () => (await import('./sarif.js')).sarifWithSuppressed],
  ['github', async () => (await import('./github.js')).github],
  ['gitlab', async () => (await import('./gitlab.js')).gitlab],
  ['junit', async () => (await import('./junit.js')).junit],
  ['checkstyle', async () => (await import('./checkstyle.js')).checkstyle],
  ['html', async () => (await import('./html.js')).html],
  ['markdown', async () => (await import('./markdown.js')).markdown],
]);
