import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileHost } from '../../src/files/host.js';
import { lintArchive } from '../../src/lint/run.js';
import { CommandLine } from './command-line.js';

vi.mock('../../src/lint/run.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/lint/run.js')>();
  return { ...original, lintArchive: vi.fn(original.lintArchive) };
});

const POLICY = '---\nkind: policy\ntitle: 甲办法\nnumber: 云政发〔2024〕1号\n---\n\n第一条 补贴500元。\n';
const DRAFT = (policy: string) =>
  `---\nkind: interpretation\ntitle: 《甲办法》解读\npolicy: ${policy}\n---\n\n一、背景\n\n补贴500元。见[图](../图.png)。\n`;

/** Seconds. */
const LONG_AGO = 1_000_000_000;

const cli = new CommandLine();

beforeEach(() => {
  cli.write('jiedu-lint.config.yaml', 'extends: [all, ./ours.preset.yaml]\n');
  cli.write(
    'ours.preset.yaml',
    'name: ours\nsource: { name: 本市办法 }\nclauses: [{ id: OU-1, article: 一, demand: 不留, rules: [{ id: structure/no-placeholder }] }]\n',
  );
  // As many as make a run that is kept.
  for (let i = 0; i < 100; i++) cli.write(`drafts/many/${i}.md`, `---\nkind: other\ntitle: 第${i}份\n---\n\n甲。\n`);
  cli.write('drafts/a.md', DRAFT('../policies/a.md'));
  cli.write(
    'drafts/b.md',
    `${DRAFT('云政发〔2024〕2号')}\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 有意 -->\nXX市。\n`,
  );
  cli.write('drafts/c.md', DRAFT('云政发〔2024〕1号'));
  cli.write('drafts/d.md', `${DRAFT('../policies/a.md')}\n待补充。依据国办发[2017]23号。\n`);
  cli.write('drafts/README.md', '# 说明\n\n怎么用。\n');
  cli.write('policies/a.md', POLICY);
  cli.write('图.png', 'png');
  utimesSync(at('drafts/a.md'), LONG_AGO, LONG_AGO);
});

/** Runs with the cache. @returns what it says, and whether it was made anew */
async function cached(words: readonly string[] = []): Promise<{ said: string; isMade: boolean }> {
  vi.mocked(lintArchive).mockClear();
  const code = await cli.run(['--cache', '-f', 'json', ...words, 'drafts']);
  return { said: code + cli.out + cli.err, isMade: vi.mocked(lintArchive).mock.calls.length > 0 };
}

async function fresh(words: readonly string[] = []): Promise<string> {
  const code = await cli.run(['-f', 'json', ...words, 'drafts']);
  return code + cli.out + cli.err;
}

const at = (name: string) => join(cli.folder, name);
const rewrite = (name: string, before: string, after: string) => cli.write(name, cli.read(name).replace(before, after));

it('is told again where nothing has changed, under any options that it was made with', async () => {
  for (const words of [[], ['-f', 'stylish', '--frame'], ['--locale', 'en'], ['--quiet']]) {
    const said = await fresh(words);
    expect((await cached(words)).said).toBe(said);
    expect(await cached(words)).toEqual({ said, isMade: false });
  }
});

/** Changes that are seen in what is said. */
const SEEN: Record<string, () => unknown> = {
  'a draft': () => rewrite('drafts/a.md', '500', '600'),
  'a draft, in as many bytes, its time set back': () => {
    rewrite('drafts/a.md', '500', '600');
    utimesSync(at('drafts/a.md'), LONG_AGO, LONG_AGO);
  },
  'a draft that is gone': () => rmSync(at('drafts/d.md')),
  'a draft that is new': () => cli.write('drafts/e.md', `${DRAFT('../policies/a.md')}\n待补充。\n`),
  'a draft under another name': () => renameSync(at('drafts/d.md'), at('drafts/e.md')),
  'the directives of a draft': () => rewrite('drafts/b.md', 'no-placeholder', 'no-placeholders'),
  'a policy that is only linked to': () => rewrite('policies/a.md', '500', '600'),
  'that policy, gone': () => rmSync(at('policies/a.md')),
  'that policy under another name': () => renameSync(at('policies/a.md'), at('policies/b.md')),
  'a policy of a number that another has': () => cli.write('drafts/0.md', POLICY.replace('500', '700')),
  'the policy of a number that nothing had': () =>
    cli.write('policies/2.md', POLICY.replace('1号', '2号').replace('500', '700')),
  'a picture that is gone': () => rmSync(at('图.png')),
  'the text of a file that was no paper': () =>
    cli.write('drafts/README.md', `${DRAFT('../policies/a.md')}\n待补充。\n`),
  'the config': () => cli.write('jiedu-lint.config.yaml', 'extends: recommended\n'),
  'a config below it': () => cli.write('drafts/jiedu-lint.config.yaml', 'extends: recommended\n'),
  'the words of a preset': () => rewrite('ours.preset.yaml', '本市办法', '本省办法'),
  'an ignore file': () => cli.write('.gitignore', 'd.md\n'),
};

