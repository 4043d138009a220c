import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import type { Table } from 'mdast';
import { parse } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { checkstyle } from '../../src/report/checkstyle.js';
import { codeFrame } from '../../src/report/frame.js';
import { github } from '../../src/report/github.js';
import { html } from '../../src/report/html.js';
import { junit } from '../../src/report/junit.js';
import { markdown } from '../../src/report/markdown.js';
import { displayWidth } from '../../src/report/terminal-text.js';
import { context, fileResult, finding } from './results.js';

/** Any UTF-16 at all, lone surrogates included, with the characters that markup, shells and terminals heed made frequent. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'<>&"\'|`*_[]()#!~$\\@%:,;-= \t\n\r政策，〔𠮷\u001b\u0000\u2028\u202e\ud83d\udc00\ufffe'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    ),
    { maxLength: 60 },
  )
  .map((units) => units.join(''));

const reportOf = (said: string) => {
  const parts = { what: said, why: said, todo: said, subject: said };
  return [fileResult(`a${said}.md`, [finding({ message: said, parts, ruleId: said, messageId: said })])];
};

it('XML of any text is well-formed and brings no element of its own', () => {
  fc.assert(
    fc.property(text, (said) => {
      expect(XmlDocument.fromString(checkstyle(reportOf(said), context)).find('//*')).toHaveLength(3);
      expect(XmlDocument.fromString(junit(reportOf(said), context)).find('//*')).toHaveLength(4);
    }),
  );
});

it('HTML of any text has no fault that a parser mends', () => {
  fc.assert(
    fc.property(text, (said) => {
      const faults: string[] = [];
      parse(html(reportOf(said), context), { onParseError: ({ code }) => faults.push(code) });
      expect(faults).toEqual([]);
    }),
  );
});

it('Markdown of any text is one row of six cells that hold nothing but text', () => {
  const reader = unified().use(remarkParse).use(remarkGfm);
  fc.assert(
    fc.property(text, (said) => {
      const [heading, sum, table, ...rest] = reader.parse(markdown(reportOf(said), context)).children;
      expect([heading?.type, sum?.type, table?.type, rest]).toEqual(['heading', 'paragraph', 'table', []]);
      const rows = (table as Table).children;
      expect(rows.map(({ children }) => children.length)).toEqual([6, 6]);
      const types = rows.flatMap(({ children }) => children.flatMap((cell) => cell.children.map(({ type }) => type)));
      expect(types.filter((type) => type !== 'text' && type !== 'link')).toEqual([]);
    }),
  );
});

it('a workflow command of any text stays on its line', () => {
  fc.assert(
    fc.property(text, (said) => {
      const [command, sum, ...rest] = github(reportOf(said), context).split(/[\r\n]/);
      expect(command).toMatch(/^::error file=/);
      expect([sum, rest]).toEqual(['共 1 个问题（1 个错误，0 个警告）', []]);
    }),
  );
});

it('a frame of any line stays within the screen, its carets under the line or at its end', () => {
  const place = fc.tuple(text, fc.nat(200), fc.nat(200), fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(place, ([said, before, after, column, length]) => {
      // Blanks at the end of a line are not printed, and carets may stand under them: the line ends in a letter.
      const sourceLine = `${'前'.repeat(before)}${said}${'x'.repeat(after + 1)}`.replace(/[\r\n]/g, '');
      const at = Math.min(sourceLine.length, before + column) + 1;
      const message = finding({ sourceLine, line: 1, column: at, endLine: 1, endColumn: at + length });
      const [line = '', carets = ''] = codeFrame(message, context);
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u);
      expect(displayWidth(line)).toBeLessThanOrEqual(4 + 72 + 6);
      expect(carets).toMatch(/^ {2}\| +\^+$/);
      expect(carets.length).toBeLessThanOrEqual(Math.max(4, displayWidth(line)) + 1);
    }),
  );
});
