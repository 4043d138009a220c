import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import type { Expression } from './judge.js';

/** Folders whose code ships or makes what ships. */
const FOLDERS = ['bin', 'rules', 'scripts', 'src'];

/** Every file of code under the project's root that ships, relative to it. */
export function sourceFiles(root: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|js|mjs|cjs)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ).sort();
}

/**
 * The regular expressions that a file holds as literals, and where it builds others.
 * @param name relative to `root`
 */
export function expressionsIn(root: string, name: string): { literals: Expression[]; builders: string[] } {
  return expressionsOf(readFileSync(join(root, name), 'utf8'), name);
}

/** The same of a text of code. */
export function expressionsOf(code: string, name: string): { literals: Expression[]; builders: string[] } {
  const literals: Expression[] = [];
  const builders: string[] = [];
  const placeOf = (offset: number) => `${name}:${code.slice(0, offset).split('\n').length}`;
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isNode(node)) return;
    if (node.type === 'Literal' && node.regex)
      literals.push({ source: node.regex.pattern, flags: node.regex.flags, at: placeOf(node.start) });
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee?.name === 'RegExp')
      builders.push(placeOf(node.start));
    for (const value of Object.values(node)) walk(value);
  };
  walk(
    parseAst(code, {
      lang: name.endsWith('.ts') ? 'ts' : 'js',
      sourceType: name.endsWith('.cjs') ? 'script' : 'module',
    }),
  );
  return { literals, builders };
}

interface CodeNode {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function isNode(value: unknown): value is CodeNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
