import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverSettings } from '../../editors/vscode/src/settings.js';
import { findTool } from '../../editors/vscode/src/tool.js';

let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-tool-')));
  put('extension/tool', '0.1.0');
});

afterEach(() => rmSync(home, { recursive: true }));

function put(place: string, version: string, name = 'jiedu-lint'): string {
  const root = join(home, place);
  mkdirSync(join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version }));
  writeFileSync(join(root, 'bin', 'jiedu-lint.js'), '');
  return root;
}

function find(changes: Partial<Parameters<typeof findTool>[0]> = {}) {
  const found = findTool({
    trusted: true,
    folders: [join(home, 'one'), join(home, 'two')],
    path: '',
    bundled: join(home, 'extension/tool'),
    ...changes,
  });
  return { from: found.tool.from, version: found.tool.version, missing: found.missing };
}

describe('the copy of jiedu-lint that VS Code runs', () => {
  it('is the one in the extension where there is no other', () => {
    expect(find()).toEqual({ from: 'extension', version: '0.1.0', missing: undefined });
    expect(find({ folders: [] }).from).toBe('extension');
  });

  it('is the first that a folder of a trusted workspace has installed', () => {
    put('two/node_modules/jiedu-lint', '0.3.0');
    expect(find()).toMatchObject({ from: 'workspace', version: '0.3.0' });
    put('one/node_modules/jiedu-lint', '0.2.0');
    expect(find()).toMatchObject({ from: 'workspace', version: '0.2.0' });
  });

  it('is the one that the settings name before the one of the workspace: by folder, by script, absolute or from the workspace', () => {
    put('one/node_modules/jiedu-lint', '0.2.0');
    const root = put('elsewhere', '0.4.0');
    for (const path of [root, join(root, 'bin', 'jiedu-lint.js'), '../elsewhere'])
      expect(find({ path })).toEqual({ from: 'setting', version: '0.4.0', missing: undefined });
  });

  it('is the one in the extension where the settings lead nowhere, and that is told', () => {
    put('one/node_modules/jiedu-lint', '0.2.0');
    expect(find({ path: 'nowhere' })).toMatchObject({ from: 'extension', missing: join(home, 'one/nowhere') });
    put('other', '1.0.0', 'eslint');
    expect(find({ path: join(home, 'other') })).toMatchObject({ from: 'extension', missing: join(home, 'other') });
  });

  it('is never one of a workspace that is not trusted', () => {
    put('one/node_modules/jiedu-lint', '0.2.0');
    expect(find({ trusted: false })).toMatchObject({ from: 'extension' });
    expect(find({ trusted: false, path: put('elsewhere', '0.4.0') })).toMatchObject({ from: 'extension' });
  });
});

describe('what the server is told of the settings', () => {
  it('leaves out what says nothing', () => {
    expect(serverSettings({ config: '', preset: [], locale: 'auto' }, true)).toEqual({ plugins: true });
    expect(serverSettings({}, true)).toEqual({ plugins: true });
  });

  it('keeps what is set, and allows plugins with trust only', () => {
    const set = { config: 'a.yaml', preset: ['all'], locale: 'en' } as const;
    expect(serverSettings(set, true)).toEqual({ ...set, plugins: true });
    expect(serverSettings(set, false)).toEqual({ ...set, plugins: false });
  });
});
