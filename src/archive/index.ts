import { isSameDepartment, officesAbove } from '../language/departments.js';
import { broughtKey, titleKey } from '../language/papers.js';
import type { Facts, LinkFact } from './facts.js';
import { addTo } from './lists.js';
import { type ArchiveSettings, type Target, targetOf } from './targets.js';

/** Where a link leads. */
export type Resolution =
  | { readonly status: 'file'; readonly path: string; readonly facts: Facts | undefined; readonly anchor: string }
  | { readonly status: 'missing'; readonly written: string; readonly by: 'path' | 'number' | 'title' }
  | { readonly status: 'outside'; readonly path: string }
  | { readonly status: 'external' };

/** The facts of an archive, with look-up by path, document number and title. Holds no text and reads nothing. */
export class ArchiveIndex {
  private readonly byPath: ReadonlyMap<string, Facts>;
  private readonly policiesByNumber = new Map<string, Facts[]>();
  /** Made when first asked for: few links name a title. */
  private byTitle: ReadonlyMap<string, Facts> | undefined;
  private readonly sharedTitles = new Set<string>();
  private readonly lintedSet: ReadonlySet<Facts>;

  /**
   * @param linted facts of the files checked in this run, sorted by path
   * @param loaded facts of files read only because a link leads to them
   * @param others paths known to exist: `present` are images and attachments, `outside` lead out of the archive by symbolic links
   */
  constructor(
    readonly linted: readonly Facts[],
    loaded: readonly Facts[],
    private readonly others: { readonly present: ReadonlySet<string>; readonly outside: ReadonlySet<string> },
    private readonly settingsFor: (facts: Facts) => ArchiveSettings,
  ) {
    this.lintedSet = new Set(linted);
    const all = [...linted, ...loaded];
    this.byPath = new Map(all.map((facts) => [facts.path, facts]));
    for (const facts of all) {
      if (facts.kind !== 'policy' || facts.numberKey === null) continue;
      addTo(this.policiesByNumber, facts.numberKey, facts);
    }
  }

  /** The same archive with more files that links lead to. */
  withLoaded(loaded: readonly Facts[]): ArchiveIndex {
    if (loaded.length === 0) return this;
    return new ArchiveIndex(this.linted, loaded, this.others, this.settingsFor);
  }

  /** True for a file checked in this run; false for one read only as a link's target. */
  isLinted(facts: Facts): boolean {
    return this.lintedSet.has(facts);
  }

  /** Policies that carry a document number, by its key. */
  policiesNumbered(key: string): readonly Facts[] {
    return this.policiesByNumber.get(key) ?? [];
  }

  /** True where two names mean one department or parts of one, by the common names and those that the archive of `from` adds. */
  isSameDepartment(from: Facts, a: string, b: string): boolean {
    const { departments } = this.settingsFor(from);
    const offices = officesAbove(b);
    return officesAbove(a).some((one) => offices.some((other) => isSameDepartment(one, other, departments)));
  }

  /** What a link's address means, before anybody looks whether it exists. */
  targetOf(from: Facts, link: LinkFact): Target {
    return targetOf(link.to, link.type === 'front-matter', from.path, this.settingsFor(from));
  }

  /** Where a link of `from` leads. Not to be asked of addresses before it is known which paths exist. */
  resolve(from: Facts, link: LinkFact): Resolution {
    const target = this.targetOf(from, link);
    switch (target.type) {
      case 'external':
        return { status: 'external' };
      case 'outside':
        return { status: 'outside', path: target.path };
      case 'anchor':
        return { status: 'file', path: from.path, facts: from, anchor: target.anchor };
      case 'number':
        return (
          found(this.policiesNumbered(target.key)[0]) ?? { status: 'missing', written: target.written, by: 'number' }
        );
      case 'title':
        return (
          found(this.titled(target.title, link.guessed)) ?? { status: 'missing', written: target.title, by: 'title' }
        );
      case 'path': {
        const { present, outside } = this.others;
        for (const path of target.candidates) {
          const facts = this.byPath.get(path);
          if (facts) return { status: 'file', path: facts.path, facts, anchor: target.anchor };
          if (present.has(path)) return { status: 'file', path, facts, anchor: target.anchor };
        }
        const out = target.candidates.find((candidate) => outside.has(candidate));
        return out === undefined
          ? { status: 'missing', written: link.to, by: 'path' }
          : { status: 'outside', path: out };
      }
    }
  }

  /** True where a link of `from` leads to another file that passes a test; guesses lead nowhere. */
  leadsTo(from: Facts, test: (facts: Facts) => boolean): boolean {
    return from.links.some((link) => {
      if (link.guessed) return false;
      const to = this.resolve(from, link);
      return to.status === 'file' && to.facts !== undefined && to.facts !== from && test(to.facts);
    });
  }

  /** @param isGuess whether it counts only where one paper alone bears the title */
  private titled(title: string, isGuess = false): Facts | undefined {
    if (!this.byTitle) {
      const byTitle = new Map<string, Facts>();
      for (const facts of this.byPath.values()) {
        const key = titleKey(facts.title);
        if (byTitle.has(key)) this.sharedTitles.add(key);
        else if (facts.title) byTitle.set(key, facts);
      }
      // Whoever names a paper leaves out the notice that brought it; several may have brought one of that name.
      const brought = new Set<string>();
      for (const facts of this.byPath.values()) {
        const key = facts.kind === 'policy' ? broughtKey(facts.title) : null;
        if (key === null || (byTitle.has(key) && !brought.has(key))) continue;
        if (brought.has(key)) this.sharedTitles.add(key);
        else byTitle.set(key, facts);
        brought.add(key);
      }
      this.byTitle = byTitle;
    }
    const key = titleKey(title);
    return isGuess && this.sharedTitles.has(key) ? undefined : this.byTitle.get(key);
  }
}

function found(facts: Facts | undefined): Resolution | null {
  return facts ? { status: 'file', path: facts.path, facts, anchor: '' } : null;
}

/** An archive of no files. */
export const NO_ARCHIVE = new ArchiveIndex([], [], { present: new Set(), outside: new Set() }, () => ({
  root: null,
  baseUrls: [],
}));
