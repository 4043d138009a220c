import type { Engine } from '../engine/engine.js';
import type { Locale } from '../language/locale.js';
import type { ReadFile } from '../lint/host.js';

/** What the server needs of the machine it runs on. Paths are absolute, with `/`. */
export interface LspHost {
  /** The working folder, in which untitled documents are where the client has no folder. */
  readonly folder: string;
  readonly version: string;
  /** The path of a `file:` URI; undefined for every other one. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Today as YYYY-MM-DD. */
  today(): string;
  /** A text that a client holds, as reading it from a file would give it. `bom`: its first character is left out. */
  asRead(text: string): ReadFile & { readonly bom?: boolean };
  read(path: string): Promise<ReadFile>;
  exists(path: string): boolean;
  /** Whether symbolic links make of a path in a folder one outside it. */
  leadsOut(path: string, folder: string): boolean;
  /** The documents under a folder, sorted, and the folders they were looked for in; ignore files are honoured, links that lead out are not followed. */
  documentsBelow(folder: string): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }>;
  /** The config file that holds for a folder; undefined where there is none. @param root the folder of its workspace */
  findConfig(folder: string, root: string): string | undefined;
  /** An engine in a folder, its configuration still to be prepared. */
  engine(root: string, settings: Settings): Engine;
  /** The page of a rule that ships, and its path. */
  page(rule: string, locale: Locale): { readonly path: string; readonly text: string } | undefined;
  /** @param onChange told of a path that changed, came or went; null where it is not known which */
  watch(onChange: (path: string | null) => void): Watch;
}

export interface Watch {
  /** @param path a file, whether it is there or not, or a folder */
  cover(path: string): void;
  close(): void;
}

/** What a user can set, all of it optional. */
export interface Settings {
  /** Path of a config file, relative to the root. */
  readonly config?: string;
  /** False: configs are not looked for. */
  readonly configLookup?: boolean;
  readonly preset?: readonly string[];
  readonly rule?: readonly string[];
  readonly plugins?: boolean;
  readonly locale?: Locale;
  /** True: documents that nothing tells to be ours are left alone (no papers; or no config, no front matter, and a kind that is not known). */
  readonly skipUnrelated?: boolean;
}
