import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

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

/** To open a pipe would otherwise wait without end. Zero where the system has no such flag. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * Bytes of a file, as many as there is room for; fewer where it ends before, and none of what is no regular file.
 * @param room where they are put: thousands of buffers cost more than what is read
 * @param from where they begin, counted from the end where negative
 * @param flags for opening it, beside those for reading
 * @throws the system's error
 */
export function readPart<Room extends Uint8Array>(path: string, room: Room, from = 0, flags = NO_WAIT): Room {
  const descriptor = openSync(path, constants.O_RDONLY | flags);
  try {
    const found = fstatSync(descriptor);
    const start = from < 0 ? Math.max(0, found.size + from) : from;
    let length = 0;
    for (let more = found.isFile() ? -1 : 0; more !== 0 && length < room.length; length += more)
      more = readSync(descriptor, room, length, room.length - length, start + length);
    return room.subarray(0, length) as Room;
  } finally {
    closeSync(descriptor);
  }
}

/** An error as the system throws it. */
export function refusal(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
