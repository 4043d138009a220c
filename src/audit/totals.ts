import { addTo } from '../archive/lists.js';
import { KINDS } from '../document/vocabulary.js';
import { compare } from '../language/order.js';
import type { AuditedDocument, Group, Totals } from './audit-report.js';

export function totalsOf(documents: Iterable<AuditedDocument>): Totals {
  const none = { compliant: 0, errors: 0, warnings: 0 };
  const totals = {
    ...{ documents: 0, compliant: 0, clean: 0, withErrors: 0, unreadable: 0, errors: 0, warnings: 0 },
    ...{ text: { ...none }, metadata: { ...none } },
  };
  for (const { readable, compliant, errors, warnings, findings } of documents) {
    totals.documents++;
    if (readable)
      for (const concern of ['text', 'metadata'] as const) {
        const some = findings.filter((finding) => finding.concern === concern);
        const wrong = some.filter(({ severity }) => severity === 'error').length;
        totals[concern].errors += wrong;
        totals[concern].warnings += some.length - wrong;
        if (wrong === 0) totals[concern].compliant++;
      }
    if (!readable) totals.unreadable++;
    else if (!compliant) totals.withErrors++;
    else {
      totals.compliant++;
      if (warnings === 0) totals.clean++;
    }
    totals.errors += errors;
    totals.warnings += warnings;
  }
  return totals;
}

/** The departments with most errors first. */
export function byDepartment(documents: readonly AuditedDocument[]): Group[] {
  return grouped(documents, ({ department }) => department).sort(
    (a, b) => unnamedLast(a, b) || b.errors - a.errors || b.documents - a.documents || compare(a.name, b.name),
  );
}

/** The latest year first. */
export function byYear(documents: readonly AuditedDocument[]): Group[] {
  return grouped(documents, ({ year }) => year).sort((a, b) => unnamedLast(a, b) || compare(b.name, a.name));
}

export function byKind(documents: readonly AuditedDocument[]): Group[] {
  const place = ({ name }: Group) => KINDS.findIndex(({ kind }) => kind === name);
  return grouped(documents, ({ kind }) => kind ?? '').sort((a, b) => unnamedLast(a, b) || place(a) - place(b));
}

function grouped(documents: readonly AuditedDocument[], nameOf: (document: AuditedDocument) => string): Group[] {
  const groups = new Map<string, AuditedDocument[]>();
  for (const document of documents) addTo(groups, nameOf(document), document);
  return [...groups].map(([name, some]) => ({ name, ...totalsOf(some) }));
}

function unnamedLast(a: Group, b: Group): number {
  return Number(a.name === '') - Number(b.name === '');
}
