import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { detectElements } from '../../src/elements/detect.js';
import { withoutLookAlikes } from '../../src/language/look-alikes.js';

const WRITTEN = [
  '---\nkind: interpretation\ntitle: 云溪市⼈民政府采砂办法解读\n---\n',
  '# 云溪市⼈民政府采砂办法解读\n',
  '⼀、背景依据\n',
  '根据《河道管理条例》，全市有采砂点**𝟒𝟎多处**，⻓期`⽆证𝐀`。\n',
  '⼆、适⽤范围\n',
  '本市⾏政区域内的单位和个⼈。\n',
  '三、⽬标任务\n',
  '到𝟐𝟎𝟐𝟓年，采砂点减少⼀半&amp;𝟏处，见[附件](⽬录.md)。\n',
].join('\n');

describe('a text with look-alikes', () => {
  const document = parseDocument(WRITTEN, { path: 'a.md' });
  const plain = parseDocument(withoutLookAlikes(WRITTEN), { path: 'a.md' });

  it('reads as its twin in plain characters', () => {
    expect(document.title).toBe(plain.title);
    expect(document.units.map(({ text }) => text.text)).toEqual(plain.units.map(({ text }) => text.text));
    expect(document.sections.map(({ title, numbering }) => [title, numbering])).toEqual(
      plain.sections.map(({ title, numbering }) => [title, numbering]),
    );
    const shown = (unit: (typeof plain.units)[number]) =>
      [...unit.bold, ...unit.code].map(({ start, end }) => unit.text.text.slice(start, end));
    expect(document.units.map(shown)).toEqual(plain.units.map(shown));
  });

  it('provides the elements its twin provides', () => {
    const [here, there] = [detectElements(document), detectElements(plain)];
    for (const id of ELEMENT_IDS) {
      expect([id, here[id].status, here[id].confidence]).toEqual([id, there[id].status, there[id].confidence]);
    }
  });

  it('keeps every place', () => {
    for (const { text } of document.units) {
      for (let at = 0; at < text.text.length; at++) {
        const { start, end } = text.rangeOf(at, at + 1);
        const source = WRITTEN.slice(start, end);
        expect(source === '&amp;' ? '&' : withoutLookAlikes(source)).toBe(text.text[at]);
      }
    }
  });

  it('keeps addresses as written', () => {
    expect(document.links.map(({ to }) => to)).toEqual(['⽬录.md']);
  });
});
