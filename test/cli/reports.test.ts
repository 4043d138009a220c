import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairReports, type ReportWord } from '../../src/cli/reports.js';
import { folderWith } from '../files/folder.js';
import { run } from './command.js';

const DRAFT = '# 办法解读\n\n适用范围\t待补充。\n';
const ONE_ERROR = ['--no-config-lookup', '--preset', 'recommended'];

describe('pairing of -f and -o', () => {
  const words = (line: string): ReportWord[] =>
    line
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => (word.startsWith('>') ? { file: word.slice(1) } : { format: word }));

  it.each([
    ['', [{ format: 'stylish' }]],
    ['json', [{ format: 'json' }]],
    ['>a', [{ format: 'stylish', file: 'a' }]],
    ['json >a', [{ format: 'json', file: 'a' }]],
    ['>a json', [{ format: 'json', file: 'a' }]],
    ['stylish sarif >a', [{ format: 'stylish' }, { format: 'sarif', file: 'a' }]],
    ['sarif >a stylish', [{ format: 'sarif', file: 'a' }, { format: 'stylish' }]],
    [
      'sarif >a html >b',
      [
        { format: 'sarif', file: 'a' },
        { format: 'html', file: 'b' },
      ],
    ],
    [
      '>a sarif >b html',
      [
        { format: 'sarif', file: 'a' },
        { format: 'html', file: 'b' },
      ],
    ],
    ['stylish github', [{ format: 'stylish' }, { format: 'github' }]],
  ])('%j', (line, reports) => {
    expect(pairReports(words(line), 'zh-CN')).toEqual(reports);
  });

  it.each([
    ['>a >b', /-o a /],
    ['json >a >b', /-o b /],
    ['json >a html >a', /a/],
  ])('refuses %j', (line, message) => {
    expect(() => pairReports(words(line), 'zh-CN')).toThrow(message);
  });
});

describe('reports of one run', () => {
  it('go to their files and to standard output, and the exit code stays', async () => {
    const folder = folderWith({ '解读.md': DRAFT });
    const formats = ['-f', 'stylish', '-f', 'sarif', '-o', 'out.sarif', '-f', 'junit', '-o', 'out.xml'];
    const { code, out, err } = await run(folder, [...ONE_ERROR, ...formats, '解读.md']);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toMatch(/^解读\.md\n/);
    expect(out).not.toContain('$schema');
    const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'));
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('%E8%A7%A3%E8%AF%BB.md');
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toContain('<testcase name="解读.md"');
  });

  it('that cannot be written are told and end the run with 2; the others are written', async () => {
    const folder = folderWith({ 'a.md': DRAFT });
    mkdirSync(join(folder, 'taken'));
    const formats = ['-f', 'json', '-o', 'taken', '-f', 'gitlab', '-o', 'ok.json', '-f', 'compact'];
    const { code, out, err } = await run(folder, [...ONE_ERROR, ...formats, 'a.md']);
    expect(code).toBe(2);
    expect(err).toMatch(/taken.*EISDIR/);
    expect(JSON.parse(readFileSync(join(folder, 'ok.json'), 'utf8'))[0].location.path).toBe('a.md');
    expect(out).toContain(', Error - ');
  });

  it('name files from the root of their repository, wherever the run stands', async () => {
    const folder = folderWith({ '子/a.md': DRAFT });
    mkdirSync(join(folder, '.git'));
    const { out } = await run(join(folder, '子'), [...ONE_ERROR, '-f', 'gitlab', 'a.md']);
    expect(JSON.parse(out)[0].location.path).toBe('子/a.md');
  });

  it('are not written over a file that is to be linted', async () => {
    const folder = folderWith({ 'a.md': DRAFT });
    const { code, err } = await run(folder, [...ONE_ERROR, '-f', 'json', '-o', './a.md', 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('a.md');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(DRAFT);
  });

  it('are no documents of the next run', async () => {
    const folder = folderWith({ '解读.md': DRAFT });
    const again = () => run(folder, [...ONE_ERROR, '-f', 'markdown', '-o', 'report.md', '-f', 'json', '.']);
    await again();
    expect(JSON.parse((await again()).out)).toHaveLength(1);
  });

  it('take their format from the command lint too', async () => {
    const folder = folderWith({ 'a.md': DRAFT });
    const { out } = await run(folder, ['lint', ...ONE_ERROR, '-f', 'json', 'a.md']);
    expect(JSON.parse(out)[0].messages.length).toBeGreaterThan(0);
    const before = await run(folder, ['-f', 'json', 'lint', ...ONE_ERROR, 'a.md']);
    expect(before.out).toBe(out);
  });

  it('of an unknown format are refused with the likely name', async () => {
    const { code, err } = await run(folderWith({}), ['-f', 'sarfi', '.']);
    expect(code).toBe(2);
    expect(err).toContain('sarif');
  });
});

describe('--frame', () => {
  const PLACEHOLDER = [...ONE_ERROR, '--rule', 'structure/no-placeholder: error', '-f', 'stylish'];

  it('shows the line with carets under what is found', async () => {
    const folder = folderWith({ 'a.md': DRAFT });
    const { out } = await run(folder, [...PLACEHOLDER, '--frame', 'a.md']);
    expect(out).toContain('      3 | 适用范围    待补充。\n        |             ^^^^^^\n');
    expect((await run(folder, [...PLACEHOLDER, 'a.md'])).out).not.toContain(' | ');
  });

  it('shows no line of a file with personal data', async () => {
    const folder = folderWith({ 'a.md': `${DRAFT}\n联系人张三，手机13800138000。\n` });
    const { out } = await run(folder, [...PLACEHOLDER, '--rule', 'safety/no-personal-data: warn', '--frame', 'a.md']);
    expect(out).toContain('structure/no-placeholder');
    expect(out).toContain('safety/no-personal-data');
    expect(out).not.toMatch(/ \| /);
    expect(out).not.toContain('13800138000');
  });

  it('shows no line of such a file with --quiet either, which hides why', async () => {
    const folder = folderWith({ 'a.md': DRAFT.replace('适用范围', '手机13800138000') });
    const quiet = ['--quiet', '--rule', 'safety/no-personal-data: warn', '--frame', 'a.md'];
    const { out } = await run(folder, [...PLACEHOLDER, ...quiet]);
    expect(out).toContain('structure/no-placeholder');
    expect(out).not.toContain('13800138000');
  });
});
