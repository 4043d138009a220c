import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../../generated/audit-page.js';
import type { AuditReport } from '../audit-report.js';
import type { Base } from '../links.js';
import { PATTERNS } from './bars.js';
import { charts } from './charts.js';
import type { PageData } from './data.js';
import { pageData, scriptJson } from './encode.js';
import { type List, listSection, listsFor } from './lists.js';
import { type Markup, markup, trusted } from './markup.js';
import { count } from './numbers.js';
import { summary } from './tiles.js';
import { worstSection } from './worst.js';

/** Nothing may run or load but the page's own script and style; nothing may be made of texts but texts. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * An audit as one HTML page in Chinese that needs nothing else and opens from disk. Figures, charts and the first rows of each list
 * are in the HTML; the table of documents and their findings are data, which the page's script shows as they are asked for.
 * @param base where the files lie as seen from the page; without it nothing opens them
 * @returns the page piece by piece: that of a large archive is too long to be held twice
 */
export function* auditPageParts(report: AuditReport, base?: Base): Iterable<string> {
  const { data, blocks } = pageData(report, base);
  yield beginning(report, data).html;
  yield dataElement('data', data).html;
  let number = 0;
  for (const block of blocks()) yield dataElement(`findings-${number++}`, block).html;
  yield markup`<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.html;
}

function beginning(report: AuditReport, data: PageData): Markup {
  const lists = listsFor(report);
  const [first, others] = [lists.filter(({ isFirst }) => isFirst), lists.filter(({ isFirst }) => !isFirst)];
  const documentAt = new Map(report.documents.map(({ path }, i) => [path, i]));
  const section = (list: List) => listSection(list, { documentAt, base: data.base });
  const title = `${report.partial ? '（不完整）' : ''}政策解读核查报告`;
  return markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="jiedu-lint">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${PATTERNS}<a class="skip" href="#documents">跳到文件清单</a>
<header>${report.partial ? PARTIAL : ''}<h1>政策解读核查报告</h1>
<dl class="about"><div><dt>文库</dt><dd>${report.root}</dd></div><div><dt>核查日期</dt><dd><time>${report.date}</time></dd></div><div><dt>预设</dt><dd>${report.presets.join('、')}</dd></div></dl></header>
${contents(first, others)}<main>
${first.map(section)}${summary(report)}${charts(report, data)}${worstSection(report, data.base)}${documentsSection(report)}${others.map(section)}</main>
<footer><p>由 ${report.tool.name} ${report.tool.version} 于 ${report.date} 生成。${report.partial ? '核查被中断，本报告不完整。' : ''}</p></footer>
`;
}

const PARTIAL = markup`<p class="partial" role="note"><strong>本报告不完整。</strong>核查被中断，以下数字只反映已经检查的文件，不能代表全部。</p>
`;

function contents(first: readonly List[], others: readonly List[]): Markup {
  const titled = ({ id, table, title = table.name }: List) => [id, title] as const;
  const sections: ReadonlyArray<readonly [string, string]> = [
    ...first.map(titled),
    ['summary', '概览'],
    ['charts', '分项统计'],
    ['worst', '问题最多的文件'],
    ['documents', '文件清单'],
    ...others.map(titled),
  ];
  return markup`<nav aria-label="目录"><ul>${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`;
}

/** Where the script puts the table of documents. */
function documentsSection({ totals }: AuditReport): Markup {
  return markup`<section id="documents" aria-labelledby="documents-title" tabindex="-1"><h2 id="documents-title">文件清单 <span class="tally">${count(totals.documents)}</span></h2>
<div id="table"></div><noscript><p class="none">浏览器没有启用脚本，不能显示文件清单；其余内容不受影响。每份文件的问题也可以看同时生成的电子表格。</p></noscript></section>
`;
}

function dataElement(id: string, value: unknown): Markup {
  return markup`<script type="application/json" id="${id}">${trusted(scriptJson(value))}</script>
`;
}
