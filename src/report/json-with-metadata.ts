import type { FileResult } from '../lint/result.js';
import { inertJson } from './inert-json.js';
import { json } from './json.js';
import { type ReportContext, rulesFound } from './report.js';

/** The results as `json` prints them, and what is known of the rules that have findings. */
export function* jsonWithMetadata(results: readonly FileResult[], context: ReportContext): Generator<string> {
  const rulesMeta = rulesFound(results, context).map(({ id, demand, fixable, clauses }) => [
    id,
    { docs: { description: demand }, ...(fixable ? { fixable: 'code' } : {}), clauses },
  ]);
  const metadata = {
    version: context.version,
    locale: context.locale,
    ...(context.partial ? { partial: true } : {}),
    rulesMeta: Object.fromEntries(rulesMeta),
  };
  yield '{"results":';
  yield* json(results);
  yield `,"metadata":${inertJson(metadata)}}`;
}
