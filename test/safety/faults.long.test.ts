import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { BuiltPackage } from '../built-package.js';
import { CLEAN, ERROR, RULES } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

const program = await BuiltPackage.get();
afterAll(() => program.remove());

type Ran = SpawnSyncReturns<string>;

/** Whom file permissions hold back: they mean nothing to the superuser. Null where such a one could not read the project. */
const SOMEBODY = process.geteuid?.() === 0 ? nobody() : {};

function nobody(): { uid: number; gid: number } | null {
  const user = { uid: 65534, gid: 65534 };
  const project = fileURLToPath(new URL('../../package.json', import.meta.url));
  const tried = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(project)})`], user);
  return tried.status === 0 ? user : null;
}

/** Runs the program as a process of its own, without the rights of the superuser. */
function start(cwd: string, ...args: readonly string[]): Ran {
  chmodSync(cwd, 0o755);
  return spawnSync(process.execPath, [program.script, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 110_000,
    ...SOMEBODY,
  });
}

/** Runs the program from a shell, for what only shells can say. */
function shell(cwd: string, line: string): Ran {
  return spawnSync('bash', ['-c', line.replaceAll('jiedu-lint', `"${process.execPath}" "${program.script}"`)], {
    cwd,
    encoding: 'utf8',
    timeout: 110_000,
  });
}

const FIXABLE = '---\nkind: policy\ntitle: 关于停车的通知\n---\n\n根据云政发[2024]8号,制定本通知。\n';
const archive = (more: Record<string, string> = {}) =>
  folderWith({ '.git/HEAD': '', 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR, 'z.md': CLEAN, ...more });

/** The fatal findings of a run with `-f json`, as `file messageId`. */
function fatal({ stdout }: Ran): string[] {
  const results = JSON.parse(stdout) as { filePath: string; messages: { fatal?: true; messageId: string }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.filter((one) => one.fatal).map((one) => `${filePath.split('/').pop()} ${one.messageId}`),
  );
}

describe('a file that cannot be read', () => {
  it.skipIf(!SOMEBODY)('is named, and the rest is checked', () => {
    const folder = archive();
    chmodSync(join(folder, 'z.md'), 0);
    const ran = start(folder, '-f', 'json', '.');
    expect(ran.status).toBe(2);
    expect(fatal(ran)).toEqual(['z.md unreadable']);
    expect(ran.stdout).toContain('structure/no-placeholder');
  });

  it('is named where it vanishes while others are checked', () => {
    const folder = archive({
      'plugin.mjs': `import { rmSync } from 'node:fs';
const words = { 'zh-CN': '删', en: 'delete' };
export default { name: 'p', rules: [{ id: 'p/delete', kinds: 'any', demand: words, severity: 'warn', defaults: {},
  schema: { type: 'object', properties: {}, additionalProperties: false }, messages: { m: { what: words, todo: words } },
  check: () => rmSync(new URL('./z.md', import.meta.url), { force: true }) }] };\n`,
      'jiedu-lint.config.yaml': `plugins: ./plugin.mjs\n${RULES}  p/delete: warn\n`,
    });
    chmodSync(folder, 0o777);
    const ran = shell(folder, 'jiedu-lint -f json .');
    expect(ran.status).toBe(2);
    expect(fatal(ran)).toEqual(['z.md notFound']);
  });

  it('is named where it is a device, also behind a link', () => {
    const folder = archive({ 'b.md': `${CLEAN}\n[x](c.md)\n` });
    symlinkSync('/dev/zero', join(folder, 'c.md'));
    const ran = start(folder, '-f', 'json', '-c', 'jiedu-lint.config.yaml', 'a.md', 'b.md', 'c.md');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toBe('');
    expect(fatal(ran)).toHaveLength(1);
  });

  it('is named where its name is not UTF-8, and so is a folder', () => {
    const folder = archive();
    const made = shell(folder, `mkdir $'\\xba\\xba' && cp a.md $'\\xba\\xba/a.md' && cp a.md $'\\xd7\\xd6.md'`);
    expect(made.status).toBe(0);
    const ran = start(folder, '-f', 'json', '.');
    expect(ran.status).toBe(2);
    expect(fatal(ran).map((one) => one.split(' ')[1])).toEqual(['misnamed', 'misnamed']);
    expect(shell(folder, `jiedu-lint $'\\xd7\\xd6.md'`).stdout).toContain('不是 UTF-8');
  });
});

describe('settings that never end', () => {
  it.each([
    ['a config', 'jiedu-lint.config.yaml', 2],
    ['an ignore file', '.gitignore', 1],
    ['our own ignore file', '.jiedulintignore', 1],
    ['suppressions', 'jiedu-lint-suppressions.json', 2],
  ])('%s', (_name, file, status) => {
    const folder = archive();
    rmSync(join(folder, file), { force: true });
    symlinkSync('/dev/zero', join(folder, file));
    const ran = start(folder, 'a.md');
    expect(ran.signal).toBe(null);
    expect(ran.status).toBe(status);
    expect(ran.stderr).not.toContain('    at ');
  });

  it('a cache: a device is read from nowhere, and not replaced', () => {
    const folder = archive();
    const ran = start(folder, '--cache', '--cache-location', '/dev/full', 'a.md');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('/dev/full');
  });
});

describe('a disk without space', () => {
  const disk = folderFor('full');
  it.skipIf(!disk)('leaves reports, caches, suppressions and documents as they were', () => {
    const folder = disk as string;
    const files = {
      'a.md': FIXABLE,
      'jiedu-lint.config.yaml': 'extends: all\n',
      'report.json': '[]\n',
      'out.html': '',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, '.git'));
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'fill')}`, 'bs=1k']);
    const before = readdirSync(folder).sort();
    const report = shell(folder, 'jiedu-lint -f json -o report.json -f html -o out.html a.md');
    expect(report.status).toBe(2);
    expect(report.stderr).toContain('ENOSPC');
    const fixed = shell(folder, 'jiedu-lint --fix a.md');
    expect(fixed.status).toBe(2);
    const cached = shell(folder, 'jiedu-lint --cache --cache-location c a.md');
    expect(cached.stderr).toContain('ENOSPC');
    expect(shell(folder, 'jiedu-lint --suppress-all a.md').status).toBe(2);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it.skipIf(!existsSync('/dev/full'))('behind standard output is told, and reports in files are written', () => {
    const folder = archive();
    const ran = shell(folder, 'jiedu-lint -f stylish -f json -o report.json a.md > /dev/full');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('写不了标准输出（ENOSPC）');
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toHaveLength(1);
    for (const words of ['--help', 'explain element/scope', '--print-config a.md']) {
      const other = shell(folder, `jiedu-lint ${words} > /dev/full`);
      expect(other.status, words).toBe(2);
      expect(other.stderr).toContain('ENOSPC');
    }
  });

  it('behind standard error ends the run with 2', () => {
    expect(shell(archive(), 'jiedu-lint none.md 2> /dev/full').status).toBe(2);
  });
});

