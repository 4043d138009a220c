import { clauseOf } from '../../rules/clauses.js';
import type { Report, Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ResolvedConfig, ResolvedRule } from '../config/resolve.js';
import type { Document, Kind } from '../document/document.js';
import type { ElementFindings } from '../elements/detect.js';
import type { Finding } from './finding.js';

/**
 * Runs the document rules over one document.
 * @returns findings in the order of the rules; a rule that throws is a fatal finding of its own, and the others go on
 */
export function checkDocument(
  document: Document,
  elements: ElementFindings,
  config: ResolvedConfig,
  rules: readonly Rule[],
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const settings = settingsOf(rule, config, document.kind);
    if (!settings || !rule.check) continue;
    const found: Finding[] = [];
    const report = (reported: Report) => void found.push(findingOf(rule, settings, document.kind, reported));
    try {
      rule.check({ document, elements, options: settings.options as Record<string, unknown>, report });
      findings.push(...found);
    } catch (error) {
      findings.push(crash(rule.id, error));
    }
  }
  return findings;
}

/**
 * Runs the archive rules over the facts of all files.
 * @param configFor the config of a linted file
 * @returns findings by the path of the file they are about
 */
export function checkArchive(
  archive: ArchiveIndex,
  configFor: (facts: Facts) => ResolvedConfig,
  rules: readonly Rule[],
): Map<string, Finding[]> {
  const byPath = new Map<string, Finding[]>();
  const add = (path: string, finding: Finding) => {
    const known = byPath.get(path);
    if (known) known.push(finding);
    else byPath.set(path, [finding]);
  };
  for (const rule of rules) {
    if (!rule.checkArchive) continue;
    const settings = (facts: Facts) => settingsOf(rule, configFor(facts), facts.kind);
    const files = archive.linted.filter((facts) => settings(facts) !== null);
    if (files.length === 0) continue;
    let current = files[0] as Facts;
    try {
      rule.checkArchive({
        archive,
        files,
        optionsFor: (facts) => {
          current = facts;
          return (settings(facts)?.options ?? rule.defaults) as Record<string, unknown>;
        },
        report: (facts, reported) => {
          current = facts;
          const resolved = settings(facts);
          if (resolved) add(facts.path, findingOf(rule, resolved, facts.kind, reported));
        },
      });
    } catch (error) {
      add(current.path, crash(rule.id, error));
    }
  }
  return byPath;
}

/** How a rule stands for a file; null where it is off or not about this kind of paper. */
function settingsOf(rule: Rule, config: ResolvedConfig, kind: Kind | null): ResolvedRule | null {
  const settings = config.rules.get(rule.id);
  if (!settings || settings.severity === 'off') return null;
  if (rule.kinds !== 'any' && (kind === null || !rule.kinds.includes(kind))) return null;
  return settings;
}

function findingOf(rule: Rule, settings: ResolvedRule, kind: Kind | null, reported: Report): Finding {
  const message = rule.messages[reported.messageId];
  if (!message) throw new Error(`no message "${reported.messageId}"`);
  return {
    ruleId: rule.id,
    messageId: reported.messageId,
    severity: settings.severity === 'error' ? 'error' : 'warn',
    range: reported.at,
    ...(reported.evidence === undefined ? {} : { evidence: reported.evidence }),
    data: reported.data ?? {},
    clauses: settings.clauses.filter((id) => fallsOn(id, kind)),
    what: message.what,
    todo: message.todo,
  };
}

/** Whether a clause speaks of this kind of paper; a user's own clause, not in our table, counts for all. */
function fallsOn(id: string, kind: Kind | null): boolean {
  const kinds = clauseOf(id)?.kinds ?? 'any';
  return kinds === 'any' || kind === null || kinds.length === 0 || kinds.includes(kind);
}

/** A fault of ours must not pass for a clean file, nor keep other rules and files from being checked. */
function crash(ruleId: string, error: unknown): Finding {
  return {
    ruleId,
    messageId: 'crash',
    severity: 'error',
    range: { start: 0, end: 0 },
    data: { rule: ruleId, error: error instanceof Error ? error.message : String(error) },
    clauses: [],
    what: {
      'zh-CN': '规则 {rule} 检查本文件时出错（{error}），这条规则对本文件没有检查完',
      en: 'Rule {rule} failed on this file ({error}); the file was not checked by it',
    },
    todo: {
      'zh-CN': '这是程序的错误，请把这条信息和文件报告给维护者；可先用 --rule "{rule}: off" 关闭它',
      en: 'This is a fault of the program: please report it with the file; --rule "{rule}: off" turns the rule off meanwhile',
    },
    fatal: true,
  };
}
