import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode, MAX_BYTES, readSource } from '../../src/files/read.js';
import { folderWith, withoutPrivileges } from './folder.js';

const utf8 = (text: string) => Buffer.from(text);
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** 政策 in GB18030. */
const POLICY = [0xd5, 0xfe, 0xb2, 0xdf];

describe('decode', () => {
  it('reads UTF-8, characters outside the basic plane included', () => {
    expect(decode(utf8('政策𠮷\r\n解读'))).toEqual({ text: '政策𠮷\r\n解读', encoding: 'utf-8', bom: false });
    expect(decode(utf8(''))).toEqual({ text: '', encoding: 'utf-8', bom: false });
  });

  it('cuts off one BOM and remembers it', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], '政策'))).toEqual({ text: '政策', encoding: 'utf-8', bom: true });
    expect(decode(utf8('\uFEFF\uFEFF政'))).toEqual({ text: '\uFEFF政', encoding: 'utf-8', bom: true });
  });

  it('reads UTF-16 by its BOM', () => {
    expect(decode(bytes([0xff, 0xfe], [...Buffer.from('政策\n', 'utf16le')]))).toEqual({
      text: '政策\n',
      encoding: 'utf-16le',
      bom: true,
    });
    expect(decode(bytes([0xfe, 0xff], [...bigEndian('政策\n')]))).toEqual({
      text: '政策\n',
      encoding: 'utf-16be',
      bom: true,
    });
  });

  it('reads what is no UTF-8 as GB18030', () => {
    expect(decode(bytes('# ', POLICY, '\r\n\t\f'))).toEqual({
      text: '# 政策\r\n\t\f',
      encoding: 'gb18030',
      bom: false,
    });
    // 㐂 has four bytes.
    expect(decode(bytes(POLICY, [0x81, 0x39, 0xee, 0x39], [0xa1, 0xa3]))).toMatchObject({ encoding: 'gb18030' });
  });

  it.each([
    ['a character cut short', bytes(POLICY, [0xb2])],
    ['a byte that leads nothing', bytes(POLICY, [0xff])],
    ['a private-use character', bytes(POLICY, [0xaa, 0xa1])],
    ['a control character', bytes(POLICY, [0x07])],
    ['a C1 control character', bytes(POLICY, [0x81, 0x30, 0x81, 0x35])],
    ['a code point nobody has assigned', bytes(POLICY, [0xe3, 0x32, 0x9a, 0x34])],
    ['U+FFFD', bytes(POLICY, [0x84, 0x31, 0xa4, 0x37])],
  ])('does not take %s for GB18030', (_, input) => {
    expect(decode(input)).toEqual({ id: 'undecodable', data: { offset: 0, byte: '0xD5', line: 1, column: 1 } });
  });

  it('names the first bad byte with its line and column', () => {
    const text = '---\ntitle: \uFFFD通知\r\n---\r一、政策𠮷';
    expect(decode(bytes(text, [0xff], '其余\n'))).toEqual({
      id: 'undecodable',
      data: { offset: utf8(text).length, byte: '0xFF', line: 4, column: 7 },
    });
  });

  it('does not read a damaged UTF-8 file as GB18030', () => {
    const damaged = Buffer.concat([utf8('自印发之日起施行第条'), Buffer.from([0xe6, 0x94])]);
    expect(new TextDecoder('gb18030').decode(damaged)).not.toContain('\uFFFD');
    expect(decode(damaged)).toMatchObject({ id: 'undecodable', data: { offset: 30, column: 11 } });
  });

  it('holds a file to the encoding its BOM names', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'a\n', POLICY))).toEqual({
      id: 'undecodable',
      data: { offset: 5, byte: '0xD5', line: 2, column: 1 },
    });
    expect(decode(bytes([0xff, 0xfe], [...Buffer.from('政\n', 'utf16le')], [0x00, 0xd8, 0x61, 0x00]))).toEqual({
      id: 'undecodable',
      data: { offset: 6, byte: '0x00', line: 2, column: 1 },
    });
  });

  it('tells a binary file by its NUL bytes', () => {
    expect(decode(bytes('%PDF', [0], '政策'))).toEqual({ id: 'binary', data: { offset: 4 } });
    expect(decode(bytes([0xff, 0xfe], [0x61, 0, 0, 0]))).toEqual({ id: 'binary', data: { offset: 4 } });
  });
});

describe('readSource', () => {
  it('returns the text with its path and size', async () => {
    const path = join(folderWith({ '通知.md': '\uFEFF政策' }), '通知.md');
    expect(await readSource(path)).toEqual({ path, text: '政策', encoding: 'utf-8', bom: true, bytes: 9 });
  });

  it('adds the path to what decoding found wrong', async () => {
    const path = join(folderWith({ 'a.md': bytes('a', [0]) }), 'a.md');
    expect(await readSource(path)).toEqual({ id: 'binary', path, data: { offset: 1 } });
  });

  it('reads up to the cap and no further', async () => {
    const path = join(folderWith({ 'a.md': 'abcde' }), 'a.md');
    expect(await readSource(path, { maxBytes: 5 })).toMatchObject({ text: 'abcde' });
    expect(await readSource(path, { maxBytes: 4 })).toEqual({ id: 'tooLarge', path, data: { bytes: 5, maxBytes: 4 } });
  });

  it('has a cap for everybody', async () => {
    const path = join(folderWith({ 'over.md': '' }), 'over.md');
    truncateSync(path, MAX_BYTES + 1);
    expect(await readSource(path)).toMatchObject({ id: 'tooLarge', data: { maxBytes: MAX_BYTES } });
  });

  it('tells what is missing or no file', async () => {
    const folder = folderWith({ 'a.md': '' });
    mkdirSync(join(folder, 'b.md'));
    symlinkSync('nowhere.md', join(folder, 'c.md'));
    expect(await readSource(join(folder, 'none.md'))).toMatchObject({ id: 'notFound', path: join(folder, 'none.md') });
    expect(await readSource(join(folder, 'a.md', 'b.md'))).toMatchObject({ id: 'notFound' });
    expect(await readSource(join(folder, 'c.md'))).toMatchObject({ id: 'notFound' });
    expect(await readSource(join(folder, 'b.md'))).toMatchObject({ id: 'notAFile' });
  });

  it('tells why a file cannot be read', async () => {
    const folder = folderWith({ 'a.md': '政策' });
    chmodSync(join(folder, 'a.md'), 0);
    symlinkSync('loop.md', join(folder, 'loop.md'));
    const denied = await withoutPrivileges(folder, () => readSource(join(folder, 'a.md')));
    expect(denied).toMatchObject({ id: 'unreadable', data: { code: 'EACCES' } });
    expect(await readSource(join(folder, 'loop.md'))).toMatchObject({ id: 'unreadable', data: { code: 'ELOOP' } });
    expect(await readSource('a\0.md')).toMatchObject({ id: 'unreadable', data: { code: 'ERR_INVALID_ARG_VALUE' } });
  });
});
