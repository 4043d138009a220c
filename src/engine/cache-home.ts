import { isAbsolute, join } from 'node:path';

/**
 * The user's folder for what this program keeps from run to run, where the system has such folders.
 * @param platform as Node names it
 * @param home the user's own folder, where the environment does not tell
 */
export function cacheHome(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: own = home } = env;
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'jiedu-lint');
  switch (platform) {
    case 'win32':
      return join(local ?? join(own, 'AppData', 'Local'), 'jiedu-lint', 'Cache');
    case 'darwin':
      return join(own, 'Library', 'Caches', 'jiedu-lint');
    default:
      return join(own, '.cache', 'jiedu-lint');
  }
}
