import { type ArchiveSettings, targetOf } from '../archive/targets.js';
import type { Draft } from './drafts.js';

/** There is no site: what begins with / stands in the folder of the files at hand. */
export const SETTINGS: ArchiveSettings = { root: '/', baseUrls: [] };

/** Where files stand that nothing leads to: deep enough for links that lead up. */
const FOLDER = '/1/2/3/4/';

/** A draft with its place among the files at hand. */
export type Placed = Draft & { readonly path: string };

/**
 * Gives each file a path. A browser tells the names of files and not their folders: a file that a link of another names stands where that
 * link leads, the policies first, and the others beside one another.
 */
export function placed(drafts: readonly Draft[]): Placed[] {
  const paths = new Map<Draft, string>();
  for (const draft of drafts) paths.set(draft, freePath(draft.file.name, new Set(paths.values())));
  const moved = new Set<Draft>();
  for (const draft of drafts)
    for (const { to, type } of draft.links) {
      const from = paths.get(draft) ?? '';
      const target = targetOf(to, type === 'front-matter', from, SETTINGS);
      if (target.type !== 'path') continue;
      const others = drafts.filter((one) => one !== draft && !moved.has(one));
      others.sort((a, b) => Number(b.kind === 'policy') - Number(a.kind === 'policy'));
      for (const path of target.candidates) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const meant = others.find(({ file }) => file.name === name);
        if (!meant || [...paths.values()].includes(path)) continue;
        paths.set(meant, path);
        moved.add(meant);
        break;
      }
      // What leads elsewhere from here must not lead there from another place.
      moved.add(draft);
    }
  return drafts.map((draft) => ({ ...draft, path: paths.get(draft) ?? '' }));
}

function freePath(name: string, taken: ReadonlySet<string>): string {
  const safe = name.replace(/[\\/%#?:*"<>|\p{Cc}]/gu, '_') || '_';
  for (let i = 1; ; i++) {
    const path = `${FOLDER}${i === 1 ? '' : `${i}-`}${safe}`;
    if (!taken.has(path)) return path;
  }
}
