import type { AuditedDocument, AuditFinding, AuditReport, Gone } from './audit-report.js';

/** What people read of it. */
export const GONE: Readonly<Record<Gone, string>> = {
  mended: '已改好',
  fileGone: '这次没有这份文件',
  notChecked: '这次没有检查',
  notCounted: '这次不计入（指令或压制文件）',
  notDemanded: '这次没有要求',
};

/** What an audit found, to be looked up by what another audit or a ledger says. */
export interface Standing {
  /** The findings that count, by id, with their documents. */
  readonly found: ReadonlyMap<string, { readonly document: AuditedDocument; readonly finding: AuditFinding }>;
  /** @param place a path, or the address a document is published at */
  documentAt(place: string): AuditedDocument | undefined;
  /** Why a finding is not there. @param ruleId null where that is not known */
  gone(finding: { readonly id: string; readonly path: string; readonly ruleId: string | null }): Gone;
}

/** The part of a report that is compared. */
export type Comparable = Pick<AuditReport, 'documents' | 'demands' | 'partial'>;

/** Makes what was found ready to be looked up; findings on files that could not be read are left aside. */
export function standingOf({ documents, demands, partial }: Comparable): Standing {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const byAddress = new Map(documents.map((document) => [document.address, document]));
  const readable = documents.filter((document) => document.readable);
  const inForce = new Set(demands.map(({ ruleId }) => ruleId));
  const uncounted = new Set(readable.flatMap(({ notCounted }) => notCounted.map(({ id }) => id)));
  return {
    found: new Map(
      readable.flatMap((document) => document.findings.map((finding) => [finding.id, { document, finding }] as const)),
    ),
    documentAt: (place) => byPath.get(place) ?? (place === '' ? undefined : byAddress.get(place)),
    gone({ id, path, ruleId }) {
      const document = byPath.get(path);
      if (!document) return 'fileGone';
      if (!document.readable || partial) return 'notChecked';
      if (uncounted.has(id)) return 'notCounted';
      return ruleId !== null && !inForce.has(ruleId) ? 'notDemanded' : 'mended';
    },
  };
}
