import type { Rule } from '../../rules/rule.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { archiveRulesUnder, type CheckedArchive, memoize, rulesKnown, rulesUnder } from './check.js';
import type { Checked } from './check-files.js';
import type { CheckedFile } from './checked-file.js';
import type { Finding } from './finding.js';
import { limitFindings, limitSuppressed } from './limit-findings.js';
import { messagesOf, resultOf, withSourceLines } from './messages.js';
import type { LintOptions } from './options.js';
import { quotedFrom } from './quoting.js';
import { redacted } from './redact.js';
import type { FileResult } from './result.js';
import { inSource } from './source-map.js';
import { applyDirectives, type DirectiveOptions } from './suppress.js';

/**
 * The results of a run: what each file yielded and what archive rules found, less what directives suppress, in words and places.
 * @param archive what archive rules say
 */
export function toResults(checked: Checked, archive: CheckedArchive, options: LintOptions): FileResult[] {
  const found = archive.findings;
  const { files } = checked;
  const configs = files.map(({ path }) => options.configFor(path));
  const distinct = [...new Set(configs)];
  const sensitive = new Set(
    rulesUnder(distinct, options.rules)
      .filter((rule) => rule.sensitive)
      .map(({ id }) => id),
  );
  const directiveOptions: DirectiveOptions = {
    known: new Set(rulesKnown(distinct, options.rules).map(({ id }) => id)),
    othersMayBe: distinct.some(({ pluginsOff }) => pluginsOff === true),
    unused: options.unusedDirectives ?? 'warn',
    incomplete: incompleteRules(checked, found, options),
  };
  const unjudged = notApplicableOf(rulesKnown(distinct, options.rules), archive);
  return files.map((file, index) => {
    const { path, findings, directives, facts, text, output, map } = file;
    const { clauses, limits } = configs[index] as ResolvedConfig;
    const ofArchive = found.get(path) ?? [];
    const notApplicable = unjudged(file);
    const all = [...findings, ...(options.parts?.includes('quotes') ? quotedFrom(file, ofArchive) : ofArchive)];
    const isSensitive = all.some(({ ruleId }) => ruleId !== null && sensitive.has(ruleId));
    const worded = (some: readonly Finding[]) => {
      if (some.length === 0) return [];
      const lineStarts = facts?.lineStarts ?? [0];
      const told = messagesOf(some, lineStarts, options.locale, clauses, facts?.keyLanguage);
      const messages = map ? told.map((message) => inSource(message, map)) : told;
      // What archive rules say of a file may quote others.
      const isQuoting = sensitive.size > 0 && ofArchive.length > 0;
      const shown = isSensitive || isQuoting ? messages.map(redacted) : messages;
      return isSensitive || text === undefined ? shown : withSourceLines(shown, text, lineStarts);
    };
    const { kept, suppressed: withdrawn } = applyDirectives(all, directives, directiveOptions);
    const { suppressed, told } = limitSuppressed(withdrawn, limits.findings);
    return {
      ...resultOf(path, worded([...told, ...limitFindings(kept, limits.findings)]), worded(suppressed)),
      ...(output === undefined ? {} : { output }),
      ...(map && { derived: true as const }),
      ...(map && Object.keys(map.notRead).length > 0 && { notRead: map.notRead }),
      ...(isSensitive ? { sensitive: true as const } : {}),
      ...(notApplicable.length > 0 ? { notApplicable } : {}),
    };
  });
}

/** A rule that looks at documents and at the archive does not judge a file where both say so. */
function notApplicableOf(rules: readonly Rule[], archive: CheckedArchive): (file: CheckedFile) => readonly string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ofArchive = memoize((id: string) => byId.get(id)?.checkArchive !== undefined);
  const ofDocuments = memoize((id: string) => byId.get(id)?.check !== undefined);
  return ({ path, notApplicable }) => {
    const inArchive = archive.notApplicable.get(path);
    const found = notApplicable.filter((id) => !ofArchive(id));
    return inArchive === undefined
      ? found
      : [...found, ...inArchive.filter((id) => !ofDocuments(id) || notApplicable.includes(id))];
  };
}

/** Rules that failed on some file, and those that did not come to run. */
function incompleteRules(
  { files, partial }: Checked,
  found: ReadonlyMap<string, readonly Finding[]>,
  { rules, configFor }: LintOptions,
): ReadonlySet<string> {
  const unrun = partial
    ? archiveRulesUnder(
        files.map(({ path }) => configFor(path)),
        rules,
      )
    : [];
  const incomplete = new Set(unrun.map(({ id }) => id));
  const add = (findings: readonly Finding[]) => {
    for (const { fatal, ruleId } of findings) if (fatal && ruleId !== null) incomplete.add(ruleId);
  };
  for (const { findings } of files) add(findings);
  for (const findings of found.values()) add(findings);
  return incomplete;
}
