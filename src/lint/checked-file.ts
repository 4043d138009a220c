import type { Facts } from '../archive/facts.js';
import type { Directive } from './directives.js';
import type { Finding } from './finding.js';
import type { SourceMap } from './source-map.js';

/** What one file yields before the archive rules run: a pure function of its text and the resolved config. */
export interface CheckedFile {
  readonly path: string;
  /** True of a text that is no paper (`isPaper`): a README, documentation of code. */
  readonly foreign?: true;
  readonly findings: readonly Finding[];
  /** Ids of document rules that are on and do not judge the text. */
  readonly notApplicable: readonly string[];
  /** Of the text: they speak of its findings, and of those that archive rules have on it. */
  readonly directives: readonly Directive[];
  /** The file's text, kept only where findings are to bring source lines. */
  readonly text?: string;
  /** Where a converted text stands in its file. */
  readonly map?: SourceMap;
  /** Null for a file that could not be read. */
  readonly facts: Facts | null;
  /** The file as it is now, where directives may be taken out of it. */
  readonly editable?: { readonly text: string; readonly encoding: string } | null;
  /** The text as fixes left it, where they changed it. */
  readonly output?: string;
}
