import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { parseDocument } from '../../src/document/parse.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });

/** Words and marks that decide how a line is read. */
const pieces = (...more: string[]) =>
  fc
    .array(fc.constantFrom('第一条', '范围：', '“甲”', 'a', '1', ' ', '　', '。', '，', '\u2003', '𠮷', ...more), {
      maxLength: 6,
    })
    .map((parts) => parts.join(''));

/** The first line with all that is said of it. */
function firstLine({ units }: Document) {
  const unit = units[0];
  return unit && [unit.type, unit.text.text, unit.range, unit.bold, unit.code, unit.text.rangeOf(1, 2)];
}

describe('what is read by a short way is read as by the long one', () => {
  it('lines that begin with bold type', () => {
    // The second line makes of both a paragraph for the parser.
    fc.assert(
      fc.property(pieces(), pieces(), (bold, rest) => {
        fc.pre(bold.trim() !== '');
        const line = `**${bold}**${rest}`;
        expect(firstLine(parse(line))).toEqual(firstLine(parse(`${line}\n&amp;`)));
      }),
      { numRuns: 500 },
    );
  });

  it('plain addresses', () => {
    const markdown = new MarkdownIt();
    const host = fc.constantFrom(
      '',
      'https://www.yunxi.example/',
      'http://a.b-c.cn/',
      'https://例.cn/',
      'HTTP://A.cn/',
      '//a.cn/',
    );
    const path = fc
      .array(fc.constantFrom('政策', 'a', 'Z', '9', '.', '..', '/', '-', '_', '%41', '%E4', 'é', '#', '?', '𠮷'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(host, path, (start, end) => {
        const normal = markdown.normalizeLink(start + end);
        let decoded = normal;
        try {
          decoded = decodeURI(normal);
        } catch {}
        expect(
          parse(`[甲](${start}${end})`)
            .links.filter(({ type }) => type === 'link')
            .map(({ to }) => to),
        ).toEqual([decoded]);
      }),
      { numRuns: 500 },
    );
  });
});
