import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import type { Fixture } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';

function fixture(frontMatter: string, kind = 'interpretation'): Fixture {
  const text = `---\nkind: ${kind}\ntitle: 《停车管理办法》政策解读\n${frontMatter}---\n\n停车费怎么收。\n`;
  const documents = [{ path: 'a.md', text, expected: [], linted: true }];
  return { name: 'a', outcome: 'bad', folder: '/nowhere', isArchive: false, documents };
}

async function findingsOf(ruleId: string, presets: readonly string[], frontMatter: string, kind?: string) {
  const found = await lintFixture(fixture(frontMatter, kind), rules, presets);
  return found
    .filter(({ finding }) => finding.ruleId === ruleId)
    .map(({ finding }) => [finding.messageId, finding.severity, finding.clauses.join(' ')]);
}

/** XY-4 asks for one of 图解, 音频, 视频, 动漫; YT-2.5c for one of 直播, 问答, 现场宣讲. */
describe('demands of which none is the stricter', () => {
  const presets = ['xianyang-2021', 'yantai-2023-17'];

  it.each([
    ['form: [文字, 动漫, 问答]', []],
    ['form: [文字, 动漫]', [['noneOf', 'error', 'YT-2.5c']]],
    ['form: [文字, 问答]', [['noneOf', 'warn', 'XY-4']]],
    [
      'form: [文字, 访谈]',
      [
        ['noneOf', 'warn', 'XY-4'],
        ['noneOf', 'error', 'YT-2.5c'],
      ],
    ],
  ])('are each checked and cited: %s', async (form, found) => {
    expect(await findingsOf('process/forms', presets, `${form}\n`)).toEqual(found);
  });

  it('are one finding where it is about neither, at the higher severity', async () => {
    expect(await findingsOf('process/forms', presets, '')).toEqual([['unstated', 'error', 'XY-4 YT-2.5c']]);
    expect(await findingsOf('process/sign-off', ['xianyang-2021', 'model-city-office'], '')).toEqual([
      ['none', 'error', expect.stringContaining('MC-4.2')],
    ]);
  });

  it('name the clause of the value that is not met', async () => {
    const signed = 'sign-offs: [{ role: 主要负责人, name: 周文岚, date: 2024-02-28 }]\n';
    expect(await findingsOf('process/sign-off', ['xianyang-2021', 'model-city-office'], signed)).toEqual([
      ['missing', 'error', 'MC-4.2'],
      ['missing', 'error', 'MC-4.2'],
    ]);
  });
});

describe('a clause on one kind', () => {
  it('asks nothing of another', async () => {
    expect(await findingsOf('element/background-basis', ['qingdao-2023-53'], '', 'briefing')).toEqual([
      ['absent', 'error', 'QD-3.1.1'],
    ]);
    expect(await findingsOf('element/background-basis', ['qingdao-2023-53'], '')).toEqual([]);
  });
});
