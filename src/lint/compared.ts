import { drawContent } from '../archive/content.js';
import { policiesExplained } from '../archive/explained.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import { contentBehind, contentOf, readingOf, settingsOf } from './cached.js';
import { archiveRulesUnder, type CheckedArchive, type CheckedFacts } from './check.js';
import { factKinds } from './check-text.js';
import { documentAt } from './document-at.js';
import type { LintHost } from './host.js';
import type { LintOptions, MadeFrom } from './options.js';
import { type PackedFinding, packed, unpacked } from './serialize.js';

/**
 * What rules that compare a text with the policies it explains say of the texts of an archive: it follows from these few files, and is
 * kept from run to run.
 */
export class Comparisons {
  /** By path, what is known from the store. */
  readonly known = new Map<string, CheckedFacts>();
  /** What is to be found out in this run, with what it will be made from. */
  private readonly unknown: { readonly path: string; readonly from: MadeFrom }[] = [];
  /** Ids of the rules that compare. */
  private readonly comparing: ReadonlySet<string | null>;
  /** Facts that the rules will look at. */
  private readonly looked = new Set<Facts>();
  private hasChanged = false;

  constructor(
    archive: ArchiveIndex,
    private readonly options: LintOptions,
  ) {
    const { cache, configFor, rules, isAlone } = options;
    const configs = new Set(cache || isAlone ? archive.linted.map(({ path }) => configFor(path)) : []);
    const on = archiveRulesUnder(configs, rules).filter(({ compares }) => compares !== undefined);
    this.comparing = new Set(on.map(({ id }) => id));
    for (const facts of on.length > 0 ? archive.linted : []) {
      const { path, kind } = facts;
      const from = kind === 'policy' ? undefined : madeFrom(archive, facts, options);
      const kept = from && (cache?.get('comparison', path, from) as Kept | undefined);
      const findings = kept && unpacked(kept.findings, facts, configFor(path), rules);
      if (findings) this.known.set(path, { findings, notApplicable: kept.notApplicable });
      else if (kind !== 'policy' || on.some(({ kinds }) => kinds === 'any' || kinds.includes('policy'))) {
        const explained = policiesExplained(archive, facts);
        if (kind === 'policy' || explained.length > 0 || !facts.content.draw) this.looked.add(facts);
        for (const { policy } of explained) this.looked.add(policy);
      }
      if (from && !findings) this.unknown.push({ path, from });
    }
  }

  /**
   * Draws anew what the rules will look at and the store does not keep.
   * @param onFile told before each file; waited for
   */
  async draw(host: LintHost, onFile: () => void | Promise<void>): Promise<void> {
    const { options } = this;
    for (const facts of this.looked) {
      const { path, content } = facts;
      content.drawn ??= content.draw?.();
      if (content.drawn) continue;
      const told = onFile();
      if (told) await told;
      // A file that has changed since it was looked at is compared as it is now, and nothing is kept of that.
      if ((await contentOf(path, host, options)) !== contentBehind(facts)) this.hasChanged = true;
      const document = await documentAt(path, host, options);
      const kinds = factKinds(options.configFor(path), options);
      content.drawn = (document && drawContent(document, kinds, false).drawn) ?? {};
    }
  }

  /** Keeps what was found out in this run, if every rule could do its work. */
  remember({ findings, notApplicable }: CheckedArchive): void {
    if (this.unknown.length === 0 || this.hasChanged) return;
    const isOf = ({ ruleId }: PackedFinding) => this.comparing.has(ruleId);
    for (const some of findings.values()) if (some.some((finding) => finding.fatal && isOf(finding))) return;
    for (const { path, from } of this.unknown) {
      const kept: Kept = {
        findings: packed((findings.get(path) ?? []).filter(isOf)),
        notApplicable: (notApplicable.get(path) ?? []).filter((id) => this.comparing.has(id)),
      };
      this.options.cache?.set('comparison', path, from, kept);
    }
  }
}

interface Kept {
  readonly findings: readonly PackedFinding[];
  readonly notApplicable: readonly string[];
}

/** The settings of a text, what it holds, and each of its policies with what that is read by; undefined where that is not known. */
function madeFrom(archive: ArchiveIndex, facts: Facts, options: LintOptions): MadeFrom | undefined {
  const read: string[] = [];
  for (const one of [facts, ...policiesExplained(archive, facts).map(({ policy }) => policy)]) {
    const content = contentBehind(one);
    if (content === undefined) return undefined;
    read.push(JSON.stringify(one.path), readingOf(options.configFor(one.path), options), content);
  }
  return [settingsOf(options.configFor(facts.path), options), read.join('\n')];
}
