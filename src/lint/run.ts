import type { Rule } from '../../rules/rule.js';
import type { ContentPart } from '../archive/content.js';
import { type Facts, factsOf } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ArchiveSettings } from '../archive/targets.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Document } from '../document/document.js';
import { parseDocument } from '../document/parse.js';
import { detectElements, type ElementFindings } from '../elements/detect.js';
import type { Locale } from '../language/locale.js';
import { loadSegmenter, type Segmenter } from '../language/segmenter.js';
import { factsThrough, type ResultStore, recalled, remember } from './cached.js';
import { checkArchive, checkDocument, rulesUnder } from './check.js';
import { conclude } from './conclude.js';
import { type Directive, directivesOf } from './directives.js';
import type { Finding } from './finding.js';
import { applyFixes } from './fix.js';
import { loadArchive } from './load-archive.js';
import { encodingWarning, type ReadProblem, readFailure } from './read-problems.js';
import type { FileResult, ResolvedSeverity } from './result.js';
import { activeFindings } from './suppress.js';

/** A file's text as the files room gives it, or why there is none. */
export type ReadFile = { readonly text: string; readonly encoding: string } | ReadProblem;

/** What a run needs of the world outside. Paths are absolute, with `/`. */
export interface LintHost {
  read(path: string): Promise<ReadFile>;
  exists(path: string): Promise<boolean>;
  /** The documents under a folder whose text may hold all of `words`. */
  filesWith(root: string, words: readonly string[], known: ReadonlySet<string>): Promise<string[]>;
  /**
   * Puts a fixed text in a file's place; absent where fixes are only to be shown.
   * @returns false where that could not be done: the file's findings then stand as they were
   */
  save?(path: string, before: string, after: string): Promise<boolean>;
}

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly locale: Locale;
  configFor(path: string): ResolvedConfig;
  settingsFor(path: string): ArchiveSettings;
  /** What of the content of files the rules compare; see `partsCompared`. */
  readonly parts?: readonly ContentPart[];
  /** Which findings' fixes to apply; absent where nothing is to be fixed. Only files in UTF-8 are. */
  readonly fixes?: (finding: Finding) => boolean;
  /** Told of a file with fixes that is not in UTF-8: rewriting it is for its owner to decide. */
  readonly onNotFixed?: (path: string, encoding: string) => void;
  /** How directives that suppress nothing are reported; `warn` where absent. */
  readonly unusedDirectives?: 'off' | ResolvedSeverity;
  /** Where what texts yield is kept from run to run; absent where everything is to be made afresh. */
  readonly cache?: ResultStore;
  /** Whether findings bring the source lines they are about. */
  readonly frames?: boolean;
  /** For rules that cut text into words: null where none can be loaded, absent where none has been asked for yet. */
  readonly segmenter?: Segmenter | null;
  /** Told how many files are done, after each. */
  readonly onFile?: (done: number) => void;
  /** Told, once a run, that no segmenter can be loaded. */
  readonly onNoSegmenter?: () => void;
}

/** What one file yields before the archive rules run: a pure function of its text and the resolved config. */
export interface FileYield {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Of the text: they speak of its findings, and of those that archive rules have on it. */
  readonly directives: readonly Directive[];
  readonly lineStarts: readonly number[];
  /** The file's text, kept only where findings are to bring source lines. */
  readonly text?: string;
  /** Null for a file that could not be read. */
  readonly facts: Facts | null;
  /** True where a rule asked for a segmenter and there was none: its findings are not complete. */
  readonly wantsSegmenter: boolean;
  /** The text as fixes left it, where they changed it. */
  readonly output?: string;
}

/**
 * Lints files: document rules over each, then archive rules over the facts of all.
 * @param paths absolute, with `/`
 * @returns one result a file, in the order of `paths`. A file that cannot be read has a fatal finding; the rest go on.
 */
export async function lintFiles(paths: readonly string[], host: LintHost, options: LintOptions): Promise<FileResult[]> {
  const yields: FileYield[] = [];
  let drawing = { ...options, parts: partsCompared(paths, options) };
  for (const path of paths) {
    const read = await host.read(path);
    const known = recalled(path, read, drawing);
    let file = known ?? lintText(path, read, drawing);
    if (file.wantsSegmenter && drawing.segmenter === undefined) {
      drawing = { ...drawing, segmenter: await loadSegmenter().catch(() => null) };
      if (drawing.segmenter === null) options.onNoSegmenter?.();
      else file = lintText(path, read, drawing);
    }
    if (!known) remember(file, read, drawing);
    yields.push((await fixed(file, read, host, drawing)) ?? file);
    options.onFile?.(yields.length);
  }
  return finish(yields, host, drawing);
}