describe('a folder that may not be written to', () => {
  it.skipIf(!SOMEBODY)('keeps its documents; what could not be done is told', () => {
    const folder = archive({ 'docs/f.md': FIXABLE, 'jiedu-lint.config.yaml': 'extends: all\n' });
    const before = readFileSync(join(folder, 'docs/f.md'), 'utf8');
    const fixed = start(folder, '--fix', 'docs');
    expect(fixed.status).toBe(2);
    expect(fixed.stderr).toContain('f.md');
    expect(readFileSync(join(folder, 'docs/f.md'), 'utf8')).toBe(before);
    const others = [
      ['-f', 'json', '-o', 'docs/report.json', 'docs'],
      ['--suppress-all', 'docs'],
      ['new', '解读材料', '-o', 'docs/new.md'],
      ['init', '--yes'],
    ];
    for (const words of others) {
      const ran = start(folder, ...words);
      expect(ran.status, words.join(' ')).toBe(2);
      expect(ran.stderr).not.toContain('    at ');
    }
    const cached = start(folder, '--cache', 'docs');
    expect(cached.status).toBe(1);
    expect(cached.stderr).toContain('EACCES');
    expect(readdirSync(join(folder, 'docs'))).toEqual(['f.md']);
  });
});

describe('reports', () => {
  it('go where they are asked to go: pipes, devices, files in folders that are closed', () => {
    const folder = archive();
    expect(shell(folder, 'jiedu-lint -f json -o /dev/stdout a.md | cat').stdout).toContain('no-placeholder');
    expect(shell(folder, 'jiedu-lint -f json -o /dev/null a.md').status).toBe(1);
    expect(spawnSync('test', ['-c', '/dev/null']).status).toBe(0);
    mkdirSync(join(folder, 'closed'));
    writeFileSync(join(folder, 'closed/report.json'), '[]');
    chmodSync(join(folder, 'closed/report.json'), 0o666);
    chmodSync(join(folder, 'closed'), 0o555);
    expect(start(folder, '-f', 'json', '-o', 'closed/report.json', 'a.md').status).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, 'closed/report.json'), 'utf8'))).toHaveLength(1);
  });
});

describe('few descriptors', () => {
  it('are enough for many files', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`many/${i}.md`, ERROR]));
    const folder = archive(many);
    const ran = shell(folder, 'ulimit -n 64 && jiedu-lint -f json many');
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toHaveLength(300);
    expect(ran.stderr).toBe('');
  });
});

/** A small disk of its own; null where none can be mounted. */
function folderFor(name: string): string | null {
  if (process.geteuid?.() !== 0) return null;
  const folder = join(process.env.TMPDIR ?? '/tmp', `jiedu-lint-${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted ? folder : null;
}
