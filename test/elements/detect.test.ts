import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS, type ElementId } from '../../src/elements/catalogue.js';
import { SURE } from '../../src/elements/decision.js';
import { detectElements, type Status } from '../../src/elements/detect.js';

const PARTS: readonly (readonly [title: string, text: string])[] = [
  ['背景依据', '近年来，长者饭堂数量不足的问题日益突出。根据《老年人权益保障法》，市民政局起草了本办法。'],
  ['目标任务', '到2026年底，每个街道建成一处长者饭堂。'],
  ['主要内容', '办法规定了选址、建设、运营和补助。'],
  ['适用范围', '适用于本市城区内的长者饭堂。'],
  ['执行标准', '面积不少于80平方米，每人每餐补助2元。'],
  ['注意事项', '不得冒用他人长者卡，违者依法处理。'],
  ['关键词诠释', '长者饭堂，是指为六十岁以上老年人提供用餐服务的场所。'],
  ['惠民利民举措', '就餐费用由财政承担三成，无需另行申请。'],
  ['新旧政策差异', '与原办法相比，补助由1元提高到2元。'],
  ['征求意见情况', '向社会公开征求意见三十日，收到建议十二条。'],
  ['合法性合理性', '已通过合法性审查。'],
  ['办理时限', '受理后五个工作日内办结。'],
  ['案例', '例如，李大爷每月就餐二十次，可少付四十元。'],
];
const NUMBERS = '一二三四五六七八九';
const numberOf = (index: number) => (index < 9 ? NUMBERS[index] : `十${NUMBERS[index - 10] ?? ''}`);

const lines = (heading: (title: string, index: number) => string) =>
  `# 《长者饭堂管理办法》政策解读\n\n${PARTS.map(([title, text], index) => `${heading(title, index)}\n\n${text}\n`).join('\n')}`;
const plain = lines((title, index) => `${numberOf(index)}、${title}`);

describe('the same document in other clothes', () => {
  const toTraditional = Converter({ from: 'cn', to: 'tw' });
  const fullWidth = (text: string) =>
    text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  it.each([
    ['plain numbered headings', plain],
    ['ATX headings', lines((title) => `## ${title}`)],
    ['bold headings', lines((title, index) => `**${numberOf(index)}、${title}**`)],
    ['setext headings', lines((title) => `${title}\n---`)],
    ['bracketed headings', lines((title) => `【${title}】`)],
    ['spaced headings', lines((title) => `## ${[...title].join('　')}`)],
    ['CRLF', plain.replace(/\n/g, '\r\n')],
    ['CR', plain.replace(/\n/g, '\r')],
    ['Traditional characters', toTraditional(plain)],
    ['full-width digits and letters', fullWidth(plain)],
  ])('%s', (_, text) => {
    expect(statusesOf(text)).toEqual(Object.fromEntries(ELEMENT_IDS.map((id) => [id, 'section'])));
  });

  it('takes its evidence from the text as written', () => {
    const document = parseDocument(toTraditional(plain), { path: '解讀.md' });
    const { evidence, range } = detectElements(document)['keyword-explanations'];
    expect(evidence).toBe('七、關鍵詞詮釋');
    expect(document.text.slice(range?.start, range?.end)).toBe(evidence);
  });
});

