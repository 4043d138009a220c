import picomatch from 'picomatch';

/** The glob of a list that takes a path in (relative, with `/`), or undefined. */
export type Globs = (path: string) => string | undefined;

/**
 * Compiles `paths` as configs have them: a file or a folder with all in it, from the config's folder, else a glob.
 * @returns whether they take a path in (relative, with `/`)
 */
export function compilePaths(paths: readonly string[]): (path: string) => boolean {
  const names = paths.map((path) =>
    path
      .replace(/^(?:\.\/)+/, '')
      .replace(/(?<!\/)\/+$/, '')
      .replace(/^\.$/, ''),
  );
  const matches = picomatch(
    names.filter((name) => name !== ''),
    { dot: true, nonegate: true },
  );
  return (path) => names.some((name) => name === '' || path === name || path.startsWith(`${name}/`)) || matches(path);
}

/**
 * Compiles globs as configs have them: a name without `/` matches at any depth, a folder takes in all below it, `!`
 * takes out again what came before, the last match decides. `**`, `*`, `?`, `[ab]` and `{a,b}` mean what they mean in a shell.
 */
export function compileGlobs(globs: readonly string[]): Globs {
  const compiled = globs.map((glob) => {
    const taken = glob.startsWith('!');
    return { glob, taken, matches: picomatch(patternsOf(taken ? glob.slice(1) : glob), OPTIONS) };
  });
  const lastFirst = compiled.reverse();
  return (path) => {
    const deciding = lastFirst.find(({ matches }) => matches(path));
    return deciding && !deciding.taken ? deciding.glob : undefined;
  };
}

const OPTIONS = { dot: true, noextglob: true, nonegate: true, windows: false } as const;

function patternsOf(glob: string): string[] {
  // What would be a regular expression of its own stands for itself: 通知(1).md is a name.
  const pattern = glob
    .replace(/[()|+]/g, '\\$&')
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '');
  const anchored = pattern.startsWith('/') ? pattern.slice(1) : pattern.includes('/') ? pattern : `**/${pattern}`;
  return [anchored, `${anchored}/**`];
}
