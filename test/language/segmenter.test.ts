import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { loadSegmenter, type SegmenterName } from '../../src/language/segmenter.js';

/** Runs of Han text, one a line, their words set apart by `|`. */
const runs = readFileSync(new URL('../../fixtures/language/segments.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** nodejieba may be missing: then its tests are shown as skipped, while jieba-wasm is held to the same words. */
const installed = await loadSegmenter(['nodejieba']).then(
  () => true,
  () => false,
);

describe.each<[SegmenterName, boolean]>([
  ['jieba-wasm', true],
  ['nodejieba', installed],
])('%s', (name, available) => {
  it.skipIf(!available)('cuts every run of Han text into the same words', async () => {
    const { cut } = await loadSegmenter([name]);
    expect(runs.length).toBeGreaterThan(300);
    expect(runs.map((run) => cut(run.replaceAll('|', '')).join('|'))).toEqual(runs);
  });

  it.skipIf(!available)('leaves what is not Han in one piece', async () => {
    const { cut } = await loadSegmenter([name]);
    expect(cut('《How to》：申请人 2024年1月1日起，\n可在APP办理😀。')).toEqual([
      '《How to》：',
      '申请人',
      ' 2024',
      '年',
      '1',
      '月',
      '1',
      '日',
      '起',
      '，\n',
      '可',
      '在',
      'APP',
      '办理',
      '😀。',
    ]);
    expect(cut('')).toEqual([]);
  });

  it.skipIf(!available)('loses nothing of any text', async () => {
    const { cut } = await loadSegmenter([name]);
    const texts = ['𠮷野家\uD800政\uDC00策', '々〇㐀', 'a\0b', '政'.repeat(5000), '\uFEFF解读\r\n'];
    expect(texts.map((text) => cut(text).join(''))).toEqual(texts);
  });
});

describe('loadSegmenter', () => {
  it('takes nodejieba where it is installed, else jieba-wasm', async () => {
    expect((await loadSegmenter()).name).toBe(installed ? 'nodejieba' : 'jieba-wasm');
  });

  it('takes jieba-wasm where nodejieba was installed but not built', async () => {
    vi.doMock('nodejieba', () => ({
      default: {
        cut: () => {
          throw new Error('nodejieba native binding was not found');
        },
      },
    }));
    const { name, cut } = await loadSegmenter();
    vi.doUnmock('nodejieba');
    expect(name).toBe('jieba-wasm');
    expect(cut('政策解读')).toEqual(['政策', '解读']);
  });
});
