import { type Numberer, readNumbering } from './docx-numbering.js';
import { propertiesIn, readStyles, type Styles, settingOf } from './docx-styles.js';
import type { DocxParts } from './docx-zip.js';
import { replaceBlocks, xmlBlocks } from './xml-blocks.js';

/**
 * The main part of a Word file with each paragraph's nature written where mammoth sees it: mammoth knows neither outline levels nor
 * inherited looks, and drops the numbers of lists (一、, （二）), which are the headings of official papers.
 * @param main name of the part
 */
export async function labelled(parts: DocxParts, main: string): Promise<string> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = async (name: string) => (parts.exists(folder + name) ? parts.text(folder + name) : '');
  const styles = readStyles(await part('styles.xml'));
  const numberer = readNumbering(await part('numbering.xml'), styles);
  const xml = withoutAlternatives(replaceBlocks(await parts.text(main), 'w:pPrChange', () => ''));
  return replaceBlocks(xml, 'w:pPr', ({ inside, end }) =>
    paragraph(inside, xml.slice(end, end + 20_000), styles, numberer),
  );
}

/** Drawings are written twice; mammoth reads the second way, and numbers must not be counted in both. */
function withoutAlternatives(xml: string): string {
  let out = '';
  let from = 0;
  let depth = 0;
  for (const match of xml.matchAll(/<mc:Choice[ >]|<\/mc:Choice>/g)) {
    const closes = match[0].startsWith('</');
    if (!closes && depth++ === 0) out += xml.slice(from, match.index);
    if (closes && --depth === 0) from = match.index + match[0].length;
  }
  return depth === 0 ? out + xml.slice(from) : xml;
}

/** @param rest what follows the properties: the paragraph's runs, as far as they are looked at */
function paragraph(inside: string, rest: string, styles: Styles, numberer: Numberer): string {
  // Properties of the paragraph's own mark say nothing of its text.
  const own = replaceBlocks(inside, 'w:rPr', () => '');
  const styleId = settingOf(own, 'pStyle') ?? '';
  const style = styles.paragraphs.get(styleId);
  const said = propertiesIn(own);
  const numbering = said.numbering ?? style?.numbering;
  const label =
    numbering && numbering.numId !== '0'
      ? numberer.next(numbering.numId, said.numbering?.level ?? style?.numbering?.level, styleId)
      : '';
  if (label === null)
    return `<w:pPr>${own}${xmlBlocks(own, 'w:numPr').length > 0 ? '' : `<w:numPr><w:ilvl w:val="${numbering?.level ?? 0}"/><w:numId w:val="${numbering?.numId}"/></w:numPr>`}</w:pPr>`;
  const runs = rest.slice(0, Math.max(0, rest.indexOf('</w:p>')) || undefined);
  const bold = style?.bold === true && !/<w:b w:val="(?:0|false)"\/>/.test(runs);
  const outline = said.outline !== undefined && said.outline < 6 ? said.outline + 1 : undefined;
  const isItem = /^\d{1,3}[.．]$/.test(label);
  const look = lookOf(
    style?.contents === true,
    outline ?? (said.outline === 9 ? undefined : style?.level),
    said.align ?? style?.align,
    bold,
  );
  const shown = look === '' && isItem ? 'item' : look;
  const plain = replaceBlocks(own, 'w:numPr', () => '').replace(/<w:pStyle [^>]{0,300}\/>/g, '');
  const properties = `<w:pPr>${shown ? `<w:pStyle w:val="jl-${shown}"/>` : ''}${plain}</w:pPr>`;
  return /<w:t[ >]/.test(runs) && label ? properties + labelRun(label, runs) : properties;
}

function lookOf(contents: boolean, level: number | undefined, align: string | undefined, bold: boolean): string {
  if (contents) return 'contents';
  if (level !== undefined) return `h${level}`;
  const side = align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : '';
  return [side, bold ? 'bold' : ''].filter((word) => word !== '').join('-');
}

function labelRun(label: string, runs: string): string {
  const first = runs.slice(0, Math.max(0, runs.search(/<w:t[ >]/)));
  const bold = /<w:b(?: w:val="(?:1|true|on)")?\/>/.test(first);
  const gap = /[章节条]$/.test(label) ? '　' : /[0-9A-Za-z]$/.test(label) ? ' ' : '';
  const text = (label + gap).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
