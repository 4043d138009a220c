import type { ConfigProblem } from '../config/config.js';
import type { Locale } from '../language/locale.js';

/** What a caller asked for and cannot have. */
export type ErrorCode =
  | 'backslashes'
  | 'badChoice'
  | 'noFiles'
  | 'noRule'
  | 'noSuppressions'
  | 'reportOverInput'
  | 'suppressionsBroken'
  | 'suppressionsNotWritten'
  | 'suppressionsUnreadable';

/** What a run has to tell and goes on after. */
export type NoteCode =
  | 'cacheBroken'
  | 'cacheForeign'
  | 'cacheNotWritten'
  | 'configPassedOver'
  | 'configsBeside'
  | 'fixChanged'
  | 'fixEncoding'
  | 'fixLink'
  | 'fixNotWritten'
  | 'fixPage'
  | 'fixWord'
  | 'ignoreFileUnread'
  | 'ignoreLineCostly'
  | 'nothingOn'
  | 'pluginsOff'
  | 'pluginsOffBare'
  | 'suppressionsLeft';

/** What fills a sentence. `near`: the name that a mistyped one most likely means. */
export type Data = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Puts a code into a sentence. */
export type Say = (code: ErrorCode | NoteCode, locale: Locale, data: Data) => string;

/** A mistake in what a caller asked for, in options, configs or paths: nothing was done. `message` says it in the language of the run. */
export class EngineError extends Error {
  constructor(
    readonly code: ErrorCode | 'badConfig' | 'badOption',
    readonly data: Data,
    message: string,
  ) {
    super(message);
  }
}

/** Mistakes in configs, or in rules and presets that were named. */
export class ConfigError extends EngineError {
  constructor(
    readonly problems: readonly ConfigProblem[],
    locale: Locale,
  ) {
    super('badConfig', {}, problems.map((problem) => lineOf(problem, locale)).join('\n'));
  }
}

function lineOf({ file, line, column, message }: ConfigProblem, locale: Locale): string {
  const place = file.startsWith('--') ? file : `${file}:${line}:${column}`;
  return `${place}  ${message[locale]}`;
}

/** Something to know of a run that goes on. */
export interface Note {
  readonly code: NoteCode;
  readonly data: Data;
  /** The sentence, in the language of the run. */
  readonly message: string;
}

/** How the parts of an engine tell. */
export interface Telling {
  /** An error to throw. */
  error(code: ErrorCode, data: Data): EngineError;
  note(code: NoteCode, data: Data): void;
}

/** The system's code of what it refused, or what was thrown. */
export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
