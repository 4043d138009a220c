import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../src/files/glob.js';

const OPTIONS = { dot: true, noextglob: true, nonegate: true, windows: false } as const;

describe('a glob', () => {
  it.each([
    ['*.md', ['a.md', '.md', '通知[2023].md'], ['a/b.md', 'a.mdx']],
    ['**/*.md', ['a.md', 'a/b.md', 'a/b/.c.md'], ['a/b.txt']],
    ['a/**', ['a', 'a/b', 'a/b/c.md'], ['ab', 'b/a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
    ['**', ['a', 'a/b'], []],
    ['*/**', ['a/b', 'a/b/c'], ['a']],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['?年', ['一年'], ['年', '/年', '一二年']],
    ['[ab]-[!a-c].md', ['a-d.md', 'b-d.md'], ['a-b.md', 'c-d.md']],
    ['{docs,政策}/{a,b*}.md', ['docs/a.md', '政策/bc.md'], ['docs/c.md', 'x/a.md']],
    ['{a/**,b}/c', ['a/c', 'a/x/c', 'b/c'], ['b/x/c']],
    ['a{1..3}', ['a1', 'a3'], ['a4', 'a{1..3}']],
    ['通知(1)+.md', ['通知(1)+.md'], ['通知1.md']],
    ['\\*\\[a]', ['*[a]'], ['x[a]', '*a']],
    ['[a', ['[a'], ['a']],
    ['{a', ['{a'], ['a']],
    ['{a}', ['{a}'], ['a']],
  ])('%s', (glob, taken, left) => {
    const matches = compileGlob(glob);
    expect(taken.filter((path) => !matches(path))).toEqual([]);
    expect(left.filter(matches)).toEqual([]);
  });

  it('takes what a shell takes', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', '年'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a', 'b', '.', '年') },
      fc.constantFrom('*', '?', '[ab]', '[^a]', '{a,b}', '{a,b*}', '{年,?b}', '*a*'),
    );
    const segment = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('').replace(/\*{2,}/g, '*')),
      },
      fc.constant('**'),
    );
    const joined = (one: fc.Arbitrary<string>) =>
      fc.array(one, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    const proper = (text: string) => !text.split('/').some((part) => part.endsWith('.'));
    fc.assert(
      fc.property(joined(segment).filter(proper), joined(name).filter(proper), (glob, path) => {
        expect(`${glob} ${path} ${compileGlob(glob)(path)}`).toBe(`${glob} ${path} ${picomatch(glob, OPTIONS)(path)}`);
      }),
    );
  });

  it('is the same however many places in it a path may be at once', () => {
    const matches = compileGlob(`*a${'?'.repeat(12)}`);
    const paths = Array.from({ length: 300 }, (_, i) =>
      (i * 2654435761).toString(2).replace(/0/g, 'a').replace(/1/g, 'b'),
    );
    const taken = paths.filter((path) => path.at(-13) === 'a');
    expect(taken.length).toBeGreaterThan(50);
    expect(paths.filter(matches)).toEqual(taken);
  });

  it('looks at each character once, however many stars there are', () => {
    const name = 'a'.repeat(240);
    for (const glob of ['*a'.repeat(300), `**/${'*a*'.repeat(50)}b`, '{a,aa}'.repeat(100), `${'**/'.repeat(50)}b`])
      expect(compileGlob(`${glob}b`)(`${`${name}/`.repeat(8)}${name}`)).toBe(false);
  });
});
