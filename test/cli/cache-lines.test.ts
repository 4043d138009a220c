import { mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileBytes, GrowingBytes, linesOf } from '../../src/cli/cache-lines.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-lines-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const MB = 1024 * 1024;

it('bytes that grow beyond what stays in memory are read back, old and new, and leave no file behind', () => {
  const bytes = new GrowingBytes(join(folder, 'deep/cache'));
  const places: { start: number; text: string }[] = [];
  for (let i = 0; i < 3000; i++) {
    const text = `${i} ${'解'.repeat(i)}`;
    places.push({ start: bytes.append(Buffer.from(text)), text });
    if (i % 500 === 0) expect(bytes.read(0, 2).toString()).toBe('0 ');
  }
  expect(places.at(-1)?.start).toBeGreaterThan(8 * MB);
  for (const { start, text } of [...places, ...places.reverse()])
    expect(bytes.read(start, start + Buffer.byteLength(text)).toString()).toBe(text);
  expect(readdirSync(join(folder, 'deep'))).toEqual([]);
  bytes.close();
});

it('a few bytes need no file', () => {
  const bytes = new GrowingBytes(join(folder, 'none/cache'));
  expect(bytes.append(Buffer.from('甲'))).toBe(0);
  expect(bytes.append(Buffer.from('乙'))).toBe(3);
  expect(bytes.read(3, 6).toString()).toBe('乙');
  expect(readdirSync(folder)).toEqual([]);
});

it('lines are found wherever the pieces that are read end', () => {
  const lines = [
    ['a', '1'],
    ['长'.repeat(400_000), 'b'.repeat(3 * MB)],
    ['c', ''],
    ['d', 'x\ty'],
  ] as const;
  for (const shift of [0, 1, MB - 3, MB - 2, MB - 1]) {
    const text = 'h'.repeat(shift) + lines.map(([head, value]) => `${head}\t${value}\n`).join('');
    const file = join(folder, 'lines');
    writeFileSync(file, `${text}unfinished\tline`);
    const bytes = new FileBytes(openSync(file, 'r'));
    const pieces: Buffer[] = [];
    const found = [...linesOf(bytes, shift, (piece) => pieces.push(Buffer.from(piece)))].map(({ head, start, end }) => [
      head.toString(),
      bytes.read(start + head.length + 1, end).toString(),
    ]);
    expect(found).toEqual(lines);
    expect(Buffer.concat(pieces).length).toBe(Buffer.byteLength(text) - shift + 'unfinished\tline'.length);
    bytes.close();
  }
});

it('what is not there any more is told', () => {
  const file = join(folder, 'short');
  writeFileSync(file, 'abc');
  const bytes = new FileBytes(openSync(file, 'r'));
  expect(bytes.read(1, 3).toString()).toBe('bc');
  expect(() => bytes.read(2, 9)).toThrow('too early');
  bytes.close();
});
