import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.js';
import { dayIn } from '../../src/import/offices.js';
import { imported, PROSE, page } from './imported.js';

const TITLE = '关于河道采砂管理办法的解读';
const HEAD = `<h1>${TITLE}</h1>`;

describe('web archives that were cut off', () => {
  const html = page(`${HEAD}${PROSE}`);
  const base64 = Buffer.from(html).toString('base64').replace(/=+$/, '');
  const archive = (body: string) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`;
  it.each([1, 2, 3, 4, 5])('are read as far as they go, %s letters from the end', async (missing) => {
    const { body } = await imported(archive(base64.slice(0, -missing)), 'a.mhtml');
    expect(body).toContain('现就有关内容解读如下');
  });
  it('or refused where nothing is left', async () => {
    const bytes = new TextEncoder().encode(archive('P'));
    expect(await importDocument(bytes, 'a.mhtml')).toMatchObject({ failure: 'noText' });
  });
});
