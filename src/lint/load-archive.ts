import type { Facts } from '../archive/facts.js';
import { ArchiveIndex } from '../archive/index.js';
import type { ArchiveSettings, Target } from '../archive/targets.js';
import { hanNumeral } from '../document/number-label.js';
import { withoutTwins } from '../language/look-alikes.js';

/** Keys under which a paper may be named by number or title, so that it has to be looked for. */
const PAPERS = ['policy', 'interpretations'];

/** What the archive needs of the world outside. Paths are absolute, with `/`. */
export interface ArchiveHost {
  /** Whether a file or folder is there. */
  exists(path: string): Promise<boolean>;
  /** Whether symbolic links make of a path in a folder one outside it; absent where there are no such links. */
  leadsOut?(path: string, folder: string): Promise<boolean>;
  /** The facts of a file outside the run; null where it cannot be read as a document. */
  facts(path: string): Promise<Facts | null>;
  /** The documents under a folder whose text may hold all of `words`; those of `known` need not be looked at. */
  filesWith(root: string, words: readonly string[], known: ReadonlySet<string>): Promise<string[]>;
  /** Told of how many linted files the links have been followed, before each; waited for. */
  onFile?(done: number): void | Promise<void>;
}

/**
 * Builds the index over the linted files, reading of the rest of the archive only what their links need.
 * @param linted facts of the files of this run, sorted by path
 * @param settingsFor how addresses are mapped for a file
 */
export async function loadArchive(
  linted: readonly Facts[],
  host: ArchiveHost,
  settingsFor: (facts: Facts) => ArchiveSettings,
): Promise<ArchiveIndex> {
  const known = new Set(linted.map(({ path }) => path));
  const present = new Set<string>();
  const outside = new Set<string>();
  const loaded = new Map<string, Facts>();
  const asked = new Set<string>();
  const load = async (path: string) => {
    if (known.has(path) || asked.has(path)) return;
    asked.add(path);
    const facts = /\.(?:md|markdown)$/i.test(path) ? await host.facts(path) : null;
    if (facts) loaded.set(path, facts);
  };
  const searched = new Set<string>();
  const search = async (root: string, words: readonly string[]) => {
    const key = [root, ...words].join('\n');
    if (searched.has(key)) return;
    searched.add(key);
    for (const path of await host.filesWith(root, words, known)) await load(path);
  };
  const first = new ArchiveIndex(linted, [], { present, outside }, settingsFor);
  for (const [done, facts] of linted.entries()) {
    const told = host.onFile?.(done);
    if (told) await told;
    for (const link of facts.links) {
      const target = first.targetOf(facts, link);
      if (target.type === 'path') {
        // To wait costs, and most links lead to files of the run.
        const [likeliest = ''] = target.candidates;
        const found = known.has(likeliest) ? likeliest : await firstPresent(target, known, host);
        if (found === null || known.has(found)) continue;
        const { root } = settingsFor(facts);
        if (root !== null && (await host.leadsOut?.(found, root))) outside.add(found);
        else {
          present.add(found);
          await load(found);
        }
      } else if (first.resolve(facts, link).status === 'missing' && PAPERS.includes(link.key ?? '')) {
        const { root } = settingsFor(facts);
        for (const words of root === null ? [] : wordsOf(target)) await search(root as string, words);
      }
    }
  }
  return first.withLoaded([...loaded.values()]);
}

async function firstPresent(
  target: Target & { type: 'path' },
  known: ReadonlySet<string>,
  host: ArchiveHost,
): Promise<string | null> {
  for (const path of target.candidates) if (known.has(path) || (await host.exists(path))) return path;
  return null;
}

/**
 * Letters and digits that must stand in the file a number or a title means, whatever brackets and characters it is written with;
 * any of several sets may.
 */
function wordsOf(target: Target): string[][] {
  if (target.type === 'number') {
    const [prefix = '', year = '', serial = ''] = target.key.split('/');
    const written = [[prefix, year, serial]];
    if (SERIES.test(prefix)) written.push([prefix, hanNumeral(Number(serial))]);
    return written.map((words) => words.filter((word) => word !== ''));
  }
  return target.type === 'title' ? [withoutTwins(target.title.replace(/[《》\s]/g, '').slice(0, 12))] : [];
}

/** Orders and public notices are counted in Han numerals too. */
const SERIES = /(?:令|公告|通告)$/;