describe('announced without substance', () => {
  it.each([
    '',
    '无',
    '无。',
    '略',
    '（略）',
    '待补充',
    '暂无。',
    '详见公告。',
    '具体内容详见附件。',
    '参见原文',
    '不涉及。',
  ])('%j', (text) => {
    expect(statusesOf(`## 一、适用范围\n\n${text}\n\n## 二、其他\n\n由市民政局负责。`).scope).toBe('nominal');
  });

  it('holds for every element', () => {
    const text = lines((title) => `## ${title}`).replace(/\n\n[^#\n].*\n/g, '\n\n略\n');
    expect(statusesOf(text)).toEqual(Object.fromEntries(ELEMENT_IDS.map((id) => [id, 'nominal'])));
  });

  it('is in doubt where the text says it plainly elsewhere', () => {
    const text = '## 适用范围\n\n见公告。\n\n## 说明\n\n本办法适用于全市养老机构，不含医院，对象包括公办和民办机构。';
    const { scope } = detectElements(parseDocument(text, { path: '解读.md' }));
    expect(scope.status).toBe('nominal');
    expect(scope.confidence).toBeGreaterThan(SURE);
    expect(scope.clause?.text).toBe('本办法适用于全市养老机构');
  });

  // 不适用 alone is a filler, under a question too.
  it.fails('does not take a short answer for an empty one', () => {
    expect(statusesOf('问：外地户籍的老人能申请吗，适用范围有多大？\n\n答：不适用。').scope).toBe('section');
  });

  it('lets a stated and reasoned "not applicable" pass', () => {
    expect(statusesOf('## 新旧政策差异\n\n本文件为首次制定，不涉及新旧政策差异。')['old-new-differences']).toBe(
      'section',
    );
    expect(statusesOf('本办法系首次制定，不存在新旧政策差异。')['old-new-differences']).toBe('prose');
  });
});

describe('what a clause is about', () => {
  it.each<[string, ElementId, Status]>([
    ['根据《标准化法》，市场监管局发布了本公告。', 'standards', 'absent'],
    ['《关于惠民利民便民若干措施的通知》已经印发。', 'benefits', 'absent'],
    ['现将《注意事项汇编》印发给你们。', 'precautions', 'absent'],
    ['为使公众了解《办法》的背景情况和重点内容，现解读如下。', 'objectives', 'absent'],
    ['为了使公众用得起药，省医保局降低了药品价格。', 'objectives', 'prose'],
  ])('%s %s', (text, id, status) => {
    expect(statusesOf(text)[id]).toBe(status);
  });
});

describe('tables with labels', () => {
  it('reads the first column as labels', () => {
    const table = '| 项目 | 说明 |\n| --- | --- |\n| 补助对象 | 城乡特困户 |\n| 注意事项 | 无 |';
    const { scope, precautions } = statusesOf(table);
    expect([scope, precautions]).toEqual(['section', 'nominal']);
  });

  // The model does not read so short a table yet (docs/detection.md).
  it.fails('reads the first row as labels of its columns', () => {
    const table = '| 序号 | 适用范围 | 办理时限 |\n| --- | --- | --- |\n| 1 | 城区的学校 | 当场 |';
    expect(statusesOf(table)).toMatchObject({ scope: 'section', 'time-limits': 'section', precautions: 'absent' });
  });
});

it('shows a definition with what it defines', () => {
  const { 'keyword-explanations': finding } = detectElements(
    parseDocument('办法作了规定。过境货物，是指经本国境内运往他国的货物。', { path: '解读.md' }),
  );
  expect(finding.evidence).toBe('过境货物，是指经本国境内运往他国的货物');
});

describe('cuts clauses', () => {
  it.each([
    ['补贴标准由每人每月1,690元提高到1,950元。', '补贴标准由每人每月1,690元提高到1,950元'],
    ['补贴标准由每人每月１，６９０元提高到１，９５０元。', '补贴标准由每人每月１，６９０元提高到１，９５０元'],
    ['补助总额1,234,500元以内，按实际支出的30%补助企业。', '补助总额1,234,500元以内'],
    ['每天8:30至11：30对外办理补助。', '每天8:30至11：30对外办理补助'],
    [
      '《关于支持重点群体，促进创业就业的通知》明确每人补助3000元。',
      '《关于支持重点群体，促进创业就业的通知》明确每人补助3000元',
    ],
    ['工作满3年，500元以内的费用由财政补助。', '500元以内的费用由财政补助'],
    ['补助分两档：20000元和5000元。', '20000元和5000元'],
  ])('%s', (text, clause) => {
    const findings = detectElements(parseDocument(text, { path: '解读.md' }));
    expect(ELEMENT_IDS.map((id) => findings[id].clause?.text)).toContain(clause);
  });
});

it('finds nothing in nothing', () => {
  for (const text of ['', '---\ntitle: 空\n---\n', '# 《办法》解读\n']) {
    expect(new Set(Object.values(statusesOf(text)))).toEqual(new Set(['absent']));
  }
});

function statusesOf(text: string): Record<ElementId, Status> {
  const findings = detectElements(parseDocument(text, { path: '解读.md' }));
  return Object.fromEntries(ELEMENT_IDS.map((id) => [id, findings[id].status])) as Record<ElementId, Status>;
}
