import { Ajv } from 'ajv';
import { defineRule, type Fix, type Rule, type RuleWithoutOptions } from '../../rules/rule.js';
import { ruleFault } from '../config/plugin-check.js';
import type { Kind } from '../document/document.js';
import { placeOf } from '../document/range.js';
import { loadTreeParser } from '../document/tree.js';
import type { Finding } from '../lint/finding.js';
import { applyOnce } from '../lint/fix.js';
import { type CaseSettings, runCase } from './rule-run.js';

/** A text, or a text with what it is checked under. */
export interface ValidCase {
  /** Shown as the name of the test; the text where absent. */
  readonly name?: string;
  readonly text: string;
  /** The path of the text, with `/`; `/document.md` where absent. */
  readonly path?: string;
  readonly kind?: Kind;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The other files of the archive, by absolute path, for rules over archives. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A finding as it must be, whole: what is left out of `data` must not be there. */
export interface ExpectedFinding {
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** What fills the message; may be left out only where the message has no places. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface InvalidCase extends ValidCase {
  /** In the order of the text. */
  readonly findings: readonly ExpectedFinding[];
  /** The text after one pass of fixes; must be there exactly where findings have fixes. */
  readonly output?: string;
}

export interface RuleTests {
  readonly valid: readonly (string | ValidCase)[];
  readonly invalid: readonly InvalidCase[];
}

/** The functions of a test framework. */
export interface TestFunctions {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/**
 * Tests rules: what they must let pass, and exactly what they must find. It works with every framework that has `describe`
 * and `it`, given or global.
 */
export class RuleTester {
  constructor(private readonly functions: Partial<TestFunctions> = {}) {}

  /**
   * Checks the rule itself, then every case, then that every message of the rule is found in some case.
   * @throws Error at once, or in a test, that says what is not as it must be
   */
  run<Options>(rule: Rule<Options> | RuleWithoutOptions, tests: RuleTests): void {
    const checked = defineRule(rule as unknown as Rule);
    const { describe, it } = this.testFunctions();
    if (!Array.isArray(tests?.valid) || !Array.isArray(tests?.invalid))
      fail('The tests need the lists valid and invalid');
    const reported = new Set<string>();
    const cases = [
      ...tests.valid.map((one) => ({ ...(typeof one === 'string' ? { text: one } : one), findings: [] })),
      ...tests.invalid,
    ];
    const test = (one: InvalidCase, isValid: boolean) =>
      it(String(one.name ?? one.text), async () => {
        checkForm(one);
        if (!isValid && one.findings.length === 0) fail('An invalid case needs findings');
        await checkCase(checked, one, reported);
      });
    describe(checked.id, () => {
      it('is a rule', async () => checkRule(checked));
      it('has no case twice', async () => refuseDuplicates(cases));
      describe('valid', () => {
        for (const one of cases.slice(0, tests.valid.length)) test(one, true);
      });
      describe('invalid', () => {
        for (const one of cases.slice(tests.valid.length)) test(one, false);
      });
      it('has a case for every message', async () => {
        const missing = Object.keys(checked.messages).filter((id) => !reported.has(id));
        if (missing.length > 0) fail(`No case finds ${missing.join(', ')}`);
      });
    });
  }

