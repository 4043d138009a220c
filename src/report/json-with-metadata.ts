import type { FileResult } from '../lint/result.js';
import { inertJson } from './inert-json.js';
import { asInEslint } from './json.js';
import { type ReportContext, rulesFound } from './report.js';

/** The results as `json` prints them, and what is known of the rules that have findings. */
export function jsonWithMetadata(results: readonly FileResult[], context: ReportContext): string {
  const rulesMeta = rulesFound(results, context).map(({ id, demand, fixable, clauses }) => [
    id,
    { docs: { description: demand }, ...(fixable ? { fixable: 'code' } : {}), clauses },
  ]);
  return inertJson({
    results: results.map(asInEslint),
    metadata: {
      version: context.version,
      locale: context.locale,
      ...(context.partial ? { partial: true } : {}),
      rulesMeta: Object.fromEntries(rulesMeta),
    },
  });
}
