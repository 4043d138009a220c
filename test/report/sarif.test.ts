import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sarif, sarifWithSuppressed } from '../../src/report/sarif.js';
import { HOSTILE_AND_CONTROLS, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv as unknown as Parameters<typeof addFormats.default>[0]);
const validate = ajv.compile(schema);

function valid(text: string) {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

describe('sarif', () => {
  it('is valid SARIF 2.1.0 without files, without findings, and with hostile ones', () => {
    expect(valid(sarif([], context)).results).toEqual([]);
    expect(valid(sarif([fileResult('a.md')], context)).results).toEqual([]);
    expect(valid(sarif(hostileResults(), context)).results).toHaveLength(3);
    valid(sarif(hostileResults(), { ...context, locale: 'en' }));
  });

  it('is refused by the schema when it is not SARIF', () => {
    const log = JSON.parse(sarif([fileResult('a.md', [finding()])], context));
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validate(log)).toBe(false);
  });

  it('places findings by relative percent-encoded addresses and UTF-16 columns', () => {
    const run = valid(
      sarif([fileResult('政策/解读 100%.md', [finding({ line: 3, endLine: 4, endColumn: 2 })])], context),
    );
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: {
            uri: '%E6%94%BF%E7%AD%96/%E8%A7%A3%E8%AF%BB%20100%25.md',
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 2 },
        },
      },
    ]);
  });

  it.each([
    ['/别处/a.md', 'file:///%E5%88%AB%E5%A4%84/a.md'],
    ['C:/a b.md', 'file:///C:/a%20b.md'],
    ['//server/share/a.md', 'file://server/share/a.md'],
  ])('gives %s, which is in no repository, a full address', (path, uri) => {
    const run = valid(sarif([fileResult('a.md', [finding()])], { ...context, sourcePath: () => path }));
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri });
  });

  it('keeps the text of a message whatever it holds', () => {
    const text = sarif(hostileResults(), context);
    expect(text).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(valid(text).results[0].message.text).toBe(HOSTILE_AND_CONTROLS);
  });

  it('describes the rules that have findings, with help', () => {
    const run = valid(sarif([fileResult('a.md', [finding(), finding({ severity: 1 })])], context));
    expect(run.tool.driver).toMatchObject({ name: 'jiedu-lint', version: '1.2.3' });
    const [rule, ...rest] = run.tool.driver.rules;
    expect(rest).toEqual([]);
    expect(rule).toMatchObject({ id: 'element/scope', shortDescription: { text: '写明政策涉及的范围' } });
    expect(rule.help.text).toContain('XY-2b 某市解读办法第二条：解读要写明范围');
    expect(rule.help.markdown).toContain('**写明政策涉及的范围**');
    expect(run.results.map(({ level, ruleIndex }: Record<string, unknown>) => [level, ruleIndex])).toEqual([
      ['error', 0],
      ['warning', 0],
    ]);
    expect(run.results[0].properties.clauses).toEqual(['XY-2b']);
  });

  it('tells files and rules that failed as notifications of a run that did not succeed', () => {
    const unread = finding({ ruleId: null, messageId: 'notFound', fatal: true, message: '找不到' });
    const crash = finding({ messageId: 'crash', fatal: true });
    const run = valid(sarif([fileResult('a.md', [unread]), fileResult('b.md', [crash])], context));
    expect(run.results).toEqual([]);
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations;
    expect(executionSuccessful).toBe(false);
    expect(toolExecutionNotifications).toMatchObject([
      { descriptor: { id: 'notFound' }, level: 'error', message: { text: '找不到' } },
      { descriptor: { id: 'crash' }, associatedRule: { id: 'element/scope', index: 0 } },
    ]);
    expect(valid(sarif([fileResult('a.md')], context)).invocations[0].executionSuccessful).toBe(true);
  });

  it('names a finding the same when lines are put in above it', () => {
    const at = (line: number) =>
      valid(sarif([fileResult('a.md', [finding({ line, endLine: line })])], context)).results[0].partialFingerprints;
    expect(at(90)).toEqual(at(3));
    expect(at(3).primaryLocationLineHash).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('sarif-with-suppressed', () => {
  const directive = { kind: 'directive' as const, justification: HOSTILE_AND_CONTROLS };
  const results = [
    fileResult(
      '政策/a.md',
      [finding({ line: 9, endLine: 9 })],
      [
        finding({ line: 3, endLine: 3, suppressions: [directive, { ...directive, justification: '' }] }),
        finding({ ruleId: 'meta/schema', suppressions: [{ kind: 'file', justification: '' }] }),
      ],
    ),
    fileResult('b.md', [], [finding({ suppressions: [directive] })]),
  ];

  it('is valid and says how and why each finding is suppressed', () => {
    const run = valid(sarifWithSuppressed(results, context));
    expect(run.results.map(({ ruleId, suppressions }: Record<string, unknown>) => [ruleId, suppressions])).toEqual([
      ['element/scope', undefined],
      [
        'element/scope',
        [
          { kind: 'inSource', status: 'accepted', justification: HOSTILE_AND_CONTROLS },
          { kind: 'inSource', status: 'accepted' },
        ],
      ],
      ['meta/schema', [{ kind: 'external', status: 'accepted' }]],
      ['element/scope', [{ kind: 'inSource', status: 'accepted', justification: HOSTILE_AND_CONTROLS }]],
    ]);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['element/scope', 'meta/schema']);
    expect(run.results.map(({ ruleIndex }: { ruleIndex: number }) => ruleIndex)).toEqual([0, 0, 1, 0]);
  });

  it('gives every finding a name of its own, and what counts the same as sarif, which leaves the rest out', () => {
    const printsOf = (text: string): string[] =>
      valid(text).results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
          partialFingerprints.primaryLocationLineHash,
      );
    const all = printsOf(sarifWithSuppressed(results, context));
    expect(new Set(all).size).toBe(4);
    expect(printsOf(sarif(results, context))).toEqual([all[0]]);
  });
});
