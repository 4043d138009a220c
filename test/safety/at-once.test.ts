import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BuiltPackage } from '../built-package.js';
import { archiveWith, CLEAN, ERROR, WARNING } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

const program = await BuiltPackage.get();
afterAll(() => program.remove());

/** Runs several commands at the same time. */
async function together(cwd: string, ...commands: readonly (readonly string[])[]): Promise<(number | null)[]> {
  const env = { ...process.env, XDG_CACHE_HOME: folderWith({ x: '' }) };
  const started = commands.map((words) =>
    spawn(process.execPath, [program.script, ...words], { cwd, env, stdio: 'ignore' }),
  );
  return Promise.all(started.map(async (child) => (await once(child, 'exit'))[0] as number | null));
}

const RULE_LIST = ['structure/no-placeholder', 'link/no-broken-link', 'format/fullwidth-punctuation'];
const CONFIG = `extends: []\nrules: { ${RULE_LIST.map((id) => `${id}: error`).join(', ')} }\n`;
const FILES = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [`f${i}.md`, `${ERROR}\n[x](none${i}.md)\n\n甲,乙:丙。\n`]),
);

describe('runs at once lose nothing', () => {
  it('of suppressions, of several rules', async () => {
    const folder = archiveWith({ ...FILES, 'jiedu-lint.config.yaml': CONFIG });
    await together(folder, ...RULE_LIST.map((id) => ['--suppress-rule', id, '.']));
    const kept = JSON.parse(readFileSync(join(folder, 'jiedu-lint-suppressions.json'), 'utf8')) as Record<
      string,
      object
    >;
    expect(Object.keys(kept)).toHaveLength(12);
    for (const rules of Object.values(kept)) expect(Object.keys(rules).sort()).toEqual([...RULE_LIST].sort());
  });

  it('of suppressions, of several files', async () => {
    const folder = archiveWith({ ...FILES, 'jiedu-lint.config.yaml': CONFIG });
    const names = Object.keys(FILES);
    await together(folder, ...[0, 1, 2].map((part) => ['--suppress-all', ...names.filter((_, i) => i % 3 === part)]));
    const kept = JSON.parse(readFileSync(join(folder, 'jiedu-lint-suppressions.json'), 'utf8')) as object;
    expect(Object.keys(kept).sort()).toEqual(names.sort());
  });

  it('of caches', async () => {
    const folder = archiveWith({ ...FILES, 'jiedu-lint.config.yaml': CONFIG });
    const names = Object.keys(FILES);
    const cached = (part: number) => ['--cache', '--cache-location', 'kept', ...names.filter((_, i) => i % 3 === part)];
    await together(folder, cached(0), cached(1), cached(2));
    const kept = readFileSync(join(folder, 'kept'), 'utf8');
    for (const name of names) expect(kept).toContain(`/${name}"`);
  });

  it('of reports, drafts and imported texts: one is there, whole', async () => {
    const folder = archiveWith({
      'a.md': ERROR,
      'b.md': WARNING,
      'c.md': CLEAN,
      'in.html': '<html><body><h1>关于办法的解读</h1><p>为了规范管理，制定本办法。</p></body></html>',
    });
    const report = ['-f', 'json', '-o', 'out.json', '--exit-zero', 'a.md', 'b.md', 'c.md'];
    expect(await together(folder, report, report)).toEqual([0, 0]);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toHaveLength(3);
    expect((await together(folder, ['new', 'policy'], ['new', 'policy'])).sort()).toEqual([0, 2]);
    expect((await together(folder, ['import', 'in.html'], ['import', 'in.html'])).sort()).toEqual([0, 2]);
    expect(readFileSync(join(folder, 'in.md'), 'utf8')).toContain('制定本办法');
    expect(readdirSync(folder).filter((name) => /tmp$|lock$/.test(name))).toEqual([]);
  });
});
