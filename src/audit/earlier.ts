import type { AuditedDocument, AuditFinding, AuditReport } from './audit-report.js';

/** What is read of an earlier audit. */
export interface Earlier extends Pick<AuditReport, 'date' | 'partial' | 'presets'> {
  readonly version: string;
  /** The rules that were in force. */
  readonly rules: readonly string[];
  readonly documents: readonly EarlierDocument[];
}

export type EarlierDocument = Pick<AuditedDocument, 'path' | 'title' | 'kind' | 'department' | 'readable'> & {
  readonly findings: readonly Pick<AuditFinding, 'id' | 'ruleId' | 'severity' | 'what' | 'sentence'>[];
};

/** Why a text is no earlier audit: no JSON, cut off it may be; something else; an audit of a version that did not tell findings from each other. */
export type NoAudit = 'noJson' | 'noAudit' | 'olderAudit';

/** Reads what `--json` wrote. @returns why a text is nothing of the kind, where it is not */
export function readEarlier(text: string): Earlier | NoAudit {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'noJson';
  }
  if (!isRecord(read) || !isRecord(read.tool) || read.tool.name !== 'jiedu-lint' || !Array.isArray(read.documents))
    return 'noAudit';
  const { date, partial, presets, demands, documents } = read;
  const { version } = read.tool;
  const rules = Array.isArray(demands) ? demands.map((demand) => isRecord(demand) && demand.ruleId) : [null];
  const isWhole = isText(date, version) && typeof partial === 'boolean' && isTexts(presets) && isTexts(rules);
  return isWhole && documents.every(isDocument)
    ? ({ date, version, partial, presets, rules, documents } as Earlier)
    : 'olderAudit';
}

function isDocument(document: unknown): boolean {
  if (!isRecord(document)) return false;
  const { path, title, kind, department, readable, findings } = document;
  return (
    isText(path, title, department) &&
    (kind === null || isText(kind)) &&
    typeof readable === 'boolean' &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  );
}

function isFinding(finding: unknown): boolean {
  if (!isRecord(finding)) return false;
  const { id, ruleId, severity, what, sentence } = finding;
  return (
    isText(id, what, sentence) && (ruleId === null || isText(ruleId)) && (severity === 'error' || severity === 'warn')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && isText(...value);
}
