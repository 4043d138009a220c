import { putAside } from '../archive/content.js';
import { type Facts, withPlacesAside } from '../archive/facts.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { CheckedFile } from './checked-file.js';
import type { LintHost } from './host.js';
import type { LintOptions, MadeFrom } from './options.js';
import { deserialize, type SerializedFile, serialize, withoutDrawn } from './serialize.js';

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
 * What a file yielded when it was last linted as it would be now, without its text and what was drawn; null where that is not known.
 * @param content as `contentOf` gave it
 */
export function recalled(path: string, content: string | undefined, options: LintOptions): CheckedFile | null {
  if (content === undefined) return null;
  const config = options.configFor(path);
  const kept = options.cache?.get('file', path, [settingsOf(config, options), content]);
  if (!kept) return null;
  const packed = kept as SerializedFile;
  if (packed.facts) contents.set(packed.facts, content);
  const file = deserialize(path, packed, config, options.rules);
  return file && apart(file, content, options);
}

/** Hands what a file yielded to the store. @returns the file, with what is looked at later put aside */
export function keep(
  file: CheckedFile,
  content: string | undefined,
  options: Caching & Pick<LintOptions, 'putAside' | 'resultsOnly'>,
): CheckedFile {
  remember(file, content, options);
  return apart(file, content, options);
}

/** Facts that are looked at once there are results stay as they are. */
function apart(
  file: CheckedFile,
  content: string | undefined,
  { putAside: put, resultsOnly }: Pick<LintOptions, 'putAside' | 'resultsOnly'>,
): CheckedFile {
  if (!file.facts || !put) return file;
  putAside(file.facts.content, put);
  if (!resultsOnly) return file;
  const facts = withPlacesAside(file.facts, put);
  if (content !== undefined) contents.set(facts, content);
  return { ...file, facts };
}

/**
 * Keeps what a file yielded, if every rule could do its work; without its text, and without what was drawn, which is the greater part
 * and soon drawn again from the few files that are to be compared anew.
 */
function remember({ text: _, ...file }: CheckedFile, content: string | undefined, options: Caching): void {
  const { path, findings, facts } = file;
  if (content === undefined || !facts || findings.some(({ fatal }) => fatal)) return;
  contents.set(facts, content);
  options.cache?.set('file', path, [settingsOf(options.configFor(path), options), content], serialize(file));
}

const contents = new WeakMap<Facts, string>();

/** What the files hold that facts were drawn from, as `contentOf` gave it; undefined where that is not known. */
export function contentBehind(facts: Facts): string | undefined {
  return contents.get(facts);
}

/**
 * The facts of a file that links lead to, from the store, without what was drawn, or drawn now.
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
  const from: MadeFrom = [readingOf(options.configFor(path), options), content];
  const kept = options.cache?.get('facts', path, from) as Facts | undefined;
  const facts = kept ?? (await draw());
  if (facts) contents.set(facts, content);
  if (facts && !kept) options.cache?.set('facts', path, from, withoutDrawn(facts));
  return facts;
}

/** What of a config decides what a file yields. */
export const settingsOf = writer(({ rules, kind, limits }) => [[...rules], kind, limits]);

/** What of a config decides how a file is read, and so its facts. */
export const readingOf = writer(({ kind, limits }) => [kind, limits]);

/** Writes what decides, with the parts of a run; once a config, which many files share and is long. */
function writer(pick: (config: ResolvedConfig) => readonly unknown[]) {
  const written = new WeakMap<ResolvedConfig, { readonly parts: LintOptions['parts']; readonly text: string }>();
  return (config: ResolvedConfig, { parts }: Pick<LintOptions, 'parts'>): string => {
    const known = written.get(config);
    if (known && known.parts === parts) return known.text;
    const text = JSON.stringify([...pick(config), parts]);
    written.set(config, { parts, text });
    return text;
  };
}
