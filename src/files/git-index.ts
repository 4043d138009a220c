import { join } from 'node:path';
import { leadsOut } from './links.js';
import { readRegular } from './regular.js';

/** A list of half a million files. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Bytes of an entry before its name, in repositories with SHA-1. */
const FIXED = 62;
const MODE_AT = 24;
const FLAGS_AT = 60;
const EXTENDED = 0x4000;
const TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * The files that git tracks, as its index has them: paths from the repository's root, with `/`. None where there is no index that can be
 * read: other working trees of a repository keep theirs elsewhere, and one that is split, or has SHA-256, has another form.
 * @param root absolute path of the folder that holds `.git`
 */
export function trackedFiles(root: string): readonly string[] {
  const path = join(root, '.git', 'index');
  try {
    return leadsOut(path, root) ? [] : namesIn(readRegular(path, MAX_BYTES));
  } catch {
    return [];
  }
}

/** @throws RangeError where the bytes end before the names do */
function namesIn(index: Buffer): string[] {
  const version = index.readUInt32BE(4);
  if (index.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) return [];
  const names: string[] = [];
  let before = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const mode = index.readUInt32BE(at + MODE_AT);
    const start = at + FIXED + (index.readUInt16BE(at + FLAGS_AT) & EXTENDED ? 2 : 0);
    const shared = version === 4 ? sharedAt(index, start) : { dropped: before.length, end: start };
    const end = index.indexOf(0, shared.end);
    if (end < 0 || shared.dropped > before.length) throw new RangeError();
    const name = Buffer.concat([before.subarray(0, before.length - shared.dropped), index.subarray(shared.end, end)]);
    if ((mode & TYPE) === REGULAR) names.push(name.toString('utf8'));
    before = name;
    // Up to the fourth version one to eight NULs fill an entry up.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return names;
}

/** How many bytes a name of the fourth version drops from the end of the one before it, in seven bits a byte. */
function sharedAt(index: Buffer, start: number): { dropped: number; end: number } {
  let at = start;
  let byte = index.readUInt8(at++);
  let dropped = byte & 0x7f;
  while (byte & 0x80) {
    byte = index.readUInt8(at++);
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  return { dropped, end: at };
}
