import type { AuditReport } from '../audit-report.js';
import { fileTable } from '../figure-tables.js';
import { type Figure, figuresOf } from '../figures.js';
import { allFiles } from '../file-counts.js';
import { percent } from '../wording.js';
import { segments } from './bars.js';
import { cell, shownCell, unfolded } from './grid.js';
import { type Markup, markup } from './markup.js';
import { count } from './numbers.js';

/** The figures that stand out, by their names, with their unit and the part of the page they lead to. */
const TILES: Readonly<Record<string, readonly [id: string, unit: string, leadsTo?: string]>> = {
  须立即整改: ['urgent', '个', 'urgent'],
  文件数: ['documents', '份', 'documents'],
  合规文件: ['compliant', '份'],
  有错误的文件: ['with-errors', '份'],
  读不了的文件: ['unreadable', '份'],
  没有检查的文件: ['left-out', '份'],
  错误: ['errors', '个'],
  警告: ['warnings', '个'],
  没有解读: ['orphans', '份', 'orphans'],
  逾期: ['late', '件', 'late'],
  断链: ['broken-links', '处', 'broken-links'],
  要由人来看的条款: ['unchecked', '条', 'unchecked'],
};

/** The figures of the whole archive: what a meeting wants to know first, and below it every other, each explained in a line. */
export function summary(report: AuditReport): Markup {
  const { totals } = report;
  const figures = figuresOf(report);
  const others = figures.filter(({ name }) => !TILES[name]);
  const share = percent(totals.compliant, totals.documents);
  return markup`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">概览</h2>
<div class="overall"><p class="rate"><span class="rate-label">合规率</span><strong data-figure="rate">${share}</strong><span class="rate-of">${count(totals.documents)} 份中 ${count(totals.compliant)} 份</span></p>
<div><p class="headline">${headline(report)}</p>
${segments('overall', totals)}
</div></div>
<dl class="tiles">${figures.flatMap((figure) => (TILES[figure.name] ? tile(figure) : []))}</dl>
${unfolded(`其他数字（${others.length} 项）`, { label: '其他数字', heads: ['项目', '数字', '说明'], rows: others.map(figureRow) })}
${filesTable(report)}</section>
`;
}

/** What became of the files, by kind. */
function filesTable(report: AuditReport): Markup {
  const { columns, rows } = fileTable(report);
  return unfolded('各类文件的检查情况', {
    label: '各类文件的检查情况',
    heads: columns.map(({ title }) => title),
    rows: Array.from(rows(), (row) => {
      const [name = '', ...counts] = row.map(shownCell);
      return markup`<tr><th scope="row">${name}</th>${counts.map(cell)}</tr>`;
    }),
  });
}

function headline({ totals, demands, coverage, files }: AuditReport): string {
  const { documents, compliant, withErrors, unreadable } = totals;
  if (documents === 0) return '没有找到可以检查的文件。';
  const unread = unreadable > 0 ? `，${count(unreadable)} 份读不了` : '';
  const read =
    coverage.due > 0
      ? `应当解读的政策文件 ${count(coverage.due)} 份，已有解读 ${count(coverage.interpreted)} 份。`
      : '';
  const { leftOut, partly } = allFiles(files);
  const unseen = leftOut > 0 ? `另有 ${count(leftOut)} 份没有检查，不在其内。` : '';
  const unheard = partly > 0 ? `${count(partly)} 份里有隐藏的文字、图表之类没有读入。` : '';
  const apart = `正文合规 ${count(totals.text.compliant)} 份（${percent(totals.text.compliant, documents)}），元数据合规 ${count(totals.metadata.compliant)} 份（${percent(totals.metadata.compliant, documents)}）。`;
  const sum = `共核查 ${count(documents)} 份文件：${count(compliant)} 份合规，${count(withErrors)} 份有错误${unread}。${unseen}${unheard}${apart}${read}`;
  return `${sum}${mostBroken(demands)}`;
}

function mostBroken(demands: AuditReport['demands']): string {
  const errors = demands.filter(({ severity, broken }) => severity === 'error' && broken > 0);
  const worst = Math.max(...errors.map(({ broken }) => broken));
  const [one, ...others] = errors.filter(({ broken }) => broken === worst);
  if (!one) return '';
  if (others.length > 0) return `违反最多的要求有 ${count(others.length + 1)} 项，各有 ${count(worst)} 份文件违反。`;
  return `违反最多的要求是“${one.demand}”，有 ${count(worst)} 份文件违反，占适用文件的 ${percent(worst, one.applies)}。`;
}

function tile({ name, value, meaning }: Figure): Markup {
  const [id = '', unit = '', leadsTo] = TILES[name] ?? [];
  const figure = markup`<strong data-figure="${id}">${count(value)}</strong><span class="unit">${unit}</span>`;
  return markup`<div class="tile tile-${id}"><dt>${leadsTo ? markup`<a href="#${leadsTo}">${name}</a>` : name}</dt>
<dd>${figure}</dd><dd class="explanation">${meaning}</dd></div>
`;
}

function figureRow({ name, value, isShare, meaning }: Figure): Markup {
  const told = isShare ? percent(value, 1) : count(value);
  return markup`<tr><th scope="row">${name}</th>${[told, meaning].map(cell)}</tr>
`;
}
