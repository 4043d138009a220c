import { describe, expect, it } from 'vitest';
import { sayProblem, schemaProblems } from '../../src/document/schema-errors.js';
import { keysKnownAt } from '../../src/document/vocabulary.js';
import { frontMatter } from '../../src/generated/validators.js';

function problems(kind: keyof typeof frontMatter, data: object) {
  const validate = frontMatter[kind];
  validate(data);
  return schemaProblems(validate.errors, keysKnownAt, data);
}

describe('problems of front matter', () => {
  it.each([
    [{ number: '1' }, { type: 'misplaced-key', path: ['number'], name: 'number', found: '1' }],
    [{ title: null }, { type: 'empty', path: ['title'], name: 'title' }],
    [{ title: ' ' }, { type: 'empty', path: ['title'] }],
    [{ urgent: 'maybe' }, { type: 'wrong-type', path: ['urgent'], expected: ['boolean'], found: 'maybe' }],
    [
      { form: ['图解', '视屏'] },
      { type: 'not-one-of', path: ['form', 1], name: 'form[1]', found: '视屏', suggestion: '视频' },
    ],
    [{ 'sign-offs': [{ rol: 'x' }] }, { type: 'unknown-key', path: ['sign-offs', 0, 'rol'], suggestion: 'role' }],
    [{ 'secrecy-review': '甲' }, { type: 'wrong-type', path: ['secrecy-review'], expected: ['object'] }],
  ])('%j', (data, expected) => {
    expect(problems('interpretation', { kind: 'interpretation', title: '某解读', ...data })).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it('names what is missing', () => {
    expect(problems('policy', { kind: 'policy', title: '某办法' }).map(({ type, name }) => `${type} ${name}`)).toEqual([
      'missing-key number',
      'missing-key issuer',
      'missing-key issued',
    ]);
  });

  it('passes what is right', () => {
    expect(
      problems('briefing', { kind: 'briefing', title: '某发布稿', releasers: ['甲'], approval: { sealed: true } }),
    ).toEqual([]);
    expect(problems('unknown', { kind: null, title: '某件' })).toMatchObject([{ type: 'empty', path: ['kind'] }]);
  });
});

describe('words', () => {
  it('says problems in both languages', () => {
    const [problem] = problems('meeting-plan', { kind: 'meeting-plan', title: '某方案', urgent: true });
    expect(problem && sayProblem(problem)).toEqual({
      'zh-CN': '这里不能写“urgent”，请删去',
      en: '"urgent" has no place here; delete it',
    });
  });
});
