import type { AuditReport, Demand, Group } from '../audit-report.js';
import { groupTable } from '../figure-tables.js';
import { departmentName, SEVERITY, yearName } from '../names.js';
import { kindName, percent } from '../wording.js';
import { type Bar, barChart, legend, type Piece, verdictPieces } from './bars.js';
import type { PageData } from './data.js';
import { cell, shownCell, unfolded } from './grid.js';
import { type Markup, markup } from './markup.js';
import { count } from './numbers.js';
import { shown } from './shown.js';

/** Bars a picture has at most; the table under it has them all. */
const MOST_BARS = 10;

/** Kinds of fault told of each demand. */
const MOST_FAULTS = 3;

interface Chart {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly bars: readonly Bar[];
  /** Documents that the longest bar stands for. */
  readonly longest: number;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly label: string;
  /** The filter of the table of documents that this row stands for. */
  readonly filter: string;
  readonly value: number;
  readonly cells: readonly (string | Markup)[];
}

/** The charts of the page: each a picture, and the table of all its figures. */
export function charts(report: AuditReport, data: PageData): Markup {
  const all = [
    demandChart(report, data),
    departmentChart(report, data),
    yearChart(report, data),
    kindChart(report, data),
  ];
  return markup`<section id="charts" aria-labelledby="charts-title"><h2 id="charts-title">分项统计</h2>
<div class="charts">${all.map(chartFigure)}</div></section>
`;
}

function demandChart({ demands, clauses }: AuditReport, data: PageData): Chart {
  const citationOf = new Map(clauses.map(({ id, citation }) => [id, citation]));
  const broken = demands.filter((demand) => demand.broken > 0).sort((a, b) => b.broken - a.broken);
  const shownDemands = broken.slice(0, MOST_BARS);
  return {
    id: 'by-demand',
    title: '哪些要求违反得最多',
    explanation: `违反每项要求的文件数，以及占这项要求所适用的文件的比例。共 ${demands.length} 项要求，${broken.length} 项有文件违反${drawn(shownDemands.length, broken.length, '违反最多的')}。`,
    bars: shownDemands.map((demand) => ({
      label: shown(demand.demand),
      value: `${count(demand.broken)}/${count(demand.applies)} 份  ${percent(demand.broken, demand.applies)}`,
      pieces: [
        [pieceOf(demand), demand.broken],
        ['kept', demand.applies - demand.broken],
      ],
    })),
    longest: Math.max(0, ...shownDemands.map(({ applies }) => applies)),
    heads: ['要求', '级别', '违反文件', '适用文件', '违反率', '问题数', '不计入', '常见情形', '规则', '依据'],
    rows: demands.map((demand) => ({
      label: demand.demand,
      filter: 'rule',
      value: data.rules.findIndex(({ id }) => id === shown(demand.ruleId)),
      cells: [
        SEVERITY[demand.severity],
        ...[count(demand.broken), count(demand.applies), percent(demand.broken, demand.applies)],
        ...[count(demand.findings), count(demand.notCounted)],
        demand.faults
          .slice(0, MOST_FAULTS)
          .map(({ example, documents }) => `${example}（${count(documents)} 份）`)
          .join('；'),
        ...[markup`<code>${demand.ruleId}</code>`, demand.clauses.map((id) => citationOf.get(id) ?? id).join('；')],
      ],
    })),
  };
}

function pieceOf({ severity }: Demand): Piece {
  return severity === 'error' ? 'broken-error' : 'broken-warn';
}

function departmentChart({ byDepartment }: AuditReport, data: PageData): Chart {
  const worstFirst = [...byDepartment].sort((a, b) => b.withErrors - a.withErrors || b.documents - a.documents);
  const least = drawn(Math.min(MOST_BARS, worstFirst.length), worstFirst.length, '有错误文件最多的');
  return groupChart(worstFirst, {
    id: 'by-department',
    title: '各部门',
    explanation: `每个部门的文件数，其中合规的份数和比例。共 ${byDepartment.length} 个部门，有错误文件多的在前${least}。`,
    head: '部门',
    filter: 'department',
    nameOf: departmentName,
    placeOf: (name) => data.departments.indexOf(shown(name)),
  });
}

function yearChart({ byYear }: AuditReport, data: PageData): Chart {
  const inOrder = [...byYear].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || (a.name < b.name ? -1 : 1),
  );
  const recent = inOrder.slice(-MOST_BARS);
  return groupChart(inOrder, {
    id: 'by-year',
    title: '各年份',
    explanation: `按发布年份（没有发布日期的按印发年份）统计的文件数，其中合规的份数和比例${drawn(recent.length, inOrder.length, '最近的')}。`,
    head: '年份',
    filter: 'year',
    nameOf: yearName,
    placeOf: (name) => data.years.indexOf(shown(name)),
    drawnGroups: recent,
  });
}

function kindChart({ byKind }: AuditReport, data: PageData): Chart {
  return groupChart(byKind, {
    id: 'by-kind',
    title: '各类型',
    explanation: '按文件类型统计的文件数，其中合规的份数和比例。',
    head: '类型',
    filter: 'kind',
    nameOf: (name) => kindName(name),
    placeOf: (name) => data.kinds.indexOf(shown(kindName(name))),
  });
}

interface Grouping extends Pick<Chart, 'id' | 'title' | 'explanation'>, Pick<Row, 'filter'> {
  readonly head: string;
  nameOf(name: string): string;
  placeOf(name: string): number;
  readonly drawnGroups?: readonly Group[];
}

function groupChart(groups: readonly Group[], grouping: Grouping): Chart {
  const { id, title, explanation, head, filter, nameOf, placeOf } = grouping;
  const drawnGroups = grouping.drawnGroups ?? groups.slice(0, MOST_BARS);
  const { columns, rows } = groupTable(head, 0, groups, ({ name }) => name);
  return {
    id,
    title,
    explanation,
    bars: drawnGroups.map((group) => ({
      label: shown(nameOf(group.name)),
      value: `合规 ${count(group.compliant)}/${count(group.documents)} 份  ${percent(group.compliant, group.documents)}`,
      pieces: verdictPieces(group),
    })),
    longest: Math.max(0, ...drawnGroups.map(({ documents }) => documents)),
    heads: columns.map((column) => column.title),
    rows: [...rows()].map(([name, ...cells]) => ({
      label: nameOf(String(name)),
      filter,
      value: placeOf(String(name)),
      cells: cells.map(shownCell),
    })),
  };
}

function drawn(bars: number, all: number, which: string): string {
  return bars < all ? `，图中是${which} ${bars} 项，其余见数据表` : '';
}

function chartFigure({ id, title, explanation, bars, longest, heads, rows }: Chart): Markup {
  const described = bars.map(({ label, value }) => `${label}：${value}`).join('；');
  return markup`<figure id="${id}" class="chart"><figcaption><h3>${title}</h3><p class="explanation">${explanation}</p></figcaption>
${bars.length === 0 ? markup`<p class="none">没有可以统计的数据。</p>` : [legend(bars.flatMap(({ pieces }) => pieces)), barChart(id, title, described, bars, longest)]}
${unfolded(`数据表（${rows.length} 项）`, { label: `${title}的数据表`, caption: title, heads, rows: rows.map(dataRow) })}</figure>
`;
}

function dataRow({ label, filter, value, cells }: Row): Markup {
  return markup`<tr><th scope="row" data-filter="${filter}" data-value="${value}">${label}</th>${cells.map(cell)}</tr>
`;
}
