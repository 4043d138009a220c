import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { ArchiveIndex } from '../archive/index.js';
import { isInside } from '../archive/targets.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Document } from '../document/document.js';
import type { ElementFindings } from '../elements/detect.js';
import type { Configuration } from '../engine/configuration.js';
import type { Engine } from '../engine/engine.js';
import { SUPPRESSIONS_FILE } from '../engine/suppressions-file.js';
import type { Locale } from '../language/locale.js';
import { applyBaseline, type Baseline, parseBaseline } from '../lint/baseline.js';
import { rulesKnown } from '../lint/check.js';
import { checkText, understand } from '../lint/check-text.js';
import type { LintHost, ReadFile } from '../lint/host.js';
import { resultOf } from '../lint/messages.js';
import type { LintOptions } from '../lint/options.js';
import type { FileResult } from '../lint/result.js';
import { finish, partsCompared } from '../lint/run.js';
import type { Buffer } from './buffers.js';
import type { Configurations } from './configurations.js';
import { KeptFacts, type KeptFiles, Touched } from './kept-files.js';
import type { LspHost } from './lsp-host.js';

/** What a check of an open document found. */
export interface Checked {
  readonly buffer: Buffer;
  readonly configuration: Configuration;
  /** What holds for the document, and the rules there are for it. */
  readonly config: ResolvedConfig;
  readonly rules: readonly Rule[];
  readonly locale: Locale;
  readonly options: LintOptions;
  readonly result: FileResult;
  /** What links of the document lead to; null where the document is ignored, or no paper. */
  readonly archive: ArchiveIndex | null;
}

/** An open document as rules read it. */
export interface Reading {
  readonly document: Document;
  readonly elements: ElementFindings;
}

interface Check {
  readonly buffer: Buffer;
  readonly touched: Touched;
  readonly checked: Promise<Checked>;
}

/** Checks open documents as a run of the command line would each of them alone, and keeps what it found until it is stale. */
export class Checker {
  private readonly checks = new Map<string, Check>();
  private readonly facts = new KeptFacts();
  private readonly ignored = new Map<string, Promise<boolean>>();
  private readonly readings = new WeakMap<
    Buffer,
    { readonly configuration: Configuration; readonly reading: Reading }
  >();
  private readonly baselines = new WeakMap<ReadFile, Baseline>();

  /** @param localeOtherwise the language of messages where neither a setting nor a config says */
  constructor(
    private readonly world: LspHost,
    private readonly files: KeptFiles,
    private readonly configurations: Configurations,
    private readonly rootOf: (path: string) => string,
    readonly localeOtherwise: () => Locale,
  ) {}

  /** The findings of a document as it stands. */
  check(buffer: Buffer): Promise<Checked> {
    const known = this.checks.get(buffer.uri);
    if (known?.buffer === buffer) return known.checked;
    const touched = new Touched();
    const checked = this.run(buffer, touched);
    const check = { buffer, touched, checked };
    this.checks.set(buffer.uri, check);
    // What failed is tried again when it is next asked for.
    checked.catch(() => this.checks.get(buffer.uri) === check && this.checks.delete(buffer.uri));
    return checked;
  }

  /** A document's model, made when it is first asked for; that of an empty text where the text is too much to be read. */
  async read(buffer: Buffer): Promise<Reading> {
    const { configuration } = await this.configurations.for(buffer.path);
    const known = this.readings.get(buffer);
    if (known?.configuration === configuration) return known.reading;
    const config = configuration.configFor(buffer.path);
    const understood = understand(buffer.path, buffer.text, config);
    const reading = 'id' in understood ? (understand(buffer.path, '', config) as Reading) : understood;
    this.readings.set(buffer, { configuration, reading });
    return reading;
  }

  /** Forgets what was found where it may be otherwise now. @returns the URIs of these documents */
  stale(hangsOn: (touched: Touched) => boolean): string[] {
    const uris = [...this.checks].filter(([, { touched }]) => hangsOn(touched)).map(([uri]) => uri);
    for (const uri of uris) this.checks.delete(uri);
    return uris;
  }

  /** Forgets everything. */
  clear(): void {
    this.checks.clear();
    this.ignored.clear();
  }

  forget(uri: string): void {
    this.checks.delete(uri);
    if (this.checks.size === 0) this.facts.clear();
  }

  private async run(buffer: Buffer, touched: Touched): Promise<Checked> {
    const { path, read } = buffer;
    const { engine, locale, options } = await this.optionsFor(path);
    const { configuration } = engine;
    const config = configuration.configFor(path);
    const checked = { buffer, configuration, config, rules: rulesKnown([config], rules), locale, options };
    if ((await this.isIgnored(buffer, engine)) || (await this.isUnrelated(buffer, configuration)))
      return { ...checked, result: resultOf(path, []), archive: null };
    const host = this.files.hostFor(touched);
    const file = checkText(path, read, options);
    if (file.foreign && (await this.configurations.settingsFor(path)).skipUnrelated)
      return { ...checked, result: resultOf(path, []), archive: null };
    const files = [file];
    const { results, archive } = await finish({ files, partial: false }, host, options);
    const result = await this.unsuppressed(results[0] as FileResult, host);
    return { ...checked, result, archive };
  }

  /** The findings of a file that no client opens as text; null where it is ignored. */
  async checkFile(path: string): Promise<{ readonly result: FileResult; readonly locale: Locale } | null> {
    const { engine, locale, options } = await this.optionsFor(path);
    if (await engine.isIgnored(path)) return null;
    const host = this.files.hostFor(new Touched());
    const files = [checkText(path, await host.read(path), options)];
    const { results } = await finish({ files, partial: false }, host, options);
    return { result: await this.unsuppressed(results[0] as FileResult, host), locale };
  }

  private async optionsFor(path: string) {
    const engine = await this.configurations.for(path);
    const locale = engine.configuration.statedLocale ?? this.localeOtherwise();
    const run = engine.lintOptions({ locale, cache: this.facts });
    return { engine, locale, options: { ...run, parts: partsCompared([path], run) } };
  }

  /** Without what the file of suppressions in the root lives with; one that cannot be read suppresses nothing. */
  private async unsuppressed(result: FileResult, host: LintHost): Promise<FileResult> {
    const root = this.rootOf(result.filePath);
    const read = await host.read(`${root}/${SUPPRESSIONS_FILE}`);
    if ('id' in read) return result;
    const baseline = this.baselines.get(read) ?? parseBaseline(read.text) ?? new Map();
    this.baselines.set(read, baseline);
    const pathOf = (path: string) => (isInside(path, root) ? path.slice(root.length + 1) : path);
    return applyBaseline([result], baseline, pathOf).results[0] ?? result;
  }

  private async isUnrelated(buffer: Buffer, configuration: Configuration): Promise<boolean> {
    if (configuration.filesRead.length > 0 || buffer.text.startsWith('---')) return false;
    const { skipUnrelated } = await this.configurations.settingsFor(buffer.path);
    return skipUnrelated === true && (await this.read(buffer)).document.kind === null;
  }

  private async isIgnored({ uri, path }: Buffer, engine: Engine): Promise<boolean> {
    if (this.world.pathOf(uri) === undefined) return false;
    const ignored = this.ignored.get(path) ?? engine.isIgnored(path);
    this.ignored.set(path, ignored);
    return ignored;
  }
}
