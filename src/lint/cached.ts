import type { Facts } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { type Packed, pack, unpack } from './packed.js';
import type { LintOptions, ReadFile } from './run.js';
import type { FileYield } from './yield.js';

/**
 * Keeps from run to run what texts yielded. The store adds what it alone knows of the making: version and text of the
 * program, of plugins and of rules made of data.
 */
export interface ResultStore {
  /**
   * @param kind whether all that a linted file yields is meant, or the facts of one that links lead to
   * @param from everything else the value is made from
   * @returns the value kept for a file; undefined where there is none, or where it was made from something else
   */
  get(kind: ResultKind, path: string, from: readonly string[]): unknown;
  /** @param value plain data */
  set(kind: ResultKind, path: string, from: readonly string[], value: unknown): void;
}

export type ResultKind = 'file' | 'facts';

type Caching = Pick<LintOptions, 'cache' | 'configFor' | 'parts'>;

/** What a file yielded when it was last linted as it would be now; null where that is not known. */
export function recalled(path: string, read: ReadFile, options: LintOptions): FileYield | null {
  if (!options.cache || 'id' in read) return null;
  const config = options.configFor(path);
  const kept = options.cache.get('file', path, [settingsOf(config), ...madeFrom(path, read, options)]);
  const text = options.frames ? { text: read.text } : {};
  return kept === undefined ? null : unpack(path, { ...(kept as Packed), ...text }, config, options.rules);
}

/** Keeps what a file yielded, if every rule could do its work. */
export function remember(file: FileYield, read: ReadFile, options: LintOptions): void {
  const { path, findings, facts, wantsSegmenter } = file;
  if (!options.cache || 'id' in read || !facts || wantsSegmenter || findings.some(({ fatal }) => fatal)) return;
  const { text: _, ...kept } = pack(file);
  options.cache.set('file', path, [settingsOf(options.configFor(path)), ...madeFrom(path, read, options)], kept);
}

/** The facts of a file that links lead to, from the store or drawn now. */
export function factsThrough(
  path: string,
  read: Exclude<ReadFile, { id: string }>,
  options: Caching,
  draw: () => Facts,
): Facts {
  const from = madeFrom(path, read, options);
  const kept = options.cache?.get('facts', path, from) as Facts | undefined;
  if (kept) return kept;
  const facts = draw();
  options.cache?.set('facts', path, from, facts);
  return facts;
}

function madeFrom(path: string, read: Exclude<ReadFile, { id: string }>, { configFor, parts }: Caching): string[] {
  return [JSON.stringify([configFor(path).kind, parts]), read.encoding, read.text];
}

const written = new WeakMap<ResolvedConfig, string>();

/** Many files share one resolved config, which is long. */
function settingsOf(config: ResolvedConfig): string {
  const text = written.get(config) ?? JSON.stringify([...config.rules]);
  written.set(config, text);
  return text;
}
