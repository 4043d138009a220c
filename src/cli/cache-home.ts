import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The user's folder for what this program keeps from run to run, where the system has such folders. */
export function cacheHome({
  XDG_CACHE_HOME: xdg,
  LOCALAPPDATA: local,
  HOME: home = homedir(),
}: Readonly<Record<string, string | undefined>>): string {
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'jiedu-lint');
  switch (process.platform) {
    case 'win32':
      return join(local ?? join(home, 'AppData', 'Local'), 'jiedu-lint', 'Cache');
    case 'darwin':
      return join(home, 'Library', 'Caches', 'jiedu-lint');
    default:
      return join(home, '.cache', 'jiedu-lint');
  }
}
