import { labelled } from './docx-paragraphs.js';
import { openDocx } from './docx-zip.js';
import { ImportFailure } from './failure.js';

/** A mark that stands for a footnote's number in the text; private characters, which nobody types. */
export const NOTE_MARK = /\ue000(\d{1,5})\ue001/g;

/**
 * A Word file as HTML, by mammoth: headings by style and outline level, the numbers of lists written out, footnotes marked.
 * Comments, headers and footers are left out, and so is what tracked changes delete.
 * @throws ImportFailure where the file is damaged, no Word file, or made to exhaust its reader
 */
export async function docxToHtml(bytes: Uint8Array): Promise<{ html: string; notes: readonly string[] }> {
  const parts = await openDocx(bytes);
  const main = await mainPart(parts);
  const document = await labelled(parts, main);
  const { default: mammoth } = await import('mammoth');
  const file = {
    exists: (name: string) => parts.exists(name),
    read: async (name: string) => (name === main ? document : parts.text(name)),
  };
  // mammoth takes an open file; its types say only bytes.
  const input = { file } as unknown as { buffer: Buffer };
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLE_MAP,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    return withNotes(value.replace(/[\ue000\ue001]/g, ''));
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    throw new ImportFailure(error instanceof RangeError ? 'tooComplex' : 'unreadableWord');
  }
}

/** `docx-paragraphs.ts` gives paragraphs these styles. */
const STYLE_MAP = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.jl-h${level} => h${level}:fresh`),
  ...['center', 'right', 'bold', 'center-bold', 'right-bold', 'item'].map(
    (look) => `p.jl-${look} => p.jl-${look}:fresh`,
  ),
  'p.jl-contents => !',
];

async function mainPart(parts: {
  exists(name: string): boolean;
  text(name: string): Promise<string>;
}): Promise<string> {
  const relations = parts.exists('_rels/.rels') ? await parts.text('_rels/.rels') : '';
  for (const { 0: relation } of relations.matchAll(/<Relationship [^<>]*>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(relation)) continue;
    const target = /Target="([^"]*)"/.exec(relation)?.[1]?.replace(/^\//, '');
    if (target && parts.exists(target)) return target;
  }
  if (parts.exists('word/document.xml')) return 'word/document.xml';
  throw new ImportFailure('otherOffice');
}

/** Footnotes and endnotes out of the HTML; marks in their place, their texts in the order of the marks. */
function withNotes(html: string): { html: string; notes: readonly string[] } {
  const texts = new Map<string, string>();
  const [start = '', ...pieces] = html.split(/<li id="((?:foot|end)note-\d{1,9})">/);
  let body = start;
  for (let at = 0; at < pieces.length; at += 2) {
    const [inside = '', ...rest] = (pieces[at + 1] ?? '').split('</li>');
    texts.set(pieces[at] ?? '', inside.replace(/<a href="#(?:foot|end)note-ref-\d{1,9}">↑<\/a>/g, ''));
    body += rest.join('</li>');
  }
  const notes: string[] = [];
  const marked = body.replace(
    /<sup><a href="#((?:foot|end)note-\d{1,9})"[^<>]*>\[\d{1,9}\]<\/a><\/sup>/g,
    (_, id: string) => {
      notes.push(texts.get(id) ?? '');
      return `\ue000${notes.length}\ue001`;
    },
  );
  const looks = marked.replace(
    /<p class="jl-([a-z-]{1,20})">/g,
    (_, look: string) =>
      `<p${look.includes('center') ? ' align="center"' : look.includes('right') ? ' align="right"' : ''}${look.includes('bold') ? ' style="font-weight:bold"' : ''}${look === 'item' ? ' class="jl-item"' : ''}>`,
  );
  return { html: looks, notes };
}
