import type { LintOptions } from '../lint/options.js';
import type { Sent } from '../lint/serialize.js';
import type { ConfigurationOptions } from './options.js';

/** What a thread has to know of the run it works for. Plain data. */
export interface WorkerSetup {
  readonly options: ConfigurationOptions & { readonly cwd: string; readonly frames: boolean };
  readonly parts: NonNullable<LintOptions['parts']>;
  /** Whether the cache wants to keep what files yield. */
  readonly keeps: boolean;
}

/** What one file yielded. */
export interface Made {
  readonly sent: Sent;
  /** Where the cache is to keep it: the digest of the file's bytes. */
  readonly content?: string;
}
