import type { FactKind } from '../src/archive/content.js';
import type { Facts } from '../src/archive/facts.js';
import type { ArchiveIndex } from '../src/archive/index.js';
import type { Document, Kind } from '../src/document/document.js';
import type { Range } from '../src/document/range.js';
import type { ElementId } from '../src/elements/catalogue.js';
import type { ElementFindings } from '../src/elements/detect.js';
import type { Locale, Localized } from '../src/language/locale.js';
import type { Segmenter } from '../src/language/segmenter.js';

export type { Locale, Localized };

export type Severity = 'off' | 'warn' | 'error';

/** What is wrong and what to do; why (the clause) is added from the clauses behind the rule. `{name}` takes data. */
export interface MessageTemplate {
  readonly what: Localized;
  readonly todo: Localized;
  /** What to do in a Word file or a page, which has no front matter to write into. Absent: the same. */
  readonly todoInFile?: Localized;
  /** The options this is about: behind it stand the clauses that set them, where some do. Absent: all that ask for the rule. */
  readonly options?: readonly string[];
  /** Set where this is an error however mildly the rule is set, or a warning however strictly, unless it is off. */
  readonly severity?: 'error' | 'warn';
}

/** A change of a document's text: `range` as offsets, `end` exclusive. ESLint's shape. */
export interface Fix {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

export interface Report {
  readonly messageId: string;
  readonly at: Range;
  /** The options this one is about, where not all findings of the message are about the same. */
  readonly options?: readonly string[];
  /** The visible text found at `at`, where the finding is about text that stands there. */
  readonly evidence?: string;
  /** What fills the places of the message; words that differ by language in both. */
  readonly data?: Readonly<Record<string, string | number | Localized>>;
  /** How to mend it, where that is safe without a second look. Minimal: what it leaves alone is not in it. */
  readonly fix?: Fix;
}

export interface DocumentContext<Options> {
  readonly document: Document;
  readonly elements: ElementFindings;
  readonly options: Options;
  /** For rules that cut text into words: loaded by the first that asks; null where the run has none. */
  segmenter(): Segmenter | null;
  report(report: Report): void;
  /**
   * Says that the document is not judged: it does not owe what the rule demands, or what is needed to tell is not there. Figures
   * of an archive count it neither among those that keep to the rule nor among those that break it.
   */
  notApplicable(): void;
}

export interface ArchiveContext<Options> {
  readonly archive: ArchiveIndex;
  /** Options as resolved for one file: overrides may differ from file to file. */
  optionsFor(facts: Facts): Options;
  /** The files to check: linted in this run, of a kind the rule applies to, with the rule switched on. */
  readonly files: readonly Facts[];
  report(facts: Facts, report: Report): void;
  /** As `notApplicable` of a document rule. A rule that has both functions does not judge a file where both say so. */
  notApplicable(facts: Facts): void;
}

/** What a draft must hold for a rule to be met, beside the section of the element it asks for. */
export interface DraftParts<Options = Record<string, unknown>> {
  /** Keys of the front matter in the kinds the rule checks; of a kind that cannot carry a key it is left out. */
  readonly keys?: readonly string[];
  /** Keys that the rule reads in the policy behind the document it checks. */
  readonly policyKeys?: readonly string[];
  /** Keys whose content a plan gives in sections of its own. */
  readonly sections?: readonly string[];
  /** Who has to sign, by the options. */
  roles?(options: Options): readonly string[];
}

export type OptionSchema = Readonly<Record<string, unknown>>;

/** The schema of these options and no others. */
export function optionSchema(properties: Readonly<Record<string, unknown>>): OptionSchema {
  return { type: 'object', properties, additionalProperties: false };
}

/** A rule: data first, then one function over a document or over the facts of an archive. Pure and synchronous. */
export interface Rule<Options = Record<string, unknown>> {
  readonly id: string;
  /** Kinds of document it applies to; `any` includes files whose kind is not known. */
  readonly kinds: readonly Kind[] | 'any';
  readonly demand: Localized;
  readonly severity: Severity;
  /** JSON Schema of the options object; unknown options are errors. An option's `description` is Chinese, its `title` English. */
  readonly schema: OptionSchema;
  readonly defaults: Options;
  readonly messages: Readonly<Record<string, MessageTemplate>>;
  /** The required element it asks for. */
  readonly element?: ElementId;
  /** Absent where the rule looks at a text as it stands. */
  readonly draft?: DraftParts<Options>;
  /** Some of its findings carry a fix. */
  readonly fixable?: true;
  /** What it finds must not be shown: its messages mask it, its reports carry no evidence, and no output of a run holds the text of the file. */
  readonly sensitive?: true;
  /** It looks into Word files and pages too, though it judges front matter, which is guessed there. */
  readonly judgesConverted?: true;
  /** It reads `document.tree`, whose parser is loaded with the plugin that brings the rule. */
  readonly needs?: 'tree';
  /**
   * The facts in which it compares a text with the policies that it explains, drawn where the rule is on, and only there. `drawnFrom` gives
   * them to `checkArchive`, whose word on a text follows from it, its policies and the settings alone: it is kept until one of these changes.
   */
  readonly compares?: readonly FactKind[];
  check?(context: DocumentContext<Options>): void;
  checkArchive?(context: ArchiveContext<Options>): void;
}

/** A rule that has no options, as it may be written. */
export type RuleWithoutOptions = Omit<Rule<Record<never, never>>, 'schema' | 'defaults'> & {
  readonly schema?: never;
  readonly defaults?: never;
};

/** Gives a rule its types, and one without options the `schema` and `defaults` that say so; any other comes back unchanged. */
export function defineRule(rule: RuleWithoutOptions): Rule<Record<never, never>>;
export function defineRule<Options>(rule: Rule<Options>): Rule<Options>;
export function defineRule(rule: Rule | RuleWithoutOptions): Rule {
  return 'schema' in rule || 'defaults' in rule ? (rule as Rule) : { ...rule, schema: optionSchema({}), defaults: {} };
}

/** Whether a rule judges what front matter says: of a Word file or a page, where all of it is guessed, it has nothing to say. */
export function judgesFrontMatter({ id }: Pick<Rule, 'id'>): boolean {
  return id.startsWith('meta/') || id.startsWith('process/');
}
