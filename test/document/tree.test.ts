import type { Root } from 'mdast';
import { expect, it, vi } from 'vitest';

it('throws until its parser is loaded, and then has true offsets', async () => {
  vi.resetModules();
  const { parseDocument } = await import('../../src/document/parse.js');
  const { loadTreeParser } = await import('../../src/document/tree.js');
  const text = '---\r\ntitle: 𠮷\r\n---\r\n\r\n# 甲\r\n\r\n𠮷**乙**\r\n';
  const document = parseDocument(text, { path: 'a.md' });
  expect(() => document.tree).toThrow(/loadTreeParser/);
  await loadTreeParser();
  const { children } = document.tree as Root;
  expect(
    children.map(({ type, position }) => [type, text.slice(position?.start.offset, position?.end.offset)]),
  ).toEqual([
    ['heading', '# 甲'],
    ['paragraph', '𠮷**乙**'],
  ]);
  expect(children[0]?.position?.start.line).toBe(5);
});
