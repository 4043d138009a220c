import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS, type ElementId } from '../../src/elements/catalogue.js';
import { confidenceOf, type DecisionModel, PROVIDED, SURE } from '../../src/elements/decision.js';
import { detectElements } from '../../src/elements/detect.js';
import { MODEL } from '../../src/elements/model.js';
import { isContrast, loadCorpus } from '../../training/corpus.js';
import { countMissing, f1 } from '../../training/count.js';

describe('the model that ships', () => {
  it('is the one that its card describes', () => {
    const { version, ...rest } = MODEL;
    expect(version).toBe(createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16));
    expect(readFileSync(new URL('../../training/README.md', import.meta.url), 'utf8')).toContain(version);
  });

  it('fits the package', () => {
    expect(JSON.stringify(MODEL).length).toBeLessThan(2 * 1024 * 1024);
  });

  it('keeps to its floors on the sets that were written for the project', () => {
    const counts = countMissing(
      loadCorpus().filter((document) => !isContrast(document)),
      MODEL,
    );
    expect(f1(counts)).toBeGreaterThan(0.93);
    expect(counts.wrong / counts.documents).toBeLessThan(0.15);
  });
});

describe('confidence', () => {
  const model: DecisionModel = { weights: [1], sure: 0.1, provided: 0.4, announced: 0 };
  const logOdds = (p: number) => [Math.log(p / (1 - p))];

  it.each([
    ['just below what is sure', 0.0999, 0, SURE],
    ['just above', 0.1001, SURE, PROVIDED],
    ['just below what is provided', 0.3999, SURE, PROVIDED],
    ['just above', 0.4001, PROVIDED, 1],
  ])('%s', (_, p, from, to) => {
    const confidence = confidenceOf(model, logOdds(p));
    expect(confidence).toBeGreaterThanOrEqual(from);
    expect(confidence).toBeLessThan(to);
  });
});

describe('what words alone do not tell', () => {
  it.each<[string, ElementId]>([
    ['继续按旧标准办理。', 'standards'],
    ['每人收取报名费100元。', 'benefits'],
    ['凡违反规定的，一律严肃处理。', 'scope'],
    ['要注意加强部门协作。', 'precautions'],
    ['原办法有效期已届满。', 'old-new-differences'],
    ['现行标准不变，继续按原标准执行。', 'standards'],
    ['考生应当缴纳考试费80元。', 'benefits'],
    ['对违规行为一律依法从严查处。', 'scope'],
  ])('%s does not supply %s', (text, id) => {
    expect(statusOf(text, id)).toBe('absent');
  });

  it.each<[string, ElementId]>([
    ['所谓长护险，说的是给失能老人付护理费的保险。', 'keyword-explanations'],
    ['为做好春耕备耕工作，市农业农村局印发了《农机作业补贴办法》。', 'objectives'],
    [
      '## 谁能领\n\n| 人群 | 条件 |\n| --- | --- |\n| 高校毕业生 | 毕业两年内在本市就业 |\n| 退役军人 | 退役一年内 |',
      'scope',
    ],
  ])('%s supplies %s', (text, id) => {
    expect(statusOf(text, id)).toMatch(/^(?:section|prose)$/);
  });
});

describe('nine questions that only refer to the policy', () => {
  const QUESTIONS = [
    '为什么要出台这个办法？',
    '办法要达到什么目标？',
    '主要内容有哪些？',
    '适用范围是什么？',
    '补贴标准是多少？',
    '有哪些注意事项？',
    '关键词怎么解释？',
    '群众能得到什么实惠？',
    '和原来的政策有什么不同？',
  ];
  it.each([
    ['as headings', (question: string, i: number) => `## ${question}\n\n详见《办法》第${i + 2}条。`],
    ['as 问 and 答', (question: string, i: number) => `问：${question}\n\n答：详见《办法》第${i + 2}条。`],
    ['numbered', (question: string, i: number) => `${i + 1}.${question}\n\n按照《办法》第${i + 2}条执行。`],
  ])('supply nothing %s', (_, form) => {
    const text = `# 《停车管理办法》政策解读\n\n${QUESTIONS.map(form).join('\n\n')}\n`;
    const found = detectElements(parseDocument(text, { path: '解读.md' }));
    for (const id of ELEMENT_IDS.slice(0, 9)) expect([id, found[id].confidence < PROVIDED]).toEqual([id, true]);
  });
});

function statusOf(text: string, id: ElementId): string {
  return detectElements(parseDocument(`# 《某市若干措施》政策解读\n\n${text}\n`, { path: '解读.md' }))[id].status;
}
