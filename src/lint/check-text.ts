import type { FactKind } from '../archive/content.js';
import { factsOf } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Document } from '../document/document.js';
import { excessOf } from '../document/excess.js';
import type { Limits } from '../document/limits.js';
import type { Origin } from '../document/origin.js';
import { isPaper } from '../document/paper.js';
import { parseDocument } from '../document/parse.js';
import { lineStartsOf } from '../document/range.js';
import { ELEMENT_IDS, type ElementId } from '../elements/catalogue.js';
import { detectElements, type ElementFindings } from '../elements/detect.js';
import { checkDocument, rulesKnown, rulesUnder } from './check.js';
import type { CheckedFile } from './checked-file.js';
import { directivesOf } from './directives.js';
import type { Finding } from './finding.js';
import type { ReadFile } from './host.js';
import type { LintOptions, Stopwatch } from './options.js';
import { withQuotes } from './quoting.js';
import { encodingWarning, type ReadProblem, readFailure } from './read-problems.js';
import { sourceMapOf } from './source-map.js';

/** Checks one file's text by the document rules and draws its facts. Pure and synchronous. */
export function checkText(path: string, given: ReadFile, options: LintOptions): CheckedFile {
  const config = options.configFor(path);
  const read = admitted(given, config);
  if ('id' in read) return failed(path, readFailure(read));
  const watch = options.stopwatch?.(path);
  const understood = timed(watch, 'parse', () => understand(path, read.text, config, read.origin));
  return 'id' in understood
    ? failed(path, readFailure(understood))
    : checkUnderstood(path, understood, read, options, watch);
}

/** Checks a text that is understood already, as `checkText` does. @param read what it was understood from */
export function checkUnderstood(
  path: string,
  { document, elements }: Understood,
  read: Exclude<ReadFile, ReadProblem>,
  options: LintOptions,
  watch?: ReturnType<Stopwatch>,
): CheckedFile {
  const config = options.configFor(path);
  const { findings, notApplicable } = checkDocument(
    document,
    elements,
    config,
    options.rules,
    options.segmenter,
    watch,
  );
  if (read.encoding === 'gb18030') findings.unshift(encodingWarning());
  const facts = factsOf(document, elements, path, factKinds(config, options), {
    asked: elementsAsked(config, options),
    quotes: options.parts?.includes('quotes') === true,
    later: options.isAlone === true,
  });
  const text = options.frames ? { text: read.text } : {};
  const map = sourceMapOf(document);
  return {
    path,
    ...(isPaper(document) ? {} : { foreign: true as const }),
    findings: options.parts?.includes('quotes')
      ? withQuotes(findings, document, rulesKnown([config], options.rules))
      : findings,
    notApplicable,
    directives: directivesOf(document),
    ...text,
    ...(map && { map }),
    facts,
  };
}

/** The kinds of facts that the rules named in `parts` compare. Of other rules only the id is asked. */
export function factKinds(
  config: ResolvedConfig,
  { parts, rules = [] }: Partial<Pick<LintOptions, 'parts' | 'rules'>>,
): FactKind[] {
  if (!parts) return [];
  return [
    ...new Set(rulesKnown([config], rules).flatMap((rule) => (parts.includes(rule.id) ? (rule.compares ?? []) : []))),
  ];
}

/** The elements whose status archive rules look at: each element's rule at its own, and perhaps those of plugins at any. */
function elementsAsked(
  config: ResolvedConfig,
  { parts, rules }: Pick<LintOptions, 'parts' | 'rules'>,
): readonly ElementId[] {
  if (!parts || parts.includes('elements')) return ELEMENT_IDS;
  return rulesUnder([config], rules).flatMap(({ element }) => element ?? []);
}

function timed<T>(watch: ReturnType<Stopwatch> | undefined, step: string, work: () => T): T {
  return watch ? watch(step, work) : work();
}

/** What stands for a file that could not be checked. */
export function failed(path: string, finding: Finding): CheckedFile {
  return { path, findings: [finding], notApplicable: [], directives: [], facts: null };
}

/** A file as it was read, if it is not larger than its config allows. */
export function admitted(read: ReadFile, { limits }: ResolvedConfig): ReadFile {
  if ('id' in read) return read.id === 'tooLarge' ? tooLarge(Number(read.data.bytes), limits) : read;
  return (read.bytes ?? 0) > limits.fileSize ? tooLarge(read.bytes ?? 0, limits) : read;
}

function tooLarge(bytes: number, { fileSize }: Limits): ReadProblem {
  return { id: 'tooLarge', data: { bytes, maxBytes: fileSize } };
}

/** A text as document and elements: what rules, `inspect` and facts are made from. */
export interface Understood {
  readonly document: Document;
  readonly elements: ElementFindings;
}

/**
 * @param origin what the text was made of, where it is not the file's own
 * @returns why it cannot be checked, where it is too much
 */
export function understand(
  path: string,
  text: string,
  config: ResolvedConfig,
  origin?: Origin,
): Understood | ReadProblem {
  const document = parse(path, text, config, origin);
  return 'id' in document ? document : { document, elements: detectElements(document) };
}

/**
 * A text as a document, of the kind the config gives it.
 * @returns why it is not read, where it is too much
 */
export function parse(
  path: string,
  text: string,
  { kind, limits }: ResolvedConfig,
  origin?: Origin,
): Document | ReadProblem {
  const lineStarts = lineStartsOf(text);
  const excess = excessOf(text, limits, lineStarts);
  if (excess) return excess;
  const document = parseDocument(text, { path, limits, lineStarts, origin, ...(kind ? { kind } : {}) });
  const value = document.links.length;
  return value > limits.links ? { id: 'tooManyLinks', data: { value, limit: limits.links } } : document;
}
