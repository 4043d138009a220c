import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NO_ARCHIVE } from '../archive/index.js';
import { type Search, searchKeyed } from '../archive/wanted.js';
import type { FileHost } from '../files/host.js';
import type { Locale } from '../language/locale.js';
import type { LintHost } from '../lint/host.js';
import { sentencesOf } from '../lint/messages.js';
import type { LintOptions, MadeFrom, ResultStore } from '../lint/options.js';
import type { FileResult, Message } from '../lint/result.js';
import type { Outcome } from '../lint/run.js';
import type { Configuration } from './configuration.js';
import type { ConfigurationOptions } from './options.js';

/** A store that keeps the last long run as a whole. */
export interface RunStore extends ResultStore {
  /** The values of that run; none where it was made from something else. @param path as in `setRun` */
  getRun(path: string, from: MadeFrom): Iterator<unknown, void>;
  /** @param path one of its files */
  setRun(path: string, from: MadeFrom, values: readonly unknown[]): void;
}

/** Shorter runs are as soon made from what single files yielded, and are not to take the place of the archive's. */
const LONG = 100;
/** Results that are kept, and read, as one value. */
const BUNDLE = 50;

/** Files whose answers can be asked for again. */
type Files = LintHost & Required<Pick<LintHost, 'digest' | 'leadsOut'>> & Pick<FileHost, 'state'>;

/** What a run was told of the world: the question, its words, the answer; of a file, its state before it was read. What is undefined is null. */
type Answer = readonly [
  question: 'digest' | 'exists' | 'leadsOut' | 'filesWith',
  words: readonly string[],
  told: unknown,
  state: string | null,
];

/**
 * What a run yields: made, or as it was kept by one that went by the same settings and asked the world the same, if the world answers as it
 * did then. All that a run knows of the world it was told by its host, files by the digests of their bytes among it.
 * @param settings all else that decides what a run yields
 * @param make makes it, with this host and this store
 * @returns with an archive of no files where it was kept
 */
export async function keptOrMade(
  paths: readonly string[],
  settings: string,
  files: Files,
  store: RunStore,
  watching: Pick<LintOptions, 'stopped' | 'onFile' | 'locale'>,
  make: (host: LintHost, more: { readonly cache: ResultStore }) => Promise<Outcome>,
): Promise<Outcome> {
  const [path] = paths;
  if (path === undefined || paths.length < LONG) return make(files, { cache: store });
  const kept = store.getRun(path, [settings, '']) as Iterator<readonly never[], void>;
  const answers = kept.next().value as readonly Answer[] | undefined;
  const foreign = kept.next().value ?? [];
  const known = new Set(paths);
  for (const left of foreign) known.delete(left);
  if (answers && (await isAnsweredAlike(answers, known, files, watching))) {
    const results: FileResult[] = [];
    for (let bundle = kept.next().value; bundle; bundle = kept.next().value)
      for (const result of bundle) results.push(fromKept(result, watching.locale));
    return { results, foreign, archive: NO_ARCHIVE, partial: false };
  }
  const states = new Map<string, string | undefined>();
  for (const one of paths) states.set(one, await files.state(one));
  const witness = new Witness(files, store, states);
  const outcome = await make(witness, { cache: witness });
  const { results, partial } = outcome;
  if (partial || !witness.isSteady || results.some(({ fatalErrorCount }) => fatalErrorCount > 0)) return outcome;
  const made: unknown[] = [witness.answers, outcome.foreign];
  for (let first = 0; first < results.length; first += BUNDLE)
    made.push(results.slice(first, first + BUNDLE).map((result) => toKeep(result, watching.locale)));
  store.setRun(path, [settings, ''], made);
  return outcome;
}

/** A result whose messages are without their sentences, where these are put together of their parts. */
type KeptResult = Omit<FileResult, 'messages'> & { readonly messages: readonly KeptMessage[] };
type KeptMessage = Omit<Message, 'message'> & Partial<Pick<Message, 'message'>>;

function toKeep(result: FileResult, locale: Locale): KeptResult {
  const messages = result.messages.map(({ message, ...rest }) =>
    message === sentencesOf(rest.parts, locale) ? rest : { message, ...rest },
  );
  return { ...result, messages };
}

