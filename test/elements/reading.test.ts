import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { detectElements } from '../../src/elements/detect.js';
import { normalize } from '../../src/elements/normalize.js';
import { ownNames, policyName } from '../../src/elements/policy-name.js';
import { read } from '../../src/elements/reading.js';

describe('normalize', () => {
  it.each([
    ['背　景　依　据', '背景依据'],
    ['ＡＢＣ１２３％', 'ABC123%'],
    ['费用(元):1,200.5', '费用（元）：1,200.5'],
    ['適用於長者飯堂', '适用于长者饭堂'],
    ['什么是著作权', '什么是著作权'],
    ['New Energy 汽车', 'New Energy汽车'],
  ])('%s', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });
});

describe('the policy and other papers', () => {
  it('blots out names and keeps apart the one explained', () => {
    const { text } = readingOf(
      '# 《养犬管理办法》解读\n\n根据《动物防疫法》制定《养犬管理办法》（以下简称《办法》），原《办法》废止。',
    );
    expect(text).toContain('根据《□□□□□》制定《■■■■■■》（以下简称《■■》），原《□□》废止。');
  });

  it.each([
    ['关于《公园条例》的解读', '公园条例'],
    ['关于发布《停车指引》的通告解读', null],
    ['《关于公布〈裁量基准〉的公告》解读', '裁量基准'],
    ['《关于修改〈出租车办法〉的决定》解读', '关于修改〈出租车办法〉的决定'],
    ['停车新规来了', null],
  ])('names the policy in %s', (title, name) => {
    if (title.startsWith('关于发布')) expect(policyName(title)).toBe('停车指引');
    else expect(policyName(title)).toBe(name);
  });

  it('takes the first paper with a short name where the title names none', () => {
    expect([...ownNames('停车新规来了', '市政府印发《停车收费管理办法》（以下简称《收费办法》）。')]).toEqual([
      '停车收费管理办法',
      '收费办法',
    ]);
  });
});

it('finds its way back to the source from every character', () => {
  const source =
    '# 标题\n\n依据 [《价 格 法》](https://a.example)，**适用於**　全市；Ａ类 new car 除外。\n\n- 第一项\n';
  const document = parseDocument(source, { path: 'a.md' });
  const reading = read(document);
  for (const { start, end } of reading.lines) {
    for (let i = start; i < end; i++) {
      if (/[。；？！]/.test(reading.open[i] as string)) continue;
      const { text, range } = reading.place(i, i + 1);
      expect(normalize(text)).toBe(normalize(reading.open[i] as string));
      expect(document.text.slice(range.start, range.end)).toContain(text);
    }
  }
});

it('gives evidence that stands at its range, whatever the text', () => {
  const pieces = [
    '一、适用范围\n\n',
    '为了规范',
    '《办法》',
    '（二）',
    '问：什么是',
    '？',
    '。',
    '，',
    '由三年改为五年',
    '无',
    '不得',
    '\n\n',
    '| a | b |\n',
    '適用於',
    'Ａ',
    '**',
    ' ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const document = parseDocument(chosen.join(''), { path: 'a.md' });
      const findings = detectElements(document);
      for (const id of ELEMENT_IDS) {
        const { status, range, evidence } = findings[id];
        if (status === 'absent') expect([range, evidence]).toEqual([null, null]);
        else {
          const squeeze = (text: string) => text.replace(/[\s*|\\#-]/g, '');
          expect(squeeze(document.text.slice(range?.start, range?.end))).toBe(squeeze(evidence ?? 'none'));
        }
      }
    }),
  );
});

function readingOf(text: string) {
  return read(parseDocument(text, { path: 'a.md' }));
}
