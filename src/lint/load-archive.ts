import type { Facts } from '../archive/facts.js';
import { ArchiveIndex } from '../archive/index.js';
import type { ArchiveSettings, Target } from '../archive/targets.js';
import { type Search, searchFor } from '../archive/wanted.js';

/** Keys under which a paper may be named by number or title, so that it has to be looked for. */
const PAPERS = ['policy', 'interpretations'];

/** Files that links may lead to as documents; Word files and pages where the host can make text of them. */
const DOCUMENT = /\.(?:md|markdown|docx|docm|x?html?|shtml|mht(?:ml)?)$/i;

/** What the archive needs of the world outside. Paths are absolute, with `/`. */
export interface ArchiveHost {
  /** Whether a file or folder is there. */
  exists(path: string): Promise<boolean>;
  /** Whether symbolic links make of a path in a folder one outside it; absent where there are no such links. */
  leadsOut?(path: string, folder: string): Promise<boolean>;
  /** The facts of a file outside the run; null where it cannot be read as a document. */
  facts(path: string): Promise<Facts | null>;
  /** The documents under a folder that a search finds; those of `known` need not be looked at. */
  filesWith(root: string, search: Search, known: ReadonlySet<string>): Promise<string[]>;
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
    const facts = DOCUMENT.test(path) ? await host.facts(path) : null;
    if (facts) loaded.set(path, facts);
  };
  // By the archive they are looked for in. All are looked for at once: an archive is read once, however many there are.
  const wanted = new Map<string, Map<string, Target>>();
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
        if (root === null) continue;
        const inRoot = wanted.get(root) ?? new Map<string, Target>();
        wanted.set(root, inRoot.set(`${target.type} ${link.to}`, target));
      }
    }
  }
  for (const [root, targets] of wanted)
    for (const path of await host.filesWith(root, searchFor(targets.values()), known)) await load(path);
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
