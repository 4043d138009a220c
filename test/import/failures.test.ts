import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const text = (words: string) => new TextEncoder().encode(words);

async function failure(bytes: Uint8Array, name: string) {
  const result = await importDocument(bytes, name);
  return 'failure' in result ? result.failure : 'imported';
}

async function docx(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const body = (xml: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`;

describe('what cannot be imported', () => {
  it.each([
    ['an old Word file', Uint8Array.from(OLE), '通知.doc', 'oldWord'],
    ['an old Word file under a new name', Uint8Array.from(OLE), '通知.docx', 'oldWord'],
    [
      'a file with a password',
      Uint8Array.from([...OLE, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]),
      '通知.docx',
      'encrypted',
    ],
    ['a PDF', text('%PDF-1.7'), '通知.pdf', 'pdf'],
    ['RTF', text('{\\rtf1 a}'), '通知.doc', 'rtf'],
    ['Markdown', text('# 通知'), '通知.md', 'markdown'],
    ['text', text('通知'), '通知.txt', 'unknownFormat'],
    ['nothing', new Uint8Array(), '通知.html', 'empty'],
    ['half a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), '通知.docx', 'damagedZip'],
    ['a page without text', text('<html><body><img src="a.png"></body></html>'), 'a.html', 'noText'],
  ])('%s', async (_, bytes, name, id) => {
    expect(await failure(bytes, name)).toBe(id);
  });

  it('a zip that is no Word file', async () => {
    expect(await failure(await docx({ 'xl/workbook.xml': '<a/>' }), '表.docx')).toBe('otherOffice');
  });

  it('a zip that unpacks to far more than it holds', async () => {
    expect(await failure(await docx({ 'word/document.xml': body(' '.repeat(30_000_000)) }), 'a.docx')).toBe('tooLarge');
  });

  it.each([
    ['a page of nothing but openings', '<div>'.repeat(200_000), 'a.html'],
    ['a page of open bold type', '<b>'.repeat(200_000), 'a.html'],
    ['a tag of many attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>`, 'a.html'],
    ['a table whose cells overlap', `<table>${'<tr><td rowspan=1000 colspan=1000>甲'.repeat(3000)}`, 'a.html'],
  ])('%s', async (_, html, name) => {
    expect(await failure(text(`<html><body>${html}`), name)).toBe('tooComplex');
  });

  it('a Word file of nothing but openings', async () => {
    expect(
      await failure(await docx({ 'word/document.xml': body('<w:tbl><w:tr><w:tc>'.repeat(20_000)) }), 'a.docx'),
    ).toBe('tooComplex');
  });
});

describe('what is imported whatever its name', () => {
  it('a page called .doc', async () => {
    const result = await importDocument(
      text('<html><body><h1>关于补贴办法的解读</h1><p>正文，讲补贴的标准。</p></body></html>'),
      '解读.doc',
    );
    expect(result).toMatchObject({ format: 'html', kind: 'interpretation' });
  });

  it('a web archive of one file', async () => {
    const mail =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.yunxi.gov.cn/a/b.html\r\n\r\n<html><body><h1>=E8=A7=A3=E8=AF=BB=E8=AF=B4=E6=98=8E</h1><p>=E6=AD=A3=E6=96=87=EF=BC=8C=\r\n<a href=3D"c.html">=E6=AD=A3=E6=96=87</a>=E3=80=82</p></body></html>\r\n--x--\r\n';
    const result = await importDocument(text(mail), 'a.mhtml');
    expect(result).toMatchObject({
      format: 'mhtml',
      body: '# 解读说明\n\n正文，[正文](https://www.yunxi.gov.cn/a/c.html)。\n',
    });
  });
});
