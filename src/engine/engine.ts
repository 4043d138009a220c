import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { PutAside } from '../archive/content.js';
import type { ArchiveSettings } from '../archive/targets.js';
import type { ResolvedConfig, ResolvedSetting } from '../config/resolve.js';
import { displayPath } from '../files/display.js';
import { isConverted } from '../files/formats.js';
import { withSlashes } from '../files/glob.js';
import { FileHost, type OnTouch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import { decode } from '../files/read.js';
import type { Locale } from '../language/locale.js';
import { isLong } from '../lint/check-files.js';
import type { LintHost, ReadFile } from '../lint/host.js';
import type { Inspected } from '../lint/inspection.js';
import type { LintOptions } from '../lint/options.js';
import type { FileResult } from '../lint/result.js';
import * as lint from '../lint/run.js';
import { Configuration } from './configuration.js';
import { type FilesFound, filesToLint, isIgnored, type Search } from './find.js';
import { HostWithTexts, oneText } from './host.js';
import type { EngineOptions, Machine } from './options.js';
import { type Data, EngineError, type ErrorCode, type NoteCode, type Telling } from './problems.js';
import { segmenter } from './segmenter.js';
import { hasSuppressions } from './suppressions-file.js';
import { forManyFiles, otherThreads } from './threads.js';

/** What is told and asked while a run goes on. */
export interface Watching extends Pick<LintOptions, 'onFile' | 'onArchive' | 'stopped' | 'resultsOnly'> {
  /** Told of every file and folder the run depends on, before it is looked at. */
  readonly onTouch?: OnTouch | undefined;
  /**
   * How the paths were found: those that nobody named are left out if they are no papers, and of suppressed files that are gone those count
   * that would have been found.
   */
  readonly found?: Pick<FilesFound, 'searched' | 'covers'> | undefined;
  /** What of files is kept beside what rules compare. */
  readonly parts?: NonNullable<LintOptions['parts']>;
  /** The language of findings, if not that of messages. */
  readonly locale?: Locale;
}

/** The configuration of a file. */
export interface ConfigFor extends Pick<ResolvedConfig, 'kind'> {
  /** By rule: a setting, or several where kinds of documents have different ones. */
  readonly rules: Readonly<Record<string, readonly ResolvedSetting[]>>;
  /** The archive it belongs to. */
  readonly archive: ArchiveSettings;
  /** The language of messages. */
  readonly locale: Locale;
}

/** What a run found, less what suppressions take out. */
export interface Outcome extends Omit<lint.Outcome, 'results'> {
  /** One a file that was not left out, in the order of the paths. */
  readonly results: readonly FileResult[];
  /** True where fixes could not be written, or the file of suppressions has more than there is. Notes have told of it. */
  readonly failed: boolean;
}

/**
 * Linting on this machine: one configuration, the files it finds, and runs over them. An engine keeps the configs it has read: for files
 * whose configs may have changed make another one.
 */
export class Engine {
  /** The working folder, absolute. */
  readonly cwd: string;
  /** The configs, rules and presets that hold. */
  readonly configuration: Configuration;

  constructor(
    private readonly options: EngineOptions = {},
    private readonly machine: Machine = {},
  ) {
    this.cwd = resolve(options.cwd ?? '');
    this.configuration = new Configuration(
      {
        cwd: this.cwd,
        importModule: machine.importModule,
        note: (code, locale, data) => this.tell(code, locale, data),
      },
      options,
    );
    for (const pattern of options.ignorePatterns ?? []) {
      // In git's syntax a backslash takes the sign of a remark, the mark of what is taken back and a last blank for themselves, too.
      const meant = withSlashes(pattern.replace(/^\\[#!]|\\ +$/g, ''));
      if (meant !== undefined) throw this.error('backslashes', { pattern, meant });
    }
  }

  /**
   * The files that patterns mean: files, folders and globs, relative to the working folder; none: what the config's `paths` say, else
   * that folder. Their configs are read.
   * @throws EngineError for mistakes in configs, and for a pattern that names a file the run will write
   */
  async find(patterns: readonly string[], search: Search = {}): Promise<FilesFound> {
    const found = await filesToLint(patterns, this.options, search, this.configuration, this.cwd);
    const shown = displayPath(this.cwd);
    for (const { path, line } of found.disobeyed) {
      const code = line === undefined ? 'ignoreFileUnread' : 'ignoreLineCostly';
      this.tell(code, this.configuration.locale, { file: shown(path), line });
    }
    const named = found.asked.map((pattern) => resolve(this.cwd, pattern));
    const overwritten = named.find((path) => search.written?.includes(path));
    if (overwritten !== undefined) throw this.error('reportOverInput', { file: overwritten });
    return found;
  }

  /** The configuration that holds for a file. @throws EngineError for mistakes in configs */
  async resolveConfig(path: string): Promise<ConfigFor> {
    const { configuration } = this;
    const file = resolve(this.cwd, path);
    await configuration.prepare([file]);
    const { rules: resolved, kind } = configuration.configFor(file);
    const archive = configuration.settingsFor(file);
    return { rules: Object.fromEntries(resolved), ...(kind ? { kind } : {}), archive, locale: configuration.locale };
  }

  /** Whether ignore files, the options or a config take a file out. @throws EngineError for mistakes in configs */
  isIgnored(path: string): Promise<boolean> {
    return isIgnored(resolve(this.cwd, path), this.options, this.configuration, this.cwd);
  }

  /**
   * Finds files and lints them.
   * @returns besides, what was found and what was left out
   * @throws EngineError for mistakes in options and configs
   */
  async lintFiles(patterns: readonly string[], watching: Watching = {}): Promise<Outcome & { found: FilesFound }> {
    const found = await this.find(patterns, watching);
    return { ...(await this.lint(found.paths, { ...watching, found })), found };
  }

  /**
   * Lints files, and the links among them.
   * @param paths as `find` gives them
   * @throws EngineError for mistakes in options
   */
  async lint(paths: readonly string[], watching: Watching = {}): Promise<Outcome> {
    if (this.options.fix !== 'write') return this.run(paths, this.files(watching.onTouch), watching);
    const { FixingHost } = await import('./fixing.js');
    const host = new FixingHost(this.fixWorld(), this.machine.conversion?.convert);
    const outcome = await this.run(paths, host, watching);
    return { ...outcome, failed: outcome.failed || host.failed };
  }

  /**
   * Lints a text as the file at a path would be, the files its links lead to included; no file is written.
   * @param text decoded, or the bytes of a file
   * @param path of the file it stands for: it decides config, archive and what relative links mean; ignored or not
   * @throws EngineError for mistakes in options and configs
   */
  async lintText(text: string | Uint8Array, path = 'document.md', watching: Watching = {}): Promise<Outcome> {
    const file = slashed(resolve(this.cwd, path));
    await this.configuration.prepare([resolve(this.cwd, path)]);
    const host = new HostWithTexts(oneText(file, await this.read(text, file)), this.files(watching.onTouch));
    return this.run([file], host, watching, true);
  }

  /**
   * What is seen in files: kind, structure, elements, links.
   * @param paths as `find` gives them
   * @param why whether to tell the words behind each element
   */
  async inspect(paths: readonly string[], why = false): Promise<Inspected> {
    return (await import('../lint/inspection.js'))
      .inspect(paths, this.files(), this.lintOptions(), why)
      .finally(() => this.machine.conversion?.end());
  }

  /** The options of a run of `lint` under this configuration, which has to be prepared for its files. */
  lintOptions(more: Partial<LintOptions> = {}): LintOptions {
    const { configuration, options } = this;
    return {
      rules,
      locale: configuration.locale,
      configFor: (path) => configuration.configFor(path),
      settingsFor: (path) => configuration.settingsFor(path),
      frames: options.frames === true,
      inlineConfig: options.inlineConfig !== false,
      unusedDirectives: options.unusedDirectives ?? 'warn',
      segmenter,
      ...more,
    };
  }

  private files(onTouch?: OnTouch): FileHost<ReadFile> {
    return new FileHost(onTouch, this.machine.conversion?.convert);
  }

  private async read(text: string | Uint8Array, path: string): Promise<ReadFile> {
    if (typeof text === 'string') return { text: text.replace(/^\uFEFF/, ''), encoding: 'utf-8' };
    const { conversion } = this.machine;
    return conversion && isConverted(path) ? conversion.convert(text, path) : { ...decode(text), bytes: text.length };
  }

  private async run(
    paths: readonly string[],
    host: LintHost,
    { onFile, onArchive, stopped, parts, locale, found, resultsOnly }: Watching,
    isText = false,
  ): Promise<Outcome> {
    const { options, machine, cwd } = this;
    const suppressions = await this.suppressions(isText);
    const fixes = options.fix ? (await import('./fixing.js')).fixesAsked(options, this.fixWorld()) : {};
    const timing = options.stats ? new (await import('./stats.js')).Timing() : null;
    // Other threads would look for a text where its file stands, and have clocks of their own.
    const threads = isText || timing ? undefined : otherThreads(cwd, options, machine);
    forManyFiles(paths.length, machine);
    const aside =
      machine.scratch !== undefined && isLong(paths.length)
        ? new (await import('./aside.js')).Aside(machine.scratch)
        : undefined;
    const cache = await this.openCache(aside?.put);
    const run = this.lintOptions({
      ...fixes,
      ...(locale && { locale }),
      ...(found && { leavesOut: (path: string) => found.searched.has(path) }),
      ...(timing && { stopwatch: timing.stopwatch }),
      ...(cache && { cache }),
      ...(threads && { threads }),
      ...(aside && { putAside: aside.put }),
      ...(resultsOnly && { resultsOnly }),
      ...(stopped && { stopped }),
      ...(onFile && { onFile }),
      ...(onArchive && { onArchive }),
    });
    const make = (from: LintHost, more?: Pick<LintOptions, 'cache'>) =>
      lint.lintArchive(paths, from, {
        ...{ ...run, ...more },
        ...(parts && { parts: [...lint.partsCompared(paths, run), ...parts] }),
      });
    const isKept = cache && resultsOnly && !timing && !options.fix && host instanceof FileHost;
    const kept = isKept && (await import('./kept-run.js'));
    const settings = kept ? kept.settingsOfRun(paths, run, options, this.configuration) : '';
    const made = kept ? kept.keptOrMade(paths, settings, host, cache, run, make) : make(host);
    const outcome = await made
      .finally(() => machine.conversion?.end())
      .then((one) => {
        cache?.save();
        return one;
      })
      .finally(() => aside?.end());
    const results = timing ? outcome.results.map((result) => timing.withStats(result)) : outcome.results;
    return {
      ...outcome,
      ...(suppressions?.apply(results, outcome.partial, found?.covers) ?? { results, failed: false }),
    };
  }

  private async suppressions(isText: boolean) {
    const { suppressions, quiet } = this.options;
    if (!suppressions || !hasSuppressions(suppressions, this.cwd)) return null;
    const { Suppressions } = await import('./suppressions.js');
    const ruleIds = this.configuration.rules.map(({ id }) => id);
    return Suppressions.open(suppressions, { cwd: this.cwd, ruleIds, quiet, isText, ...this.telling() });
  }

  private async openCache(putAside: PutAside | undefined) {
    const { cwd, configuration, options } = this;
    const { program, cacheHome: home } = this.machine;
    if (!options.cache || !program || home === undefined) return null;
    const { FileCache } = await import('./cache.js');
    return FileCache.open(options.cacheLocation, { cwd, program, home, configuration, putAside, ...this.telling() });
  }

  private fixWorld() {
    return { rules: this.configuration.rules, displayPath: displayPath(this.cwd), cwd: this.cwd, ...this.telling() };
  }

  private telling(): Telling {
    return {
      error: (code, data) => this.error(code, data),
      note: (code, data) => this.tell(code, this.configuration.locale, data),
    };
  }

  private error(code: ErrorCode, data: Data): EngineError {
    return new EngineError(code, data, this.machine.say?.(code, this.configuration.locale, data) ?? code);
  }

  private tell(code: NoteCode, locale: Locale, data: Data): void {
    this.machine.onNote?.({ code, data, message: this.machine.say?.(code, locale, data) ?? code });
  }
}
