import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { ContentPart } from '../archive/content.js';
import { slashed } from '../files/ignore.js';
import type { Checked } from '../lint/check-files.js';
import type { Finding } from '../lint/finding.js';
import { type Packed, pack } from '../lint/packed.js';
import { redactedYield } from '../lint/redact.js';
import type { Session, SessionOptions } from './session.js';

/** One part of a run: `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The first line of a shard's file: what the parts of one run have in common, and which part it is. */
export interface ShardHead {
  readonly shardFormat: typeof FORMAT;
  readonly version: string;
  readonly shard: Shard;
  /** Digest of the paths of all files of the run, in all shards, and how many there are. */
  readonly files: { readonly count: number; readonly digest: string };
  /** Digest of what decides how files are checked. */
  readonly settings: string;
  /** Where one folder was asked for and nothing else: it, relative to the working folder, with `/`. */
  readonly folder: string | null;
  /** What of the content of files the facts hold. */
  readonly parts: readonly ContentPart[];
}

/** A line for each file. The path is relative to the working folder, with `/`. */
export interface ShardLine extends Packed {
  readonly path: string;
  /** Of the file's bytes. */
  readonly digest: string;
}

/** The last line: without it the file is cut off. */
export interface ShardFoot {
  readonly end: number;
  readonly unsegmented: boolean;
  /** True where something asked for could not be checked and no finding says so. */
  readonly failed: boolean;
  /** What is to be told of files that were named and are not linted. */
  readonly told: readonly { readonly path: string; readonly finding: Finding }[];
}

/** Another form of the lines needs another number. */
export const FORMAT = 3;

/** The files of a shard: every one is in exactly one, and the shards are of a size. */
export function filesOf(paths: readonly string[], { index, count }: Shard): string[] {
  return paths.filter((_, at) => at % count === index - 1);
}

/**
 * The lines of a shard's file, one at a time.
 * @param sensitive ids of the rules that find personal data: what they find is in no line
 */
export function* shardLines(
  head: ShardHead,
  { files, unsegmented }: Checked,
  sensitive: ReadonlySet<string>,
  ending: Pick<ShardFoot, 'failed' | 'told'>,
  cwd: string,
): Generator<string> {
  yield line(head);
  for (const file of files) {
    const isSensitive = file.findings.some(({ ruleId }) => ruleId !== null && sensitive.has(ruleId));
    const packed = isSensitive ? redactedYield(pack(file)) : pack(file);
    yield line({ path: below(cwd, file.path), digest: fileDigest(file.path), ...packed });
  }
  const told = ending.told.map(({ path, finding }) => ({ path: below(cwd, path), finding }));
  yield line({ end: files.length, unsegmented, failed: ending.failed, told } satisfies ShardFoot);
}

/** The digest of a file's bytes; empty for what is no file that can be read. */
export function fileDigest(path: string): string {
  try {
    return statSync(path).isFile() ? createHash('sha256').update(readFileSync(path)).digest('base64') : '';
  } catch {
    return '';
  }
}

/** The digest of the files of a run, the same on every machine that has checked them out. */
export function filesDigest(paths: readonly string[], cwd: string): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${below(cwd, path)}\n`);
  return hash.digest('hex');
}

/** The digest of configs, presets and plugins of the files of a run, and of what the command line says of them. */
export function settingsDigest(
  paths: readonly string[],
  { preset, rule, plugins, configLookup }: SessionOptions,
  session: Session,
  cwd: string,
): string {
  const read = session.filesReadFor(paths).map((file) => [below(cwd, file), readFileSync(file, 'latin1')]);
  const said = [preset ?? [], rule ?? [], plugins !== false, configLookup];
  return createHash('sha256')
    .update(JSON.stringify([said, read.sort()]))
    .digest('hex');
}

/**
 * The lines of a file, each without its end; the file is never in memory as a whole.
 * @throws the system's error
 */
export function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let rest: Buffer = Buffer.alloc(0);
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, size)]);
      let start = 0;
      for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a, start)) {
        yield rest.toString('utf8', start, end);
        start = end + 1;
      }
      rest = rest.subarray(start);
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

const CHUNK = 1 << 16;

/** The absolute path, with `/`, that a line means on this machine. */
export function above(cwd: string, path: string): string {
  return slashed(resolve(cwd, path));
}

/** The path relative to the working folder, with `/`: the same on every machine. */
export function below(cwd: string, path: string): string {
  return slashed(relative(cwd, path));
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
