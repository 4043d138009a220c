/** The drafts of `corpus.ts` as Word files and as saved pages: what stands in their front matter is lost, as it is in life. */
import JSZip from 'jszip';
import type { Written } from './corpus.js';
import type { Generated } from './corpus-documents.js';

/** A piece of a draft: a heading, a paragraph, or the rows of a table. */
type Block = { readonly level: number; readonly text: string } | { readonly rows: readonly (readonly string[])[] };

function blocksOf({ text }: Generated): Block[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
  return body.split(/\n\n+/).map((block): Block => {
    if (block.startsWith('|'))
      return {
        rows: block
          .split('\n')
          .filter((_, i) => i !== 1)
          .map((row) => row.split('|').slice(1, -1)),
      };
    const [, marks = '', words = ''] = /^(#{0,6}) ?([\s\S]*)$/.exec(block) ?? [];
    return { level: marks.length, text: words };
  });
}

/** What of inline Markdown the drafts have: bold type and links. */
function inline(text: string, bold: (words: string) => string, link: (words: string, to: string) => string): string {
  return escaped(text)
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => bold(words))
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, words: string, to: string) => link(words, to));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A page as a browser saves it, with the site's head, menu and foot around the text. */
export function pageOf(draft: Generated): Written {
  const prose = (text: string) =>
    inline(
      text,
      (words) => `<strong>${words}</strong>`,
      (words, to) => `<a href="${to.replace(/\.md$/, '.html')}">${words}</a>`,
    );
  const blocks = blocksOf(draft);
  const [title] = blocks;
  const body = blocks.map((block) => {
    if ('rows' in block)
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${prose(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    const { level, text } = block;
    return level > 0 ? `<h${level}>${prose(text)}</h${level}>` : `<p style="text-indent: 2em">${prose(text)}</p>`;
  });
  const name = escaped(title && 'text' in title ? title.text : '');
  return {
    path: draft.path.replace(/\.md$/, '.html'),
    bytes: `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><meta name="ArticleTitle" content="${name}">
<style>.nav li { float: left } .TRS_Editor p { line-height: 2 }</style></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>
<div class="content"><div class="TRS_Editor">
${body.join('\n')}
</div></div><div class="footer">主办：某市人民政府办公室　网站标识码：0000000000</div></body></html>
`,
  };
}

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A Word file with headings by style, bold runs and tables. */
export async function wordFileOf(draft: Generated): Promise<Written> {
  const run = (words: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  const prose = (text: string) =>
    inline(
      text,
      (words) => `\0${words}\0`,
      (words) => words,
    )
      .split('\0')
      .map((words, i) => (words === '' ? '' : run(words, i % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : '')))
      .join('');
  const paragraph = (text: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${prose(text)}</w:p>`;
  const body = blocksOf(draft).map((block) =>
    'rows' in block
      ? `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
      : paragraph(block.text, block.level > 0 ? `Heading${block.level}` : ''),
  );
  const style = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
  const zip = new JSZip();
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORDS}">${[1, 2, 3].map(style).join('')}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${WORDS}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
  };
  // The day of making is left out of the file, that the same seed may give the same bytes.
  for (const [name, text] of Object.entries(files))
    zip.file(name, XML + text, { date: new Date(0), createFolders: false });
  return {
    path: draft.path.replace(/\.md$/, '.docx'),
    bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }),
  };
}
