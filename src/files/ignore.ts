import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isCostlyGlob } from './glob-cost.js';
import { isWithin, leadsOut, lookAt } from './links.js';
import { readRegular } from './regular.js';

/** Tells for the entries of one folder whether they are ignored. `path` is absolute and lies below the rules' root. */
export type IgnoreTest = (path: string, isFolder: boolean) => boolean;

/** The ignore file of this program alone. */
export const OWN_IGNORE_FILE = '.jiedulintignore';

/** Later files win over earlier ones, deeper folders over those above, as in git. */
const IGNORE_FILES = [join('.git', 'info', 'exclude'), '.gitignore', OWN_IGNORE_FILE];

/** What of an ignore file is not obeyed: a line that would take too long on long names, or the whole, for it cannot be read. */
export interface Disobeyed {
  /** Absolute. */
  readonly path: string;
  /** From 1; absent: the whole. */
  readonly line?: number;
}

/** Folders that are no place for documents, whatever the ignore files say. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The ignore rules from `root` down. Patterns are matched case-sensitively.
 * Every folder's patterns are rewritten to hold from `root`, so that one matcher sees them all in git's order: asked one
 * file after the other, a folder that a deeper file takes back would stay ignored by the one above.
 */
export class IgnoreRules {
  /** In the files met so far. */
  readonly disobeyed: Disobeyed[] = [];
  private readonly patterns = new Map<string, readonly string[]>();
  private readonly tests = new Map<readonly string[], IgnoreTest>();
  private readonly commandLine: readonly string[];

  /**
   * @param root absolute path of the folder where reading of ignore files begins
   * @param commandLine patterns in git's syntax, stronger than those of any file
   * @param cwd absolute path of the folder that patterns with a slash are relative to
   * @param names of the ignore files
   */
  constructor(
    private readonly root: string,
    commandLine: readonly string[],
    cwd: string,
    private readonly names: readonly string[] = IGNORE_FILES,
  ) {
    const prefix = isWithin(cwd, root) ? nameFrom(root, cwd) : '';
    this.commandLine = commandLine.map((line) => (isAnchored(line) ? rewritten(line, prefix) : line));
  }

  /** The test for what stands in `folder`, an absolute path at or below the root. */
  async testIn(folder: string): Promise<IgnoreTest> {
    const patterns = this.patternsIn(folder);
    const known = this.tests.get(patterns);
    if (known) return known;
    const test = await this.makeTest([...patterns, ...this.commandLine]);
    this.tests.set(patterns, test);
    return test;
  }

  private async makeTest(patterns: readonly string[]): Promise<IgnoreTest> {
    const fromRoot = (path: string) => nameFrom(this.root, path);
    const isLeftOut = (name: string) => name.split('/').some((part) => LEFT_OUT.has(part));
    if (patterns.length === 0) return (path) => isLeftOut(fromRoot(path));
    const { default: ignore } = await import('ignore');
    const matcher = ignore({ ignorecase: false }).add(patterns);
    return (path, isFolder) => {
      const name = fromRoot(path);
      return isLeftOut(name) || (name !== '' && matcher.ignores(isFolder ? `${name}/` : name));
    };
  }

  private patternsIn(folder: string): readonly string[] {
    let patterns = this.patterns.get(folder);
    if (!patterns) {
      const above = folder === this.root ? [] : this.patternsIn(dirname(folder));
      const own = this.names.flatMap((name) => this.linesOf(join(folder, name)));
      const prefix = nameFrom(this.root, folder);
      // The same list where nothing is added: folders without ignore files share one matcher.
      patterns = own.length === 0 ? above : [...above, ...own.map((line) => rewritten(line, prefix))];
      this.patterns.set(folder, patterns);
    }
    return patterns;
  }

  /** The patterns of an ignore file that are obeyed; none where it is no text in UTF-8, cannot be read, or is a link out of the root. */
  private linesOf(path: string): string[] {
    if (!lookAt(path)) return [];
    const text = leadsOut(path, this.root) ? null : textOf(path);
    if (text === null) this.disobeyed.push({ path });
    const lines = (text ?? '').split(/\r?\n/);
    return lines.filter((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return false;
      const isCostly = isCostlyGlob(line);
      if (isCostly) this.disobeyed.push({ path, line: i + 1 });
      return !isCostly;
    });
  }
}

function textOf(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readRegular(path));
  } catch {
    return null;
  }
}

/** The nearest folder at or above `folder` that holds `.git`. */
export function gitRootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Whether symbolic links make of a path in a repository one outside it. Links of one's own, outside any repository, are one's own affair. */
export function leavesRepository(path: string): boolean {
  const repository = gitRootOf(dirname(path));
  return repository !== undefined && leadsOut(path, repository);
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A path from a folder, with `/`. `relative` goes through both paths character by character, which is felt over many files. */
export function nameFrom(folder: string, path: string): string {
  const isBelow = path.startsWith(folder) && path.charAt(folder.length) === sep;
  return slashed(isBelow ? path.slice(folder.length + 1) : relative(folder, path));
}

/** What stands in a folder, without going through its path again. */
export function entryOf(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** A pattern of a folder's ignore file as a pattern of the root's. */
function rewritten(line: string, prefix: string): string {
  if (prefix === '') return line;
  const negated = line.startsWith('!');
  const body = negated ? line.slice(1) : line;
  const from = `/${prefix.replace(/[\\*?[\] ]/g, '\\$&')}/`;
  const pattern = isAnchored(line) ? from + body.replace(/^\//, '') : `${from}**/${body}`;
  return negated ? `!${pattern}` : pattern;
}

/** Git's rule: a slash before the end ties a pattern to its folder. */
function isAnchored(line: string): boolean {
  const body = line.replace(/^!/, '').trimEnd();
  return body.slice(0, -1).includes('/');
}