function fromKept(result: KeptResult, locale: Locale): FileResult {
  const messages = result.messages.map((one) => {
    const { ruleId, severity, message = sentencesOf(one.parts, locale), ...rest } = one;
    // In the order in which they are printed.
    return { ruleId, severity, message, ...rest };
  });
  return { ...result, messages };
}

/** All that decides what a run of `lint` yields but for what its host tells: options, configs, and what is asked of it. */
export function settingsOfRun(
  paths: readonly string[],
  { locale, frames, inlineConfig, unusedDirectives, leavesOut, settingsFor }: LintOptions,
  { config, configLookup, presets, rules, plugins }: ConfigurationOptions,
  configuration: Pick<Configuration, 'filesRead' | 'ruleSourcesFor'>,
): string {
  const folders = new Map(paths.map((path) => [dirname(path), path]));
  return JSON.stringify([
    { locale, frames, inlineConfig, unusedDirectives, config, configLookup, presets, rules, plugins },
    paths.map((path) => [path, leavesOut?.(path)]),
    [...folders.values()].map((path) => [settingsFor(path), configuration.ruleSourcesFor(path)]),
    configuration.filesRead.map((path) => [path, readFileSync(path, 'latin1')]),
  ]);
}

async function isAnsweredAlike(
  answers: readonly Answer[],
  known: ReadonlySet<string>,
  files: Files,
  { stopped, onFile }: Pick<LintOptions, 'stopped' | 'onFile'>,
): Promise<boolean> {
  let done = 0;
  for (const [question, words, told, state] of answers) {
    if (await stopped?.()) return false;
    const isAsItWas = state !== null && state === (await files.state(words[0] as string));
    if (!isAsItWas && !isSame(await answerOf(question, words, known, files), told)) return false;
    if (question === 'digest' && done < known.size) onFile?.(++done);
  }
  return true;
}

async function answerOf(
  question: Answer[0],
  [path = '', second = '']: readonly string[],
  known: ReadonlySet<string>,
  files: Files,
): Promise<unknown> {
  if (question === 'filesWith') return files.filesWith(path, searchKeyed(second), known);
  return (await files[question](path, second)) ?? null;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Stands between a run and its world, and notes what the run is told. */
class Witness implements LintHost, ResultStore {
  /** False where something was told in two ways: it changed while the run went on. */
  isSteady = true;
  private readonly told = new Map<string, Answer>();

  constructor(
    private readonly files: Files,
    private readonly store: ResultStore,
    /** Of files, each before it is read. */
    private readonly states: Map<string, string | undefined>,
  ) {}

  get answers(): readonly Answer[] {
    return [...this.told.values()];
  }

  /** Whoever reads a file has asked for its digest before. */
  read(path: string) {
    return this.files.read(path);
  }

  async digest(path: string) {
    if (!this.states.has(path)) this.states.set(path, await this.files.state(path));
    return this.note('digest', [path], await this.files.digest(path));
  }

  async exists(path: string) {
    return this.note('exists', [path], await this.files.exists(path));
  }

  async leadsOut(path: string, folder: string) {
    return this.note('leadsOut', [path, folder], await this.files.leadsOut(path, folder));
  }

  async filesWith(root: string, search: Search, known: ReadonlySet<string>) {
    return this.note('filesWith', [root, search.key], await this.files.filesWith(root, search, known));
  }

  get(...asked: Parameters<ResultStore['get']>) {
    return this.store.get(...asked);
  }

  /** What threads read comes here only. */
  set(...[kind, path, from, value]: Parameters<ResultStore['set']>) {
    if (kind !== 'comparison') this.note('digest', [path], from[1]);
    this.store.set(kind, path, from, value);
  }

  private note<Told>(question: Answer[0], words: readonly string[], told: Told): Told {
    const name = JSON.stringify([question, ...words]);
    const known = this.told.get(name);
    const state = question === 'digest' ? this.states.get(words[0] as string) : undefined;
    if (!known) this.told.set(name, [question, words, told ?? null, state ?? null]);
    else if (!isSame(known[2], told ?? null)) this.isSteady = false;
    return told;
  }
}
