import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

/** What a text without front matter on it says it explains. */
function guessed(text: string): string[] {
  const { links } = parseDocument(text, { path: 'a.md' });
  return links.filter((link) => link.guessed && link.key === 'policy').map(({ to }) => to);
}

describe('the policy that a text names', () => {
  it.each([
    ['# 《停车办法》解读\n\n《停车办法》（云政发〔2024〕3号）已印发。', ['云政发〔2024〕3号', '停车办法']],
    [
      '# 停车新规解读\n\n《停车办法》（云政发〔2024〕3号，以下简称《办法》）已印发。',
      ['云政发〔2024〕3号', '停车办法'],
    ],
    ['# 《停车办法》解读\n\n文。', ['停车办法']],
    ['# 一图读懂《停车办法》\n\n起草了《停车办法》（云建〔2024〕3号）。', ['云建〔2024〕3号', '停车办法']],
    ['# 停车问答\n\n市政府印发了《停车办法》（以下简称《办法》）。', ['停车办法']],
    [
      '# 《停车办法》解读\n\n根据《价格法》和《收费通知》（发改价〔2020〕1号），印发《停车办法》（云政发〔2024〕3号）。',
      ['云政发〔2024〕3号', '停车办法'],
    ],
  ])('%j', (text, named) => {
    expect(guessed(text)).toEqual(named);
  });

  it.each([
    '# 停车解读\n\n根据《价格法》（主席令第92号）制定。',
    '# 停车解读\n\n《甲办法》（以下简称《甲》）和《乙办法》（以下简称《乙》）已印发。',
    '---\npolicy: zc.md\n---\n\n# 《停车办法》解读\n\n文。',
    '# 停车办法\n\n第一条 根据《条例》（以下简称《条例》），制定本办法。',
    '# 关于印发《停车办法》的通知\n\n各区：\n\n文。',
  ])('is not guessed in %j', (text) => {
    expect(guessed(text)).toEqual([]);
  });
});
