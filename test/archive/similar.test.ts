import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import type { Facts } from '../../src/archive/facts.js';
import { policiesMeant } from '../../src/archive/similar.js';
import { lintInMemory } from '../lint/memory.js';

/** No character occurs twice, so that no pair of letters does by chance. */
const TITLE = '云溪市城镇老旧小区供水管网改造工程补贴资金使用管理办法';
const FOREIGN = '河湖滩涂养殖渔船燃油捕捞';

/** A name with so many pairs of letters, of which so many stand in the title above. */
const nameWith = (shared: number, pairs: number) => TITLE.slice(0, shared + 1) + FOREIGN.slice(0, pairs - shared);

async function otherPolicy(name: string, body = ''): Promise<boolean> {
  const { findings } = await lintInMemory(
    {
      '/archive/jd.md': `---\nkind: interpretation\ntitle: 《${name}》解读\npolicy: zc.md\n---\n\n一、背景\n\n为了方便群众。\n\n${body}`,
      '/archive/zc.md': `---\nkind: policy\ntitle: ${TITLE}\n---\n\n第一条 为了方便群众，制定本办法。\n`,
    },
    { rules: rules.filter(({ id }) => id === 'link/target-matches') },
  );
  return findings.some((finding) => finding.includes('otherPolicy'));
}

describe('a name in 《》 means the policy', () => {
  it.each([
    [6, 10, true],
    [7, 12, false],
    [8, 13, true],
    [4, 7, false],
    [0, 8, false],
  ])('where %i of its %i pairs of letters stand in the policy’s title: %s', async (shared, pairs, isMeant) => {
    expect(await otherPolicy(nameWith(shared, pairs))).toBe(!isMeant);
  });

  it.each([
    [3, true],
    [2, false],
  ])('where it is a piece of the title with %i pairs: %s', async (pairs, isMeant) => {
    expect(await otherPolicy(nameWith(pairs, pairs))).toBe(!isMeant);
  });

  it.each([
    [59, true],
    [60, false],
  ])('where %i other names stand before it: %s', async (others, isMeant) => {
    const papers = Array.from({ length: others - 1 }, (_, n) => `《河湖滩涂养殖规程之${n}》`).join('、');
    expect(await otherPolicy('渔船燃油捕捞规程', `依据${papers}和《${TITLE}》。`)).toBe(!isMeant);
  });
});

describe('of several policies a title without 《》 means', () => {
  const meant = (title: string) => {
    const policies = ['渔船燃油捕捞规程', TITLE].map((name) => ({ policy: { title: name } as Facts }));
    return policiesMeant(title, policies).map(({ policy }) => policy.title);
  };

  it.each([
    [4, 11, TITLE],
    [6, 17, TITLE],
    [5, 14, TITLE],
    [3, 9, '渔船燃油捕捞规程'],
    [1, 3, '渔船燃油捕捞规程'],
  ])('the one that holds %i of its %i pairs of letters, or the first', (shared, pairs, title) => {
    const others = '解说春夏秋冬东南西北风雨雷电';
    expect(meant(TITLE.slice(0, shared + 1) + others.slice(0, pairs - shared))).toEqual([title]);
  });
});
