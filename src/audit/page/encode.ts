import { rules as shipped } from '../../../rules/index.js';
import { ELEMENT_IDS, ELEMENT_NAMES } from '../../elements/catalogue.js';
import type { AuditFinding, AuditReport } from '../audit-report.js';
import type { Base } from '../links.js';
import { kindName } from '../wording.js';
import type { ElementMark, FindingBlock, PageData, PageRule, Verdict } from './data.js';
import { findingBlocks } from './encode-findings.js';
import { Places } from './places.js';
import { shown } from './shown.js';

const BLOCK_SIZE = 250;

const MARKS = { section: 's', prose: 'p', nominal: 'n', absent: 'a' } as const satisfies Record<string, ElementMark>;

/** The report as the page's script reads it: the table first, the findings in blocks that are read when a document is opened. */
export function pageData(report: AuditReport, base?: Base): { data: PageData; blocks(): Iterable<FindingBlock> } {
  const rules = rulesOf(report);
  const places = new Map(rules.map(({ id }, i) => [id, i]));
  const [departments, years, kinds] = [new Places(), new Places(), new Places()];
  const [ruleSets, elementSets] = [new Places(), new Places()];
  const { blocks, ...texts } = findingBlocks(report, places, BLOCK_SIZE);
  // Groups come first, so that their names stand in the order of the report.
  for (const { name } of report.byDepartment) departments.of(shown(name));
  for (const { name } of report.byYear) years.of(shown(name));
  for (const { name } of report.byKind) kinds.of(shown(kindName(name)));
  const { documents } = report;
  const columns = {
    path: documents.map(({ path }) => shown(path)),
    title: documents.map(({ title }) => shown(title)),
    address: documents.map(({ address }) => (/^https?:/i.test(address) ? shown(address) : '')),
    department: documents.map(({ department }) => departments.of(shown(department))),
    year: documents.map(({ year }) => years.of(shown(year))),
    kind: documents.map(({ kind }) => kinds.of(shown(kindName(kind)))),
    number: documents.map(({ number }) => shown(number)),
    issued: documents.map(({ issued }) => shown(issued)),
    published: documents.map(({ published }) => shown(published)),
    wordCount: documents.map(({ wordCount }) => wordCount),
    errors: documents.map(({ errors }) => errors),
    warnings: documents.map(({ warnings }) => warnings),
    verdict: documents.map(({ readable, compliant }): Verdict => (!readable ? 2 : compliant ? 0 : 1)),
    ruleSet: documents.map(({ findings }) => ruleSets.of(JSON.stringify(rulesBroken(findings, places)))),
    elementSet: documents.map(({ elements }) =>
      elementSets.of(ELEMENT_IDS.map((id) => (elements[id] ? MARKS[elements[id]] : '-')).join('')),
    ),
  };
  const data = {
    rules,
    departments: departments.texts,
    years: years.texts,
    kinds: kinds.texts,
    ruleSets: ruleSets.texts.map((set) => JSON.parse(set) as number[]),
    elements: ELEMENT_IDS.map((id) => ({
      name: ELEMENT_NAMES[id]['zh-CN'],
      ruleId: shipped.find(({ element }) => element === id)?.id ?? '',
    })),
    elementSets: elementSets.texts,
    documents: columns,
    base: base ?? null,
    ...texts,
    blockSize: BLOCK_SIZE,
  };
  return { data, blocks };
}

/** JSON that may stand in a script element: nothing in it can end the element or open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The rules in force, and after them what else findings name. */
function rulesOf({ demands, documents }: AuditReport): PageRule[] {
  const rules = demands.map(({ ruleId, demand, severity }) => ({ id: shown(ruleId), demand: shown(demand), severity }));
  const known = new Set(demands.map(({ ruleId }) => ruleId));
  for (const { findings } of documents)
    for (const { ruleId, severity } of findings) {
      if (ruleId === null || known.has(ruleId)) continue;
      known.add(ruleId);
      rules.push({ id: shown(ruleId), demand: '', severity });
    }
  return rules;
}

function rulesBroken(findings: readonly AuditFinding[], rules: ReadonlyMap<string, number>): number[] {
  const places = findings.flatMap(({ ruleId }) => rules.get(ruleId ?? '') ?? []);
  return [...new Set(places)].sort((a, b) => a - b);
}
