import fc from 'fast-check';
import { CATALOGUE, ELEMENT_IDS } from '../../src/elements/catalogue.js';
import * as first from './ways/first.js';
import * as second from './ways/second.js';
import * as third from './ways/third.js';
import type { Ways } from './ways/way.js';

/** Ways in which documents provide elements, and come near. */
export const WAYS: readonly Ways[] = [first, second, third].flatMap((file) => Object.values(file));

/** Lines of such documents. */
export function linesOf(ways: readonly Ways[]): string[] {
  return ways
    .flatMap(({ provides, nearMisses }) => [...Object.values(provides), ...nearMisses])
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim());
}

/** Words that stand in expressions, and what commonly stands between them. */
export function piecesOf(sources: readonly string[]): string[] {
  const words = sources.flatMap((source) => source.match(/[㐀-鿿《》“”（）]+|\d+%?/g) ?? []);
  return [...new Set(words), '，', '。', '《□□》', '《■■》', '3', '十', '元', '天', '的', '\n', '12%', '个工作日'];
}

export const SIGNAL_PATTERNS = ELEMENT_IDS.flatMap((id) => CATALOGUE[id].signals.map(({ pattern }) => pattern));

/** Texts made of some of these pieces. */
export function textOf(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
}
