import { expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { detectRevision } from '../../src/elements/revision.js';

it.each([
  ['the title', '# 关于修订《养犬管理办法》的政策解读\n\n现解读如下。'],
  ['a repeal', '本办法自3月1日起施行，2016年印发的《城市公厕管理办法》同时废止。'],
  ['an amendment', '此次修订完善了听证程序，修改了第八条。'],
  ['differences told', '与2018年的办法相比，补助由每月300元提高到500元，取消了户籍限制。'],
  ['a heading', '## 一、修订背景\n\n原办法已实施七年。\n\n## 二、新旧变化\n\n起付线降低。'],
])('sees a revision: %s', (_, text) => {
  expect(detectRevision(parseDocument(text, { path: '解读.md' }))).toBe('revises');
});

it.each([
  ['a first rule', '本办法为首次制定，从申请、审核、发放三方面作了规定。', 'first'],
  ['no earlier rule', '我市此前没有同类规定，不涉及新旧政策差异。', 'first'],
  ['plain news', '市卫健委印发《家庭医生签约服务指南》，明确了服务内容。', 'unknown'],
  ['an amended law as ground', '根据新修订的《野生动物保护法》，我省发布了名录。', 'unknown'],
  ['reorganisation', '要推动产业结构调整，完善配套制度。', 'unknown'],
])('sees none: %s', (_, text, expected) => {
  expect(detectRevision(parseDocument(text, { path: '解读.md' }))).toBe(expected);
});

it('takes the word of the front matter', () => {
  const text = '---\nrevises: 云政发〔2019〕3号\n---\n# 《办法》解读\n\n首次制定。\n';
  expect(detectRevision(parseDocument(text, { path: '解读.md' }))).toBe('revises');
});
