import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../files/ignore.js';

/** What is asked where a package comes from. */
export interface PackageWorld {
  /** The folder the package is for, absolute. */
  readonly cwd: string;
  /** The version of this program. */
  readonly version: string;
  /** Runs a program in that folder and waits for it: its exit code, and what it wrote; absent where none can be run. */
  readonly run?:
    | ((command: string, words: readonly string[]) => { readonly code: number; readonly out: string })
    | undefined;
}

/** What `package.json` says of where npm gets this package: a version, or an address. */
export type PackageSpec = string;

/** Why nothing can be had from where somebody said. */
export type SourceProblem = 'sourceForm' | 'sourceMissing' | 'sourceOutside';

/** The name in the registry. What answers to it there has to bring our command, else it is somebody else's. */
const NAME = 'jiedu-lint';

/**
 * Reads where the package comes from, and sees whether it can be had there. Nothing is installed.
 * @param written `registry`, the address of a git repository, or a tarball: its address, or its file below the working folder
 */
export function packageFrom(
  written: string,
  { cwd, run, version }: PackageWorld,
): { readonly spec: PackageSpec } | { readonly problem: SourceProblem } {
  // Some shells stand between us and the programs that are asked.
  if (!/^[\p{L}\p{N}@:/.+#~_\\-]+$/u.test(written) || written.startsWith('-')) return { problem: 'sourceForm' };
  const answers = (command: string, ...words: readonly string[]) => {
    const ended = run?.(command, words);
    return ended?.code === 0 ? ended.out : null;
  };
  const isOurs = (answer: string | null) => answer?.includes(`"${NAME}"`) === true;
  if (written === 'registry')
    return isOurs(answers('npm', 'view', `${NAME}@${version}`, 'bin', '--json')) ? { spec: version } : MISSING;
  if (/^https:\/\/.+\.(?:tgz|tar\.gz)$/.test(written)) {
    const packed = answers('npm', 'pack', written, '--dry-run', '--json', '--ignore-scripts');
    return isOurs(packed) ? { spec: written } : MISSING;
  }
  if (/\.(?:tgz|tar\.gz)$/.test(written) && !written.includes('://')) {
    const path = relative(cwd, resolve(cwd, written));
    if (isAbsolute(path) || path.startsWith('..')) return { problem: 'sourceOutside' };
    return existsSync(resolve(cwd, path)) ? { spec: `file:${slashed(path)}` } : MISSING;
  }
  const address = gitAddress(written);
  if (address === null) return { problem: 'sourceForm' };
  const [repository = ''] = address.split('#');
  return answers('git', 'ls-remote', repository, 'HEAD') === null ? MISSING : { spec: `git+${address}` };
}

const MISSING = { problem: 'sourceMissing' } as const;

/** The address of a git repository as npm and git both take it; null where it is none. */
function gitAddress(written: string): string | null {
  const short = /^([^/@:]+@[^/:]+):(?!\/)(.+)$/.exec(written);
  if (short) return `ssh://${short[1]}/${short[2]}`;
  if (/^git\+(?:https|ssh|file):\/\/./.test(written)) return written.slice('git+'.length);
  return /^(?:https:\/\/.+\.git(?:#.+)?|ssh:\/\/.+)$/.test(written) ? written : null;
}

/** A manifest as far as it is looked at. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Whether a manifest names the package already. @param text of `package.json`; absent where there is none */
export function namesPackage(text: string | undefined): boolean {
  const { dependencies = {}, devDependencies = {} } = text === undefined ? {} : (JSON.parse(text) as Manifest);
  return NAME in dependencies || NAME in devDependencies;
}

/**
 * A manifest with the package among what is needed for development, indented as it was.
 * @param text of `package.json`; absent where there is none
 * @throws SyntaxError where it is no JSON
 */
export function withPackage(text: string | undefined, spec: PackageSpec): string {
  const manifest = text === undefined ? { private: true } : (JSON.parse(text) as Manifest);
  const needed = { ...('devDependencies' in manifest ? manifest.devDependencies : {}), [NAME]: spec };
  const devDependencies = Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)));
  const indent = /\n([ \t]{1,10})"/.exec(text ?? '')?.[1] ?? '  ';
  return `${JSON.stringify({ ...manifest, devDependencies }, null, indent)}\n`;
}
