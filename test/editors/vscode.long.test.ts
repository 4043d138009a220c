import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { BuiltPackage } from '../built-package.js';
import { FakeVscode } from './fake-vscode.js';

interface Extension {
  activate(context: { extensionPath: string; subscriptions: { dispose(): unknown }[] }): Promise<void>;
  deactivate(): Promise<void>;
}

const DRAFT =
  '---\n类型: 解读材料\n标题: 《办法》政策解读\n---\n\n# 《办法》政策解读\n\n## 一、背景依据\n\n根据云政办发[2024]31号文件制定。\n';
const CONFIG = 'extends: base\nrules: { element/scope: error, format/doc-number-brackets: warn }\n';

let built: BuiltPackage;
let extensionPath: string;
let extension: Extension;
let vscode: FakeVscode;
const subscriptions: { dispose(): unknown }[] = [];

/** The extension as it is packed: one bundle, with the linter beside it. Only `vscode` itself is not the real thing. */
beforeAll(async () => {
  built = await BuiltPackage.get();
  extensionPath = join(built.home, 'extension');
  built.run('vscode-package.mjs', '--stage', extensionPath);
  mkdirSync(join(extensionPath, 'node_modules', 'vscode'), { recursive: true });
  writeFileSync(join(extensionPath, 'node_modules', 'vscode', 'index.js'), 'module.exports = globalThis.fakeVscode;\n');
}, 180_000);

afterAll(() => built.remove());

afterEach(async () => {
  await extension.deactivate();
  for (const one of subscriptions.splice(0)) one.dispose();
});

let count = 0;

