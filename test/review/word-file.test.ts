import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.js';
import { changeEdits } from '../../src/review/changes.js';
import { ReviewFailure } from '../../src/review/parts.js';
import { mainPartOf } from '../../src/review/places.js';
import { WordFile } from '../../src/review/word-file.js';
import { mainPart, partsOf, run, wordFile } from './word.js';

const DATE = '2026-01-31T08:00:00Z';

describe('places of a main part', () => {
  it('count every paragraph, those in tables and text boxes too, and leave deleted text out', () => {
    const box = `<w:r><w:pict><w:txbxContent><w:p>${run('框内')}</w:p></w:txbxContent></w:pict></w:r>`;
    const { paragraphs } = mainPartOf(
      mainPart(
        `<w:p>${run('外面')}${box}${run('续')}</w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:del>${run('删')}</w:del>${run('格')}</w:p></w:tc></w:tr></w:tbl>`,
      ),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['外面续', '框内', '', '格']);
  });

  it.each([
    ['with a first way', '<mc:Choice Requires="wps">', '</mc:Choice>', ['外', '框', '后']],
    ['with two first ways', '<mc:Choice Requires="a"/><mc:Choice Requires="wps">', '</mc:Choice>', ['外', '框', '后']],
    ['with no first way', '', '', ['外', '框', '旧', '内', '后']],
  ])('count what is written in two ways once, %s', (_, open, close, texts) => {
    const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
    const inner = `<w:p>${run('旧')}<w:r><mc:AlternateContent><mc:Fallback>${paragraph('内')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const box = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${open}${paragraph('框')}${close}<mc:Fallback>${inner}</mc:Fallback></mc:AlternateContent>`;
    const { paragraphs } = mainPartOf(mainPart(`<w:p>${run('外')}<w:r>${box}</w:r></w:p>${paragraph('后')}`));
    expect(paragraphs.map(({ text }) => text)).toEqual(texts);
  });

  it('are numbered as the import numbers them', async () => {
    const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;
    const twice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${box('框里的提示')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框里的提示')}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const bytes = await wordFile(
      `<w:p>${run('关于《办法》的解读')}</w:p><w:p/><w:p>${run('正文')}<w:r>${twice}</w:r></w:p><w:tbl><w:tr><w:tc><w:p>${run('甲')}</w:p></w:tc><w:tc><w:p>${run('乙')}</w:p></w:tc></w:tr></w:tbl><w:p>${run('末段。')}</w:p>`,
    );
    const imported = await importDocument(bytes, '稿.docx');
    const { paragraphs } = (await WordFile.open(bytes)).main;
    if ('failure' in imported) throw new Error(imported.failure);
    expect([...imported.paragraphs.values()]).toContain('末段。');
    for (const { paragraph } of imported.places)
      expect(paragraphs[paragraph - 1]?.text).toBe(imported.paragraphs.get(paragraph));
  });

  it('read references and characters beyond the basic plane as the characters they are', () => {
    const xml = mainPart(`<w:p>${run('甲&amp;&#x4e59;𠮷&lt;丙')}</w:p>`);
    const piece = mainPartOf(xml).paragraphs[0]?.pieces[0];
    expect(piece?.text).toBe('甲&乙𠮷<丙');
    const at = piece?.places[piece.text.indexOf('丙')] ?? 0;
    expect(xml.slice(at, at + 1)).toBe('丙');
  });
});

