import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { directivesOf } from '../../src/lint/directives.js';
import { documents } from '../document/random-documents.js';

const D = '<!-- jiedu-lint-disable -->';

/** The text without its first directive; null where no removal is offered. */
function removed(text: string, name?: number): string | null {
  const [directive] = directivesOf(parseDocument(text, { path: '/a.md' }));
  const removal = name === undefined ? directive?.removal : directive?.rules[name]?.removal;
  return removal ? text.slice(0, removal.start) + text.slice(removal.end) : null;
}

describe('the removal of a directive', () => {
  it.each([
    ['alone between paragraphs', `甲\n\n${D}\n\n乙\n`, '甲\n\n乙\n'],
    ['alone above a paragraph', `甲\n\n${D}\n乙\n`, '甲\n\n乙\n'],
    ['alone below a paragraph', `甲\n${D}\n\n乙\n`, '甲\n\n乙\n'],
    ['between two lines that it keeps apart', `甲\n${D}\n乙\n`, '甲\n\n乙\n'],
    ['at the beginning', `${D}\n\n# 甲\n`, '# 甲\n'],
    ['at the beginning, without a blank line', `${D}\n# 甲\n`, '# 甲\n'],
    ['behind front matter', `---\ntitle: 甲\n---\n${D}\n# 甲\n`, '---\ntitle: 甲\n---\n# 甲\n'],
    ['behind front matter and a blank line', `---\ntitle: 甲\n---\n\n${D}\n\n# 甲\n`, '---\ntitle: 甲\n---\n\n# 甲\n'],
    ['at the end', `甲\n\n${D}\n`, '甲\n'],
    ['at the end, without a line break', `甲\n\n${D}`, '甲\n'],
    ['alone in the file', D, ''],
    ['over two lines', '甲\n\n<!-- jiedu-lint-disable\n  -- 旧 -->\n\n乙\n', '甲\n\n乙\n'],
    ['with CRLF', `甲\r\n\r\n  ${D}  \r\n\r\n乙\r\n`, '甲\r\n\r\n乙\r\n'],
    ['in a sentence', `甲${D}乙\n`, '甲乙\n'],
    ['between words', `甲 ${D} 乙\n`, '甲 乙\n'],
    ['at the end of a line, without making a hard break', `甲  ${D}  \n乙\n`, '甲\n乙\n'],
    ['in a list', `- 甲\n\n  ${D}\n\n  乙\n`, '- 甲\n\n  乙\n'],
    ['before another comment', `${D} <!-- 注 -->\n甲\n`, ' <!-- 注 -->\n甲\n'],
    ['on a line of front matter', '---\n# jiedu-lint-disable -- 旧\ntitle: 甲\n---\n', '---\ntitle: 甲\n---\n'],
    ['behind a value', '---\ntitle: 甲  # jiedu-lint-disable-file\n---\n', '---\ntitle: 甲\n---\n'],
    ['in front matter with a lone CR', '---\r# jiedu-lint-disable\rtitle: 甲\r---\r', '---\rtitle: 甲\r---\r'],
  ])('%s', (_, before, after) => {
    expect(removed(before)).toBe(after);
  });

  it.each([
    ['what stands behind it would become Markdown', `${D} # 甲\n`],
    ['a line would be left that underlines a heading', `甲\n- ${D}\n`],
    ['a list would begin', `1.${D} 甲\n`],
    ['marks would meet', `甲*${D}*乙\n`],
    ['a line below it would begin front matter', `${D}\n\n---\ntitle: 甲\n---\n`],
    ['a backslash would end the line', `甲\\${D}\n乙\n`],
  ])('is not offered where %s', (_, text) => {
    expect(removed(text)).toBeNull();
  });

  it.each([
    [0, 'b, c'],
    [1, 'a, c'],
    [2, 'a，b'],
  ])('takes out one rule of several: %d', (index, left) => {
    const directive = (names: string) => `甲\n\n<!-- jiedu-lint-disable ${names} -- 因 a -->\n`;
    expect(removed(directive('a，b, c'), index)).toBe(directive(left));
    expect(removed(directive('a'), 0)).toBeNull();
  });

  it('leaves all other text as it was', () => {
    const visible = (text: string) =>
      parseDocument(text, { path: '/a.md' })
        .units.map((unit) => unit.text.text.replace(/\s+/g, ''))
        .filter((line) => line !== '');
    const forms = [D, `${D}\n`, `\n${D}\n`, `${D}\n\n`, `\n\n${D}\n\n`, ` ${D} `, `  ${D}\n`];
    fc.assert(
      fc.property(
        documents,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...forms),
        (text, at, form) => {
          const place = Math.floor(at * text.length);
          const before = text.slice(0, place) + form + text.slice(place);
          const after = removed(before);
          if (after !== null) expect(visible(after).join('\n')).toBe(visible(before).join('\n'));
        },
      ),
    );
  });
});
