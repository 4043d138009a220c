import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lookAt } from '../files/links.js';
import { readRegular } from '../files/regular.js';
import { createFile } from '../files/write.js';
import { systemCode } from './problems.js';

const BYTES = 32;

/**
 * The key that a user's caches are signed with, made where there is none. It stands outside every archive, and nobody else may read it.
 * @param home the user's folder for what this program keeps
 * @throws the system's error where it can neither be read nor made
 */
export function cacheSecret(home: string): Uint8Array {
  const file = join(home, 'key');
  const known = secretIn(file);
  if (known) return known;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  // Where nothing was, another run may have made a key meanwhile, and have signed with it.
  if (lookAt(file) && !secretIn(file)) rmSync(file, { force: true });
  const made = randomBytes(BYTES);
  try {
    createFile(file, made, { within: home, mode: 0o600 });
    return made;
  } catch (error) {
    // Another run was faster.
    const other = systemCode(error) === 'EEXIST' ? secretIn(file) : undefined;
    if (other) return other;
    throw error;
  }
}

/** Undefined where there is none, or one that others may know. Windows has no such modes, and gives the folder to the user alone. */
function secretIn(file: string): Uint8Array | undefined {
  const found = lookAt(file);
  if (!found?.isFile() || found.size !== BYTES) return undefined;
  return sep === '\\' || (found.mode & 0o077) === 0 ? readRegular(file) : undefined;
}
