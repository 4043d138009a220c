import { describe, expect, it } from 'vitest';
import { answer } from '../../src/page/answer.js';
import type { AboutAnswer, Answered, CheckAnswer, CheckedDocument, ReviewAnswer } from '../../src/page/protocol.js';
import { serve, type WorkerScope } from '../../src/page/serve.js';
import { chatText, wordComments } from '../../src/page/take-away.js';
import { p, word } from '../import/word.js';
import { partsOf } from '../review/word.js';
import { checked, DRAFT_NAME, draftFile, POLICY_NAME, pageFile, policyFile, wordsAt } from './drafts.js';

const INTERPRETATION = '# 《采砂管理办法》解读\n\n一、背景\n\n为了规范采砂。\n';
const POLICY = '# 采砂管理办法\n\n第一条 为了规范采砂，制定本办法。\n\n第二条 许可在20个工作日内办结。\n';

const wordPair = async () => {
  const policy = pageFile(POLICY_NAME, await policyFile());
  const draft = pageFile(DRAFT_NAME, await draftFile());
  const [, one] = await checked([policy, draft]);
  return { policy, draft, one: one as CheckedDocument };
};

describe('a Word draft with its policy', () => {
  it('is told from it by kind, and compared with it', async () => {
    const { policy, one } = await wordPair();
    expect(one).toMatchObject({ kind: 'interpretation', kindAssumed: false, converted: 'docx', policy: policy.id });
    const figure = one.findings.find(({ rule }) => rule === 'content/figures-match-policy');
    expect(wordsAt(one, figure?.place ?? null)).toContain('30个工作日');
    const [seen] = await checked([policy]);
    expect(seen?.lines[(figure?.policyLine ?? 0) - (seen?.firstLine ?? 0)]).toContain('20个工作日');
  });

  it('has its findings in the order of urgency, what is about its record last and apart', async () => {
    const { one } = await wordPair();
    expect(one.findings.slice(0, 2).map(({ rule }) => rule)).toEqual([
      'safety/no-personal-data',
      'content/figures-match-policy',
    ]);
    const rest = one.findings.slice(2).map(({ isError, isRecord }) => (isRecord ? 2 : 0) + (isError ? 0 : 1));
    expect(rest).toEqual([...rest].sort());
    expect(one.findings.filter(({ rule }) => rule === 'meta/schema').every(({ isRecord }) => isRecord)).toBe(true);
  });

  it('shows of each element whether it is there, by which sentence and clause, and a part to fill in', async () => {
    const { one } = await wordPair();
    const by = new Map(one.elements.map((element) => [element.id, element]));
    expect(one.elements).toHaveLength(9);
    expect(by.get('background-basis')).toMatchObject({ mark: 'there' });
    expect(`${wordsAt(one, by.get('background-basis')?.place ?? null)}。`).toBe(by.get('background-basis')?.sentence);
    expect(by.get('scope')).toMatchObject({ mark: 'missing', sentence: '', place: null });
    expect(by.get('scope')?.clause).not.toBe('');
    expect(by.get('scope')?.skeleton).toMatch(/^涉及范围\n（提示：[^<>]+）\n$/);
  });

  it('masks personal data in what is quoted', async () => {
    const { one } = await wordPair();
    expect(JSON.stringify([one.elements, one.findings.map(({ what }) => what), chatText(one, 'zh-CN')])).not.toContain(
      '13912345678',
    );
  });

  describe('with a mark of secrecy in a header', () => {
    const marked = async (presets?: readonly string[]) => {
      const parts = { header1: p('内部资料 注意保管') };
      const body = p('《采砂办法》解读') + p('为了规范采砂。');
      const bytes = await word(body, parts, [['rId9', 'header', 'header1.xml']]);
      return (await checked([pageFile('稿.docx', bytes)], presets))[0] as CheckedDocument;
    };

    it('has it among its findings, once and first', async () => {
      const { findings, marks } = await marked(['all']);
      const rule = 'safety/no-classified-marking';
      expect(findings.filter((one) => one.rule === rule)).toHaveLength(1);
      expect(findings[0]?.rule).toBe(rule);
      expect(marks).toEqual([]);
    });

    it('is told of it where no preset asks for it', async () => {
      expect((await marked(['zhecheng-2015-2'])).marks).toEqual(['内部资料 注意保管']);
      expect((await wordPair()).one.marks).toEqual([]);
    });
  });

  it('comes back with comments at the words, or at the paragraph', async () => {
    const { one, draft } = await wordPair();
    const comments = wordComments(one, 'zh-CN');
    expect(comments).toHaveLength(one.findings.filter(({ isRecord }) => !isRecord).length);
    const request = { type: 'review', bytes: draft.bytes, comments, date: '2026-01-31T08:00:00Z' } as const;
    const { bytes } = (await answer(request)) as ReviewAnswer;
    const parts = await partsOf(bytes);
    const xml = parts['word/document.xml'] ?? '';
    expect(xml.match(/commentRangeStart/g)).toHaveLength(comments.length);
    const id = comments.findIndex(({ words }) => words?.words.includes('30个工作日'));
    const [, tied = ''] =
      new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`).exec(xml) ?? [];
    expect(tied.replace(/<[^>]+>/g, '')).toBe(comments[id]?.words?.words);
    expect(parts['word/comments.xml']).toContain('依据：');
  });

  it('has no lines of the front matter that the import made', async () => {
    const { one } = await wordPair();
    expect(one.lines[0]).toBe('# 《云溪市河道采砂管理办法》政策解读');
    expect(one.firstLine).toBeGreaterThan(1);
  });
});

describe('the policy of a draft', () => {
  const policy = () => pageFile('采砂管理办法.md', POLICY);

  it.each([
    ['named nowhere, the only one', INTERPRETATION, {}],
    [
      'named by the title, among several',
      INTERPRETATION,
      { more: '# 道路管理规定\n\n第一条 为了规范，制定本规定。\n' },
    ],
    ['led to by a link', `---\npolicy: 采砂管理办法.md\n---\n${INTERPRETATION}`, {}],
    ['led to by a link into another folder', `---\npolicy: ../../政策/采砂管理办法.md\n---\n${INTERPRETATION}`, {}],
    ['in a front matter that does not say it', `---\nkind: interpretation\n---\n${INTERPRETATION}`, {}],
  ] as const)('is found: %s', async (_, text, { more }: { more?: string }) => {
    const paper = policy();
    const all = [pageFile('解读.md', text), paper, ...(more ? [pageFile('其他.md', more)] : [])];
    const [one] = await checked(all);
    expect(one?.policy).toBe(paper.id);
    expect(one?.lines.join('\n')).toBe(text);
    expect(one?.findings.filter(({ rule }) => rule === 'link/no-broken-link')).toEqual([]);
  });

  it('is the one a person chose, or none', async () => {
    const [paper, other] = [policy(), pageFile('其他.md', '# 道路管理规定\n\n第一条 为了规范，制定本规定。\n')];
    const [one] = await checked([pageFile('解读.md', INTERPRETATION, { policy: other.id }), paper, other]);
    expect(one?.policy).toBe(other.id);
    const [alone] = await checked([pageFile('解读.md', INTERPRETATION, { policy: null }), paper]);
    expect(alone?.policy).toBeNull();
  });

  it('does not shift the places of what is found below the key put in for it', async () => {
    const text = '---\nkind: interpretation\n---\n# 《采砂管理办法》解读\n\n一、背景\n\n待补充。\n';
    for (const written of [text, text.replace(/^---[\s\S]*?---\n/, '')]) {
      const [one] = await checked([pageFile('解读.md', written), policy()]);
      const found = one?.findings.find(({ rule }) => rule === 'structure/no-placeholder');
      expect(wordsAt(one as CheckedDocument, found?.place ?? null)).toBe('待补充');
    }
  });
});

describe('kinds', () => {
  it('that nothing tells are taken for interpretations, and a person may say another', async () => {
    const text = '# 采砂的几句话\n\n请大家合理采砂。\n';
    const [one] = await checked([pageFile('粘贴.md', text)]);
    expect(one).toMatchObject({ kind: 'interpretation', kindAssumed: true });
    const [other] = await checked([pageFile('粘贴.md', text, { kind: 'briefing' })]);
    expect(other).toMatchObject({ kind: 'briefing', kindAssumed: false });
    expect(other?.count.most).toBeGreaterThan(0);
  });

  it.each([
    ['关于规范采砂的通知.md', 'policy'],
    ['3、云溪市采砂实施细则（征求意见稿）.md', 'policy'],
    ['采砂新规图解.md', 'interpretation'],
    ['采砂吹风会发布稿.txt', 'briefing'],
  ])('are told by the name of the file where the text tells nothing: %s', async (name, kind) => {
    const [one] = await checked([pageFile(name, '# 采砂的几句话\n\n请大家合理采砂。\n')]);
    expect(one).toMatchObject({ kind, kindAssumed: false });
  });

  it('are told by the name of a Word file rather than by words of its text', async () => {
    const content = await word(['采砂的几句话', '各县要做好政策解读工作。'].map((line) => p(line)).join(''));
    expect((await checked([pageFile('关于规范采砂的通知.docx', content)]))[0]?.kind).toBe('policy');
  });

  it('said for a Word file go before what was guessed', async () => {
    const [one] = await checked([pageFile(DRAFT_NAME, await draftFile(), { kind: 'briefing' })]);
    expect(one?.kind).toBe('briefing');
  });
});

describe('files nothing can be made of', () => {
  it.each([
    ['稿.pdf', '%PDF-1.7', 'PDF'],
    ['稿.doc', '\u00d0\u00cf\u0011\u00e0', '旧格式'],
    ['稿.docx', 'PK', '损坏'],
    ['稿.md', '', '空文件'],
    ['稿.xyz', 'abc', '不认识'],
  ])('%s says why, and the others are checked', async (name, content, why) => {
    const bytes = Uint8Array.from(content, (sign) => sign.charCodeAt(0));
    const files = [pageFile(name, bytes), pageFile('解读.md', INTERPRETATION)];
    const said = (await answer({ type: 'check', files, presets: ['recommended'], locale: 'zh-CN' })) as CheckAnswer;
    expect(said.files[0]).toMatchObject({ id: files[0]?.id, failure: expect.stringContaining(why) });
    expect(said.files[1]).toMatchObject({ title: '《采砂管理办法》解读' });
  });
});

describe('the worker', () => {
  it('answers each request by its number, and tells of errors', async () => {
    const told = new Map<number, Answered>();
    let done = () => {};
    const both = new Promise<void>((resolve) => {
      done = resolve;
    });
    const postMessage = (one: Answered) => told.set(one.id, one).size === 2 && done();
    const scope: WorkerScope = { onmessage: null, postMessage };
    serve(scope);
    const review = { type: 'review', bytes: new Uint8Array([1, 2]), comments: [], date: '' } as const;
    scope.onmessage?.({ data: { id: 7, request: review } });
    scope.onmessage?.({ data: { id: 8, request: { type: 'about' } } });
    await both;
    expect(told.get(7)).toEqual({ id: 7, error: 'damaged' });
    expect(told.get(8)?.answer).toHaveProperty('presets');
  });
});

describe('what is chosen', () => {
  it('has the presets by their Chinese names, several in force together', async () => {
    const { presets } = (await answer({ type: 'about' })) as AboutAnswer;
    expect(presets.map(({ id }) => id)).not.toContain('base');
    for (const { name } of presets) expect(name['zh-CN']).toMatch(/[㐀-鿿]/);
    const rules = async (names: readonly string[]) =>
      new Set((await checked([pageFile('解读.md', INTERPRETATION)], names))[0]?.findings.map(({ rule }) => rule));
    const [one, two] = presets.filter(({ id }) => !['recommended', 'all'].includes(id)).map(({ id }) => id);
    const both = await rules([one ?? '', two ?? '']);
    for (const rule of [...(await rules([one ?? ''])), ...(await rules([two ?? '']))]) expect(both).toContain(rule);
  });
});

describe('the findings for a chat window', () => {
  it('are lines of text with what is missing, what to do and why', async () => {
    const { one } = await wordPair();
    const lines = chatText(one, 'zh-CN').split('\n');
    expect(lines[0]).toMatch(/^“《云溪市河道采砂管理办法》政策解读”核查结果：错误 \d+ 处，提醒 \d+ 处。$/);
    expect(lines[1]).toMatch(/^缺少：.*涉及范围/);
    expect(lines.slice(2).every((line, i) => line.startsWith(`${i + 1}. 【`))).toBe(true);
    expect(chatText(one, 'en')).toMatch(/\d+ errors, \d+ warnings/);
  });
});