/** The file with its fixes applied; null where there are none, or where they could not be saved. */
async function fixed(file: FileYield, read: ReadFile, host: LintHost, options: LintOptions): Promise<FileYield | null> {
  const { fixes } = options;
  if (!fixes || 'id' in read) return null;
  if (read.encoding !== 'utf-8') {
    if (activeFindings(file).some((finding) => finding.fix && fixes(finding)))
      options.onNotFixed?.(file.path, read.encoding);
    return null;
  }
  const lint = (text: string) => (text === read.text ? file : lintText(file.path, { ...read, text }, options));
  const output = applyFixes(read.text, (text) =>
    activeFindings(lint(text))
      .filter(fixes)
      .flatMap(({ fix }) => fix ?? []),
  );
  if (output === read.text || (await host.save?.(file.path, read.text, output)) === false) return null;
  return { ...lint(output), output };
}

/**
 * The parts of content that the rules which are on for any of the files compare. They are drawn from every file of the run
 * and from those its links lead to: a rule that is on for interpretations compares them with policies.
 */
export function partsCompared(
  paths: readonly string[],
  { rules, configFor }: Pick<LintOptions, 'rules' | 'configFor'>,
): ContentPart[] {
  return [...new Set(rulesUnder(paths.map(configFor), rules).flatMap(({ compares }) => compares ?? []))];
}

/** Checks one file's text by the document rules and draws its facts. Pure and synchronous. */
export function lintText(path: string, read: ReadFile, options: LintOptions): FileYield {
  if ('id' in read) return unread(path, read);
  const config = options.configFor(path);
  const { document, elements } = understand(path, read.text, config);
  let wantsSegmenter = false;
  const segmenter = () => {
    wantsSegmenter ||= !options.segmenter;
    return options.segmenter ?? null;
  };
  const findings = checkDocument(document, elements, config, options.rules, segmenter);
  if (read.encoding === 'gb18030') findings.unshift(encodingWarning());
  const facts = factsOf(document, elements, path, options.parts);
  const text = options.frames ? { text: read.text } : {};
  return {
    path,
    findings,
    directives: directivesOf(document),
    lineStarts: document.lineStarts,
    ...text,
    facts,
    wantsSegmenter,
  };
}

function unread(path: string, problem: ReadProblem): FileYield {
  return {
    path,
    findings: [readFailure(problem)],
    directives: [],
    lineStarts: [0],
    facts: null,
    wantsSegmenter: false,
  };
}

/** A text as document and elements: what rules, `inspect` and facts are made from. */
export function understand(
  path: string,
  text: string,
  config: ResolvedConfig,
): { document: Document; elements: ElementFindings } {
  const document = parse(path, text, config);
  return { document, elements: detectElements(document) };
}

function parse(path: string, text: string, { kind }: ResolvedConfig): Document {
  return parseDocument(text, { path, ...(kind ? { kind } : {}) });
}

/** The archive of a run: the linted files and what their links need. */
export function archiveOf(
  facts: readonly Facts[],
  host: LintHost,
  options: Pick<LintOptions, 'configFor' | 'settingsFor' | 'parts' | 'cache'>,
): Promise<ArchiveIndex> {
  const factsAt = async (path: string) => {
    const read = await host.read(path);
    if ('id' in read) return null;
    return factsThrough(path, read, options, () => {
      // What a file that is only linked to provides is nobody's question, and detection is half the cost of reading it.
      return factsOf(parse(path, read.text, options.configFor(path)), {}, path, options.parts);
    });
  };
  return loadArchive(
    facts,
    {
      ...host,
      exists: (path) => host.exists(path),
      filesWith: (root, words, known) => host.filesWith(root, words, known),
      facts: factsAt,
    },
    ({ path }) => options.settingsFor(path),
  );
}

async function finish(yields: readonly FileYield[], host: LintHost, options: LintOptions): Promise<FileResult[]> {
  const facts = yields.flatMap((file) => file.facts ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
  const archive = await archiveOf(facts, host, options);
  const found = checkArchive(archive, ({ path }) => options.configFor(path), options.rules);
  return conclude(yields, found, options);
}
