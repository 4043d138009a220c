import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONFIG_NAMES } from '../config/load.js';
import { presetProblems } from '../config/problems.js';
import { knownNames } from '../engine/known.js';
import { createFile, replaceDocument } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { CI_NAMES, type CiName, type InitChoices, type InitFile, initFiles } from '../setup/files.js';
import { namesPackage, type PackageSpec, packageFrom, withPackage } from '../setup/package.js';
import type { Flags } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { sayProblem } from './left-out.js';
import { writeOrRefuse } from './outputs.js';
import { say } from './words.js';

/**
 * `jiedu-lint init [folders…]`: writes a config and, if asked, a CI workflow and a pre-commit hook, for which it puts the package into
 * `package.json`. What the options do not say is asked where there is somebody to ask. Nothing is overwritten: files that are there are
 * named and left alone.
 * @returns 0 where something was written, else 2
 * @throws UserError for names there are not, for a package that cannot be had, and for a file that cannot be written
 */
export async function init(folders: readonly string[], flags: Flags, io: Context): Promise<number> {
  const locale = flags.locale ?? 'zh-CN';
  const choices = await choose(folders, flags, locale, io);
  const missing = choices.folders.find((folder) => !existsSync(resolve(io.cwd, folder)));
  if (missing !== undefined) throw new UserError(sayProblem({ id: 'notFound', pattern: missing }, locale));
  const needsPackage = choices.ci !== 'none' || choices.preCommit;
  const manifest = needsPackage ? manifestIn(io) : undefined;
  const spec = needsPackage && !isNamed(manifest, locale) ? await sourceOf(flags, locale, io) : undefined;
  const written = initFiles(choices, io.root, locale).filter((file) => write(file, locale, io));
  if (spec !== undefined) {
    putManifest(manifest, withPackage(manifest, spec), locale, io);
    io.out(`${say('initPackage', locale, { source: spec })}\n`);
  } else if (written.length === 0) return 2;
  io.out(`${say('initDone', locale)}\n`);
  return 0;
}

async function choose(folders: readonly string[], flags: Flags, locale: Locale, io: Io): Promise<InitChoices> {
  const ask = flags.yes ? undefined : io.ask;
  const answer = async (
    word: 'askPreset' | 'askFolders' | 'askCi' | 'askPreCommit',
    choices: readonly string[] = [],
  ) => (ask ? (await ask(say(word, locale, { choices }))).trim() : '');
  const { presets } = knownNames();
  const preset = flags.preset?.at(-1) ?? ((await answer('askPreset', [...presets.keys()])) || 'recommended');
  checkPreset(preset, locale);
  const named = folders.length > 0 ? folders : (await answer('askFolders')).split(/[\s,，、]+/).filter(Boolean);
  const ci = flags.ci ?? ciOf((await answer('askCi', CI_NAMES)) || 'none', locale);
  const preCommit = flags.preCommit ?? /^(?:y|yes|是|好)$/i.test(await answer('askPreCommit'));
  return {
    preset,
    folders: named.filter((folder) => !/^\.\/?$/.test(folder)),
    ci,
    preCommit,
    ...(existsSync(join(io.cwd, SCHEMA)) && { schema: SCHEMA }),
  };
}

/** In a package installed in the folder; of others the path would hold on one machine only. */
const SCHEMA = './node_modules/jiedu-lint/schemas/config.schema.json';

function checkPreset(name: string, locale: Locale): void {
  const problem = presetProblems(name, [], knownNames())[0];
  if (problem) throw new UserError(problem.message[locale]);
}

function ciOf(written: string, locale: Locale): CiName {
  const name = CI_NAMES.find((one) => one === written.toLowerCase());
  if (name) return name;
  const near = suggest(written, CI_NAMES);
  throw new UserError(say('badChoice', locale, { option: '--ci', value: written, choices: CI_NAMES, near }));
}

function manifestIn({ cwd }: Io): string | undefined {
  const path = join(cwd, 'package.json');
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\ufeff/, '') : undefined;
}

function isNamed(manifest: string | undefined, locale: Locale): boolean {
  try {
    return namesPackage(manifest);
  } catch {
    throw new UserError(say('manifestBroken', locale));
  }
}

/** Where the package comes from. A wrong answer is asked again, but not one that is given twice. */
async function sourceOf({ from, yes }: Flags, locale: Locale, io: Context): Promise<PackageSpec> {
  const ask = yes || from !== undefined ? undefined : io.ask;
  for (let last: string | undefined; ; ) {
    const source = from ?? ((await ask?.(say('askFrom', locale)))?.trim() || 'registry');
    const found = packageFrom(source, io);
    if ('spec' in found) return found.spec;
    const problem = say(found.problem, locale, { source, version: io.version });
    if (!ask || source === last) throw new UserError(problem);
    io.err(`${problem}\n`);
    last = source;
  }
}

/** Writes a file that is not there yet. A config under another name is one, too. */
function write({ path, text }: InitFile, locale: Locale, io: Io): boolean {
  const names: readonly string[] = CONFIG_NAMES.some((name) => name === path) ? CONFIG_NAMES : [path];
  const there = names.find((name) => lstatSync(join(io.cwd, name), { throwIfNoEntry: false }));
  if (there !== undefined) {
    io.err(`${say('initExists', locale, { path: there })}\n`);
    return false;
  }
  writeOrRefuse(() => createFile(join(io.cwd, path), [text], { within: io.cwd, folders: true }), path, locale);
  io.out(`${say('wroteFile', locale, { path })}\n`);
  return true;
}

/** Puts the package into `package.json`: the one file that is changed, and the only one that may be there. */
function putManifest(before: string | undefined, text: string, locale: Locale, { cwd }: Io): void {
  const path = join(cwd, 'package.json');
  const put = () =>
    before === undefined
      ? createFile(path, [text], { within: cwd })
      : replaceDocument(path, [text], readFileSync(path), cwd);
  writeOrRefuse(put, 'package.json', locale);
}
