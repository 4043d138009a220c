import { describe, expect, it } from 'vitest';
import { mainPartOf } from '../../src/review/places.js';
import { findWords } from '../../src/review/words.js';
import { mainPart, run } from './word.js';

describe('words of a derived line', () => {
  const paragraph = mainPartOf(mainPart(`<w:p>${run('补贴标准为 500元，每人500元。')}</w:p>`)).paragraphs[0];

  it('are found where the line has a number and marks that the paragraph has not', () => {
    const found =
      paragraph && findWords(paragraph, { before: '（一）**补贴标准为', words: '500元', behind: '**，每人500元。' });
    expect(found).toEqual({ start: 6, end: 10 });
  });

  it('are found at the second place where what stands around says so', () => {
    const found = paragraph && findWords(paragraph, { before: '补贴标准为500元，每人', words: '500元', behind: '。' });
    expect(found).toEqual({ start: 13, end: 17 });
  });

  it.each([
    ['面积20m², 折合CO₂', '20m²'],
    ['面积20m², 折合CO₂', 'CO₂'],
    ['指数2^ab', '2^ab'],
  ])('are found where what is raised there stands in signs of its own: %s', (line, words) => {
    const raised = mainPartOf(mainPart(`<w:p>${run(line.normalize('NFKC').replace('^', ''))}</w:p>`)).paragraphs[0];
    const [before = '', behind = ''] = line.split(words);
    const start = before.length;
    const end = start + words.replace('^', '').length;
    expect(raised && findWords(raised, { before, words, behind })).toEqual({ start, end });
  });

  it('are not found where nothing tells which are meant, or they are not there', () => {
    expect(paragraph && findWords(paragraph, { before: '', words: '500元', behind: '' })).toBeNull();
    expect(paragraph && findWords(paragraph, { before: '', words: '600元', behind: '' })).toBeNull();
  });
});