describe('comments', () => {
  const body = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('标题', '<w:b/>')}</w:p><w:p>${run('前面的话，', '<w:i/>')}${run('后面的话。')}</w:p><w:p/>`;

  it('stand at the words, split runs keep their looks, and no other part changes', async () => {
    const before = await wordFile(body, { 'word/media/a.xml': '<x/>' });
    const file = await WordFile.open(before);
    await file.comment([{ paragraph: 1, words: { start: 2, end: 7 }, text: ['第一段 <&>', '第二段'] }], DATE);
    const parts = await partsOf(await file.bytes());
    expect(parts['word/document.xml']).toContain(
      '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">前面</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">的话，</w:t></w:r><w:r><w:t xml:space="preserve">后面</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve">的话。</w:t></w:r>',
    );
    expect(parts['word/comments.xml']).toContain('第一段 &#60;&#38;&#62;');
    expect(parts['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
    expect(parts['word/_rels/document.xml.rels']).toContain('Target="comments.xml"');
    expect(Object.entries(parts).filter(([name]) => /media|[/]$/.test(name))).toEqual([['word/media/a.xml', '<x/>']]);
  });

  it('are about a whole paragraph, behind its properties, an empty one too', async () => {
    const file = await WordFile.open(await wordFile(body));
    await file.comment(
      [
        { paragraph: 0, text: ['缺'] },
        { paragraph: 2, text: ['空'] },
      ],
      DATE,
    );
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    expect(xml).toContain('</w:pPr><w:commentRangeStart w:id="0"/><w:r>');
    expect(xml).toContain('<w:p><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>');
  });

  it('on a whole paragraph go before those on all its words, as programs order them by where they end', async () => {
    const marked = `<w:p><w:bookmarkStart w:id="9" w:name="_GoBack"/>${run('标题')}<w:bookmarkEnd w:id="9"/></w:p>`;
    const file = await WordFile.open(await wordFile(marked));
    await file.comment(
      [
        { paragraph: 0, text: ['总'] },
        { paragraph: 0, words: { start: 0, end: 2 }, text: ['甲'] },
      ],
      DATE,
    );
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    const ends = ['<w:commentRangeEnd w:id="0"/>', '<w:commentRangeEnd w:id="1"/>', '<w:bookmarkEnd'].map((mark) =>
      xml.indexOf(mark),
    );
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(ends[0]).toBeGreaterThan(0);
  });

  it('are taken out of what is written in two ways without taking the run around it', async () => {
    const note = `<w:p>${run('框')}<w:r><w:commentReference w:id="7"/></w:r></w:p>`;
    const twice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${note}</mc:Choice><mc:Fallback>${note}</mc:Fallback></mc:AlternateContent>`;
    const { ties } = mainPartOf(mainPart(`<w:p><w:r>${twice}</w:r></w:p>`));
    expect(ties.map(({ start, end }) => end - start)).toEqual(
      Array(2).fill('<w:r><w:commentReference w:id="7"/></w:r>'.length),
    );
  });

  it('of a second review take the place of the first ones, and come out alike', async () => {
    const comments = [
      { paragraph: 0, text: ['总'] },
      { paragraph: 1, words: { start: 1, end: 3 }, text: ['甲'] },
      { paragraph: 1, words: { start: 2, end: 8 }, text: ['乙'] },
    ];
    const first = await WordFile.open(await wordFile(body));
    await first.comment(comments, DATE);
    const reviewed = await first.bytes();
    const second = await WordFile.open(reviewed);
    expect(second.main.ties).toEqual([]);
    await second.comment(comments, DATE);
    expect(await partsOf(await second.bytes())).toEqual(await partsOf(reviewed));
  });

  it('of people stay, with their ids', async () => {
    const ours = { paragraph: 1, words: { start: 0, end: 2 }, text: ['我们的'] };
    const first = await WordFile.open(await wordFile(body));
    await first.comment([ours, ours], DATE);
    const bytes = await first.bytes();
    const parts = await partsOf(bytes);
    // As if the first had been written by a person.
    const theirs = (parts['word/comments.xml'] ?? '').replace('author="jiedu-lint"', 'author="张三"');
    const file = await WordFile.open(await wordFile('', { ...parts, 'word/comments.xml': theirs }));
    expect(file.main.ties.map(({ id }) => id)).toEqual(['0', '0', '0']);
    await file.comment([ours], DATE);
    const after = await partsOf(await file.bytes());
    expect(after['word/comments.xml']).toContain('author="张三"');
    expect([...(after['word/comments.xml'] ?? '').matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id)).toEqual([
      '0',
      '1',
    ]);
  });
});

