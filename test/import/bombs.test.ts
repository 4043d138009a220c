import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { imported } from './imported.js';
import { p, refusal, run, TITLE, word } from './word.js';

const list = (levels: string, nums: string) => `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';

describe('Word files made to exhaust their reader', () => {
  it.each([
    ['tables within tables', '<w:tbl><w:tr><w:tc>'.repeat(2000), 'tooComplex'],
    ['elements within elements', '<w:ins>'.repeat(5000), 'tooComplex'],
    ['more elements than a paper has', '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(120_000), 'tooComplex'],
    ['a million elements more, which are not read', '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(640_000), 'tooComplex'],
    ['fields within fields', `<w:p>${begin.repeat(3000)}</w:p>`, 'tooComplex'],
    [
      'attributes without end',
      `<w:p ${Array.from({ length: 5000 }, (_, i) => `w:a${i}="1"`).join(' ')}/>`,
      'tooComplex',
    ],
    ['tags that are not closed', '<w:p><w:r></w:p>', 'unreadableWord'],
  ])('%s', async (_, body, id) => {
    expect(await refusal(await word(body))).toBe(id);
  });

  it('entities of their own', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:styles xmlns:w="x">&b;</w:styles>`;
    expect(await refusal(await word(p('正文。'), { 'styles.xml': bomb }))).toBe('unreadableWord');
  });

  it('text in other encodings than such files have', async () => {
    // 通知 in GB18030.
    const bytes = Uint8Array.from([...new TextEncoder().encode('<w:styles xmlns:w="x">'), 0xcd, 0xa8, 0xd6, 0xaa]);
    expect(await refusal(await word(p('正文。'), { 'styles.xml': bytes }))).toBe('unreadableWord');
  });

  it.each([
    [
      'levels beyond nine',
      list(
        Array.from({ length: 5000 }, (_, i) => `<w:lvl w:ilvl="${i}"><w:lvlText w:val="%1、"/></w:lvl>`).join(''),
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
    ],
    [
      'lists by thousands',
      list(
        '<w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl>',
        Array.from({ length: 5000 }, (_, i) => `<w:num w:numId="${i}"><w:abstractNumId w:val="0"/></w:num>`).join(''),
      ),
    ],
    [
      'numbers beyond all bounds',
      list(
        '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1、"/></w:lvl>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
    ],
  ])('%s are read as far as they mean anything', async (_, numbering) => {
    const body = TITLE + p('采砂许可。', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect((await imported(await word(body, { numbering }), 'a.docx')).body).toMatch(/\d*、采砂许可。/);
  });

  it.each([
    ['a numeral a hundred times', '%1'.repeat(100), 'chineseCounting', 20_000],
    ['nine figures, eleven times', '%1%2%3%4%5%6%7%8%9'.repeat(11), 'decimal', 20_000],
  ])('labels that grow to more than anybody reads: %s', async (_, written, format, start) => {
    const numbering = (text: string, from: number) =>
      list(
        `<w:lvl w:ilvl="0"><w:start w:val="${from}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      );
    const body = TITLE + p('采砂许可。', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(await refusal(await word(body, { numbering: numbering(written, start) }))).toBe('tooComplex');
    const honest = await imported(await word(body, { numbering: numbering('%1%1%1', 3000) }), 'a.docx');
    expect(honest.body).toContain('采砂许可。');
  });

  it.each([
    ['on itself', [['A', 'A']]],
    [
      'on one another',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
    ],
    ['in a long row', Array.from({ length: 3000 }, (_, i) => [i === 0 ? 'A' : `S${i}`, `S${i + 1}`])],
  ])('styles based %s', async (_, pairs) => {
    const styles = pairs
      .map(([id, base]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`)
      .join('');
    expect(
      (await imported(await word(TITLE + p('正文。', '<w:pStyle w:val="A"/>'), { styles }), 'a.docx')).body,
    ).toContain('正文。');
  });

  it('a note referred to by thousands is written once', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(2000);
    const footnotes = `<w:footnote w:id="2">${p('注'.repeat(2000))}</w:footnote>`;
    const { body } = await imported(await word(TITLE + p(run('正文') + reference), { footnotes }), 'a.docx');
    expect(body.length).toBeLessThan(20_000);
  });

  it('a file joined to itself over and over', async () => {
    let inner = await word(p('最里。'));
    for (let i = 0; i < 5; i++)
      inner = await word('<w:altChunk r:id="a"/>', { 'b.docx': inner }, [['a', 'aFChunk', 'b.docx']]);
    expect(await refusal(inner)).toBe('tooComplex');
  });

  it.each([
    ['pages', 'b.html', `<html><body>${'<p>甲</p>'.repeat(5000)}</body></html>`],
    ['lines of text', 'b.txt', '甲\n'.repeat(5000)],
  ])('%s joined to a file by hundreds', async (_, name, part) => {
    const ids = Array.from({ length: 100 }, (_, i) => `a${i}`);
    const body = ids.map((id) => `<w:altChunk r:id="${id}"/>`).join('');
    const related = ids.map((id): [string, string, string] => [id, 'aFChunk', name]);
    expect(await refusal(await word(TITLE + body, { [name]: part }, related))).toBe('tooComplex');
  });

  it('Word files joined to a file, which together are more than one may be', async () => {
    const inner = await word('<w:x/>'.repeat(100_000));
    const ids = Array.from({ length: 20 }, (_, i) => `a${i}`);
    const body = ids.map((id) => `<w:altChunk r:id="${id}"/>`).join('');
    const related = ids.map((id): [string, string, string] => [id, 'aFChunk', 'b.docx']);
    expect(await refusal(await word(TITLE + body, { 'b.docx': inner }, related))).toBe('tooComplex');
  });

  it('a part that is read for each relation that names it', async () => {
    const related = Array.from({ length: 300 }, (_, i): [string, string, string] => [`r${i}`, 'diagramData', 'd.xml']);
    const parts = { 'd.xml': `<a>${'<b/>'.repeat(20_000)}</a>` };
    expect(await refusal(await word(TITLE + p('正文。'), parts, related))).toBe('tooComplex');
  });

  it('a paragraph of thousands of lines says what it says once', async () => {
    const lines = `<w:r><w:br/></w:r>${run('甲乙丙')}`.repeat(3000);
    const read = await imported(await word(TITLE + p(lines)), 'a.docx');
    expect(read.places.length).toBeGreaterThan(3000);
    // Between threads every text is copied.
    expect(serialize(read).length).toBeLessThan(1_000_000);
  });
});

