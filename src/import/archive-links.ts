import { relativePath, type Target } from '../archive/targets.js';
import { searchFor } from '../archive/wanted.js';
import { parseDocument } from '../document/parse.js';
import { FileHost } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import { docNumberKey } from '../language/doc-number.js';
import type { Localized } from '../language/locale.js';
import { broughtKey, isSamePaper, titleKey } from '../language/papers.js';
import type { Guess } from './evidence.js';
import type { Imported } from './import.js';

/** An imported document and the file it is to be written to, absolute. */
export interface Placed {
  readonly target: string;
  readonly imported: Imported;
}

/**
 * The guesses of each document, with `policy` and `interpretations` leading to files where the papers are among those imported, or in the
 * archive: a path says more than a number.
 * @param rootFor the archive that a target lies in, null where there is none
 */
export async function withLinks(
  placed: readonly Placed[],
  rootFor: (target: string) => string | null,
): Promise<Map<Placed, readonly Guess[]>> {
  const policies = placed.filter(({ imported }) => imported.kind === 'policy');
  const host = new FileHost();
  const guesses = new Map<Placed, readonly Guess[]>(placed.map((one) => [one, one.imported.guesses]));
  const explained = new Map<Placed, string[]>();
  for (const one of placed) {
    const { policy } = one.imported;
    if (!policy) continue;
    const among = policies.find(({ imported }) => isMeant(policy, imported.number, imported.title));
    const root = among ? null : rootFor(one.target);
    const path = among?.target ?? (root === null ? undefined : await inArchive(host, root, policy));
    if (path === undefined) continue;
    const value = addressOf(one.target, path);
    guesses.set(
      one,
      replaced(guesses.get(one) ?? [], { key: 'policy', value, from: among ? AMONG : IN_ARCHIVE, sure: true }),
    );
    if (among && one.imported.kind === 'interpretation')
      explained.set(among, [...(explained.get(among) ?? []), addressOf(among.target, one.target)]);
  }
  for (const [policy, value] of explained)
    guesses.set(
      policy,
      replaced(guesses.get(policy) ?? [], { key: 'interpretations', value, from: AMONG, sure: true }),
    );
  return guesses;
}

const AMONG: Localized = { 'zh-CN': '一起导入的文件', en: 'the files imported together' };
const IN_ARCHIVE: Localized = { 'zh-CN': '文库里的文件', en: 'the files of the archive' };

function replaced(guesses: readonly Guess[], by: Guess): Guess[] {
  return [...guesses.filter(({ key }) => key !== by.key), by];
}

function isMeant(policy: NonNullable<Imported['policy']>, number: string | null, title: string): boolean {
  const wanted = policy.number === undefined ? null : docNumberKey(policy.number);
  if (wanted !== null && number !== null) return docNumberKey(number) === wanted;
  const name = policy.title ?? '';
  const isNamed = [name, title].every((one) => titleKey(one).length >= 6);
  return isNamed && (isSamePaper(name, title) || broughtKey(title) === titleKey(name));
}

/** A policy in the archive that bears the number, or else the title. */
async function inArchive(
  host: FileHost,
  root: string,
  policy: NonNullable<Imported['policy']>,
): Promise<string | undefined> {
  const key = policy.number === undefined ? null : docNumberKey(policy.number);
  const title = policy.title ?? '';
  const wanted: Target =
    key === null ? { type: 'title', title } : { type: 'number', key, written: policy.number ?? '' };
  for (const path of await host.filesWith(root, searchFor([wanted]), new Set())) {
    const read = await host.read(path);
    if ('id' in read) continue;
    const { kind, title, frontMatter } = parseDocument(read.text, { path });
    const own = frontMatter.data.number;
    if (kind === 'policy' && isMeant(policy, typeof own === 'string' ? own : null, title)) return path;
  }
  return undefined;
}

/** A path as front matter takes it: marks that mean something in addresses are written out. */
function addressOf(from: string, to: string): string {
  return relativePath(slashed(from), slashed(to)).replace(/[%#?]/g, (mark) => encodeURIComponent(mark));
}
