import type { AuditedDocument, AuditFinding, AuditReport } from '../audit-report.js';
import { shownFileAddress } from '../links.js';
import { departmentName, NO_TITLE, placeName, SEVERITY } from '../names.js';
import { kindName } from '../wording.js';
import { type Markup, markup } from './markup.js';
import { count } from './numbers.js';
import { shown } from './shown.js';

/** What is to be put right, and where. */
function placed(path: string, finding: AuditFinding): string {
  const place = placeName(path, finding);
  return place === '' ? finding.what : `${place}：${finding.what}`;
}

/** Documents told in full, and findings of each. */
const MOST_DOCUMENTS = 10;
const MOST_FINDINGS = 5;

/** The documents with the most errors, each with what is to be put right, so that the printed page can be handed out. */
export function worstSection({ worst, documents }: AuditReport, base: string | null): Markup {
  const placeOf = new Map(documents.map(({ path }, i) => [path, i]));
  const chosen = worst.slice(0, MOST_DOCUMENTS).flatMap((path) => placeOf.get(path) ?? []);
  const list = markup`<ol class="worst">${chosen.map((place) => worstItem(documents[place] as AuditedDocument, place, base))}</ol>`;
  return markup`<section id="worst" aria-labelledby="worst-title"><h2 id="worst-title">问题最多的文件</h2>
<p class="explanation">错误最多的 ${chosen.length} 份文件，以及要改的地方。其余文件见文件清单。</p>
${chosen.length === 0 ? markup`<p class="none">没有文件有错误。</p>` : list}</section>
`;
}

function worstItem(document: AuditedDocument, place: number, base: string | null): Markup {
  const { title, path, kind, department, errors, warnings } = document;
  const inOrder = [...document.findings].sort((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
  const to = shownFileAddress(shown(path), base);
  const left = inOrder.length - MOST_FINDINGS;
  return markup`<li><h3 data-document="${place}">${title || NO_TITLE}</h3>
<p class="facts">${departmentName(department)} · ${kindName(kind)} · 错误 ${count(errors)} 个，警告 ${count(warnings)} 个<br><span class="path">${to === null ? path : markup`<a href="${to}">${path}</a>`}</span></p>
<ul>${inOrder.slice(0, MOST_FINDINGS).map(
    (finding) =>
      markup`<li><span class="severity severity-${finding.severity}">${SEVERITY[finding.severity]}</span> ${placed(path, finding)}${finding.todo === '' ? '' : markup`<span class="todo">改法：${finding.todo}</span>`}</li>
`,
  )}</ul>${left > 0 ? markup`<p class="explanation">另有 ${count(left)} 个。</p>` : ''}</li>
`;
}
