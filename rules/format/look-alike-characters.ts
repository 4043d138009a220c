import { generatorSyntax } from '../../src/document/generator-syntax.js';
import type { LookAlike } from '../../src/language/look-alikes.js';
import { defineRule } from '../rule.js';

export const lookAlikeCharacters = defineRule({
  id: 'format/look-alike-characters',
  kinds: 'any',
  demand: {
    'zh-CN': '文字用通用的汉字、数字和字母，不留 PDF 带来的部首字符、兼容字符',
    en: 'The text is in ordinary characters, not in the radicals and compatibility characters that a PDF leaves',
  },
  severity: 'warn',
  fixable: true,
  messages: {
    lookAlike: {
      what: {
        'zh-CN': '有 {count} 个形近字符，例如 {examples}',
        en: '{count} characters only look like the ones meant, for instance {examples}',
      },
      todo: {
        'zh-CN': '这类字符多从 PDF 复制而来，搜索不到，读屏也会读错；请换成通用的字（可用 --fix 改正）',
        en: 'They come from a PDF, are found by no search and read out wrongly: put the ordinary ones in their place (--fix does)',
      },
    },
  },
  check({ document, report }) {
    const { lookAlikes, links, text } = document;
    if (lookAlikes.length === 0) return;
    const syntax = generatorSyntax(text);
    // A file may bear such a character in its name; who renames it must look.
    const open = lookAlikes.filter(
      ({ start, end }) =>
        !syntax.some((one) => one.start <= start && end <= one.end) &&
        !links.some(({ to, range }) => isWithin(start, end, to, range.start, text.slice(range.start, range.end))),
    );
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return;
    const kinds = new Map(open.map((one) => [text.slice(one.start, one.end), one.plain]));
    const examples = [...kinds]
      .slice(0, EXAMPLES)
      .map(([written, plain]) => `${written}→${plain}`)
      .join('、');
    report({
      messageId: 'lookAlike',
      at: { start: first.start, end: first.end },
      data: { count: open.length, examples },
      fix: { range: [first.start, last.end], text: replaced(text, open) },
    });
  },
});

const EXAMPLES = 5;

function isWithin(start: number, end: number, address: string, base: number, link: string): boolean {
  const at = address === '' ? -1 : link.lastIndexOf(address);
  return at >= 0 && start >= base + at && end <= base + at + address.length;
}

/** The text from the first to the last of them, in plain characters. */
function replaced(text: string, found: readonly LookAlike[]): string {
  const pieces = found.map(({ end, plain }, i) => plain + text.slice(end, found[i + 1]?.start ?? end));
  return pieces.join('');
}
