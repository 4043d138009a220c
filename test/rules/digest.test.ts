import { describe, expect, it } from 'vitest';
import { textDigest } from '../../rules/process/approved-text/digest.js';
import { parseDocument } from '../../src/document/parse.js';

const TEXT = '---\ntitle: 发布稿\n---\n\n# 一、背景\n\n全市有床位 1200 张，\n占比**23%**。\n';

function digest(text: string): string {
  return textDigest(parseDocument(text, { path: 'x.md' }));
}

describe('the digest of a text', () => {
  it('names its algorithm', () => {
    expect(digest(TEXT)).toMatch(/^sha256-text-v1:[0-9a-f]{64}$/);
  });

  it.each([
    ['line ends', TEXT.replaceAll('\n', '\r\n')],
    ['blanks', TEXT.replace(' 1200 ', '　1200\u00a0')],
    ['lines joined', TEXT.replace('张，\n', '张，')],
    ['front matter', TEXT.replace('title: 发布稿', 'title: 吹风会发布稿\nurgent: true')],
    ['a comment', `${TEXT}\n<!-- 待核 -->\n`],
    ['bold type and heading marks', TEXT.replaceAll('**', '').replace('# ', '**').replace('背景', '背景**')],
    ['signs that take no room', TEXT.replace('床位', '床\u200b位')],
  ])('stays the same under another %s', (_, text) => {
    expect(digest(text)).toBe(digest(TEXT));
  });

  it.each([
    ['a figure', TEXT.replace('1200', '1300')],
    ['a mark', TEXT.replace('，', '。')],
    ['a sentence more', `${TEXT}\n以上。\n`],
  ])('changes with %s', (_, text) => {
    expect(digest(text)).not.toBe(digest(TEXT));
  });

  it('keeps the cells of a table apart', () => {
    const table = (row: string) => `| 类别 | 标准 |\n| --- | --- |\n${row}\n`;
    expect(digest(table('| 1 | 23 |'))).not.toBe(digest(table('| 12 | 3 |')));
  });
});
