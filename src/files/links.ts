import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Whether symbolic links, at the path's end or on the way, lead to something outside a folder. False where nothing is there.
 * @param path absolute
 * @param folder absolute; may itself be reached by links
 */
export function leadsOut(path: string, folder: string): boolean {
  const real = realPathOf(path);
  return real !== path && !isWithin(real, realPathOf(folder));
}

/**
 * What stands at a path itself: of a link the link, though it leads nowhere. Undefined where nothing can: in the place of a folder above
 * it is a file or a circle of links, or a name is too long.
 */
export function lookAt(path: string): Stats | undefined {
  return seen(() => lstatSync(path, { throwIfNoEntry: false }));
}

/** What a path leads to, by links too; undefined where that is nothing. */
export function lookInto(path: string): Stats | undefined {
  return seen(() => statSync(path, { throwIfNoEntry: false }));
}

/** `throwIfNoEntry` holds back one error of many. */
function seen(look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The path without symbolic links; as given where nothing is there. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether a path, as written, is a folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
