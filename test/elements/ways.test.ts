import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { detectElements } from '../../src/elements/detect.js';
import { WAYS } from './catalogue-text.js';

it('has ways for every element', () => {
  expect(WAYS.map(({ id }) => id).sort()).toEqual([...ELEMENT_IDS].sort());
});

describe.each(WAYS)('$id', ({ id, provides, nearMisses }) => {
  it.each(Object.entries(provides))('is found: %s', (way, text) => {
    const document = documentOf(text);
    const finding = detectElements(document)[id];
    const expected = ['heading', 'run-in', 'question', 'spaced'].includes(way) ? ['section'] : ['section', 'prose'];
    expect(expected, `${finding.status} by ${finding.reason}: ${finding.evidence}`).toContain(finding.status);
    const { start, end } = finding.range ?? { start: 0, end: 0 };
    expect(document.text.slice(start, end).replace(/[*\s]/g, '')).toBe(finding.evidence?.replace(/[*\s]/g, ''));
  });

  it.each(nearMisses)('is not found: %s', (text) => {
    const finding = detectElements(documentOf(text))[id];
    expect(finding, `${finding.reason}: ${finding.evidence}`).toMatchObject({
      status: 'absent',
      range: null,
      evidence: null,
    });
  });
});

function documentOf(text: string) {
  return parseDocument(`# 《某市若干措施》政策解读\n\n${text}\n`, { path: '解读.md' });
}
