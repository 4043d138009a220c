import { archiveRulesUnder, rulesKnown, rulesUnder } from './check.js';
import type { Checked } from './check-files.js';
import type { Finding } from './finding.js';
import { messagesOf, resultOf, withSourceLines } from './messages.js';
import { redacted } from './redact.js';
import type { FileResult } from './result.js';
import type { LintOptions } from './run.js';
import { applyDirectives, type DirectiveOptions } from './suppress.js';

/**
 * The results of a run: what each file yielded and what archive rules found, less what directives suppress, in words and places.
 * @param found by archive rules, by path
 */
export function conclude(
  checked: Checked,
  found: ReadonlyMap<string, readonly Finding[]>,
  options: LintOptions,
): FileResult[] {
  const { files } = checked;
  const configs = files.map(({ path }) => options.configFor(path));
  const sensitive = new Set(
    rulesUnder(configs, options.rules)
      .filter((rule) => rule.sensitive)
      .map(({ id }) => id),
  );
  const directiveOptions: DirectiveOptions = {
    known: new Set(rulesKnown(configs, options.rules).map(({ id }) => id)),
    othersMayBe: files.some(({ path }) => options.configFor(path).pluginsOff === true),
    unused: options.unusedDirectives ?? 'warn',
    incomplete: incompleteRules(checked, found, options),
  };
  return files.map(({ path, findings, directives, lineStarts, text, output }) => {
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

/** Rules that failed on some file, those that need a segmenter where none could be loaded, and those that did not come to run. */
function incompleteRules(
  { files, unsegmented, partial }: Checked,
  found: ReadonlyMap<string, readonly Finding[]>,
  { rules, configFor }: LintOptions,
): ReadonlySet<string> {
  const unserved = unsegmented ? rules.filter(({ needs }) => needs === 'segmenter') : [];
  const unrun = partial
    ? archiveRulesUnder(
        files.map(({ path }) => configFor(path)),
        rules,
      )
    : [];
  const failed = [...files.map(({ findings }) => findings), ...found.values()].flatMap((findings) =>
    findings.flatMap(({ fatal, ruleId }) => (fatal && ruleId !== null ? ruleId : [])),
  );
  return new Set([...[...unserved, ...unrun].map(({ id }) => id), ...failed]);
}
