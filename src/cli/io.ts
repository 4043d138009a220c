import type { ImportModule } from '../config/plugins.js';
import type { Threads } from '../engine/options.js';
import { EngineError } from '../engine/problems.js';
import type { PackageWorld } from '../setup/package.js';

/** The world as commands see it, so that tests can run them without a process. */
export interface Io {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal that shows colours. */
  readonly colors: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Standard input to its end, or a little more than `limit` bytes of it. */
  stdin(limit: number): Promise<Uint8Array>;
  /** Standard input and output for a conversation; absent where there is none. */
  readonly streams?: () => { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Loads plugins; absent where none can be. */
  readonly importModule?: ImportModule;
  /** Asks on the terminal and gives the line typed; absent where there is nobody to ask. */
  readonly ask?: (question: string) => Promise<string>;
  /** Shows a line in the place of the one before on the terminal, none where empty; absent where standard error is no terminal. */
  readonly progress?: (line: string) => void;
  /** Runs a program in the working folder and waits for it: its exit code, and what it wrote; absent where none can be run. */
  readonly run?: PackageWorld['run'];
  /** Settles when the user or the system asks the program to end (Ctrl-C); absent where nobody can. A second time it
   * ends at once, as it does after `until`. */
  readonly interrupted?: (until?: AbortSignal) => Promise<void>;
  /** Threads beside the main one; absent where there are none to be had. */
  readonly threads?: Threads;
  /** Whether there are many files: code is compiled with less effort and heaps grow in small steps, in every thread. Off while threads start. */
  readonly forManyFiles?: (isOn: boolean) => void;
  /** Frees memory that is not used any more; takes a second where there was much. */
  readonly collect?: () => void;
}

/** What the installation tells of itself. */
export interface Installation {
  /** The folder that holds package.json and docs. */
  readonly root: string;
  readonly version: string;
}

/** What a command works with. */
export interface Context extends Io, Installation {}

/** Standard output takes nothing more: a full disk behind it, say. */
export class OutputError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A mistake of the user's: one clear message, no stack trace, exit code 2. */
export class UserError extends Error {}

/** Whether an error is the user's mistake, as the commands or the engine tell it. */
export function isMistake(error: unknown): error is UserError | EngineError {
  return error instanceof UserError || error instanceof EngineError;
}
