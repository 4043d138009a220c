import { expect, it } from 'vitest';
import { quoteAt } from '../../src/archive/quotes.js';
import { parseDocument } from '../../src/document/parse.js';

it.each([
  [200, 200],
  [201, 201],
])('quotes 200 characters of a sentence of %i', (length, shown) => {
  const sentence = `${'甲'.repeat(length - 1)}。`;
  const document = parseDocument(`# 解读\n\n${sentence}\n`, { path: '/a.md' });
  const start = document.text.indexOf('甲');
  const quote = quoteAt(document, { start, end: start + 1 }, '甲');
  expect(quote).toHaveLength(shown);
  expect(quote.endsWith('…')).toBe(length > 200);
});
