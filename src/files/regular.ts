import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** More than any config, ignore file or list of suppressions has. */
export const MAX_SETTINGS_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of a regular file. Devices and pipes are refused: one that never ends would fill the memory.
 * @param part the bytes that are wanted, if not all; fewer where the file ends before
 * @throws the system's error, or one with the code `ENOTFILE` or `EFBIG`
 */
export function readRegular(
  path: string,
  maxBytes = MAX_SETTINGS_BYTES,
  part?: { readonly start: number; readonly length: number },
): Buffer {
  const found = statSync(path);
  if (!found.isFile()) throw refusal(found.isDirectory() ? 'EISDIR' : 'ENOTFILE', path);
  if (found.size > maxBytes) throw refusal('EFBIG', path);
  if (!part) return readFileSync(path);
  const bytes = Buffer.alloc(Math.max(0, Math.min(part.length, found.size - part.start)));
  const descriptor = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, part.start));
  } finally {
    closeSync(descriptor);
  }
}

function refusal(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
