import type { Severity } from '../../rules/rule.js';
import type { Kind } from '../document/document.js';
import type { Limits } from '../document/limits.js';
import type { DepartmentAliases } from '../language/departments.js';
import type { Locale, Localized } from '../language/locale.js';

/** A config file as read and checked: every name in it is known, every list is a list. Paths are absolute, with `/`. */
export interface Config {
  readonly path: string;
  /** The folder that globs and paths are relative to. */
  readonly folder: string;
  /** Names of presets; `recommended` where the file does not say. */
  readonly extends: readonly string[];
  /** Names of presets that hold whatever others are chosen: that of the config's rules of data. */
  readonly standing?: readonly string[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  readonly ignores: readonly string[];
  readonly archive?: Archive;
  readonly locale?: Locale;
  /** Those it sets. */
  readonly limits?: Partial<Limits>;
  /** What to lint where the command line names nothing; relative to `folder`, as written. */
  readonly paths: readonly string[];
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

export interface RuleSetting {
  readonly severity: Severity;
  /** Checked against the rule's schema; absent where only a severity was given. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Override {
  readonly files: readonly string[];
  readonly excludedFiles: readonly string[];
  readonly kind?: Kind;
  readonly rules: RuleSettings;
}

export interface Archive {
  /** The folder under which the archive's documents lie. */
  readonly root: string;
  /** Addresses that stand for `root` on the web, without a `/` at the end. */
  readonly baseUrls: readonly string[];
  /** Other names of departments, by the name in full. */
  readonly departments: DepartmentAliases;
}

/** A place in a config, or in what the command line says. */
export interface ConfigPlace {
  /** The config file, or the option as written: `--rule`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake in a config or in what the command line says of rules: what is wrong and what to do. */
export interface ConfigProblem extends ConfigPlace {
  readonly message: Localized;
}
