import { expect, it } from 'vitest';
import { mostThreads } from '../../src/engine/threads.js';

it.each([
  [7, 7],
  [8, 8],
  [9, 8],
])('on %i processors as many as %i threads are taken unasked', (cores, most) => {
  expect(mostThreads(cores)).toBe(most);
});
