import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isCostlyGlob } from './glob-cost.js';
import { isWithin, leadsOut } from './links.js';
import { readRegular } from './regular.js';

/** Tells for the entries of one folder whether they are ignored. `path` is absolute and lies below the rules' root. */
export type IgnoreTest = (path: string, isFolder: boolean) => boolean;

/** Later files win over earlier ones, deeper folders over those above, as in git. */
const IGNORE_FILES = [join('.git', 'info', 'exclude'), '.gitignore', '.jiedulintignore'];

/** Folders that are no place for documents, whatever the ignore files say. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The ignore rules from `root` down. Patterns are matched case-sensitively.
 * Every folder's patterns are rewritten to hold from `root`, so that one matcher sees them all in git's order: asked one
 * file after the other, a folder that a deeper file takes back would stay ignored by the one above.
 */
export class IgnoreRules {
  private readonly patterns = new Map<string, readonly string[]>();
  private readonly tests = new Map<readonly string[], IgnoreTest>();
  private readonly commandLine: readonly string[];

  /**
   * @param root absolute path of the folder where reading of ignore files begins
   * @param commandLine patterns in git's syntax, stronger than those of any file
   * @param cwd absolute path of the folder that patterns with a slash are relative to
   */
  constructor(
    private readonly root: string,
    commandLine: readonly string[],
    cwd: string,
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
      const own = IGNORE_FILES.flatMap((name) => linesOf(join(folder, name), this.root));
      const prefix = nameFrom(this.root, folder);
      // The same list where nothing is added: folders without ignore files share one matcher.
      patterns = own.length === 0 ? above : [...above, ...own.map((line) => rewritten(line, prefix))];
      this.patterns.set(folder, patterns);
    }
    return patterns;
  }
}

/** The nearest folder at or above `folder` that holds `.git`. */
export function gitRootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
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

/**
 * The patterns of an ignore file, but for those that take too long on long names; none where it cannot be read, as for git, or is a link
 * out of the root.
 */
function linesOf(path: string, root: string): string[] {
  if (!existsSync(path) || leadsOut(path, root)) return [];
  try {
    const text = readRegular(path)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#') && !isCostlyGlob(line));
  } catch {
    return [];
  }
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
