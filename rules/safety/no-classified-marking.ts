import type { Document, Unit } from '../../src/document/document.js';
import { scalarLine } from '../../src/document/prose.js';
import { contains } from '../../src/document/range.js';
import { defineRule } from '../rule.js';
import { DRAFT_TITLE, markOf, OUTSIDE } from '../secrecy-marks.js';

export const noClassifiedMarking = defineRule({
  id: 'safety/no-classified-marking',
  kinds: 'any',
  demand: {
    'zh-CN': '公开的材料里没有密级、“内部资料”“不予公开”和“征求意见稿”“送审稿”等标记',
    en: 'Nothing published is marked secret, internal, not to be disclosed, or a draft',
  },
  severity: 'warn',
  messages: {
    classified: {
      what: { 'zh-CN': '留有密级标志“{text}”', en: 'A mark of secrecy was left: "{text}"' },
      todo: {
        'zh-CN': '请先停止发布，按保密规定核实；确已解密的，删去标志',
        en: 'Hold publication and have it examined; remove the mark where the text is no longer secret',
      },
    },
    internal: {
      what: { 'zh-CN': '留有内部使用的标记“{text}”', en: 'A mark for internal use was left: "{text}"' },
      todo: {
        'zh-CN': '请核实能否公开；可以公开的，删去标记',
        en: 'Make sure it may be published, and remove the mark',
      },
    },
    undisclosed: {
      what: { 'zh-CN': '标着“{text}”，不应公开', en: 'It is marked "{text}", not to be disclosed' },
      todo: {
        'zh-CN': '请核实公开属性；可以公开的，改正标记',
        en: 'Check whether it may be disclosed, and correct the mark',
      },
    },
    draft: {
      what: { 'zh-CN': '还标着“{text}”', en: 'It is still marked "{text}"' },
      todo: { 'zh-CN': '请换成定稿，并删去这个标记', en: 'Put the final text in its place and remove the mark' },
    },
  },
  check({ document, report }) {
    const { frontMatter, kind, origin, titleRange, units } = document;
    const disclosure = frontMatter.entries.find(({ key }) => key === 'disclosure')?.node;
    const undisclosed = frontMatter.data.disclosure === '不予公开';
    if (disclosure && undisclosed && kind !== 'policy')
      report({ messageId: 'undisclosed', at: disclosure.range, evidence: '不予公开', data: { text: '不予公开' } });
    for (const { key, writtenKey, node } of frontMatter.entries) {
      if (key === 'disclosure' || node.type !== 'scalar' || typeof node.value !== 'string') continue;
      const mark = markOf(node.value, { ...OUTSIDE, label: writtenKey });
      if (mark) report({ messageId: mark.messageId, at: node.range, evidence: mark.text, data: { text: mark.text } });
    }
    const title = units.findLastIndex(({ range }) => contains(titleRange, range));
    const heading = units.findIndex(({ type }) => type === 'heading');
    for (const [index, unit] of units.entries()) {
      // A policy that says of itself that it is not public is not there to be published.
      const mark = markOf(unit.text.text, {
        isTitle: contains(titleRange, unit.range) || index === heading || showsTitle(document, unit),
        atEnd: index <= title + HEAD || index === units.length - 1,
        consulted: isConsulted(document),
        ...(unit.table ? { label: labelOf(units, index) } : {}),
      });
      if (!mark || unit.type === 'code' || (mark.messageId === 'undisclosed' && kind === 'policy' && undisclosed))
        continue;
      const at = unit.text.rangeOf(mark.start, mark.start + mark.text.length);
      report({ messageId: mark.messageId, at, evidence: mark.text, data: { text: mark.text } });
    }
    for (const line of origin?.margins ?? []) {
      const mark = markOf(line);
      if (!mark) continue;
      const text = { 'zh-CN': `${mark.text}（在页眉或页脚里）`, en: `${mark.text} (in a header or footer)` };
      report({ messageId: mark.messageId, at: titleRange, data: { text } });
    }
    const titleNode = frontMatter.entries.find(({ key }) => key === 'title')?.node;
    const line = titleNode && title < 0 ? scalarLine(document, titleNode)?.text : undefined;
    const [, draft] = DRAFT_TITLE.exec(line?.text ?? '') ?? [];
    if (line && draft && !isConsulted(document)) {
      const start = line.text.lastIndexOf(draft);
      const at = line.rangeOf(start, start + draft.length);
      report({ messageId: 'draft', at, evidence: draft, data: { text: draft } });
    }
  },
});

/** Lines below the title that may carry a mark of the whole text. */
const HEAD = 4;

/** Whether a line says the title with more behind it, as where front matter leaves （送审稿） out. */
function showsTitle({ title }: Document, { text }: Unit): boolean {
  return title !== '' && text.text.startsWith(title);
}

/** The cell to the left, in the same row; empty where there is none. */
function labelOf(units: readonly Unit[], index: number): string {
  const [left, { table }] = [units[index - 1], units[index] as Unit];
  return left?.table?.index === table?.index && left?.table?.row === table?.row ? (left?.text.text ?? '') : '';
}

/** A policy out for consultation is published as a draft. */
function isConsulted({ kind, frontMatter: { data } }: Document): boolean {
  return kind === 'policy' && data.consultation !== undefined && data.number === undefined && data.issued === undefined;
}
