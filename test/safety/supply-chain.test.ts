import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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

  it('runs scripts of the packages only that SECURITY.md names', () => {
    const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(withScripts.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(
      rows()
        .flatMap(({ name, script }) => (script === 'yes' ? name : []))
        .sort(),
    ).toEqual(withScripts.sort());
  });
});

describe('SECURITY.md', () => {
  it('lists every dependency once, with its purpose', () => {
    const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((key) =>
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
