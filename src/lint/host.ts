import type { Search } from '../archive/wanted.js';
import type { Origin } from '../document/origin.js';
import type { ReadProblem } from './read-problems.js';

/** A file's text as the files room gives it, with its size where that is known, or why there is none. */
export type ReadFile =
  | {
      readonly text: string;
      readonly encoding: string;
      readonly bytes?: number;
      /** What the text was made of, where it is not the file's own. */
      readonly origin?: Origin;
    }
  | ReadProblem;

/** What a run needs of the world outside. Paths are absolute, with `/`. */
export interface LintHost {
  read(path: string): Promise<ReadFile>;
  /** A digest of a file's bytes, undefined where they cannot be read; absent where only texts are at hand. */
  digest?(path: string): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
  /** Whether symbolic links make of a path in a folder one outside it; absent where there are no such links. */
  leadsOut?(path: string, folder: string): Promise<boolean>;
  /** The documents under a folder that a search finds; those of `known` need not be looked at. */
  filesWith(root: string, search: Search, known: ReadonlySet<string>): Promise<string[]>;
  /**
   * Puts a fixed text in a file's place; absent where fixes are only to be shown.
   * @returns false where that could not be done: the file's findings then stand as they were
   */
  save?(path: string, before: string, after: string): Promise<boolean>;
}
