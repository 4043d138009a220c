import { noBrokenLink } from '../../rules/link/no-broken-link/index.js';
import { noOrphanPolicy } from '../../rules/link/no-orphan-policy.js';
import { publishTogether } from '../../rules/process/publish-together.js';
import type { Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { compare } from '../language/order.js';
import type { FileResult, Message } from '../lint/result.js';
import { variantsOf } from '../lint/rule-variants.js';
import type { AuditedDocument, BrokenLink, Coverage, Late, Orphan } from './audit-report.js';
import type { Texts } from './documents.js';
import { lateIn, latestFirst } from './late.js';
import { masked } from './masked.js';
import { runWhereOff } from './off-rules.js';

/** Policies without interpretation, links that lead nowhere, and terms that were not kept. */
export class ArchiveFigures {
  private readonly orphanList: Orphan[] = [];
  private readonly linkList: BrokenLink[] = [];
  private readonly lateList: Late[] = [];
  private due = 0;
  private excused = 0;

  constructor(
    private readonly texts: Texts,
    private readonly date: string,
    private readonly configFor: (filePath: string) => ResolvedConfig,
  ) {}

  /** What the rules in force say of a document. */
  add(
    { filePath, messages, suppressedMessages, notApplicable = [] }: FileResult,
    facts: Facts,
    document: AuditedDocument,
  ): void {
    const ofRule = (some: readonly Message[], rule: { readonly id: string }) =>
      some.filter(({ ruleId, fatal }) => ruleId === rule.id && !fatal);
    for (const message of ofRule(messages, noBrokenLink)) this.addLink(message, document, true);
    const isOn = variantsOf(noOrphanPolicy as unknown as Rule, this.configFor(filePath), facts.kind).length > 0;
    if (!isOn || notApplicable.includes(noOrphanPolicy.id)) return;
    this.due++;
    const [found] = ofRule(messages, noOrphanPolicy);
    if (found) this.addOrphan(found, document, true);
    else if (ofRule(suppressedMessages, noOrphanPolicy).length > 0) this.excused++;
  }

  /** The same for the documents for which the rules are off. */
  addWhereOff(archive: ArchiveIndex, shownFor: (facts: Facts) => AuditedDocument | undefined): void {
    for (const { facts, messages } of runWhereOff(noOrphanPolicy, archive, this.configFor)) {
      const document = shownFor(facts);
      const [found] = messages;
      this.due++;
      if (document && found) this.addOrphan(found, document, false);
    }
    for (const { facts, messages } of runWhereOff(noBrokenLink, archive, this.configFor)) {
      const document = shownFor(facts);
      if (document) for (const found of messages) this.addLink(found, document, false);
    }
    for (const { facts, messages } of runWhereOff(publishTogether, archive, this.configFor)) {
      const document = shownFor(facts);
      if (document) this.addLate(messages, document, false);
    }
  }

  addLate(messages: readonly Message[], document: AuditedDocument, demanded: boolean): void {
    for (const one of lateIn(messages, document, this.date, demanded))
      this.lateList.push({ ...one, what: this.texts.own(masked(one.what)) });
  }

  get late(): Late[] {
    return latestFirst(this.lateList);
  }

  get coverage(): Coverage {
    const { due, excused } = this;
    const orphans = this.orphanList.length;
    return { due, interpreted: due - orphans - excused, orphans, excused };
  }

  get orphans(): Orphan[] {
    return [...this.orphanList].sort((a, b) => compare(a.path, b.path));
  }

  get brokenLinks(): BrokenLink[] {
    return [...this.linkList].sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
  }

  private addOrphan({ parts }: Message, document: AuditedDocument, demanded: boolean): void {
    const { path, title, number, department, issued } = document;
    const what = this.texts.own(masked(parts.what));
    this.orphanList.push({ path, title, number, department, issued, what, demanded });
  }

  private addLink({ parts, paragraph, line, column }: Message, document: AuditedDocument, demanded: boolean): void {
    const { path, title, department } = document;
    const { to, anchor } = parts.data;
    const address = typeof to === 'string' ? to : typeof anchor === 'string' ? `#${anchor}` : '';
    const [shown, what] = [this.texts.own(masked(address)), this.texts.own(masked(parts.what))];
    const place = { paragraph: paragraph ?? null, line, column };
    this.linkList.push({ path, title, department, ...place, to: shown, what, demanded });
  }
}
