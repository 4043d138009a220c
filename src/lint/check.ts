import type { Report, Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ResolvedConfig, ResolvedSetting } from '../config/resolve.js';
import type { Document, Kind } from '../document/document.js';
import type { ElementFindings } from '../elements/detect.js';
import type { Segmenter } from '../language/segmenter.js';
import type { Finding } from './finding.js';

/**
 * Runs the document rules over one document.
 * @param segmenter asked by rules that cut text into words; null where there is none
 * @returns findings in the order of the rules; a rule that throws is a fatal finding of its own, and the others go on
 */
export function checkDocument(
  document: Document,
  elements: ElementFindings,
  config: ResolvedConfig,
  rules: readonly Rule[],
  segmenter: () => Segmenter | null = () => null,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!rule.check) continue;
    const found: Finding[] = [];
    try {
      for (const setting of settingsOf(rule, config, document.kind)) {
        const report = (reported: Report) => void found.push(findingOf(rule, setting, reported));
        rule.check({ document, elements, options: setting.options as Record<string, unknown>, segmenter, report });
      }
      // One by one: there may be more findings than a call takes arguments.
      for (const finding of joined(found)) findings.push(finding);
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
    const check = rule.checkArchive;
    if (!check) continue;
    const settings = new Map(
      archive.linted.map((facts) => [facts, settingsOf(rule, configFor(facts), facts.kind)] as const),
    );
    const rounds = [...settings.values()].reduce((most, some) => Math.max(most, some.length), 0);
    let current = archive.linted[0] as Facts;
    for (let round = 0; round < rounds; round++) {
      const settingFor = (facts: Facts) => settings.get(facts)?.[round];
      try {
        check({
          archive,
          files: archive.linted.filter((facts) => settingFor(facts) !== undefined),
          optionsFor: (facts) => {
            current = facts;
            return (settingFor(facts)?.options ?? rule.defaults) as Record<string, unknown>;
          },
          report: (facts, reported) => {
            current = facts;
            const setting = settingFor(facts);
            if (setting) add(facts.path, findingOf(rule, setting, reported));
          },
        });
      } catch (error) {
        add(current.path, crash(rule.id, error));
        break;
      }
    }
  }
  return new Map([...byPath].map(([path, findings]) => [path, joined(findings)]));
}

/** How a rule stands for a file: by nothing where it is off or not about this kind of paper, else by one setting, seldom more. */
function settingsOf(rule: Rule, config: ResolvedConfig, kind: Kind | null): ResolvedSetting[] {
  const settings = config.rules.get(rule.id) ?? [];
  return settings.filter(({ severity, kinds }) => severity !== 'off' && kinds.includes(kind ?? 'unknown'));
}

function findingOf(rule: Rule, setting: ResolvedSetting, reported: Report): Finding {
  const message = rule.messages[reported.messageId];
  if (!message) throw new Error(`no message "${reported.messageId}"`);
  return {
    ruleId: rule.id,
    messageId: reported.messageId,
    severity: message.severity ?? (setting.severity === 'error' ? 'error' : 'warn'),
    range: reported.at,
    ...(reported.evidence === undefined ? {} : { evidence: reported.evidence }),
    ...(reported.fix ? { fix: reported.fix } : {}),
    data: reported.data ?? {},
    clauses: clausesBehind(reported.options ?? message.options ?? [], setting),
    what: message.what,
    todo: message.todo,
  };
}

/** The clauses that ask for what a message is about: for the options it speaks of, or for the rule as such. */
function clausesBehind(options: readonly string[], setting: ResolvedSetting): readonly string[] {
  const named = options.flatMap((option) => setting.optionsFrom[option] ?? []);
  if (named.length === 0) return setting.clauses;
  const behind = new Set(named.flatMap(({ clauses }) => clauses));
  return setting.clauses.filter((id) => behind.has(id));
}

/** What several settings of one rule found alike is one finding, at the higher severity, asked for by the clauses of all. */
function joined(findings: readonly Finding[]): Finding[] {
  const byWhat = new Map<string, Finding>();
  for (const finding of findings) {
    const { ruleId, messageId, range, data } = finding;
    const key = JSON.stringify([ruleId, messageId, range.start, range.end, data]);
    const same = byWhat.get(key);
    byWhat.set(key, same ? both(same, finding) : finding);
  }
  return [...byWhat.values()];
}

function both(a: Finding, b: Finding): Finding {
  const high = b.severity === 'error' ? b : a;
  return { ...high, clauses: [...new Set([...a.clauses, ...b.clauses])] };
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
