import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { transformSync } from 'esbuild';

/** What a room may import besides itself. A room that is not named here has no place in the house. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  files: [],
  language: [],
  document: ['language'],
  generated: ['document'],
  elements: ['document', 'language'],
  archive: ['elements', 'document', 'language'],
  rules: ['archive', 'elements', 'document', 'language', 'generated'],
  config: ['rules', 'document', 'language', 'generated', 'files'],
  lint: ['config', 'rules', 'archive', 'elements', 'document', 'language'],
  engine: ['lint', 'config', 'rules', 'archive', 'elements', 'document', 'language', 'generated', 'files'],
  reference: ['config', 'rules', 'elements', 'document', 'language'],
  report: ['reference', 'lint', 'elements', 'document', 'language'],
  'rule-tester': ['engine', 'lint', 'config', 'rules', 'archive', 'elements', 'document', 'language'],
  audit: [
    ...['engine', 'report', 'lint', 'config', 'rules', 'archive', 'elements', 'document', 'language'],
    ...['generated', 'files'],
  ],
  import: ['engine', 'archive', 'document', 'language', 'files'],
  setup: ['language', 'files'],
  review: ['import', 'report', 'lint', 'elements', 'document', 'language'],
  page: [
    ...['audit', 'review', 'import', 'lint', 'config', 'rules', 'archive', 'elements', 'document', 'language'],
    'generated',
  ],
  lsp: ['engine', 'report', 'lint', 'config', 'rules', 'archive', 'elements', 'document', 'language', 'files'],
  cli: [
    ...['audit', 'import', 'review', 'lsp', 'report', 'reference', 'engine', 'lint', 'config', 'elements', 'document'],
    ...['rules', 'language', 'files', 'setup'],
  ],
};

/** Rooms that know nothing of the machine they run on. */
const PURE = ['document', 'elements', 'language', 'archive', 'rules', 'lint', 'reference', 'report', 'audit', 'page'];
/** Rooms that run on the machine. */
const WORLDLY = ['cli'];
/** What the other rooms may use of Node. */
const BUILTINS: Readonly<Record<string, readonly string[]>> = {
  files: ['buffer', 'crypto', 'fs', 'path'],
  config: ['fs', 'path'],
  engine: ['crypto', 'fs', 'module', 'path', 'url'],
  audit: ['path'],
  import: ['fs', 'path'],
  lsp: ['fs', 'path', 'url'],
  setup: ['fs', 'path'],
};
const MACHINE = ['process', 'console', 'fetch', 'require', 'Buffer', 'globalThis', '__dirname', '__filename'];

/** A source file: its path from the project's root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files under some folders of the project. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(posix.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => /\.(?:ts|mjs|cjs)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(root, path), 'utf8') }));
}

/** The room a file stands in; `null` outside src and rules. */
export function roomOf(path: string): string | null {
  if (path.startsWith('rules/')) return 'rules';
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Imports of every form, types and `import()` included. */
export function importsOf(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map((match) => match[2] as string);
}

/** Imports from room to room, and of Node's own modules, that the house forbids; one line each. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    if (room === null) return [];
    const allowed = MAY_IMPORT[room];
    if (!allowed) return [`${path}: no such room as ${room}`];
    return importsOf(text).flatMap((name) => {
      const line = `${path} imports ${name}`;
      if (!name.startsWith('.')) return isForbiddenBuiltin(room, name) ? [line] : [];
      const file = posix.join(posix.dirname(path), name);
      const target = roomOf(file);
      return target === room || (target !== null && allowed.includes(target)) ? [] : [line];
    });
  });
}

function isForbiddenBuiltin(room: string, name: string): boolean {
  const bare = name.replace(/^node:/, '');
  if (WORLDLY.includes(room) || !(name.startsWith('node:') || builtinModules.includes(bare))) return false;
  return !BUILTINS[room]?.includes(bare);
}

/** Names of the machine (process, console, …) that a room uses and may not; bound names, such as a parameter, are free. */
export function machineUses(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    if (room === null || WORLDLY.includes(room) || room === 'generated') return [];
    const names = PURE.includes(room) ? MACHINE : ['process', 'console', 'fetch'];
    const { code } = transformSync(text, {
      loader: 'ts',
      define: Object.fromEntries(names.map((name) => [name, `FORBIDDEN_${name}`])),
    });
    return names.filter((name) => code.includes(`FORBIDDEN_${name}`)).map((name) => `${path} uses ${name}`);
  });
}

/** Rooms that import one another in a circle, as `a → b → a`. */
export function roomCycles(files: readonly SourceFile[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const room = roomOf(path);
    if (room === null) continue;
    for (const name of importsOf(text)) {
      const target = name.startsWith('.') ? roomOf(posix.join(posix.dirname(path), name)) : null;
      if (target === null || target === room) continue;
      edges.set(room, (edges.get(room) ?? new Set()).add(target));
    }
  }
  const cycles: string[] = [];
  const visit = (room: string, above: readonly string[]) => {
    if (above.includes(room)) {
      const circle = above.slice(above.indexOf(room));
      if (room === [...circle].sort()[0]) cycles.push([...circle, room].join(' → '));
      return;
    }
    for (const next of edges.get(room) ?? []) visit(next, [...above, room]);
  };
  for (const room of edges.keys()) visit(room, []);
  return [...new Set(cycles)].sort();
}

/** Files of one room that import one another in a circle, types included, as `a → b → a`; one circle for each knot. */
export function fileCycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts'))
        .filter((target) => known.has(target)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, above: readonly string[]) => {
    const at = above.indexOf(path);
    if (at >= 0) cycles.push([...above.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...above, path]);
    done.add(path);
  };
  for (const path of [...known].sort()) visit(path, []);
  return cycles;
}

/** Files that are too long, or named for nothing in particular. */
export function misshapen(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    const most = /^rules\/[^/]+\/.+\.ts$/.test(path) && !/^rules\/(?:clauses|presets)\//.test(path) ? 120 : 400;
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc)(?:[./]|$)/.test(path);
    return [...(lines > most ? [`${path} has ${lines} lines`] : []), ...(vague ? [`${path} is named vaguely`] : [])];
  });
}
