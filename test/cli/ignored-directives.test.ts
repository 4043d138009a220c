import { beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const cli = new CommandLine();
beforeEach(() => {
  cli.write('jiedu-lint.config.yaml', 'extends: []\nignores: [旧/**]\n');
});
const RULE = ['--rule', 'structure/no-placeholder: error', '-f', 'json'];

describe('--no-warn-ignored', () => {
  it('says nothing of ignored files that are named, and lints the others', async () => {
    cli.write('旧/a.md', '待补充\n');
    cli.write('b.md', '# 题\n');
    const named = [...RULE, '--max-warnings', '0', '旧/a.md', 'b.md'];
    expect(await cli.run(named)).toBe(1);
    expect(await cli.run([...named, '--no-warn-ignored'])).toBe(0);
    expect(JSON.parse(cli.out)).toHaveLength(1);
    expect(await cli.run([...RULE, '--no-warn-ignored', '旧/a.md'])).toBe(0);
    expect(cli.out).toBe('[]\n');
    expect(await cli.run([...RULE, '--no-warn-ignored', '--stdin', '--stdin-filename', '旧/a.md'])).toBe(0);
    expect(cli.out).toBe('[]\n');
  });

  it('says of files that are missing all the same', async () => {
    expect(await cli.run([...RULE, '--no-warn-ignored', 'none.md'])).toBe(2);
  });
});

describe('--no-inline-config', () => {
  const TEXT =
    '<!-- jiedu-lint-disable structure/no-placeholder -- 旧 -->\n<!-- jiedu-lint-disable x/y -->\n\n待补充\n';

  it('lets no directive count, and says nothing of them', async () => {
    cli.write('a.md', TEXT);
    expect(await cli.run([...RULE, '--no-inline-config', 'a.md'])).toBe(1);
    expect(cli.found()).toEqual(['structure/no-placeholder 4:1']);
    expect(JSON.parse(cli.out)[0].suppressedMessages).toEqual([]);
  });

  it('does so from what the cache knows, and leaves the cache to other runs', async () => {
    cli.write('a.md', TEXT.replace(/\n.*x\/y -->/, ''));
    expect(await cli.run([...RULE, '--cache', 'a.md'])).toBe(0);
    expect(await cli.run([...RULE, '--cache', '--no-inline-config', 'a.md'])).toBe(1);
    expect(await cli.run([...RULE, '--cache', 'a.md'])).toBe(0);
  });

  it('fixes what directives would keep from it, and no directive', async () => {
    const fix = ['--rule', 'format/doc-number-brackets: error', '--fix', '--no-inline-config'];
    cli.write('a.md', '<!-- jiedu-lint-disable -->\n\n国办发[2017]23号\n');
    expect(await cli.run([...fix, 'a.md'])).toBe(0);
    expect(cli.read('a.md')).toBe('<!-- jiedu-lint-disable -->\n\n国办发〔2017〕23号\n');
  });
});
