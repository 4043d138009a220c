import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { presetNamesIn } from '../../src/config/preset-file.js';
import { knownNames } from '../../src/engine/known.js';

const extension = fileURLToPath(new URL('../../editors/vscode/', import.meta.url));
const read = (name: string) => readFileSync(extension + name, 'utf8');
const manifest = JSON.parse(read('package.json'));
const english = JSON.parse(read('package.nls.json'));
const chinese = JSON.parse(read('package.nls.zh-cn.json'));

describe('the manifest of the VS Code extension', () => {
  it('has words in both languages for every place that asks for some, and none left over', () => {
    const asked = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name))].sort();
    expect(asked.length).toBeGreaterThan(10);
    expect(Object.keys(english).sort()).toEqual(asked);
    expect(Object.keys(chinese).sort()).toEqual(asked);
  });

  it('offers the presets that ship', () => {
    const { items } = manifest.contributes.configuration.properties['jiedu-lint.preset'];
    expect(items.enum).toEqual(presetNamesIn(knownNames()));
  });

  it('names schemas that the package publishes', () => {
    const { jsonValidation, yamlValidation } = manifest.contributes;
    for (const { url } of [...jsonValidation, ...yamlValidation])
      expect(existsSync(fileURLToPath(new URL(url.replace('./tool/', '../../'), import.meta.url)))).toBe(true);
    const files = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).files;
    expect(files).toContain('schemas');
  });

  it('lets a workspace that is not trusted set nothing that says which code is run', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    expect(restrictedConfigurations).toEqual(expect.arrayContaining(['jiedu-lint.path', 'jiedu-lint.config']));
  });

  it('has Chinese for every sentence of the code', () => {
    const bundle = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));
    const code = ['extension', 'server', 'new-draft'].map((name) => read(`src/${name}.ts`)).join('\n');
    const said = [...code.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, words]) => words);
    expect([...new Set(said)].sort()).toEqual(Object.keys(bundle).sort());
  });
});
