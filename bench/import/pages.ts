import { execFileSync } from 'node:child_process';
import { Converter } from 'opencc-js/cn2t';
import { FIRST } from './pages-first.js';
import { SECOND } from './pages-second.js';
import { type Cell, PAPERS, type Paper, type Part } from './papers.js';

/** A way of building a page around a paper. */
export interface Template {
  readonly name: string;
  readonly encoding?: 'gb18030' | 'big5' | 'utf-16le';
  page(paper: Paper, body: Body): string;
}

/** The paper's text in the ways in which editors write it. */
export interface Body {
  /** Each line in a block of its own; headings marked by `heading`. */
  lines(block: (text: string) => string, heading: (text: string) => string): string;
  /** As `lines`, but without title, number and signature. */
  readonly table: string;
  readonly signature: readonly string[];
}

/** Saved pages, each template with two papers; the second half was made without a look at the picker. */
export function pages(): { name: string; half: string; paper: Paper; bytes: Uint8Array; html: string }[] {
  return [FIRST, SECOND].flatMap((templates, half) =>
    templates.flatMap((template, i) =>
      [i, i + 5].map((at) => {
        const paper = PAPERS[(at + half) % PAPERS.length] as Paper;
        const shown = template.encoding === 'big5' ? traditional(paper) : paper;
        const html = template.page(shown, bodyOf(shown));
        return {
          name: `${paper.name}-${template.name}.html`,
          half: half === 0 ? 'first' : 'second',
          paper: shown,
          bytes: encoded(html, template.encoding),
          html,
        };
      }),
    ),
  );
}

const toTraditional = Converter({ from: 'cn', to: 'tw' });

function traditional(paper: Paper): Paper {
  const { page, ...rest } = paper;
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return /^https?:|^[a-z-]+$/.test(value) ? value : toTraditional(value);
    if (Array.isArray(value)) return value.map(convert);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, convert(one)]))
      : value;
  };
  const expected = paper.expected && {
    expected: {
      ...(convert(paper.expected) as object),
      ...('disclosure' in paper.expected ? { disclosure: '主动公开' } : {}),
      ...('category' in paper.expected ? { category: paper.expected.category } : {}),
    },
  };
  return { ...(convert(rest) as Omit<Paper, 'page'>), ...expected, page: convert(page) as Paper['page'] } as Paper;
}

function encoded(html: string, encoding: Template['encoding']): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${html}`, 'utf16le');
  return encoding
    ? execFileSync('iconv', ['-f', 'utf-8', '-t', `${encoding === 'gb18030' ? 'gb18030' : 'big5-hkscs'}//TRANSLIT`], {
        input: html,
      })
    : Buffer.from(html, 'utf8');
}

function bodyOf(paper: Paper): Body {
  const link = (text: string) => {
    const found = paper.links.find(([shown]) => text === shown);
    return found ? `<a href="${escaped(found[1])}" target="_blank">${escaped(text)}</a>` : escaped(text);
  };
  const signature = paper.signed ? [...[paper.issuer ?? []].flat(), paper.signed[0]] : [];
  return {
    lines: (block, heading) => {
      const parts = (all: readonly Part[]): string =>
        all
          .map(
            (part) =>
              heading(escaped(part.title)) +
              part.text.map((text) => block(escaped(text))).join('') +
              parts(part.parts ?? []),
          )
          .join('\n');
      return [
        ...(paper.number ? [block(escaped(paper.number))] : []),
        ...(paper.salutation ? [block(escaped(paper.salutation))] : []),
        ...paper.lead.map((text) => block(escaped(text))),
        parts(paper.sections),
        ...(paper.list ?? []).map((text, i) => block(`${i + 1}.${escaped(text)}`)),
        ...(paper.table ? [tableOf(paper.table)] : []),
        ...paper.links.map(([text]) => block(`详见${link(text)}。`)),
        ...signature.map((text) => block(escaped(text))),
        ...(paper.publicLine ? [block(escaped(paper.publicLine))] : []),
      ].join('\n');
    },
    table: paper.table ? tableOf(paper.table) : '',
    signature,
  };
}

function tableOf(rows: readonly (readonly Cell[])[]): string {
  const cell = (one: Cell) => {
    const { text, cols = 1, rows: down = 1 } = typeof one === 'string' ? { text: one } : one;
    return `<td${cols > 1 ? ` colspan="${cols}"` : ''}${down > 1 ? ` rowspan=${down}` : ''} style="border:1px solid #000"><p class="MsoNormal"><span style="font-family:仿宋">${escaped(text)}</span></p></td>`;
  };
  return `<table border="1" cellspacing="0"><tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
