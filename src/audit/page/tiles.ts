import type { AuditReport } from '../audit-report.js';
import { segments } from './bars.js';
import { count, percent } from './figures.js';
import { type Markup, markup } from './markup.js';

interface Tile {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly explanation: string;
  readonly leadsTo?: string;
}

/** The figures of the whole archive: what a meeting wants to know first. */
export function summary(report: AuditReport): Markup {
  const { totals } = report;
  const share = percent(totals.compliant, totals.documents);
  return markup`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">总体情况</h2>
<div class="overall"><p class="rate"><span class="rate-label">合规率</span><strong data-figure="rate">${share}</strong></p>
<div><p class="headline">${headline(report)}</p>
${segments('overall', totals)}
</div></div>
<dl class="tiles">${tiles(report).map(tile)}</dl>${uncounted(report)}</section>
`;
}

/** Findings that someone has let pass: said, so that nobody takes silence for compliance. */
function uncounted({ notCounted: { directive, file }, coverage }: AuditReport): Markup | string {
  const told = [
    ...(directive > 0 ? [`文中注明不检查的 ${count(directive)} 处`] : []),
    ...(file > 0 ? [`登记为已知问题的 ${count(file)} 处`] : []),
  ];
  const excused = coverage.excused > 0 ? `其中 ${count(coverage.excused)} 份政策没有解读而获准不计。` : '';
  if (told.length === 0) return '';
  return markup`<p class="explanation uncounted">以上数字不计入${told.join('、')}问题。${excused}</p>`;
}

function headline({ totals, demands }: AuditReport): string {
  const { documents, compliant, withErrors, unreadable } = totals;
  if (documents === 0) return '没有找到可以检查的文档。';
  const unread = unreadable > 0 ? `，${count(unreadable)} 份未能检查` : '';
  const sum = `共检查 ${count(documents)} 份文档：${count(compliant)} 份合规，${count(withErrors)} 份不合规${unread}。`;
  const [most] = demands.filter(({ severity }) => severity === 'error').sort((a, b) => b.broken - a.broken);
  if (!most || most.broken === 0) return sum;
  const of = percent(most.broken, most.applies);
  return `${sum}违反最多的要求是“${most.demand}”，有 ${count(most.broken)} 份，占适用文档的 ${of}。`;
}

function tile({ id, label, value, unit, explanation, leadsTo }: Tile): Markup {
  const figure = markup`<strong data-figure="${id}">${count(value)}</strong><span class="unit">${unit}</span>`;
  return markup`<div class="tile tile-${id}"><dt>${leadsTo ? markup`<a href="#${leadsTo}">${label}</a>` : label}</dt>
<dd>${figure}</dd><dd class="explanation">${explanation}</dd></div>
`;
}

function tiles({ totals, coverage, orphans, brokenLinks, late, unchecked }: AuditReport): Tile[] {
  return [
    {
      id: 'documents',
      label: '文档',
      value: totals.documents,
      unit: '份',
      explanation: '本次审查的全部文件。',
      leadsTo: 'documents',
    },
    {
      id: 'compliant',
      label: '合规',
      value: totals.compliant,
      unit: '份',
      explanation: `没有一处错误；其中 ${count(totals.clean)} 份也没有警告。`,
    },
    {
      id: 'with-errors',
      label: '不合规',
      value: totals.withErrors,
      unit: '份',
      explanation: '至少有一处错误。',
    },
    {
      id: 'unreadable',
      label: '未能检查',
      value: totals.unreadable,
      unit: '份',
      explanation: '读不出来或者格式损坏，不知道是否合规。',
    },
    { id: 'errors', label: '错误', value: totals.errors, unit: '处', explanation: '违反条款必须遵守的要求。' },
    {
      id: 'warnings',
      label: '警告',
      value: totals.warnings,
      unit: '处',
      explanation: '原则性、鼓励性的要求没有做到。',
    },
    {
      id: 'orphans',
      label: '没有解读的政策',
      value: orphans.length,
      unit: '份',
      explanation: `应当解读的 ${count(coverage.due)} 份政策中，${count(coverage.interpreted)} 份已有解读。`,
      leadsTo: 'orphans',
    },
    {
      id: 'late',
      label: '逾期',
      value: late.length,
      unit: '件',
      explanation: '发布、报送晚于规定期限。',
      leadsTo: 'late',
    },
    {
      id: 'broken-links',
      label: '失效链接',
      value: brokenLinks.length,
      unit: '处',
      explanation: '指向的文件或者段落不存在。',
      leadsTo: 'broken-links',
    },
    {
      id: 'unchecked',
      label: '须人工核对',
      value: unchecked.length,
      unit: '条',
      explanation: '不能完全从文件判断的条款。',
      leadsTo: 'unchecked',
    },
  ];
}
