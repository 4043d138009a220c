import { relativePath } from '../archive/targets.js';
import type { Kind } from '../document/document.js';
import { readFrontMatter } from '../document/read-front-matter.js';
import type { Configuration } from '../engine/configuration.js';
import type { Texts } from '../engine/host.js';
import type { KeptFiles } from './kept-files.js';
import type { LspHost } from './lsp-host.js';

/** A document of the archive, by what its front matter says. */
export interface Paper {
  readonly path: string;
  /** Undefined where neither front matter nor config says. */
  readonly kind: Kind | undefined;
  readonly title: string;
  readonly number: string;
}

/** The documents of archives, to choose from: read when they are first asked for, and again when they change. */
export class Papers {
  private readonly byPath = new Map<string, Paper | null>();

  constructor(
    private readonly world: LspHost,
    private readonly open: Texts,
    private readonly files: KeptFiles,
  ) {}

  /**
   * @param isCancelled asked now and then: reading thousands of files takes a while
   * @returns null where it was cancelled
   */
  async below(root: string, configuration: Configuration, isCancelled: () => boolean): Promise<Paper[] | null> {
    const papers: Paper[] = [];
    let breathed = performance.now();
    for (const path of await this.files.documents.documentsBelow(root)) {
      const paper = await this.paperAt(path, configuration);
      if (paper) papers.push(paper);
      if (performance.now() < breathed + BREATH) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (isCancelled()) return null;
      breathed = performance.now();
    }
    return papers;
  }

  forget(path: string): void {
    this.byPath.delete(path);
  }

  clear(): void {
    this.byPath.clear();
  }

  private async paperAt(path: string, configuration: Configuration): Promise<Paper | null> {
    const open = this.open.textAt(path);
    const known = open ? undefined : this.byPath.get(path);
    if (known !== undefined) return known;
    const read = open ?? (await this.world.read(path));
    const paper = 'id' in read ? null : paperOf(path, read.text, configuration);
    if (!open) this.byPath.set(path, paper);
    return paper;
  }
}

const BREATH = 20;

function paperOf(path: string, text: string, configuration: Configuration): Paper {
  const { data } = readFrontMatter(text).frontMatter;
  const { kind, title, number } = data;
  const heading = /^#\s+(.{1,200})$/m.exec(text.slice(0, 2000))?.[1] ?? '';
  return {
    path,
    kind: (kind as Kind | undefined) ?? configuration.configFor(path).kind?.kind,
    title: String(title ?? heading).trim(),
    number: typeof number === 'string' ? number : '',
  };
}

/** The path to write in a document, quoted where YAML asks for it. */
export function pathFrom(from: string, to: string): string {
  const path = relativePath(from, to);
  const written = path.includes('/') ? path : `./${path}`;
  return /: |\s#|^[[{"'&*!|>%@`]|:$/.test(written) ? JSON.stringify(written) : written;
}
