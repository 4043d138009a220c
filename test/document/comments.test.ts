import { expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

const comments = (text: string) => {
  const document = parseDocument(text, { path: 'a.md' });
  return document.comments.map(({ type, text: inner, range }) => {
    expect(text.slice(range.start, range.end)).toContain(inner);
    return `${type}:${inner.trim()}`;
  });
};

it.each([
  ['on a line of its own', '甲\n\n<!-- 一 -->\n\n乙', ['html:一']],
  ['in a line, over several lines', '甲<!-- 一\n二 -->乙', ['html:一\n二']],
  [
    'in lists, cells and other tags',
    '- <!-- 一 -->\n\n<div><!-- 二 --></div>\n\n|a|\n|-|\n|b <!-- 三 -->|\n',
    ['html:一', 'html:二', 'html:三'],
  ],
  ['not in code', '`<!-- 一 -->`\n\n```\n<!-- 二 -->\n```\n\n<script>\n<!-- 三 -->\n</script>\n', []],
  ['not where it is never closed', '甲\n\n<!-- 一', []],
  ['in front matter', '---\n# 一\ntitle: 甲 # 二\nlist: [乙, # 三\n  丙]\n---\n', ['yaml:一', 'yaml:二', 'yaml:三']],
  ['with CRLF and lone CR', '---\r\n# 一\r\ntitle: 甲\r\n---\r\n', ['yaml:一']],
  ['with lone CR', '---\r# 一\rtitle: 甲\r---\r', ['yaml:一']],
  ['not in texts of front matter', '---\ntitle: "# 一"\nother: |\n  # 二\nurl: a#三\n---\n', []],
  ['not in front matter that cannot be read', '---\n# 一\ntitle: [\n---\n', []],
])('comments %s', (_, text, expected) => {
  expect(comments(text)).toEqual(expected);
});
