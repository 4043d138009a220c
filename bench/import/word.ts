import type { Cell, Paper, Part } from './papers.js';

/** How a Word file shows a paper. */
export interface Layout {
  readonly name: string;
  /** Style of the title's lines, and of headings by depth. */
  readonly title: string;
  readonly headings: readonly [string, string];
  /** Headings numbered by the program: the label is not in the text. */
  readonly auto?: true;
  readonly redHead?: true;
  readonly list: 'bullets' | 'digits';
  readonly indent?: string;
}

export const LAYOUTS: readonly Layout[] = [
  { name: 'styles', title: 'Title', headings: ['Heading_20_1', 'Heading_20_2'], list: 'bullets' },
  { name: 'plain', title: 'Centre', headings: ['Standard', 'Standard'], list: 'digits' },
  { name: 'bold', title: 'CentreBold', headings: ['Bold', 'Bold'], list: 'bullets' },
  { name: 'auto', title: 'CentreBold', headings: ['Standard', 'Standard'], auto: true, list: 'digits' },
  { name: 'named', title: '公文标题', headings: ['一级标题', '二级标题'], list: 'bullets' },
  { name: 'outline', title: 'CentreBold', headings: ['Outline1', 'Outline2'], list: 'digits' },
  { name: 'red', title: 'Centre', headings: ['Black', 'Kai'], redHead: true, list: 'digits' },
  { name: 'heading1', title: 'Heading_20_1', headings: ['Heading_20_2', 'Heading_20_3'], list: 'bullets' },
  { name: 'indented', title: 'Centre', headings: ['Standard', 'Standard'], list: 'digits', indent: '　　' },
  {
    name: 'autostyle',
    title: '公文标题',
    headings: ['一级标题', '二级标题'],
    auto: true,
    redHead: true,
    list: 'bullets',
  },
];

/** A paper as a flat OpenDocument text, for LibreOffice to make a Word file of. */
export function flatText(paper: Paper, layout: Layout): string {
  const indent = layout.indent ?? '';
  const line = (text: string, style = 'Standard') =>
    `<text:p text:style-name="${style}">${inline(text, paper)}</text:p>`;
  const title = (paper.titleLines ?? [paper.title]).map((text) => element(layout.title, text));
  const head = [
    ...(layout.redHead && paper.redHead ? [line(paper.redHead, 'Red')] : []),
    ...(layout.redHead && paper.number ? [line(paper.number, 'Centre')] : []),
    ...title,
    ...(!layout.redHead && paper.number
      ? [line(paper.number, layout.title === 'Standard' ? 'Standard' : 'Centre')]
      : []),
  ];
  const links = paper.links.map(([text]) => line(`${indent}详见{${text}}。`));
  const body = [
    ...(paper.salutation ? [line(paper.salutation)] : []),
    ...paper.lead.map((text) => line(indent + text)),
    ...parts(paper.sections, layout, paper, 0),
    ...(paper.list ? [list(paper.list, layout.list)] : []),
    ...(paper.table ? [table(paper.table)] : []),
    ...links,
    ...(paper.note
      ? [
          `<text:p>${escaped(indent)}其他事项按规定办理<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${escaped(paper.note)}</text:p></text:note-body></text:note>。</text:p>`,
        ]
      : []),
    ...(paper.signed
      ? [...[paper.issuer ?? []].flat().map((office) => line(office, 'Right')), line(paper.signed[0], 'Right')]
      : []),
    ...(paper.publicLine ? [line(paper.publicLine)] : []),
  ];
  return `${HEAD}<office:body><office:text>${[...head, ...body].join('\n')}</office:text></office:body></office:document>`;
}

function element(style: string, text: string): string {
  const level = /^(?:Heading_20_|Outline)(\d)$/.exec(style)?.[1];
  return level
    ? `<text:h text:style-name="${style}" text:outline-level="${level}">${escaped(text)}</text:h>`
    : `<text:p text:style-name="${style}">${escaped(text)}</text:p>`;
}