describe('damaged and odd packages', () => {
  /** A stored (not packed) file, so that its bytes can be found. */
  const changed = async (from: string, to: string) => {
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await word(TITLE + p('补贴标准为每人100元。')));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
    const at = Buffer.from(bytes).indexOf(from);
    bytes.set(new TextEncoder().encode(to), at);
    return bytes;
  };
  it('with another figure than the checksum says are refused', async () => {
    expect(await refusal(await changed('100元', '900元'))).toBe('damagedZip');
  });
  it.each([
    ['above the file', '../../../a/b.xml'],
    ['above the file, by backslashes', '..\\..\\..\\a\\b.xml'],
    ['above a folder of its own', 'word/../../b.xml'],
    ['to the root', '/etc/cron.d/a.xml'],
    ['to a drive', 'C:/a/b/c/d/e.xml'],
    ['nowhere', 'word/a\u0000b/c.xml'],
    ['to the text once more', 'word/document.xml'],
    ['to the text once more, in other letters', 'Word/Document.xml'],
  ])('with a name that leads %s are refused', async (_, name) => {
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await word(TITLE + p('正文。')));
    const stand = 'Z'.repeat(name.length);
    zip.file(stand, '<x/>');
    const bytes = Buffer.from(await zip.generateAsync({ type: 'uint8array' }));
    for (let at = bytes.indexOf(stand); at >= 0; at = bytes.indexOf(stand)) bytes.write(name, at, 'latin1');
    expect(await refusal(bytes)).toBe('oddNames');
  });
  it('with rows of thousands of cells are refused', async () => {
    const row = (cells: number) => `<w:tbl><w:tr>${`<w:tc>${p('格')}</w:tc>`.repeat(cells)}</w:tr></w:tbl>`;
    expect(await refusal(await word(TITLE + row(1001)))).toBe('tooComplex');
    expect(await refusal(await word(TITLE + row(1000)))).toBe('imported');
  });
  it('cut off are refused', async () => {
    const bytes = await word(TITLE + p('正文。'));
    expect(await refusal(bytes.subarray(0, bytes.length - 40))).toBe('damagedZip');
  });
  it.each(['word/document2.xml', 'document.xml', 'Word/Document.xml', '正文/主体.xml'])(
    'with the text in %s are read',
    async (main) => {
      expect((await imported(await word(TITLE + p('正文。'), {}, [], main), 'a.docx')).body).toContain('正文。');
    },
  );
  it('that name their parts with backslashes are read', async () => {
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await word(TITLE + p('正文。')));
    const odd = new JSZip();
    for (const [name, entry] of Object.entries(zip.files))
      if (!entry.dir) odd.file(name.replaceAll('/', '\\'), await entry.async('uint8array'));
    expect(await refusal(await odd.generateAsync({ type: 'uint8array' }))).toBe('imported');
  });
  it('in other prefixes, or strict, are read', async () => {
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await word(p('正文。')));
    zip.file(
      'word/document.xml',
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>第一段。</x:t></x:r></x:p><x:p><x:r><x:t>第二段。</x:t></x:r></x:p></x:body></x:document>',
    );
    const result = await imported(await zip.generateAsync({ type: 'uint8array' }), 'a.docx');
    expect(result.body).toBe('第一段。\n\n第二段。\n');
  });
});

describe('pages made to exhaust their reader', () => {
  const text = (html: string) =>
    new TextEncoder().encode(`<html><body><h1>关于办法的解读</h1><p>正文，讲标准。</p>${html}`);
  it.each([
    ['lines within spans', `<p>${'<span>'.repeat(380)}${'<br>x'.repeat(2000)}`],
    ['bold links within one another', `<p>${'<b><a href=http://a.cn>'.repeat(300)}${'文字<br>'.repeat(2000)}`],
    ['a table larger than anybody reads', `<table>${`<tr>${'<td>x'.repeat(40)}`.repeat(3000)}</table>`],
  ])('%s', async (_, html) => {
    expect(await refusal(text(html), 'a.html')).toBe('tooComplex');
  });
  it.each([
    ['blocks within blocks, again and again', `${'<div>'.repeat(150)}文字，文字${'</div>'.repeat(150)}`.repeat(20)],
    ['tags that open within tags', `${'<a '.repeat(900)}>`.repeat(50)],
    ['blanks without end', `<p>甲${'\u3000'.repeat(50_000)}乙</p>`],
    ['labels without end', `<div>${'来源：'.repeat(5000)}</div>`],
  ])('%s are read', async (_, html) => {
    expect(await refusal(text(html), 'a.html')).toBe('imported');
  });
});