  private testFunctions(): TestFunctions {
    const known = globalThis as Partial<TestFunctions>;
    const describe = this.functions.describe ?? known.describe;
    const it = this.functions.it ?? known.it;
    if (!describe || !it) throw new Error('There is no describe and it: new RuleTester({ describe, it })');
    return { describe, it };
  }
}

function fail(message: string): never {
  throw new Error(message);
}

const CASE_KEYS = ['name', 'text', 'path', 'kind', 'options', 'files', 'findings', 'output'];
const FINDING_KEYS = ['messageId', 'line', 'column', 'endLine', 'endColumn', 'data'];

/** Refuses what a case says in vain: a mistyped key would test nothing. */
function checkForm(test: InvalidCase): void {
  const { text, name = 'a case', findings } = test;
  if (typeof text !== 'string') fail('A case needs a text');
  if (typeof name !== 'string' || name === '') fail('The name of a case is a text that is not empty');
  if (!Array.isArray(findings)) fail('An invalid case needs a list of findings');
  refuseUnknown(Object.keys(test), CASE_KEYS, 'A case');
  for (const finding of findings) refuseUnknown(Object.keys(finding), FINDING_KEYS, 'A finding');
}

function refuseUnknown(keys: readonly string[], known: readonly string[], what: string): void {
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) fail(`${what} has no "${unknown}"; it may have ${known.join(', ')}`);
}

const ajv = () =>
  new Ajv({ allErrors: true, strict: true, strictTypes: false, strictTuples: false, keywords: ['x-stricter'] });

function checkRule(rule: Rule): void {
  const fault = ruleFault(rule as unknown as Readonly<Record<string, unknown>>);
  if (fault) fail(fault[1]);
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(rule.id)) fail(`The id "${rule.id}" is not of the form name/rule`);
  checkOptions(rule, rule.defaults, 'The defaults');
  const missing = Object.keys((rule.schema.properties ?? {}) as object).filter((option) => !(option in rule.defaults));
  if (missing.length > 0) fail(`The options ${missing.join(', ')} have no defaults`);
  for (const [id, { what, todo }] of Object.entries(rule.messages))
    if (placesIn([what['zh-CN'], todo['zh-CN']]).join() !== placesIn([what.en, todo.en]).join())
      fail(`The message ${id} has other places in Chinese than in English`);
}

function checkOptions(rule: Rule, options: object, what: string): void {
  const validate = ajv().compile(rule.schema);
  if (!validate(options)) fail(`${what} break the schema: ${ajv().errorsText(validate.errors)}`);
}

function refuseDuplicates(cases: readonly InvalidCase[]): void {
  const seen = new Map<string, number>();
  for (const [i, { name: _name, findings: _findings, output: _output, ...input }] of cases.entries()) {
    const key = JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (seen.has(key)) fail(`Case ${i + 1} is the same as case ${(seen.get(key) as number) + 1}: ${input.text}`);
    seen.set(key, i);
  }
}

async function checkCase(rule: Rule, test: InvalidCase, reported: Set<string>): Promise<void> {
  const options = { ...rule.defaults, ...test.options };
  if (test.options) checkOptions(rule, options, 'The options');
  const settings: CaseSettings = { ...test, path: test.path ?? '/document.md', options };
  if (rule.needs === 'tree') await loadTreeParser();
  const { findings, lineStarts } = await runCase(rule, settings);
  const again = await runCase(rule, settings);
  if (JSON.stringify(again.findings) !== JSON.stringify(findings))
    fail('A second run found something else: the rule keeps state');
  for (const { messageId } of findings) reported.add(messageId);
  const found = inOrder(findings).map((finding) => {
    const crash = finding.fatal && String(finding.data.error);
    if (crash) fail(`The rule failed: ${crash}`);
    checkFinding(finding, test.text);
    return { messageId: finding.messageId, ...placeOf(lineStarts, finding.range), data: finding.data };
  });
  if (found.length !== test.findings.length)
    fail(`${test.findings.length} findings were expected, ${found.length} found: ${shown(found)}`);
  for (const [i, expected] of test.findings.entries()) compare(expected, found[i] as ReportedFinding, rule, i);
  checkOutput(rule, findings, test);
}

interface ReportedFinding extends Required<Omit<ExpectedFinding, 'data'>> {
  readonly data: Finding['data'];
}

function checkFinding({ messageId, range, data, fix, what, todo }: Finding, text: string): void {
  const isWithin = (start: number, end: number) =>
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  if (!isWithin(range.start, range.end)) fail(`${messageId} is at ${shown(range)}, which is not in the text`);
  if (fix && !isWithin(...fix.range)) fail(`The fix of ${messageId} is not in the text: ${shown(fix)}`);
  const empty = placesIn([what['zh-CN'], todo['zh-CN'], what.en, todo.en]).filter((name) => data[name] === undefined);
  if (empty.length > 0) fail(`Nothing fills {${empty.join('}, {')}} in the message ${messageId}`);
}

function compare(expected: ExpectedFinding, found: ReportedFinding, rule: Rule, index: number): void {
  const { messageId, data } = expected;
  const message = rule.messages[messageId];
  if (!message) fail(`The rule has no message "${messageId}"; it has ${Object.keys(rule.messages).join(', ')}`);
  for (const key of ['messageId', 'line', 'column', 'endLine', 'endColumn'] as const) {
    const wanted = expected[key];
    if (wanted === undefined && (key === 'endLine' || key === 'endColumn')) continue;
    if (wanted !== found[key])
      fail(
        `Finding ${index + 1}: ${key} should be ${shown(wanted)} and is ${shown(found[key])}; found: ${shown(found)}`,
      );
  }
  const needsData = placesIn([message.what['zh-CN'], message.todo['zh-CN']]).length > 0;
  if (data === undefined && needsData) fail(`Finding ${index + 1}: say its data; found: ${shown(found.data)}`);
  if (data !== undefined && sorted(data) !== sorted(found.data))
    fail(`Finding ${index + 1}: data should be ${shown(data)} and is ${shown(found.data)}`);
}

function checkOutput(rule: Rule, findings: readonly Finding[], { text, output }: InvalidCase): void {
  const fixes = findings.flatMap(({ fix }): Fix[] => (fix ? [fix] : []));
  if (fixes.length === 0) {
    if (output !== undefined) fail('No finding has a fix, so there is no output');
    return;
  }
  if (!rule.fixable) fail('A rule whose findings have fixes says `fixable: true`');
  const fixed = applyOnce(text, fixes).text;
  if (fixed === text) fail('The fixes leave the text as it is');
  if (output === undefined) fail(`The findings have fixes; say the output: ${shown(fixed)}`);
  if (fixed !== output) fail(`The output should be ${shown(output)} and is ${shown(fixed)}`);
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function placesIn(templates: readonly string[]): string[] {
  const names = templates.flatMap((text) =>
    [...text.matchAll(/\{([a-zA-Z]{1,30})\}/g)].map(([, name]) => name as string),
  );
  return [...new Set(names)].sort();
}

function sorted(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
