import type { ImportModule } from '../config/plugins.js';
import type { Convert } from '../files/host.js';
import type { Locale } from '../language/locale.js';
import type { ResolvedSeverity } from '../lint/finding.js';
import type { ReadFile } from '../lint/host.js';
import type { Note, Say } from './problems.js';

/** How a rule is set: a severity, or a severity and options, as in a config. */
export type RuleEntry =
  | 'off'
  | 'warn'
  | 'error'
  | readonly ['off' | 'warn' | 'error', Readonly<Record<string, unknown>>?];

/** Which configuration holds. */
export interface ConfigurationOptions {
  /** A config file, in place of the ones found beside and above the files. */
  readonly config?: string | undefined;
  /** False: look for no config files. */
  readonly configLookup?: boolean | undefined;
  /** Presets by name or file, in place of the config's `extends`. */
  readonly presets?: readonly string[] | undefined;
  /** Rules, set over what configs say: by id, or each as the text of `--rule`. */
  readonly rules?: Readonly<Record<string, RuleEntry>> | readonly string[] | undefined;
  /** False: load no plugins. */
  readonly plugins?: boolean | undefined;
  /** The language of messages; absent: what a config says, else Chinese. */
  readonly locale?: Locale | undefined;
}

/** Which findings the file of suppressions takes out, and what is to become of that file. */
export interface SuppressionOptions {
  /** Absent: `jiedu-lint-suppressions.json` in the working folder, if it is there. */
  readonly location?: string | undefined;
  /** Put what is found into the file: all of it, or what these rules find. */
  readonly add?: 'all' | readonly string[] | undefined;
  /** Take out of the file what is not found any more. */
  readonly prune?: boolean | undefined;
  /** Do not hold it against a run that the file suppresses more than there is. */
  readonly passOnUnpruned?: boolean | undefined;
}

/** How many threads check files: a number, as many as pay, or none beside the main one. */
export type Concurrency = number | 'auto' | 'off';

export interface EngineOptions extends ConfigurationOptions {
  /** The folder that paths are relative to, and whose config may name plugins; the process's own where absent. */
  readonly cwd?: string | undefined;
  /** False: lint ignored files as well. */
  readonly ignore?: boolean | undefined;
  /** Patterns of files to ignore, in the syntax of .gitignore. */
  readonly ignorePatterns?: readonly string[] | undefined;
  /** False: directives in the texts do not count. */
  readonly inlineConfig?: boolean | undefined;
  /** How directives that suppress nothing are reported; absent: as warnings. */
  readonly unusedDirectives?: 'off' | ResolvedSeverity | undefined;
  /** Findings bring the source lines they are about. */
  readonly frames?: boolean | undefined;
  /** Results tell how long they took; the run keeps to one thread. */
  readonly stats?: boolean | undefined;
  /** Apply fixes: to `output` of a result only, or to the files too. */
  readonly fix?: 'show' | 'write' | undefined;
  /** Apply only fixes of rules of these categories, and with `directive` take out directives that do nothing. */
  readonly fixTypes?: readonly string[] | undefined;
  /** Leave warnings alone: they are neither fixed nor put into the file of suppressions. */
  readonly quiet?: boolean | undefined;
  /** Absent: no file of suppressions counts. */
  readonly suppressions?: SuppressionOptions | undefined;
  /** Keep what was found, and check only changed files next time. */
  readonly cache?: boolean | undefined;
  /** The file or folder of the cache; absent: a file in the user's folder for what programs keep. */
  readonly cacheLocation?: string | undefined;
  /** Absent: as many threads as pay. */
  readonly concurrency?: Concurrency | undefined;
}

/** What a thread may take, in megabytes. */
interface Limits {
  readonly maxOldGenerationSizeMb: number;
  readonly maxYoungGenerationSizeMb?: number;
  readonly stackSizeMb: number;
}

/** Threads to be had beside the main one. */
export interface Threads {
  /** The module that a thread runs. */
  readonly script: string;
  readonly limits: Limits;
  /** How many processors there are. */
  readonly cores: () => number;
}

/** The program that an engine is part of: what cached results depend on beside files and configs. */
export interface Program {
  readonly version: string;
  /** The file that holds its code, if it was built. */
  readonly bundle: string;
  /** The version of what runs it. */
  readonly runtime: string;
}

/** Makes text of files that are none. */
export interface Conversion {
  readonly convert: Convert<ReadFile>;
  /** Ends the threads that were started for it, if any; it may be used again. */
  end(): Promise<void>;
}

/** What an engine has of the machine beside its files. */
export interface Machine {
  /** Loads plugins; absent where none can be. */
  readonly importModule?: ImportModule | undefined;
  /** Absent where there are none to be had. */
  readonly threads?: Threads | undefined;
  /** Absent where all files are read as text. */
  readonly conversion?: Conversion | undefined;
  /** Whether there are many files: code is compiled with less effort and heaps grow in small steps. Off while threads start. */
  readonly forManyFiles?: ((isOn: boolean) => void) | undefined;
  /** Absent where nothing is kept from run to run. */
  readonly program?: Program | undefined;
  /** The user's folder for what this program keeps, absolute; the key of caches stands there. Absent where nothing is kept. */
  readonly cacheHome?: string | undefined;
  /** The folder for files that go when a run ends, absolute; absent where none may be written. */
  readonly scratch?: string | undefined;
  /** Absent: codes stand for sentences. */
  readonly say?: Say | undefined;
  readonly onNote?: ((note: Note) => void) | undefined;
}
