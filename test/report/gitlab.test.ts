import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { gitlab } from '../../src/report/gitlab.js';
import { HOSTILE_AND_CONTROLS, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

/**
 * What GitLab's documentation asks of a code quality report. The schema that GitLab itself checks each finding by asks for less:
 * `description`, `fingerprint`, `severity` and `location` of these types.
 */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\.?/' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

function valid(text: string) {
  const report = JSON.parse(text);
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  return report;
}

describe('gitlab', () => {
  it('is a valid report without findings and with hostile ones', () => {
    expect(valid(gitlab([fileResult('a.md')], context))).toEqual([]);
    const report = valid(gitlab(hostileResults(), context));
    expect(report.map(({ severity }: { severity: string }) => severity)).toEqual([
      'minor',
      'major',
      'critical',
      'minor',
    ]);
    expect(report[1]).toMatchObject({
      description: HOSTILE_AND_CONTROLS,
      check_name: 'structure/no-placeholder',
      location: { path: HOSTILE_PATH, lines: { begin: 5, end: 5 } },
    });
  });

  it('gives each finding a fingerprint of its own that stays when lines move', () => {
    const prints = (first: number) =>
      valid(gitlab([fileResult('政策.md', [finding({ line: first }), finding({ line: first + 2 })])], context)).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    expect(new Set(prints(1)).size).toBe(2);
    expect(prints(50)).toEqual(prints(1));
  });
});
