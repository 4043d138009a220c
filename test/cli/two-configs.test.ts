import { describe, expect, it } from 'vitest';
import { archiveWith, CLEAN, run } from './command.js';

const YAML = 'jiedu-lint.config.yaml';
const YML = 'jiedu-lint.config.yml';
const JSON_ = 'jiedu-lint.config.json';

describe('several configs in one folder', () => {
  it.each([
    ['YAML and JSON', { [YAML]: '', [JSON_]: '{}' }, YAML, [JSON_]],
    ['two of YAML', { [YAML]: '', [YML]: '' }, YAML, [YML]],
    ['without .yaml', { [YML]: '', [JSON_]: '{}' }, YML, [JSON_]],
    ['all three', { [YAML]: '', [YML]: '', [JSON_]: '{}' }, YAML, [YML, JSON_]],
  ])('are told once, with the one that holds: %s', async (_, configs, holds, others) => {
    const files = Object.fromEntries(Object.entries(configs).map(([name, text]) => [name, text || 'locale: zh-CN']));
    const folder = archiveWith({ ...files, 'docs/a.md': CLEAN, 'docs/b/c.md': CLEAN });
    for (const command of ['lint', 'audit', 'inspect']) {
      const { err } = await run(folder, [
        command,
        ...(command === 'inspect' ? ['docs/a.md', 'docs/b/c.md'] : ['docs']),
      ]);
      expect(err.split('\n').filter((line) => line.includes('同一文件夹里的'))).toEqual([
        `采用了配置 ${folder}/${holds}；同一文件夹里的 ${others.join('、')} 没有起作用。请只留一份`,
      ]);
    }
  });

  it.each([
    ['one', ['docs'], { [YAML]: '' }],
    ['one in each folder', ['docs'], { [YAML]: '', [`docs/${JSON_}`]: '{}' }],
    ['one named by -c', ['-c', JSON_, 'docs'], { [YAML]: '', [JSON_]: '{}' }],
    ['none asked for', ['--no-config-lookup', 'docs'], { [YAML]: '', [JSON_]: '{}' }],
    ['another name', ['docs'], { [YAML]: '', 'jiedu-lint.config.yaml.bak': '' }],
  ])('are not told of where it is plain which holds: %s', async (_, args, configs) => {
    const files = Object.fromEntries(Object.entries(configs).map(([name, text]) => [name, text || 'locale: zh-CN']));
    expect((await run(archiveWith({ ...files, 'docs/a.md': CLEAN }), args)).err).not.toContain('同一文件夹里的');
  });
});
