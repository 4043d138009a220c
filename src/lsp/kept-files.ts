import { isInside } from '../archive/targets.js';
import type { Search } from '../archive/wanted.js';
import { type Files, HostWithTexts, holds, type Texts } from '../engine/host.js';
import type { LintHost, ReadFile } from '../lint/host.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/options.js';
import type { LspHost } from './lsp-host.js';

/** What one check hangs on. */
export class Touched {
  /** Files that were read or asked for. */
  readonly paths = new Set<string>();
  /** Folders that were searched. */
  readonly roots = new Set<string>();

  /** @param path that changed, came or went; a folder stands for all in it */
  has(path: string): boolean {
    if (this.paths.has(path)) return true;
    for (const root of this.roots) if (isInside(path, root) || isInside(root, path)) return true;
    for (const touched of this.paths) if (isInside(touched, path)) return true;
    return false;
  }
}

interface KeptSearch {
  readonly root: string;
  readonly isIn: Search['isIn'];
  readonly found: Promise<Set<string>>;
}

/**
 * The files of the archive as checks ask for them, kept until something changes: nothing is read again at a keystroke. Texts of open
 * documents go before them, in `documents`.
 */
export class KeptFiles implements Files {
  /** The files with the texts of open documents laid over them. */
  readonly documents: HostWithTexts;
  private readonly reads = new Map<string, Promise<ReadFile>>();
  private readonly existing = new Map<string, boolean>();
  private readonly listings = new Map<string, Promise<readonly string[]>>();
  private readonly searches = new Map<string, KeptSearch>();

  /** @param onTouch told of files and folders before they are looked at */
  constructor(
    private readonly world: LspHost,
    open: Texts,
    private readonly onTouch: (path: string) => void,
  ) {
    this.documents = new HostWithTexts(open, this);
  }

  /** A host that notes what a check asks for. */
  hostFor(touched: Touched): LintHost {
    const { documents } = this;
    return {
      read: (path) => {
        touched.paths.add(path);
        return documents.read(path);
      },
      exists: (path) => {
        touched.paths.add(path);
        return documents.exists(path);
      },
      leadsOut: (path, folder) => documents.leadsOut(path, folder),
      filesWith: (root, search, known) => {
        touched.roots.add(root);
        return documents.filesWith(root, search, known);
      },
    };
  }

  async read(path: string): Promise<ReadFile> {
    this.onTouch(path);
    const read = this.reads.get(path) ?? this.world.read(path);
    this.reads.set(path, read);
    return read;
  }

  async exists(path: string): Promise<boolean> {
    this.onTouch(path);
    const exists = this.existing.get(path) ?? this.world.exists(path);
    this.existing.set(path, exists);
    return exists;
  }

  async leadsOut(path: string, folder: string): Promise<boolean> {
    return this.world.leadsOut(path, folder);
  }

  async filesWith(root: string, { key, isIn }: Search): Promise<string[]> {
    const place = `${root}\n${key}`;
    const search = this.searches.get(place) ?? { root, isIn, found: this.search(root, isIn) };
    this.searches.set(place, search);
    return [...(await search.found)];
  }

  private async search(root: string, isIn: Search['isIn']): Promise<Set<string>> {
    const found = new Set<string>();
    let breathed = performance.now();
    for (const path of await this.documentsBelow(root)) {
      if (holds(await this.world.read(path), isIn)) found.add(path);
      if (performance.now() < breathed + BREATH) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      breathed = performance.now();
    }
    return found;
  }

  documentsBelow(root: string): Promise<readonly string[]> {
    const known =
      this.listings.get(root) ??
      this.world.documentsBelow(root).then(({ files, folders }) => {
        for (const folder of folders) this.onTouch(folder);
        return files;
      });
    this.listings.set(root, known);
    return known;
  }

  /** Forgets what is known of a path: of a file, or of a folder with all in it. */
  async forget(path: string): Promise<void> {
    for (const known of [this.reads, this.existing])
      for (const each of known.keys()) if (isInside(each, path)) known.delete(each);
    for (const [root, listing] of this.listings) {
      if (!isInside(path, root) && !isInside(root, path)) continue;
      const change = listingChange(path, await listing, this.world.exists(path));
      if (change === 'text') await this.searchAgain(root, path);
      if (change !== 'files') continue;
      this.listings.delete(root);
      for (const [key, search] of this.searches) if (search.root === root) this.searches.delete(key);
    }
  }

  /** Looks into one file for what was searched below a folder. */
  private async searchAgain(root: string, path: string): Promise<void> {
    const searches = [...this.searches.values()].filter((search) => search.root === root);
    if (searches.length === 0) return;
    const read = await this.world.read(path);
    for (const { isIn, found } of searches) {
      if (holds(read, isIn)) (await found).add(path);
      else (await found).delete(path);
    }
  }

  /** Forgets everything. */
  clear(): void {
    for (const known of [this.reads, this.existing, this.listings, this.searches]) known.clear();
  }
}

/** Milliseconds for which a search keeps other work waiting. */
const BREATH = 20;

/** What the change of a path means to the list of the documents below a folder. */
function listingChange(path: string, files: readonly string[], exists: boolean): 'nothing' | 'text' | 'files' {
  if (files.includes(path)) return exists ? 'text' : 'files';
  const name = path.slice(path.lastIndexOf('/') + 1);
  // What is not a document may be an ignore file, or a folder that came, went or was renamed.
  if (name.startsWith('.') || !name.includes('.') || DOCUMENT.test(name)) return 'files';
  return files.some((file) => isInside(file, path)) ? 'files' : 'nothing';
}

const DOCUMENT = /\.(?:md|markdown)$/i;

/** The facts of files that links lead to, kept as long as their text is the same. */
export class KeptFacts implements ResultStore {
  private readonly kept = new Map<string, { readonly from: MadeFrom; readonly value: unknown }>();

  get(kind: ResultKind, path: string, from: MadeFrom): unknown {
    if (kind !== 'facts') return undefined;
    const kept = this.kept.get(keyOf(path, from));
    if (!kept || from.some((part, i) => part !== kept.from[i])) return undefined;
    return kept.value;
  }

  set(kind: ResultKind, path: string, from: MadeFrom, value: unknown): void {
    if (kind !== 'facts') return;
    const key = keyOf(path, from);
    this.kept.delete(key);
    this.kept.set(key, { from, value });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > MOST_FACTS && oldest !== undefined) this.kept.delete(oldest);
  }

  clear(): void {
    this.kept.clear();
  }
}

/** More than the drafts that are open at a time link to. */
const MOST_FACTS = 500;

/** Documents may need different parts of one file's content. */
function keyOf(path: string, from: MadeFrom): string {
  return `${path}\n${from[0]}`;
}
