import JSZip from 'jszip';
import { importDocument } from '../../src/import/import.js';
import { imported } from './imported.js';

const NAMES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
};
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const XMLNS = Object.entries(NAMES)
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

export interface WordParts {
  /** Inside of `w:styles`, `w:numbering` and so on, by the name of the part. */
  readonly [part: string]: string | Uint8Array | undefined;
}

/** Relations of the main part: id, last word of the type, target; one that leads out begins with http. */
export type Relations = readonly (readonly [id: string, type: string, target: string])[];

/** A Word file around a body. */
export async function word(
  body: string,
  parts: WordParts = {},
  relations: Relations = [],
  main = 'word/document.xml',
): Promise<Uint8Array> {
  const zip = new JSZip();
  const relation = ([id, type, target]: Relations[number]) =>
    `<Relationship Id="${id}" Type="${TYPES}${type}" Target="${target}"${/^https?:/.test(target) ? ' TargetMode="External"' : ''}/>`;
  const rels = (all: Relations) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(relation).join('')}</Relationships>`;
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  zip.file('_rels/.rels', rels([['rId1', 'officeDocument', main]]));
  zip.file(main, `<w:document ${XMLNS}><w:body>${body}</w:body></w:document>`);
  const own = Object.keys(parts)
    .filter((name) => /^(?:styles|numbering|footnotes|endnotes|comments)$/.test(name))
    .map((name) => [`rId-${name}`, name, `${name}.xml`] as const);
  const folder = main.replace(/[^/]*$/, '');
  zip.file(`${folder}_rels/${main.slice(folder.length)}.rels`, rels([...own, ...relations]));
  for (const [name, inside] of Object.entries(parts)) {
    if (typeof inside === 'string' && !name.includes('.'))
      zip.file(
        `${folder}${name}.xml`,
        `<w:${name.replace(/\d$/, '')} ${XMLNS}>${inside}</w:${name.replace(/\d$/, '')}>`,
      );
    else if (inside !== undefined) zip.file(folder + name, inside);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A run; `looks` is the inside of its `w:rPr`. */
export const run = (text: string, looks = '') =>
  `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of text or of runs; `looks` is the inside of its `w:pPr`. */
export const p = (inside: string, looks = '') =>
  `<w:p>${looks && `<w:pPr>${looks}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

export const TITLE = p('云溪市河道采砂管理办法解读', '<w:jc w:val="center"/>');

/** A field as Word writes it in runs. */
export const field = (instruction: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The lines of text below the title that come of a body. */
export async function lines(body: string, parts?: WordParts, relations?: Relations): Promise<string[]> {
  const result = await imported(await word(TITLE + body, parts, relations), 'a.docx');
  return result.body
    .split('\n\n')
    .slice(1)
    .map((line) => line.trimEnd());
}

/** What is told of as left out, by kind. */
export async function left(
  body: string,
  parts?: WordParts,
  relations?: Relations,
): Promise<Record<string, readonly string[]>> {
  const result = await imported(await word(TITLE + p('正文，讲采砂。') + body, parts, relations), 'a.docx');
  return Object.fromEntries(result.notes.map(({ id, examples }) => [id, examples]));
}

/** Why a file is refused. */
export async function refusal(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  const result = await importDocument(bytes, name);
  return 'failure' in result ? result.failure : 'imported';
}
