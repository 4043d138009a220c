import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/audit/page/encode.js';
import { EVERYTHING, makeFinder, type Query } from '../../src/audit/page/query.js';
import { auditedDocument, auditFinding, madeReport, reportOn } from './made-report.js';

const report = madeReport(300);
const { data } = pageData(report);
const find = makeFinder(data);
const found = (change: Partial<Query>) => find({ ...EVERYTHING, ...change }).map((i) => report.documents[i]);

/** The documents with these titles, as a report of their own. */
function titled(...titles: readonly string[]) {
  const documents = titles.map((title, i) => auditedDocument({ path: `${i}.md`, title, wordCount: i }));
  const finder = makeFinder(pageData(reportOn(documents)).data);
  return (change: Partial<Query>) => finder({ ...EVERYTHING, ...change }).map((i) => titles[i]);
}

describe('makeFinder', () => {
  it('finds every document where nothing is asked, the most errors first', () => {
    const errors = found({}).map((document) => document?.errors);
    expect(errors).toHaveLength(300);
    expect(errors).toEqual([...errors].sort((a, b) => (b ?? 0) - (a ?? 0)));
  });

  it('finds by any conditions at once what a look at each document finds', () => {
    const place = (length: number) => fc.option(fc.nat(length - 1), { nil: null });
    const conditions = fc.record({
      text: fc.constantFrom('', '民政', '停车场 2021', 'MD', '高龄　补贴'),
      department: place(data.departments.length),
      year: place(data.years.length),
      kind: place(data.kinds.length),
      verdict: place(3),
      rule: place(data.rules.length),
    });
    fc.assert(
      fc.property(conditions, ({ text, department, year, kind, verdict, rule }) => {
        const expected = report.documents.filter((document, i) => {
          const words = `${document.path} ${document.title} ${document.department}`.toLowerCase();
          const { documents, rules } = data;
          return (
            text
              .toLowerCase()
              .split(/\s+/)
              .every((word) => words.includes(word)) &&
            (department === null || data.departments[department] === document.department) &&
            (year === null || data.years[year] === document.year) &&
            (kind === null || documents.kind[i] === kind) &&
            (verdict === null || verdict === (document.readable ? (document.compliant ? 0 : 1) : 2)) &&
            (rule === null || document.findings.some(({ ruleId }) => ruleId === rules[rule]?.id))
          );
        });
        const paths = found({ text, department, year, kind, verdict, rule }).map((document) => document?.path);
        expect([...paths].sort()).toEqual(expected.map(({ path }) => path).sort());
      }),
    );
  });

  it('sorts by every column both ways, and keeps the order of paths where a column is alike', () => {
    for (const sort of ['title', 'department', 'year', 'kind', 'wordCount', 'errors', 'warnings', 'verdict'] as const) {
      const up = find({ ...EVERYTHING, sort, descending: false });
      const down = find({ ...EVERYTHING, sort, descending: true });
      expect([...up].sort((a, b) => a - b)).toEqual([...down].sort((a, b) => a - b));
      if (sort !== 'title') expect(up).not.toEqual([...down].reverse());
    }
    expect(found({ sort: 'wordCount', descending: false })[0]?.wordCount).toBe(
      Math.min(...report.documents.map(({ wordCount }) => wordCount)),
    );
  });

  it('puts documents without a department last, whichever way the column runs', () => {
    const nameless = report.documents.filter(({ department }) => department === '').length;
    expect(nameless).toBeGreaterThan(0);
    for (const descending of [true, false]) {
      const names = found({ sort: 'department', descending }).map((document) => document?.department);
      expect(names.slice(-nameless).every((name) => name === '')).toBe(true);
    }
  });

  it('sorts titles as a Chinese dictionary does, numbers by value', () => {
    const titles = titled('中心', '安全', '第10号', '第9号', '办法');
    expect(titles({ sort: 'title', descending: false })).toEqual(['安全', '办法', '第9号', '第10号', '中心']);
  });

  it('finds full-width letters by plain ones and capitals by small ones', () => {
    const titles = titled('关于ＡＢＣ１２３的解读', '关于abc的解读', '别的');
    expect(titles({ text: 'Abc' })).toEqual(['关于ＡＢＣ１２３的解读', '关于abc的解读']);
    expect(titles({ text: '  １２３  abc ' })).toEqual(['关于ＡＢＣ１２３的解读']);
    expect(titles({ text: '.*' })).toEqual([]);
  });

  it('finds a policy by its number', () => {
    const documents = [
      auditedDocument({ path: 'a.md', number: '某政办发〔2024〕7号' }),
      auditedDocument({ path: 'b.md', findings: [auditFinding()] }),
    ];
    const finder = makeFinder(pageData(reportOn(documents)).data);
    expect(finder({ ...EVERYTHING, text: '〔2024〕7号' })).toEqual([0]);
  });
});
