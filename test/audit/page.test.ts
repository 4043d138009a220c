import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { FindingBlock, PageData } from '../../src/audit/page/data.js';
import { count } from '../../src/audit/page/numbers.js';
import { percent } from '../../src/audit/wording.js';
import { HOSTILE, HOSTILE_AND_CONTROLS, HOSTILE_PATH } from '../report/hostile.js';
import { auditPage } from './audit-page.js';
import { hostileReport } from './hostile-report.js';
import { auditedDocument, auditFinding, madeReport, reportOn } from './made-report.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Parses as browsers do, and with their complaints about what they had to mend. */
function parsed(html: string) {
  const complaints: string[] = [];
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parse(html, { onParseError: ({ code }: ParserError) => complaints.push(code) }).childNodes.forEach(visit);
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  const json = (id: string) => JSON.parse(textOf(scripts.find((one) => attribute(one, 'id') === id)));
  return { complaints, elements, scripts, json };
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function textOf(element: Element | undefined): string {
  return (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');
}

const EMPTY = reportOn([]);

describe('auditPage', () => {
  it('is a page that a browser’s parser has nothing to mend in, empty and hostile reports included', () => {
    for (const report of [EMPTY, madeReport(60), hostileReport(), { ...madeReport(3), partial: true }])
      expect(parsed(auditPage(report)).complaints).toEqual([]);
  });

  it('holds no element, script or address but its own, whatever documents say', () => {
    const { elements, scripts } = parsed(auditPage(hostileReport()));
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of ['b', 'img', 'link', 'iframe', 'form', 'object', 'base']) expect(tags).not.toContain(tag);
    expect(scripts.filter((one) => attribute(one, 'type') !== 'application/json')).toHaveLength(1);
    const addresses = elements
      .flatMap(({ attrs }) => attrs)
      .filter(({ name }) => /^(?:src|href|action|on.*)$/.test(name));
    expect(addresses.filter(({ value }) => !value.startsWith('#'))).toEqual([]);
  });

  it('opens files where they lie, and nothing that a path or an address makes of itself', () => {
    const named = ['javascript:alert(1).md', '解读/甲 乙#1?.md', '../../etc/passwd', '\u202etxt.md', HOSTILE_PATH];
    const documents = named.map((path) =>
      auditedDocument({ path, address: 'javascript:alert(2)', findings: [auditFinding()] }),
    );
    const { elements, json } = parsed(auditPage({ ...hostileReport(), ...reportOn(documents) }, '../文库/'));
    const opened = elements.flatMap(({ tagName, attrs }) =>
      tagName === 'a' ? attrs.filter(({ name, value }) => name === 'href' && !value.startsWith('#')) : [],
    );
    const addresses = opened.map(({ value }) => value);
    expect(addresses).toContain('../文库/javascript%3Aalert(1).md');
    expect(addresses).toContain('../文库/解读/甲%20乙%231%3F.md');
    for (const address of addresses) expect(address.startsWith('../文库/')).toBe(true);
    expect(addresses.filter((address) => address.includes('txt'))).toEqual([]);
    expect((json('data') as PageData).documents.address).toEqual(named.map(() => ''));
  });

  it('lets in by its policy just the script and the style it has', () => {
    const { elements, scripts } = parsed(auditPage(madeReport(3)));
    const policy = elements.map((one) => attribute(one, 'content') ?? '').find((text) => text.includes('default-src'));
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const run = scripts.find((one) => attribute(one, 'type') === undefined);
    const style = elements.find(({ tagName }) => tagName === 'style');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(textOf(run))};`);
    expect(policy).toContain(`style-src ${hash(textOf(style))};`);
  });

  it('gives its script every document and every finding', () => {
    const report = madeReport(600);
    const { json } = parsed(auditPage(report));
    const data = json('data') as PageData;
    expect(data.documents.path).toEqual(report.documents.map(({ path }) => path));
    expect(data.documents.errors).toEqual(report.documents.map(({ errors }) => errors));
    expect(data.documents.department.map((place) => data.departments[place])).toEqual(
      report.documents.map(({ department }) => department),
    );
    const blocks = Array.from({ length: 3 }, (_, i) => json(`findings-${i}`) as FindingBlock);
    const text = (value: string | number) => (typeof value === 'number' ? data.texts[value] : value);
    const read = blocks.flat().map((rows) =>
      rows.map(([rule, rank, line, , what, , todo, clauseSet, sentence]) => ({
        ...{ ruleId: data.rules[rule]?.id, severity: rank === 'e' ? 'error' : 'warn', line, sentence },
        ...{ what: text(what), todo: text(todo) },
        clauses: data.clauseSets[clauseSet]?.map((place) => data.clauses[place]?.id),
      })),
    );
    expect(read).toEqual(
      report.documents.map(({ findings }) =>
        findings.map(({ ruleId, severity, line, sentence, what, todo, clauses }) => ({
          ...{ ruleId, severity, line, sentence, what, todo, clauses },
        })),
      ),
    );
  });

  it('keeps hostile texts whole on their way to the script, with what cannot be seen written out', () => {
    const report = reportOn([
      auditedDocument({ title: HOSTILE, findings: [auditFinding({ what: HOSTILE_AND_CONTROLS })] }),
    ]);
    const { json } = parsed(auditPage(report));
    expect((json('data') as PageData).documents.title).toEqual([HOSTILE]);
    const what = String((json('findings-0') as FindingBlock)[0]?.[0]?.[4]);
    expect(what.startsWith(HOSTILE)).toBe(true);
    expect(what).toContain('\\x1b[31m \\x00 \\x9b');
    expect(what).toContain('\\u202e');
  });

  it('takes rules and clauses that the report does not list', () => {
    const findings = [
      auditFinding({ ruleId: 'own/rule', clauses: ['OWN-1'] }),
      auditFinding({ ruleId: null, clauses: [] }),
    ];
    const { json } = parsed(auditPage(reportOn([auditedDocument({ findings })])));
    const data = json('data') as PageData;
    const [own, none] = (json('findings-0') as FindingBlock)[0] ?? [];
    expect(data.rules[own?.[0] ?? -1]?.id).toBe('own/rule');
    expect(data.clauseSets[own?.[7] ?? -1]?.map((place) => data.clauses[place]?.id)).toEqual(['OWN-1']);
    expect([none?.[0], data.clauseSets[none?.[7] ?? -1]]).toEqual([-1, []]);
  });

  it('stays small where findings are alike', () => {
    const size = (documents: number) => auditPage(madeReport(documents)).length;
    expect((size(2000) - size(1000)) / 1000).toBeLessThan(1100);
  });
});

describe('figures', () => {
  it('says neither none nor all of what is not quite so', () => {
    expect([percent(0, 7), percent(1, 99_999), percent(1, 8), percent(99_998, 99_999), percent(7, 7)]).toEqual([
      '0%',
      '0.1%',
      '12.5%',
      '99.9%',
      '100%',
    ]);
    expect(percent(0, 0)).toBe('—');
  });

  it('sets thousands apart', () => {
    expect([0, 999, 1000, 20_000, 1_234_567].map(count)).toEqual(['0', '999', '1,000', '20,000', '1,234,567']);
  });
});