describe('changes', () => {
  it('are tracked: what goes and what comes can be accepted or rejected', async () => {
    const file = await WordFile.open(await wordFile(`<w:p>${run('甲乙,丙', '<w:b/>')}${run('丁&amp;戊')}</w:p>`));
    file.change((part, xml, freeId) =>
      changeEdits(
        xml,
        part,
        [
          { paragraph: 0, start: 2, end: 3, text: '，' },
          { paragraph: 0, start: 3, end: 5, text: '己' },
          { paragraph: 0, start: 7, end: 7, text: '。' },
        ],
        DATE,
        freeId,
      ),
    );
    expect(file.main.paragraphs[0]?.text).toBe('甲乙，己&戊。');
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    expect([...xml.matchAll(/<w:delText[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([',', '丙', '丁']);
    expect([...xml.matchAll(/<w:t xml:space="preserve" xml:space/g)]).toEqual([]);
    expect(xml).toContain(
      '<w:ins w:id="1" w:author="jiedu-lint" w:date="2026-01-31T08:00:00Z"><w:r><w:rPr><w:b/></w:rPr>',
    );
  });
});

/** What the schema of Word files and the rules for packages ask of what a review writes; faults in words. */
async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const parts = await partsOf(bytes);
  const xml = parts['word/document.xml'] ?? '';
  const faults: string[] = [];
  const said: string[] = [];
  const open: string[] = [];
  const children: string[][] = [];
  const changes: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const id = attributes['w:id'] ?? '';
    const parent = open.at(-1) ?? '';
    open.push(name);
    if (/^w:comment(?:Range|Reference)/.test(name)) {
      said.push(`${name.slice(9)} ${id}`);
      if (!PARENTS.test(parent)) faults.push(`${name} in ${parent}`);
    }
    if (/^w:(?:ins|del|rPrChange)$/.test(name)) {
      if (!attributes['w:author'] || !/^\d{4}-.*Z$/.test(attributes['w:date'] ?? '')) faults.push(`${name} by nobody`);
      changes.push(id);
    }
    if (name === 'w:t' && open.includes('w:del')) faults.push('text in what is deleted');
    const before = children.at(-1) ?? [];
    if (name === 'w:rPr' && parent === 'w:r' && before.length > 0) faults.push(`properties behind ${before}`);
    before.push(name);
    children.push([]);
  });
  parser.on('closetag', () => {
    open.pop();
    children.pop();
  });
  parser.write(xml).close();
  const comments = [...(parts['word/comments.xml'] ?? '').matchAll(/<w:comment w:id="(\d+)" w:author="[^"]+"/g)].map(
    ([, id]) => id,
  );
  for (const id of comments) {
    const order = said.filter((one) => one.endsWith(` ${id}`)).map((one) => one.replace(/ .*/, ''));
    if (order.join() !== 'RangeStart,RangeEnd,Reference') faults.push(`comment ${id}: ${order}`);
  }
  if (said.length !== 3 * comments.length) faults.push('ties of no comment');
  const ids = [...comments, ...changes];
  if (new Set(ids).size < ids.length) faults.push(`ids twice: ${ids}`);
  for (const [, name = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]*)"/g))
    if (!(name in parts)) faults.push(`${name} is named and not there`);
  for (const [, target = ''] of (parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Target="([^"]*)"/g))
    if (!(`word/${target}` in parts)) faults.push(`${target} is led to and not there`);
  return faults;
}
/** Whatever may hold marks of ranges and runs. */
const PARENTS = /^w:(?:p|r|hyperlink|ins|del|moveTo|sdtContent|fldSimple|smartTag)$/;

describe('a reviewed file', () => {
  const by = 'w:author="张三" w:date="2024-03-01T08:00:00Z"';
  const looks = `<w:b/><w:rPrChange w:id="1" ${by}><w:rPr><w:i/></w:rPr></w:rPrChange>`;
  const comment = (paragraph: number, start: number, end: number) => ({
    paragraph,
    words: { start, end },
    text: ['改'],
  });

  it.each([
    ['a look that was changed', `<w:p>${run('收费标准待补充。', looks)}</w:p>`],
    ['what others put in', `<w:p><w:ins w:id="2" ${by}>${run('收费标准待补充。')}</w:ins></w:p>`],
    ['a link', `<w:p><w:hyperlink w:anchor="a">${run('收费标准待补充。')}</w:hyperlink></w:p>`],
    ['a control', `<w:p><w:sdt><w:sdtContent>${run('收费标准')}</w:sdtContent></w:sdt>${run('待补充。')}</w:p>`],
    [
      'several texts of one run',
      '<w:p><w:r><w:t>收费</w:t><w:br/><w:t>标准待</w:t><w:tab/><w:t>补充。</w:t></w:r></w:p>',
    ],
  ])('holds what the schema asks for, with %s', async (_, body) => {
    const file = await WordFile.open(await wordFile(body));
    file.change((part, xml, freeId) =>
      changeEdits(xml, part, [{ paragraph: 0, start: 1, end: 2, text: '钱' }], DATE, freeId),
    );
    await file.comment([comment(0, 2, 4), comment(0, 4, 7), comment(0, 3, 6), { paragraph: 0, text: ['总'] }], DATE);
    expect(file.main.paragraphs[0]?.text).toBe('收钱标准待补充。');
    expect(await faultsOf(await file.bytes())).toEqual([]);
  });

  it('keeps the looks of a run that is cut, what they were before too', async () => {
    const file = await WordFile.open(await wordFile(`<w:p>${run('收费标准待补充。', looks)}</w:p>`));
    await file.comment([comment(0, 4, 7)], DATE);
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    expect(xml.match(/<w:r><w:rPr><w:b\/><w:rPrChange/g)).toHaveLength(3);
  });

  it.each([
    ['the usual names of Word without a prefix', 'xmlns:w="W" xmlns="W"'],
    ['no prefix at all', 'xmlns="W"'],
  ])('with %s has its attributes in a namespace', async (_, names) => {
    const body = '<p><r><t>收费标准待补充。</t></r></p>';
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const bytes = await wordFile('', {
      'word/document.xml': `<document ${names.replaceAll('W', space)}><body>${body}</body></document>`,
    });
    const file = await WordFile.open(bytes);
    await file.comment([comment(0, 4, 7)], DATE);
    const reviewed = await file.bytes();
    expect((await partsOf(reviewed))['word/document.xml']).toContain(
      '</t></r><commentRangeStart w:id="0"/><r><t xml:space="preserve">待补充</t></r><commentRangeEnd w:id="0"/>',
    );
    expect((await WordFile.open(reviewed)).main.ties).toEqual([]);
  });

  it('that is strict has its comments in its own namespace', async () => {
    const parts = {
      'word/document.xml': mainPart(`<w:p>${run('待补充。')}</w:p>`).replace(
        'schemas.openxmlformats.org/wordprocessingml/2006',
        'purl.oclc.org/ooxml/wordprocessingml',
      ),
    };
    const file = await WordFile.open(await wordFile('', parts));
    await file.comment([comment(0, 0, 3)], DATE);
    const after = await partsOf(await file.bytes());
    expect(after['word/comments.xml']).toContain('xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"');
    expect(after['word/_rels/document.xml.rels']).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
  });

  it('has what is about a text box at the paragraph that the box hangs on', async () => {
    const box = `<w:r><w:pict><w:txbxContent><w:p>${run('框内待补充')}</w:p></w:txbxContent></w:pict></w:r>`;
    const file = await WordFile.open(await wordFile(`<w:p>${run('框外')}${box}</w:p>`));
    await file.comment([comment(1, 2, 5)], DATE);
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    expect(xml).toContain(`<w:p><w:commentRangeStart w:id="0"/>${run('框外')}<w:r><w:pict>`);
    expect(xml).toContain('</w:pict></w:r><w:commentRangeEnd w:id="0"/>');
  });

  it('has comments around a character with a reading aid, which is not among its words', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('hong')}</w:rt><w:rubyBase>${run('泓')}</w:rubyBase></w:ruby></w:r>`;
    const file = await WordFile.open(await wordFile(`<w:p>${run('在')}${ruby}${run('水河')}</w:p>`));
    expect(file.main.paragraphs[0]?.text).toBe('在泓水河');
    await file.comment([comment(0, 1, 2)], DATE);
    const xml = (await partsOf(await file.bytes()))['word/document.xml'] ?? '';
    expect(xml).toContain(`<w:commentRangeStart w:id="0"/>${ruby}<w:commentRangeEnd w:id="0"/>`);
  });

  it.each(['<w:p/>', '<w:p></w:p>', '<w:p><w:pPr/></w:p>'])('has several comments on %s', async (paragraph) => {
    const file = await WordFile.open(await wordFile(paragraph));
    await file.comment(
      [
        { paragraph: 0, text: ['甲'] },
        { paragraph: 0, text: ['乙'] },
      ],
      DATE,
    );
    expect(await faultsOf(await file.bytes())).toEqual([]);
  });

  it('whose list and relations name comments that are not there gets others', async () => {
    const parts = await partsOf(await wordFile(`<w:p>${run('待补充。')}</w:p>`));
    const override = '<Override PartName="/word/comments.xml" ContentType="x"/></Types>';
    const relations =
      '<q:Relationships xmlns:q="http://schemas.openxmlformats.org/package/2006/relationships"><q:Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></q:Relationships>';
    const bytes = await wordFile('', {
      ...parts,
      '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace('</Types>', override),
      'word/_rels/document.xml.rels': relations,
    });
    const review = async (from: Uint8Array) => {
      const file = await WordFile.open(from);
      await file.comment([comment(0, 0, 3)], DATE);
      return file.bytes();
    };
    const first = await partsOf(await review(bytes));
    expect(first['word/_rels/document.xml.rels']).toContain('<q:Relationship Id="rIdJiedu1"');
    expect(first['word/comments2.xml']).toContain('jiedu-lint');
    expect(await partsOf(await review(await review(bytes)))).toEqual(first);
  });

  it('has ids of its own for changes, whoever has taken which, in headers too', async () => {
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:ins w:id="1" w:author="张三"/></w:p></w:hdr>';
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/header" Target="header1.xml"/></Relationships>';
    const body = `<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:ins w:id="3" ${by}>${run('收费')}</w:ins>${run('标准,甲,乙')}</w:p>`;
    let bytes = await wordFile(body, { 'word/header1.xml': header, 'word/_rels/document.xml.rels': relations });
    for (const start of [4, 6]) {
      const file = await WordFile.open(bytes);
      file.change((part, xml, freeId) =>
        changeEdits(xml, part, [{ paragraph: 0, start, end: start + 1, text: '，' }], DATE, freeId),
      );
      bytes = await file.bytes();
    }
    const xml = (await partsOf(bytes))['word/document.xml'] ?? '';
    expect([...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['3', '2', '4', '5', '6']);
  });

  it('hands parts that it does not read on as they are, whatever they would unpack to', async () => {
    const bytes = await wordFile(`<w:p>${run('待补充。')}</w:p>`, { 'word/media/a.bin': '图'.repeat(1000) });
    // Its checksum is wrong, as whoever unpacked it would see.
    const at = Buffer.from(bytes).indexOf('word/media/a.bin') - 16;
    const entry = Buffer.from(bytes).lastIndexOf('word/media/a.bin') - 30;
    bytes.fill(7, at, at + 4);
    bytes.fill(7, entry, entry + 4);
    const file = await WordFile.open(bytes);
    await file.comment([comment(0, 0, 3)], DATE);
    expect((await partsOf(await file.bytes()))['word/media/a.bin']).toBe('图'.repeat(1000));
  });
});

describe('a file that cannot be reviewed', () => {
  const codeOf = async (bytes: Uint8Array) => {
    try {
      await WordFile.open(bytes);
    } catch (error) {
      return error instanceof ReviewFailure ? error.code : error;
    }
    return null;
  };

  it('is refused with the reason', async () => {
    expect(await codeOf(new Uint8Array([1, 2, 3]))).toBe('damaged');
    expect(await codeOf(await wordFile('<w:p>'))).toBe('damaged');
    expect(await codeOf(await wordFile('', { '_rels/.rels': '<Relationships/>' }))).toBe('notWord');
    const sixteen = `\ufeff${mainPart('')}`;
    const bytes = new Uint8Array(sixteen.length * 2);
    for (let i = 0; i < sixteen.length; i++)
      bytes.set([sixteen.charCodeAt(i) & 255, sixteen.charCodeAt(i) >> 8], i * 2);
    expect(await codeOf(await wordFile('', { 'word/document.xml': bytes as never }))).toBe('otherEncoding');
  });
});
