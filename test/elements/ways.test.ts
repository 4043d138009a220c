import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { detectElements } from '../../src/elements/detect.js';
import { WAYS } from './ways/all.js';

/**
 * What the model does not judge rightly yet, as `docs/detection.md` tells: such a case turns red when a model learns it, and goes from here.
 */
const NOT_YET: ReadonlySet<string> = new Set([
  'background-basis: ## 起草单位背景',
  'main-content: ## 学习内容',
  'main-content: ## 宣传内容',
  'objectives: list',
  'objectives: aim',
  'benefits: heading',
  'benefits: run-in',
  'keyword-explanations: thatIs',
  'precautions: question',
  'consultation: run-in',
  'legality: question',
  'legality: list',
  'time-limits: question',
]);

it('has ways for every element', () => {
  expect(WAYS.map(({ id }) => id).sort()).toEqual([...ELEMENT_IDS].sort());
});

describe.each(WAYS)('$id', ({ id, provides, nearMisses }) => {
  for (const [way, text] of Object.entries(provides)) {
    const test = NOT_YET.has(`${id}: ${way}`) ? it.fails : it;
    test(`is found: ${way}`, () => {
      const document = documentOf(text);
      const finding = detectElements(document)[id];
      const expected = ['heading', 'run-in', 'question', 'spaced'].includes(way) ? ['section'] : ['section', 'prose'];
      expect(expected, `${finding.status} by ${finding.reason}: ${finding.evidence}`).toContain(finding.status);
      const { start, end } = finding.range ?? { start: 0, end: 0 };
      expect(document.text.slice(start, end).replace(/[*\s]/g, '')).toBe(finding.evidence?.replace(/[*\s]/g, ''));
    });
  }

  for (const text of nearMisses) {
    const test = NOT_YET.has(`${id}: ${text.split('\n')[0]}`) ? it.fails : it;
    test(`is not found: ${text}`, () => {
      const finding = detectElements(documentOf(text))[id];
      expect(finding, `${finding.reason}: ${finding.evidence}`).toMatchObject({
        status: 'absent',
        range: null,
        evidence: null,
      });
    });
  }
});

function documentOf(text: string) {
  return parseDocument(`# 《某市若干措施》政策解读\n\n${text}\n`, { path: '解读.md' });
}
