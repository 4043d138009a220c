import { createHash, type Hash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { MadeFrom } from '../lint/cached.js';
import type { Session } from './session.js';

/** Digests of what values of the cache are made from. */
export class CacheKeys {
  private readonly program: string;
  private readonly known = new Map<string, Map<string, string>>();

  /** @param installation what decides, beside the files: the folder of the program and its version */
  constructor(
    installation: { readonly root: string; readonly version: string },
    private readonly session: Pick<Session, 'ruleFilesFor'>,
  ) {
    this.program = programDigest(installation.root, installation.version);
  }

  /** The key of a value for a file, 64 hexadecimal digits: half for what many files share, half for what this one holds. */
  of(path: string, [settings, content]: MadeFrom): string {
    return this.shared(path, settings) + digestOf([content]).slice(0, 32);
  }

  private shared(path: string, settings: string): string {
    const files = this.session.ruleFilesFor(path);
    const name = files.join('\n');
    const known = this.known.get(name) ?? new Map<string, string>();
    this.known.set(name, known);
    let key = known.get(settings);
    if (key === undefined) {
      key = digestOf([this.program, textsDigest(files), settings]).slice(0, 32);
      known.set(settings, key);
    }
    return key;
  }
}

function digestOf(parts: readonly string[]): string {
  return hash('sha256', parts.map((part) => `${part.length} ${part}`).join(''));
}

/**
 * The digest of the program itself: its version, its text, and the Node that runs it.
 * @param root the folder that holds package.json
 */
function programDigest(root: string, version: string): string {
  const hash = createHash('sha256').update(`${version} ${process.versions.node} `);
  // The bundle knows its own file; code run from its sources is all of them.
  const bundle = typeof __filename === 'string' && basename(__filename) === 'cli.cjs' ? __filename : undefined;
  for (const file of bundle === undefined ? sourcesBelow(root) : [bundle]) add(hash, file);
  return hash.digest('hex');
}

function sourcesBelow(root: string): string[] {
  return ['src', 'rules'].flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?[jt]s$/.test(name));
    return names.sort().map((name) => join(path, name));
  });
}

/**
 * The digest of configs and plugins that add rules: their texts, those of the files beside them that plugins import or name in a
 * text of theirs, and what the packages they are in and import say of themselves, the version above all.
 */
function textsDigest(files: readonly string[]): string {
  const hash = createHash('sha256');
  const met = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (met.has(file)) continue;
    met.add(file);
    const text = add(hash, file);
    if (!/\.[cm]?[jt]s$/.test(file)) continue;
    const folder = dirname(file);
    waiting.push(...fileUpwards(folder, 'package.json'));
    for (const [, name = ''] of text.matchAll(IMPORTED)) {
      if (name.startsWith('.')) waiting.push(...moduleFile(resolve(folder, name)));
      else waiting.push(...fileUpwards(folder, `node_modules/${packageOf(name)}/package.json`));
    }
    for (const [, name = ''] of text.matchAll(NAMED)) waiting.push(...existing(resolve(folder, name)));
  }
  return hash.digest('hex');
}

const IMPORTED = /(?:\bfrom|\bimport|\brequire)\s{0,9}\(?\s{0,9}["']([^"'\n]{1,300})["']/g;
/** A text that may be the name of a file: word lists and the like, which a plugin reads beside its modules. */
const NAMED = /["'`]([^"'`\n]{1,300}\.[a-z0-9]{1,8})["'`]/g;

/** The package of an imported name: `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** The nearest file of a name in a folder or above it. */
function fileUpwards(folder: string, name: string): string[] {
  const found = existing(join(folder, name));
  const above = dirname(folder);
  return found.length > 0 || above === folder ? found : fileUpwards(above, name);
}

function existing(path: string): string[] {
  return existsSync(path) && statSync(path).isFile() ? [path] : [];
}

/** The file a relative import means: with an ending left out, or of a folder. */
function moduleFile(path: string): string[] {
  const endings = ['', '.js', '.cjs', '.mjs', '.ts', '.json', '/index.js', '/index.cjs', '/index.mjs', '/package.json'];
  return endings.flatMap((ending) => existing(path + ending)).slice(0, 1);
}

function add(hash: Hash, file: string): string {
  const text = readFileSync(file, 'latin1');
  hash.update(`${file} ${text.length} `).update(text, 'latin1');
  return text;
}
