import { dirname, resolve } from 'node:path';
import { systemCode } from '../engine/problems.js';
import { lookAt, lookInto } from '../files/links.js';
import {
  type Content,
  isAmong,
  isSameFile,
  type Obstacle,
  obstacleTo,
  type Replacing,
  writeOutput,
} from '../files/write.js';
import type { Locale } from '../language/locale.js';
import type { Flags } from './flags.js';
import { type Io, UserError } from './io.js';
import { say, type Word } from './words.js';

/** Which files a command may write over: by which its own are known. */
export function replacing(isOurs: Replacing['isOurs'], { force }: Pick<Flags, 'force'>, { cwd }: Io): Replacing {
  return { within: cwd, isOurs, force };
}

/** A file that a command is asked to write. */
export interface Output {
  /** As the command line names it. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** The option that names it. */
  readonly option: string;
  /** What its name has to end in; absent: anything. */
  readonly ending?: string;
}

/**
 * Refuses outputs before the work for them is done: two into one file, over a document of the run, over what others wrote, through links,
 * under a name that stands for something else.
 * @param documents the files of the run, absolute
 * @param others what else the run writes, absolute
 * @param toldLater true where the caller tells of folders in their place, which harm nobody
 * @throws UserError
 */
export function refuseOutputs(
  outputs: readonly Output[],
  { documents, others = [], toldLater }: { documents: readonly string[]; others?: readonly string[]; toldLater?: true },
  replacing: Replacing,
  locale: Locale,
): void {
  for (const [index, output] of outputs.entries()) {
    const { file, option, path, ending } = output;
    const refuse = (word: Word) => new UserError(say(word, locale, { file, option, ending }));
    const before = [...others, ...outputs.slice(0, index).map((one) => one.path)];
    if (before.some((other) => isSameFile(other, path))) throw refuse('reportTwice');
    if (isAmong(path, documents)) throw refuse('reportOverDocument');
    const obstacle = obstacleTo(path, replacing);
    if (obstacle && !(toldLater && obstacle === 'folder')) throw refuse(SAID[obstacle]);
    const name = path.toLowerCase().replace(/\.htm$/, '.html');
    if (ending !== undefined && !name.endsWith(ending)) throw refuse('badEnding');
  }
}

const SAID: Readonly<Record<Obstacle, Word>> = {
  folder: 'reportIsFolder',
  link: 'reportOverLink',
  document: 'reportOverDocument',
  foreign: 'reportOverFile',
};

/** @throws UserError where something stands in the way of a folder */
export function refuseNoFolder(folder: string, locale: Locale, { cwd }: Io): void {
  let at = resolve(cwd, folder);
  while (!lookAt(at) && dirname(at) !== at) at = dirname(at);
  if (!lookInto(at)?.isDirectory()) throw new UserError(say('noFolder', locale, { folder }));
}

/**
 * Writes a file that the command is about.
 * @param shown its path, as users see it
 * @param told what is said of codes that can be told better
 * @throws UserError where it cannot be written
 */
export function writeOrRefuse(write: () => void, shown: string, locale: Locale, told: Record<string, Word> = {}): void {
  try {
    write();
  } catch (error) {
    const code = systemCode(error);
    throw new UserError(say(told[code] ?? 'draftNotWritten', locale, { path: shown, file: shown, code }));
  }
}

/** Writes a report among others. Where it cannot be written that is told on standard error. @returns whether it was written */
export function writeOrTell(path: string, content: Content, how: Replacing, locale: Locale, io: Io): boolean {
  try {
    writeOutput(path, content, how);
    return true;
  } catch (error) {
    io.err(`${say('notWritten', locale, { path, code: systemCode(error) })}\n`);
    return false;
  }
}
