import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/read.js';
import { documents } from '../document/random-documents.js';
import { lintInMemory } from '../lint/memory.js';

/** Findings with their places, in a file made of bytes. */
async function found(bytes: Uint8Array): Promise<readonly string[]> {
  const { results } = await lintInMemory({ '/archive/a.md': decode(bytes) }, { lint: ['/archive/a.md'] });
  return (results[0]?.messages ?? []).map(
    ({ ruleId, messageId, line, column }) => `${line}:${column} ${ruleId} ${messageId}`,
  );
}

/** Other characters are other words to the model of elements: only places are compared. */
const withoutElements = (findings: readonly string[]) => findings.filter((finding) => !finding.includes(' element/'));

const utf8 = (text: string) => Buffer.from(text);
const withLines = documents.map((text) => text.replace(/\r\n?/g, '\n'));

describe('one document in another writing has the same findings at the same places', () => {
  const variants: Readonly<Record<string, (text: string) => Uint8Array>> = {
    CRLF: (text) => utf8(text.replaceAll('\n', '\r\n')),
    CR: (text) => utf8(text.replaceAll('\n', '\r')),
    BOM: (text) => utf8(`\ufeff${text}`),
    'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  };

  it.each(Object.entries(variants))('%s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(withLines, async (text) => {
        expect(await found(write(text))).toEqual(await found(utf8(text)));
      }),
    );
  });

  it.each([
    ['characters outside the basic plane', '说明𠮷😀事项', '说明甲乙丙丁事项'],
    ['tabs', '说明\t事项', '说明 事项'],
    ['zero-width characters', '说明\u200b\u200b事项', '说明甲乙事项'],
    ['combining marks', '说明e\u0301事项', '说明ea事项'],
  ])('%s', async (_, written, plain) => {
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), async (text, front) => {
        // Above and below all else, and before it in one paragraph.
        const put = (piece: string) =>
          utf8(front && !text.startsWith('---') ? `${piece}，${text}\n\n${piece}。\n` : `${text}\n\n${piece}。\n`);
        expect(withoutElements(await found(put(written)))).toEqual(withoutElements(await found(put(plain))));
      }),
    );
  });
});
