import { expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { sourceMapOf } from '../../src/lint/source-map.js';

it.each([
  [30, `${'甲'.repeat(30)}`],
  [31, `${'甲'.repeat(30)}……`],
])('names a section by 30 characters of its title of %i', (length, shown) => {
  const document = parseDocument(`# 解读\n\n## ${'甲'.repeat(length)}\n\n为了规范。\n`, { path: '/a.md' });
  const map = sourceMapOf({ ...document, origin: { format: 'docx', paragraphs: [] } as never });
  expect(map?.headings).toContainEqual([3, shown]);
});
