import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expressionsIn, expressionsOf, sourceFiles } from '../../scripts/expressions/gather.js';
import { faultsOf } from '../../scripts/expressions/judge.js';
import { pumpsOf } from '../../scripts/expressions/pumps.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const faults = ({ source, flags }: RegExp) => faultsOf({ source, flags, at: 'here:1' });

describe('an expression is refused', () => {
  it.each([
    /^(?:a+)+$/,
    /(?:[^，]*，?)*。/,
    /^(?:(?:甲|乙)*丙?)*$/,
    /《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》/,
    /^(?:\d+\s*)+号$/,
  ])('for a loop that holds a loop over the same text: %s', (expression) => {
    expect(faults(expression)).not.toEqual([]);
  });

  it.each([
    /^(?:甲|甲)*$/,
    /^(?:甲|甲甲)*乙/,
    /^(?:甲乙|甲乙甲乙)*丙/,
    /^(?:[一二]|[二三]甲?)*$/,
    /^(?:关于.|关于的)*通知$/,
  ])('for a loop whose rounds begin alike: %s', (expression) => {
    expect(faults(expression)).not.toEqual([]);
  });

  it.each([/^a*a*$/, /^\s*([^:]*)$/, /^[甲乙]+[乙丙]+丁/, /^.*,.*,.*;$/, /^\s+\d*\s*$/])(
    'for neighbours that take the same characters: %s',
    (expression) => {
      expect(faults(expression)).not.toEqual([]);
    },
  );

  it.each([/\s+$/, /[。；]+$/, /\d+年/, /“.*”/, /<script[^>]*>/, /(?:甲乙)[^丙]*丙/])(
    'for a run entered anew from every place in it: %s',
    (expression) => {
      expect(faults(expression)).not.toEqual([]);
    },
  );

  it.each([
    /(?:、[^。]{1,30}){1,6}等$/,
    /^(?:.{0,20}，){0,9}甲/,
    /.{0,90}.{0,90}.{0,90}甲/,
    /(?:[一二]{1,4}、?){1,9}。/,
    /甲.{0,300}乙.{0,300}丙/,
  ])('for bounds that multiply: %s', (expression) => {
    expect(faults(expression)).not.toEqual([]);
  });
});

describe('an expression is accepted', () => {
  it.each([
    /《[^《》]*》/g,
    /(?<!\s)\s+$/,
    /(?<=[㐀-鿿])[ \t]*\n/,
    /^(?:[^"\\]|\\.)*"$/,
    /^\s*(?:\d+、\s*)*$/,
    /^[ \t]*(?:[-?:](?:[ \t]+|\r?$))*/,
    /[㐀-鿿]{1,20}〔\d{4}〕\d{1,5}号/g,
    /解读.{0,40}方案$/,
    /\s+/g,
    /^\s*(?:[^\s:][^:]*)?$/,
  ])('where each text has one way through: %s', (expression) => {
    expect(faults(expression)).toEqual([]);
  });
});

describe('texts that an expression almost matches', () => {
  it.each([
    [/(?:a+)+b/, 'a'],
    [/《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》/, '〈甲〉甲'],
    [/\s+$/, ' '],
    [/(?:、[^。]{1,30})等$/, '、甲'],
    [/^(?:甲乙|丙丁)*$/, '丙丁'],
  ])('repeat the rounds of each loop: %s', ({ source, flags }, round) => {
    const pumps = pumpsOf({ source, flags, at: 'here:1' });
    expect(pumps.map((pump) => pump.round)).toContain(round);
    for (const { before, round: one, after } of pumps)
      expect(new RegExp(`^(?:${source})$`).test(before + one.repeat(5) + after)).toBe(false);
  });

  it('are none where nothing repeats', () => {
    expect(pumpsOf({ source: '甲乙?', flags: '', at: 'here:1' })).toEqual([]);
  });
});

describe('the expressions of the code that ships', () => {
  it('are found wherever they stand, and so are those that are built', () => {
    const code = 'const a: RegExp = /甲+/u as any;\nf(b ? /x/ : "/y/", { c: [/z/g] }); new RegExp(a); RegExp("b");';
    const { literals, builders } = expressionsOf(code, 'src/a.ts');
    expect(literals.map(({ source, flags, at }) => `${source} ${flags} ${at}`)).toEqual([
      '甲+ u src/a.ts:1',
      'x  src/a.ts:2',
      'z g src/a.ts:2',
    ]);
    expect(builders).toEqual(['src/a.ts:2', 'src/a.ts:2']);
  });

  it('are all linear', () => {
    const all = sourceFiles(root).flatMap((name) => expressionsIn(root, name).literals);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((expression) => faultsOf(expression).length > 0)).toEqual([]);
  });
});
