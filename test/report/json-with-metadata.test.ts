import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.js';
import { jsonWithMetadata } from '../../src/report/json-with-metadata.js';
import { hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

describe('json-with-metadata', () => {
  it('holds what json prints, and what is known of the rules found', () => {
    const results = [fileResult('a.md', [finding()]), fileResult('b.md')];
    const report = JSON.parse([...jsonWithMetadata(results, context)].join(''));
    expect(report.results).toEqual(JSON.parse([...json(results)].join('')));
    expect(report.metadata).toEqual({
      version: '1.2.3',
      locale: 'zh-CN',
      rulesMeta: {
        'element/scope': {
          docs: { description: '写明政策涉及的范围' },
          clauses: [{ id: 'XY-2b', citation: '某市解读办法第二条', demand: '解读要写明范围' }],
        },
      },
    });
  });

  it('is inert text whatever the findings hold', () => {
    expect([...jsonWithMetadata(hostileResults(), context)].join('')).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
  });

  it('prints no source lines', () => {
    const results = [fileResult('a.md', [finding({ sourceLine: '原文' })])];
    expect([...jsonWithMetadata(results, context)].join('')).not.toContain('原文');
    expect([...json(results)].join('')).not.toContain('原文');
  });
});
