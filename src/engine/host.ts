import { isInside } from '../archive/targets.js';
import type { Search } from '../archive/wanted.js';
import type { LintHost, ReadFile } from '../lint/host.js';

/** Texts that stand in place of files: standard input, the buffers of an editor. */
export interface Texts {
  /** Undefined where the file itself counts. @param path absolute, with `/` */
  textAt(path: string): ReadFile | undefined;
  paths(): Iterable<string>;
}

/** Files as texts can be laid over them. */
export interface Files extends LintHost {
  leadsOut(path: string, folder: string): Promise<boolean>;
  /** The documents under a folder, sorted; ignore files are honoured, links that lead out are not followed. */
  documentsBelow(folder: string): Promise<readonly string[]>;
}

/** One text in place of a file. */
export function oneText(path: string, read: ReadFile): Texts {
  return { textAt: (wanted) => (wanted === path ? read : undefined), paths: () => [path] };
}

/** Files with texts laid over them, saved there or not. */
export class HostWithTexts implements LintHost {
  constructor(
    private readonly texts: Texts,
    private readonly files: Files,
  ) {}

  async read(path: string): Promise<ReadFile> {
    return this.texts.textAt(path) ?? this.files.read(path);
  }

  async exists(path: string): Promise<boolean> {
    return this.texts.textAt(path) !== undefined || this.files.exists(path);
  }

  leadsOut(path: string, folder: string): Promise<boolean> {
    return this.files.leadsOut(path, folder);
  }

  /** The documents under a folder: those of the files, then those that are texts only. */
  async documentsBelow(folder: string): Promise<readonly string[]> {
    const saved = await this.files.documentsBelow(folder);
    const unsaved: string[] = [];
    for (const path of this.texts.paths())
      if (isInside(path, folder) && !saved.includes(path) && !(await this.files.exists(path))) unsaved.push(path);
    return unsaved.length === 0 ? saved : [...saved, ...unsaved];
  }

  async filesWith(root: string, search: Search, known: ReadonlySet<string>): Promise<string[]> {
    const onDisk = new Set(await this.files.filesWith(root, search, known));
    return (await this.documentsBelow(root)).filter((path) => {
      const text = this.texts.textAt(path);
      return !known.has(path) && (text ? holds(text, search.isIn) : onDisk.has(path));
    });
  }
}

/** Whether a search finds what was read. */
export function holds(read: ReadFile, isIn: Search['isIn']): boolean {
  return !('id' in read) && isIn(read.text);
}
