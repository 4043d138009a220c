import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { besideOf } from '../../src/files/beside.js';
import { folderWith } from './folder.js';

describe('files beside a page', () => {
  const links = (before: number) =>
    Buffer.from(`${Array.from({ length: before }, (_, i) => `<a href="${i}.html">`).join('')}<a href="附件.docx">`);

  it('are found among the first 1,000 addresses', () => {
    const page = join(folderWith({ '附件.docx': '' }), 'a.html');
    expect(besideOf(links(999), page)).toEqual(['附件.docx']);
    expect(besideOf(links(1000), page)).toEqual([]);
  });
});