function parts(all: readonly Part[], layout: Layout, paper: Paper, depth: 0 | 1): string[] {
  return all.flatMap(({ title, text, parts: inner = [] }, i) => {
    const label = /^(?:第[一二三]章 |[一二三四]、|（[一二三]）)/.exec(title)?.[0] ?? '';
    const own = layout.headings[depth];
    // Nothing tells a heading without a number from a short line, but bold type.
    const style = label === '' && own === 'Standard' ? 'Bold' : own;
    const chapter = label.startsWith('第');
    const heading =
      layout.auto && label !== ''
        ? `<text:list text:style-name="${chapter ? 'Chapters' : 'Han'}" ${i > 0 || depth > 0 ? 'text:continue-numbering="true"' : ''}><text:list-item>${depth > 0 ? '<text:list><text:list-item>' : ''}${element(style, title.slice(label.length))}${depth > 0 ? '</text:list-item></text:list>' : ''}</text:list-item></text:list>`
        : element(style, (own === 'Standard' ? (layout.indent ?? '') : '') + title);
    return [
      heading,
      ...text.map(
        (line) => `<text:p text:style-name="Standard">${inline((layout.indent ?? '') + line, paper)}</text:p>`,
      ),
      ...parts(inner, layout, paper, 1),
    ];
  });
}

function list(items: readonly string[], style: Layout['list']): string {
  return `<text:list text:style-name="${style === 'bullets' ? 'Bullets' : 'Digits'}">${items.map((item) => `<text:list-item><text:p>${escaped(item)}</text:p></text:list-item>`).join('')}</text:list>`;
}

function table(rows: readonly (readonly Cell[])[]): string {
  const width = Math.max(
    ...rows.map((row) => row.reduce((sum, cell) => sum + (typeof cell === 'string' ? 1 : (cell.cols ?? 1)), 0)),
  );
  const below = new Map<number, number>();
  const lines = rows.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const covered = () => {
      while ((below.get(column) ?? 0) > 0) {
        below.set(column, (below.get(column) ?? 0) - 1);
        cells.push('<table:covered-table-cell/>');
        column++;
      }
    };
    for (const cell of row) {
      covered();
      const { text, cols = 1, rows: down = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      cells.push(
        `<table:table-cell table:number-columns-spanned="${cols}" table:number-rows-spanned="${down}"><text:p>${escaped(text)}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(cols - 1)}`,
      );
      for (let i = 0; i < cols; i++) below.set(column + i, down - 1);
      column += cols;
    }
    covered();
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table><table:table-column table:number-columns-repeated="${width}"/>${lines.join('')}</table:table>`;
}

/** `{words}` are a link of the paper. */
function inline(text: string, paper: Paper): string {
  return escaped(text).replace(/\{([^}]*)\}/g, (whole, words: string) => {
    const to = paper.links.find(([shown]) => escaped(shown) === words)?.[1];
    return to ? `<text:a xlink:type="simple" xlink:href="${escaped(to)}">${words}</text:a>` : whole;
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const style = (name: string, paragraph = '', text = '', more = '') =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard" ${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
const centre = 'fo:text-align="center"';
const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';
const level = (n: number, format: string, prefix: string, suffix: string) =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/>`;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"/>
${style('Title', centre, bold)}
${style('Heading_20_1', '', bold, 'style:display-name="Heading 1" style:default-outline-level="1"')}
${style('Heading_20_2', '', bold, 'style:display-name="Heading 2" style:default-outline-level="2"')}
${style('Heading_20_3', '', bold, 'style:display-name="Heading 3" style:default-outline-level="3"')}
${style('公文标题', centre, bold)}
${style('一级标题', '', 'style:font-name-asian="黑体"')}
${style('二级标题', '', 'style:font-name-asian="楷体"')}
${style('Outline1', '', '', 'style:display-name="正文A" style:default-outline-level="1"')}
${style('Outline2', '', '', 'style:display-name="正文B" style:default-outline-level="2"')}
<text:list-style style:name="Han">${level(1, '一, 二, 三, ...', '', '、')}${level(2, '一, 二, 三, ...', '（', '）')}</text:list-style>
<text:list-style style:name="Chapters">${level(1, '一, 二, 三, ...', '第', '章')}</text:list-style>
<text:list-style style:name="Digits">${level(1, '1', '', '.')}</text:list-style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:styles>
<office:automatic-styles>
${style('Centre', centre, 'fo:font-size="22pt" style:font-size-asian="22pt"')}
${style('CentreBold', centre, bold)}
${style('Bold', '', bold)}
${style('Black', '', 'style:font-name-asian="黑体"')}
${style('Kai', '', 'style:font-name-asian="楷体_GB2312"')}
${style('Red', centre, 'fo:color="#ff0000" fo:font-size="30pt"')}
${style('Right', 'fo:text-align="end"')}
</office:automatic-styles>
`;