/** As if a minute had gone by since the files were written: their states then tell whether they have changed. */
function later(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const AGES: readonly [string, () => void][] = [
  ['just written', () => {}],
  ['written before', later],
];
const CHANGES = AGES.flatMap(([age, wait]) =>
  Object.entries(SEEN).map(([what, change]) => ({ age, wait, what, change })),
);

it.each(CHANGES)(
  'is made anew, and told again, where this has changed, of files $age: $what',
  async ({ wait, change }) => {
    wait();
    const before = await cached();
    change();
    const said = await fresh();
    expect(said).not.toBe(before.said);
    expect(await cached()).toEqual({ said, isMade: true });
    expect(await cached()).toEqual({ said, isMade: false });
  },
);

it.each<[string, string[]]>([
  ['a rule', ['--rule', 'structure/no-placeholder: off']],
  ['a preset', ['--preset', 'recommended']],
  ['directives that do not count', ['--no-inline-config']],
  ['directives that do nothing', ['--report-unused-disable-directives']],
  ['a file that is named', ['drafts/README.md']],
])('is made anew under another option: %s', async (_, words) => {
  rewrite('drafts/b.md', 'XX市', '本市');
  const before = await cached();
  const said = await fresh(words);
  expect(said).not.toBe(before.said);
  expect(await cached(words)).toEqual({ said, isMade: true });
});

it('reads no file again that nobody has written since, however its time was set', async () => {
  const digest = vi.spyOn(FileHost.prototype, 'digest');
  later();
  const { said } = await cached();
  expect(digest).toHaveBeenCalled();
  digest.mockClear();
  expect(await cached()).toEqual({ said, isMade: false });
  expect(digest).not.toHaveBeenCalled();
  utimesSync(at('drafts/a.md'), LONG_AGO, LONG_AGO);
  expect(await cached()).toEqual({ said, isMade: false });
  expect(digest.mock.calls).toEqual([[at('drafts/a.md'), '']]);
});

it('is told again where times have changed and nothing else, as after a checkout', async () => {
  const { said } = await cached();
  for (const name of ['drafts/a.md', 'policies/a.md', 'jiedu-lint.config.yaml']) utimesSync(at(name), 1, 1);
  expect(await cached()).toEqual({ said, isMade: false });
});

it('goes through the file of suppressions as it is now', async () => {
  await cached();
  await cli.run(['--suppress-all', 'drafts']);
  const said = await fresh();
  expect(said).toContain('"kind":"file"');
  expect(await cached()).toEqual({ said, isMade: false });
});

it('keeps its place where a few files are looked at meanwhile, and while fixes are shown', async () => {
  const { said } = await cached();
  for (const words of [['drafts/a.md'], ['--fix-dry-run', 'drafts']]) {
    vi.mocked(lintArchive).mockClear();
    await cli.run(['--cache', ...words]);
    expect(lintArchive).toHaveBeenCalledOnce();
    expect(await cached()).toEqual({ said, isMade: false });
  }
});

it('is not kept where a file could not be checked', async () => {
  writeFileSync(at('drafts/d.md'), 'a\0b');
  const { said } = await cached();
  expect(await cached()).toEqual({ said, isMade: true });
});

it('is dropped where somebody changed it', async () => {
  const { said } = await cached();
  const name = readdirSync(join(cli.home, 'jiedu-lint')).find((one) => one !== 'key') as string;
  const file = join(cli.home, 'jiedu-lint', name);
  expect(existsSync(file)).toBe(true);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"severity":2', '"severity":1'));
  const again = await cached();
  expect(again.isMade).toBe(true);
  expect(again.said).toContain(name);
  expect(await cached()).toEqual({ said, isMade: false });
});
