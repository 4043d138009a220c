import type { Facts } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { CheckedFile } from './checked-file.js';
import type { LintHost } from './host.js';
import type { LintOptions, MadeFrom } from './options.js';
import { deserialize, type SerializedFile, serialize } from './serialize.js';

type Caching = Pick<LintOptions, 'cache' | 'configFor' | 'parts'>;

/**
 * What a file holds, as the store knows it: the digest of its bytes, which needs no decoding, else its text.
 * @returns undefined where the file cannot be read, or where nothing is kept
 */
export async function contentOf(
  path: string,
  host: Pick<LintHost, 'read' | 'digest'>,
  { cache }: Pick<LintOptions, 'cache'>,
): Promise<string | undefined> {
  if (!cache) return undefined;
  if (host.digest) return host.digest(path);
  const read = await host.read(path);
  return 'id' in read ? undefined : `${read.encoding}\n${read.text}`;
}

/**
 * What a file yielded when it was last linted as it would be now, without its text; null where that is not known.
 * @param content as `contentOf` gave it
 */
export function recalled(path: string, content: string | undefined, options: LintOptions): CheckedFile | null {
  if (content === undefined) return null;
  const config = options.configFor(path);
  const kept = options.cache?.get('file', path, [settingsOf(config, options), content]) as SerializedFile | undefined;
  return kept ? deserialize(path, kept, config, options.rules) : null;
}

/** Keeps what a file yielded, without its text, if every rule could do its work. */
export function remember({ text: _, ...file }: CheckedFile, content: string | undefined, options: LintOptions): void {
  const { path, findings, facts } = file;
  if (content === undefined || !facts || findings.some(({ fatal }) => fatal)) return;
  options.cache?.set('file', path, [settingsOf(options.configFor(path), options), content], serialize(file));
}

/**
 * The facts of a file that links lead to, from the store or drawn now.
 * @param content as `contentOf` gave it
 * @param draw gives null where the file cannot be read, or is too much to be
 */
export async function factsThrough(
  path: string,
  content: string | undefined,
  options: Caching,
  draw: () => Promise<Facts | null>,
): Promise<Facts | null> {
  if (content === undefined) return draw();
  const { kind, limits } = options.configFor(path);
  const from: MadeFrom = [JSON.stringify([kind, limits, options.parts]), content];
  const kept = options.cache?.get('facts', path, from) as Facts | undefined;
  if (kept) return kept;
  const facts = await draw();
  if (facts) options.cache?.set('facts', path, from, facts);
  return facts;
}

const written = new WeakMap<ResolvedConfig, { readonly parts: LintOptions['parts']; readonly text: string }>();

/** Many files share one resolved config, which is long. */
function settingsOf(config: ResolvedConfig, { parts }: Pick<LintOptions, 'parts'>): string {
  const known = written.get(config);
  if (known && known.parts === parts) return known.text;
  const text = JSON.stringify([[...config.rules], config.kind, config.limits, parts]);
  written.set(config, { parts, text });
  return text;
}
