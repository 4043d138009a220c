import type { Fix } from '../../rules/rule.js';
import type { Place } from '../document/range.js';
import type { Finding, Suppression } from './finding.js';

/** One finding in ESLint's JSON shape: lines and columns from 1, columns in UTF-16 units. */
export interface Message extends Place {
  /** Null where no rule is at fault: a file that cannot be read. */
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  /** What, why and what to do, as one text. */
  readonly message: string;
  readonly messageId: string;
  /** Of a Word file: the number of the paragraph, from 1, empty ones and those in tables counted. Lines are those of the text made of it. */
  readonly paragraph?: number;
  /** Ids of the clauses that ask for it. */
  readonly clauses: readonly string[];
  /** True where the file could not be checked as asked; such a run ends with exit code 2. */
  readonly fatal?: true;
  readonly fix?: Fix;
  /** Of `suppressedMessages` only. */
  readonly suppressions?: readonly Suppression[];
  /** The three parts of `message`, for formatters that set them apart. Not printed by `json`. */
  readonly parts: {
    readonly what: string;
    readonly why: string;
    readonly todo: string;
    /** What it is about, in words that stay when the text around it changes and in either language. */
    readonly subject: string;
    /** What fills the places of the message. */
    readonly data: Finding['data'];
    /** The sentence it is about; only where the run asks for quotes. */
    readonly quote?: string;
    /** Where it stands in the Word file or page that the text was made of. */
    readonly source?: { readonly paragraph?: number; readonly section?: string; readonly words?: string };
    /** That place in words, empty for the file as a whole; only where formatters show it in place of line and column. */
    readonly where?: string;
  };
  /** The line of the text it begins in, without line end: only where frames were asked for and the text may be shown. */
  readonly sourceLine?: string;
}

export interface FileResult {
  /** Absolute path; formatters shorten it. */
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressedMessages: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly fatalErrorCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
  /** The text as fixes left it, where they changed it. */
  readonly output?: string;
  /** True where the file is no text: offsets and lines are those of the Markdown that was made of it. */
  readonly derived?: true;
  /** Of such a file: what it holds and was not read, how often, by kind (`hidden`, `charts`); absent where there is nothing. */
  readonly notRead?: Readonly<Record<string, number>>;
  /** How long it took, where that was asked for; absent for what a cache knew. */
  readonly stats?: Stats;
  /** True where something was found that must not be shown: no output may hold the file's text, or parts of it. */
  readonly sensitive?: true;
  /** Ids of the rules that are on for the file and did not judge it, where there are any. */
  readonly notApplicable?: readonly string[];
}

/** As ESLint has it: milliseconds of each pass over a file. Fixing takes one pass more for each round of fixes. */
export interface Stats {
  readonly fixPasses: number;
  readonly times: {
    readonly passes: readonly {
      readonly parse: { readonly total: number };
      /** By rule. Rules that compare files run once for all files, and are not among them. */
      readonly rules: Readonly<Record<string, { readonly total: number }>>;
      readonly total: number;
    }[];
  };
}
