import { rulesKnown, rulesUnder } from './check.js';
import type { Finding } from './finding.js';
import { messagesOf, resultOf, withSourceLines } from './messages.js';
import { redacted } from './redact.js';
import type { FileResult } from './result.js';
import type { FileYield, LintOptions } from './run.js';
import { applyDirectives, type DirectiveOptions } from './suppress.js';

/**
 * The results of a run: what each file yielded and what archive rules found, less what directives suppress, in words and places.
 * @param found by archive rules, by path
 */
export function conclude(
  yields: readonly FileYield[],
  found: ReadonlyMap<string, readonly Finding[]>,
  options: LintOptions,
): FileResult[] {
  const configs = yields.map(({ path }) => options.configFor(path));
  const sensitive = new Set(
    rulesUnder(configs, options.rules)
      .filter((rule) => rule.sensitive)
      .map(({ id }) => id),
  );
  const directiveOptions: DirectiveOptions = {
    known: new Set(rulesKnown(configs, options.rules).map(({ id }) => id)),
    othersMayBe: yields.some(({ path }) => options.configFor(path).pluginsOff === true),
    unused: options.unusedDirectives ?? 'warn',
    incomplete: incompleteRules(yields, found, options),
  };
  return yields.map(({ path, findings, directives, lineStarts, text, output }) => {
    const all = [...findings, ...(found.get(path) ?? [])];
    const isSensitive = all.some(({ ruleId }) => ruleId !== null && sensitive.has(ruleId));
    const worded = (some: readonly Finding[]) => {
      const messages = messagesOf(some, lineStarts, options.locale, options.configFor(path).clauses);
      if (isSensitive) return messages.map(redacted);
      return text === undefined ? messages : withSourceLines(messages, text, lineStarts);
    };
    const { kept, suppressed } = applyDirectives(all, directives, directiveOptions);
    return {
      ...resultOf(path, worded(kept), worded(suppressed)),
      ...(output === undefined ? {} : { output }),
      ...(isSensitive ? { sensitive: true as const } : {}),
    };
  });
}

/** Rules that failed on some file, and those that need a segmenter where none could be loaded. */
function incompleteRules(
  yields: readonly FileYield[],
  found: ReadonlyMap<string, readonly Finding[]>,
  { rules, segmenter }: LintOptions,
): ReadonlySet<string> {
  const unserved = segmenter === null ? rules.filter(({ needs }) => needs === 'segmenter').map(({ id }) => id) : [];
  const failed = [...yields.map(({ findings }) => findings), ...found.values()].flatMap((findings) =>
    findings.flatMap(({ fatal, ruleId }) => (fatal && ruleId !== null ? ruleId : [])),
  );
  return new Set([...unserved, ...failed]);
}
