import { readFileSync, statSync } from 'node:fs';

/** More than any config, ignore file or list of suppressions has. */
export const MAX_SETTINGS_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of a regular file. Devices and pipes are refused: one that never ends would fill the memory.
 * @throws the system's error, or one with the code `ENOTFILE` or `EFBIG`
 */
export function readRegular(path: string, maxBytes = MAX_SETTINGS_BYTES): Buffer {
  const found = statSync(path);
  if (!found.isFile()) throw refusal(found.isDirectory() ? 'EISDIR' : 'ENOTFILE', path);
  if (found.size > maxBytes) throw refusal('EFBIG', path);
  return readFileSync(path);
}

function refusal(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