async function start(changes: (fake: FakeVscode, folder: string) => void = () => {}): Promise<string> {
  count += 1;
  const folder = join(built.home, `文库 ${count}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'jiedu-lint.config.yaml'), CONFIG);
  writeFileSync(join(folder, '解读.md'), DRAFT);
  vscode = new FakeVscode([folder]);
  changes(vscode, folder);
  Object.assign(globalThis, { fakeVscode: vscode.api });
  const require = createRequire(join(extensionPath, 'package.json'));
  const main = require.resolve(JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8')).main);
  for (const path of Object.keys(require.cache)) if (path.startsWith(extensionPath)) delete require.cache[path];
  extension = require(main);
  await extension.activate({ extensionPath, subscriptions });
  return folder;
}

const until = (isSo: () => void) => vi.waitFor(isSo, { timeout: 100_000, interval: 50 });

const BOTH = ['element/scope', 'format/doc-number-brackets'];

describe('the VS Code extension', () => {
  it('starts the linter it carries and shows what that finds, as the draft is written', async () => {
    const draft = join(await start(), '解读.md');
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    expect(vscode.messages(draft).join('\n')).toContain('缺少“涉及范围”');
    vscode.type(draft, DRAFT.replace('[2024]', '〔2024〕'));
    await until(() => expect(vscode.shown(draft)).toEqual(['element/scope']));
    expect(vscode.told).toEqual([]);
    expect(vscode.status.text).toContain('that of the extension');
  });

  it('says nothing of Markdown that is none of its business', async () => {
    const folder = await start((_, folder) => rmSync(join(folder, 'jiedu-lint.config.yaml')));
    vscode.open(join(folder, 'README.md'), '# Some program\n\nHow to install it.\n');
    vscode.open(join(folder, '解读.md'));
    await until(() => expect(vscode.shown(join(folder, '解读.md'))).toContain('element/scope'));
    expect(vscode.shown(join(folder, 'README.md'))).toEqual([]);
  });

  it('passes settings on, also when they change', async () => {
    const draft = join(await start(), '解读.md');
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    vscode.configure({ 'jiedu-lint.locale': 'en', 'jiedu-lint.preset': ['all'] });
    await until(() => expect(vscode.messages(draft).join('\n')).toContain('is missing'));
    await until(() => expect(vscode.shown(draft)).toContain('element/objectives'));
  });

  it('stops and starts with the setting, and anew by the command', async () => {
    const draft = join(await start(), '解读.md');
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    vscode.configure({ 'jiedu-lint.enable': false });
    await until(() => expect(vscode.shown(draft)).toEqual([]));
    await until(() => expect(vscode.status.text).toContain('switched off'));
    vscode.configure({ 'jiedu-lint.enable': true });
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    await vscode.commands.get('jiedu-lint.restart')?.();
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    expect(vscode.told).toEqual([]);
  });

  it('waits for a draft to be saved where that is asked', async () => {
    const folder = await start((fake) => fake.configure({ 'jiedu-lint.run': 'onSave' }));
    // At the start the server asks for all findings anew, once: a draft typed in before would be checked then.
    await until(() => expect(vscode.log).toContain('workspace/diagnostic/refresh'));
    const [draft, other] = [join(folder, '解读.md'), join(folder, '另一份.md')];
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    vscode.type(draft, DRAFT.replace('[2024]', '〔2024〕'));
    // What comes later is answered later.
    vscode.open(other, DRAFT);
    await until(() => expect(vscode.shown(other)).toEqual(BOTH));
    expect(vscode.shown(draft)).toEqual(BOTH);
    vscode.save(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(['element/scope']));
  });

  it('runs no code of a workspace that is not trusted, and the copy of one that is', async () => {
    const ran = (folder: string) => existsSync(join(folder, 'ran'));
    const folder = await start((fake, folder) => {
      fake.trusted = false;
      const copy = join(folder, 'node_modules', 'jiedu-lint');
      cpSync(join(extensionPath, 'tool'), copy, { recursive: true });
      const script = join(copy, 'bin', 'jiedu-lint.js');
      const marked = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '');\n`;
      writeFileSync(
        script,
        readFileSync(script, 'utf8').replace("'use strict';\n", (line) => line + marked),
      );
      writeFileSync(
        join(folder, 'plugin.mjs'),
        "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('plugin-ran', import.meta.url), '');\nexport default { name: 'p' };\n",
      );
      writeFileSync(join(folder, 'jiedu-lint.config.yaml'), `${CONFIG}plugins: ./plugin.mjs\n`);
    });
    const draft = join(folder, '解读.md');
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
    expect([ran(folder), existsSync(join(folder, 'plugin-ran'))]).toEqual([false, false]);
    vscode.trusted = true;
    vscode.fire('workspace.onDidGrantWorkspaceTrust', undefined);
    await until(() => expect(vscode.status.text).toContain('that of the workspace'));
    await until(() => expect([ran(folder), existsSync(join(folder, 'plugin-ran'))]).toEqual([true, true]));
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
  });

  it('says where the settings name no linter, and goes on with its own', async () => {
    const draft = join(await start((fake) => fake.configure({ 'jiedu-lint.path': 'nowhere' })), '解读.md');
    expect(vscode.told).toEqual([expect.stringMatching(/jiedu-lint\.path names .*nowhere/)]);
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
  });

  it('says when the linter does not start, and is there to be started again', async () => {
    const broken = join(built.home, 'broken');
    cpSync(join(extensionPath, 'tool', 'package.json'), join(broken, 'package.json'));
    mkdirSync(join(broken, 'bin'));
    writeFileSync(join(broken, 'bin', 'jiedu-lint.js'), 'process.exit(3);\n');
    const draft = join(await start((fake) => fake.configure({ 'jiedu-lint.path': broken })), '解读.md');
    expect(vscode.told.join('\n')).toContain('could not be started');
    vscode.configure({ 'jiedu-lint.path': '' });
    vscode.open(draft);
    await until(() => expect(vscode.shown(draft)).toEqual(BOTH));
  });

  it('writes a draft of the chosen kind and opens it', async () => {
    const folder = await start();
    const file = join(folder, '新 稿.md');
    vscode.answers = { pick: '吹风会发布稿', saveAt: file };
    await vscode.commands.get('jiedu-lint.newDraft')?.();
    expect(readFileSync(file, 'utf8')).toMatch(/^---\n类型: 吹风会发布稿\n/);
    await until(() => expect(vscode.shown(file).length).toBeGreaterThan(0));
    await vscode.commands.get('jiedu-lint.newDraft')?.();
    expect(vscode.told).toEqual([expect.stringContaining('新 稿.md')]);
  });

  it('asks the editor for all fixes', async () => {
    await start();
    await vscode.commands.get('jiedu-lint.fixAll')?.();
    expect(vscode.executed).toContainEqual([
      'editor.action.sourceAction',
      { kind: 'source.fixAll.jiedu-lint', apply: 'first' },
    ]);
  });

  it('registers the commands that its manifest declares', async () => {
    await start();
    const { contributes } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
    expect([...vscode.commands.keys()].sort()).toEqual(
      contributes.commands.map(({ command }: { command: string }) => command).sort(),
    );
  });
});
