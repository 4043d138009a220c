import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  editorFrontMatterSchema,
  FRONT_MATTER_SCHEMA,
  frontMatterSchema,
} from '../../scripts/generate/front-matter-schemas.js';
import { englishKey, KEYS, KINDS, keyOf, kindOf, normalizeValue } from '../../src/document/vocabulary.js';

describe('keys', () => {
  it('names each key once in each language', () => {
    for (const keys of [KEYS, ...KEYS.flatMap((key) => (key.keys ? [key.keys] : []))]) {
      const names = keys.flatMap(({ key, chinese }) => [key, chinese]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each([
    ['文号', undefined, 'number'],
    ['number', undefined, 'number'],
    ['Ｎumber ', undefined, 'number'],
    ['SIGN-OFFS', undefined, 'sign-offs'],
    ['文　号', undefined, 'number'],
    ['开始', 'consultation', 'start'],
    ['日期', 'secrecy-review', 'date'],
    ['职务', 'spokesperson', 'post'],
    ['文號', undefined, 'number'],
    ['發文機關', undefined, 'issuer'],
    ['徵求意見', undefined, 'consultation'],
    ['結束', 'consultation', 'end'],
    ['日期', undefined, undefined],
    ['文号', 'consultation', undefined],
    ['开始', 'title', undefined],
    ['toString', undefined, undefined],
  ])('reads %j in %j as %j', (written, parent, key) => {
    expect(englishKey(written, parent)).toBe(key);
  });

  it('finds rows by their canonical key only', () => {
    expect(keyOf('approval')?.chinese).toBe('审批');
    expect(keyOf('sealed', 'approval')?.type).toBe('boolean');
    expect(keyOf('审批')).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['policy', 'policy'],
    ['政策解读', 'interpretation'],
    ['解读', 'interpretation'],
    ['解讀材料', 'interpretation'],
    [' 吹风会 发布稿', 'briefing'],
    ['Meeting-Plan', 'meeting-plan'],
    ['通知', undefined],
    [3, undefined],
    [null, undefined],
  ])('reads the kind %j as %j', (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });

  it('knows every kind under its official Chinese name', () => {
    for (const { kind, chinese } of KINDS) expect(kindOf(chinese[0])).toBe(kind);
  });

  it('turns words of boolean keys into booleans, and only there', () => {
    expect(normalizeValue('urgent', '是')).toBe(true);
    expect(normalizeValue('urgent', '否')).toBe(false);
    expect(normalizeValue('sealed', '是', 'approval')).toBe(true);
    expect(normalizeValue('title', '是')).toBe('是');
    expect(normalizeValue('urgent', '大概')).toBe('大概');
    expect(normalizeValue('urgent', true)).toBe(true);
  });

  it('spells enumerated values as the table does', () => {
    expect(normalizeValue('kind', '政策文件')).toBe('policy');
    expect(normalizeValue('form', 'ｈ5')).toBe('H5');
    expect(normalizeValue('role', '分管 领导', 'sign-offs')).toBe('分管领导');
    expect(normalizeValue('category', '命令')).toBe('命令');
  });
});

describe('schemas', () => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false }).addSchema(FRONT_MATTER_SCHEMA);
  const errorsOf = (kind: Parameters<typeof frontMatterSchema>[0], data: unknown) => {
    const validate = ajv.getSchema(`front-matter-${kind ?? 'unknown'}`) ?? ajv.compile(frontMatterSchema(kind));
    validate(data);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
  };
  const policy = {
    kind: 'policy',
    title: '某办法',
    number: '青政办字〔2023〕53号',
    issuer: ['某办'],
    issued: '2023-09-11',
  };

  it('passes a complete policy', () => {
    const full = {
      ...policy,
      consultation: { start: '2023-01-01', end: null },
      'secrecy-review': { reviewer: '甲', date: '2023-09-01', result: '可以公开' },
      'public-interest': true,
    };
    expect(errorsOf('policy', full)).toEqual([]);
  });

  it('asks a policy for number, issuer and date of issue', () => {
    expect(errorsOf('policy', { kind: 'policy', title: '某办法' })).toEqual([' required', ' required', ' required']);
  });

  it('takes an empty value for a missing one', () => {
    expect(errorsOf('policy', { ...policy, number: null })).toEqual(['/number not']);
    expect(errorsOf('policy', { ...policy, issuer: [] })).toEqual(['/issuer minItems']);
    expect(errorsOf('policy', { ...policy, drafter: null })).toEqual([]);
  });

  it('lets a site have keys of its own, and refuses keys of other kinds and wrong values', () => {
    expect(errorsOf('policy', { ...policy, layout: 'post' })).toEqual([]);
    expect(errorsOf('policy', { ...policy, releasers: [] })).toEqual([' not', ' propertyNames']);
    expect(errorsOf('policy', { ...policy, category: '命令' })).toEqual(['/category enum']);
    expect(errorsOf('policy', { ...policy, issued: 20230911 })).toEqual(['/issued type']);
    expect(errorsOf('policy', { ...policy, consultation: { begin: '' } })).toEqual([
      '/consultation additionalProperties',
    ]);
  });

  it('asks for a list where the table says list', () => {
    const interpretation = { kind: 'interpretation', title: '解读' };
    expect(errorsOf('interpretation', { ...interpretation, form: ['图解'] })).toEqual([]);
    expect(errorsOf('interpretation', { ...interpretation, form: '图解' })).toEqual(['/form type']);
    expect(errorsOf('interpretation', { ...interpretation, form: ['唱歌'] })).toEqual(['/form/0 enum']);
    expect(errorsOf('interpretation', { ...interpretation, policy: 'a.md', author: ['甲', '乙'] })).toEqual([]);
  });

  it('lets a document of unknown kind carry any known key', () => {
    expect(errorsOf(null, { title: '某件', releasers: ['甲'], number: '1' })).toEqual([' required']);
  });

  it('gives editors one schema for both languages', () => {
    const validate = new Ajv({ strict: false }).compile(editorFrontMatterSchema());
    expect(validate({ 类型: '解读材料', 标题: '某解读', 政策文件: ['a.md'], 紧急: '否' })).toBe(true);
    expect(validate({ 类型: '政策文件', 标题: '某办法', 文号: '1', 发文机关: '某办', 印发日期: '2023-09-11' })).toBe(
      true,
    );
    expect(validate({ 类型: '政策文件', 标题: '某办法', 发文机关: '某办', 印发日期: '2023-09-11' })).toBe(false);
    expect(validate({ 类型: '解读材料', 标题: '某解读', 文号: '1' })).toBe(false);
    expect(validate({ kind: 'interpretation', title: '某解读', 不识: '1' })).toBe(true);
  });
});
