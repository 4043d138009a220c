import JSZip from 'jszip';
import { xmlText } from '../report/xml.js';
import type { ElementCheck } from './element-check.js';
import { SIGNATURE } from './signature.js';

/** What a sheet for signing (签批单) says: laid beside a draft, for people to sign. */
export interface Sheet {
  readonly title: string;
  /** The file that was checked, as people write it. */
  readonly file: string;
  /** Day of the check, as 2026-01-31. */
  readonly date: string;
  readonly elements: readonly ElementCheck[];
  readonly errors: number;
  readonly warnings: number;
  /** A clause as people cite it. */
  cite(clause: string): string;
}

const HEADS = ['要素', '结论', '文中的话', '依据'];
/** Widths of the columns in hundredths of the page's. */
const WIDTHS = [18, 10, 44, 28];
const SIGNERS = ['起草人', '审核人', '日期'];
const NAME = '政策解读材料核查单';
/** Of a sentence so much is shown: the sheet is one page. */
const SHOWN = 60;

const MARKS: Readonly<Record<ElementCheck['mark'], string>> = { '✔': '✔ 有', '✖': '✖ 缺', '？': '存疑' };

function rowsOf({ elements, cite }: Sheet): string[][] {
  return elements.map(({ name, mark, sentence, clauses }) => {
    const shown = sentence && sentence.length > SHOWN ? `${sentence.slice(0, SHOWN)}…` : (sentence ?? '');
    const [first] = clauses;
    const more = clauses.length > 1 ? ` 等 ${clauses.length} 条` : '';
    return [name, MARKS[mark], shown, first === undefined ? '' : cite(first) + more];
  });
}

function totals({ errors, warnings }: Sheet): string {
  return `全文核查：错误 ${errors} 处，提示 ${warnings} 处。存疑的请人工核对。`;
}

/** The sheet as a page that prints on one side of A4. */
export function sheetHtml(sheet: Sheet): string {
  const cells = (tag: 'td' | 'th', words: readonly string[]) =>
    words.map((word) => `<${tag}>${xmlText(word)}</${tag}>`).join('');
  const rows = rowsOf(sheet).map((row) => `<tr>${cells('td', row)}</tr>`);
  const columns = WIDTHS.map((width) => `<col style="width:${width}%">`).join('');
  const table =
    rows.length === 0
      ? ''
      : `<table><colgroup>${columns}</colgroup><thead><tr>${cells('th', HEADS)}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  const signing = SIGNERS.map((name) => `<span>${name}：</span>`).join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="generator" content="${SIGNATURE}"><title>${NAME}</title><style>
@page { size: A4; margin: 20mm }
body { font: 12pt/1.5 "Songti SC", SimSun, serif; max-width: 170mm; margin: 10mm auto; color: #000; background: #fff }
h1 { font-size: 16pt; text-align: center; margin: 0 0 4mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 4mm 0 }
td, th { border: 1px solid #000; padding: 1.5mm 2mm; vertical-align: top; text-align: left; overflow-wrap: anywhere }
.sign { display: flex; gap: 8mm; margin-top: 10mm } .sign span { flex: 1; border-bottom: 1px solid #000; padding-bottom: 1mm }
@media print { body { margin: 0 } }
</style></head><body>
<h1>${NAME}</h1>
<p>标题：${xmlText(sheet.title)}<br>文件：${xmlText(sheet.file)}<br>核查日期：${xmlText(sheet.date)}</p>
${table}
<p>${totals(sheet)}</p>
<div class="sign">${signing}</div>
</body></html>
`;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Width of the text on A4 with margins of 20 mm, in twentieths of a point. */
const TEXT_WIDTH = 9638;

/** The sheet as a Word file of one page. */
export function sheetDocx(sheet: Sheet): Promise<Uint8Array> {
  const zip = new JSZip();
  const parts = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': documentOf(sheet) };
  for (const [name, xml] of Object.entries(parts)) zip.file(name, xml, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', comment: SIGNATURE });
}

function documentOf(sheet: Sheet): string {
  const columns = WIDTHS.map((width) => Math.round((TEXT_WIDTH * width) / 100));
  const cell = (words: string, i: number, bold: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${columns[i]}" w:type="dxa"/></w:tcPr>${paragraph(words, { bold })}</w:tc>`;
  const row = (words: readonly string[], isHead = false) =>
    `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${words.map((word, i) => cell(word, i, isHead)).join('')}</w:tr>`;
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(HEADS, true)}${rowsOf(
    sheet,
  )
    .map((words) => row(words))
    .join('')}</w:tbl>`;
  const body = [
    paragraph(NAME, { bold: true, size: 32, center: true }),
    ...[`标题：${sheet.title}`, `文件：${sheet.file}`, `核查日期：${sheet.date}`].map((words) => paragraph(words)),
    ...(sheet.elements.length > 0 ? [table] : []),
    paragraph(totals(sheet)),
    paragraph(''),
    paragraph(SIGNERS.map((name) => `${name}：________________`).join('    ')),
  ];
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${W}"><w:body>${body.join('')}${page}</w:body></w:document>`;
}

/** @param size in half points */
function paragraph(words: string, { bold = false, size = 22, center = false } = {}): string {
  const looks = `<w:rPr><w:rFonts w:eastAsia="宋体"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  return `<w:p>${center ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ''}<w:r>${looks}<w:t xml:space="preserve">${xmlText(words)}</w:t></w:r></w:p>`;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');
const TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
