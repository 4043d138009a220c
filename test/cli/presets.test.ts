import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CLAUSES, SOURCES } from '../../rules/clauses.js';
import { CommandLine } from './command-line.js';

const YUNXI = resolve(import.meta.dirname, '../../fixtures/presets/yunxi.preset.yaml');

const cli = new CommandLine();
const run = (...words: string[]) => cli.run(words);

const write = (name: string, text: string) => cli.write(name, text);

describe('presets together', () => {
  const briefing = (length: number) =>
    `---\nkind: briefing\ntitle: 吹风会发布稿\n---\n\n${'老人在社区登记。'.repeat(400).slice(0, length)}\n`;
  const findings = () =>
    (JSON.parse(cli.out)[0].messages as { ruleId: string; clauses: string[]; message: string }[]).filter(
      ({ ruleId }) => ruleId === 'length/max-length',
    );

  beforeEach(() => {
    cli.write('yunxi.preset.yaml', readFileSync(YUNXI));
    write('jiedu-lint.config.yaml', 'extends: [qingdao-2023-53, ./yunxi.preset.yaml]');
  });

  it('cite the stricter where only that is broken', async () => {
    write('a.md', briefing(2600));
    expect(await run('-f', 'json', 'a.md')).toBe(1);
    expect(findings()).toMatchObject([
      {
        clauses: ['YX-3'],
        message: expect.stringContaining(
          '依据：《云溪市人民政府办公室关于进一步做好政策解读工作的通知》（云政办发〔2024〕9号）第三条。',
        ),
      },
    ]);
  });

  it('cite both where both are broken', async () => {
    write('a.md', briefing(3100));
    expect(await run('-f', 'json', 'a.md')).toBe(1);
    expect(findings()).toMatchObject([
      {
        clauses: ['YX-3', 'QD-3.2.1a'],
        message: expect.stringMatching(/上限 2500 .*9号）第三条；青政办字〔2023〕53号三（二）1/),
      },
    ]);
  });

  it('may be named on the command line', async () => {
    write('a.md', briefing(2600));
    expect(await run('-f', 'json', '--preset', 'qingdao-2023-53', 'a.md')).toBe(1);
    expect(findings()).toEqual([]);
    expect(await run('-f', 'json', '--preset', 'qingdao-2023-53', '--preset', './yunxi.preset.yaml', 'a.md')).toBe(1);
    expect(findings()).toMatchObject([{ clauses: ['YX-3'] }]);
  });

  it('show where each setting comes from', async () => {
    expect(await run('--print-config', 'a.md')).toBe(0);
    expect(JSON.parse(cli.out).rules['length/max-length']).toEqual([
      {
        kinds: ['briefing'],
        severity: 'error',
        options: { max: 2500 },
        clauses: ['YX-3', 'QD-3.2.1a'],
        from: ['preset qingdao-2023-53', 'preset yunxi-2024'],
        optionsFrom: {
          max: { from: ['preset yunxi-2024'], clauses: ['YX-3'], laxer: [{ value: 3000, clauses: ['QD-3.2.1a'] }] },
        },
      },
    ]);
  });

  it('name a mistake in the file with its place', async () => {
    write('yunxi.preset.yaml', readFileSync(YUNXI, 'utf8').replace('max: 2500', 'maximum: 2500'));
    expect(await run('a.md')).toBe(2);
    expect(cli.err).toMatch(/yunxi\.preset\.yaml:18:\d+ {2}没有“maximum”这一项/);
  });
});

describe('clauses', () => {
  it.each(SOURCES.map(({ id }) => id))(
    'prints every row of %s, with the reason of those left to people',
    async (source) => {
      expect(await run('clauses', '--preset', source)).toBe(0);
      for (const { id, demand, human } of CLAUSES.filter((clause) => clause.source === source)) {
        const row = cli.out.split('\n\n').find((part) => part.startsWith(`${id}  `));
        expect(row).toContain(demand['zh-CN']);
        if (human) expect(row).toContain(`不能由程序检查：${human['zh-CN']}`);
      }
      expect(await run('clauses', '--preset', source, '--format', 'json')).toBe(0);
      expect(JSON.parse(cli.out).map(({ id }: { id: string }) => id)).toEqual(
        CLAUSES.filter((clause) => clause.source === source).map(({ id }) => id),
      );
    },
  );

  it('prints all sources where nothing names a preset, else those of the config', async () => {
    expect(await run('clauses', '-f', 'json')).toBe(0);
    expect(JSON.parse(cli.out)).toHaveLength(CLAUSES.length);
    cli.write('yunxi.preset.yaml', readFileSync(YUNXI));
    write('jiedu-lint.config.yaml', 'extends: ./yunxi.preset.yaml');
    expect(await run('clauses', '-f', 'json')).toBe(0);
    expect(JSON.parse(cli.out)).toMatchObject([
      {
        id: 'YX-3',
        preset: 'yunxi-2024',
        number: '云政办发〔2024〕9号',
        article: '第三条',
        kinds: ['briefing'],
        rules: [{ id: 'length/max-length', severity: 'error', options: { max: 2500 }, exists: true }],
        human: null,
      },
      { id: 'YX-4' },
      { id: 'YX-7', rules: [], human: '回访的记录不在文件库里' },
    ]);
  });

  it('prints Markdown, and English', async () => {
    expect(await run('clauses', '--preset', 'qingdao-2023-53', '-f', 'markdown', '--locale', 'en')).toBe(0);
    expect(cli.out).toContain(
      '| QD-3.2.1a | III(2)1 | A briefing draft stays within 3000 characters | briefing | length/max-length (max: 3000) |',
    );
    expect(cli.out).toContain('| the office’s work | Not machine-checked: Whether and how well');
  });

  it('knows what was meant', async () => {
    expect(await run('clauses', '--preset', 'qingdao-2023-35')).toBe(2);
    expect(cli.err).toContain('是不是想写“qingdao-2023-53”？');
  });
});
