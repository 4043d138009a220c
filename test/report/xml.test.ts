import { readFileSync } from 'node:fs';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/report/checkstyle.js';
import { junit } from '../../src/report/junit.js';
import { HOSTILE, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

/** Parses with libxml2, which refuses what is not well-formed. */
function parsed(text: string) {
  const root = XmlDocument.fromString(text).root;
  const all = (path: string) => root.find(path) as XmlElement[];
  const attribute = (path: string) => all(path).map((node) => node.content);
  return { root, all, attribute };
}

/** Fails, with the place of the fault, where a report is not what its schema says. */
function check(report: string, schema: 'junit' | 'checkstyle'): void {
  const xsd = readFileSync(new URL(`schemas/${schema}.xsd`, import.meta.url), 'utf8');
  XsdValidator.fromDoc(XmlDocument.fromString(xsd)).validate(XmlDocument.fromString(report));
}

describe.each([
  ['junit' as const, junit],
  ['checkstyle' as const, checkstyle],
])('%s', (name, write) => {
  it('is valid by its schema without files, with clean files, with hostile findings', () => {
    for (const results of [[], [fileResult('政策 1/a.md')], hostileResults()]) check(write(results, context), name);
  });

  it('is refused by the schema where it has what its readers do not know', () => {
    const report = write(hostileResults(), context);
    expect(() => check(report.replace(' name="', ' nmae="'), name)).toThrow();
    expect(() => check(report.replace(/<(testcase|file) /, '<item/><$1 '), name)).toThrow();
  });
});

describe('junit', () => {
  it('has a case for every file: passing, failing, not checked, and passing with warnings', () => {
    const { root, all, attribute } = parsed(junit(hostileResults(), context));
    expect(root.name).toBe('testsuites');
    expect(attribute('/testsuites/testsuite/testcase/@name')).toEqual([
      '无问题.md',
      HOSTILE_PATH,
      '读不出来.md',
      '警告.md',
    ]);
    expect(attribute('//testsuite/@tests | //testsuite/@failures | //testsuite/@errors')).toEqual(['4', '1', '1']);
    expect(all('//testcase[1]/*')).toHaveLength(0);
    expect(all('//testcase[2]/*').map(({ name }) => name)).toEqual(['failure', 'system-out']);
    expect(all('//testcase[3]/*').map(({ name }) => name)).toEqual(['error']);
    expect(all('//testcase[4]/*').map(({ name }) => name)).toEqual(['system-out']);
  });

  it('keeps hostile texts as texts', () => {
    const { attribute } = parsed(junit(hostileResults(), context));
    const [failure = ''] = attribute('//failure');
    expect(failure).toContain(HOSTILE);
    expect(failure).toContain('\\x1b[31m');
    expect(failure).toMatch(/^5:7 /);
  });

  it('is well-formed without files', () => {
    expect(parsed(junit([], context)).attribute('//testsuite/@tests')).toEqual(['0']);
  });
});

describe('checkstyle', () => {
  it('has an element for every file and an error for every finding', () => {
    const results = [fileResult('政策/a.md', [finding({ line: 3, column: 5, severity: 1 })]), fileResult('b.md')];
    const { root, attribute } = parsed(checkstyle(results, context));
    expect(root.name).toBe('checkstyle');
    expect(attribute('/checkstyle/file/@name')).toEqual(['政策/a.md', 'b.md']);
    expect(attribute('//error/@*')).toEqual([
      '3',
      '5',
      'warning',
      '没有写明涉及范围。某市解读办法第二条。补写适用对象。',
      'jiedu-lint.element/scope',
    ]);
  });

  it('keeps hostile texts as texts, line breaks included', () => {
    const { attribute } = parsed(checkstyle(hostileResults(), context));
    expect(attribute('//file[2]/@name')).toEqual([HOSTILE_PATH]);
    const [message = ''] = attribute('//file[2]/error[1]/@message');
    expect(message).toContain(HOSTILE);
    expect(message).toContain('\n第二行\\x0d\n\t末');
  });
});
