import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { strayIn } from '../../scripts/install-check.mjs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Manifest {
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly [dependencies: string]: unknown;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = readJson<Lock>('package-lock.json');
const manifest = readJson<Manifest>('package.json');
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const security = readFileSync(`${root}SECURITY.md`, 'utf8');

describe('what is installed', () => {
  it('is pinned by a digest and comes from the registry', () => {
    expect(installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual(
      [],
    );
    expect(installed.filter(([, { link }]) => link).map(([path]) => path)).toEqual([]);
    const hosts = installed.flatMap(([, { resolved }]) => (resolved === undefined ? [] : new URL(resolved).host));
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
    const specs = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((key) =>
      Object.values((manifest[key] ?? {}) as Record<string, string>),
    );
    expect(specs.filter((spec) => !/^[~^]?\d[\w.-]*$/.test(spec))).toEqual([]);
  });

  it('brings nothing that asks other places: nodejieba, whose script does, is for its users to install', () => {
    expect(
      installed.map(([path]) => nameOf(path)).filter((name) => /nodejieba|node-pre-gyp|node-gyp/.test(name)),
    ).toEqual([]);
    expect(manifest.peerDependenciesMeta).toEqual({ nodejieba: { optional: true } });
    for (const key of ['dependencies', 'optionalDependencies', 'devDependencies'])
      expect(Object.keys((manifest[key] ?? {}) as object)).not.toContain('nodejieba');
  });

  it('runs scripts of the packages only that SECURITY.md names', () => {
    const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(withScripts.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(
      rows()
        .flatMap(({ name, script }) => (script === 'yes' ? name : []))
        .sort(),
    ).toEqual([...withScripts, ...Object.keys(manifest.peerDependencies as object)].sort());
  });
});

describe('the log of an installation', () => {
  const registry = 'https://registry.example/npm/';
  const good = [
    'npm http fetch GET 200 https://registry.example/npm/ajv/-/ajv-8.20.0.tgz 12ms (cache miss)',
    'npm http cache https://registry.example/npm/yaml 1ms (cache hit)',
    '> jiedu-lint@0.1.0 prepare',
    '> node scripts/build.mjs',
    'added 259 packages in 53s',
    'run `npm fund` for details: https://funding.example/a',
  ].join('\n');

  it('is right where nothing but the registry was asked', () => {
    expect(strayIn(good, registry)).toEqual([]);
  });

  it.each([
    ['npm http fetch GET 200 https://files.example/a.tgz 3ms', /asked https:\/\/files\.example/],
    ['npm http fetch GET 404 http://registry.example:8080/a 3ms', /asked http:\/\/registry\.example:8080/],
    ['node-pre-gyp http GET https://releases.example/v3/nodejieba.tar.gz', /asked https:\/\/releases\.example/],
    ['gyp http GET https://nodejs.example/dist/node-v20-headers.tar.gz', /asked https:\/\/nodejs\.example/],
    ['download https://binaries.example/a.node', /asked https:\/\/binaries\.example/],
    ['> nodejieba@3.5.8 install', /ran the install script of nodejieba@3\.5\.8/],
    ['> @scope/tool@1.0.0-rc.1 postinstall', /ran the postinstall script of @scope\/tool/],
    ['npm warn exec The following package was not found and will be installed: a@1.0.0', /fetched a program/],
  ])('is wrong where it holds %s', (line, said) => {
    expect(strayIn(`${good}\n${line}\n`, registry)).toEqual([expect.stringMatching(said)]);
  });
});

describe('SECURITY.md', () => {
  it('lists every dependency once, with its purpose', () => {
    const names = ['dependencies', 'peerDependencies', 'devDependencies'].flatMap((key) =>
      Object.keys((manifest[key] ?? {}) as Record<string, string>),
    );
    expect(
      rows()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.sort());
    expect(rows().filter(({ purpose, released }) => purpose === '' || !/^20\d\d-\d\d$/.test(released))).toEqual([]);
  });

  it('names tests that are there', () => {
    const links = [...security.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(readFileSync(root + link, 'utf8'), link).not.toBe('');
  });
});

function rows(): { name: string; purpose: string; released: string; script: string }[] {
  const after = security.slice(security.indexOf('## Dependencies'));
  return [...after.matchAll(/^\| (\S+) \| ([^|]*) \| ([^|]*) \| (yes|none) \|$/gm)].map(
    ([, name = '', purpose = '', released = '', script = '']) => ({ name, purpose, released, script }),
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(root + name, 'utf8')) as T;
}
