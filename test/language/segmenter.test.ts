import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { lazySegmenter, type SegmenterName } from '../../src/language/segmenter.js';

const load = createRequire(import.meta.url);

/** Runs of Han text, one a line, their words set apart by `|`. */
const runs = readFileSync(new URL('../../fixtures/language/segments.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** nodejieba may be missing: then its tests are shown as skipped, while jieba-wasm is held to the same words. */
const installed = lazySegmenter(load)().name === 'nodejieba';

/** The segmenter of that name. */
function segmenter(name: SegmenterName) {
  return lazySegmenter((wanted) => (wanted === name ? load(wanted) : null))();
}

describe.each<[SegmenterName, boolean]>([
  ['jieba-wasm', true],
  ['nodejieba', installed],
])('%s', (name, available) => {
  it.skipIf(!available)('cuts every run of Han text into the same words', () => {
    const { cut } = segmenter(name);
    expect(runs.length).toBeGreaterThan(300);
    expect(runs.map((run) => cut(run.replaceAll('|', '')).join('|'))).toEqual(runs);
  });

  it.skipIf(!available)('leaves what is not Han in one piece', () => {
    const { cut } = segmenter(name);
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

  it.skipIf(!available)('loses nothing of any text', () => {
    const { cut } = segmenter(name);
    const texts = ['𠮷野家\uD800政\uDC00策', '々〇㐀', 'a\0b', '政'.repeat(5000), '\uFEFF解读\r\n'];
    expect(texts.map((text) => cut(text).join(''))).toEqual(texts);
  });
});

describe('lazySegmenter', () => {
  const jieba = { cut: (run: string) => [run] };

  it('loads once, and not before it is called', () => {
    const loader = vi.fn(() => jieba);
    const lazy = lazySegmenter(loader);
    expect(loader).not.toHaveBeenCalled();
    expect(lazy()).toBe(lazy());
    expect(loader.mock.calls).toEqual([['nodejieba']]);
  });

  it.each([
    [
      'is not installed',
      () => {
        throw new Error("Cannot find module 'nodejieba'");
      },
    ],
    [
      'was not built',
      () => ({
        cut: () => {
          throw new Error('nodejieba native binding was not found');
        },
      }),
    ],
  ])('takes jieba-wasm where nodejieba %s', (_, other) => {
    expect(lazySegmenter((name) => (name === 'nodejieba' ? other() : jieba))().name).toBe('jieba-wasm');
  });

  it('throws where neither works', () => {
    const none = lazySegmenter((name) => {
      throw new Error(`no ${name}`);
    });
    expect(none).toThrow('no jieba-wasm');
  });
});
