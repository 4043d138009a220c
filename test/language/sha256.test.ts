import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../../src/language/sha256.js';

it.each(['', 'abc', '政策解读', '𠮷\ud800'])('digests the UTF-8 bytes of %j', (text) => {
  expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
});
