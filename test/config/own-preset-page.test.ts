import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOwnPreset } from '../../src/config/own-preset.js';
import { presetDraft } from '../../src/config/preset-draft.js';
import { knownNames } from '../../src/engine/known.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The walk-through shows a preset that works, and the mistake it shows is told as it says. */
describe.each([
  ['docs/presets/own-preset.md', 'zh-CN'],
  ['docs/presets/own-preset.en.md', 'en'],
] as const)('%s', (page, locale) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const yaml = /```yaml\n(name:[\s\S]*?)```/.exec(text)?.[1] ?? '';
  const fixture = readFileSync(path.join(root, 'fixtures/presets/yunxi.preset.yaml'), 'utf8');

  it('has the preset of the fixture', () => {
    const parse = (preset: string) => parseOwnPreset(preset, '/yunxi.preset.yaml', knownNames());
    expect(parse(yaml).problems).toEqual([]);
    expect(parse(yaml).own).toEqual(parse(fixture).own);
  });

  it('adds rules of data that work', () => {
    const [, added = ''] = /```yaml\n(dataRules:[\s\S]*?)```/.exec(text) ?? [];
    const { own, problems } = parseOwnPreset(yaml.replace('clauses:\n', added), '/yunxi.preset.yaml', knownNames());
    expect(problems).toEqual([]);
    expect(own?.rules.map(({ id }) => id)).toEqual(['yunxi-2024/享受条件']);
    expect(own?.clauses.map(({ id }) => id)).toEqual(['YX-5', 'YX-3', 'YX-4', 'YX-7']);
  });

  it('shows what a draft proposes', () => {
    const draft = presetDraft(
      'fj-2015',
      '一、落实责任。各部门要在文件公布后的5个工作日内对政策文件作出解读。',
      knownNames(),
    );
    const [, shown = ''] = /```yaml\n( {4}demand:[\s\S]*?)```/.exec(text) ?? [];
    expect(draft).toContain(shown);
  });

  it('shows the message of a mistyped rule', () => {
    const wrong = yaml.replace('length/max-length', 'length/max-lenght');
    const [problem] = parseOwnPreset(wrong, '/yunxi.preset.yaml', knownNames()).problems;
    expect(text.split('\n')).toContain(
      `yunxi.preset.yaml:${problem?.line}:${problem?.column}  ${problem?.message[locale]}`,
    );
  });
});
