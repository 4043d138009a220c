import { compileGlob } from '../files/glob.js';

/** The glob of a list that takes a path in (relative, with `/`), or undefined. */
export type Globs = (path: string) => string | undefined;

/**
 * Compiles `paths` as configs have them: a file or a folder with all in it, from the config's folder, else a glob.
 * @param folder the config's folder, with `/`: paths may lead out of it and back in
 * @returns whether they take a path in (relative to the folder, with `/`)
 */
export function compilePaths(paths: readonly string[], folder: string): (path: string) => boolean {
  const above = folder.split('/');
  const compiled = paths.map((written) => {
    const parts: string[] = [];
    let steps = 0;
    for (const part of written.split('/')) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.pop() === undefined) steps++;
    }
    const name = parts.join('/');
    const lead = steps === 0 ? '' : `${above.slice(-steps).join('/')}/`;
    const matches = name === '' ? () => true : compileGlob(name);
    return (below: string) => {
      const path = `${lead}${below}`;
      return `${path}/`.startsWith(`${name}/`) || matches(path);
    };
  });
  return (path) => compiled.some((takesIn) => takesIn(path));
}

/**
 * Compiles globs as configs have them: a name without `/` matches at any depth, a folder takes in all below it, `!`
 * takes out again what came before, the last match decides. `**`, `*`, `?`, `[ab]` and `{a,b}` mean what they mean in a shell.
 */
export function compileGlobs(globs: readonly string[]): Globs {
  const compiled = globs.map((glob) => {
    const taken = glob.startsWith('!');
    const patterns = patternsOf(taken ? glob.slice(1) : glob).map(compileGlob);
    return { glob, taken, matches: (path: string) => patterns.some((matches) => matches(path)) };
  });
  const lastFirst = compiled.reverse();
  return (path) => {
    const deciding = lastFirst.find(({ matches }) => matches(path));
    return deciding && !deciding.taken ? deciding.glob : undefined;
  };
}

function patternsOf(glob: string): string[] {
  const pattern = glob.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
  const anchored = pattern.startsWith('/') ? pattern.slice(1) : pattern.includes('/') ? pattern : `**/${pattern}`;
  return [anchored, `${anchored}/**`];
}
